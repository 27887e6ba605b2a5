"""What events share with their like lies beside them only."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "event" DROP COLUMN "client"',
        'ALTER TABLE "event" DROP COLUMN "rule"',
        'ALTER TABLE "event" DROP COLUMN "headers"',
        'ALTER TABLE "event" DROP COLUMN "user_agent"',
        'ALTER TABLE "event" DROP COLUMN "evidence"',
    ),
    "postgres": (
        'ALTER TABLE "event" DROP COLUMN "evidence"',
        'ALTER TABLE "event" DROP COLUMN "client"',
        'ALTER TABLE "event" DROP COLUMN "user_agent"',
        'ALTER TABLE "event" DROP COLUMN "rule"',
        'ALTER TABLE "event" DROP COLUMN "headers"',
    ),
    "mysql": (
        "ALTER TABLE `event` DROP COLUMN `rule`",
        "ALTER TABLE `event` DROP COLUMN `user_agent`",
        "ALTER TABLE `event` DROP COLUMN `headers`",
        "ALTER TABLE `event` DROP COLUMN `evidence`",
        "ALTER TABLE `event` DROP COLUMN `client`",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "event" ADD "client" VARCHAR(200)',
        'ALTER TABLE "event" ADD "rule" VARCHAR(60)',
        'ALTER TABLE "event" ADD "headers" JSON',
        'ALTER TABLE "event" ADD "user_agent" TEXT',
        'ALTER TABLE "event" ADD "evidence" JSON',
    ),
    "postgres": (
        'ALTER TABLE "event" ADD "evidence" JSONB',
        'ALTER TABLE "event" ADD "client" VARCHAR(200)',
        'ALTER TABLE "event" ADD "user_agent" TEXT',
        'ALTER TABLE "event" ADD "rule" VARCHAR(60)',
        'ALTER TABLE "event" ADD "headers" JSONB',
    ),
    "mysql": (
        "ALTER TABLE `event` ADD `rule` VARCHAR(60)",
        "ALTER TABLE `event` ADD `user_agent` LONGTEXT",
        "ALTER TABLE `event` ADD `headers` JSON",
        "ALTER TABLE `event` ADD `evidence` JSON",
        "ALTER TABLE `event` ADD `client` VARCHAR(200)",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz2za2/1cw/pJkRvWNn3WdvTtju07qbWJ3HHfb3XpHhkhIwpoitCRlWXeb//2eA5"
    "AU3yapF0XjQxuLwgGp3wGB8z7/3RkJk1nu7s3E64nnWzHdOSX/3bHpiMEf6S87ZIeOx/Ov"
    "8IJHe5YcLeQwOabneg41PLjap5bL4JLJXMPhY48LG67aE8vCi8KAgdweIPmNzWC04ZG+cI"
    "iADxZ3PWYzp0Mmtskc4g0ZwScjoi//Dr4n3CYPDgNSmNzdvTs7/3z5sHtv39sPE5v/Z8K6"
    "j2z2QEb0kbmE2raY2Abck3CPeFNuMDKkzshirivvTF1iCfgW/sWbOGJKuEse2djbJQ9jOr"
    "MENR/IUFimS7jpdu5hwilMa+Jwm1DiMmoxE/4xHOad4l2Ano3gp8NVYRPAjT8xZ7aLSPkP"
    "6IkBA3IHcPjjX3CZww9+Zi5+/ANQslmXeji8TznM7X8wJ/Lyv5Bg/Njtc2aZMfZxU9Lg9a"
    "43G8tr53xwZXsf5Vico9c1hDUZ2fPx45k3FHZIwG15swEiTT2Gd/CcCbIUmejzPuCy+jnz"
    "Iep3RGhM1qcTy4ssgV53fm2n272+uet+vbzrdnfKLBr/kgF8hwUHj+pKAAb4CN/9sL9/cP"
    "D9/vuD45Ojw++/Pzp5fwJj5fOmv/r+m3qYOVpqKonZ1aer6zt8IAGrWi12vPBN0lCPKirJ"
    "rjn6uJbT+F/AYstGPxifwB9+WBL/AO0iBgQX5hyYv4nrYMGIPnctZg+8IXw8fl+A7t/Pbi"
    "9+Ort9e/z+XRzia/+bffkVgj0HN3j3qwAcpWkhyHv7ZVCGUbkwy+/iOM830CpIx6mWg/Vm"
    "d5Q40j+UQvqHAqR/SCHtHy1pmP/29eY6G+YISQJjk8M5+qc8IbdwXReAi2DgzCPX/Y8Vxf"
    "Ttl7Pfk3BffL45l+AI1xs4chY5wXkCejioEZzgjI2h/yN84/ERy+ZAnDLJBJ90N/ijXay4"
    "u/py+fXu7MsvMX78eHZ3id/sy6uzxNW3xwkehZOQ367ufiL4kfzz5voyybZw3N0/d/CZ6M"
    "QTXRC8utSMYhJcDi7F2OzLSxVZPKfS7G00ew2LAhPM7sT2uFX5RU4SL4HZ/gGleb18XlPP"
    "Q43KTbM5V7mJkrys4izr3X2/KoFEqTj7e4ffH54cHB+Gmk14pUihCZSXyN4Y0TGrbI5zMv"
    "3CNPmFiRkOqnA4Rqh53GQeM8cRGQrxHXvO2RJDgvVpwzs7G2Dk5e93xTpDyMfPN9efguFJ"
    "ReLbNzS09R8jxh680KPG45Q6Zjf1jdgXeWPTX432R8kr1KYDCSP+Yvx9vjn2zDAEyCk7GZ"
    "ba4KtOkZ2WRgbVMdSekTFzXGGTKfeGaPXkDhFTu0O4KyxcLwRtYuQtmk9dMXEM5hKDWpY0"
    "uDKb2h4RDpm4zLky35W0gmobZyNtnGxEs2TtfMtQSNA6o9D+0WEJoxCMyjUKye/iYpn8tw"
    "K8wfgWbOgJdN+XMbnBqHx036dMbo6wKqEbjF8juiM26imL9TowLgVxAcJpm6brTgWcd0Pq"
    "DqsgnSKsBXnDZM3kfnFUar84KtgvjpKAD4QYWKzrTnpV0I5TLQXqRm3MKwAatZ3u/4H2Ww"
    "XnGNEaN5Ff7y7Ws4MclzkCj/NPwOPUATh2WJ8/V9o6QorWiRh7x2XcTkkVNOJ1Ok4t4yHo"
    "nxjLUGkZR4nWuIwt/sis2XpW8l4pD1+Bgy91FlKLOZ7bhYdK6ysCBAtq59gto3QJtHtAuC"
    "q4g2W+Xl39/Obmc0xXP79KKuO/fjm/BOwl9DCIezFdRXv1XpnVy+QuolyHzwlSbd1sMp9d"
    "xuwaPI6Qaf42jb8VDKrRheC6GOiZcY76lB9/vmUWlWCm2e5bSr+qWbZ3855f9ddl7G0RgP"
    "Ww27fEdEGcbs5goo+Wiv3dyrejGKgRrAM6YAui9EXN0tbV9MTZFCZZEKS/q1naCpIhHIep"
    "GPTFcLoIJ2orVOyJ2VnBG1VQusQ52gpQz4GNmzkLQvQL5Q4zz9VcbYVqDD9y8b3pFzVLSw"
    "85ZUNYDKEznKOti8gWHjcWFQKu5SRthcgQY74oQhdiPGsxPrOuyxZ9zRCir6xVL1qlWJgE"
    "oMaQGY/5iN7Y7E7A/8rhehFM1sItfoCBFd2BQ+0ME0l1uD7hdJ+C2VqI13iIoavwC/zoqE"
    "UB+wXn+xxO10LEHOZNHLs7pZ6R4cuvjtitnO+3YLqWIFYxlu/KfuIe9e+eCueLfNspiujj"
    "8XH1gvpg/X6HZlBicfuReEPqEQuOM8LhP/T2MUemUBNqEz+C8FRmSMOZ991krKhUjjVeFV"
    "Ngpw7u2+bgPk88MrtrCfE4GVfyDyfoWueHX36YwxZEoskXej3O9+UHomlf8Esn2db6kGJ2"
    "xecxh+lqsDlOqdncaDZP3FqvcoRMu4Kbxt+G5NYEbuEMYTziMc6XxN3IoLpFkFw+sL/jNp"
    "Y5wjJIvi9gl9yBWG2AVMWZX34I5WwpbHXCUkXCtmZKYqfuUIvfWvzW4ncJ8VuLh609V2JF"
    "o6jrdWvGkSVpNasbzWqtCbwKNjvsCU67Oht3nFLrA03mMgyF2TLcNPlCUISkdbmwh2Xy2Q"
    "7z09kOU9lsmIvfBYUoy3dYUOUvRtU6mI/29kvgDKNygZbfJbKAlOekW1W1itOtr35RK7Ss"
    "lG0hxY80Mz4Kh4Ee/jObSYZcwaNT28gyuqdLb2wZI/J8mXDZodPQLpBYg4AA/G6msq8uzr"
    "5enP14ufNtM1abeXBHht0mFvmRb7mJh5vUMt6ggSYojUIBXOLC3kgwksIlniA9RkBbNAn+"
    "ZiJgMXXwKugUytmKJpwRdR5dQh2GNa3hwkibcJq+uXQKTDiwZzj17ApxSq2FNFs+bdCh/k"
    "reuoXcBSWO/yCMafWH/0YZtrKjf6HjPBJ8mHGex0MT8w/0RETkQqXO3rj4x4hL5w6e2vIg"
    "xxN7CH/AEL8nBXfkcU/eUtvskCkc1owM+JP00OBRb5vvVGMKk7sAus0Mtck/qFpqlDxgvc"
    "WJwx7IiFHbVZLBJ1mfBe7ZRxemvK38WafEHYqpja0q7nckLCQ67/2Olh6avo8VSQ+bLq62"
    "af1w9eXVNlYuqelYr6BiEuxL46z8kfz2BnMK3d1gge4Gqh9RF04PLNvTle7hrG3dps4sr4"
    "ZC9gzJajQzj21v8Hvmvu1DHPID2HF+dX12+4/s0rHnGSw5/8fd5VnS3xw5+qtqhklarRs2"
    "WjdMCHpVuZ1Brn1VTea3L79XkSciJK1zohyUqtt6UFC39SBdt1XbW7S9Rdtblmdvmdf4yT"
    "C3xAoAFTT/DAsO1Ta2YOwrfBijqUSZPN64BKFCL8oYHv2UuDDUYlg7voOl5MmI2xMQOjuk"
    "B3CZSIjGET9iVhlPemxAbcI9bQtp+h7TKfakeKxGMGySTgfDJo7XdDCs//bUADtN2ULjyA"
    "pqHE8ckEIriYwRkhZCvPz8vyfmcJisUrvYKE0LQd7bPymBMowqaBd7kupXIXyxrSzIIUEL"
    "EV7+TqFtqBuyoU65O6wG/Jxi/cDv/KU/sWUBQdKbcMvjtruL9/vrqnT+dbNjXu+ihpSSSd"
    "w6w8vyNx+bPXvdMfUqNXKJEa0R5P9ZD8pHpcxbRwXmraO0eUtno9XZaLbOUqxTlF4Fm3Wx"
    "gnbzd4POiIZx9dUmdDSMD9ufzxEtppjhkkjUWsx3SiSLPC4nq0PNR+Az6NY2Mwm1TWJY3H"
    "iEv1W2h8re4A6RUZmqdAc3VWaHvPTG7cgUEBhvMu2aaPqG0yl2Tegkj/af8+pdzzzm89Xf"
    "GJG2MbxoY/B30Yoox6k0zC/CrANoNi+y6gCaRsm2C8mr0VLWGfJqotJ1vryaLLG9HHnVYW"
    "OLM1eKqRgnY7AgHVm1vTA/yK+GYgp3caKCK0zgqlSnvnAwhkbmLg256wlnBtg+nAbSLDwJ"
    "Nir306AIVksixpDaAz+5GSdCaztKy94Hcr9zvwMPALMyOb7PHSDAASVl4T92TBgAgtO/tF"
    "SspWItFW9KKp7vBVUEtjhV6wS25cevqK2zTtk6oatcbcmr5B9oFRk8p9I7ZaPZa1gUmGB2"
    "QSrNyup9wbGbJNavcpN57Wf0ZAQM5UqfUZL1lfd6v1oZdH/v8PvDk4Pjw1D0DK8USZyBdB"
    "mpheyISa9ai4wISesEDJ1V1Q4FShuFWmwU+sztzHp08nqnyAxkBSPqZlHJXlx++wC/wfkH"
    "8qBMNA9EguCSviNGZM93VRLhmHPzjXRa5hhi/ghapu/IJYFTKiNMzDrjj/GhnjhWFxsSaG"
    "tNQ601Ph/LiytzgjbVIl2avAILPg3mHXvOQdMf3oociCI5/vL3u5gIn4oFj1XTCIYnA8RT"
    "UKu9pYJsGKVpBeirdhh6sHQrCd/++NZJ3qsJ+Eb/dRVlcU6gVcXk1osSX2VA40Qa1CSo0j"
    "+nEKpho0xTa/NVk81XstdNXWaniDWvm8zruKIWZ/Svv179mM3kOFWCw5MJN3eRdgsFqQLW"
    "Kpua4lWUC/KXFsakRxTmBWPSv8xn2k5gX7TRxFdW1aD0SHbVE8M7pyAP+tR//PnlDvWXT6"
    "xN8f/fVhmyH6zMDINXZNHm27wi78gCxYNoGIO/S66wd71JuOqTaTHqsjfuKXm0sWRyJPZI"
    "Bjpx1ayhIyOhuO1ykxFYQs5MNdhUgU+ymMzDKZnYDhsLDFIhbykZco8Y8Is7xMa60PgFmT"
    "HvHflT9X+Af4whMycWDP8TaE1hs12cTUwcA6cbqJLR+CygNjEba0wjNWA9ofAFpgiQ3owM"
    "qSoffaHsd5hLIPpkzMTYYvK5Lf7IrJl/5QN5wBcLI5DdB/n1w1zK9Y2AhFrWPD7LFl7weD"
    "m2v5SZL25RxRzzMNgALsHw5JDJ2AwyVDO+lbIDcJ4/cW+WM0aV9faGGJbWzb6JGhLZSTLG"
    "OH3jZH8/NqiSbTL/bFz+mfiygTKS8S/vhP873ES6/wuHZKfABqnehypWhjlFC404yw8ikt"
    "tXJXwDAg1vGXgnvX8zo5KZLELSOkvZ3vtSpjIcll9h6H3aWIZuq26NjoBJutYBvpIK+RI1"
    "+aEq1AFR63BeSfCFy6hjDLvZdvZ8x1GCrAVYr9t9hCJ6nSD1OZm2bzXZvhXTSSrZMaOEOr"
    "a20UwO1PFafaBjpPplbjKflXWiTjWdKKHmcZN57JddrfMuJ0g1n5vMZ9Oh/exg43zFIkpT"
    "S9ZtGD/jisVJGb3iJF+tOElpFSlDaAWss2jbh/lBmR7vB/kt3g9SHd6T9unKkMdINeIvI5"
    "425VfAPJO4faivJG5Nyc5ptPOrIs8pFqqK3DCoC5BdSfljk/f7zGFYyKEK+AkyzYH6HBg7"
    "QvSrYB8SaNTroy592WnUc6M6w/E6oDMZ0KlDjpccclx1bcZoNKQ6insNoLJnOPrdyks1Sa"
    "aBzQG28oJN0WloszMPcO3VTjyIEGuTYJNNgjL8ryark7Sa003mtMEcD3/YrIqpJkbUPhPN"
    "KqqGUbNm1bAIoX6TmvwmpUKm6+ybCXrN8SZzXJVzrRnrYGn36HZwWRXqrcPlOKXmcvO5XE"
    "VljFBoZTFVdmWeXVTxpYlT6nC/Rr81TapUt2kV4rX23GoaI1ZWgy4HcyzxtmB6c1CIriVI"
    "J4Rkg4/54ingt8E87QUKW04sjBJO0laInjibwiQLYvR3NUtbQTKEA+8cTr0gThfhRG2Fap"
    "2lKbYTIOkWWxCgcI42ItQXzkB4HrMXA+ljdJo24oSRtItv3bdqlraCRC3mLLofneEcbQVI"
    "tclaEKFrOcnWmtsWrCYUKQo0ySpCESAZVCx/Gc8v/jwtQTO+a43w8TLqMVeH6TYyV0ugql"
    "qZaiLV63RZKn8BFdSkCkbUbcPnMoTeb8NnCyJ3WtlLzxtyNyjNrts/N9321SH5ZYsMkDHq"
    "2ZzjlNrm3Gibc9PqZDah4UYWY6tWycy3dablixIVNSt2PFmgnmYTGLD8apoLtsENjKUZx2"
    "3MklrUAjc6rG4lSNT7VDuTyi1QPNEhhtEhPcNYrAWKKUbAGfkz/KpTuvtJM49w3f1EcmFp"
    "bvhH+B1pNPMDO4PxLSwzeFAm2Tk/1znVo6163buNlLxbX9DsKorezXfu0oUpQooWlGBLIl"
    "xmDcOoAoRT67hqRUFdTLBKMcGm6SrNVUN1Tf9GaiG6pn8javqHtuNMdW5uVy7S5iKjlmJF"
    "9QTpMfi/ZRLej5lRydCvYd9jzCaYCsZMLJsPWpu9Sz6hIijgRSRcVbtXA0pXuu8zy+rOm6"
    "37f2mNrpkanTbK1jkNt84oO38fq7B4TqXZ22j2JvbcSpnfcVKdBdNkPjdNX2mCaV/7VrRv"
    "JS6LyxDrTEk8CL4uksNxDDNry+G/YZMo7HJF8OegFE4DuftU+Viwh5XoE1eMWE+Yszduhw"
    "gQ2pEOv3fpzA38MaGPR7XVQvPvwym2zrJm5E+CW8UItDgD/lbZbvAH/CI62yUPvjUThk+H"
    "gkwd4TH/PmKEkr3JTakDgBRnDDvEElPQHAzqYsetawHqgj3Ap+CoSbBnD/t+PbKxd0pkc6"
    "+J+xD0CzMARBx5+/GCHBweH5C39ztHu3u7e/eA4f3O/Q7cEtQMG38PqhMDDorlu1Ieo6zK"
    "qjEXkQ76aLp+oT0ckT4/JQyYe0U9frSTYxNODm2CX6UJvrrGojXSLdBUVCR4HbtSnFKzud"
    "FsxqI4fsJHQsISwmLUzmZxhCrB3x6QrYql4ZX18vT85uZzjJ3nV8luW79+Ob+Eo1/yEQZx"
    "LyZcxftSTiod93OK1p1Ge3tlxKm9fHFqr5FNIJq2W72CLhCvDfKmWRGbex7rqIdG2gdfsN"
    "Auz5YYlCLIMCZGqhTkWxOfIoMWdOoPqUmoTcTUxite6MsXKiQbZpLO/D6hZEy5gx59R0xd"
    "5pxKu53MpaLEpDNpSjwjQ+4FtMFUMshbBgqE1kO4pUkeJjBNF0bYHlwgfTaFRwCumi6hjp"
    "jgCOqF9kD1vG9cfFS4190QhgyG+FiOeMYgA+rBzeG3k57whvAM1ix8ArzbSIzw91GHEYv1"
    "PbSgGmI0hs+75E7GNOB+j/EKEap72yd7++AzZrfPLY85b+eL63/vJ/vv9487hHrd7sBjsc"
    "9W+PndQ4dMh9wYItzyzYE/3Clz3Hcf5A+cCsdEoOHve9sHmYzoDB+TJfHpexgpD1SAd+kQ"
    "ioTF09uBEX8kCuKEV3VsRcYJ2gjbpzZttFLn3Rar65r0sMOjEvLp4VGufIpfJYoThsdNFY"
    "zjVK2D+WivjB4Ao/L7ku2lNAFdH3AjR4ZWxdapiumii8stupixfrWau9Vq7tkgJxX5bPBi"
    "GnJ44tZScM8IHttETtKR6h/qSvgUvoaFWuPAoSPQ+4bAX8K9U1CxQOlSCq1lEZXr4OuV9A"
    "nD1ldRJ+S16EwL5rbma0ND6g6ryHPB+OVIcpuFdsUG3SKB+Y495yzcTQnMG1IzL3+/i2mY"
    "qT6boZb5+eb6UzA82Xxz20JD1hd6Uyo4ZL8gOGQ/HRwCS7RWjXpXxw8015ZSIfpaZzRuKq"
    "MxUlw4Qy6Mlx7OFw6N+Lh6EuKYOa6wiUu5qWKZqRtIg9RW4t8uufLIlNuukiGHAn6iFBBl"
    "VDU8FSOWEI++gwKlS08oiVFNrsKrbeZNhfOY5fRwmBJGqecxx/6gXBdsNPZmKrqZe5GbSh"
    "cKhjvLZ5MejtKm/7SRXxv3G2ncl7ytaLeJ0ug0nHhoE60W+xGMb6Ektfw4cX9jqySpzkla"
    "Z0o/LhMkfpwfI36cChHfLgVsZTCvW/3SDtbWKAXaK7VxWUd7pbRXqhmabUd7pbRXyjfXZF"
    "gfQjtOvuGBPS1aGNePj6RkzJ+ZRWT0JLaS2yUYlAkQwnyG50rTgA23c4gxpDb8EBUkCBdM"
    "bngyLrDHOspKMILlJxOpbRUbeW8/qPq6KngSuBNaE+C4dJWRggU1eMdMjC2Mr2ToAvOtIv"
    "BcFn9k1sy/oAwgmNg9sU1hly2ZXz7msJI5Iv+w2IQSvPOX/sSW1igi74T/O/zrBoThF/Vi"
    "nU+9ET1Z6xOt1CcmjlVJLVfDtT5eXR/XkbGrjYx1WJ85WQXY81dzhKQFAK97RUvpx5lVWd"
    "ERkhYAnjxyy525RYdu6tQ1uFcNYH+8RrcMur4iUgXgCEkLxcb9cnEqBWEqSYhdA/S6NMC5"
    "dspwfJtMlEvriTGxXeZ5Fssy/hYVlYjRrbGsRBa0pU0NlU+5JVaTcCYWc7vwsrt+fEbJ5Z"
    "ui08s4A11ltKm4hudEG17AW1UWRZrT0kj/7evNdY5RJCBIKu5osfuTWNzd3jCxLKwRiWLR"
    "OCkFd+JaOE6QFI2HgJLIEo3zcY+QaOTrI7/WWJmGYb1qE6CymteJOY4S6iraTbYH6viCDc"
    "cXyJinTPjzsR/khk6WQ75h79Oyxc0+/A64XzVQ40Qa1jSsQ9ketQuaZTVkU3Qa3DS46E6v"
    "vAlHiFqEqQ7waqhwUyGEPSzWX3lNJyn1wq6ysHWQnQ6yazi2ZYLsMreSJaAbaye/XXtIWX"
    "iT+2cMYHgIcv3r5887KdljCeB+9qdpJ64RWasEpDn5L9W32kFrFmvwAPGNdpCzUq9vyNnF"
    "3dXN9U6ODrIEcH+Sk31lbQY4pXyVQdnXhZcA8cf5TC0FOG43yEN3Q1HjzwbGk2WFjatvOo"
    "Vx4/MxtZt/YX66qhiLRXjZTGCiOsFlEMZmy4q8MExVNehEitl2CEbsdsiI2xOfQIpl2I5r"
    "7Ah8Oj9ZfTLqMUcGjlO/+pH/PcH2CjJdHuPEPeFReE7Xz3dHBwzORbG3GBay9abcYH7suu"
    "wKjJ2/SnXnCkKL1aMqyZwPuJ1qzfVHMETnsjczl10Hla/QozR/PUraDucEbXIxLM1q6G8y"
    "FZbrnKKFC3a/VMezgoZn6X5n8mSpsGDnBHrBamOrbrfRIPF9uzI+A80pQ3iPKFX50ntEh6"
    "tZawpjG8MypOyJmwy76krJmWMPjYlt5tQf5UrknleYEn1dhlSXIW0UtCsuQ4ovTxVog/Et"
    "lMqOy6gRx/lqxHFKjQg2ozTA+fGWUZqFAi6bBva6Iy51HdIWhgSmxMl8oUfXId1UHVKQ3w"
    "fC81hmGdL5l8ViYWxYbbtutNA8Vv2QRlxbEEvYA6xhb5rMTJTsUDXsuRNYd0+xegdxQNq2"
    "8W674/KFQSNSuzajNtOMquPZNhXPpg3YKzRg6wzilWcQ62TBtSULauv2cq3bfe64Xg3dKE"
    "qnlaPGKUexWDlai8MRMs3gRjNYe6i0h0p7qMqYI+bhkxnmiFhsZb45Ih7PWcseccuAn65H"
    "1FS+TcJjlhUUCZWt3EfUGHKbucUd8+YuK+2v0v6qRkG7Yn+V//ZU8ahESLRDRTtUtEipHS"
    "rLF4dW6lC5hR0sJ8Ym+KpQenEig+qILj+BIIIeE+KKEesJc/bGDXv8So+KlEaYgVHzY9hT"
    "J45sBUxBmuEWEWNmgzjTExMZPy8n4irkXhZrh7szpkqrXws52i+Iriq0o8WMmUSOZrvkN7"
    "/YOneJOxRTGKs+/FuA2BT6cnCWoBuxjOwxLMw1O723nzibdnGz6SJFTW9OJ1JtXddXX0/S"
    "dr64pUuAt+Y4ipXMkhtKxjGTX6RzTqHtvlk1fHSt79XW+tY95V7chVZR8VvbQrUtVNtCy2"
    "gSv1DuMPPcEVNXSrkpfSI+oFCrGMuh3V5kbL0Afn8GbBTtMgLbJLOxTLHswwSzKRto2CsJ"
    "E2st4rAn8cjMVZg/dfAVfreO4CsPWGh3scv3ZFxFKEnStc5uuvxut5G3tCzKEZIWyCTJcK"
    "By8UBFAUHpiCCHIRo1bKRxSq2XNlovlTESLoMdqGZ8RYRWFx1uMqd9IaMGn+OUmstN5rIu"
    "La0LQDaNEWU1zTIFIDenaeb4rIKvOi9pl4vlhQdqJXUfZVveHiNKZSVvbz9ekJPj/ZN3p+"
    "g9GgvLcrGek8meZGEleJqOdB35DXupZcFU8gra6uQArXk2fYvpFGieitM1VM8UodY9X9Q9"
    "pX0b35kqQMeIWgfy3nGZjJ+kVBTJ+DnWCv76FfyhgFU5FFalvLUYUetwXv5uoa0oL0mFrd"
    "C62PMYZDG3BpvjlJrNjWYzyta1XuYYoTagNJnHUj2qxeQ4peZyk7lsMpvXYnKMUPO4yTw2"
    "LAo8qCV7xSg1l5vM5Q0avBvG1Vdr724YH7bf3H1mMSczwVR90SkyddNwSC1Dt0dGsEFgdg"
    "Taq4OyVTKFAmvm7JIrzyV+0N13Vz9iskSfP8s+B31YYdKsLSs7AOQzmXfKxgzbDgzF1C3f"
    "VSDZQUBbvhtp+dZll+bZqWVMhAf5FsKDjIKfea0E88OQozQLBCE3c0evlekTCcDoGyf7+9"
    "2i+O6CUrVZxC1cxvtHZfIYYFS+qfsolcmAzWVsZlXBO0LSOjP3CsqHaTP3a9C1Ar1YRq3X"
    "VapDYq1XN5nXLh7k1d/nCJnmb5P526e8ni8jRqh53GQem9wdcbdepZMkreZ0kznNHEdUCp"
    "cJCVon3R6VCpY5KgiWOUoHy+iw6g0X2NZZ0avPitax6ss13mes3yVgqzPON+cYuRYeN9hO"
    "hmfE/6ZT5Bqx52Pq+Ea+ihGTzZH9+H9PWCYR2B6O25EA/zdukCzg7pKbvnSl+KtVjuKmK7"
    "uH+ETCMZmD1aUMMRpxT/V2Rjv5w6lypHRl+ak/if+PYXHjEf512AiXkfOBPPTYgNuyEfR0"
    "yBx01gQ3fCMbOsOPhmfCQbvk4ZHNHsiIPjL33saCoVwV0FJdoPkIdiyXA14w8j8Tzjx4Cp"
    "iBmfMG0qpCFjaxlgBYsP6dDulNvPk1xtGzQ95yD24SuJCAaDSBmd7B1IEtojeTjy3BU9kU"
    "QZ6F6lWNTiO4YQdQIkPqF+mCC6qNCv60PjdkbbiunNLFElx+7a/5Mkd+BRxAR1bYi0U2ah"
    "kywHMqJvhbBPzpqOwMqrhl8oGsswo/y+0AvqB7Ra7Dr6MzMqVc1RXAL+asxk7gTFJioTEq"
    "YbNY3yMCS5HBh4FcGn0Pf+5UwGD2mOsiS/jD/khsgNgURhYQi10NyopFjHzyc7SVDH4OvQ"
    "a6sYz2szXu2Fq18Rx2xErYquHtyyIppbftFehte2m9Tfswl+vD1NUJW2k+0v67V8FmKVFn"
    "yFFFTZ5CmjX2eAqvbG2Tp7mCUU1sjdPpqNS65kLtqX49u5pUyuu4qiN0msNN5rD2vrxu78"
    "v2vFra+bJsB0HwAFvnfWnmon0Z2+Z6Xy7EeLaT4XuR1ztFnhcjGFHH73JjM9X7wxPSmeLI"
    "Fky75GGO1IOy5fuLI/RT9JghYBC6RWSbD3QhoAVeOVlgqXkMKNF8j16QPwkGz8E/KsIKP3"
    "tiPGYm3AoeRirZMDxoWyJn67HBxMYHA1ITb0HVP76H5BFOVLgVCDrqmWAQM0+DXBm/8Qje"
    "lA5gSXT81ifwGX+vchNhcSBsRTJ0xGQwzM+gQYiDlnJ+x9pkEk3SPSAB0Db/htr8mxZxsV"
    "GWLMd6qls/y4X96lqArDF7pkwFIxhVkD2TqmEk/60AcTC+dZGFB6U8VAcFHqqDtIdKHYIV"
    "4A0J1oivL6KsB+a9cn7AAjdgEmOUnqq0XgrHr2/Xfb8lW24giFY1tkXptLGtycY2bTp/Pb"
    "zWSV7t5q9O8mo/j3WS12vhtE7y0kleLTRBRkRP34Zc0eaYINNpXsWexqilfkFvGHpevrJt"
    "XOBlc5ESa+tlV6P247ahAl6wsHO8jf6aL3Y4Bu9YzY4vpkP7fhrPQDDZ9IVRY4ipWtxzfS"
    "+k7PQCH5nV3yXoqFRU6BpEVyU8AaGqpF5HZgixJ+b4CUoqlcxi9ElmZwUewSnFueGyi47H"
    "r8oDqdybam6ZQgR3/YQ+wjdwn6mN2VeesD+QKT7tkJrS+egPvLc9dH/aeGtiwi/J9yFG3h"
    "15rzAlKOZEDJ7Ol1mjyUWVXIn5B8omnFc7f+lPbANXBJF3wv8d/nVV0tQi/qyCRjQB0yrI"
    "qFGaFnpkTsrIqSf5YupJSkp12BPHjsJVQI7StBDkg/0yfpn9fLfMfsorM+n9mxkZp3iBX2"
    "ZO0jp1a+992eSswuys1FruO2LUreHFTdK1cE2vxJUrcavqz40RtW5pr8Spi6JRTzxXQTlC"
    "oldzudXsDVEIrihvxIjat5qXfhJOuTvMcp7/7evNdTbCc4qkOZkbGN5ocXeLldosYBGLmB"
    "E5APTtl7Pfk1hffL45T8rWOMG5rqn6Go36CW22Cp8TpNp502Q++7HcdbztMUrN5SZzWbuQ"
    "dDuapjFiPdb4mH8pM9zy3Kf7+PMts2TRrGLHUoug/lbJVxHRcNhzVr0Gn+zGZncC/lcOzj"
    "t/rq08HLIRrejQkQjkeHQCdF5w6QQMqeXTuQt9KMpj0yEuoxYzP5BHNsbydcQS9kAVn7OJ"
    "DKGUfheLuh7B24cJZFiPDh01A/7EYOS4ZNU2nWnVyEwrtQqyOGBTZ5YXghnQJOuyzDy1+W"
    "7n1pmJqq8xhwIgaNfnV9dnt/8I9etQCvx8c/3pPEPDPv/H3eVZ48NNtjTHLSWAVXHalwlM"
    "CU661YelNIEDywlKWV4wxBlzuDHMOjn9bwrPTTofU+PQ9C8t+Wx7LQfbgmk/+UfWE3Oq+q"
    "AjJK10cKygbxm+VBUQ9oe3EN2V1AaFO3osyzaQ79qIkGjfRkXfxkJCwqKH2bf/B0scZo0="
)
