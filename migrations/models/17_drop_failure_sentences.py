"""Failures are codes only."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure"',
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure_codes" TO "failure"',
        'ALTER TABLE "return_watch" DROP COLUMN "trouble"',
        'ALTER TABLE "return_watch" RENAME COLUMN "trouble_codes" TO "trouble"',
        'ALTER TABLE "alert" DROP COLUMN "error"',
        'ALTER TABLE "alert" RENAME COLUMN "error_codes" TO "error"',
        'ALTER TABLE "copy" DROP COLUMN "error"',
        'ALTER TABLE "copy" RENAME COLUMN "error_codes" TO "error"',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure"',
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure_codes" TO "failure"',
        'ALTER TABLE "return_watch" DROP COLUMN "trouble"',
        'ALTER TABLE "return_watch" RENAME COLUMN "trouble_codes" TO "trouble"',
        'ALTER TABLE "alert" DROP COLUMN "error"',
        'ALTER TABLE "alert" RENAME COLUMN "error_codes" TO "error"',
        'ALTER TABLE "copy" DROP COLUMN "error"',
        'ALTER TABLE "copy" RENAME COLUMN "error_codes" TO "error"',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` DROP COLUMN `failure`",
        "ALTER TABLE `gmail_grant` RENAME COLUMN `failure_codes` TO `failure`",
        "ALTER TABLE `return_watch` DROP COLUMN `trouble`",
        "ALTER TABLE `return_watch` RENAME COLUMN `trouble_codes` TO `trouble`",
        "ALTER TABLE `alert` DROP COLUMN `error`",
        "ALTER TABLE `alert` RENAME COLUMN `error_codes` TO `error`",
        "ALTER TABLE `copy` DROP COLUMN `error`",
        "ALTER TABLE `copy` RENAME COLUMN `error_codes` TO `error`",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure" TO "failure_codes"',
        'ALTER TABLE "gmail_grant" ADD "failure" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "return_watch" RENAME COLUMN "trouble" TO "trouble_codes"',
        'ALTER TABLE "return_watch" ADD "trouble" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "alert" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "alert" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "copy" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "copy" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure" TO "failure_codes"',
        'ALTER TABLE "gmail_grant" ADD "failure" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "return_watch" RENAME COLUMN "trouble" TO "trouble_codes"',
        'ALTER TABLE "return_watch" ADD "trouble" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "alert" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "alert" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "copy" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "copy" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` RENAME COLUMN `failure` TO `failure_codes`",
        "ALTER TABLE `gmail_grant` ADD `failure` VARCHAR(300) NOT NULL DEFAULT ''",
        "ALTER TABLE `return_watch` RENAME COLUMN `trouble` TO `trouble_codes`",
        "ALTER TABLE `return_watch` ADD `trouble` VARCHAR(300) NOT NULL DEFAULT ''",
        "ALTER TABLE `alert` RENAME COLUMN `error` TO `error_codes`",
        "ALTER TABLE `alert` ADD `error` VARCHAR(500) NOT NULL DEFAULT ''",
        "ALTER TABLE `copy` RENAME COLUMN `error` TO `error_codes`",
        "ALTER TABLE `copy` ADD `error` VARCHAR(500) NOT NULL DEFAULT ''",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXelz4zaW/1dQ/tKdKsXblo847tmpsp3uxJOOnXU7ycy2p2SIhCSMKULDw7J20v/7vg"
    "eQFE+ZpC6KxhcfFB5I/R4IvPv9Z28sTGa5+ze+1xfPt2K6d0b+s2fTMYM/sh92yB6dTOYf"
    "4QWP9i05Wshhckzf9RxqeHB1QC2XwSWTuYbDJx4XNly1fcvCi8KAgdweIvmNzWC04ZGBcI"
    "iAfyzuesxmTof4tskc4o0YwScjYiD/Dj8n3CYPDgNSmNzdvzu/+PThYf/evrcffJv/22e9"
    "RzZ7IGP6yFxCbVv4tgH3JNwj3pQbjIyoM7aY68o7U5dYAj6F33gTR0wJd8kjm3j75GFCZ5"
    "ag5gMZCct0CTfdzj1MOIVpTRxuE0pcRi1mwi/DYd4Z3gXo2Ri+OlwVNgHc+BNzZvuIVPCA"
    "nhgyIHcAhy//hMscvvAzc/HfL4CSzXrUw+EDymHu4B/Tl5f/iQSTx96AM8tMsI+bkgav97"
    "zZRF674MMr2/sox+Ic/Z4hLH9sz8dPZt5I2BEBt+XNhog09RjewXN8ZCkyMeB9yGX1deZD"
    "1PeI0ZhsQH3Liy2Bfm9+ba/Xu765633+cNfr7ZVZNMElA/gOCw4e1ZUADPERvv2+2z08/K"
    "777vDk9Pjou++OT9+dwlj5vNmPvvuqHmaOlppKYnb149X1HT6QgFWtFjte+CppqEcVlWTX"
    "HH1cy1n8L2Gx5aMfjk/hD18sjX+I9iIGhBfmHJi/iZtgwZg+9yxmD70R/HvybgG6v5/fXv"
    "50fvv25N03SYivg0+68iMEew5u+O5XAThO00KQD7plUIZRhTDLz5I4zzfQKkgnqVaD9XZ3"
    "lCTS35dC+vsFSH+fQTo4WrIw/+3zzXU+zDGSFMYmh3P0T3lC7uC6XgAugoEzj13331Yc07"
    "e/nP89Dfflp5sLCY5wvaEjZ5ETXKSgh4MawQnP2AT6P8AnHh+zfA4kKdNMCEj3wz/axYq7"
    "q18+fL47/+XXBD9+OL/7gJ905dVZ6urbkxSPoknIH1d3PxH8l/zvzfWHNNuicXf/u4fPRH"
    "1P9EDw6lEzjkl4ObyUYHMgL1Vk8ZxKs7fR7DUsCkwwe77tcavyi5wmXgGzgwNK83r1vKae"
    "hxqVm2VzoXITJ3lZxVnVu/tuXQKJUnG6B0ffHZ0enhxFmk10ZZFCEyovsb0xpmNW2RznZP"
    "qFafILkzAcVOFwglDzuMk8Zo4jchTiO/ZcsCVGBJvThvf2tsDID3+/W6wzRHz8dHP9Yzg8"
    "rUh8/YqGtsFjzNiDF/rUeJxSx+xlPhFdUTQ2+9G4O05foTYdShjxG+P3C8yx54YhQE7Zy7"
    "HUhh91FtlpaWxQHUPtOZkwxxU2mXJvhFZP7hAxtTuEu8LC9ULQJkbewn3ZdMQcRgxqoUnU"
    "Yza1PSIc4rvM+aakAVSbNxtp3mRjmidmFxuFIoLW2YO6x0cl7EEwqtAeJD9LSmTydwV4w/"
    "Et2MtT6L4rY22DUcXovstY2xxhVUI3HL9BdMds3FfG6k1gXAriBQhnzZmuOxVw1I2oO6qC"
    "dIawFuQNEzPT+8Vxqf3ieMF+cZwGfCjE0GI91+9XQTtJtRKoG7UxrwFoVHR6/weKbxWcE0"
    "Qb3ER+u7vczA5yUuYIPCk+AU8yB+DEYQP+XGnriChaJ2IcnJTxOKW1z5jD6SSzjEegemIY"
    "Q6VlHCfa4DK2+COzZptZyQelnHsLfHuZs5BazPHcHjxUVl8RIFhQu8BkGadLod0HwnXBHS"
    "7zzarpFzc3nxJq+sVVWg//7ZeLD4C9hB4GcS+hq2iH3iszeJncRZTr8DlFqg2bTeazy5hd"
    "g8cxMs3fJvPXovbQp8NKAnWcpn0a4urFPeo+wm5XB+kspcY7H+8K/oH45ua6GLecIxsGlB"
    "9/vmUWlV8wC35g+P+sZtldgWR+NVgridUrYP8Y9QaWmC6J0805TPTRUqHsu7ViSwE1hnUA"
    "b+mSKP2iZmnranribAqTLAnS72qWtoJkCMdhKqViOZwuo4naChV7YnZeLFIVlD7gHG0FqO"
    "/Axs2cJSH6lXKHmRdqrrZCNYEvufze9KuapaWHnLKLLYfQOc7R1kVkC48bywoBwYt2DXMN"
    "uEHbvIEbYsKXhetSTGYtxmfWc9my7xxC9Jm16q2rFOcVc9ZiLExv6FA7x6oVQnpjszsBP1"
    "4G9kec7sdwthbu+JMRBhrDNwhi2VYC2KdouhYi5jDPd+zelHpGTvhFdcRu2cSa/RHO1kLA"
    "5B5njJjxuAq4PoM0j9vdZThhSxCrGKp6ZT9xjwZ3z0Srxj7tLApY5clx9WJWYQP5Fk39xO"
    "L2owpdnY64MSLcc2U6P3OI8v5hkQASBMm+l0UA4Oj71p8oynAMXhdTYKoOY93lMFZPPDK7"
    "Zwnx6E8qRUKk6FoXcbL6gJ4diLmUL/TeRvBdfciljnp46TxrhbeUPU84TFeDzUlKzeZGs9"
    "l3a73KMTId9NA0/jYkgSx0FueI5DE/crE87sYG1a305fKh/S23sZYX1voKPAT75A7EagOk"
    "Ks6CGlsoZ0thqxPV4xK2NVNiO3VHWvzW4rcWv0uI31o8bO25kgymc71ezYjJNK1mdaNZrT"
    "WBV8Fmhz2Jx1obd5JS6wNN5jIMhdlyvFsLInPnJK3L+j4qk7l5VJy4eZTJ28SaEz1QiPJc"
    "rgtKWSaoWgfz8UG3BM4wqhBo+Vkq1lz5TnpVVask3eaKdLVCy8rYFjL8yDLjo3AY6OE/s5"
    "lkyBU8OrWNPKN7tr7MjjGiyKMJlx06jewCqTUICMD3ZirP8PL88+X5Dx/2vm7HahML8sgx"
    "3CRDQIptN6nIk6UKAL1x8Y8xl9Yg4gkCeqIsg05G8AcMCSq1c4fgXTuySvp0BIvmiTkEyw"
    "NJK45riAk6XS1LTFXZdpPDNdtmhtI6H5S7lpIHrEbmO+yBjBm10TZEPfKjLGEA9x6g7VPe"
    "Xn6992SCkfDEHYkpud+TAJH4zPd72nbU9F2ts8B2tO0KRNs+WtZfg2hrNUWajvUayoqoXT"
    "CLc3H57zmFrv69RPVv1a+jB+cH1rboScty3rZuU2dWlGicP0O6ZMPMY7sbbpi7bwcQR/wA"
    "dlxcXZ/f/iO/tOJFDksu/nH34Txtqo4d/pWN1SlabdxqtNkjJepV5XYOuTZzNZnfgQRf5Z"
    "yLkSx10O0OV9dyzjXJKvNKtJel4j1K2G/CePT1W2+2yrC12W6Wt8cEOSRFBpl5ikmxRSad"
    "21LLJINhM2FVZgqwETUf9psDJcFmprS9GBY3HuFvfDRXxdpw0yXUYUQ+7hu3AxQGU+311A"
    "zsGXZXbShp+lbTWWAogX3BqSdeJSm1KN1o0Uq96Lnne7GxJkHUOvfWGqKo1BZaEeUklYb5"
    "RZi1sKqFVS2srk5Ynde9yhFVE0WxFvR3jopw1RZTMfL7ibvYeVkEjrs3LkGsmO1Jf90ZcW"
    "GsxbBFSAc7hpAxt32PgWTaB7xMJETpNAgYVy7APhtSm3AtpjZ+k3lBTPVYjVjwNJ2OBX/x"
    "eA3enhpgZylb6OBbQzF73wFxv1L6a4ykhRCvPv31iTkcJqvUEjxO00KQD7qnJVCGUQtagp"
    "9mGhOJQG4rC3JE0EKEV79T6DiALflHptwdVQN+TrF54Pf+MvBtWVWT9H1uedx29/F+f12X"
    "xr9pdsyLvtSQUnKJtdnlxc3HZs9eb0K9Sh27EkQbBPm/NoPycan+c8cL+s8dZ/vP6WTMOh"
    "vNzpnkdYbeq2CzrtXRbv5u0RvRMK6+2nymhvFh99OZYgVFc1wSyXKjxT6JdJnT1QTPOHB3"
    "LutAmtLrYGC9R0H6jKjK2ub7qBaN68GawwKSU7ihE2Q7qVyjKXVlRpTKaRpxHDoDTjychd"
    "E28DTY4zdIkyJYfoEYI2oPmfJrhDO8J/d793tw/wHcTA4dcAfGom5T0ufxZc+EAXDY/FN7"
    "P5rq/dBBOu0XJebbQBUVO0nVOkPG6p0BuDPWepkShFoqb/KrFBxoFRk8p9I7ZaPZa1gUmG"
    "D2QHzNS/N9wUqWJtavcpN5HaT45HhfCqXPOMnmSoW8W68M2j04+u7o9PDkKBI9oyuLJM5s"
    "B2zPEX4/r9x2sTcrRqLTrHSa1Q6pVTpytdk2pSWLFcc7qeSWLE61Wim2FiV7vKzGVsSoMS"
    "IyfFUafZSZSBbCwbCXDl6Qd1QWHbTdjKnzqJKuuA5a3YX9paPNNq9dQNWnuj7V9am+4uTp"
    "sM14UfZ0rA35SwXtxrGhdY915bVxucnQIUNJMOeZLFLHVSsCB6abhgc5e/aYLWvfOWwicD"
    "MPPgz9NgTBku6fu8BdJLOpXZVkTW1YaHB/vBv3CHfJI2w/dmmHjjfCeyDD4KMvARD4nxYV"
    "GikqmA4d5J8gxYb/OE0ts3/DtPGk3f+0jN3/tNjuf5qx+0cvQQWM4zTtw/iwTIHfw+L6vo"
    "eZ8r7zfacCyAkijfLLKAepKXU0ixSpNn03WbNQokMVQ+2cohlpB3jb1qQdmHwwACkPQ36q"
    "8CRFpg3o9TkwcYQYVME+ItCo10c9UHZyT/Xffrv6IR/6JFUKf9/n5j7S7qrOnAe+OsjVgR"
    "HHVH7PlRktYursUkaLmAa9iwx40WiRXH/rNlp84nauB0Je7ywyUljhiLpFM2Tr8aBXYvCl"
    "35MHFT76QKTlxiUDR4zJAXoVZHNyx5yHlqKKU2RY+BJfbmpKZUNIWBuSUPuO1cPui9rY0F"
    "BjQ8DHDAcK4Z8TtKnxysoCKmDBZ8G8Y88FaAbDW5Hxvkjb+vD3u8WiSKL+dzg8LZ9koFZ7"
    "SwbvBW2aYjStAH3dmb4eLN1K9ptgfOtij9eT3ov1/qpEs80JdCxbeutFia8yoEkiDWoaVJ"
    "lApBCqYWHMUmsjY5ONjLKxb11mZ4g1r5vM66ZZcprL2qq2nBL2mcoZyEtYaJoB7OptNAWY"
    "syeGd85AfhHQffz5llmy5k8x2h+eWJuyvb+uM0F7QXROqcCcZUNy0OyFVGHDgn1yJeNwMF"
    "BGZksz6rI37pmKmoknR8s4HhiFUbmq6eSEOh6awrDx5IzIBl0qK1vWDn04I74dhvCQt5SM"
    "uEcM+ModYosgtofMmPcN+VNF+sIvY8RM34LhfwKtKWy2Ty6VFQ4De+FWEyYmFgb5mPe2xR"
    "+ZNQsuvScP+H5g4XX3QT7dw1xYDWx56kFVdFCUCW4LL7xXgSUvY7RLBnWhJyTyCodhQ8kh"
    "/sQMqwvlfColAeAjf+LerGCMMzBOu91e7K2vZiIsPqK24WSI+TvlnfDH0TacnS+cVZ0Fpk"
    "BX+E5RxcYPtj/OnFTJMOWIusl2FWUs2HrasdxOqphVIoImg1vTsrIGeP3+v5hRyW4VI2md"
    "6ergXSnbFQ4rLvD6Lmu9Qj8SahywxeTIW8VYp+laB/hamuxK1OQ/VaEOiVqH82GpdX24YF"
    "kfZle1y6hjjHr5hu9iT06KrAVYb9qfgyJznfyoOZk2ODXZ4JRQKyoZFuOEOgGu0UwO1eMa"
    "bE6R6pe5yXxWBoY6xUzjhJrHTeZx1kRTQfLMJW5fQsdawgKkzS8LdqETOxqv/ddp/7WOsF"
    "hxhEXVtZmg0ZDqoJUNgMqeDTh2Ki/VNJkGtgDYygs2Q6ehzQ+0wrVXO84qRqwF6yYL1tI/"
    "WpPVaVrN6SZz2mCOh19sVkV1ShC1T2VaRxVnatas4hwj1G9Sk9+kTExJnX0zRa853mSOq+"
    "4aNS3Jlq5rsRtcVn1T6nA5Sam53HwuV1EZYxRaWcxkmc7DLyu+NElK7Uxt9FvTpGqi21Yh"
    "XmtDuaYxomw6x3Id5eJRI3aeqbFKNkdYd6MlSKeEZINP+PIZL7fhPO0FCjsALo0STtJWiJ"
    "44m8IkS2L0u5qlrSAZwoF3DqdeEqfLaKK2QrXJTLzdBEi6xZYD6OaJOQMLBMiWYjQQzlB4"
    "HrOX3rm5w0yVe9dWrLB07mo28LudVv4Wo0Qt5iy7LZ3jHG0FSDUvXhKhC0dMXeZcw1wDbt"
    "CS51wzTXBLJlSnyo4X4xpWbXwZ3XTfg5bAmqhP4eelSFaH6pdgnhZC5LAxPl5O+b7qMN3G"
    "5moJVFULGfjSPJGtYhAsoAUlDMIRdVuKuAyhDzqF2YLII0rm/MM/dmwLJbQvfOwqwt2wvq"
    "fuC9Z0i2KHFCfdGyCz1bPkJym1Jb/RlvymFVtqQtXmVZRaKrYgZyU0XTa72WWz5ybonEM4"
    "YZ8uPomdxLC65YSiWWqV0vZEhxhGh/QNY7lS2qYAKV+KbGGxBF1Fu5mnuK6iLbmwsviGR/"
    "geWTSLI2bD8S2sjnNYpsJFcX2LdKhsjXItW6nUsrlo5HXUapnv3GVBnlO0oHJIGuEyaxhG"
    "LUA4s46rFsLRNXCq1MBpmrrSXE1U14ZtpCKia8M2ojZsZFTO1ejmBudFCl1s1ErMq54gfQ"
    "Y/LZPwQcKSirVgsXgqZtcxk/Rn5MH0sVTJwz75QS44U3VkVl2Y1bDSNVYHzLJ6aj7JRvWX"
    "1uiaqdFpu2yd03Dn7LLz97EKi+dUmr2NZm9qz62UUp8k1elFTeZz0/SVJlj3tXtFu1eSsr"
    "iMXc+VxMOo9kVyOI5hZm05/A9sT4DNEgh+HZTCaSh3nykfC+VAJEBMx5GUwCNw2YYhaKzg"
    "0pkb+mMiB43qzoDm34czHGjNyJ8Et4oxaHEG/K3SCOEPmI7O9slDYM2E4dORIFNHeCy4q4"
    "i6J4AEh30bOujXscQUVAeDugzudY03h2fgqEewZ6kGPLKJd0ZkhwjffQi7ThgAIY68/XhJ"
    "Do9ODsnb+73j/YP9g3tA8H7vfg9uyGy4G0yItx3Cd7W/KeUvkkFkqcJ6CQeRjvpounah/R"
    "ux4vQlzJcHiwrTaxfHNlwc2gC/TgN8dX1F66M7oKeoyPo6VqUkpWZzo9mMtYaCFMiUhCWE"
    "xaidz+IYVYq/fSBbF0ujK5vl6cXNzacEOy+u0i0ifvvl4gMc/ZKPMIh7CeEq2UzJr3Tczy"
    "ladxodHJQRpw6KxamD9FGUp26UBTqPtoUC1mG3jATQLRYAuvmgeyPM6KuFeYJUQ14C8qbZ"
    "EJt7HuuYh0ZaB1+wz67OkhhWeMgxJcaKPxTbEp9ig5Z06Y+oSahNsLGr7LgaevKFCsiGmR"
    "iz0Q5HyYRiAjjpq7zUM2m3IwPhoKmRzqQh8Vx2dA1ow6lkiLcME4hsh6obqw/T9GCE7cEF"
    "MmBTeATgqomtXYWPI6gX2QPV875x8VHhXncjGDIc4WM54nmmmreOOHx30hfeqAMPYc2iR8"
    "DboVhPDIoNbIkhxhMKX2af/I+PFlJ46H529L399iHgx/6AWx5z3s7X1H/f+9133ZMOoV6v"
    "N/RY4n8r+v+bhw6ZjrgxQpTlCwN/uFPmuN+8l98rgJOMaWSo5d69ncJj4GFcPAwHfEsHTK"
    "QsnLldZKOrOpIi58RshK1TmzJaqePuipV1Q3rX0XEJefTouFAexY9SNR6j46UKxkmq1sF8"
    "fFBG7odRxe2WDjKSvy6zuJUjQ6tem1S9dO3K1dauzFm/Wq3dabX2fFiQe3w+fDHvODpxay"
    "m05wSPbSInUeobqEr4EGGsCSiJQ4eOVaAMaFxKb7UsohIaAvWRPmFo+jrqgbwWVWnJBNZi"
    "JWhE3VEVMS4cvxoBbrvQrtluu0hOLm7Xvi05eUva5Tr6tTc/AmRzETalYkC6C2JAutkYEF"
    "iitSr8uzpMoLkmlAoh1jptcVtpi7HSzDniYLJwc7FMaCTH1RMMJ8xxhU1cyk0ZomxQfL/R"
    "Gi8XxT658siU2y4RTyBBOr7F3I4UIeEegsDDWZzJnEeXj7lFnUBiVHHTNvOmwnnM82c4TA"
    "qhE+p5zJEelOQE76WfQo5j44k3w1xK7sVvKF0mcvC9jd6M0nb/rIVfW/YbadmXzK1otInT"
    "6IybZBwTrRboEY5voTy1+qDwYKurJK/OSVpnRz8pExF+UhwQfpKJB98tNWxtMG9aCdPe1d"
    "aoBtoltXVZR7uktEuqGfptR7uktEsqMNrk2CAia06x+YE9LVsGNwiGpGTCn5lFZKgktuPb"
    "JxiBCRDCfAYWrGdoezBG1MYSuWg2gP9NbngYFdhRic5jWHYyW9pWAZD39oMqoasiJIErqh"
    "oTUyYDAmdlYEVgYa3dCRMTCyMp2VlQgYkG5hEMq3Tg0R6ZNYtdlIaQezvM6vZtU9hly+WX"
    "Dz+sZJwoPjq2oRLv/WXg29JCReSd8MfRX7cgGr+oJetU6q1ozVq7aKV24Ts5TYgWKOlquN"
    "bOq2vnOkh2vUGyDhswJ6/yevFqjpG0AOBNr2gp/TizKis6RtICwNNHbrkzd9Ghmzl1De5V"
    "AzgYr9Etg26gm1QBOEbSQrGxWy52ZUHoShpi1wBtLwtwodUyGt8mg+XKmmH4tss8z2J5pu"
    "BF9SQSdBusKJEHbWnDQ+VTboWFJGT0RA9edjeI2Si5fDN0ehnnoGtErZcrrOE50ZYX8E5V"
    "RJFGtizSf/t8c11gFAkJ0oo7GvH+JBZ3dzd0LA9rRGKxaJyWgjtJLRwnSIvGI0BJ5InGxb"
    "jHSDTy9ZHfaORMw7BetwlQWc3rxCHHCXX57CbbA3W0wZajDWQEVC78xdgPCwMpyyHfsPdp"
    "1eLmAL4H3K8aqEkiDWsW1hGjJnN6oFlWQzZDp8HNgovO9cqbcIyoRZjqcK+GCjcVAtqjKv"
    "2V13SaUi/sKgtbh9zpkLuGY1sm5C53K1kBuolW8ru1h5SFN71/JgCGhyDXv336tJeRPVYA"
    "7qdgmnbiGpO1SkBakA1Tfasdtmaxhg+Q3GiHBSv1+oacX95d3VzvFeggKwD3JznZZ9ZmgD"
    "PKVxmUA114BRB/nM/UUoCTdoMidLcTQx6inxNFHmNMcRx5bB3UzGFH/2hU1og9cZMFTXQH"
    "WCa3sKjRlHsjVTsXKyEFj6GrG+nqRo2Cds3VjfDdqQJtOL6FcUonZXxbJ8W+rZOMbyvci6"
    "q4bOM0S/lsmwb2pp22urxRC72KurzRDpQ3mqs8OTJhQh8qlgqTOlgtwfCWAQtcj6ipgiKW"
    "HgMBMMj0k50XxtQYcZu5JcXEYDItJmoxsVHQrllMDJZ9FUEmRqLlGC3HaDlGyzE7JsfcPD"
    "FnYEmuZcSY6LOFUgx7NoJcy1oSzE9Ym7vPZgLrLRLkFmyaY+5FPZMcJisPyFZTNKiG6HZi"
    "zZo6BPPRO2TMbd9TRrKJI/ChggqN/rjPnKiLFKwelJg84VELazJKkSkg6BBXEAwnhofDp2"
    "GGcEziTbnBgtoMsgzCaIERLdFmPkyUV4+mXj8+5Hamx/yXcIiu09jMOo26RMIa46Pnr0dJ"
    "bWFO0KaA2ZXFwAWbTIXlOqdo4YLtlinU2C0u1NjNFGpUR0qFBTsn0AtWhw7qvrENE7E7O1"
    "PN7Ba0WYeZlyqnM0doTw5YKLkPhDMUnsfq11b/A2VnhY0Z2hJlO1nThAvJ0mNS1GbcCcX2"
    "M6xCBiI23B/vsD8pX908xh4tLzdTXtZh+NsKw9eayho1FV34ZO2FT3SNg43VONBqzGrVmA"
    "F3XK+GHyNOpx0ZjXNkJEL8aS0Ox8g0gxvNYG2K0KYIbYooY4r4nbPpHZcczVghos86iwwQ"
    "DqNLhcX/JKbEEtJVZ1iYqqW8hLJ6OjzAt7idEj6Gx0frAyVjyi0iJsw+I7QvfOlPVPQuht"
    "JjkXPsE2c4jKn66leyRDq6H6ktCaV3MajVjiIntpFDIrYv79jDO/b+JTiaMwj+lhMHhhAZ"
    "XKUeFKut43QD4dzbJncnFq1l/ujEqqrrOuqbSc4uNnroUt+tFAlcBl/OzFFJi4txzim0op"
    "RXq0fX9F5vTW/dSe7FXWgdlb218qCVB608lFEefqXopbxwxNSVUm5Gg0gOWKhGTOTQXj82"
    "tl6SbTADNol2GYFtktlYjhhbMBGYTWVNhO2kQfoHbUI1UXLYk3hk5joyJrTLclMuSw9YaP"
    "csIR79SRXJJE3XulSL1Te6jb2qZVGOkbRAMEk70cp50Ra50bJ+NIchGjWM1UlKrZw2WjmV"
    "ngWXwQ5U0ysRo9UVhpvM6UDIqMHnJKXmcpO5rOtI62qPTWNEWXWzTLXH7ambBQWcwo86L6"
    "mYyxVwCmYg3MZkM9wxXPL29uMlOT3pnn5zJh1Eof45EZblYoabyZ5k6hk8UEeOCHRPalkw"
    "Ul5Bm50coJXPpu8ynQXKp+J0De0zQ6jVzxfVT2nnxnemCtAJotaBfHBSJlQ2LRjFQmVPtI"
    "6/eR1/JGBVjoRVKeA7QdQ6nFe/W2hDykuCYSsUL/Y84TBdDTYnKTWbG81mlK1rvcwJQm1D"
    "aTKPpXpUi8lJSs3lJnPZZDavxeQEoeZxk3lsWBR4UEv2SlBqLjeZy1u0eTeMq6/W5N0wPu"
    "y+xfvcYk5ucVr1QWeRtZtGQ2rZuj0yhg1C1pqdsKjeg0ydwGTzfXLluSQIvvv26gcMoBpw"
    "YDLpswGsMGnWlimRAPmsg9kToGFhRJbDJqBQFxamzZZeS5dZ08bvRhq/dcmCeVnbMlbCw2"
    "Ij4WFOgf6i7oHFEclxmiXikZu5qddK+omFYQyM0263tyjUe0FriTziFi7j7nGZlAYYVWzt"
    "Ps4kNWAFTptZVfCOkbTO0r2G0hva0v0a1K1QNZYR7HX16ohYq9ZN5rWLB3n19zlGpvnbZP"
    "4OKK/nzkgQah43mccmd8fcrdciIU2rOd1kTjPHETkRMws6qYUES7Uf2R2OrqX7iA653nLJ"
    "Sp02vf60aR3Hvlqrfs76XQG2OiV9ex6TINf8Wnh8wA0aAJDxn+QN6yzyptgwUvG8ljvlsx"
    "gz2XEGHSHuSEyJkK2f7VhCwBs3zB1w98kdXOamLLiNLphgMctGOgGRcEzm4OeGGI+5p9rk"
    "oFH94Uw5XnqyONWfJPhlWNx4hN8OG+Pqct6Thz4bclv21JmOmIPOnfBGb2TBrAgbbO4DQ/"
    "fJwyObIcG9rZas7LUTNNPBefCr2arXDgz+t8+ZB4+jWvCgb8j3ZCEuNcxGGBzZy8fpwB0M"
    "6rvYDtuNvE14o7EPrw9MFtos+rOoC5CqGRBlXMgmQMFDyOfxOjj/iIbPFaB0J7+srAmG1Q"
    "Dw5SbwvZA1Ec62OS9xjk9kjBigNxW+ZRJLwJ+Oyt2gqlKZyYeyg6OANSqbHlnSA4ZlweQH"
    "WHxgSrmqPoAE4Y2wj6OcZcok9T65cSYjasPXkndAhoe12enAw285FTCYPZZt7fgltRNivX"
    "VZaixxNSxAFrMByv/jVdrx/8ipoGu2azdc486vddvWYZeohK0a3r48k1JpEAcL0iAOsmkQ"
    "2sW5WhenrmPYSuuSdu+9CjZL0TlHjlrUPyGi2WD7hOjKzvZPmOsV1cTWJJ2OW61rN9SO7N"
    "ezq0k1vI4nO0anOdxkDms3zOt2w+zOq6W9MKv2FIQPsHNumGYu2pexba4b5lJMZns5fhd5"
    "vbPI0WKEI+q4WW5spvqDeEK6TRxm8Am26tgnD3OwHlShpmB9BG4DDx0QAgYFnhnVSQRD6J"
    "RnBVabx4ASrfjoXPhTfga/VAwW/u+JyUS6KuB5pJ4NwymZCueRKS9Enw19W3qAmG3KW3Bv"
    "hF4X336EAxVuI3wPH0K6VWS3EbwHfiPlCXAZdYzRPMlGFS6Wg+gQVkpxUg3C2nOVehg0gE"
    "vn1aRdAvIbazt/Q+38TQu32CpLVmMx1Z0U5cJ+dQ1CNphQU6auEYxakFCTqWwkf1eAOBzf"
    "ulSaw1JeqcMFXqnDrFdKHYIV4I0INohvIJNsBubV92NGcalKY6Zo/OZ23Xc7suWGkmdVA1"
    "ucThvYmmxg0+by18NrnffVbv7qvK/281jnfb0WTuu8rxc4qvO+1gv9luI3AstyRUtkikxn"
    "fi32Ocbt90v6xdAH85nt4gIvm56UWlsvOx21R7cN1fLChV3gdwzW/GLXY/iO1WwQYzp04C"
    "mP4lAwV5a9o8YI07QwiyjyR6LTbkJxdVizfRLS2ewp8BSOVQk9aks3JjyTdEJexxKt0OcX"
    "K7UHQ1QPU4tRF52Q5+GlwC2JKV4qcUzdK5pjRn5EB+Mbl2CKVN/3PGG/v7cBDM6CDKcRfW"
    "Iyb6vPYI6QzMMJ1SNTp7BzzZf4yyVvHWUPJXyP4ZMHom48D6mSB7L4xNmGz2vvLwPfNnDJ"
    "EHkn/HH013UZapdxgy3oahMyLYP1goY2MZoWOnJOy9jAT4tt4KcZG7jDnrgbZKGWBTlO00"
    "KQD7tl3DndYm9ON+PM8fv/YkbOMb/AnTMnaZ3D7OBd2TyuhYlcmbU8cMS4V8P5m6Zr4Zpe"
    "iwdY4lbVDZwgat3SXosvGMWkvniugnKMRK/mcqvZG4HoZ1aUNxJE7VvNKz8Jp9wd5fnci4"
    "2Vc4qlrJVNW9CbNlfq9M06rNg5X0BKm63C5xSp9vk0mc+BcaWOkz5BqbncZC5rH5PubdM0"
    "RmzGXJ9wQOVGaV4EdB9/vmVWVEit2PPUIqi/VnJmxDQc9pxX2iEgu7HZnYAf5eC8C+bayc"
    "MhH9GKHh+JQIHLJ0TnBZ9PyJBaTp876X2hmAMmrd7vg6yssGqbTCdDv4tFXY/g/aLMMqxO"
    "N+RPzCb+pGQ1N52N1chsLLUA8jhgU2dWFKYZ0qTrtcw8tdPu5j6Zi2qgHkfSHqjSF1fX57"
    "f/iJTpSOT7dHP940WOOn3xj7sP540PPtnRPLiMtFXFhV8mTCU81tYfpNIEDqwmRGV1oRHn"
    "zOHGKO+YDD5ZeEjS+ZgaJ2RwacVn22s52JZMDSo+sp6YU9XhHCNppTdjDe3O8KWqgHAwvI"
    "XorqVmKNzRY3mGgGI/RoxEOzIqOjKWEhKWPcy+/j+1SMXk"
)
