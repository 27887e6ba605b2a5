"""Values that events share are stored only in their shared tables."""

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
    "eJztXetz2za2/1cw/pJkRvWN5UddZ+/O2G7Suk3sTuI+dusdGSIhCWuK0JKUZd1t/vd7Dk"
    "BSfJukXhSND20sCgekfgcEzvv8d28sTGa5+zdTry+ePovZ3hn5755Nxwz+SH/ZIXt0Mll8"
    "hRc82rfkaCGHyTF913Oo4cHVAbVcBpdM5hoOn3hc2HDVnloWXhQGDOT2EMlvbAajDY8MhE"
    "MEfLC46zGbOR0ytU3mEG/ECD4ZEQP5d/A94Ta5dxiQwuTu/u35xcf39/t39p19P7X5f6as"
    "98Dm92RMH5hLqG2LqW3APQn3iDfjBiMj6owt5rryztQlloBv4V+8iSNmhLvkgU28fXI/oX"
    "NLUPOejIRluoSbbucOJpzBtCYOtwklLqMWM+Efw2HeGd4F6NkYfjpcFTYB3Pgjc+b7iJT/"
    "gJ4YMiB3AIc//wWXOfzgJ+bixz8BJZv1qIfDB5TD3P4Hcyov/wsJJg+9AWeWGWMfNyUNXu"
    "9584m8dsGHV7b3QY7FOfo9Q1jTsb0YP5l7I2GHBNyWNxsi0tRjeAfPmSJLkYk+7wMuq5+z"
    "GKJ+R4TGZAM6tbzIEuj3Ftf2er3rm9vel/e3vd5emUXjXzKA77Dg4FFdCcAQH+Gb77rdw8"
    "Nvu28PT06Pj7799vj07SmMlc+b/urbr+phFmipqSRmVz9cXd/iAwlY1Wqx44WvkoZ6VFFJ"
    "di3Qx7Wcxv8SFls2+sH4BP7ww5L4B2gXMSC4sODA4k3cBAvG9KlnMXvojeDjydsCdH87/3"
    "z54/nn1ydv38Qhvva/6cqvEOwFuMG7XwXgKE0LQT7olkEZRuXCLL+L47zYQKsgHadaDdbb"
    "3VHiSH9XCunvCpD+LoW0f7SkYf7py811NswRkgTGJodz9C95Qu7gui4AF8HAmceu+x8riu"
    "nrT+d/JOG+/HhzIcERrjd05CxygosE9HBQIzjBGRtD/3v4xuNjls2BOGWSCT7pfvBHu1hx"
    "e/Xp/Zfb80+/xPjx/fnte/ymK6/OE1dfnyR4FE5Cfr+6/ZHgR/LPm+v3SbaF427/uYfPRK"
    "ee6IHg1aNmFJPgcnApxmZfXqrI4gWVZm+j2WtYFJhg9qa2x63KL3KSeAXM9g8ozevV85p6"
    "HmpUbprNucpNlOR5FWdV7+7bdQkkSsXpHhx9e3R6eHIUajbhlSKFJlBeIntjRMessjkuyP"
    "QL0+QXJmY4qMLhGKHmcZN5zBxHZCjEt+wpZ0sMCTanDe/tbYGR7/+4LdYZQj5+vLn+IRie"
    "VCS+fkVD2+AhYuzBC31qPMyoY/ZS34iuyBub/mrcHSevUJsOJYz4i/H3+ebYc8MQIKfsZV"
    "hqg686RXZaGhlUx1B7TibMcYVNZtwbodWTO0TM7A7hrrBwvRC0iZHXaD51xdQxmEsMalnS"
    "4MpsantEOGTqMufKfFPSCqptnI20cbIxzZK18y1DIUHrjELd46MSRiEYlWsUkt/FxTL5bw"
    "V4g/Et2NAT6L4tY3KDUfnovk2Z3BxhVUI3GL9BdMds3FcW601gXAriAoTTNk3XnQk470bU"
    "HVVBOkVYC/KGyZrJ/eK41H5xXLBfHCcBHwoxtFjPnfaroB2nWgnUjdqY1wA0aju9/wPttw"
    "rOMaINbiK/3l5uZgc5KXMEnuSfgCepA3DisAF/qrR1hBStEzEOTsq4nZIqaMTrdJJaxiPQ"
    "PzGWodIyjhJtcBlb/IFZ882s5INSHr4CB1/qLKQWczy3Bw+V1lcECBbUzrFbRukSaPeBcF"
    "1wB8t8s7r6xc3Nx5iufnGVVMZ//XTxHrCX0MMg7sV0Fe3Ve2FWL5O7iHIdPidItXWzyXx2"
    "GbNr8DhCpvnbZP5a1B5O6bCSQB2laZ+GuHpxj7oPsNvVQTpNqfHOxruCkyC6ubkuBi9nyI"
    "Y+5YefPzOLyh+YBt+3/n9Rs+yuQLK46q+V2OoVsH+MegNLzJbE6eYcJvpgqXj23VqxpYAa"
    "wzqAt3RJlD6pWdq6mh45m8EkS4L0m5qlrSAZwnGYyqtYDqfLcKK2QsUemZ0VkFQFpfc4R1"
    "sB6juwcTNnSYh+odxh5oWaq61QTeBHLr83/aJmaekhp+xiyyF0jnO0dRHZwuPGskKA/6Jd"
    "w1wDbtA2b+CGmPBl4boUk3mL8Zn3XLbsO4cQfWGteusqBXtFnLUYC9MbOtTOsGoFkN7Y7F"
    "bA/54H9gec7odgthbu+JMRRhvDL/AD2lYC2MdwuhYi5jBv6ti9GfWMjPCL6oh9ZhNr/nsw"
    "WwsBk3ucMWLGwyrg+gLSPG53l8GELUGsYrzqlf3IPerfPRWyGvm2UxS1yuPj6gWuwgbyDZ"
    "r6icXtB+KNqEcsONEIh//Qo80cWSaAUJv4UbJnsgoAHHvfTCeKStURwKtiBuzUAay7HMDq"
    "iQdm9ywhHqaTSjEQCbrWxZqsPpRnB6It5Qu9txF8Vx9sqeMdnjvJWuEnZU8TDtPVYHOcUr"
    "O50WyeurVe5QiZDndoGn8bkj8WuIkzhPGIBzlfEncjg+oW+nL50P6G21jKC0t9+b6BfXIL"
    "YrUBUhVnfoktlLOlsNUJy3EJ25oriZ26Iy1+a/Fbi98lxG8tHrb2XImH0bler2asZJJWs7"
    "rRrNaawItgs8MexUOtjTtOqfWBJnMZhsJsGX6tgpjcBUnr8r2PyuRsHuWnbB6lMjax3kQP"
    "FKIsZ2tBJcsYVetgPj7olsAZRuUCLb9LRJkrz0mvqmoVp9tcja5WaFkp20KKH2lmfBAOAz"
    "38ZzaXDLmCR6e2kWV0T5eX2TFG5Pky4bJDZ6FdILEGAQH43UxlGF6ef7k8//793tftWG0i"
    "4R0Zhpt48Ee+7SYRc7JU/Z9XLv4x5tIaRDxBQE+UVdDJCP6AIX6hdo5OVW6R19Q2O2Q2Yg"
    "4jQ/4oTTqCuMw236hq7SZ3gUE2M5S2ea8KDFFyj0XIpg67J2NGbVf5bX+QRQvgngO0ecrb"
    "yp91RtyRmNlYv/1uT8JCovPe7WmLUdP3sk6BxWjbFYe2faCsv+bQ1mqINB3rNZQRgX1pkh"
    "Vzml/ze0GhS34vUfJbNenowemBtSx60p6cta3b1JnnJRZnz5As0TD32O6GF2bu2z7EIT+A"
    "HRdX1+ef/5FdT/EigyUX/7h9f540UEeO/som6gStNmk12tiREPSqcjuDXBu3msxvX36vIk"
    "9ESFpndTksVczwsKCY4WG6mGGTrC4vRE9ZKp6jhH0miDRfv3Vmqwxbm21meXuLnx2SZ3BZ"
    "JI/kW1ySWSu1TC4YFhMUXaYAG1HzYTs5UAdsZsoGdIbFjQf4Gx/Nxa54yvgiH1WF1nDTJd"
    "Rh6tIrtwMTGAzGm0xbRZq+23QKrCKwNTj1ZKk4pZabGy1HqXc984jPl6RiRK2TpdYQKKV2"
    "0Yoox6k0zM/CrOVVLa9qeXV18uqiqFWGtBqreFXQwTmssFVbUsXgbvgwQdeectG9cglCxW"
    "yPTODRz4gLQy2GDUA62A+EjLk99RgIo32Ay0RCdOb5IeHK2ddnQ2oT7mkptel7zDNSqsdq"
    "RHsn6XS097Onq//21AA7TdlCZ94aCtVPHZD2K5k4IyQthHj1Ca6PzOEwWaWe31GaFoJ80D"
    "0tgTKMKuj5fZpqOiR8sa0syCFBCxFe/U6hff5b8vnPuDuqBvyCYvPA7/1tMLVlxUzSn3LL"
    "47a7j/f7+7oU/k2zY1HQpYaUkkmsrS7Pbj42e/J6E+pV6sYVI9ogyP+zGZSPS7ljjwvcsc"
    "dpd6xOt6yz0eycRV7n4L0INutqHO3m7xadEQ3j6ovNWGoYH3Y/YSlSLDTDIxEvJZrvkkiW"
    "MF1N+IwDd+fMlVEz6HXAFuWeIH1GVNVs8538aiRmcBcnGkcDE7gq0WkgHPRIyMylEShmwp"
    "kDF+7PguAaeBLs3esnQREsrkCMEbWHTPk0cCLUXTB4x3tH7vbu9uABYFYmxw+4AwQ4oKTT"
    "4889EwbAafMv7f5oqvtDB+m0X5ZY7AVVdOw4VessGav3Bqits06VG6GLYuzIq+QfaBUZvK"
    "DSO2Wj2WtYFJhg9kB+zcrpfcZMliTWr3KTee3n82S4X3KlzyjJ5qqBvF2vDNo9OPr26PTw"
    "5CgUPcMrRRJnur2154hpv1pF7QhJ6wQMnVPVDgVKx6g223y0ZOXhaEOUzPrDiY4p+YaheK"
    "uW1ZiFZJCqyp5S1iBp6MHfLhOl/Ho1vv0GjTRj6jyojCqVbTXWAapN32A62kLz0mVRfazr"
    "Y10f6ytOlQ7aheflSkfaiT9Xnm4cGVrnXP8dj2fuho4YLAcnBoQSf+Iz2T2Aq+4CDsOadP"
    "55zp48Zstydg6bCNzR/S9Drw8iJn0+t7KOHXdl/wL41hVCFp2jNqw4eBC8I5eP8QD7kF3a"
    "ieON8D7IOfjqTx8R/KRlhkbKDKZDB9lHSb4iHqWppYk3zFAVV8VPy2jip/mK+GlKDw9fgg"
    "oYR2nah/Fhmbq9h/llew9TVXsX+04FkGNEGuXnUfbzUeqoGAlSbe5usoqhxIc0i/NzDRYU"
    "zcg1wNu2JtfA5IMBiGsY51OFJwmypRizOy/bWjgwcYQYVME+JNCo10fdV3gyT/Vff736Ph"
    "v6OFUC/+mUm/tIu6vKcxb46iBXB0YUU/k7V2a9iOi1S1kvIqr0LjLgWetFfP2t23rxkduZ"
    "vgh5vVNkrbCCEXULZch+4n4LRP9HvyP3Km70nkgTjksGjhiTA9/BQIRjLmJKZWG3HMPCn9"
    "HlpqZUNoSYtSEO9dSxethUURsbGmps8PmY4kAu/AuCNvVTWVkQBSz4NJi37CkHTX94K9Lc"
    "i7St93/cFosisQLfwfCkfJKCWu0tKbwLui9FaFoB+rrTez1YupXsN/741oUDrSenF2v8VY"
    "lgWxDo+LXk1osSX2VA40Qa1CSoMmlIIVTDwpim1kbGJhsZZb/eusxOEWteN5nXTbPkNJe1"
    "VW05JewzldOOl7DQNAPY1dtocjBnjwzvnIL8wqf78PNnZslCP/lov39kbUrx/rrOrOyCMJ"
    "1SETrLxuao+rA07FOwT65kLA4Gysg0aUZd9so9U1Ez0YRomX3NVZBuR6Znc9vlJiOwhJw5"
    "kQ24VDa2rBd6f0amdhDFQ15TMuIeMeAXd4gt/PAeMmfeG/KXivuFf4wRM6cWDP8LaE1hM5"
    "jvUlnhMMZXDMiEiYnF5N0t/sCsuX/lHbnH1wNrrbv38uv7hazqm/IItaxF6rctvOAmORa8"
    "lLEuHtWFHpDQGxyEC8WHTCdmUEoo41spAQD/+CP35jljnIFx2u32Im97NdNg/tG0DedCxM"
    "8p74T/O9qGk/OZM6pTYAJ0xdTJK8/43p6OUydUPE45pG6yPUUZCbaeYiz3kSrmlJCgyeDW"
    "tKisAd5p/9/MqGSvipC0zmR18LaUzQqH5VdzfZu2WqH/CDUN2GIy5KyCDmwJutYBvpbuuR"
    "I1+aEq1AFR63BeS2qmy6hjjHrZBu98D06CrAVYb9qPg7JynQSpBZk2NDXZ0BRTKyoZFKOE"
    "OgOu0UwO9OIabE6Q6pe5yXxWBoY6lUujhJrHTeZx2kRTQfLMJG5fIsdawgGksS8Ndq7zOh"
    "yv/dZJv7WOrFhxZEXVtRmj0ZDqYJUNgMqeDDh2Ki/VJJkGNgfYygs2RaehzQ6wwrVXO74q"
    "QqwF6yYL1tI/WpPVSVrN6SZz2mCOhz9sXkV1ihG1T2VaR8Vmatas2Bwh1G9Sk9+kVExJnX"
    "0zQa853mSOq1YaNS3Jlq5nsRtcVk1S6nA5Tqm53HwuV1EZIxRaWUxlly7CLyu+NHFK7Uxt"
    "9FvTpHKi21YhXmr3uKYxomwax3Lt46JRI3aWqbFKFkdQb6MlSCeEZINP+PKZLp+DedoLFL"
    "b7WxolnKStED1yNoNJlsToNzVLW0EyhAPvHE69JE6X4URthWqTGXi7CZB0iy0H0M0jcwYW"
    "CJAtxWggnKHwPGYvvXNzh5kq566tWGHJ3NVs4Lc7rfwVo0Qt5iy7LZ3jHG0FSHUqXhKhC0"
    "fMXOZcw1wDbtCS51wzTXBLJlInyo3n4xpUa3we3WTjg5bAGqtLMc1KkawO1Sd/nhZC5LAx"
    "Pl5G2b7qMH2OzNUSqKoWMJhK80S6eoG/gApKFwQj6vYKcxlC7/cKswWRR5TsA++NuBtU8N"
    "QtwJpuO+yQ/PR6A6Szejb7OKW22TfaZt+0ckpNqMu8imJK+bbitCymC2M3uzD2wticcdzG"
    "LNH5Z64TG1a3YBBqzKrqdeVK2Z7oEMPokL5hLFcp2xQgzEvJLKiJoItkN/MI10WyJRdWFs"
    "bwAL8jjWZ+YGwwvoVFcA7LFLLIL2OR6i9evSrLVgqybC7oeB0lWRY7d1mQFxQtKBCSRLjM"
    "GoZRBQin1nHVeje61E2VUjdN01Waq4bq0q+N1EJ06ddGlH4NbceZ6tzCrlykzUVGrcSK6g"
    "nSZ/B/yyR8EDOjkpFfJLXPmE0wlY6ZpD9H1c7eJz+gIijgRcQey1hOVQ0oXUp1wCyrZ06D"
    "Cif+X1qja6ZGp42ydU7DnTPKLt7HKixeUGn2Npq9iT23UuZ8nFRnETWZz03TV5pg2te+Fe"
    "1bicviMkQ9UxIPgteL5HAcw8zacvjv2IUAmyEQ/DkohdNA7j5TPhZstiAGxBVj1hfm/JXb"
    "IQKEdqTD7106dwN/TOjjUd0X0Px7f4YdFqw5+YvgVjEGLc6Av1W2IPwBv4jO98m9b82E4b"
    "ORIDNHeMy/jxijZG9yU+oAIMUZow6xxAw0B4O62JjhWoC6YA/xKThqEuzJw/YQD2zinRHZ"
    "A2Lq3gdtJQwAEUd+/nBJDo9ODsnru73j/YP9gzvA8G7vbg9uCWqGjb8H1YkhB8XyTSmPkY"
    "wWS1TQi7mIdNBH0/UL7eGIVKEvYcA8KKpAr50c23ByaBP8Ok3w1TUWrZHugKaiQujr2JXi"
    "lJrNjWYzFhXycx0TEpYQFqN2NosjVAn+9oFsXSwNr2yWpxc3Nx9j7Ly4SvaC+PXTxXs4+i"
    "UfYRD3YsJVvGvStNJxv6Bo3Wl0cFBGnDrIF6cOkkdRlrpRFugs2hYKWIfdMhJAN18A6GaD"
    "7o0wELEW5jFSDXkJyJtmRWzueayjHhppH3zGQrs6W2JQyiHDmBip8pBvTXyMDFrSqT+iJq"
    "E2wc6tsqdq4MsXKiQbZpLO/AGhZEIx05v0VQLqmbTbyVwqSkw6l6bEc9mz1acNppJB3jJQ"
    "ILQeqn6rU5imByNsDy6QAZvBIwBXTezdKqY4gnqhPVA97ysXHxXudTuCIcMRPpYjnuaqS+"
    "uIw28nfeGN4BmsefgEeLexGOPvw66wFht4aEE1xHgCn/fJrYxpwP0e4xUiVHe2T/b63mfM"
    "/oBbHnNeLxbX/95Nu2+7Jx1CvV5v6LHYZyv8/Oa+Q2YjbowQbvnmwB/ujDnum3fyB86EYy"
    "LQ8Ped7YNMxnSOj8mS+Aw8jJQHKsC7dAhFwuKZ2T42vKpjKzJO0EbYPrVpo5U6765YXTek"
    "hx0dl5BPj45z5VP8KlHcMTxuqmAcp2odzMcHZfQAGJXfZ+kgpQno+opbOTK0KrZJVUwXrV"
    "xt0cqM9avV3J1Wc8+HOanI58Nn05DDE7eWgntO8NgmcpKOVP9QV8Kn8DUs1BqHDh2D3jcC"
    "/hLunYGKBUqXUmgti6hcB1+vpI8Ytr6OOiEvRWdaMrc1XxsaUXdURZ4Lxq9GktsutGs26B"
    "YJzPkN27clMG9JzVxHx/bmh4ZsLvSmVHBItyA4pJsODoElWqvGv6vjB5prS6kQfa0zGreV"
    "0RgpzpwhF8ZLN+cLh0Z8XD0JccIcV9jEpdxUsczUDaRBaivxb59ceWTGbVfJkCMBP1EKiD"
    "KqGp6KEUuIB99BgdKlJ5TEqCZX4dU282bCechyejhMCaPU85hjv1OuCzaeeHMV3cy9yE2l"
    "CwXDneWzSQ9HadN/2sivjfuNNO5L3la020RpdBpOPLSJVov9CMa3UJJafZy4v7FVklQXJK"
    "0zpZ+UCRI/yY8RP0mFiO+WArY2mDetfmkHa2uUAu2V2rqso71S2ivVDM22o71S2ivlm2sy"
    "rA+hHSff8MAely2M68dHUjLhT8wiMnoSW/HtEwzKBAhhPsNzpWnAhts5xBhRG36IChKECy"
    "Y3PBkX2GcdZSUYw/KTidS2io28s+9VfV0VPAncCa0JcFy6ykjBghq8EyYmFsZXMnSB+VYR"
    "eC6LPzBr7l9QBhBM7J7aprDLlswvH3NYyRyRf1hsQwne+9tgaktrFJF3wv8d/X0LwvCzer"
    "HOp96Knqz1iVbqE1Mno+VQgVquhmt9vLo+riNj1xsZ67ABc7IKsOev5ghJCwDe9IqW0o8z"
    "r7KiIyQtADx55JY7c4sO3dSpa3CvGsD+eI1uGXR9RaQKwBGSFoqN3XJxKgVhKkmIXQP0uj"
    "TAuXbKcHybTJQr64kxtV3meRbLMv4WFZWI0W2wrEQWtKVNDZVPuRVWk3CmFnN78LK7fnxG"
    "yeWbotPLOANdI2y0XGENL4i2vIB3qiyKNKelkf7py811jlEkIEgq7mix+4tY3N3dMLEsrB"
    "GJYtE4KQV34lo4TpAUjUeAksgSjfNxj5Bo5Osjv9FYmYZhvW4ToLKa14k5jhLqKtpNtgfq"
    "+IItxxfImKdM+POxH+aGTpZDvmHv06rFzQH8DrhfNVDjRBrWNKwj2R61B5plNWRTdBrcNL"
    "joTq+8CUeIWoSpDvBqqHBTIYQ9LNZfeU0nKfXCrrKwdZCdDrJrOLZlguwyt5IVoBtrJ79b"
    "e0hZeJP7ZwxgeAhy/evHj3sp2WMF4H70p2knrhFZqwSkOfkv1bfaYWsWa/AA8Y12mLNSr2"
    "/I+eXt1c31Xo4OsgJwf5STfWFtBjilfJVB2deFVwDxh8VMLQU4bjfIQ3c7UeMB+hlx4xHG"
    "5EeOR9ZBzXx19I+GpYzYIzcZduaS2eYc6/BObTOnhhF8LbPcwyx1MdCljHQpo0ZBu+ZSRv"
    "jyVIE2GN/CQKWTMs6tk3zn1knKuRVsRlV8tlGapZy2TQN7015bXcuohW5FXctoB2oZLXSe"
    "DKEwphDli4VxJayWZPiZAQtcj6ip/IqVHgPxz8/sk/0XxtQYcZu5xWUuFzKiFhC1gNgoaN"
    "csIPpvTxURJkKiJRgtwWgJRkswOybB3DwyZ2BJrqUEmPC7QvmFPRl+mmX9rvZYeFG1QsLu"
    "UmwusAIjQdaFRQdkqykYphZIJ9KlqUMwFb1Dxtye+gTS34h95ieOwKfzqzBOx33myIoI1J"
    "d3/O8J9g2VFjIUjjzhUXhO1y/kiJHFOBc8EDOwQ5M34wbzizK4+HDY0r5U2/kgZ149qnod"
    "+ZDbqZ7zfwZDdJHGZhZp1NUS1hgqvXg9SmoPC4I2xc6uLBzO32QqLNcFRQsXbLdMlcZufp"
    "XGbqpKozpZKizYBYFesDqKUPeRbZjI3dmZUmafQbsFoflSpXdmCPHxAYWS/EA4Q+F5rH5J"
    "dSnMR+2JWMNMSu62IJYAednB+mMg5McLkKmOPNwJRPozrEUG4jY8C95tf1K+zHmEVVp2bq"
    "bsrKPztxWdr7WWNWotuh7K2uuh6NIHGyt9oFWa1ao0A+64Xg0fR5ROOzka5+SIRf7TWhyO"
    "kGkGN5rB2iyhzRLaLFHGLPEbZ7NbLjmaskiE33WKjBEOo0tFy/8oZtLiQFwxZn1hzl+5Yc"
    "dfaZGQYU7MQFfjBGTwqSMbA1MyptwiYsLsM0L7YiqdjnIirvyUsnQ73J0xVWj9WsjRfnl0"
    "Va8dJU5mEjma7ZOfBLcXNg8Zf29YmFUGz4S0qja7OxIzuOkjwNPDzb73byCrafroRAqt69"
    "Lqm8nXzjd46OrfrRQH1O6RoY7m1+dcUGglKat8jy7zvd4y37qd3LO70DqKfWvFQSsOWnEo"
    "ozj8QtFbeeGImSul3JT2EB9QqEJM5NBePzK2Xt6tPwP2iHYZgW2S2VihWLZggtlUJkXYJg"
    "lDDy3isEfxwMx1JFFoT+WmPJUesNDuYYPv6aSKUJKka132xeob3Ube0rIoR0haIJMkfWfl"
    "nGdF3rO0+8xhiEYNG3WcUuuljdZLpUPBZbAD1XRGRGh1veEmc9oXMmrwOU6pudxkLuuq0r"
    "r2Y9MYUVbTLFP7cXuaZk45p+CrznPa5XLlnAK1kroPsiNvnxGlspLXnz9cktOT7umbM3Q7"
    "TYRluZjxZrJHmXoGT9ORviS/Vy+1LJhKXkFbnRygNc+mbzGdAs1TcbqG6pki1Lrns7qntG"
    "/jO1MF6BhR60A+OCkTHpuUiiLhsSdawd+8gj8SsCpHwqoU5B0jah3Oq98ttBXlOamwFVoX"
    "e5qALObWYHOcUrO50WxG2brWyxwj1AaUJvNYqke1mByn1FxuMpdNZvNaTI4Rah43mceGRY"
    "EHtWSvGKXmcpO5vEWDd8O4+mLt3Q3jw+6bu88t5mSWqVVfdIpM3TQcUsvQ7ZExbBCYCoH2"
    "6qDGg8yXwATzfXLlucQPuvvm6nuszzbgT7IS3ABWmDRryzRIgHwuq9eyCcPCbCMxc8vXXU"
    "vWWNOW70ZavnWNgkWN2zImwsN8C+FhRp3+vC6C+WHIUZolgpCbuaPXyvSJBGAMjNNut1cU"
    "313QYSKLuIXLuHtcJo8BRuWbuo9TmQxYftNmVhW8IyStM3OvodaGNnO/BF0r0Itl1HpdpT"
    "ok1np1k3nt4kFe/X2OkGn+Npm/A8rr+TJihJrHTeaxyd0xd+v1S0jSak43mdPMcUSlcJmQ"
    "oHXS7XGpYJnjgmCZ43SwjA6r3nI1Sp0Vvf6saB2rvlrjfcb6XQG2OuN8e44RP5X8Wnh8wA"
    "3qA5Byk2QN6xQ5TWwYqXhey2vyRYyZbCzjZwZ4wjKJwH7P3I6E/r9ygzQCd5/cDKSTxV/H"
    "chQ3XVmE2ycSjskcrHNliPGYe6ovDlrQ78+Ui6Un61H9Rfx/DIsbD/Cvw8a4wJx35L7Pht"
    "yWTXRmI+agGye44SvZDAd+NDwTDton9w9sfk/G9IG5dzY2JOSqjpbqoMPHsJe5HPCCkf+Z"
    "cubBU8AMzFw034HBXE6rALDgzXA6pD/1FtcYR58Pec09uEngXAKi8RRmegNTB1aK/lw+tg"
    "RP5VkEGRiqzw+6k+CGHUCJjKirCnIRH6VrQRaLHHkSoIxurLBsuaxpPmKA2UxM8XkF/Omo"
    "3AyqOGLyoezVCI/udgBD0Lwi1+EX0DmZUa6qCuAXC3ZipyQmKfeJLLUOv8ZiA48IrDoGH4"
    "aS/QMPf9JMwGD2kOsgS3jD/kxsf1g/XZYPi10NiopFTHzyc7TqOn4OfQa6Brv2sjXu0Fq3"
    "6Rx2vUrYquHtyyEppbUdFGhtB2mtTXswV+vB1LUJW2k80t67F8FmKTVnyFFF/RBCmg22Qw"
    "iv7Gw/hIUSUU1sjdPpmNS6xkLtp345u5pUvOs4qiN0msNN5rD2vbxs38vuvFra9bJq90Dw"
    "ADvne2nmon0e2+b6Xi7FZL6X4WyR1ztF3hUjGFHHt3JjM9XmwxPSYYK9RpizT+4XSN0rW7"
    "6/OEJfRJ8ZAgaphh3wGd0EaIFXjhRYah4DSjTfo6fjL4Khc/CPiq/Cz56YTJgJt4KHkUo2"
    "DA86lMjZ+mw4tfHBgNTEW1D1j+8FeYATFW4Fgo56JhjEzLMgU0aNkzelQ1gSHb/LCXzG36"
    "tcQVgaCLuRjBwxHY7y82cQ4p6rVEW/uVsyhSbpHpAAaJt/Q23+TYu32CpLVmM91V0S5cJ+"
    "cQ1ANpg7U6Z+EYwqyJ1JVTCS/1aAOBjfurjCw1IeqsMCD9Vh2kOlDsEK8IYEG8TXF1E2A/"
    "Pqey2j9FSl8VI4fnO77tsd2XIDQbSqsS1Kp41tTTa2adP5y+G1TvFqN391ilf7eaxTvF4K"
    "p3WKl07xaqEJMiJ6+jbkijbHBJlO8ir2NEYt9Ut6w9Dz8oXt4gIvm4mUWFvPuxq1H7cN9e"
    "+ChZ3jbfTXfLHDMXjHavZ7MR068NN4hoLJli+MGiNMx+Ke63shZZ8X+MiswT5BR6WiQtcg"
    "uirhCQhVBfU6MkOIPTLHT1BS6WIWo48yAyvwCM4ozg2XXXQ8flEeSOXeVHPLFCK46w/oI3"
    "wF95nZmGHlCfsdmeHTjqgpnY/+wDvbQ/enjbcmJvySfB9i5N2R9wpTgmJOxODpfJk1mlxU"
    "yZWYf6Bsw3m197fB1DZwRRB5J/zf0d/XJU0t488qaEMTMK2CjBqlaaFH5rSMnHqaL6aepq"
    "RUhz1y188nLQtylKaFIB92y/hluvlumW7KKzPt/5sZGad4gV9mQdI6devgbdnkrMLsrNRa"
    "Hjhi3KvhxU3StXBNr8WVK3Gr6s+NEbVuaa/FqYuiUV88VUE5QqJXc7nV7I1QCK4ob8SI2r"
    "eaV34Szrg7ynKe//Tl5job4QVF0pzMDQxvtLi7w0ptFrCIRcyIHAD6+tP5H0msLz/eXCRl"
    "a5zgQldUfYlG/YQ2W4XPCVLtvGkyn/1Y7jre9hil5nKTuaxdSLoZTdMYsRlrfMy/lBluee"
    "HTffj5M7PCkmj5jqUWQf21kq8iouGwp6x6DT7Zjc1uBfyvHJy3/lw7eThkI1rRoSMRyPHo"
    "BOg849IJGFLLp3Mb+lCUx6ZDXEYtZr4jD2yCJeqIJeyhKjBnExlCKf0uFnU9grcPE8iw5h"
    "w6aob8kcHIScmqbTrTqpGZVmoVZHHAps48LwQzoEnWZZl7avPdza0zE1VfYw4FQNCuL66u"
    "zz//I9SvQynw4831DxcZGvbFP27fnzc+3GRHc9xSAlgVp32ZwJTgpFt/WEoTOLCaoJTVBU"
    "OcM4cbo6yT0/+m8NykizE1Dk3/0orPtpdysC2Z9pN/ZD0yp6oPOkLSSgfHGrqW4UtVAWF/"
    "eAvRXUttULijx7JsA/mujQiJ9m1U9G0sJSQse5h9/X/LE5Ns"
)
