"""Failures are codes only."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure"',
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure_codes" TO "failure"',
        'ALTER TABLE "reply_watch" DROP COLUMN "trouble"',
        'ALTER TABLE "reply_watch" RENAME COLUMN "trouble_codes" TO "trouble"',
        'ALTER TABLE "alert" DROP COLUMN "error"',
        'ALTER TABLE "alert" RENAME COLUMN "error_codes" TO "error"',
        'ALTER TABLE "copy" DROP COLUMN "error"',
        'ALTER TABLE "copy" RENAME COLUMN "error_codes" TO "error"',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure"',
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure_codes" TO "failure"',
        'ALTER TABLE "reply_watch" DROP COLUMN "trouble"',
        'ALTER TABLE "reply_watch" RENAME COLUMN "trouble_codes" TO "trouble"',
        'ALTER TABLE "alert" DROP COLUMN "error"',
        'ALTER TABLE "alert" RENAME COLUMN "error_codes" TO "error"',
        'ALTER TABLE "copy" DROP COLUMN "error"',
        'ALTER TABLE "copy" RENAME COLUMN "error_codes" TO "error"',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` DROP COLUMN `failure`",
        "ALTER TABLE `gmail_grant` RENAME COLUMN `failure_codes` TO `failure`",
        "ALTER TABLE `reply_watch` DROP COLUMN `trouble`",
        "ALTER TABLE `reply_watch` RENAME COLUMN `trouble_codes` TO `trouble`",
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
        'ALTER TABLE "reply_watch" RENAME COLUMN "trouble" TO "trouble_codes"',
        'ALTER TABLE "reply_watch" ADD "trouble" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "alert" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "alert" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "copy" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "copy" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure" TO "failure_codes"',
        'ALTER TABLE "gmail_grant" ADD "failure" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "reply_watch" RENAME COLUMN "trouble" TO "trouble_codes"',
        'ALTER TABLE "reply_watch" ADD "trouble" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "alert" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "alert" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "copy" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "copy" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` RENAME COLUMN `failure` TO `failure_codes`",
        "ALTER TABLE `gmail_grant` ADD `failure` VARCHAR(300) NOT NULL DEFAULT ''",
        "ALTER TABLE `reply_watch` RENAME COLUMN `trouble` TO `trouble_codes`",
        "ALTER TABLE `reply_watch` ADD `trouble` VARCHAR(300) NOT NULL DEFAULT ''",
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
    "eJztXelz4zaW/1dQ/tKdKsXblo843bNTZTvdiScdO9vtJDPbnpIhErIwpggND8vaSf/v+x"
    "5AUrxNUhdF44sPCg+kfg8E3v3+szcRJrPc/WvfG4qnT2K295b8Z8+mEwZ/ZD/skT06nS4+"
    "wgseHVpytJDD5Jih6znU8ODqiFoug0smcw2HTz0ubLhq+5aFF4UBA7l9j+TXNoPRhkdGwi"
    "EC/rG46zGbOT3i2yZziDdmBJ+MiJH8O/yccJvcOQxIYXJ3/+bs/OP7u/1b+9a+823+b58N"
    "Htj8jkzoA3MJtW3h2wbck3CPeDNuMDKmzsRirivvTF1iCfgUfuNNHDEj3CUPbOrtk7spnV"
    "uCmndkLCzTJdx0e7cw4QymNXG4TShxGbWYCb8Mh3lv8S5Azybw1eGqsAngxh+ZM99HpIIH"
    "9MQ9A3IHcPjyT7jM4Qs/MRf//QIo2WxAPRw+ohzmDv4xfXn5n0gwfRiMOLPMBPu4KWnw+s"
    "CbT+W1c35/aXsf5FicYzgwhOVP7MX46dwbCzsi4La82T0iTT2Gd/AcH1mKTAx4H3JZfZ3F"
    "EPU9YjQmG1Hf8mJLYDhYXNsbDK6ubwaf398MBntVFk1wyQC+w4KDR3UlAPf4CN9+3+8fHn"
    "7Xf3N4cnp89N13x6dvTmGsfN7sR999VQ+zQEtNJTG7/PHy6gYfSMCqVosdL3yVNNSjikqy"
    "a4E+ruUs/hew2PLRD8en8IcvlsY/RLuMAeGFBQcWb+ImWDChTwOL2ffeGP49eVOC7u9nny"
    "5+Ovv0+uTNN0mIr4JP+vIjBHsBbvju1wE4TtNBkA/6VVCGUYUwy8+SOC820DpIJ6lWg/V2"
    "d5Qk0t9XQvr7EqS/zyAdHC1ZmP/2+foqH+YYSQpjk8M5+qc8IXdwXZeAi2DgzBPX/bcVx/"
    "T1L2d/T8N98fH6XIIjXO/ekbPICc5T0MNBjeCEZ2wC/R/gE49PWD4HkpRpJgSk++Ef3WLF"
    "zeUv7z/fnP3ya4IfP5zdvMdP+vLqPHX19UmKR9Ek5I/Lm58I/kv+9/rqfZpt0bib/93DZ6"
    "K+JwYgeA2oGcckvBxeSrA5kJdqsnhBpdnbavYaFgUmmAPf9rhV+0VOE6+A2cEBpXm9el5T"
    "z0ONys2yuVC5iZM8r+Ks6t19sy6BRKk4/YOj745OD0+OIs0mulKm0ITKS2xvjOmYdTbHBZ"
    "l+Ydr8wiQMB3U4nCDUPG4zj5njiByF+IY9FWyJEcHmtOG9vS0w8v3fb8p1hoiPH6+vfgyH"
    "pxWJr1/R0DZ6iBl78MKQGg8z6piDzCeiL4rGZj+a9CfpK9Sm9xJG/Mb4/QJz7JlhCJBT9n"
    "IsteFHvTI7LY0NamKoPSNT5rjCJjPujdHqyR0iZnaPcFdYuF4I2sTIa7gvm42Zw4hBLTSJ"
    "esymtkeEQ3yXOd9UNIBq82YrzZtsQvPE7GKjUETQOXtQ//iogj0IRhXag+RnSYlM/q4Bbz"
    "i+A3t5Ct03VaxtMKoY3TcZa5sjrFrohuM3iO6ETYbKWL0JjCtBXIJw1pzpujMBR92YuuM6"
    "SGcIG0HeMjEzvV8cV9ovjkv2i+M04PdC3Fts4PrDOmgnqVYCdas25jUAjYrO4P9A8a2Dc4"
    "Jog5vIbzcXm9lBTqocgSfFJ+BJ5gCcOmzEn2ptHRFF50SMg5MqHqe09hlzOJ1klvEYVE8M"
    "Y6i1jONEG1zGFn9g1nwzK/mgknOvxLeXOQupxRzPHcBDZfUVAYIFtQtMlnG6FNpDIFwX3O"
    "Ey36yafn59/TGhpp9fpvXw3345fw/YS+hhEPcSuop26L0wg5fJXUS5CZ9TpNqw2WY+u4zZ"
    "DXgcI9P8bTN/LWrf+/S+lkAdp+mehrh6cY+6D7DbNUE6S6nxzse7hn8gvrm5LsYt58iGAe"
    "WHnz8xi8ovmAU/MPx/VrPsrkCyuBqslcTqFbB/jAcjS8yWxOn6DCb6YKlQ9t1asZWAmsA6"
    "gLd0SZR+UbN0dTU9cjaDSZYE6Xc1S1dBMoTjMJVSsRxOF9FEXYWKPTI7LxapDkrvcY6uAj"
    "R0YONmzpIQ/Uq5w8xzNVdXoZrCl1x+b/pVzdLRQ07ZxZZD6Azn6OoiCt43ULg8PuIGXcEu"
    "Hrx2V7EZu4qeIaZ8WQnqQkznHcZnPnDZsm8gQvSZdeodrBX1FXPdYmTM4N6hdo6NK4T02m"
    "Y3An48D+yPON2P4Wwd3P8VXvANgsi2lQD2MZqug4g5bGrNBzPqGTmxGPUB+4TT/RHO1kG8"
    "XBDGB3KfM8bMeFgFZp9hStzyLsIJOwJbzeDVS/uRezS4eyZ+NfZpryyElSfHNYtiFTb7Fo"
    "3/xOL2gwpmnY25MSbcc2WCP3OI8gdi2QAShM2+k2UB4Pj71p8qynAMXhczYKoObN3lwFZP"
    "PDB7YAnx4E9rxUak6DoXg7L6EJ8diMKUL/TeRvBdfRCmjoN47jzrhP+UPU05TNeAzUlKze"
    "ZWs9l3G73KMTIdBtE2/rYkpSx0H+eI5DHPcrE87sYGNa395fJ7+1tuY3UvrP4V2DD3yQ2I"
    "1QZIVZwFVbdQzpbCVi+q0CVsa67EduqOtfitxW8tflcQv7V42NlzJRle53qDhjGUaVrN6l"
    "azWmsCL4LNDnsUD4027iSl1gfazGUYCrPleLhKYnUXJJ3LAz+qkst5VJzKeZTJ5MQqFANQ"
    "iPLcriXFLRNUnYP5+KBfAWcYVQi0/CwVfa58J4O6qlWSbnNluzqhZWVsCxl+ZJnxQTgM9P"
    "Cf2Vwy5BIendpGntE9W3FmxxhR5NGEyw6dRXaB1BoEBOB7M5V5eHH2+eLsh/d7X7djtYkF"
    "euQYbpJhIMW2m1T0yVIlgV65+MeES2sQ8QQBPVEWRidj+AOGBLXbuUPwrj1ZN302hkXzyB"
    "yCBYOkFcc1xBSdrpYlZqqQu8nhmm0zQ2mdd8pdS8kd1ifzHXZHJozaaBuiHvlRFjWAe4/Q"
    "9ilvL7/eOzLF2HjijsWM3O5JgEh85ts9bTtq+67WK7Edbbsm0baPlvVXJdpalZG2Y72GQi"
    "NqF8ziXFwQfEGh64EvUQ9cdfAYwPmB1S4G0rKct63b1JkXpR7nz5Au4jD32O6GHObu2wHE"
    "ET+AHeeXV2ef/pFfbPE8hyXn/7h5f5Y2VccO/9rG6hStNm612uyREvXqcjuHXJu52szvQI"
    "Kvc87FSJY66HaHq2s559pklXkh2stS8R4V7DdhPPr6rTdbZdjabDfL22OCPJIig8wizeQ5"
    "i8wiv6WRSQbDZsI6zRRgI2o+7EAHSoLNTGl7MSxuPMDfeEdXxdpw0yXUYUQ+7iu3BxQGUw"
    "331AzsCXZXbShp+1bTKzGUwL7gNBOvkpRalG61aKVe9NzzvdhYkyDqnHtrDVFUagutiXKS"
    "SsP8LMxaWNXCqhZWVyesLiph5YiqiTJZJR2fo7JcjcVUjPx+5C72YhaB4+6VSxArZnvSX/"
    "eWuDDWYtg0pIc9RMiE277HQDIdAl4mEqJ0GgSMKxfgkN1Tm3AtprZ+k3lGTPVYg1jwNJ2O"
    "BX/2eA1LxtQHO0vZQQffGsrb+w6I+7XSX2MkHYR49emvj8zhMFmtJuFxmg6CfNA/rYAyjC"
    "ppEn6aaVUkArmtKsgRQQcRXv1OoeMAtuQfGTHq+U496OM0mwd/7y8j35a1NsnQ55bHbXcf"
    "7/fXdWn9m2bJovBLA0kll1ibXp7dgGz25A2m1KvVxytBtEGQ/2szKB9X6kp3XNKV7jjblU"
    "4nZDbZaHbOLK+z9F4Em3W9jm7zd4seiZZx9cXmNLWMD7uf0hSrLJrjlkjWHS32S6TKna4m"
    "fgYn5bIUpCkdDwaWfBRkyAiW2TaY+S4qR+N6sOSwhuQMbugECU8q3WhGXZkUpdKaxhyHzo"
    "ERd2/DgBt4Gmz8G2RKEazAQIwxte+Zcm2EM7wjt3u3e3D/EdxMDh1xB8aialPR7fFlz4QB"
    "cNb8UztA2uoA0XE63ZckFttAHQ07SdU5O8bq/QG4MzZ6mRKEWihv86sUHGg1Gbyg0jtlq9"
    "lrWBSYYA5Aes3L9H3GSJYm1q9ym3kdZPnkuF8Kpc84yeaqhbxZrwzaPzj67uj08OQoEj2j"
    "K2USZ7YttucIf5hXcbvYnRUj0ZlWOtNqh9QqHbzabpPSkvWK481UcqsWp7qtlNUuzvR6WY"
    "3BiFFjTGQYq7T8KFuRLIiD4S89vCDvqMw6aMCZUOdBJV9xHby6C5tMT9tuXrqUqo92fbTr"
    "o33FSdRhA/KiLOpYg/Ln0qgnsaFNj3XlunG5ydArQ0kw51tZrI6rlgQOTDcLD3L25DFb1s"
    "Bz2FTgZh58GDpvCIIlfUA3gc9IZlW7Ktma2rDQ4P54N+4R7pIH2H7syl4db4z3QIbBR18C"
    "IPA/LSq0UlQwHTrKP0GKrf9xmka2/5ap5Enj/2kV4/9psfH/NGP8j16CGhjHabqH8WGVQr"
    "+HxXV+DzNlfhf7Tg2QE0Qa5edRDlJUmmgWKVJt/26zZqFEhzrW2gVFO1IP8LadST0w+WgE"
    "Uh7G/dThSYpMW9Gbc2DqCDGqg31EoFFvjnqg7OSe6r/9dvlDPvRJqhT+vs/NfaTdVZ05D3"
    "x1kKsDI46p/J4rM1rE1NmljBYxDXoXGfCs0SK5/tZttPjI7Vw3hLzeKzNSWOGIpsUzZAvy"
    "oGdi8KXfkTsVQ3pHpOXGJSNHTMgBehVkk3LHXMSXoopTZFj4El9uakplQ0hYG5JQ+441wC"
    "6M2tjQUmNDwMcMBwrhXxB0qQHLyqIqYMFnwbxhTwVoBsM7kflepm29//tNuSiSqAMeDk/L"
    "Jxmo1d6SwbukXVOMphOgrzvb14OlW8t+E4zvXADyelJ8se5fnZC2BYEOaEtvvSjx1QY0Sa"
    "RBTYMqs4gUQg0sjFlqbWRss5FRNvhtyuwMseZ1m3ndNktOe1lb15ZTwT5TOwt5CQtNO4Bd"
    "vY2mAHP2yPDOGcjPA7oPP39ilqz7U4z2+0fWpYzvr+tM0i6JzqkUmLNsSA6avZAqbFywTy"
    "5lHA4GysiUaUZd9sp9q6Jm4hnSMo4HRmFUrmo+OaWOh6YwbEA5J7JRl0rNljVE794S3w5D"
    "eMhrSsbcIwZ85R6xRRDbQ+bM+4b8qSJ94ZcxZqZvwfA/gdYUNtsnF8oKh4G9cKspE1MLg3"
    "zMW9viD8yaB5fekTt8P7AAu3snn+5uIawGtjz1oCo6KEoHt4UX3qvAkpcx2iWDutATEnmF"
    "w7Ch5BB/aoYVhnI+lZIA8JE/cm9eMMYZGaf9/iD21tczERYfUdtwMsT8nfJO+ONoG87OZ8"
    "6qXokp0BW+U1S58b3tTzInVTJMOaJus11FGQu2nnsst5M6ZpWIoM3gNrSsrAFef/gvZtSy"
    "W8VIOme6OnhTyXaFw4oLvb7JWq/Qj4QaB2wxOfJWMdZpus4BvpZmuxI1+U9dqEOizuF8WG"
    "ldH5Ys68PsqnYZdYzxIN/wXezJSZF1AOtN+3Nk6l2D/KgFmTY4tdnglFArahkW44Q6Aa7V"
    "TA7V4wZsTpHql7nNfFYGhiYFTeOEmsdt5nHWRFND8swl7l5Cx1rCAqTNLwt2oRM7Gq/912"
    "n/tY6wWHGERd21maDRkOqglQ2AKh6Zg30Iay/WLKEGtxDc2ss2h1LDmx9wheuvcbxVjFgL"
    "2G0WsKWftCGr07Sa023mtMEcD7/YvI4KlSDqnuq0jpLO1GxY0jlGqN+kNr9JmdiSJvtmil"
    "5zvM0cV602GlqULV3fYje4rJqoNOFyklJzuf1crqM0xii0spjJNl2EYdZ8aZKU2qna6rem"
    "TVVFt61CvNTmcm1jRNW0juW6y8WjR+w8Y2OdrI6w/kZHkE4JyQaf8uUzXz6F83QXKM938p"
    "wC9VDCSboK0SNnM5hkSYx+V7N0FSRDOPDO4dRL4nQRTdRVqDaZkbeTAIWOseUguo7N0kWU"
    "YOfmDqgsqorV0hs4znURTdVFwHAfH6D6toKd/GantcBynKjFnGUX1BnO0VWAho6YucwZYG"
    "vjETfoCk69czXlVWzGnbXMLZlvnapKXoxrWNTxeXTTbRE6AmuifIWfl0FZH6pfgnk6CJHD"
    "Jvh4OdX96sP0KTZXR6CqW+fAl1aLbJGDYAGVVDgIRzTtOOIyhD5oJGYLIg8sWRIA/olvyo"
    "QOhY9NR7gblv/UbcPabmjskeKcfMNhDQ38SUpt4G+1gb9ttZjaUNR5FZWYig3LWQlNV9Vu"
    "d1XthWU65xBOmK2LT2InMaxptaFolkaVtj3RI4bRI0PDWK7StilAypciW1hLQRfZbucpro"
    "tsSy6sLOzhAb5HFs3iQNpwfAeL5xxWKYBRXP4iHUHboJrLVgq5bC5IeR2lXBY7d1WQFxQd"
    "KCySRrjKGoZRJQhn1nHdOjm6RE6dEjltU1faq4nq0rGtVER06dhWlI6NjMq5Gt3C4Fym0M"
    "VGrcS86gkyZPDTMgkfJSypWCoWa6ti0h0zyXBO7kwfK5nc7ZMf5IIzVcNm1aRZDatcgnXE"
    "LGug5pNsVH9pja6dGp22yzY5DXfOLrt4H+uweEGl2dtq9qb23FqZ9klSnXXUZj63TV9pg3"
    "Vfu1e0eyUpi8uQ9lxJPAx2L5PDcQwzG8vhf2D3AuylQPDroBROQ7n7rfKxUA5EAsR0HEkJ"
    "PAKXXRqCvgsunbuhPyZy0KjmDWj+vXuLA605+ZPgVjEBLc6Av1V2IfwB09H5PrkLrJkwfD"
    "YWZOYIjwV3FVFzBZDgsK1DD/06lpiB6mBQl8G9rvDm8Awc9Qj2JNWABzb13hLZQMJ378Km"
    "FAZAiCM/fbggh0cnh+T17d7x/sH+wS0geLt3uwc3ZDbcDSbE297Dd7W/qeQvkkFkqbp7CQ"
    "eRjvpou3ah/Rux2vUVzJcHZXXrtYtjGy4ObYBfpwG+vr6i9dEd0FMwlLNZDYwkpWZzq9mM"
    "JYiCzMiUhCWExaidz+IYVYq/QyBbF0ujK5vl6fn19ccEO88v0x0kfvvl/D0c/ZKPMIh7Ce"
    "Eq2WvJr3XcLyg6dxodHFQRpw6KxamD9FGUp25UBTqPtoMC1mG/igTQLxYA+vmge2PQRM1G"
    "mCdINeQVIG+bDbG957GOeWildfAZ++zqLIlh4YccU2KsJkSxLfExNmhJlz5OJb3y0tjmjR"
    "l3CDaBDcBz0YJHyZRiLjgJslzfSZMdGQkHrYx0Lm2IZ7LXq1Bx3GE8gIzulhECkdlQ9Wn1"
    "MVkWRtgeXCAjNoPnAYaa2PRV+DiCepEpUD3qKxcfDO51M4Yh92N8LEc8zVVb1zGHr02Gwh"
    "v34CGsefQIeDuU6IlBsbUtMcRkSuHL7JP/8dE4Cg89zI6+tV/fBazYH3HLY87rxXL671u/"
    "/6Z/0iPUGwzuPZb434r+/+auR2ZjbsCT2kS+K/CHO2OO+807+b0COMmERjZa7t3aKTxGHo"
    "bEw3DAt3KsRMq4mdtfNrqqgyhyDstWmDm1FaOT6u2uGFg3pHIdHVcQRY+OC0VR/ChV9TE6"
    "XupgnKTqHMzHB1VEfhhV3IjpICP068KLWzkytNa1Sa1LV7NcbTXLnPWrNdqd1mjP7gvSjs"
    "/un005jk7cRrrsGcFjm8hJlPoGqhI+RBhmAkrivUMnKkYGNC6lt1oWUbkMgfpIHzEqfR2l"
    "QF6KqrRk7mqxEjSm7riOGBeOX40At11o12yyLZOTixu5b0tO3pJ2uY5O7u0P/thccE2l8I"
    "9+SfhHPxv+AUu0Uc1/V0cItNeEUiO6WmcsbitjMVasOUccTJZyLpYJjeS4ZoLhlDmusIlL"
    "uSmjkw2K7zda4+Wi2CeXHplx2yVYXZg4vsXcnhQh4R6CwMNZnMl0R5dPuEWdQGJUIdM282"
    "bCecjzZzhMCqFT6nnMsVEOTU7wTvop5Dg2mXpzTKPkXvyG0mUiB9/a6M2obPfPWvi1Zb+V"
    "ln3J3JpGmziNTrZJnPfy1a4jUEUEHZSoVh8RHmx2tSTWBUnnLOknVcLBT4qjwU8yweC7pY"
    "itDeZNq2Hav9oZ5UA7pbYu7WinlHZKtUPD7WmnlHZKBWabHCtEZM8pNkCwx2Vr4AbhkJRM"
    "+ROziAyWxBZ9+wTDLwFCmM/AavUMrQ/GmNpYHxcNB/C/yQ0P4wJ7Kst5AstOpkrbKgTy1r"
    "5T9XNVjCRwRZViYspoQOCsDOwILCy0O2ViamEsJXsblF+igYEEAysdeLQHZs1jF6Up5NYO"
    "U7p92xR21Vr51QMQa5knio+ObSjFe38Z+ba0URF5J/xx9NctiMbP6sk6j3orWrPWLjqpXf"
    "hOTgeiEiVdDdfaeX3tXIfJrjdM1mEj5uSVXS9ezTGSDgC86RUtpR9nXstQvSDpAODpI7fa"
    "mVt26GZOXYN79QAOxmt0q6Ab6CZ1AI6RdFBs7FeLXikJXklD7Bqg7WUBLrRaRuO7ZLBcWS"
    "cM33aZ51kszxRcVkwiQbfBchJ50FY2PNQ+5VZYRULGTwzgZXeDqI2KyzdDp5dxDrqFLZ3L"
    "1vCCaMsLeKfKoUgjWxbpv32+viowioQEacUdjXh/Eou7uxs8loc1IlEuGqel4F5SC8cJ0q"
    "LxGFASeaJxMe4xEo18c+STsXbV9ZI4VSPBrmW4r9scqCzoTaKS44S6jnabbYM68mDLkQcy"
    "GioX/mLs7wvDKqsh37L3adWi5wi+B9yvHqhJIg1rFtYxoyZzBqBl1kM2Q6fBzYKLjvbam3"
    "CMqEOY6tCvlgo3NcLbo3L9tdd0mlIv7DoLW4ff6fC7lmNbJfwudytZAbqJnvK7tYdUhTe9"
    "fyYAhocgV799/LiXkT1WAO7HYJpu4hqTtSpAWpAZU3+rve/MYg0fILnR3hes1KtrcnZxc3"
    "l9tVegg6wA3J/kZJ9ZlwHOKF9VUA504RVA/GExU0cBTtoNitDdTjx5iH5ORHmMMcUx5bF1"
    "0DCjHX2lUZEj9shNFnTTHWHR3MISRzPujVUlXayLFDyGrnWkax21Cto11zrCd6cOtOH4Ds"
    "YsnVTxbZ0U+7ZOMr6tcC+q476N0yzlv20b2Jt24OpiRx30KupiRztQ7Gih8uTIhAl9qFgq"
    "TOpgjQTDTwxY4HpETRWUtPQYCIBB1p/swzChxpjbzK0oJgaTaTFRi4mtgnbNYmKw7OsIMj"
    "ESLcdoOUbLMVqO2TE55vqROSNLci0jxkSflUoxIj6qiQzzE9bqHrK5wPqLBPkF2+aEe1EP"
    "JYfJOgSy9RQNqiO6vVjzph7B7PQemXDb95SZbOoIAz4MKjb6kyFzoq5SsH5QZvKERy3V+w"
    "qEpoCgR1xBMLgYHg6fhhnCMYk34wYLKjXIogjjEjNaouN8mDavHk29gPye25l281/CIbpu"
    "YzvrNuqCCWuMkF68HhX1hQVBl0JmVxYFF2wyNZbrgqKDC7ZfpWxjv7hsYz9TtlEdKTUW7I"
    "JAL1gdPKhbyLZMyO7tTG2zT6DPOsy8UBmeOWJ7ckCp7O6ooYNFumgjCf4PFKAVQGZoUhxT"
    "E4uRwYVkNbKo12yA8FssTAZytgdUcIf9afWS5zEeaaG5nUKzjsbfVjS+VlfWqK7oWihrr4"
    "Wiyx5srOyB1mVWq8uMuON6DdwZcTrtz2idPyMR6U8bcThGphncagZre4S2R2h7RBV7xO+c"
    "zW645GjGFBF91iuzQjzCqEG45zVzIYoZsYT02BkW5mwpZ6EsqQ6Tf4uTEz6BL4D2B0omlF"
    "tETJn9ltCh8KVbUdG7GFOPlc+xfZzhMKaKrl/KuunohaS2JJROxqCAOwqd2F0Oidg+ib7O"
    "4F+Co0GD4G85cWAKkVFW6kGxBDtONxLOrW1yd2rRRgaQXqzUui6uvpks7WKzh67/3UmhwG"
    "Xw5cwcpbS4QueCQqtKeUV7dKHv9Rb61u3lnt2F1lHuW6sPWn3Q6kMV9eFXih7Ic0fMXCnl"
    "ZnSI5IBSRWIqhw6GsbHNsm2DGbB3tMsIbJPMxhrF2JeJwGwqfSLsMg3SP2gTqrOSwx7FAz"
    "PXkTqhnZabclp6wEJ7YAnx4E/rSCZpus7lXKy++23sVa2KcoykA4JJ2o1WzY9W5kjLetIc"
    "hmg0MFcnKbVy2mrlVPoWXAY7UEO/RIxWlxpuM6cDIaMBn5OUmstt5rIuKK3LPraNEVXVzS"
    "plH7enbhZUcgo/6j2nYi5XySmYgXAbc85wx3DJ608fLsjpSf/0m7fSQRTqn1NhWS4mupns"
    "UWagwQP15IhA96SWBSPlFbTZyQFa+Wz7LtMrUT4VpxtonxlCrX4+q35KOze+M3WAThB1Du"
    "SDkyrBsmnBKBYse6J1/M3r+DbzZsLJKT5bjHGMpHMYr36n0EaU54TCTihd7GnKYboGbE5S"
    "aja3ms0oVzd6mROE2n7SZh5L1agRk5OUmstt5rLJbN6IyQlCzeM289iwKPCgkeyVoNRcbj"
    "OXt2jvbhlXX6y5u2V82H1r95nFnNwKteqDXpmlm0ZDGtm5PTKBDUIWnJ2yqNqDTJvAVPN9"
    "cum5JAi8+/byBwyeGnFgMhmyEawwadKWCZEA+byHmROgYWE0lsOmoFAXVqfNVl9LV1rThu"
    "9WGr51wYJFbdsqFsLDYgPhYU6V/qIWgsXRyHGaJWKR27mpN0r4iYVgjIzTfn9QFuZd0l8i"
    "j7iDy7h/XCWdAUYVW7qPMwkNWITTZlYdvGMknbN0r6HwhrZ0vwR1K1SNZfR6U706ItaqdZ"
    "t57eJBXv99jpFp/raZvyPKm7kzEoSax23mscndCXeb9UlI02pOt5nTzHFETrRMSTu1kGCp"
    "HiS7w9G1tCDR4dZbLlipU6bXnzKtY9hXa9XPWb8rwFano2/PYxLkmV8Jj4+4QQMAMv6TvG"
    "G9Mm9KENEKh36Koolz5bOYMNmCBt0i7ljMiJDdoO1YasArN8wicPfJDVzmpiy+jQ6ZYGnL"
    "zjoBkXBM5uDnhphMuKf65qCJ/e6tcsMMZJmqP0nwy7C48QC/HTbBtea8I3dDds9t2WRnNm"
    "YOunrCG72SpbOi743dfmDoPrl7YHMkuLXVApbNd4LuOjgPfjVbNd+Bwf/2OfPgcVRPHvQU"
    "+Z4syaWG2QiDI5v7OD24g0F9Fztku5HvCW808eFlgslCC8ZwHrUFUtUDotwL2RUoeAj5PF"
    "4P5x/T8LkClG7kl5XVwbAuAL7qBL4XsibC2TYX5c7xiYwxA/RmwrdMYgn401FZHFTVLDP5"
    "vWzqKGDFyi5IlvSHYYEw+QGWIZhRruoQIEF4I2ztKGeZMUm9T66d6Zja8LXkHZDhYZ12Ov"
    "LwW84EDGYPVbs9fknti1h7XRYdS1wNS5HFLILy/3jFdvw/cjHo+u3aKde602zdlnbYJWph"
    "q4Z3L+OkUkLEQUlCxEE2IUI7PFfr8NQVDTtpa9LOvhfBZik658hRZb0UIpoNtlKIruxsL4"
    "WFXlFPbE3S6SjWplZE7dZ+ObuaVMOb+LVjdJrDbeawdsq8bKfM7rxa2iezar9B+AA755Rp"
    "56J9Htv2OmUuxHS+l+OFkdd7ZW4XIxzRxM1ybTPVKcQT0m3iMINPsWnHPrlbgHWnSjYF6y"
    "NwG3jogBAwKPDMqJ4iGFCnPCuw2jwGlGjFR+fCn/Iz+KUisvB/T0yn0lUBzyP1bBhOCZbs"
    "YMoLMWT3vi09QMw25S24N0avi28/wIEKtxG+hw8h3Sqy7wjeA7+R8gS4jDrGeJFyo0oYy0"
    "H0HlZKcYoNwjpwlXoYNINLZ9mkXQLyG2s7f0vt/G0LvtgqS1ZjMdVdFeXCfnGtQjaYXlOl"
    "yhGMKkmvydQ5kr9rQByO71xizWElr9RhiVfqMOuVUodgDXgjgg3iG8gkm4F59b2ZUVyq06"
    "IpGr+5XffNjmy5oeRZ18AWp9MGtjYb2LS5/OXwWmeBdZu/Ogus+zzWWWAvhdM6C+wZjuos"
    "sPVCv6X4jcCyXNMSmSLTeWDlPse4/X5Jvxj6YD6zXVzgVZOVUmvreaej9uh2oXZeuLAL/I"
    "7Bmi93PYbvWMNWMaZDR57yKN4L5soieNQYY5oWZhFF/kh02k0prg5rvk9COps9Bp7CiSqo"
    "R23pxoRnkk7Iq1iiFfr8YoX3YIjqZmox6qIT8iy8FLglMcVLJY6pe0VzzMmP6GB85RJMkR"
    "r6nifsd7c2gMFZkOE0po9M5m0NGcwRknk4oXpk6hT2sPkSf7nkraPsoYTvMXzyQNSN5yHV"
    "8kAWnzjb8Hnt/WXk2wYuGSLvhD+O/rouQ+0ybrCS/jYh0zJYl7S2idF00JFzWsUGflpsAz"
    "/N2MAd9sjdIMO0Kshxmg6CfNiv4s7pF3tz+hlnjj/8FzNyjvkSd86CpHMOs4M3VfO4ShO5"
    "Mmt55IjJoIHzN03XwTW9Fg+wxK2uGzhB1LmlvRZfMIpJQ/FUB+UYiV7N1VazNwbRz6wpby"
    "SIureaV34SCvlEObtzsbUyRrKUvbJtS3rTBkudwNmEFTvnDUjps3X4nCLVXp828zkwrzRx"
    "0ycoNZfbzGXtZdK9btrGiM0Y7BMuqNw4zfOA7sPPn5gVlUkr9j11COqvtdwZMR2HPeUVdw"
    "jIrm12I+BHNThvgrl28nDIR7Smz0ciUOD0CdF5xusTMqSR2+dG+l8oZoFJu/e7IC8rrNsm"
    "E8rQ82JR1yN4vyi3DOvT3fNHZhN/WrGem87HamU+lloAeRywqTMvCtQMadIVW+ae2ml3c5"
    "/MRTVQjyNpD1Tp88urs0//iJTpSOT7eH3143mOOn3+j5v3Z60PP9nRTLiMtFXHiV8lUCU8"
    "1tYfptIGDqwmSGV1wRFnzOHGOO+YDD4pPSTpYkyDEzK4tOKz7aUcbEsmBxUfWY/Mqetyjp"
    "F00p+xhvZn+FLVQDgY3kF011I1FO7osTxDQLEjI0aiHRk1HRlLCQnLHmZf/x/tr+vt"
)
