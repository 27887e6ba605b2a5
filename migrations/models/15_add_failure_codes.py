"""Columns for failures as codes, beside those for their sentences."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" ADD "failure_codes" JSON',
        'ALTER TABLE "reply_watch" ADD "trouble_codes" JSON',
        'ALTER TABLE "alert" ADD "error_codes" JSON',
        'ALTER TABLE "copy" ADD "error_codes" JSON',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" ADD "failure_codes" JSONB',
        'ALTER TABLE "reply_watch" ADD "trouble_codes" JSONB',
        'ALTER TABLE "alert" ADD "error_codes" JSONB',
        'ALTER TABLE "copy" ADD "error_codes" JSONB',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` ADD `failure_codes` JSON",
        "ALTER TABLE `reply_watch` ADD `trouble_codes` JSON",
        "ALTER TABLE `alert` ADD `error_codes` JSON",
        "ALTER TABLE `copy` ADD `error_codes` JSON",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure_codes"',
        'ALTER TABLE "reply_watch" DROP COLUMN "trouble_codes"',
        'ALTER TABLE "alert" DROP COLUMN "error_codes"',
        'ALTER TABLE "copy" DROP COLUMN "error_codes"',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure_codes"',
        'ALTER TABLE "reply_watch" DROP COLUMN "trouble_codes"',
        'ALTER TABLE "alert" DROP COLUMN "error_codes"',
        'ALTER TABLE "copy" DROP COLUMN "error_codes"',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` DROP COLUMN `failure_codes`",
        "ALTER TABLE `reply_watch` DROP COLUMN `trouble_codes`",
        "ALTER TABLE `alert` DROP COLUMN `error_codes`",
        "ALTER TABLE `copy` DROP COLUMN `error_codes`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXelz4zaW/1dQ/pJOleJty0ec7tmpsjvdiSfddrbbSWY2npIhEpIwpggND8vaSf73fQ"
    "8gKd4mqYui8cUHhQdSvwcC737/OZgKk1nu4Y3vDcXTZzE/eEP+c2DTKYM/sh/2yAGdzZYf"
    "4QWPDi05WshhcszQ9RxqeHB1RC2XwSWTuYbDZx4XNly1fcvCi8KAgdweI/mNzWC04ZGRcI"
    "iAfyzuesxmTo/4tskc4k0YwScjYiT/Dj8n3Cb3DgNSmNw9vL24/Pj+/vDOvrPvfZv/22eD"
    "B7a4J1P6wFxCbVv4tgH3JNwj3pwbjEyoM7WY68o7U5dYAj6F33gTR8wJd8kDm3mH5H5GF5"
    "ag5j2ZCMt0CTfd3h1MOIdpTRxuE0pcRi1mwi/DYd4bvAvQsyl8dbgqbAK48UfmLA4RqeAB"
    "PTFmQO4ADr//Ey5z+MJPzMV/fweUbDagHg4fUQ5zB/+Yvrz8TySYPQxGnFlmgn3clDR4fe"
    "AtZvLaJR9f2d4HORbnGA4MYflTezl+tvAmwo4IuC1vNkakqcfwDp7jI0uRiQHvQy6rr7Mc"
    "or5HjMZkI+pbXmwJDAfLaweDwfXN7eDL+9vB4KDKogkuGcB3WHDwqK4EYIyP8M13/f7x8b"
    "f918dn56cn3357ev76HMbK581+9O2f6mGWaKmpJGZXP1xd3+IDCVjVarHjhT8lDfWoopLs"
    "WqKPazmL/ztYbPnoh+NT+MMXS+Mfol3GgPDCkgPLN3EbLJjSp4HF7LE3gX/PXpeg++vF53"
    "c/Xnx+dfb66yTE18EnffkRgr0EN3z36wAcp+kgyEf9KijDqEKY5WdJnJcbaB2kk1TrwXq3"
    "O0oS6e8qIf1dCdLfZZAOjpYszH/7cnOdD3OMJIWxyeEc/UOekHu4rkvARTBw5qnr/tuKY/"
    "rq08Xf03C/+3hzKcERrjd25CxygssU9HBQIzjhGZtA/3v4xONTls+BJGWaCQHpYfhHt1hx"
    "e/Xp/Zfbi08/J/jx/cXte/ykL68uUldfnaV4FE1Cfru6/ZHgv+R/b67fp9kWjbv93wN8Ju"
    "p7YgCC14CacUzCy+GlBJsDeakmi5dUmr2tZq9hUWCCOfBtj1u1X+Q08RqYHRxQmtfr5zX1"
    "PNSo3CybC5WbOMnzKs663t3XmxJIlIrTPzr59uT8+Owk0myiK2UKTai8xPbGmI5ZZ3Ncku"
    "kXps0vTMJwUIfDCULN4zbzmDmOyFGIb9lTwZYYEWxPGz442AEj3//9tlxniPj48eb6h3B4"
    "WpH48080tI0eYsYevDCkxsOcOuYg84noi6Kx2Y+m/Wn6CrXpWMKI3xi/X2COvTAMAXLKQY"
    "6lNvyoV2anpbFBTQy1F2TGHFfYZM69CVo9uUPE3O4R7goL1wtBmxh5Bfdl8wlzGDGohSZR"
    "j9nU9ohwiO8y5+uKBlBt3myleZNNaZ6YXWwUigg6Zw/qn55UsAfBqEJ7kPwsKZHJ3zXgDc"
    "d3YC9Pofu6irUNRhWj+zpjbXOEVQvdcPwW0Z2y6VAZq7eBcSWISxDOmjNddy7gqJtQd1IH"
    "6QxhI8hbJmam94vTSvvFacl+cZoGfCzE2GID1x/WQTtJtRaoW7UxbwBoVHQG/weKbx2cE0"
    "Rb3ER+uX23nR3krMoReFZ8Ap5lDsCZw0b8qdbWEVF0TsQ4OqvicUprnzGH01lmGU9A9cQw"
    "hlrLOE60xWVs8QdmLbazko8qOfdKfHuZs5BazPHcATxUVl8RIFhQu8BkGadLoT0Ewk3BHS"
    "7z7arplzc3HxNq+uVVWg//5dPle8BeQg+DuJfQVbRD74UZvEzuIspN+Jwi1YbNNvPZZcxu"
    "wOMYmeZvm/lrUXvs03EtgTpO0z0Ncf3iHnUfYLdrgnSWUuOdj3cN/0B8c3NdjFvOkQ0Dyg"
    "8/fWYWlV8wC35g+P+iZtlfgWR5NVgridUrYP+YDEaWmK+I080FTPTBUqHs+7ViKwE1hXUA"
    "b+mKKH1Ss3R1NT1yNodJVgTpVzVLV0EyhOMwlVKxGk7voom6ChV7ZHZeLFIdlN7jHF0FaO"
    "jAxs2cFSH6mXKHmZdqrq5CNYMvufre9LOapaOHnLKLrYbQBc7R1UVkC48bqwoBwYt2DXON"
    "uEG7vIEbYsZXheudmC06jM9i4LJV3zmE6Avr1FtXK84r5qzFWJjB2KF2jlUrhPTGZrcCfj"
    "wP7A843Q/hbB3c8WcTDDSGbxDEsq0FsI/RdB1EzGGe79iDOfWMnPCL+oh9ZjNr8Vs4WwcB"
    "k3ucMWHGwzrg+gLSPG5378IJO4JYzVDVK/uRezS4eyZaNfZpryxglSfHNYtZhQ3kGzT1E4"
    "vbDyp0dT7hxoRwz5Xp/MwhyvuHRQJIECT7VhYBgKPvG3+mKMMxeF3Mgak6jHWfw1g98cDs"
    "gSXEgz+rFQmRoutcxMn6A3r2IOZSvtAHW8F3/SGXOurhufOsE95S9jTjMF0DNicpNZtbzW"
    "bfbfQqx8h00EPb+NuSBLLQWZwjksf8yMXyuBsb1LTSl8vH9jfcxlpeWOsr8BAcklsQqw2Q"
    "qjgLamyhnC2FrV5Uj0vY1kKJ7dSdaPFbi99a/K4gfmvxsLPnSjKYzvUGDSMm07Sa1a1mtd"
    "YEXgSbHfYoHhpt3ElKrQ+0mcswFGbL8W6VROYuSTqX9X1SJXPzpDhx8ySTt4k1JwagEOW5"
    "XEtKWSaoOgfz6VG/As4wqhBo+Vkq1lz5TgZ1Vask3faKdHVCy8rYFjL8yDLjg3AY6OE/sY"
    "VkyBU8OrWNPKN7tr7MnjGiyKMJlx06j+wCqTUICMD3ZirP8N3Fl3cX378/+HM3VptYkEeO"
    "4SYZAlJsu0lFnqxUAOgrF/+YcmkNIp4goCfKMuhkAn/AkKBSO3cI3rUnq6TPJ7BoHplDsD"
    "yQtOK4hpih09WyxFyVbTc5XLNtZiit8165aym5x2pkvsPuyZRRG21D1CM/yBIGcO8R2j7l"
    "7eXXe0tmGAlP3ImYk7sDCRCJz3x3oG1Hbd/VeiW2o11XINr10bL5GkQ7qynSdqw3UFZE7Y"
    "JZnIvLfy8pdPXvFap/q34dAzg/sLbFQFqW87Z1mzqLokTj/BnSJRsWHtvfcMPcfTuAOOIH"
    "sOPy6vri8z/ySyte5rDk8h+37y/SpurY4V/bWJ2i1catVps9UqJeXW7nkGszV5v5HUjwde"
    "SJGEnn7C/HlYobHpcUNzzOFjcMAAMIzXoSRYZwJcFif96ijcgVbbKCvRBtcaX4mgr2sjD+"
    "f/PWsp0ybGO2stXtX0HOTpEBbJnSU2wBS+cSNTKBYZhSWAWbAmxEzYf9/UAps5kpbV2GxY"
    "0H+BsfzVWxTdx0CXUYkY/7ldsDCoOpdoZqBvYEu6s2TLV9q+mVGKZgX3CaibNJSq26tFqU"
    "VS967vleLMwmiDonzm4gak1toTVRTlJpmJ+FWQurWljVwur6hNVlnbEcUTVRhKykn3ZU9K"
    "yxmIqR9o/cxU7XInCUfuUSxIrZnvSPviEujLUYtmTpYYcWMuW27zGQTIeAl4mEKJ0GAfrK"
    "5TpkY2oTrsXU1m8yz4ipHmsQe5+m07H3zx6vwdvTAOwsZQcdqhtoHuA7IO7XMjPHSDoI8f"
    "rTjR+Zw2GyWi3Y4zQdBPmof14BZRhV0oL9PNMISgRyW1WQI4IOIrz+nULHXezIPzLn7qQe"
    "8EuK7QN/8JeRb8sqpmToc8vjtnuI9/vrpjT+bbNjWWSngZSSS6zNLs9uPjZ78gYz6tXqkJ"
    "Yg2iLI/7UdlE8rucRPS1zip1mXuE5+bbLR7J1JXmdEvgg269oo3ebvDr0RLePqi80faxkf"
    "9j99LFbANcclkSzvWuyTSJeVXU/wjAN357Lupim9DgbW1xRkyIiqZG6+jWr/uB6sOSzYOY"
    "cbOkF2mcrtmlNXZqCpHLIJx6EL4MT9mzDaBp4GeyoHaWkEy10QY0LtMVN+jXCGt+Tu4O4A"
    "7j+Cm8mhI+7AWNRtKvo8fj8wYQAcNv/U3o+2ej90kE73RYnlNlBHxU5Sdc6QsX5nAO6MjV"
    "6mBKGWytv8KgUHWk0GL6n0Ttlq9hoWBSaYAxBf89Kqn7GSpYn1q9xmXgeJPjnel0LpM06y"
    "vdIsrzcrg/aPTr49OT8+O4lEz+hKmcSZ7TjuOcIf1itvHiPpnICxkbS2ALD6aW0ZQp3Wpt"
    "Pa9kiN1ZHC7bbhrViMO94pKLckd6qVULF1LtnDaD22OUaNCZHhwtLIpsxystAThhn18IK8"
    "o7Kgoa1sSp0HleTGdZDwPuwvPW0me+kKgT7V9amuT/U1J6t/Yq5L5XrKz1YPPy8901XBxm"
    "lsaNNjXXnJXG4ydIBREsz5RhZh5KrVhgPTzcODnD15zJa1HR02E7iZBx+GfjKCYEl3223g"
    "npPZ665Kaqc2LDS4P96Ne4S75AG2H7uyA82b4D2QYfDR7wEQ+J8WFVopKpgOHeWfIMVGkD"
    "hNIytIy7TxpBnkvIoV5LzYCHKesYFEL0ENjOM03cP4uEoB6+Pi+tXHmfLVy32nBsgJIo3y"
    "8ygHqUBNNIsUqXY1tFmzUKJDHXPtkqIdaR54286keZh8NAIpD0Os6vAkRaYN6M05MHOEGN"
    "XBPiLQqDdHPVB2ck/1X365+j4f+iRVCn/f5+Yh0u6rzpwHvjrI1YERx1R+z7UZLWLq7EpG"
    "i5gGvY8MeNZokVx/mzZafOR2rgdCXu+VGSmscETTIiU4QdgLNPjSb8m9Cte9J9Jy45KRI6"
    "bkCL0KaJ0QjrkM5UUVp8iw8Ht8uakplQ0hYW1IQu071gC7i2pjQ0uNDQEfMxwohH9J0KXG"
    "QmsLYIEFnwXzlj0VoBkM70SFgTJt6/3fb8tFkUR9+3B4Wj7JQK32lgzeJW3IYjSdAH3Tmd"
    "UeLN1a9ptgfOdCsTaTTo31FetEDy4JdOxgeutFia82oEkiDWoaVJmwpRBqYGHMUmsjY5uN"
    "jLJxdVNmZ4g1r9vM67ZZctrL2rq2nAr2mdoZ3ytYaNoB7PptNAWYs0eGd85AfhnQffjpM7"
    "NkjaVitN8/si5l1/+5yYT4kuicSoE5q4bkoNkLqcIGEYfkSsbhYKCMzE5n1GVfuW9U1Ew8"
    "GV3G8cAojMpVTVVn1PHQFIaNVRdENqBTWfCyVuv9G+LbYQgPeUXJhHvEgK/cI7YIYnvIgn"
    "lfkz9UpC/8MibM9C0Y/gfQmsJmh+SdssJhYC/casbEzMIgH/POtvgDsxbBpbfkHt8PLHTv"
    "3sunu18Kq4EtTz2oig6KMu9t4YX3KrDkZYx2yaAu9IREXuEwbCg5xJ+ZYTWnnE+lJAB85I"
    "/cWxSMcUbGeb8/iL319UyExUfULpwMMX+nvBP+ONmFs/OZs6pXYgp0he8UVch8b/vTzEmV"
    "DFOOqNtsV1HGgp2necvtpI5ZJSJoM7gNLSsbgNcf/osZtexWMZLOma6OXleyXeGw4oK6r3"
    "P64zliihoHbDE58lZJI8IUXecA30gTaYma/Kcu1CFR53DeSHqsy6hjTAb5hu9iT06KrANY"
    "b9ufgyJzk/yoJZk2OLXZ4JRQK2oZFuOEOgGu1UwO1eMGbE6R6pe5zXxWBoYmxWPjhJrHbe"
    "Zx1kRTQ/LMJe5eQsdGwgKkzS8LdqETOxqv/ddp/7WOsFhzhEXdtZmg0ZDqoJUtgMqeDDh2"
    "ai/VNJkGtgDY2gs2Q6ehzQ+0wrXXOM4qRqwF6zYL1tI/2pDVaVrN6TZz2mCOh19sUUd1Sh"
    "B1T2XaRNVsajasmh0j1G9Sm9+kTExJk30zRa853maOq24mDS3Jlq5rsR9cVn1qmnA5Sam5"
    "3H4u11EZYxRaWcxkmS7DL2u+NElK7Uxt9VvTpmqiu1YhXmoDv7Yxomo6x2od/OJRI3aeqb"
    "FONkdYd6MjSKeEZIPP+OoZL5/DeboLFHZcXBklnKSrED1yNodJVsToVzVLV0EyhAPvHE69"
    "Ik7voom6CtU2M/H2EyDpFlsNoJtH5owsECA7itFIOGPhecxeeefmDjNV7l1XscLSuevZwG"
    "/3WvkrR4lazFl1W7rAOboKkGoWvSJCl46Yu8y5hrlG3KAVz7l2muBWTKhOlR0vxjWs2vg8"
    "uum+Bx2BNVGfws9LkawP1adgng5C5LApPl5O+b76MH2OzdURqOoWMvCleSJbxSBYQCUlDM"
    "IRTVuKuAyhDzqF2YLII0rm/MM/dmwLJXQofOwqwt2wvqfuC9Z2i2KPFCfdGyCzNbPkJym1"
    "Jb/Vlvy2FVtqQ9XmdZRaKrYgZyU0XTa73WWzlybonEM4YZ8uPomdxLCm5YSiWRqV0vZEjx"
    "hGjwwNY7VS2qYAKV+KbGGxBF1Fu52nuK6iLbmwtviGB/geWTSLI2bD8R2sjnNcpcJFcX2L"
    "dKhsg3ItO6nUsr1o5E3Ualnu3FVBXlJ0oHJIGuEqaxhGlSCcWcd1C+HoGjh1auC0TV1pry"
    "aqa8O2UhHRtWFbURs2MirnanRLg3OZQhcbtRbzqifIkMFPyyR8lLCkYi1YLJ6K2XXMJMMF"
    "uTd9LFVyf0i+lwvOVB2ZVRdmNaxyjdURs6yBmk+yUf2lNbp2anTaLtvkNNw7u+zyfazD4i"
    "WVZm+r2Zvac2ul1CdJdXpRm/ncNn2lDdZ97V7R7pWkLC5j13Ml8TCqvUwOxzHMbCyH/4bt"
    "CbBZAsGvg1I4DeXuN8rHQjkQCRDTcSQl8AhctmEIGiu4dOGG/pjIQaO6M6D59/4NDrQW5A"
    "+CW8UUtDgD/lZphPAHTEcXh+Q+sGbC8PlEkLkjPBbcVUTdE0CCw74NPfTrWGIOqoNBXQb3"
    "usabwzNw1CPYk1QDHtjMe0NkhwjfvQ+7ThgAIY78/OEdOT45Oyav7g5OD48Oj+4AwbuDuw"
    "O4IbPhbjAh3nYM39X+upK/SAaRpQrrJRxEOuqj7dqF9m/EitNXMF8elRWm1y6OXbg4tAF+"
    "kwb4+vqK1kf3QE9RkfVNrEpJSs3mVrMZaw0FKZApCUsIi1E7n8UxqhR/h0C2KZZGV7bL08"
    "ubm48Jdl5epVtE/PLp8j0c/ZKPMIh7CeEq2UzJr3XcLyk6dxodHVURp46Kxamj9FGUp25U"
    "BTqPtoMC1nG/igTQLxYA+vmgexPM6GuEeYJUQ14B8rbZENt7HuuYh1ZaB5+xz67PkhhWeM"
    "gxJcaKPxTbEh9jg1Z06U+oSahNsLGr7LgaevKFCsiGmRiz0Q5HyYxiAjgZqrzUN9JuR0bC"
    "QVMjXUhD4oXs6BrQhlPJEG8ZJhDZDlU3Vh+mGcAI24MLZMTm8AjAVRNbuwofR1Avsgeq5/"
    "3KxUeFe91OYMh4go/liKeFat464fDdyVB4kx48hLWIHgFvh2I9MSg2sCWGmM4ofJlD8j8+"
    "WkjhoYfZ0Xf2q/uAH4cjbnnMebVcU/995/df9896hHqDwdhjif+t6P+v73tkPuHGBFGWLw"
    "z84c6Z4379Vn6vAE4ypZGhlnt3dgqPkYdx8TAc8K0cMJGycOZ2kY2u6kiKnBOzFbZObcro"
    "pI67L1bWLeldJ6cV5NGT00J5FD9K1XiMjpc6GCepOgfz6VEVuR9GFbdbOspI/rrM4k6ODK"
    "16bVP10rUr11u7Mmf9arV2r9Xai3FB7vHF+Nm84+jEbaTQXhA8tomcRKlvoCrhQ4SxJqAk"
    "jh06VYEyoHEpvdWyiEpoCNRH+oih6ZuoB/JSVKUVE1iLlaAJdSd1xLhw/HoEuN1Cu2G7bZ"
    "mcXNyufVdy8o60y030a29/BMj2ImwqxYD0S2JA+tkYEFiijSr8uzpMoL0mlBoh1jptcVdp"
    "i7HSzDniYLJwc7FMaCTHNRMMZ8xxhU1cyk0ZomxQfL/RGi8XxSG58sic2y4RjyBBOr7F3J"
    "4UIeEegsDDWZzJnEeXT7lFnUBiVHHTNvPmwnnI82c4TAqhM+p5zJEelOQEb6WfQo5j05m3"
    "wFxK7sVvKF0mcvCdjd6Mynb/rIVfW/ZbadmXzK1ptInT6IybZBwTrRfoEY7voDy1/qDwYK"
    "urJa8uSTpnRz+rEhF+VhwQfpaJB98vNWxjMG9bCdPe1c6oBtoltXNZR7uktEuqHfptT7uk"
    "tEsqMNrk2CAia06x+YE9rloGNwiGpGTGn5hFZKgktuM7JBiBCRDCfAYWrGdoezAm1MYSuW"
    "g2gP9NbngYFdhTic5TWHYyW9pWAZB39r0qoasiJIErqhoTUyYDAmdlYEVgYa3dGRMzCyMp"
    "2ZugAhMNzCMYVunAoz0waxG7KA0hd3aY1e3bprCrlsuvHn5YyzhRfHTsQiU++MvIt6WFis"
    "g74Y+Tv+5ANH5WS9ap1DvRmrV20UntwndymhCVKOlquNbO62vnOkh2s0GyDhsxJ6/yevFq"
    "jpF0AOBtr2gp/TiLOis6RtIBwNNHbrUzt+zQzZy6BvfqARyM1+hWQTfQTeoAHCPpoNjYrx"
    "a7UhK6kobYNUDbywJcaLWMxnfJYLm2Zhi+7TLPs1ieKbisnkSCbosVJfKgrWx4qH3KrbGQ"
    "hIyeGMDL7gYxGxWXb4ZOL+McdI2o9XKNNbwk2vEC3quKKNLIlkX6b19urguMIiFBWnFHI9"
    "4fxOLu/oaO5WGNSJSLxmkpuJfUwnGCtGg8AZREnmhcjHuMRCPfHPmtRs60DOtNmwCV1bxJ"
    "HHKcUJfPbrM9UEcb7DjaQEZA5cJfjP24MJCyGvIte5/WLW6O4HvA/eqBmiTSsGZhnTBqMm"
    "cAmmU9ZDN0GtwsuOhcr70Jx4g6hKkO92qpcFMjoD2q0l97Tacp9cKus7B1yJ0OuWs5tlVC"
    "7nK3kjWgm2glv197SFV40/tnAmB4CHL9y8ePBxnZYw3gfgym6SauMVmrAqQF2TD1t9pxZx"
    "Zr+ADJjXZcsFKvb8jFu9urm+uDAh1kDeD+KCf7wroMcEb5qoJyoAuvAeIPy5k6CnDSblCE"
    "7m5iyEP0c6LIY4wpjiOPrYOGOezoH43KGrFHbrKgie4Iy+QWFjWac2+iaudiJaTgMXR1I1"
    "3dqFXQbri6Eb47daANx3cwTumsim/rrNi3dZbxbYV7UR2XbZxmJZ9t28DettNWlzfqoFdR"
    "lzfag/JGS5UnRyZM6EPFUmFSB2skGH5mwALXI2qqoIilx0AADDL9ZOeFKTUm3GZuRTExmE"
    "yLiVpMbBW0GxYTg2VfR5CJkWg5RssxWo7RcsyeyTE3j8wZWZJrGTEm+qxUimFPRpBr2UiC"
    "+RFrcw/ZQmC9RYLcgk1zyr2oZ5LDZOUB2WqKBtUQ3V6sWVOPYD56j0y57XvKSDZzBD5UUK"
    "HRnw6ZE3WRgtWDEpMnPGphTUYpMgUEPeIKguHE8HD4NMwQjkm8OTdYUJtBlkGYlBjREm3m"
    "w0R59Wjq9eNjbmd6zP8eDtF1GttZp1GXSNhgfPTy9aioLSwJuhQwu7YYuGCTqbFclxQdXL"
    "D9KoUa+8WFGvuZQo3qSKmxYJcEesHq0EHdN7ZlInZvb6qZfQZt1mHmO5XTmSO0JweUSu4j"
    "4YyF57HmtdV/Q9lZYWOGtkTZTtY04UKy9JgUtRl3QrH9DVYhAxEb7o93OJxVr24eY4+Wl9"
    "spL+sw/F2F4WtNZYOaii58svHCJ7rGwdZqHGg1Zr1qzIg7rtfAjxGn046M1jkyEiH+tBGH"
    "Y2Sawa1msDZFaFOENkVUMUX8ytn8lkuOZqwQ0We9MgOEw+hKYfE/ijmxhHTVGRamaikvoa"
    "yeDg/wDW6nhE/h8dH6QMmUcouIGbPfEDoUvvQnKnoXQ+mxyDn2iTMcxlR99StZIh3dj9SW"
    "hNK7GNRqR5ET28ghETuUdxzgHQf/EhzNGQR/y4kDQ4gMrlIPitXWcbqRcO5sk7szizYyf/"
    "RiVdV1HfXtJGcXGz10qe9OigQugy9n5qikxcU4lxRaUcqr1aNrem+2prfuJPfsLrSJyt5a"
    "edDKg1YeqigPP1P0Ul46Yu5KKTejQSQHlKoRMzl0MIyNbZZkG8yATaJdRmCbZDaWI8YWTA"
    "RmU1kTYTtpkP5Bm1BNlBz2KB6YuYmMCe2y3JbL0gMW2gNLiAd/VkcySdN1LtVi/Y1uY69q"
    "VZRjJB0QTNJOtGpetDI3WtaP5jBEo4GxOkmpldNWK6fSs+Ay2IEaeiVitLrCcJs5HQgZDf"
    "icpNRcbjOXdR1pXe2xbYyoqm5Wqfa4O3WzoIBT+FHvORVztQJOwQyE25hshjuGS159/vCO"
    "nJ/1z79+Ix1Eof45E5blYoabyR5l6hk8UE+OCHRPalkwUl5Bm50coJXPtu8yvRLlU3G6gf"
    "aZIdTq57Pqp7Rz4ztTB+gEUedAPjqrEiqbFoxiobJnWsffvo4/EbAqJ8KqFfCdIOoczuvf"
    "LbQh5TnBsBOKF3uacZiuAZuTlJrNrWYzytaNXuYEobahtJnHUj1qxOQkpeZym7lsMps3Yn"
    "KCUPO4zTw2LAo8aCR7JSg1l9vM5R3avFvG1Rdr8m4ZH/bf4n1hMSe3OK36oFdm7abRkEa2"
    "bo9MYYOQtWZnLKr3IFMnMNn8kFx5LgmC7765+h4DqEYcmEyGbAQrTJq1ZUokQL7oYfYEaF"
    "gYkeWwGSjUhYVps6XX0mXWtPG7lcZvXbJgWda2ipXwuNhIeJxToL+oe2BxRHKcZoV45HZu"
    "6o2SfmJhGCPjvN8flIV6l7SWyCPu4DLun1ZJaYBRxdbu00xSA1bgtJlVB+8YSecs3Rsova"
    "Et3S9B3QpVYxnB3lSvjoi1at1mXrt4kNd/n2Nkmr9t5u+I8mbujASh5nGbeWxyd8rdZi0S"
    "0rSa023mNHMcUStiJiLonHR7Wile5rQkXuY0Gy8j4ZJBXLXavKTIVmr1sj9vz0Y6vejw9h"
    "2XB9Up6ptPUdc5A+v1oOSs3zVgq9P/d+edCvL6r4XHR9ygAQAZX1XesF6Z58qGkYrnjVxX"
    "X8SUye4+6HRyJ2JOhGyzbceSL75ywzwN95DcwmVuyuLm6O4KFrNsWhQQCcdkDn5uiOmUe6"
    "olETow7t8oJ9dAFgL7gwS/DIsbD/DbYVNcXc5bcj9kY27L/kXzCXPQkRbe6CtZnCzCBhsp"
    "wdBDcv/AFkhwZ6slK/saBY2LcB78arbqawSD/+1z5sHjqHZH6IfzPVn0TA2zEQZH9k1yen"
    "AHg/outh53I88e3mjqw+sDk4X2oeEi6rik6jNE2S2y4VLwEPJ5vB7OP6HhcwUo3covK+uv"
    "YeUFfLkJfC9kTYSzbS7LyeMTGRMG6M2Fb5nEEvCno/JkqKoKZ/Kx7JYpYI3KBlOW9DZiCT"
    "b5ARZ6mFOuKj0gQXgj7JkpZ5kzSX1IbpzZhNrwteQdkOFhHXw68vBbzgUMZg9V22j+ntoJ"
    "sba9LOuWuBoWe4vZW+X/8Yr4+H/kwNH18bXLs3Xn16b9GLBL1MJWDe9eTk8lFfqoRIU+yl"
    "GhtTt5re5kXTOyk5Y87Up9EWyWonOOHFXWqyKi2WKriujK3vaqWOoV9cTWJJ2OEW5qN9RB"
    "Ay9nV5NqeJOogRid5nCbOazdMC/bDbM/r5b2wqzbUxA+wN65Ydq5aJ/Htr1umHditjjI8b"
    "vI670yR4sRjmjiZrmxmerF4gnpNnGYwWfYFuWQ3C/BuldFsYL1EbgNPHRACBgUeGZU1xYM"
    "V1SeFVhtHgNKtOKjc+EP+Rn8UvFu+L8nZjPpqoDnkXo2DKdkLpwHprwQQzb2bekBYrYpb8"
    "G9CXpdfPsBDlS4jfA9fAjpVpGdXfAe+I2UJ8Bl1DEmy4QmVSRaDqJjWCnFCUwI68BV6mHQ"
    "bC+dw5R2CchvrO38LbXzty3cYqcsWY/FVHetlAv7xTVj2WLyUpUaUjCqJHkpU0VK/q4BcT"
    "i+c4Gdx5W8UsclXqnjrFdKHYI14I0ItohvIJNsB+b1975GcalOE6xo/PZ23dd7suWGkmdd"
    "A1ucThvY2mxg0+byl8NrnWPXbf7qHLvu81jn2L0UTuscO51j15q3R+fYbRb6HcXKBFb8ml"
    "bfFJnOsiv378Z9JSv6INHf9YXt4wKvmgqWWlvPO3i197wLVSDDhV3g4w3WfLmbN3zHGjY+"
    "Mh068pT3diyYK8s5UmOCKXGYsRX5ftFBOqO4OqzFIQnpbPYYeGWnqjQktaXLGJ5JOnyvY0"
    "lt6F+NlZCEIao3r8Woiw7fi/BS4ALGdDqVpKfuFc2xID+gM/crl2A62tD3PGG/vbMBDM6C"
    "bLIJfWQyR27IYI6QzMMJ1SNTp7Aj0+/xl0veOsrUSvh5wycP1Ip4zlctb2/xibML/+LBX0"
    "a+beCSIfJO+OPkr5sSeFdxOZZ0awqZVkONiNN00Gl2XkWVOC/WJM4zioTDHrkbZPxWBTlO"
    "00GQj/tVXGf9Ys9ZP+M484f/YkbOMV/iOluSdE4jPnpdNWeuNGkus5ZHjpgOGjja03QdXN"
    "Mb8bZL3Oq63BNEnVvaG/G7o5g0FE91UI6R6NVcbTV7ExD9zJryRoKoe6t57SfhnLuTeibL"
    "JcVK1sq2Lehtmyt1qmwTVuyd3yWlzdbhc4pU+9fazOfAuNIkICJBqbncZi5rH5Pu2dQ2Rm"
    "zHXJ9wQOVGxF4GdB9++sysqGhdseepQ1D/WcuZEdNw2FNeGY2A7MZmtwJ+VIPzNphrLw+H"
    "fERrenwkAgUunxCdZ3w+IUMaOX1upfeFYr6dtHq/DTLgwgp5MnUP/S4WdT2C94uy+LAS4J"
    "g/Mpv4s4qV83TmWysz39QCyOOATZ1FUUhsSJOujbPw1E67n/tkLqqBehxJe6BKX15dX3z+"
    "R6RMRyLfx5vrHy5z1OnLf9y+v2h98Mme5hxmpK06LvwqYSrhsbb5IJU2cGA9ISrrC424YA"
    "43JnnHZPBJ6SFJl2ManJDBpTWfbS/lYFsxDav4yHpkTl2Hc4ykk96MDbTxw5eqBsLB8A6i"
    "u5H6rHBHj+UZAor9GDES7cio6chYSUhY9TD78/8B2rqWWA=="
)
