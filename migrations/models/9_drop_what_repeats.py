"""Values that events share are stored only in their shared tables."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "event" DROP COLUMN "country"',
        'ALTER TABLE "event" DROP COLUMN "city"',
        'ALTER TABLE "event" DROP COLUMN "history"',
        'ALTER TABLE "event" DROP COLUMN "client"',
        'ALTER TABLE "event" DROP COLUMN "rule"',
        'ALTER TABLE "event" DROP COLUMN "headers"',
        'ALTER TABLE "event" DROP COLUMN "user_agent"',
        'ALTER TABLE "event" DROP COLUMN "evidence"',
    ),
    "postgres": (
        'ALTER TABLE "event" DROP COLUMN "evidence"',
        'ALTER TABLE "event" DROP COLUMN "country"',
        'ALTER TABLE "event" DROP COLUMN "city"',
        'ALTER TABLE "event" DROP COLUMN "history"',
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
        "ALTER TABLE `event` DROP COLUMN `country`",
        "ALTER TABLE `event` DROP COLUMN `city`",
        "ALTER TABLE `event` DROP COLUMN `history`",
        "ALTER TABLE `event` DROP COLUMN `client`",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "event" ADD "country" VARCHAR(100)',
        'ALTER TABLE "event" ADD "city" VARCHAR(100)',
        'ALTER TABLE "event" ADD "history" JSON',
        'ALTER TABLE "event" ADD "client" VARCHAR(200)',
        'ALTER TABLE "event" ADD "rule" VARCHAR(60)',
        'ALTER TABLE "event" ADD "headers" JSON',
        'ALTER TABLE "event" ADD "user_agent" TEXT',
        'ALTER TABLE "event" ADD "evidence" JSON',
    ),
    "postgres": (
        'ALTER TABLE "event" ADD "evidence" JSONB',
        'ALTER TABLE "event" ADD "country" VARCHAR(100)',
        'ALTER TABLE "event" ADD "city" VARCHAR(100)',
        'ALTER TABLE "event" ADD "history" JSONB',
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
        "ALTER TABLE `event` ADD `country` VARCHAR(100)",
        "ALTER TABLE `event` ADD `city` VARCHAR(100)",
        "ALTER TABLE `event` ADD `history` JSON",
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
    "HOp96Knqz1iVbqE1Mno+VQgVquhmt9vLo+riNj1xsZ67ABc7IKsOev5ghJCwDe9Ir2xbgq"
    "KzpC0sJDt1vOy1/g5E+uadcAqTgNcK6VJxzfJgPPyjoKTG2XeZ7FskxnRSn5MboNJuVnQV"
    "taUau8R6wwF9+ZWsztwcvu+t7tkss3RaeXcQa6RtimtsIaXhBteQHvVFEJaYxII/3Tl5vr"
    "HJUyIEiqPWjv+ItY3N3dIJssrBGJYsEiKUN04joMTpAULDbq724Y1utW45Xlq07cYJRQV8"
    "Jtsk6vfYRb9hHKuIVM+POxH+aGP5VDvmHv06qFngH8DrhfNVDjRBrWNKwj2eKwB/pNNWRT"
    "dBrcNLjoEqu8CUeIWoSpDtJoqHBTIQw1LLhdeU0nKfXCrruwLWHIRI5qu3WCqkXwL7VX6w"
    "gkHYHUcGzLRCBl7tErQDfWa3u3doey8CYPphjA8BDk+tePH/dSQt0KwP3oT9NOXCNCbAlI"
    "c5IDqm+1w9Ys1uAB4hvtMGelXt+Q88vbq5vrvRzlbgXg/ign+8LaDHBKqy2Dsm9kWAHEHx"
    "YztRTguEGmDLqB6LoCeGVo7MfIfC0FOSHt56FcJrNche0umVr+mwr6uJRztUhWW2uOebAX"
    "ZIR4R7aJ/CDvyK5UM7UcnfFh1SH2yE2GTbRkYjjHkrlT28wpNwRfy4T0MKFcDHTVIV11qF"
    "HQrrnqEL48VaANxrcwKu6kjA/7JN+HfZLyYQebURrg/MCMKM1SsRlNA3vTwRm67FALowd0"
    "2aEdEAkXGniGUBhTz/PFwrhJoJZk+JkBC1yPqKn84pIeA/HPT8KTrRLG1Bhxm7nFFSkXMq"
    "IWELWA2Cho1ywg+m9PFREmQqIlGC3BaAlGSzA7JsHcPDJnYEmupQSY8LtC+YU9GX5GZP0G"
    "9FgjUXUtwkZQbC6wWCJB1oX1AWRXKBimFkgn0lCpQzBrvEPG3J76BNL7jS3hJ47Ap/MLJk"
    "7HfebI4gXUl3f87wm2+JQWMhSOPOFReE7Xr7noegIfFh+IGdhMyZtxg/n1E1x8OOw+X6pD"
    "fJDerh5VvY58yO1Ue/g/gyG6nmIz6ynqwgZrzIhYvB4ltYcFQZtC5FcW9epvMhWW64KihQ"
    "u2W6agYje/oGI3VVBRnSwVFuyCQC9YHSysW742TOTu7EzVsc+g3YLQfKlyiTOE+PiAQkl+"
    "IJyh8DxWv/q5FOaj9kQsNyYld1sQS4C87GCpMBDy47XCVPMc7gQi/RmWDQNxG54F77Y/KV"
    "+RPMIqLTs3U3bWSTjbylXQWssatRZdfGftxXd0nY2N1dnQKs1qVZoBd1yvho8jSqedHI1z"
    "csQCo2ktDkfINIMbzWBtltBmCW2WKGOW+I2z2S2XHE1ZJMLvOkXGCIfRpaLlfxQzaXEgrh"
    "izvjDnr9ywOa+0SMgwJ2agq3ECMvjUkT18KRlTbhExYfYZoX0xlU5HORFXfkpZZR3uzpiq"
    "iX4t5Gi/krkqrY4SJzOJHM32yU+C2wubh4y/NyzMcYRnQlpVRt0diRnc9BHg6eFm3/s3kN"
    "U0fXQiNdF1FfRNbGmdAoOHLtTdSnFA7R4Z6mh+MdgFhVaSsqp06Yrc663IrTu/PbsLraMu"
    "t1YctOKgFYcyisMvFL2VF46YuVLKTWkP8QGFKsREDu31I2Pr5d36M2A7Z5cR2CaZjeWwZb"
    "ckmE1lUoQdjTD00CIOexQPzFxHEoX2VG7KU+kBC+0e9uKeTqoIJUm61mVfrL4nbeQtLYty"
    "hKQFMknSd1bOeVbkPUu7zxyGaNSwUccptV7aaL1UOhRcBjtQTWdEhFaXFW8yp30howaf45"
    "Say03msi4evwWxsEDT1JVIV1uJdHuaZk45p+CrznPa5XLlnAK1kroPsnlunxGlspLXnz9c"
    "ktOT7umbM3Q7TYRluZjxZrJHmXoGT9ORviS/rS61LJhKXkFbnRygNc+mbzGdAs1TcbqG6p"
    "ki1Lrns7qntG/jO1MF6BhR60A+OCkTHpuUiiLhsSdawd+8gj8SsCpHwqoU5B0jah3Oq98t"
    "tBXlOamwFVoXe5qALObWYHOcUrO50WxG2brWyxwj1AaUJvNYqke1mByn1FxuMpdNZvNaTI"
    "4Rah43mceGRYEHtWSvGKXmcpO5vEWDd8O4+mLt3Q3jw+6bu88t5mSWqVVfdIpM3TQcUsvQ"
    "7ZExbBCYCoH26qDGg8yXwATzfXLlucQPuvvm6nuszzbgT7IS3ABWmDRryzRIgHwuq9eyCc"
    "PCbCMxc8vXXUvWWNOW70ZavnWNgkWN2zImwsN8C+FhRp3+vGah+WHIUZolgpCbuaPXyvSJ"
    "BGAMjNNut1cU313QYSKLuIXLuHtcJo8BRuWbuo9TmQxYftNmVhW8IyStM3OvodaGNnO/BF"
    "0r0Itl1HpdpTok1np1k3nt4kFe/X2OkGn+Npm/A8rr+TJihJrHTeaxyd0xd+v1S0jSak43"
    "mdPMcUSlcJmQoHXS7XGpYJnjgmCZ43SwjA6r3nI1Sp0Vvf6saB2rvlrjfcb6XQG2OuN8e4"
    "4RP5X8Wnh8wP1O5BlukqxhnSKniQ0jFc9reU2+iDGTjWX8zABPWCYR2O+Z25HQ/1dukEbg"
    "7pObgXSy+OtYjuKmK4tw+0TCMZmDda4MMR5zT/XFQQv6/ZlysfRkPaq/iP+PYXHjAf512B"
    "gXmPOO3PfZkNuyic5sxBx04wQ3fCWb4cCPhmfCQfvk/oHN78mYPjD3zsaGhFzV0VIddPgY"
    "9jKXA14w8j9Tzjx4CpiBmYvmOzCYy2kVABa8GU6H9Kfe4hrj6PMhr7kHNwmcS0A0nsJMb2"
    "DqwErRn8vHluCpPIsgA0P1+UF3EtywAyiREXVVQS7io3QtyGKRI08ClNGNFZYtlzXNRwww"
    "m4kpPq+APx2Vm0EVR0w+lL0a4dHdDmAImlfkOvwCOiczylVVAfxiwU7slMQk5T6Rpdbh11"
    "hs4BGBVcfgw1Cyf+DhT5oJGMwech1kCW/Yn4ntD+uny/JhsatBUbGIiU9+jlZdx8+hz0DX"
    "YNdetsYdWus2ncOuVwlbNbx9OSSltLaDAq3tIK21aQ/maj2YujZhK41H2nv3ItgspeYMOa"
    "qoH0JIs8F2COGVne2HsFAiqomtcTodk1rXWKj91C9nV5OKdx1HdYROc7jJHNa+l5fte9md"
    "V0u7XlbtHggeYOd8L81ctM9j21zfy6WYzPcynC3yeqfIu2IEI+r4Vm5sptp8eEI6TLDXCH"
    "P2yf0CqXtly/cXR+iL6DNDwCDVsAM+o5sALfDKkQJLzWNAieZ79HT8RTB0Dv5R8VX42ROT"
    "CTPhVvAwUsmG4UGHEjlbnw2nNj4YkJp4C6r+8b0gD3Ciwq1A0FHPBIOYeRZkyqhx8qZ0CE"
    "ui43c5gc/4e5UrCEsDYTeSkSOmw1F+/gxC3HOVqug3d0um0CTdAxIAbfNvqM2/afEWW2XJ"
    "aqynukuiXNgvrgHIBnNnytQvglEFuTOpCkby3woQB+NbF1d4WMpDdVjgoTpMe6jUIVgB3p"
    "Bgg/j6IspmYF59r2WUnqo0XgrHb27XfbsjW24giFY1tkXptLGtycY2bTp/ObzWKV7t5q9O"
    "8Wo/j3WK10vhtE7x0ileLTRBRkRP34Zc0eaYINNJXsWexqilfklvGHpevrBdXOBlM5ESa+"
    "t5V6P247ah/l2wsHO8jf6aL3Y4Bu9YzX4vpkMHfhrPUDDZ8oVRY4TpWNxzfS+k7PMCH5k1"
    "2CfoqFRU6BpEVyU8AaGqoF5HZgixR+b4CUoqXcxi9FFmYAUewRnFueGyi47HL8oDqdybam"
    "6ZQgR3/QF9hK/gPjMbM6w8Yb8jM3zaETWl89EfeGd76P608dbEhF+S70OMvDvyXmFKUMyJ"
    "GDydL7NGk4squRLzD5RtOK/2/jaY2gauCCLvhP87+vu6pKll/FkFbWgCplWQUaM0LfTInJ"
    "aRU0/zxdTTlJTqsEfu+vmkZUGO0rQQ5MNuGb9MN98t0015Zab9fzMj4xQv8MssSFqnbh28"
    "LZucVZidlVrLA0eMezW8uEm6Fq7ptbhyJW5V/bkxotYt7bU4dVE06ounKihHSPRqLreavR"
    "EKwRXljRhR+1bzyk/CGXdHWc7zn77cXGcjvKBImpO5geGNFnd3WKnNAhaxiBmRA0Bffzr/"
    "I4n15cebi6RsjRNc6IqqL9Gon9Bmq/A5QaqdN03msx/LXcfbHqPUXG4yl7ULSTejaRojNm"
    "ONj/mXMsMtL3y6Dz9/ZlZYEi3fsdQiqL9W8lVENBz2lFWvwSe7sdmtgP+Vg/PWn2snD4ds"
    "RCs6dCQCOR6dAJ1nXDoBQ2r5dG5DH4ry2HSIy6jFzHfkgU2wRB2xhD1UBeZsIkMopd/Foq"
    "5H8PZhAhnWnENHzZA/Mhg5KVm1TWdaNTLTSq2CLA7Y1JnnhWAGNMm6LHNPbb67uXVmoupr"
    "zKEACNr1xdX1+ed/hPp1KAV+vLn+4SJDw774x+3788aHm+xojltKAKvitC8TmBKcdOsPS2"
    "kCB1YTlLK6YIhz5nBjlHVy+t8Unpt0MabGoelfWvHZ9lIOtiXTfvKPrEfmVPVBR0ha6eBY"
    "Q9cyfKkqIOwPbyG6a6kNCnf0WJZtIN+1ESHRvo2Kvo2lhITVHWbvsbrrR5Ffuj0+oPBos6"
    "Kj6miEv4c10VUsA+HumaoxImYyXo9aFpH1aF2CbnhVoAOelxjcm69D69Mn45InI6jooyqb"
    "djC+dfWcV++KluZJp1Kx7AiJPhZLHouws1SC2B+v8S2H77Ses3e6Ukdv03DfdR9gBeEmUZ"
    "x+SUeJlFZaZtZfl+j3G3NQTIetzJZCQEr0iw8oFP0e1dCesRhbL81DTYBZHSjb+dOCDIhS"
    "oVwgKnHD5O7EovN9gk4Eed13IqjWMKqVzNRx8IvFJNZcJnvc2OTKtsX3F51Id5khypiyMh"
    "3QzoPngLtw2XmGO2QCMKqmM8ZI1oKzGXWsORnADzkjM+6N/A42SAmyq+1yk93ZMjtFzDrh"
    "L/C723j0AWRdIOGOScaYbuIIMS7dcEY3iXlOpt2yG0P3hmjNcRYLAKWVQvP94S2UBlff+Q"
    "ew6rkG7IQV9PAYTZsChVZWogoXcoUF6w/XC7bEgsWto+qCjdHoBZuxYPvMoKDeVTFER0i0"
    "IXqJIPv8/mCXYjwBaX7tbcJ2iAN+zMVBThxAJ9oSR8ZgFIZmssdM50vlwMyyGnBDgX6+IH"
    "t0ocVc/dc35Pzy9gpei41WSfj6/1a9oLo="
)
