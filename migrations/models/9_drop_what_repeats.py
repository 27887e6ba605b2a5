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
    "eJztXelz20ay/1em9MV2FaNnnVHkfVslKbajxJZSsrJJNtqiQGBIzgrEcHGI4lv7f3/dM7"
    "gvAeAFQvMhsQhOD8BfD2b67v/uTLhBTWf32nMH/OmGz3ZOyX93LG1C4Y/slz2yo02n0Vd4"
    "wdUGphjNxTAxZuC4tqa7cHWomQ6FSwZ1dJtNXcYtuGp5pokXuQ4DmTVC8muLwmjdJUNuEw"
    "4fTOa41KJ2j3iWQW3ijinBJyN8KP4OvifMIvc2BVKY3Nm9PTv/9P5+9866s+49i/3Ho/0H"
    "Or8nE+2BOkSzLO5ZOtyTMJe4M6ZTMtbsiUkdR9xZc4jJ4Vv4F29i8xlhDnmgU3eX3E+1uc"
    "k1456MuWk4hBlO7w4mnMG0Bg63iEYcqpnUgH90m7qneBegpxP46XCVWwRwY4/Unu8iUv4D"
    "unxEgdwGHP76F1xm8IOfqIMf/wKULNrXXBw+1BjM7X8wPHH5X0gwfegPGTWNBPuYIWjwet"
    "+dT8W1cza6tNwPYizOMejr3PQmVjR+OnfH3AoJmCVuNkKkNZfiHVzbQ5YiE33eB1yWPyca"
    "In9HjMagQ80z3dgSGPSjazv9/tX1bf/L+9t+f6fKovEv6cB3WHDwqI4AYISP8N0P+/sHB9"
    "/vvz04Pjk6/P77o5O3JzBWPG/2q++/yYeJ0JJTCcwuP15e3eIDcVjVcrHjhW+CRnM1SSXY"
    "FaGPazmL/wUstnz0g/Ep/OGHpfEP0C5jQHAh4kD0Jq6DBRPtqW9Sa+SO4ePx2xJ0/3F2c/"
    "HT2c3r47dvkhBf+d/si68Q7Ajc4N2vA3CcpoMg7+1XQRlGFcIsvkviHG2gdZBOUi0H683u"
    "KEmkf6iE9A8lSP+QQdo/WrIw//zl+iof5hhJCmODwTn6VZyQW7iuS8BFMHDmieP8x4xj+v"
    "rz2R9puC8+XZ8LcLjjjmwxi5jgPAU9HNQITnDGJtD/Eb5x2YTmcyBJmWaCT7ob/NEtVtxe"
    "fn7/5fbs868Jfvx4dvsev9kXV+epq6+PUzwKJyG/X97+RPAj+ef11fs028Jxt//cwWfSPJ"
    "f3QfDqa0Yck+BycCnBZl9eqsniiEqxt9Xs1U0NmGD0PctlZu0XOU28BGb7B5Ti9fJ5rbku"
    "alROls2Fyk2c5HkVZ1nv7ttVCSRSxdnfO/z+8OTg+DDUbMIrZQpNoLzE9saYjllnc4zI1A"
    "vT5hcmYTiow+EEoeJxm3lMbZvnKMS39KlgSwwJ1qcN7+xsgJHv/7gt1xlCPn66vvoYDE8r"
    "Et++oaFt+BAz9uCFgaY/zDTb6Ge+4fu8aGz2q8n+JH1Fs7SRgBF/Mf4+3xx7pusc5JSdHE"
    "tt8FWvzE6rxQY1MdSekSm1HW6RGXPHaPVkNuEzq0eYw01cLwRtYuQ1mk8d7tk6dYiumaYw"
    "uFJLs1zCbeI51L403lS0giobZyttnHSi5cnaxZahkKBzRqH9o8MKRiEYVWgUEt8lxTLxbw"
    "14g/Ed2NBT6L6tYnKDUcXovs2Y3Gxu1kI3GL9GdCd0MpAW63VgXAniEoSzNk3HmXE478aa"
    "M66DdIawEeQtkzXT+8VRpf3iqGS/OEoDPuJ8ZNK+4w3qoJ2kWgrUrdqYVwA0ajv9/wPttw"
    "7OCaI1biK/3V6sZwc5rnIEHhefgMeZA3Bq0yF7qrV1hBSdEzH2jqu4ndIqaMzrdJxZxmPQ"
    "PzGWodYyjhOtcRmb7IGa8/Ws5L1KHr4SB1/mLNRMartOHx4qq69wECw0q8BuGadLoT0Awl"
    "XBHSzz9erq59fXnxK6+vllWhn/7fP5e8BeQA+DmJvQVZRX74VZvQzmIMpN+JwiVdbNNvPZ"
    "odRqwOMYmeJvm/lratbI00a1BOo4Tfc0xOWLe5rzALtdE6SzlArvfLxrOAnim5vjYPByjm"
    "zoU3745YaamviBWfB96/8XOcv2CiTRVX+tJFYvh/1j3B+afLYgTtdnMNEHU8azb9eKrQTU"
    "BNYBvKULovRZztLV1fTI6AwmWRCkf8hZugqSzm2byryKxXC6CCfqKlT0kVp5AUl1UHqPc3"
    "QVoIENGze1F4ToV43Z1DiXc3UVqin8yMX3pl/lLB095KRdbDGEznCOri4ii7tMX1QIuBKT"
    "dBUinU/Zoghd8Om8w/jM+w5d9DVDiL7QTr1oteK7UoDqY6o/FCN6bdFbDv+rhutFMFkHt/"
    "gRBgv1R7Zm5Zj96sP1Eaf7GMzWQbymYwzHhl/gR/wtCtivON+ncLoOImZT17Ot/kxz9Zz4"
    "lPqI3Yj5fg+m6whiNeNTL61H5mr+3TMhqrFve2VRqiw5rlmgKqzf79C0T0xmPRB3rLnEhO"
    "OMMPgPPdjUFmUBiGYRPyr2VGT9w5n3nTeVVLJuAF7lM2CnCljd5oBVlz9Qq29y/uBNa8U8"
    "pOg6F1uy/NCdLYiuFC/0zlrwXX5wpYpveO4k64RflD5NGUzXgM1JSsXmVrPZcxq9yjEyFd"
    "7QNv62JF8scAvnCOMxj3GxJO7EBjUt7OWwkfUds7B0F5b28n0Bu+QWxGodpCpG/ZJaKGcL"
    "YasXlt/iljmXErvmjJX4rcRvJX5XEL+VeNjZcyUZNue4/YaxkWlaxepWs1ppAi+CzTZ95A"
    "+NNu4kpdIH2sxlGAqz5bhpSmJwI5LO5XcfVsnRPCxO0TzMZGhifYk+KER5vsOSypUJqs7B"
    "fLS3XwFnGFUItPguFVUuPSf9uqpVkm59Nbk6oWVlbAsZfmSZ8YHbFPTwX+hcMOQSHl2z9D"
    "yje7aczJYxosiXCZdtbRbaBVJrEBCA301lRuHF2ZeLsx/f73zbjNUmCu7IsdskIj+KLTfJ"
    "cJNGxhs00ATlfjQAlziwNxKMpHCIy8mAEtAWDYK/mXBYTD28CjqFdLaiCWei2Q8O0WyKdd"
    "rhwkSZcNq+ufRKTDiwZ9jN7ApJSqWFtFs+bdGh/kLeuoXcBRWO/yCMafWH/0YZtrKjf6Hj"
    "PBZ8mHOeJ0MTiw/0VETkQuX7Xjn4x4QJ5w6e2uIgxxN7DH/AEL/PCrPFcU9ea5bRIzM4rC"
    "kZsUfhocGj3jLeyGYrBnMAdIvqcpO/l/UBNXKPNUQ9m96TCdUsR0oGH0XNIbjnEF2Y4rbi"
    "Z50SZ8xnFrZfudsRsJD4vHc7Snpo+z5WJj1sumDgpvXD1ZcM3FgJsLZjvYIqYLAvTfPyR4"
    "pbdkQUqmPHAh07ZI+tPpweWIqqL9zDedu6pdnzorog+TOkKyzNXbq9we+5+7YPccgPYMf5"
    "5dXZzZ/55ZDPc1hy/uft+7O0vzl29NfVDNO0SjdstW6YEvTqcjuHXPmq2sxvX36vI0/ESD"
    "rnRDmoVIv4oKQW8UG2FrGytyh7i7K3LM/eEtX4yTG3JAoAlTS0DQsONTa2YOwrfJiiqUSa"
    "PF45BKFCL8oUHv2UODDUpNgPoYftEciEWR4InT0yALgMJETjiB8xK40nAzrSLMJcZQtp+x"
    "7TK/ekuLRBMGyaTgXDpo7XbDCs//Y0ADtL2UHjyArqdns2SKG1RMYYSQchXn7+3yO1GUxW"
    "qwVynKaDIO/tn1RAGUaVtEA+yfRg4b7YVhXkkKCDCC9/p1A21A3ZUGfMGdcDPqJYP/A7fx"
    "t6liggSAYeM11mObt4v7+vSudfNzuiehcNpJRc4s4ZXpa/+Vj0ye1PNbdWc6IE0RpB/p/1"
    "oHxUybx1VGLeOsqat1Q2WpONZussxSpF6UWwWRUr6DZ/N+iMaBlXX2xCR8v4sP35HPFiij"
    "kuiVStxWKnRLrI43KyOuR8BD6Dbm1Rg2iWQXST6Q/wt8z2kNkbzCYiKlOW7mCGzOwQl145"
    "PZECAuMNqlwTbd9weuWuCZXk0f1zXr7rucd8sfqbIFI2hmdtDP4uWhPlJJWC+VmYVQDN5k"
    "VWFUDTKtl2IXk1Xso6R15NVboullfTJbaXI6/adGoy6ggxFeNkdBqkI8u2F8Y78dWYz+Au"
    "dlxwhQkcmeo05DbG0IjcpTFzXG7PAdv700CahSeZDKjtp0ERrJZE9LFmjfzkZpwIre0oLb"
    "vvyN3O3Q48AMxKxfghs4EAB1SUhf/aMWAACE7/UlKxkoqVVLwpqTjaC+oIbEmqzglsy49f"
    "kVtnk7J1XFW52pJXyT/QajI4olI7ZavZq5saMMHog1Sal9X7jGM3Taxe5Tbz2s/oyQkYKp"
    "Q+4yTrK+/1drUy6P7e4feHJwfHh6HoGV4pkzgD6TJWC9nm3qBei4wYSecEDJVV1Q0FShmF"
    "OmwUEpaRoDF4UR2bWOPw5yrZTGJDm9iFfkc7DHNCiw1WjuFDohF/4lPRN4DJvgI2xfI1fl"
    "U6+uRSS1S+semUo3LufxmahxAxYRy6FSVvmCM6F8C3DueiPo1mwYqDB8E7MvEYD3B4WpWt"
    "Pe4Y74Ocg6/+8hHBT8r800rzj2Frw/yjpPjEjtM0OrJbJtEmz+yTKkf2SfGJfZI5sMOXoA"
    "bGcZruYXxQpWLvQXHB3oNMvd5o36kjesaJFMrPo+ynWjUxcKVIlV7cZr1Yig9ZFhen0UQU"
    "7Uijwdt2Jo3GYMMhiGvoEKzDkxTZQozZnpdtJRyY2pwP62AfEijUm6PuKzy5p/pvv13+mA"
    "99kiqFv+cxYxdpt1V5zgNfHuTywIhjKn7n0qwXMb12IetFTJXeRgY8a71Irr9VWy8+MSu3"
    "mr643iuzVpjBiKY1YEQncb/5of+j35F7GWByT4QJxyFDm0/Inh9oTbhtRMEnIuS6wLDwV3"
    "y5ySmlDSFhbUhC7dlmH9spKmNDS40NPh8zHCiEPyLoUieVpXlbYMFnwbylTwVo+sM7UcGh"
    "TNt6/8dtuSiSqAUaDE/LJxmo5d6Swbuk71KMphOgrzrc2YWlW8t+44/vnN9wNenqGH1fx9"
    "UdEShHd3rrRYmvNqBJIgVqGlQRXSwRamBhzFIrI2ObjYyiU29TZmeIFa/bzOu2WXLay9q6"
    "tpwK9pnaGfULWGjaAezybTQFmNNHinfOQH7u03345YaaooZVMdrvH2mXqhd8W2XBgZIwnU"
    "oROovG5sjSx1pYQWCXXIpYHAyUEflUVHPoK+dURs3EM6dEmhaTrSZ7Io+LWQ4zKIElZM+J"
    "6NUh07ZEKdz7U+JZQRQPea2RMXOJDr+4Ryzuh/eQOXXfkK+yeyX8o4+p4Zkw/CvQGtyiMN"
    "+FtMJhPQM+JFPKpyYVdzfZAzXn/pV35B5fD8yCdu7F1/eRrOqb8ohmmlGOmMXd4CYFFryM"
    "sS4Z1YUekNAbHIQLJYd4UyOokpXzrZAAgH/skbnzgjH2UD/Z3+/H3vZ6psHio2kTzoWYn1"
    "PcCf93uAkn5zNnVK/EBOhwzy6qPPre8iaZEyqZchZSt9meIo0EG89FEvtIHXNKSNBmcFuT"
    "6uV4g39TvZa9KkbSOZPV3ttKNiscVlyo+G3WaoX+I9Q0YIvJkbNKmrWk6DoH+Eoa7QnUxI"
    "e6UAdEncN5JTkcDtVsfdzPN3gXe3BSZB3Aet1+HJSVm+S6R2TK0NRmQ1NCrahlUIwTqhTd"
    "VjM50IsbsDlFql7mNvNZGhiaFOWNEyoet5nHWRNNDckzl7h7iRwrCQcQxr4s2IXO63C88l"
    "un/dYqsmLJkRV112aCRkGqglXWACp90uHYqb1U02QK2AJgay/YDJ2CNj/ACtde4/iqGLES"
    "rNssWAv/aENWp2kVp9vMaZ3aLv6weR3VKUHUPZVpFaUdNaNhaccYoXqT2vwmZWJKmuybKX"
    "rF8TZzXNbcbmhJNlU9i+3gsqym3oTLSUrF5fZzuY7KGKNQymImuzQKv6z50iQplTO11W9N"
    "m8qJblqFeKmNEdvGiKppHIt1RoxHjVh5psY6WRxBvY2OIJ0SknU2ZYtnutwE83QXKOwLtD"
    "BKOElXIXpkdAaTLIjRP+QsXQVJ5za8czj1gjhdhBN1Fap1ZuBtJ0DCLbYgQOEcXURoyO0R"
    "d11qLQbSh/g0XcQJi+UuvnXfyFm6CpJmUnvR/egM5+gqQLKX4YIIXYlJttbctmDSdKq0eD"
    "GUQWXG5wFNNznoCKyJGhReXjpkfag++/N0ECKbTvDxckr01YfpJjZXR6CqW6zAE6aIbKUC"
    "fwGVlCkIRjTtK+tQhN7vK2txIk4l0RzWHTMnqNZZMXW/Vsq8qqa5TDthjxSn0usgjzWzzy"
    "cplX2+1fb5tpVOakMN5mUUTiq2C2dlMVUEu91FsCPDcs5xm7A6l/V0jw9rWhwIdWRZ4bp2"
    "VWyX94iu98hA1xerim1wEOaFZBbUP1AFsdt5hKuC2IILSwtZeIDfkUWzOAg2GN/BgjcHVY"
    "pWFJesyDQdrV+BZSPFV9YXYLyK8ivRzl0V5IiiA8VA0ghXWcMwqgThzDquW9tGlbWpU9am"
    "bbpKe9VQVea1lVqIKvPaijKvoe04V52L7Mpl2lxs1FKsqC4nAwr/Nw3ChgkzKhn7BVEHlF"
    "oE0+aoQQZzVO2sXfIRFUEOLyL2U8bSqXJA5bKpQ2qafcMLqpn4fymNrp0anTLKNjkNt84o"
    "G72PdVgcUSn2tpq9qT23VpZ8klRlDLWZz23TV9pg2le+FeVbScriIhw9VxIPAtXL5HAcQ4"
    "3Gcvjv2HEAGx8Q/DkohWuB3H0qfSzYWIEPicMndMCN+SunRzgI7UiH3zva3An8MaGPR3Za"
    "QPPv/Sl2UzDn5CvBrWICWpwOf8vMQPgDfpE23yX3vjUThs/GnMxs7lL/PnyCkr3BDKEDgB"
    "Snj3vE5DPQHHTNwSYMVxzUBWuET8FQk6BPLraCeKBT95SIfg+ecx+0kNABRBx58+GCHBwe"
    "H5DXdztHu3u7e3eA4d3O3Q7cEtQMC38PqhMjBorlm0oeIxEtlqqWl3ARqaCPtusXysMRqz"
    "hfwYC5V1ZtXjk5NuHkUCb4VZrg62ssSiPdAk1FRs03sSslKRWbW81mLCDkJ8ekJCzOTapZ"
    "+SyOUaX4OwCyVbE0vLJenp5fX39KsPP8Mt334bfP5+/h6Bd8hEHMTQhXyQ5JXq3jPqLo3G"
    "m0t1dFnNorFqf20kdRnrpRFeg82g4KWAf7VSSA/WIBYD8fdHeMgYiNME+QKsgrQN42K2J7"
    "z2MV9dBK++AzFtrl2RKDsg05xsRYRYdia+JjbNCCTv2xZhDNItilVfRPDXz5XIZkw0zCmT"
    "8kGplqzEaPvs1nDrVPhd1O5FJpxNDmwpR4Jvqz+rTBVCLIWwQKhNZD2VvVg2n6MMJy4QIZ"
    "0hk8AnDVwD6t3MMRmhvaA+XzvnLwUeFet2MYMhrjY9n8aS47so4Z/HYy4O4YnsGch0+Ad5"
    "vwCf4+7ABr0qGLFlSdT6bweZfcipgG3O8xXiFGdWf5ZK/vfcbsDpnpUvt1tLj+987bf7t/"
    "3COa2++PXJr4bIaf39z3yGzM9DHCLd4c+MOZUdt58078wBm3DQQa/r6zfJDJRJvjY9I0Pk"
    "MXI+WBCvCuHEKRsnjmtooNr6rYipwTtBW2T2Xa6KTOuy1W1zXpYYdHFeTTw6NC+RS/ShVy"
    "DI+bOhgnqToH89FeFT0ARhX3VNrLaAKqluJGjgyliq1TFVMFKpdboDJn/So1d6vV3LNRQS"
    "ry2ejZNOTwxG2k4J4RPLaJmKQn1D/UlfApfA0LtcaRrU1A7xsDfwlzT0HFAqVLKrSmSWSu"
    "g69Xao8Ytr6KOiEvRWdaMLe1WBsaa864jjwXjF+OJLdZaFds0C0TmIubs29KYN6QmrmK7u"
    "ztDw1ZX+hNpeCQ/ZLgkP1scAgs0Ub1/B0VP9BeW0qN6GuV0bipjMZYIeYcuTBZprlYONST"
    "45pJiFNqO9wijsYMGcusOYE0qFlS/Nslly6ZMcuRMuSYw08UAqKIqoanosTk/MF3UKB06X"
    "IpMcrJZXi1Rd0Ztx/ynB42lcKo5rrUtt5J1wWdTN25jG5mbuymwoWC4c7i2YSHo7LpP2vk"
    "V8b9Vhr3BW9r2m3iNCoNJxnapNWL/QjGd1CSWn6cuL+x1ZJUI5LOmdKPqwSJHxfHiB9nQs"
    "S3SwFbGczrVr+Ug7UzSoHySm1c1lFeKeWVaodm21NeKeWV8s01OdaH0I5TbHigj4sWxvXj"
    "IzUyZU/UJCJ6Etvu7RIMygQIYT7ddYRpwILb2UQfaxb8EBkkCBcMprsiLnBAe9JKMIHlJx"
    "KpLRkbeWfdy/q6MngSuBNaE+C4dKSRggY1eKeUT02Mr6ToAvOtIvBcJnug5ty/IA0gmNjt"
    "WQa3qpbMrx5zWMscUXxYbEIJ3vnb0LOENYqIO+H/Dv++AWH4Wb1Y5VNvRE9W+kQn9QnPzm"
    "k5VKKWy+FKH6+vj6vI2NVGxtp0SO28AuzFqzlG0gGA172ihfRjz+us6BhJBwBPH7nVztyy"
    "Qzdz6urMrQewP16hWwVdXxGpA3CMpINi4361OJWSMJU0xI4Oel0W4EI7ZTi+SybKpfXE8C"
    "yHuq5J84y/ZUUlEnRrLCuRB21lU0PtU26J1SRsz6ROH152x4/PqLh8M3RqGeegK402Nddw"
    "RLThBbxVZVGEOS2L9M9frq8KjCIBQVpxR4vdV2IyZ3vDxPKwRiTKReO0FNxLauE4QVo0Hg"
    "NKPE80LsY9RqKQb478WmNlWob1qk2A0mreJOY4TqiqaLfZHqjiCzYcXyBinnLhL8Z+VBg6"
    "WQ35lr1PyxY3h/A74H71QE0SKVizsI5Fe9Q+aJb1kM3QKXCz4KI7vfYmHCPqEKYqwKulwk"
    "2NEPawWH/tNZ2mVAu7zsJWQXYqyK7l2FYJssvdSpaAbqKd/HbtIVXhTe+fCYDhIcjVb58+"
    "7WRkjyWA+8mfppu4xmStCpAW5L/U32pHnVmswQMkN9pRwUq9uiZnF7eX11c7BTrIEsD9SU"
    "z2hXYZ4IzyVQVlXxdeAsQfopk6CnDSblCE7oaixp90jCfLCxuX3/RK48ajMY2bf2F+uqwY"
    "i0V46ZxjojrBZRDGZouKvDBMVjXoxYrZ9ghG7PbIhFmeTyDEMmzHNbU5Pp2frO5NBtQWge"
    "OaX/3I/55gewWRLo9x4i53NXhOx893RwcMzqVhbzEsZOvOmE792HXRFRg7f1XqzhWEFstH"
    "lZI5GzEr05rrr2CIymVvZy67CipfoUcpej0q2g4jgi65GJZmNfQ3mRrLNaLo4ILdr9TxrK"
    "ThWbbfmThZaizYiEAtWGVsVe02WiS+b1fGZ6A55QjvMaWqWHqP6XANa01hbGNYhpQ+MoNi"
    "V10hOTPsoeFZRkH9USZF7qjCFB+qMqSqDGmroF1xGVJ8eepAG4zvoFR2XEWNOC5WI44zak"
    "SwGWUBLo63jNMsFHDZNrDXHXGp6pB2MCQwI04WCz2qDumm6pCC/D7irktzy5BGX5aLhYlh"
    "je268ULzWPVDGHEtTkxujbCGvWFQI1WyQ9awZ3Zg3T3F6h3EBmnbwrvtTqsXBo1J7cqM2k"
    "4zqopn21Q8mzJgr9CArTKIV55BrJIF15YsqKzby7VuD5ntuA10ozidUo5apxwlYuW0RhyO"
    "kSkGt5rBykOlPFTKQ1XFHBGFT+aYIxKxlcXmiGQ8ZyN7xA0FfjoukVP5NgmXmmZQJFS0cp"
    "9o+phZ1CnvmBe5rJS/SvmrWgXtiv1V/ttTx6MSI1EOFeVQUSKlcqgsXxxaqUPlBnawghib"
    "4KtS6cWODWoiuvwEggh6TIjDJ3TAjfkrJ+zxKzwqQhqhOkbNT2FP9WzRClgDaYaZhE+pBe"
    "LMgHsifl5MxGTIvSjWDnenVJZWv+JitF8QXVZoR4sZNYgYTXfJzxzEo9BnI6J2dBPzyOCZ"
    "kFZWY3fGfAY3fWR01sedpf9vIGvouunFSqurYurrydAulq1Uve/OnD2J+lhi98g5U4orck"
    "YUysibV7BHFfZebWFv1UDu2V1oFeW9leFTGT6V4bOK2vCrxmxqnNt85ggpN6M8JAeUqhBT"
    "MbQ/iI1tFq3vz4BdoR1KYJukFtYkFk2XYDZp8AwbI2EWrUls+sgfqLEKW6eKtMLv1hFp5Q"
    "ILrT629PamdYSSNF3njKTLb20be0urohwj6YBMko79qRb8Uxb9kw3/sSmi0cAgmqRUemmr"
    "9VIREOFQ2IEaBlPEaFWF4TZz2hcyGvA5Sam43GYuqzrSqtpj2xhRVdOsUu1xc5pmgYMq+K"
    "r3nHa5WBJ4oFZqzoPowTugRKqs5PXNhwtycrx/8uYU3U5TbpoOFm8y6KOoogRP0xO+JL87"
    "r2aaMJW4grY6MUBpnm3fYnolmqfkdAPVM0OodM9ndU9h38Z3pg7QCaLOgbx3XCW9Jy0Vxd"
    "J7jpWCv34Ff8xhVY65WStJLUHUOZyXv1soK8pzUmEntC76NAVZzGnA5iSlYnOr2YyydaOX"
    "OUGoDCht5rFQjxoxOUmpuNxmLhvUYo2YnCBUPG4zj3VTAx40kr0SlIrLbebyBg3eLePqi7"
    "V3t4wP22/uPjOpnZtNKr/olZm6tXBII0O3SyawQWAqBNqrgxpVIl8CC+TskkvXIX7Q3XeX"
    "P2KrgSF7Ek0NhrDChFlblHEAyOciyZROKfYYGPOZU72FQLpdgLJ8t9LyrWosRamoVUyEB8"
    "UWwoOc6p5FfQOLw5DjNAsEIbdzR2+U6RMLwBjqJ/v7/bL47pK6tHnEHVzG+0dV8hhgVLGp"
    "+yiTyYCdZCxq1sE7RtI5M/cKaoUpM/dL0LUCvVhErTdVqkNipVe3mdcOHuT13+cYmeJvm/"
    "k71FgzX0aCUPG4zTw2mDNhTrOyJmlaxek2c5raNq8VLhMSdE66PaoULHNUEixzlA2WUWHV"
    "G66mrbKiV58VrWLVl2u8z1m/S8BWZZxvzjFyxV2m050cz4j/Ta/MNWJFY5r4Rr7wCRWdkP"
    "34f5ebBuHYC45ZsQD/V06QLODskuuhcKX4q1WMYoYjWoX4RNw2qI3VrHQ+mTBXNnJGO/n9"
    "qXSk9EXVqa/E/0c3mf4A/9p0gsvIfkfuB3TELNH1eTamNjprghu+Et2b4UfDM+GgXXL/QO"
    "f3ZKI9UOfOwuqgTFbLki2f2QR2LIcBXjDyPx6jLjwFzECNqFs0DGZiWgmACevf7pGB50bX"
    "KEPPDnnNXLhJ4EICookHM72BqQNbxGAuHluAJ7MpgjwL2ZganUZwwx6gRMaaI8tuER+lK0"
    "6ipYw8CVBGZ1XYXEV0XhlTwGzGPXxeDn/aMgNDkxwx2EgUToVHd3qAIehXsevwC7Q5mWlM"
    "1g7ALyJ2YmtvKih3iWgIA7/GpEOXcKwtBh9Ggv1DF3/SjMNg+lDoBkv5vP5KbXLY5UUUCU"
    "tcDUqHxQx54nO8Nwx+Dj0DqlOM8qW17mhatYEcdr1a2Mrh3csUqaSb7ZXoZntZ3Uz5KZfr"
    "p1QVCDtpIlI+uhfBZiE158hRZV2bQpo1Nm0Kr2xt16ZIiagntibpVORpU5Og8ka/nF1NKN"
    "5N3NExOsXhNnNYeVhetodle14t5WBZthMgeICt87C0c9E+j217PSwXfDrfyfGviOu9Mu+K"
    "Hoxo4lu5tqhs5uFy4TCxRU+lXXIfIXUvbfn+4gh9EQOqcxgk23IwV7gJ0AIvHSmw1FwKlG"
    "i+R0/HV4IBcvCPjKLCzy6fTqkBt4KHEUo2DA/6kIjZBnTkWfhgQGrgLTT5j+8FeYATFW4F"
    "go58JhhEjdMgH0aOEzfVRrAken4vE/iMv1e6grAAEPYcGdvcG42Ls2QQ4qBHnN+CNp0ok3"
    "YPCACUzb+lNv+2RVVslCXLsZ6qXs5iYb+4Nh9rzJCpUqUIRpVkyGTqFIl/a0AcjO9c9OBB"
    "JQ/VQYmH6iDroZKHYA14Q4I14uuLKOuBea+aH7DEDZjGGKWnOu2VwvHr23XfbsmWGwiidY"
    "1tcTplbGuzsU2Zzl8Or1UiV7f5qxK5us9jlcj1UjitErlUIlcHTZAx0dO3Ide0OabIVCpX"
    "uacxbqlf0BuGnpcvdBsXeNV8o9Taet7VqPy4XahyFyzsAm+jv+bLHY7BO9awq4tha0M/jW"
    "fEqWjsQjV9jOlYzHV8L6To5gIfqTncJeiolFToGkRXJTwB0WTZvJ7IEKKP1PYTlGS6mEm1"
    "R5GBFXgEZxrODZcddDx+kR5I6d6Uc4sUIrjrR/QRvoL7zCzMsHK59Y7M8GnHmiGcj/7AO8"
    "tF96eFtyYG/JJiH2Ls3RH3ClOCEk7E4Ol8mTWeXFTLlVh8oGzCebXzt6Fn6bgiiLgT/u/w"
    "76uSphbxZ5U0mwmYVkNGjdN00CNzUkVOPSkWU08yUqpNHxl2Da4DcpymgyAf7Ffxy+wXu2"
    "X2M14Zb/Bvquec4iV+mYikc+rW3tuqyVml2VmZtTy0+aTfwIubpuvgml6JK1fgVtefmyDq"
    "3NJeiVMXRaMBf6qDcoxEreZqq9kdoxBcU95IEHVvNS/9JJwxZ5znPP/5y/VVPsIRRdqczH"
    "QMbzSZs8VKbR6wiEXCiBwA+vrz2R9prC8+XZ+nZWuc4FzVTX2JRv2UNluHzylS5bxpM5/9"
    "WO4m3vYEpeJym7msXEiq5UzbGLEea3zCv5Qbbnnu03345Yaamptvjkql9HQE6m+1fBUxDY"
    "c+5dVr8MmuLXrL4X/V4Lz159rKwyEf0ZoOHYFAgUcnQOcZl07AkEY+ndvQhyI9Nj3iUM2k"
    "xjvyQKdYoo6Y3BrJAnMWESGUwu9iao5L8PZhAhnWnENHzYg9Uhg5rVi1TWVatTLTSq6CPA"
    "5Ymj0vCsEMaNJ1Weau3Hy3c+vMRdXXmEMBELTr88urs5s/Q/06lAI/XV99PM/RsM//vH1/"
    "1vpwky3NccsIYHWc9lUCU4KTbvVhKW3gwHKCUpYXDHFGbaaP805O/5vSc1OLxjQ4NP1LSz"
    "7bXsrBtmDaT/GR9Ujtuj7oGEknHRwr6E2GL1UNhP3hHUR3JbVB4Y4uzbMNFLs2YiTKt1HT"
    "t7GQkLDoYfbt/wFsYnHC"
)
