"""What events share with their like lies beside them only."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "event" DROP COLUMN "country"',
        'ALTER TABLE "event" DROP COLUMN "city"',
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
        "ALTER TABLE `event` DROP COLUMN `client`",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "event" ADD "country" VARCHAR(100)',
        'ALTER TABLE "event" ADD "city" VARCHAR(100)',
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
        "ALTER TABLE `event` ADD `client` VARCHAR(200)",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz2za2/1cw/pJkRvWN5UddZ+/O2G7Suk3sTuI+dusdGSIhCWuK0PJhWXeb//2eA5"
    "AUnzJJvSgaH9pYFA5I/Q4InPf5795YmMxy9298ry+ePovp3hn5755Nxwz+yH7ZIXt0Mpl/"
    "hRc82rfkaCGHyTF913Oo4cHVAbVcBpdM5hoOn3hc2HDV9i0LLwoDBnJ7iOQ3NoPRhkcGwi"
    "ECPljc9ZjNnA7xbZM5xBsxgk9GxED+HX5PuE3uHQakMLm7f3t+8fH9/f6dfWff+zb/j896"
    "D2x2T8b0gbmE2rbwbQPuSbhHvCk3GBlRZ2wx15V3pi6xBHwL/+JNHDEl3CUPbOLtk/sJnV"
    "mCmvdkJCzTJdx0O3cw4RSmNXG4TShxGbWYCf8YDvPO8C5Az8bw0+GqsAngxh+ZM9tHpIIH"
    "9MSQAbkDOPz5L7jM4Qc/MRc//gko2axHPRw+oBzmDj6Yvrz8LySYPPQGnFlmgn3clDR4ve"
    "fNJvLaBR9e2d4HORbn6PcMYfljez5+MvNGwo4IuC1vNkSkqcfwDp7jI0uRiQHvQy6rnzMf"
    "on5HjMZkA+pbXmwJ9Hvza3u93vXNbe/L+9teb6/MogkuGcB3WHDwqK4EYIiP8M133e7h4b"
    "fdt4cnp8dH3357fPr2FMbK581+9e1X9TBztNRUErOrH66ub/GBBKxqtdjxwldJQz2qqCS7"
    "5ujjWs7ifwmLLR/9cHwKf/hhafxDtBcxILww58D8TdwEC8b0qWcxe+iN4OPJ2wXo/nb++f"
    "LH88+vT96+SUJ8HXzTlV8h2HNww3e/CsBxmhaCfNAtgzKMKoRZfpfEeb6BVkE6SbUarLe7"
    "oySR/q4U0t8tQPq7DNLB0ZKF+acvN9f5MMdIUhibHM7Rv+QJuYPregG4CAbOPHbd/1hxTF"
    "9/Ov8jDfflx5sLCY5wvaEjZ5ETXKSgh4MawQnP2AT638M3Hh+zfA4kKdNMCEj3wz/axYrb"
    "q0/vv9yef/olwY/vz2/f4zddeXWWuvr6JMWjaBLy+9XtjwQ/kn/eXL9Psy0ad/vPPXwm6n"
    "uiB4JXj5pxTMLL4aUEmwN5qSKL51SavY1mr2FRYILZ822PW5Vf5DTxCpgdHFCa16vnNfU8"
    "1KjcLJsLlZs4yfMqzqre3bfrEkiUitM9OPr26PTw5CjSbKIrixSaUHmJ7Y0xHbPK5jgn0y"
    "9Mk1+YhOGgCocThJrHTeYxcxyRoxDfsqeCLTEi2Jw2vLe3BUa+/+N2sc4Q8fHjzfUP4fC0"
    "IvH1KxraBg8xYw9e6FPjYUods5f5RnRF0djsV+PuOH2F2nQoYcRfjL8vMMeeG4YAOWUvx1"
    "IbftVZZKelsUF1DLXnZMIcV9hkyr0RWj25Q8TU7hDuCgvXC0GbGHmN5lNX+I7BXGJQy5IG"
    "V2ZT2yPCIb7LnCvzTUkrqLZxNtLGycY0T9YutgxFBK0zCnWPj0oYhWBUoVFIfpcUy+S/Fe"
    "ANx7dgQ0+h+7aMyQ1GFaP7NmNyc4RVCd1w/AbRHbNxX1msN4FxKYgXIJy1abruVMB5N6Lu"
    "qArSGcJakDdM1kzvF8el9ovjBfvFcRrwoRBDi/Vcv18F7STVSqBu1Ma8BqBR2+n9H2i/VX"
    "BOEG1wE/n19nIzO8hJmSPwpPgEPMkcgBOHDfhTpa0jomidiHFwUsbtlFZBY16nk8wyHoH+"
    "ibEMlZZxnGiDy9jiD8yabWYlH5Ty8C1w8GXOQmoxx3N78FBZfUWAYEHtArtlnC6Fdh8I1w"
    "V3uMw3q6tf3Nx8TOjqF1dpZfzXTxfvAXsJPQziXkJX0V69F2b1MrmLKNfhc4pUWzebzGeX"
    "MbsGj2Nkmr9N5q9F7aFPh5UE6jhN+zTE1Yt71H2A3a4O0llKjXc+3hWcBPHNzXUxeDlHNg"
    "woP/z8mVlU/sAs+IH1/4uaZXcFkvnVYK0kVq+A/WPUG1hiuiRON+cw0QdLxbPv1ootBdQY"
    "1gG8pUui9EnN0tbV9MjZFCZZEqTf1CxtBckQjsNUXsVyOF1GE7UVKvbI7LyApCoovcc52g"
    "pQ34GNmzlLQvQL5Q4zL9RcbYVqAj9y+b3pFzVLSw85ZRdbDqFznKOti8gWHjeWFQKCF+0a"
    "5hpwg7Z5AzfEhC8L16WYzFqMz6znsmXfOYToC2vVW1cp2CvmrMVYmN7QoXaOVSuE9MZmtw"
    "L+9zywP+B0P4SztXDHn4ww2hh+QRDQthLAPkbTtRAxh3m+Y/em1DNywi+qI/aZTazZ7+Fs"
    "LQRM7nHGiBkPq4DrC0jzuN1dhhO2BLGK8apX9iP3aHD3TMhq7NvOoqhVnhxXL3AVNpBv0N"
    "RPLG4/EG9EPWLBiUY4/IcebebIMgGE2iSIkj2TVQDg2PvGnygqVUcAr4opsFMHsO5yAKsn"
    "Hpjds4R48CeVYiBSdK2LNVl9KM8ORFvKF3pvI/iuPthSxzs8d5K1wk/KniYcpqvB5iSlZn"
    "Oj2ey7tV7lGJkOd2gafxuSPxa6iXOE8ZgHuVgSd2OD6hb6cvnQ/obbWMoLS30FvoF9cgti"
    "tQFSFWdBiS2Us6Ww1YnKcQnbmimJnbojLX5r8VuL3yXEby0etvZcSYbRuV6vZqxkmlazut"
    "Gs1prAi2Czwx7FQ62NO0mp9YEmcxmGwmw5fq0FMblzktblex+Vydk8Kk7ZPMpkbGK9iR4o"
    "RHnO1gWVLBNUrYP5+KBbAmcYVQi0/C4VZa48J72qqlWSbnM1ulqhZWVsCxl+ZJnxQTgM9P"
    "Cf2Uwy5AoendpGntE9W15mxxhR5MuEyw6dRnaB1BoEBOB3M5VheHn+5fL8+/d7X7djtYmF"
    "d+QYbpLBH8W2m1TMyVL1f165+MeYS2sQ8QQBPVFWQScj+AOGBIXaOTpVuUVeU9vskOmIOY"
    "wM+aM06QjiMtt8o6q1m9wFBtnMUNrmvSowRMk9FiHzHXZPxozarvLb/iCLFsA9B2jzlLeV"
    "P+uMuCMxtbF++92ehIXE573b0xajpu9lnQUWo21XHNr2gbL+mkNbqyHSdKzXUEYE9qVJXs"
    "xpcc3vOYUu+b1EyW/VpKMHpwfWsuhJe3Letm5TZ1aUWJw/Q7pEw8xjuxtemLtvBxBH/AB2"
    "XFxdn3/+R349xYscllz84/b9edpAHTv6K5uoU7TapNVoY0dK0KvK7RxybdxqMr8D+b2KPB"
    "EjaZ3V5bBUMcPDBcUMD7PFDJtkdXkhespS8Rwl7DNhpPn6rTNbZdjabDPL21uC7JAig8s8"
    "eaTY4pLOWqllcsGwmLDoMgXYiJoP28mBOmAzUzagMyxuPMDf+GgudsVTxhf5qCq0hpsuoQ"
    "5Tl165HZjAYDDeZNoq0vTdprPAKgJbg1NPlkpSarm50XKUetdzj/hiSSpB1DpZag2BUmoX"
    "rYhykkrD/CzMWl7V8qqWV1cnr86LWuVIq4mKVws6OEcVtmpLqhjcDR8m6NpTLrpXLkGomO"
    "2RCTz6GXFhqMWwAUgH+4GQMbd9j4Ew2ge4TCREZ14QEq6cfX02pDbhnpZSm77HPCOleqxG"
    "tHeaTkd7P3u6Bm9PDbCzlC105q2hUL3vgLRfycQZI2khxKtPcH1kDofJKvX8jtO0EOSD7m"
    "kJlGHUgp7fp5mmQyIQ28qCHBG0EOHV7xTa578ln/+Uu6NqwM8pNg/83t8Gvi0rZpK+zy2P"
    "2+4+3u/v61L4N82OeUGXGlJKLrG2ujy7+djsyetNqFepG1eCaIMg/89mUD4u5Y49XuCOPc"
    "66Y3W6ZZ2NZucs8joH70WwWVfjaDd/t+iMaBhXX2zGUsP4sPsJS7FioTkeiWQp0WKXRLqE"
    "6WrCZxy4O2eujJpBrwO2KPcE6TOiqmab7+RXIzGFuzjxOBqYwFWJTgPhoEdCZi6NQDETzg"
    "y4cH8WBtfAk2Dv3iAJimBxBWKMqD1kyqeBE6HugsE73jtyt3e3Bw8AszI5fsAdIMABJZ0e"
    "f+6ZMABOm39p90dT3R86SKf9ssR8L6iiYyepWmfJWL03QG2ddarcCF0UY0depeBAq8jgOZ"
    "XeKRvNXsOiwASzB/JrXk7vM2ayNLF+lZvM6yCfJ8f9Uih9xkk2Vw3k7Xpl0O7B0bdHp4cn"
    "R5HoGV1ZJHFm21t7jvD71Spqx0haJ2DonKp2KFA6RrXZ5qMlKw/HG6Lk1h9OdUwpNgwlW7"
    "Wsxiwkg1RV9pSyBklDD/52mSgV1KsJ7DdopBlT50FlVKlsq7EOUG36BtPRFpqXLovqY10f"
    "6/pYX3GqdNguvChXOtZO/LnydOPY0Drn+u94PHM3csRgOTgxIJQEE5/J7gFcdRdwGNakC8"
    "5z9uQxW5azc9hE4I4efBl5fRAx6fO5lXXsuCv7F8C3rhCy6By1YcXBg+AduXyMB9iH7NJO"
    "HG+E90HOwVd/BojgJy0zNFJmMB06yD9KihXxOE0tTbxhhqqkKn5aRhM/LVbETzN6ePQSVM"
    "A4TtM+jA/L1O09LC7be5ip2jvfdyqAnCDSKD+PcpCPUkfFSJFqc3eTVQwlPmRZXJxrMKdo"
    "Rq4B3rY1uQYmHwxAXMM4nyo8SZEtxZjdednWwoGJI8SgCvYRgUa9PuqBwpN7qv/669X3+d"
    "AnqVL4+z4395F2V5XnPPDVQa4OjDim8neuzHoR02uXsl7EVOldZMCz1ovk+lu39eIjt3N9"
    "EfJ6Z5G1wgpH1C2UIfuJBy0Qgx/9jtyruNF7Ik04Lhk4YkwOAgcDEY45jymVhd0KDAt/xp"
    "ebmlLZEBLWhiTUvmP1sKmiNjY01NgQ8DHDgUL45wRt6qeysiAKWPBZMG/ZUwGawfBWpLkv"
    "0rbe/3G7WBRJFPgOh6flkwzUam/J4L2g+1KMphWgrzu914OlW8l+E4xvXTjQenJ6scZflQ"
    "i2OYGOX0tvvSjxVQY0SaRBTYMqk4YUQjUsjFlqbWRsspFR9uuty+wMseZ1k3ndNEtOc1lb"
    "1ZZTwj5TOe14CQtNM4BdvY2mAHP2yPDOGcgvAroPP39mliz0U4z2+0fWphTvr+vMyl4Qpl"
    "MqQmfZ2BxVH5ZGfQr2yZWMxcFAGZkmzajLXrlnKmomnhAts6+5CtLtyPRsbrvcZASWkDMj"
    "sgGXysaW9ULvz4hvh1E85DUlI+4RA35xh9giCO8hM+a9IX+puF/4xxgx07dg+F9AawqbwX"
    "yXygqHMb5iQCZMTCwm727xB2bNgivvyD2+Hlhr3b2XX9/PZdXAlEeoZc1Tv23hhTcpsOBl"
    "jHXJqC70gETe4DBcKDnEn5hhKaGcb6UEAPzjj9ybFYxxBsZpt9uLve3VTIPFR9M2nAsxP6"
    "e8E/7vaBtOzmfOqM4CE6ArfKeoPON72x9nTqhknHJE3WR7ijISbD3FWO4jVcwpEUGTwa1p"
    "UVkDvH7/38yoZK+KkbTOZHXwtpTNCocVV3N9m7Vaof8INQ3YYnLkrAUd2FJ0rQN8Ld1zJW"
    "ryQ1WoQ6LW4byW1EyXUccY9fIN3sUenBRZC7DetB8HZeU6CVJzMm1oarKhKaFWVDIoxgl1"
    "BlyjmRzqxTXYnCLVL3OT+awMDHUql8YJNY+bzOOsiaaC5JlL3L5EjrWEA0hjXxbsQud1NF"
    "77rdN+ax1ZseLIiqprM0GjIdXBKhsAlT0ZcOxUXqppMg1sAbCVF2yGTkObH2CFa692fFWM"
    "WAvWTRaspX+0JqvTtJrTTea0wRwPf9isiuqUIGqfyrSOis3UrFmxOUao36Qmv0mZmJI6+2"
    "aKXnO8yRxXrTRqWpItXc9iN7ismqTU4XKSUnO5+VyuojLGKLSymMkunYdfVnxpkpTamdro"
    "t6ZJ5US3rUK81O5xTWNE2TSO5drHxaNG7DxTY5UsjrDeRkuQTgnJBp/w5TNdPofztBcobP"
    "e3NEo4SVsheuRsCpMsidFvapa2gmQIB945nHpJnC6jidoK1SYz8HYTIOkWWw6gm0fmDCwQ"
    "IFuK0UA4Q+F5zF565+YOM1XOXVuxwpK5q9nAb3da+VuMErWYs+y2dI5ztBUg1al4SYQuHD"
    "F1mXMNcw24QUuec800wS2ZSJ0qN16Ma1it8Xl0040PWgJroi6Fn5ciWR2qT8E8LYTIYWN8"
    "vJyyfdVh+hybqyVQVS1g4EvzRLZ6QbCAFpQuCEfU7RXmMoQ+6BVmCyKPKNkH3htxN6zgqV"
    "uANd122CHF6fUGSGf1bPZJSm2zb7TNvmnllJpQl3kVxZSKbcVZWUwXxm52Yey5sTnnuE1Y"
    "oovPXCcxrG7BINSYVdXrypWyPdEhhtEhfcNYrlK2KUCYl5JZWBNBF8lu5hGui2RLLqwsjO"
    "EBfkcWzeLA2HB8C4vgHJYpZFFcxiLTX7x6VZatFGTZXNDxOkqyzHfusiDPKVpQICSNcJk1"
    "DKMWIJxZx1Xr3ehSN1VK3TRNV2muGqpLvzZSC9GlXxtR+jWyHeeqc3O78iJtLjZqJVZUT5"
    "A+g/9bJuGDhBmVjIIiqX3GbIKpdMwk/RmqdvY++QEVQQEvIvZYxnKqakDpUqoDZlk90w8r"
    "nAR/aY2umRqdNsrWOQ13zig7fx+rsHhOpdnbaPam9txKmfNJUp1F1GQ+N01faYJpX/tWtG"
    "8lKYvLEPVcSTwMXl8kh+MYZtaWw3/HLgTYDIHgz0EpnIZy95nysWCzBTEgrhizvjBnr9wO"
    "ESC0Ix1+79KZG/pjIh+P6r6A5t/7M+ywYM3IXwS3ijFocQb8rbIF4Q/4RXS2T+4DayYMn4"
    "4EmTrCY8F9xBgle5ObUgcAKc4YdYglpqA5GNTFxgzXAtQFe4hPwVGTYE8etod4YBPvjMge"
    "EL57H7aVMABEHPn5wyU5PDo5JK/v9o73D/YP7gDDu727PbglqBk2/h5UJ4YcFMs3pTxGMl"
    "osVUEv4SLSQR9N1y+0hyNWhb6EAfNgUQV67eTYhpNDm+DXaYKvrrFojXQHNBUVQl/HrpSk"
    "1GxuNJuxqFCQ65iSsISwGLXzWRyjSvG3D2TrYml0ZbM8vbi5+Zhg58VVuhfEr58u3sPRL/"
    "kIg7iXEK6SXZP8Ssf9nKJ1p9HBQRlx6qBYnDpIH0V56kZZoPNoWyhgHXbLSADdYgGgmw+6"
    "N8JAxFqYJ0g15CUgb5oVsbnnsY56aKR98BkL7epsiWEphxxjYqzKQ7E18TE2aEmn/oiahN"
    "oEO7fKnqqhL1+okGyYSTrzB4SSCcVMb9JXCahn0m4nc6koMelMmhLPZc/WgDacSgZ5y0CB"
    "yHqo+q36ME0PRtgeXCADNoVHAK6a2LtV+DiCepE9UD3vKxcfFe51O4IhwxE+liOeZqpL64"
    "jDbyd94Y3gGaxZ9AR4t7EY4+/DrrAWG3hoQTXEeAKf98mtjGnA/R7jFWJUd3ZA9vo+YMz+"
    "gFsec17PF9f/3vndt92TDqFerzf0WOKzFX1+c98h0xE3Rgi3fHPgD3fKHPfNO/kDp8IxEW"
    "j4+84OQCZjOsPHZGl8Bh5GygMV4F06hCJl8cxtHxtd1bEVOSdoI2yf2rTRSp13V6yuG9LD"
    "jo5LyKdHx4XyKX6VKu4YHTdVME5StQ7m44MyegCMKu6zdJDRBHR9xa0cGVoV26QqpotWrr"
    "ZoZc761WruTqu558OCVOTz4bNpyNGJW0vBPSd4bBM5SUeqf6gr4VMEGhZqjUOHjkHvGwF/"
    "CffOQMUCpUsptJZFVK5DoFfSRwxbX0edkJeiMy2Z21qsDY2oO6oiz4XjVyPJbRfaNRt0Fw"
    "nMxQ3btyUwb0nNXEfH9uaHhmwu9KZUcEh3QXBINxscAku0Vo1/V8cPNNeWUiH6Wmc0biuj"
    "MVacOUcuTJZuLhYOjeS4ehLihDmusIlLualimakbSoPUVuLfPrnyyJTbrpIhRwJ+ohQQZV"
    "Q1PBUjlhAPgYMCpUtPKIlRTa7Cq23mTYXzkOf0cJgSRqnnMcd+p1wXbDzxZiq6mXuxm0oX"
    "CoY7y2eTHo7Spv+skV8b9xtp3Je8rWi3idPoNJxkaBOtFvsRjm+hJLX6OPFgY6skqc5JWm"
    "dKPykTJH5SHCN+kgkR3y0FbG0wb1r90g7W1igF2iu1dVlHe6W0V6oZmm1He6W0Vyow1+RY"
    "HyI7TrHhgT0uWxg3iI+kZMKfmEVk9CS24tsnGJQJEMJ8hudK04ANt3OIMaI2/BAVJAgXTG"
    "54Mi6wzzrKSjCG5ScTqW0VG3ln36v6uip4ErgTWRPguHSVkYKFNXgnTEwsjK9k6AILrCLw"
    "XBZ/YNYsuKAMIJjY7dumsMuWzC8fc1jJHFF8WGxDCd7728C3pTWKyDvh/47+vgVh+Fm9WO"
    "dTb0VP1vpEK/UJ38lpObRALVfDtT5eXR/XkbHrjYx12IA5eQXYi1dzjKQFAG96RQdiXJUV"
    "HSNp4aHbLeflX+DkT69p1wCpOAtwoZUnGt8mA8/KOgr4tss8z2J5prNFKfkJug0m5edBW1"
    "pRq7xHrDAX3/Et5vbgZXcD73bJ5Zuh08s4B10jalNbYQ3Piba8gHeqqIQ0RmSR/unLzXWB"
    "ShkSpNUetHf8RSzu7m6QTR7WiMRiwSItQ3SSOgxOkBYsRoCScGZVcI+RaOTrI7/RSIOGYb"
    "1uA4qyOdaJ2IwT6hrETbamaO/slr2zMmIkF/5i7IeFgWflkG/Y+7RqcXMAvwPuVw3UJJGG"
    "NQvrSDaX7IFmWQ3ZDJ0GNwsuOiMrb8IxohZhqsNjGircVAgAjkqdV17TaUq9sOsubEsYMo"
    "Wm2m6domoR/Evt1Tr2S8d+NRzbMrFfuXv0CtBNdDnfrd2hLLzpgykBMDwEuf7148e9jFC3"
    "AnA/BtO0E9eYEFsC0oK0jOpb7bA1izV8gORGOyxYqdc35Pzy9urmeq9AuVsBuD/Kyb6wNg"
    "Oc0WrLoBwYGVYA8Yf5TC0FOGmQKYNuKLquAF4ZlPwxNl9LQU5J+0UobydkPFzjOUHjseVf"
    "HDYee9tqJqujez+qY8QeucmwLZdMNedYhNe3zYICRvC1THGPUtTFQNcx0nWMGgXtmusY4c"
    "tTBdpwfAvj7E7K+GZPin2zJxnfbLgZVQk5iNMsFXPQNLA3HXSgCxm10CuuCxntQCGjuWaZ"
    "IxQm1M5isTCp6taSDD8zYIHrETVVUK7SYyD+BWl9svnCmBojbjN3cY3LuYyoBUQtIDYK2j"
    "ULiMHbU0WEiZFoCUZLMFqC0RLMjkkwN4/MGViSaxkBJvpuofzCnowgx7J+S3usuqj6IGFr"
    "KTYTWH6RIOuiigOyzxQMUwukE2vR1CGYh94hY277AYH06mKT+Ykj8OmCEoz+uM8cWQ6BBv"
    "JO8D3BpqHSQobCkSc8Cs/pBlUcMTAe54IHYga2Z/Km3GBBRQYXHw772ZfqOR8mzKtHVa8j"
    "H3I703D+z3CIrtDYzAqNulTCGiP9569HSe1hTtCm0O+VRXMGm0yF5TqnaOGC7ZYp0dgtLt"
    "HYzZRoVCdLhQU7J9ALVgfB6iayDRO5OztTx+wzaLcgNF+q7OQcIT45YKEkPxDOUHgeq19P"
    "XQrzcXsiFjCTkrstiCVAXnaw+BgI+cnqY6odD3dCkf4MC5GBuA3Pgnfbn5SvcR5jlZadmy"
    "k76+SSbcXga61ljVqLLuez9nI+unLHxip3aJVmtSrNgDuuV8PHEafTTo7GOTkSAb+0Fodj"
    "ZJrBjWawNktos4Q2S5QxS/zG2fSWS45mLBLRd51FxgiH0aWi5X8UU2lxIK4Ys74wZ6/cqN"
    "2vtEjIMCdmoKtxAjK478iuwJSMKbeImDD7jNC+8KXTUU7ElZ9S1m2HuzOmqqxfCzk6qI2u"
    "irWjxMlMIkezffKT4Pbc5iHj7w0Lc/fgmZBWFWZ3R2IKN30EeHq42ff+DWQ1TR+dWJV1XV"
    "d9M+UGig0euvR3K8UBtXvkqKPF5WXnFFpJyqs+pWt8r7fGt+4l9+wutI5K31px0IqDVhzK"
    "KA6/UPRWXjhi6kopN6M9JAcsVCEmcmivHxtbL+82mAEbRLuMwDbJbCywLfsvwWwqkyLqkY"
    "ShhxZx2KN4YOY6kii0p3JTnkoPWGj3sLu3P6kilKTpWpd9sfout7G3tCzKMZIWyCRp31k5"
    "59ki71nWfeYwRKOGjTpJqfXSRuul0qHgMtiBajojYrS6XHaTOR0IGTX4nKTUXG4yl3VR9C"
    "2IhQs0TV1hc7UVNrenaRaUcwq/6jynXS5XzilUK6n7INvx9hlRKit5/fnDJTk96Z6+OUO3"
    "00RYlosZbyZ7lKln8DQd6UsKGvVSy4Kp5BW01ckBWvNs+hbTWaB5Kk7XUD0zhFr3fFb3lP"
    "ZtfGeqAJ0gah3IBydlwmPTUlEsPPZEK/ibV/BHAlblSFiVgrwTRK3DefW7hbaiPCcVtkLr"
    "Yk8TkMXcGmxOUmo2N5rNKFvXepkThNqA0mQeS/WoFpOTlJrLTeayyWxei8kJQs3jJvPYsC"
    "jwoJbslaDUXG4yl7do8G4YV1+svbthfNh9c/e5xZzcMrXqi84iUzeNhtQydHtkDBsEpkKg"
    "vTqs8SDzJTDBfJ9ceS4Jgu6+ufoe67MN+JOsBDeAFSbN2jINEiCfyeq1bMKwMNtITN3ydd"
    "fSNda05buRlm9do2Be47aMifCw2EJ4mFOnv6gJZnEYcpxmiSDkZu7otTJ9YgEYA+O02+0t"
    "iu9e0GEij7iFy7h7XCaPAUYVm7qPM5kMWH7TZlYVvGMkrTNzr6HWhjZzvwRdK9SLZdR6Xa"
    "U6ItZ6dZN57eJBXv19jpFp/jaZvwPK6/kyEoSax03mscndMXfr9UtI02pON5nTzHFEpXCZ"
    "iKB10u1xqWCZ4wXBMsfZYBkdVr3lapQ6K3r9WdE6Vn21xvuc9bsCbHXG+fYcI0Eq+bXw+I"
    "AHHbZz3CR5wzqLnCY2jFQ8r+U1+SLGTDaWCTIDPGGZRGC/Z27HQv9fuWEagbtPbgbSyRKs"
    "YzmKm64swh0QCcdkDta5MsR4zD3VFwct6PdnysXSk/Wo/iLBP4bFjQf412FjXGDOO3LfZ0"
    "NuyyY60xFz0I0T3vCVbIYDPxqeCQftk/sHNrsnY/rA3DsbGxJyVUdLddDhY9jLXA54wcj/"
    "+Jx58BQwAzPnzXdgMJfTKgAseDOcDun73vwa4+jzIa+5BzcJnUtANPZhpjcwdWil6M/kY0"
    "vwVJ5FmIGh+vygOwlu2AGUyIi6qiAXCVC6FmS+yJEnIcroxorKlsua5iMGmE2Fj88r4E9H"
    "5WZQxRGTD2WvRnh0twMYguYVuw6/gM7IlHJVVQC/mLMTOyUxSblPZKl1+DUWG3hEYNUx+D"
    "CU7B94+JOmAgazh0IHWcob9mdq+8P66bJ8WOJqWFQsZuKTn+NV1/Fz5DPQNdi1l61xh9a6"
    "Teew61XCVg1vXw5JKa3tYIHWdpDV2rQHc7UeTF2bsJXGI+29exFsllJzjhy1qB9CRLPBdg"
    "jRlZ3thzBXIqqJrUk6HZNa11io/dQvZ1eTincdR3WMTnO4yRzWvpeX7XvZnVdLu15W7R4I"
    "H2DnfC/NXLTPY9tc38ulmMz2cpwt8npnkXfFCEfU8a3c2Ey1+fCEdJhgrxHm7JP7OVL3yp"
    "YfLI7IF9FnhoBBqmEHfEY3AVrglSMFlprHgBLN9+jp+Itg6Bz8o+Kr8LMnJhNmwq3gYaSS"
    "DcPDDiVytj4b+jY+GJCaeAuq/gm8IA9wosKtQNBRzwSDmHkWZsqocfKmdAhLohN0OYHP+H"
    "uVKwhLA2E3kpEj/OGoOH8GIe65SlUMmrulU2jS7gEJgLb5N9Tm37R4i62yZDXWU90lUS7s"
    "F9cAZIO5M2XqF8GoBbkzmQpG8t8KEIfjWxdXeFjKQ3W4wEN1mPVQqUOwArwRwQbxDUSUzc"
    "C8+l7LKD1VabwUjd/crvt2R7bcUBCtamyL02ljW5ONbdp0/nJ4rVO82s1fneLVfh7rFK+X"
    "wmmd4qVTvFpogoyJnoENuaLNMUWmk7wWexrjlvolvWHoefnCdnGBl81ESq2t512N2o/bhv"
    "p34cIu8DYGa36xwzF8x2r2ezEdOgjSeIaCyZYvjBojTMfinht4IWWfF/jIrME+QUelokLX"
    "ILoq4QkIVQX1OjJDiD0yJ0hQUuliFqOPMgMr9AhOKc4Nl110PH5RHkjl3lRzyxQiuOsP6C"
    "N8BfeZ2phh5Qn7HZni046oKZ2PwcA720P3p423Jib8kmIfYuzdkfeKUoISTsTw6QKZNZ5c"
    "VMmVWHygbMN5tfe3gW8buCKIvBP+7+jv65KmlvFnLWhDEzKtgowap2mhR+a0jJx6Wiymnm"
    "akVIc9cjfIJy0LcpymhSAfdsv4ZbrFbpluxivj9//NjJxTfIFfZk7SOnXr4G3Z5KyF2VmZ"
    "tTxwxLhXw4ubpmvhml6LK1fiVtWfmyBq3dJei1MXRaO+eKqCcoxEr+Zyq9kboRBcUd5IEL"
    "VvNa/8JJxyd5TnPP/py811PsJzirQ5mRsY3mhxd4eV2jxgEYuEETkE9PWn8z/SWF9+vLlI"
    "y9Y4wYWuqPoSjfopbbYKn1Ok2nnTZD4Hsdx1vO0JSs3lJnNZu5B0M5qmMWIz1viEfyk33P"
    "IioPvw82dmRSXRih1LLYL6ayVfRUzDYU959RoCshub3Qr4Xzk4b4O5dvJwyEe0okNHIlDg"
    "0QnRecalEzKklk/nNvKhKI9Nh7iMWsx8Rx7YBEvUEUvYQ1VgziYyhFL6XSzqegRvHyWQYc"
    "05dNQM+SODkZOSVdt0plUjM63UKsjjgE2dWVEIZkiTrssy89Tmu5tbZy6qgcYcCYCgXV9c"
    "XZ9//kekX0dS4Meb6x8ucjTsi3/cvj9vfLjJjua4ZQSwKk77MoEp4Um3/rCUJnBgNUEpqw"
    "uGOGcON0Z5J2fwzcJzk87H1Dg0g0srPtteysG2ZNpP8ZH1yJyqPugYSSsdHGvoWoYvVQWE"
    "g+EtRHcttUHhjh7Lsw0UuzZiJNq3UdG3sZSQsLrD7D1Wd/0oiku3JwcsPNqs+Kg6GuHvUU"
    "10FctAuHumaoyIqYzXo5ZFZD1al6AbXhXogOclBvdm69D69Mm45MkIKvqoyqYdjm9dPefV"
    "u6KledKpVCw7RqKPxZLHIuwslSAOxmt8y+Hr13P2+it19DYN9133AVYQblLF6Zd0lEhppW"
    "Vm/dWKfl//HyOEzLE="
)
