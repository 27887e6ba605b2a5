"""Sessions and paired browsers store why they ended, pairings where they began; people have daily quotas."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        """CREATE TABLE IF NOT EXISTS "daily_usage" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" DATE NOT NULL,
    "leases" INT NOT NULL,
    "messages" INT NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_daily_usage_account_154a1d" UNIQUE ("account_id", "day")
)
""",
        'ALTER TABLE "paired_browser" ADD "revoked_for" VARCHAR(20)',
        'ALTER TABLE "paired_browser" ADD "address" VARCHAR(45)',
        'ALTER TABLE "pairing" ADD "address" VARCHAR(45)',
        'ALTER TABLE "session" ADD "revoked_for" VARCHAR(20)',
    ),
    "postgres": (
        """CREATE TABLE IF NOT EXISTS "daily_usage" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "leases" INT NOT NULL,
    "messages" INT NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_daily_usage_account_154a1d" UNIQUE ("account_id", "day")
)
""",
        'ALTER TABLE "paired_browser" ADD "address" VARCHAR(45)',
        'ALTER TABLE "paired_browser" ADD "revoked_for" VARCHAR(20)',
        'ALTER TABLE "pairing" ADD "address" VARCHAR(45)',
        'ALTER TABLE "session" ADD "revoked_for" VARCHAR(20)',
    ),
    "mysql": (
        """CREATE TABLE IF NOT EXISTS `daily_usage` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `day` DATE NOT NULL,
    `leases` INT NOT NULL,
    `messages` INT NOT NULL,
    `account_id` BIGINT NOT NULL,
    UNIQUE KEY `uid_daily_usage_account_154a1d` (`account_id`, `day`),
    CONSTRAINT `fk_daily_us_account_dc604550` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        "ALTER TABLE `paired_browser` ADD `revoked_for` VARCHAR(20)",
        "ALTER TABLE `paired_browser` ADD `address` VARCHAR(45)",
        "ALTER TABLE `pairing` ADD `address` VARCHAR(45)",
        "ALTER TABLE `session` ADD `revoked_for` VARCHAR(20)",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "session" DROP COLUMN "revoked_for"',
        'ALTER TABLE "paired_browser" DROP COLUMN "revoked_for"',
        'ALTER TABLE "paired_browser" DROP COLUMN "address"',
        'ALTER TABLE "pairing" DROP COLUMN "address"',
        'DROP TABLE IF EXISTS "daily_usage"',
    ),
    "postgres": (
        'ALTER TABLE "session" DROP COLUMN "revoked_for"',
        'ALTER TABLE "paired_browser" DROP COLUMN "address"',
        'ALTER TABLE "paired_browser" DROP COLUMN "revoked_for"',
        'ALTER TABLE "pairing" DROP COLUMN "address"',
        'DROP TABLE IF EXISTS "daily_usage"',
    ),
    "mysql": (
        "ALTER TABLE `session` DROP COLUMN `revoked_for`",
        "ALTER TABLE `paired_browser` DROP COLUMN `revoked_for`",
        "ALTER TABLE `paired_browser` DROP COLUMN `address`",
        "ALTER TABLE `pairing` DROP COLUMN `address`",
        "DROP TABLE IF EXISTS `daily_usage`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXVtz4zaW/isov6RTpWjbctvxdHa3ynbciWe67aluZzKz8ZQEkZDFMQVoQNJq7Sb/fX"
    "EA8E7KJHWjaDwkbVE4IPUdEDj3839HM2YT1+vfBf6Yff3MFkfv0f8dUTwj4o/8lz10hOfz"
    "+Cu44OOxK0czOUyOGXs+x5Yvrk6w6xFxySaexZ257zAqrtLAdeEis8RAhz4C+R0lYrTlow"
    "njiIkPruP5hBLeQwG1CUf+lCB4MsQm8u/we+RQNOJEkIrJvf79xeXH61H/gT7QX6eOS+RY"
    "zhbI8dATmfs9NAqo8++ADJ/IcoTmnDwT6nsII49YjNpyLDwD0HlwP/lUWHwT3rGPRnO8dB"
    "m2Rw9U0PjYoR5ybA9G9SSxxzSh15MzY5fYcANO/B+Q48PDkJmAQ1xlFAksnWfCl31ATz+d"
    "zx6JeAQusPntn+KyI0D4Sjz4+JtAjpIh9mH4BIsfaesPdiAv/xMI5k/DiUNcO8VSx5Y0cH"
    "3oL+fy2qXzeEP9D3IszDEeWswNZjQeP1/6U0YjAofKmz0CFtgncAefB8BmYKxeDyHn1c+J"
    "h6jfkaCxyQQHrp9YFuNhfO1oOLy9ux9+ub4fDo+qLCR9SbAFFqF4VE8C8AiP8N2fBoOTk+"
    "8Hb0/Ozk/fff/96fnbczFWPm/+q+//UA8To6Wmkpjd/HRzew8PxMRKVy8AXPhD0mAfKyrJ"
    "rhh9WBB5/K+mmBejH47P4C9+WBb/EO1VDAgvxByI385dsGCGvw5dQh/9qfh49nYFun+7+H"
    "z188XnN2dvv01DfKu/GcivAOwY3PDtrANwkqaDIB8PqqAsRpXCLL9L4xzvnnWQTlNtBuv9"
    "7ihppP9UCek/rUD6Tzmk9SGTh/nPX+5ui2FOkGQwth1xiv0uz7ADXNcrwAUwYOaZ5/3bTW"
    "L65tPF37NwX328u5TgMM9/5HIWOcFlBnpxUAM44RmbQv9H8Y3vzEgxB9KUWSZo0n74R7dY"
    "cX/z6frL/cWnv6b48ePF/TV8M5BXl5mrb84yPIomQb/e3P+M4CP6n7vb6yzbonH3/3MEz4"
    "QDnw0pWwyxncQkvBxeSrFZy0s1WRxTGfa2mr2WiwUT7GFAfcet/SJniTfAbH1AGV5vntfY"
    "90Gj8vJsLlVukiQvqzibenffbksgUSrO4Pjd9+/OT87eRZpNdGWVQhMqL4m9MaFj1tkcYz"
    "LzwrT5hUkZDupwOEVoeNxmHhPOWYFCfE++lmyJEcHutOGjoz0w8vrv96t1hoiPH+9ufwqH"
    "ZxWJP/4AQ9vkKWHsgQtjbD0tMLeHuW/YgJWNzX81G8yyVzDFjxJG+MXw+7SJ9sKymJBTjg"
    "qst+FXvVW2W5wY1MR4e4HmhHuMosWUeQSBAQxRNmb2EolbEWRhijxC0Bv4tJgSDpdcsIli"
    "5BOKqY8YR4FH+LcVbaDGwtlKCyeZ4SJJu9wuFBF0ziQ0OH1XwSQkRpWahOR3aaFM/lsD3n"
    "B8B7bzDLpvqxjcxKhydN/mDG6cubXQDcfvEN0ZmY2VvXoXGFeCeAXCeYum5y2YOO2m2JvW"
    "QTpH2Ajylkma2f3itNJ+cbpivzjNAv7I2KNLhl4wroN2mmojULdqY94C0KDrDP9X6L51cE"
    "4R7XAT+eX+ajc7yFmVI/Cs/AQ8yx2Ac04mztdaW0dE0TkR4/isitMpq4AmfE5nuWU8Fdrn"
    "lLkFQvSKZZwk2uEydp0n4i53s5KPK/n3Vrj3cmchdgn3vaF4qLy+woRggWmJ1TJJl0F7LA"
    "i3BXe4zHerqV/e3X1MaeqXN1lV/JdPl9cCewm9GOT4KV3F+PRemc3LdjxAuQmfM6TGttlm"
    "PnuE0AY8TpAZ/raZvy6mjwF+rCVQJ2m6pyFuXtzD3pPY7Zognac0eBfjXcNFkDjEsOMuh4"
    "EnsC3waF9q6g9/+UxcLH9kngHa/v8jzPSLp5l0mHJJfFUvmdQiHnO28AhfE6e/YocT+1LN"
    "1VWo5uJHikk2ABU8ysG93pUw8ojnQSbBehh9UbN0dSExcXRPhxNXvC3r4XR3ISb64Krkkg"
    "6upplYB+tv4p/ULF1dTc8OWay/Lf1NzdJVkCzGOVFJTuvhdBVN1FWoVErXeihdwxxdBUjZ"
    "ENcD6ALm6CpAWqYUyqnvTBwLb+C106LlbWLGrqJnsbmz7pF3xebLDuOzHHpk3TcQIPpCOv"
    "UO1gqSS7i5IYpo+MgxLbAHhpDeUXLPxP9eBvYnmO6ncLYOSqUKL/ELdCDgRgD7GE3XQcQ4"
    "mbvL4QL7VkHcSn3APsN0v4azdRAvT0hPQ7nPWVNiPW0Csy9iStjyrsIJOwJbzVjfhEGvIN"
    "w3be4rj/hNGBjlwCZRvz+zBZoF1jSsyCDnRP8OmI8RDiOCp9iDwF5Z5wDKOth4id78cn9V"
    "Guj7WzIaWYxW1QxM6G/bQ3+BVTn4wRdX4mvFRZngKR/c4Qo2RaiCUy1bsoBgr0hOLl2xMY"
    "HJV8uGd5Rb2krhTJIYQLOA6m14WHdbTdPtDtdO7LA5b2GOH3lmfGCcOI/0L2QpGXIjHh1T"
    "q8gpm88JOjBGlAlR4jLHi0gmyKxBgYD43UQFhl1dfLm6+FFsxftJ1bqhz46P9e/OiW+Jb1"
    "eKb056XLOcLSGOfQeHLXId+oQWjj9Fi6kj5DnH9xDEcxKOVOgbVLZCGtMfVGUs4n8XzBVl"
    "OAauswUUyCoR7Ywg15ZtZpUg57MnQocuY0/BvE5ISJauc+HWm49mP4CEI/lCH+0E383nG5"
    "mQ35dO0k6ECpKvc0dM14DNaUrD5lazGcxIDXicIDMRv23jb0sKKKSj/woE81x4YLlsPpdD"
    "h+PE2GbyuZ5BF1UgX31CIaYMzfAShZVyQzsrVMn1HVfXluXkWQhjNhRVcGyXqHq2jCGX0U"
    "f0Rixhz+/Pl6bWgpHTjZxeRU5PvMtVUU6QmOILVYovGFm9s4d8Oq3H84cNc7eytEacazOn"
    "xVAxW4E/ZkVWUUzSvXSid1XKTrwrrzrxLld0Qot5Dd6kNKV5j9r8HoW8mhSV8lthK0yTde"
    "992ry50Hg8jcezbYw4fI9nmC5YYlXRKTur7SnhoIbFKdUM0ClozhnszR568/nDFTo/G5x/"
    "K3sF3U9JZG+ZM9f1lD9UhrWRZ8ciyBJPpnyfOrINu5D+BjYWm1BH+z/DW42X0osKJS0lpT"
    "G1tH0f6q0wtagl0MDWkiM0xpYXjS3wzgzhnakDdIqocyBvvvKDsWht36JFib9gvCD2fUW9"
    "1pikcxhvfqcwFoZtWxiMUbYU+i6ZGEwAxatgMyg2jV7mFKGxFraZx1IrbcTkNKXhcpu5LC"
    "0OjUpcJgkNj9vM47ABXQPZK0VpuNxmLu/R59Ayrr5al0PL+HD4Hoew+F6BxyFRl6/c4+Al"
    "BjXxONxRgjyxWL5zKOTGQ9q7Np71ETgaLMaeHCJTrJTXQIbk9eSfYpwgcJX7ALqdGM9B27"
    "eT3grPgQnS3Jk10NiqXoXA1LIAQsNqY5Y0bN5IgJsJY3wNXDZhjFsPY9y9W7TNfufNe0Vl"
    "sIlQPYvsBC+EqERUnYP59HhQAWcxqhRo+Z2JyN27Ptsy81jbGHH49rFEfdsCE1m6+m25lS"
    "xTdHetxvHfePDHzJF2N+QzCJwFc5jDkXycHsKemJbDP7L8kMXmUJUIXJYyfndkO+IapcRS"
    "ivwI0qA94vdUHC9Go4mYJuBk1ENMLEz0k+xxK8tTcjKRFSphYvlzjMmt7VtUb4XJbd896P"
    "d9Tmy/C/3eukq3HestNJZWO10e5z9/ubstxjmmyCrEjuWj35HreAd87BZBC1ik1OAQ0Tef"
    "Lv6eBfvq491lVr+FCS6zwBMMMU/icIDuxkNpkC/a1inmyxJGlMyQbdq79Mnhlk0v3Lc1xB"
    "E/BDsub24vPv8jYkhkm/h4d/vTZQFLLv9xf32RtfAnDvjaNv4MrbEJttpalBHn6nK7gNxY"
    "B9vMby2d1znnEiRrHXSHw9WtnHNtMrG8Eu0lZ2CpYwaoYIwJe2ps3xSzV4ZtzRCzvnFF98"
    "Ips67ErXJeMq/EPXoa2lcgnmhGMAW7CfaT+csLLHBE6gayO8dcMN9GmNrIch0L6sfBI3jK"
    "vqK+FRiO5IiRHqIucKLMNN94yLG9sB+ImvoH9HD0cKTL08WXEfkqtmdjaWn7XtVbYWkRGw"
    "tvJp+lKY0s3mrZLHr161h7UkSdc3ZtIXot2k/roJymMjC/CLORdo20a6TdzUm7cf/2Alk3"
    "1dy9XNKNm8k3lnMh4v7Z8RwffIfKtSdkUcCKUB/NxbNLKfbGRxamaEzClnQWUQ5ChyKfUD"
    "RzaOATrwfle/xERSApOo/Jo6B1jMza+h3nBZnVb1LJJ0tnAvJfPGvDJtr1wc5TdtBduHnA"
    "5wEXsn+tukkJkg5CvPnYymfCHTFZrRDWJE0HQT4enFepTjU4Ly9PBd9laicxLcRVBTki6C"
    "DCm98pTFTBnrwtE4L9gNeDPkmze/CP/nMSUAtwRePAcX2Hen24339vywSwa5bEvRQbSCqF"
    "xMYO8+IGRMlXfzjHYvY6e3ySaIcg/8duUD6tVITwdEURwlPTVuOV2uhNquSrYLNpgddt/p"
    "pqQC3wT5hqQJ3KdvpM5u7yV+xb06MCH0Xi294qJwWHccNFNHA70ThwF0e2W7fRWOBpQVsB"
    "Bg4LynzHInYf3fjI88XygxbtC5kTJUNvxARAjm0VrjN1YNASwnPeR7E5NJiNCY/DczwfWV"
    "NMH4l6mnAGHbEzJhNxGzl04nAxVs5ezfnx25EtBogT55/GDdJWN4gJ3em+PBFvA3X07DRV"
    "56wZm/cKgOmn0cuUIjSieZtfJX2g1WRwTGV2ylazN6yZK+OUa5vKssTmVW4zr3XmUIETpl"
    "T6TJLsrpzI2+3KoIPjd9+/Oz85exeJntGVVRJnKF0mqlxyFsDPzOFZ7tRKkJjsLZO9dUBq"
    "lYlnbbdhac3S0dS/YvPl1ZRYT0eFBaSTA3qry0iLx7bE2KEVDd6O2Yhga4pkqKs0BSmLEZ"
    "hrdIiruCAfISafYf7kycQtx8S0HsKu0zPGnNcutpqz3pz15qzfcKb2J+J5WK6n4lTt8PuV"
    "J73K1Z4lhjY5539VWSYuo4/S64ORnhHOaPkw72VXCMf2emgRnuTkq0+oLJvHyZzBbt6T7q"
    "NF0qWDALGo0TWIE46HdICPGElows2j3EMegSFPYi+ilX0+/hTuBdwTX/2mUYFPRm5opdxg"
    "czwpPk5WdLRO0HSvGPN5FdfAeblr4DznGoheghoYJ2m6h/FJlTrBJ+Vlgk9yVYLjfacGyC"
    "kig/LLKOs0liZqRobUWMfbrGYoMaKOLTemaEd6Aty2M+kJtjOZEE4gFKgOTzJkxsbenANz"
    "ztikDvYRgUG9Oepa9yk+1dlsLrSrX365+bGYA2niDBuCwLH7QHuoenSxBiDrqx6rkyMJbv"
    "hLBW8cpUvLeqsbM24k1N61jBsJTfsQmfKicSO9Jrdt3Pjo0EL/hbzeW2XMcMMRTQtxwARh"
    "30v9o/topIJPR0haeDw04WyGjntg2gDTA+N2HJkK6k+Z0eG35HpTcyr7QsoSkcY64O4QWm"
    "kaQ0RLDRGajzkOlMIfE3Spt8vG4jHEgs+DeU++lqCph3cic36VJnb99/vVYkqqKnk4PCu7"
    "5KBWe0teSCnvBJWg6QTo284W9sXSrWXb0eM7F7q8nRRhKCJYJxguJjChcNmtF0S+2oCmiQ"
    "yoWVClY0oh1MD6mKc2Bsg2GyBll+amzM4RG163mdcttfK0l8ObsPNUsN3UTnBew3rTDrA3"
    "b78pwZw8E7hzDvJLTffhL5+JK0sKlaN9/Uy6lEz+xzbzv1dE+FQK7lk3rAdMYkAVNlSAFG"
    "4I4oH4GhmPG+ZjE+yR9yrkJpl8LUN6ZTdL6qvQnjnmkgqCgWRXMd2jQdYoHb1HAQ1DgdAb"
    "jKaOigOSWeN2cmY16lv0u4odFv9YU2IHrhj1u5jEZhQMd1DJ3Ut2ffBGD1Ra8VT8kVzOUD"
    "F3TtjcJXKg6zwRN7zyAxrBi5ScJxZ4Rz3o4qkT0AmXie7hvUtMgDlrXzpsDNwrkas5jEVK"
    "DwnmdljaqOBbKUIILjvPjr8sGcMn1vlgMEzsCfVsiy+ebfvwXCR8qfJO8L93+3CkNjjkei"
    "vMix4LeFk1yWsazHJHXDpGOqJus61GGSD2ngktt6A6ppqIoM3gNrTWbAHeYPwvYtWyhSVI"
    "OmcOO35byR4Gw8qLz77NW8TAOQVajNh0CgS1cqyzdJ0DfCvthCVq8kNdqEOizuF8Umldn6"
    "xY1if5Ve0RzK3psNiYXu4dypB1AOtd+4hkImCD5KyYzBix2mzESmkctYyVSUKTfddqJocq"
    "dQM2Z0jNy9xmPivbQ5Miq0lCw+M28zhvvakheRYSdy+BZCuhBtIGmAe71DEejTc+8axP3E"
    "RtbDhqo+7aTNEYSE0gzA5AZc+EQ6PE2os1T2jALQW39rItoDTwFgdxwfprHMOVIDYCdpsF"
    "bOlCbcjqLK3hdJs5bRHuww9b1lGhUkTdU522UWAa2w0LTCcIzZvU5jcpF3bSZN/M0BuOt5"
    "njqttHQ4uya+ppHAaXVR+XJlxOUxout5/LdZTGBIVRFnMZrHGEZs2XJk1pnKqtfmvaVNJ0"
    "3yrEa2141zZGVM0HWa/jXTJ6hBYZG+ukg4RFPTqCdEZItpy5s37KzOdwnu4C5Qe8yClQDy"
    "WYpKsQPTtkISZZE6O/qVm6CpLFuHjnYOo1cbqKJuoqVLtM5TtIgELH2HoQ3SVm6SJKYud2"
    "uFBZVGmstTdwmOsqmqqLgME+PgT1bQM7+f1Ba4GrccIu4esuqAuYo6sAjTlbeIQPobvyxL"
    "HwBk69SzXlbWLGg7XMrZmonamCXo5rWCnyZXSzPRk6AmuqJEZQlEFZH6pPep4OQsTJDB6v"
    "oGJgfZg+J+bqCFR1CyQE0mqRr46gF9CK0gjhiI21NfMI8EK3NaMMyRNM1gwQH5K7NMJjFu"
    "heZrrG6FHEG9PDrJWGxx4qz9HXzWgaGPzTlMbg32qDf0vrPbWhgPS2qj2V26Dzwpyp6t3u"
    "qt6xEbvgvE5ZuMsPbZ4a1rSiUTRLs0rfPushy+qhsWWtV+nbZkIjkOJdWHfBFPlu5wlvin"
    "xLLmwsROJJ/I6CQ7Q06DYc38FCOydVimWUl8rIRts2qPyyl6Ivuwto3kbZl3jnrgpyTNGB"
    "IiRZhKusYTFqBcK5dVy3po4pp1OnnE5LVZn2KqumdO3BKCmmdG0rStdGtulCbS+2W69S9h"
    "KjtmOl9RkaE/F/10bOJGmQhaK1UM0Vcvmg8OwSjewACqSMKld2nRDXHSoiyTv1l9Hw2qnh"
    "GRtuk2Px4Gy48ftYh8UxlWFvq9mb2XNrZemnSU3GUpv53FL9pQ1Wf+OKaSFTWueKkZHyhZ"
    "J5GEO/Si6HMcRuLJf/CrK4JW6M4OeAEI5Dufu9+BMShJc9xISQDgMxEk/gPBO+1E0fkIeX"
    "no6hYEl3juokAbbi0Xs1C/odwT4yE3qdJf5WaYviDzEjXvbRSJs+xfDFlCGdmaxvzWTnCV"
    "AChIAHzSWkG8hlC6E9WNgjfd21IgByUB0sARV4lD5/uEIn785O0JuHo9P+cf/44ehbOefD"
    "0cNRH92LoVCQONkxNlQ3VJ+LSl4lGZaWqeSXciOZuJG26xzGC5Kohl/ByHm8qhK+cYTswx"
    "FizPTbNNPX12KMlnoA2gvEgjarqpGmNGxuNZuhqJHOtcxIWIy5BNNiFieoMvwdC7JtsTS6"
    "smPF9O7uY4qdlzfZnhS/fLq8Fkf/t2ktNR9SokTxOmdRTNG50+j4uIo4dVwuTh1nj6Iida"
    "Mq0EW0HRSwTgZVJIBBuQAwKAbdnwoF1G6EeYrUQF4B8pZaFtt7LJvIiIOxGb5gtd2cfTGs"
    "MlFgYEwUoCi3MD4nBjUxMN7Hfn6YitjSTqjsbQ5H0KRWg+eBTQ+jOXZkf1mV/6psdBA74H"
    "joicx9NGEc7JB4KU2MF7IvLaOpgAEZKu5PBUVkVVT9YgNI0hUjqD/qoYUjhlDxcIK7thc2"
    "tIXZJ7542hGGQbK5Lnmg6id848ED99HNBB6Us69LcXuBARozf9oTj+EuUw8CN4XPoAEgC0"
    "M/XmTBzgWWRXRBkVzWYpi3INx7oGLNc4fILripKYD8zUjzqz9xXPGAb+I1918PweDt4KyH"
    "sD8cPvok9dmNPn87+lbBqbFFMxzacR+oeDjgBfBI/LaJ+H8IjIIDfoaAunLIRcYaWtj9Nr"
    "pqYjEKTtdW2EWN2aOT+vChWGR3pKO9O60gu747LZVd4atM4cnopKmDcZqqczCfHlfREcSo"
    "8l5QxzktwdR+3MuRYdS0lqhpptbmZmttFixtowIftAp88ViS6Xzx+GKWc3QYN4x6hxMdyU"
    "kiZRAeAhRgx/dAh3zkePZeBc8ILVdqt66LVIqE1FGVJhtPtI0CJa9Fm1oza7ZcT5pib1pH"
    "0gvHb0bG2y+0WzYDrxKly9vN70uU3pMCuo1+8+0PKNldwE6lkJLBipCSQT6kRCzRRp0JPB"
    "N10F4rS41gbZMQua+EyERJ6QKxMF1wulw2tNLjmgmIc8I9Rr/xEIRAkJmuhAMhzxaGN12I"
    "jUoY7KMb8dUz4Vx6HECS5IEr/gKRUYqIcpgUMz1n5riYg1TpqUhsSvwF4095PwjCnMjJ5t"
    "j3Cadw95BcLcs+umRCCoVxZDb3l2F6ZvzzkcDIBb+Fzx5o4lHAH1LZYZB3DRiXQCtdApK3"
    "zaw9SVKT7FNo6UmV0IcdoBTmaxrMStJgQ7o2S2LK5rzF2PRIFri+/eXTm2+0B7eHvtFpKM"
    "SGD1HGyjc1Atr1blpLOI5JOmfXP6sSzX5WHsx+lotlPyydb2sw71rjM97ezughxkW2dxHK"
    "uMiMi6xtYBsXmXGRFRhElPGowBYSWZXKzSDked0iwCrVOozkxGjufCWujMRE0NVQhWpKf9"
    "kz4bZjqexymboOeeFChCfOs5iAikfhyJpi+ki8H6SRQhPIUEf1BVpMCUUziPWEkFIqAzpH"
    "qsjwSMZ7Cs6FNg752x6oOGtlgSpl9pDliGURqzlhcxfiW2WyvDLlhHYbx5eJ5q7zRNwlsh"
    "27F3kAQRVJpZzr7PYHGlCb0aotCKoHWdaypLx4IO1Dfz/6z0lAlbFJ3gn+9+6/9yB3N1Lp"
    "a+edv6ThH0L6+a4VfKgPBxq95TrWUx1t3mg9ndR6Al7QKmqF8UANN1aD+lYDE0y83WBiTi"
    "aEF9W8L1/NCZIOALzrFa2lxgYHc4Kyc2fzoFoMRNHZrL2c4nRW8vAwvhBQKYPLPpzweQ5L"
    "17em8LdnYUqV0d4SmpSr/lSZWkOQosXDw5UlC+AfIeSPyVB/4GRO8Aqr/iAnB3iWmDbP81"
    "LzWDS+S5axjfWVCKhHfN8lRTbHVUUXUnQ7LLtQBG1lNba+GrG5agsyCmAoNh5PRyJUXL45"
    "OrOMC9Atbaa8ag3HRHtewAdVNkSeA3mk//zl7rZECw4JspoYWHx+R67jHW5AVBHWgMRqWS"
    "cr1vTSahVMkAsySEUx1Y00SBE3knh2A/8hRxsoo2CTSNEkoami3GZjhXHR7tlFK8NGCuEv"
    "x/6xNJqtGvIte582LTpNHKmg1QM1TWRgzcM6JVgcLUL9rblcc3QG3Dy44G+svQkniDqE6Y"
    "43YJepjuz1FnWGqkPwb2xJm+Cj3UZtRzJ+7X0kS9mh1byDzcQEgJkAsJZjWyUArHAr2QC6"
    "qbbuh7WHFMEbPkAK3+wGmkL49g5dXN3f3N0e5SS+DcD7UU/TUWQTIm4VUEtSN+pvt4/dXr"
    "BJE0IVXGMdbgPg/iwn+0K6DHBO6a2CsrZBbADiD/FMHQU4ba+ptOFqlW0D8Mro5I+J+ToK"
    "ckbLLUO5SqkBHR1doJjUqDXwNxXlciXn6pC8ttWiA+nFWhZrn1zN5TH3yXeoYeEBy/GXMi"
    "Id4uqlyM+XpXWo4orKQGYqUJkKVK2CdssVqPTbUQfdBEmb4wAbQnxcqRzS8YpySMf5ckiw"
    "s9SCWI83+FbD15Sb6mAMgSk3dQCSX6gFFsh8CQWxXNpL6KMNhT2I9YzSD8mzYxNovutAN4"
    "2A2i+VHyXIg5ql+jGM9Gekv1ZBu2XpD96dOtCG4zsol5xVEUvOyqWSs5xQEu5FeYDLw36T"
    "NGtF/rYN7F2H/hqJ0EiERiLch0QYu14KZMKUX6ZcKkz7ghoJhp+JYIHnIzWVLmrhEyEA6s"
    "oW0u43w9bUocSrKCbqyYyYaMTEVkG7ZTFRL/s6gkyCxMgxRo4xcoyRYw5Mjrl7JnziSq7l"
    "xJjou5VSDEuOatpglgazMeFQUmsK3swxWTJqI4yAe2ITnUEtrrinag9B+aQemjk08JVZbM"
    "6ZJb6UdcXEhB5RE0HNc8r8sEAZ9qKS6CN1y5FuEIvEogJBymc+dsPSXnrSHvKYnEE8MDwT"
    "sRi3H6i/cCwSFiuDu0xX2NZ+S4ZZhsWf1POrt9J5dKiq85UuEKaGmFLq7Sylbqp/7b/6V/"
    "wWVdQ1YoIupVtuLN1E70U1lIyYos0LuqGiMahSG31QXht9kKuNrk6eGgs2JjAL1uRH7SU/"
    "akVujskf6UIB4c9CTRYi8pUqfFOgDaQHrFQJuBo6jKvoNFIMZH1gBZAdWiqnWEjxti0upK"
    "v5Kond4aGK8B5q+gpR3RdU4g79efU+RgkeGbG7nWK3SfLeV5K3UXj2r/CY4pavsbilqWO3"
    "szp2RkHbrII2cbjnN/DvJOmMg6d1Dp5UTiBuxOEEmWFwqxlsjCzGyNIOsA/YyJJOuy0wsu"
    "TycsuNLFqWH1rx2IZ5pKqrkvZ5hv2WoI+Tblzdk+FituPNXbzso/uwrRIknhJ3gqbMtZUT"
    "1Qo4hy/iSdyldMneUXRDKfvxsgcOVLZQgWqP4i8PiWnBVQv/zaVzd0xkByb5SbtwCebuEk"
    "3E8/fRzSQ0BomV4It1QGxl+3mg2hnbg89LtGCBK77CT0Tc1J863FZdozyxWVVv0RS1PDbG"
    "oHYag0z3n04KHAtc1JDmJQuHpjLWjaPDsm4Ivg3rtu9I0RjFu8iQocKyar5Dmsq8Qwf2Ds"
    "EGW/cdStGYd6jgHdLSaB7T8rDwBIkJC18jLDwSvcv2sHKLQ5LU2Bvq2xuinsBrWhuqxmK3"
    "FOiXK3slF1r9sl5bNTY4ZHHvzIrtDOF3vZUmBjFqGKpCjawLPwtV32UybNpyoa4neiJzX3"
    "yCrsnfeAju8B3cATkzDEaIOaHvER6zwIdgbUXqpfssM4rEbQmh0rJwIedAcg7dPlpFhIiR"
    "mMoJ++hDbL/ooehXDf/FHIgMQfAvGCDCmBKZBaeeVzyjnKKqtaCkobNp4bz3+t7GgPDKDA"
    "geET/OLjAilPeDjCmMKFzUYsf0Cd5un2ChNPBhSenlFY2vU1QdgHnVLrSNbsHGt2l8m+0A"
    "+4B9mxcu4YXVMNQXKxUNHA1p5sKUukEovMvGjT1Z6mJOooBwmSUKYahSa7jG1lTgu0Ri7/"
    "RimV+vn+9ufpQ5n3LaOWePHM88ZAl1AnI/H6njgUdRSQsQoO4ItaM0vjyf+ZnN8jR+xVb6"
    "FUtCnUtFnUOIcW4o6ZxUsZyflJcNOykoG7Zv017Lwvk3re4myt9NrPPBYLhSyCmvhVdE3M"
    "EVPjitIsyLUeX+mNOcOA/hKJS4dfBOkHRAkG/uf6sYE88JQNEg8DRNaSw5rbbkWC4WTLCH"
    "AfWdgrfpBU5niU0f7Tbz2oPDvf77nCAz/G0zfydCp2q0Y6cIDY/bzGPb8WaO16ymW5bWcL"
    "rNnCacs4JEuRWln0OCtQJjDoejW4mLSXd4rW4fStN1ycW14yx44zDYq8PAdIM23aDbgG17"
    "nTGXkFlF+C3znYlT3rCwaFhvlaNmrAiEPJChaOa3SU4D/psxQd6ULShisrsNVVU4Vai1h/"
    "TNvT66oEiva3HZsVWSmB7OuK0qiVpsNnN86e4ZgW1+JJ5NJpRDQJeQNfQ/svyG+JeTGSw3"
    "/gMajcmjQ2Vl0MWUcHAdJW6XfGaoVCqG9tHoiSyB4IGqNSzdR7okKMyjfpWsGCoG/ztwiC"
    "8eR1USJTYaB74OXpMD4xQ4GfimHVhimlkg3iHxi0ahUWO8jAqYzjHUXApBUgl2+s7wEDAk"
    "+eg9ARSa4vDRNFD38vc68Csh6Q9eeCR+GvBGIyD9aPqR+uhqSqwnmB68bSrfzmUCTpnYp4"
    "rRi/vazqMsUg95gj2BqVDkHmjiixleogWWzYy4JAjvFWUKLoik7qM7Pp9iyPiTdwC2hwWi"
    "8MSHn71gYjB5qlq9/rfMBgl5fjJiL3U1jONLWA3l52SpKPhscgVbIagZn95erPFio6iFLd"
    "lg98cWdSbYSu9H4y/dmb/UhAN30lRlfIWvgs1Sti4QsVZVSYtodlgkLbpysFXSYh2knkSb"
    "pjOlOJsaIY1X/PXsalJJb+IWT9AZDreZw8anY3w6B/WGGZfO3nLOD8Gn086F/DK27fXpXL"
    "H58qjAiSOv91Z5baxwRBMvzR0lUX6NbB9LLGcOqfF9NIrBGr2Xhnu9PrT3wQc/BhODtD9H"
    "OSSAVDplxGLziSAE0z/4EH6X34l/VKgXfPbZfE5scSfxOFIDh+FTQhFGC8afCAcHDLhnZD"
    "LPYso8gljgw02VF8N/UOV5fghzg3z5Y5TrwCOYW1NwmsiKPMpHQr76MFl5Og+gGTbt1YWf"
    "833b0q+o/KXGKdBSp0A7Tv52cWZ75lVTXF2u+VeXlL/DVJ5KHdtOV7RsO833bMOzAvmpHO"
    "JwfOeSeE4qebdOVni3TvLeLXU+1oA3ItghvlpM2Q3MdfrKVOsaAxJUnWIo0fjd7bpvD2TL"
    "DYXRuta4JJ2xxrXZGmds66+H1ybjrNv8NRln3eexyTh7LZw2GWcvcNRknG0X+j0Fe2ijcz"
    "MjZYba5JzVd1Amrf5rOtHAYfOFHOLar5oYlVlvL3sojft3sxl9+/NQwsIucVLqNb/aTxm+"
    "Yw0zymyOJ77uLsagtB9DBGr9sYlsMBY5L8EPOcewOtxlH4V0KgcLsqJmyh8IFcQpOAqVy/"
    "I2kdEFrsSE31AMgctc8AJ74LK8CC9pJ6byW8qsJ3mvaI4l+klXQ4dErHHg+4z+8EAFGA7R"
    "SVRT/Cyzt8QNxRwhmS8doTysey4dq6Vey8QbJu8fZSml3Jbh42tROJnvVMt5aeqX77B+ec"
    "TPPBtKDehJmg76gM6rmM/Py83n5znzOSfPjqezXauCnKTpIMgngyqeoEG5I2iQ8wMF43+R"
    "ws725Z6gmKRzvrbjt1VTyVbmkuXW8oSz2bCB3zhL18E1vRXnscStrgc5RdS5pb0VNzKIUW"
    "P2tQ7KCRKzmqutZn8qpEK7pryRIureat74ScjkExXszuWGzgSJ6Tq3hq3TJIo2YcXBORIy"
    "qm4dPmdIjcOozXzW5pcmHv4UpeFym7lsHFR7cFCZfK4WGPRTLqrCEM9LTffhL5+JG5VsK/"
    "dNdQjqP2q5OxI6DvlaVERCk91Rcs/E/6rBea/nOsjDoRjRmj4hiUCJUyhE5wWvUMiQRm6h"
    "e+mfwZBTJu3efXQj/S9h6TiZnUYZgjshSogtm8FiupQNaAl/L6gJFKd7JL58Eqg1KN5aMv"
    "f789JMsYxzxSR/tTL5S62LIg5QzJdloZ8hTbZgzNJXG/Bhbp+FqGqtORIChYat/VeFHRcv"
    "C7Tsy3/cX18cSkBLh9LucvJZnbCAKqEv4UG4/cCXNnBlM2Evmwu3uCDcsaZFB6v+ZuWxiu"
    "MxDc5UfWnDx95rOfPWzEQqP82eCa/rpE6QdNIDsoW+bvBS1UBYD+8gulspdSru6Bd2wC53"
    "fSRIjOujputjLSFh3cPsj/8HL2iMMA=="
)
