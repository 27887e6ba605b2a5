"""What somebody can repair waits: in the outbox, on Gmail grants; a history is read on at its page."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "outbox" ADD "failures" INT NOT NULL DEFAULT 0',
        'ALTER TABLE "outbox" ADD "waits_for" VARCHAR(60) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "outbox" ADD "failing_since" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "refusal" JSON',
        'ALTER TABLE "gmail_grant" ADD "second_look_at" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "refused_since" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "access_ends_at" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "refusals" INT NOT NULL DEFAULT 0',
        'ALTER TABLE "gmail_grant" ADD "may_send_at" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "probe_at" TIMESTAMP',
        'ALTER TABLE "reply_watch" ADD "history_page" VARCHAR(255) NOT NULL DEFAULT \'\'',
        'CREATE INDEX "idx_outbox_waits_f_d80303" ON "outbox" ("waits_for")',
    ),
    "postgres": (
        'ALTER TABLE "outbox" ADD "failures" INT NOT NULL DEFAULT 0',
        'ALTER TABLE "outbox" ADD "waits_for" VARCHAR(60) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "outbox" ADD "failing_since" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "refusal" JSONB',
        'ALTER TABLE "gmail_grant" ADD "may_send_at" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "probe_at" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "second_look_at" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "refusals" INT NOT NULL DEFAULT 0',
        'ALTER TABLE "gmail_grant" ADD "refused_since" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "access_ends_at" TIMESTAMPTZ',
        'ALTER TABLE "reply_watch" ADD "history_page" VARCHAR(255) NOT NULL DEFAULT \'\'',
        'CREATE INDEX IF NOT EXISTS "idx_outbox_waits_f_d80303" ON "outbox" ("waits_for")',
    ),
    "mysql": (
        "ALTER TABLE `outbox` ADD `failing_since` DATETIME(6)",
        "ALTER TABLE `outbox` ADD `failures` INT NOT NULL DEFAULT 0",
        "ALTER TABLE `outbox` ADD `waits_for` VARCHAR(60) NOT NULL DEFAULT ''",
        "ALTER TABLE `gmail_grant` ADD `second_look_at` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `refusals` INT NOT NULL DEFAULT 0",
        "ALTER TABLE `gmail_grant` ADD `access_ends_at` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `may_send_at` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `refusal` JSON",
        "ALTER TABLE `gmail_grant` ADD `refused_since` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `probe_at` DATETIME(6)",
        "ALTER TABLE `reply_watch` ADD `history_page` VARCHAR(255) NOT NULL DEFAULT ''",
        "ALTER TABLE `outbox` ADD INDEX `idx_outbox_waits_f_d80303` (`waits_for`)",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'DROP INDEX IF EXISTS "idx_outbox_waits_f_d80303"',
        'ALTER TABLE "outbox" DROP COLUMN "failures"',
        'ALTER TABLE "outbox" DROP COLUMN "waits_for"',
        'ALTER TABLE "outbox" DROP COLUMN "failing_since"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refusal"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "second_look_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refused_since"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "access_ends_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refusals"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "may_send_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "probe_at"',
        'ALTER TABLE "reply_watch" DROP COLUMN "history_page"',
    ),
    "postgres": (
        'DROP INDEX IF EXISTS "idx_outbox_waits_f_d80303"',
        'ALTER TABLE "outbox" DROP COLUMN "failures"',
        'ALTER TABLE "outbox" DROP COLUMN "waits_for"',
        'ALTER TABLE "outbox" DROP COLUMN "failing_since"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refusal"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "may_send_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "probe_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "second_look_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refusals"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refused_since"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "access_ends_at"',
        'ALTER TABLE "reply_watch" DROP COLUMN "history_page"',
    ),
    "mysql": (
        "ALTER TABLE `outbox` DROP INDEX `idx_outbox_waits_f_d80303`",
        "ALTER TABLE `outbox` DROP COLUMN `failing_since`",
        "ALTER TABLE `outbox` DROP COLUMN `failures`",
        "ALTER TABLE `outbox` DROP COLUMN `waits_for`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `second_look_at`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `refusals`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `access_ends_at`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `may_send_at`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `refusal`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `refused_since`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `probe_at`",
        "ALTER TABLE `reply_watch` DROP COLUMN `history_page`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz47a1/1cw/pLNjKK7ltfOdtPbGdvxJm537c6u07RddySIhCzWFKDyYa1uk//94g"
    "Dgm5RJ6gXR+JCsReGA1O+AwHmf/x7NmE1cv38bBmP29RNbHL1D/z2ieEb4H8Uve+gIz+fJ"
    "V3AhwGNXjGZimBgz9gMPWwG/OsGuT/glm/iW58wDh1F+lYauCxeZxQc69AHIbynho60ATZ"
    "iHGP/gOn5AKPF6KKQ28VAwJQieDLGJ+Dv6HjkUjTzCSfnkfv/u/OLD1ah/T+/pr1PHJWKs"
    "xxbI8dEjmQc9NAqp85+QDB/JcoTmHnkiNPARRj6xGLXFWHgGoPPhfuKpMP8mumMfjeZ46T"
    "Jsj+4ppwmwQ33k2D6M6glinylCvydmxi6x4QYeCX5ATgAPQ2YcDn6VUcSxdJ6It+wDeurp"
    "AvZA+CN4HJsv/+KXHQ7CV+LDxy8cOUqGOIDhE8x/pK0+2KG4zMd/OVpgJ/CH/GGO/gX088"
    "fhxCGuneGwY4sp4PowWM7FtQvn4ZoG78VYmHI8tJgbzmgyfr4MpozGBA4V934AaHBA4A6B"
    "FwLXgc9qeUQLQf66ZIj8WSkam0xw6AapVTIeJteOhsOb27vh56u74fCozrpSlziXYE3yR/"
    "UFAA/wCN/9YTA4Ofl+8Prk7O3pm++/P337+i0fK563+NX3v8uHSdCSUwnMrn+6vrmDB2J8"
    "4cv3AS78LmhwgCWV4F6CPqyPIv6XU+yVox+Nz+HPf1ge/wjtVQyILiQcSF7WXbBghr8OXU"
    "Ifgin/ePZ6Bbp/O/90+fP5p1dnr7/NQnyjvhmIrwDsBNzoZW0CcJqmgyAfD+qgzEdVwiy+"
    "y+KcbKZNkM5SbQbr/e4oWaT/UAvpP6xA+g8FpNWZU4T5z59vb8phTpHkMLYdfqj9Jo60A1"
    "zXK8AFMGDmme//x01j+urj+d/zcF9+uL0Q4DA/ePDELGKCixz0/NwGcKIjN4P+j/ybwJmR"
    "cg5kKfNMUKT96I9useLu+uPV57vzj3/N8OPH87sr+GYgri5zV1+d5XgUT4J+vb77GcFH9M"
    "/bm6s82+Jxd/88gmfCYcCGlC2G2E5jEl2OLmXYrMSnhixOqAx7tWav5WLOBHsY0sBxG7/I"
    "eeINMFsdUIbXm+c1DgJQsPwimyuVmzTJ8yrOpt7d19sSSKSKMzh+8/2btydnb2LNJr6ySq"
    "GJlJe0suK4ITCoPqBpEgNoGaD8fkPfoRZpuhsViM1upPNulNhiCnyu1pEyRLtTR4+OtvUC"
    "bVnjTxvFmohvCZl5iXR+iTKWzqab5SZVMMPjrfGYeF7ZJnlHvlbIGDFBBzbIVYy8+vvdaq"
    "tGzMcPtzc/RcPzpo7ffwdXwOQxZY6GC2NsPS6wZw8L37ABqxpb/Go2mOWvYIofBIzwi+H3"
    "KZ/SuWUxrkkdlbiboq96q5xNODWojbfpHM2J5zOKFlPmEwQmekTZmNlLxG9FkIUp8glBr+"
    "DTYko8uOSCEwejgFBMA8Q8FPrE+7am08b4YLT0wZAZLrMFVEtlMUHnjNaD0zc1RDI+qlIm"
    "E99lhTLxbwN4o/Ed2M5z6L6uI/DyUdXovi6IvB5zG6Ebjd8hujMyG0uP2i4wrgXxCoSLPh"
    "ffXzB+2k2xP22CdIGwFeSaSZr5/eK01n5xumK/OM0D/sDYg0uGfjhugnaWaiNQa7UxbwFo"
    "0HWG/8d13yY4Z4h2uIn8cne5I6tEnSPwrPoEPCscgHOPTJyvjbaOmKJzIsbxWR23eF4BTX"
    "nFzwrLeMq1zylzS4ToFcs4TbTDZew6j8Rd7mYlH9eKQFgRgFA4C7FLvMAf8ocq6iuMCxaY"
    "VvhV0nQ5tMeccFtwR8t8t5r6xe3th4ymfnGdV8V/+XhxxbEX0PNBTpDRVUzUwQuzedmODy"
    "i34XOO1Ng2deazTwhtweMUmeGvzvx1MX0I8UMjgTpN0z0NcfPiHvYf+W7XBukipcG7HO8G"
    "LoLUIYYddzkMfY5tSYjIhaJ+/5dPxMXiRxYZoOz/P8JMv/iKSYcplyRX1ZLJLOKxxxY+8d"
    "bE6a/Y8Yh9IefqKlRz/iP5JBuACh7l4F7vWhj5xPch9Wk9jD7LWbq6kBg/uqfDicvflvVw"
    "uj3nE713ZTZcB1fTjK+D9Tfxj3KWrq6mJ4cs1t+W/iZn6SpIFvM8IrMy18PpMp6oq1DJHN"
    "T1ULqCOboKkLQhrgfQOczRVYCUTMmV08CZOBbewGunRMub1IxdRc9ic2fdI++SzZcdxmc5"
    "9Mm6byBA9Jl06h1sFCSXcnNDFNHwwcO0xB4YQXpLyR3j/3se2J9gup+i2ToolUq8+C9QgY"
    "AbAexDPF0HEfPI3F0OFziwSuJWmgP2Cab7NZqtg3j5XHoain3OmhLrcROYfeZTwpZ3GU3Y"
    "EdgaxvqmDHol4b5Zc191xG/KwCgGton6/Zkt0Cy0plEJGTEn+k/IAoxwFBE8xT4E9orCLF"
    "CHxsZL9OqXu8vKQN8v6WhkPlrWWzGhv7qH/gKrCvCDL67C14rLalVkfHCHK9iUoQpOtXxR"
    "FYL9RimgCYFJAM2Hd1Rb2irhTJMYQPOAqm142HRbzdLtDtdO7LAFb2GBH0VmvGcecR7oX8"
    "hSMOSaPzouz2Mu5gQdGCOqhCh+2cOLWCbIrUGOAP/dRAaGXZ5/vjz/kW/F+0nVuqZPToDV"
    "7y6Ib6lvV4pvTnZcu5wtLo59B4ctch36iBZOMEWLqcPlOSfwEcRzEg/J0DcoxYcUpj/IUn"
    "4k+C6cS8poDFxnC6joVyHaGUFOl21mlSAXsEdChy5jj+G8SUhInq5z4dabj2Y/gIQj8UIf"
    "7QTfzecbmZDf507SToQKkq9zh0/Xgs1ZSsNmrdkMZqQWPE6RmYhf3firSQGFbPRfiWBeCA"
    "+sls3nYuhwnBrbTj5XM6iiCuRrQCjElKEZXqKotHdkZ4Wy3oHjqmLYHnniwpgNRRUc2yWy"
    "ADdjyGX0Ab3iS9gP+vOlqbVg5HQjp9eR01Pvcl2UUySm+EKd4gtGVu/sIZ9N6/GDYcvcrT"
    "ytEed05jQfymcr8cesyCpKSLqXTvSmTtmJN9VVJ94Uik4oMa/Fm5SlNO+Rzu9RxKuG9U5z"
    "ZN17nzZvLjQeT+Px1I0Rh+/xjNIFK6wqKmVntT0lGtSyOKWcAVqbzT0Ge7OPXn16f4neng"
    "3efiuam91NSWxvmTPX9aU/VIS1kSfHIsjiTyZ9nyqyDbuQ/gY2FptQR/k/o1uNl8KLCiUt"
    "BaUxtei+D/VWmFrkEmhhaykQGmPLs8YWeGeG8M40ATpD1DmQN1/5wVi0tm/RoiRYMK8k9n"
    "1FvdaEpHMYb36nMBaGbVsYjFG2EvoumRhMAMWLYDMoNq1e5gyhsRbqzGOhlbZicpbScFln"
    "LguLQ6sSl2lCw2OdeRy1yGwhe2UoDZd15vIefQ6acfXFuhw048Phexyi4nslHodUXb5qj4"
    "OfGtTG43BLCfL5YvnOoZAbD2nvynjWR+BosBh7dIhIsZJeAxGS1xN/8nGcwJXuA+h2YjwH"
    "um8nvRWeAxOkuTNroLFVvQiBSbMAQsNqY5Y0bN5IgJsJY3wJXDZhjFsPY9y9W1Rnv/Pmva"
    "Ii2ISrnmV2gmdCVGKqzsF8ejyogTMfVQm0+M5E5O5dn9XMPKYbIw7fPpaqb1tiIstWv622"
    "kuWK7q7VOP4bH/6YOcLuhgIGgbNgDnM8JB6nh7DPp/XgH1F+yGJzqEoELksRvzuyHX6NUm"
    "JJRX4EadA+CXoyjhej0YRPE3pk1EOML0z0k+hxK8pTEr6ObDGt+DF9dB340iQHkzySeSCT"
    "q/ldfMJvYgu7DNyEzz7lo9RcfLBoiyRvMONvRB+NPDIJfexGzwMVltz47uJL/jsWUxwgn8"
    "3ImNlLZGH+gzwCocQi4Lh4A/zA1x3iNKO5x8ZE/F4wGhpboe57a2+FrZDASm8iUcQEuxMm"
    "dicWn9YxEPJRK7o0F0yEe2uHrTvWW+iILbfoIs5//nx7U45zQpHX5B0rQL8h1/EPWF4ogx"
    "awyOjvEaKvPp7/PQ/25Yfbi7xiDhNc5IEnGIK1+NkCbZmH4iAr29Yp9pYVjKiYId9teBmQ"
    "w633XrpvK4hjfnB2XFzfnH/6R8yQ2Kjy4fbmp4sSllz84+7qPO+aSEkmjZ0TOVpjzNTazJ"
    "WTQ5tyu4TcmDV15rdSK5qccymStQ66w+Hqls65tC7W9EUrUpv3TOf3DFsW8f0h19Xb+AOL"
    "1IbbOnNbGkbsoe8oI2Izr2CO2PBae17jEsNH9QmaIjEnaPsTVMHYpGVGmsS0zMi3zIissU"
    "13rDSd2ax03qxmGDo30jaqXY7U8FlnPuvkeH4hrpGC27mJc7SGizrqNLh9B/VeGbY19/T6"
    "LmfVIbTK55w0EH3O6Zx0Lm3pdYYsixnBFLzJOEhXdVpgjiOSNxA9C+ec+TbC1EaW61jgfY"
    "VH8KXXWX7LMRyJESM1RF7wiHRef+Mjx/ajLoly6h/Q/dH9kSranVxG5CuXXI0bV/e9qrfC"
    "jcs3Fq+d8TdLaQz9WksI8atf5HK1KzlD1LkQwC3k9MT7aROUs1QG5mdhNtKukXaNtLs5af"
    "f2PAym711xchRk3eTLlZIu46fPdDiJxrXNQ35yfCeAiEoZQ8hlUcCK0ADN+bMLKfY6gJBD"
    "NCZRo26LyLBJh6KAUDRzaBgQvwdFTYNUnVQhOo/JA6d1jMyq/Y7zjMwatKlvmqczacrPnr"
    "Xq7WkBdpGyg7GImwd8Hnpc9m9UTTZF0kGIN59x9kQ8h0/WKLEvTdNBkI8Hb2ugzEdVF+2F"
    "73IVZVmpO3xFPVlWLvV1AeHN7xQmZHlPjugJwUHoNYM+TbN78I/+OAmpBbiicei4gUP9Pt"
    "zvT9syAeyaJUmH+RaSSimxscM8uwFR8jUYzjGfvckenybaIcj/sxuUT2uVZj9dUZr91DQb"
    "fKE2elNA5kWw2TQG7zZ/TY1UDfwTpkZqp2pAfCJzd/krDqzpUYmPIvVtb5WTwoNxw0U8cD"
    "vROHAXaLAGITZjjqcFzdYYOCwoCxyL2FCyAfkBX34+mvLJoFKECL3hEwA5tmW4ztSBQUsI"
    "z3kXx+bQcDYmXhKe4wfImmL6QOTTRDOoiJ0xmfDbiKETx+Njxez1nB9fjuxQhPn+y7hBdH"
    "WDmNCd7ssTyTbQRM/OUnXOmrF5r0AEGDia2wAd0XUP6m3U2wBDW6utK0NoFCGdNy4lPjRk"
    "cEJlziWt2Rv1bRFR4Y0Nk3li8yrrzGtVBKJJ7mWaxORe5nMvA4+F8DMLeFa7EFMkJo24va"
    "vQRA/v3zpnooe1MuOt2b6IBpdsvrycEuvxqLSJUXpAb3UrI/7YFh87tOLB2zHSEWxNkQgs"
    "FoY3aZ8D45gKKOYXxCMk5DPsPfoiTc4xEcSHsOv0jOnspYut5qw3Z7056zecF/+R+D4W66"
    "k8MT76fuVJLzPjZ6mhbc75X2VOj8vog/CxYaRmhDNaPMw70ZnQsf2eLFsOJzn5GhAqSrd7"
    "ZM5gN+8JZ90i7UBDgJjww92pPoeOj1Q4layjnjjVpDPOFyXPH/leRGt72IIp3Au4x7/6ol"
    "CBT0Zu0FJusD08KT9Oqh0EaZruNQR6W8cR87baEfO24IiJX4IGGKdpuofxSZ1eNSfVrWpO"
    "Cp1qkn2nAcgZIoPy8yirpKE2akaO1FjHdVYzpBjRxJabUOiRDAK37UwyiO1MJsQjEHjVhC"
    "c5MmNjb8+BucfYpAn2MYFBvT3qSvcpP9XZbM61q19+uf6xnANZ4hwbwtCx+0B7qHp0uQYg"
    "WmUcy5MjDW70SzlvHKlLi9YZGzNupNTetYwbKU37EJnyrHEjuya3bdz44NBS/4W43ltlzH"
    "CjEW3LnsAEYEVg/G/1o/toJEN9R0hYeHw08dgMHffAtAGmB+bZSRwwqD9VRocv6fUm55T2"
    "hYwlIot16LnDKfanxhChqSFC8bHAgUr4E4Iu9RfdWDwGX/BFMO/I1wo01fBO1ClYpYld/f"
    "1utZiSaTAVDc/LLgWo5d5SFFKquxGnaDoB+rZzswO+dBvZdtT4zkUvbychG0o2NgmGSwhM"
    "KFx+6wWRrzGgWSIDah5U4ZiSCLWwPhapjQFSZwMkpAG2ZnaB2PBaZ15rauXRl8ObsPPUsN"
    "00Tidfw3qjB9ibt99UYE6eCNy5APmFonv/l0/EFQWcqtG+gjkOducqQP37NrPtV0T41Aru"
    "WTesB0xiQBW1r4CEeQjigfgaEY8bZb8T7JN3MuQmneouQnr5WIjvlaE9c+wJKggGEg2iVU"
    "cMURF29A6FNAoFQq8wmjoyDkjk6NvpmeWob9FvMnaY/2NNiR26fNRvfBKbUTDcQd18P91j"
    "wx/dU2HFk/FHYjlDfeI5YXOXiIGu80jc6MoPaAQvUnqeROAd8Z/kuirdn3iirEB07woTYM"
    "Halw0bA/dK7GqOYpGyQ8K5HRWSKvlWiBCcy86TEywrxngT6+1gMEztCc1si8+ebfvwXKR8"
    "qeJO8L83+3CktjjkeivMiz4LvaranVc0nBWOuGyMdEyts61GGiD2nncutqAmppqYQGdwW1"
    "prtgBvOP43sRrZwlIknTOHHb+uZQ+DYdWlfl8XLWLgnAIthm86JYJaNdZ5us4BPjitY9vl"
    "o1ZUTyhYdwVq4kNTqCOizuF8Umtdn6xY1ifFVe0T7FnTYbkxvdo7lCPrANa79hGJRMAWyV"
    "kJmTFi6WzEymgcjYyVaUKTfac1kyOVugWbc6TmZdaZz9L20KakbZrQ8FhnHhetNw0kz1Li"
    "7iWQbCXUQNgAi2BXOsbj8cYnnveJm6iNDUdtNF2bGRoDqQmE2QGo7Il40Jay8WItEhpwK8"
    "FtvGxLKA285UFcsP5ax3CliI2ArbOALVyoLVmdpzWc1pnTFvEC+GHLJipUhqh7qtPm/X4u"
    "w3bLAtMpQvMm6fwmFcJO2uybOXrDcZ05LnurtLQou6aexmFwWXbNacPlLKXhsv5cbqI0pi"
    "iMsljIYE0iNBu+NFlK41TV+q3RqaTpvlWIl9peUDdG1M0HWa+/YDp6hJYZG5ukg0RFPTqC"
    "dE5Itpy5s37KzKdonu4CFYRemVOgGUowSVchenLIgk+yJkZ/k7N0FSSLefydg6nXxOkynq"
    "irUO0yle8gAYocY+tBdJuapYso8Z3b8bjKIktjrb2Bw1yX8VRdBAz28SGobxvYye8OWgtc"
    "jRN2ibfugjqHOboK0NhjC594Q+hlPXEsvIFT70JOeZOa8WAtc2smaueqoFfjGlWKfB7dfE"
    "+GjsCaKYkRlmVQNofqo5qngxB5ZAaPV1IxsDlMn1JzdQSqpgUSQmG1KFZHUAtoRWmEaMTG"
    "2pr5BHih2ppRhsQJJmoG8A/pXRrhMQtVLzNVY/Qo5o3pYaal4bGHqnP0VTOaFgb/LKUx+G"
    "tt8Ne03pMOBaS3Ve2p2gZdFOZMVW+9q3onRuyS8zpj4a4+tL3MsLYVjeJZ2lX6DlgPWVYP"
    "jS1rvUrfNuMagRDvoroLpsi3nie8KfItuLCxEIlH/jtKDtHKoNtofAcL7ZzUKZZRXSojH2"
    "3bovLLXoq+7C6geRtlX5Kduy7ICUUHipDkEa6zhvmoFQgX1nHTmjqmnE6TcjqaqjL6Kqum"
    "dO3BKCmmdK0WpWtj23SptpfYrVcpe6lR27HSBgyNCf+/ayNnkjbIQtFaqOYKuXxQeHaJRn"
    "YIBVJGtSu7TojrDiWR4J38y2h4emp4xobb5lg8OBtu8j42YXFCZdirNXtze26jLP0sqclY"
    "0pnPmuovOlj9jStGQ6Zo54oRkfKlknkUQ79KLocxxG4tl/8KsrjFb4zg54AQjiO5+x3/Ex"
    "KElz3EuJAOAzHiT+A8EW+pmj4gHy99FUPB0u4c2UkCbMWjd+Ib1Z0CfqMPPhyZeuwPMbWH"
    "KoWxj0bK/slpFlOmxtjq/ky0nwBNgEt50GFC+IJctiDePbWwDz4jKAMfAjncy+J4wX0/vb"
    "9EJ2/OTtCr+6PT/nH/+P7oWzHn/dH9UR/d8aFQlTjdNjbSOWSzi1quJRGblivnl/ElmeAR"
    "3RUP4wpJlcSvYek8XlUO33hD9uENMbb6bdrqm6syRlU9ABUGAkLbldbIUho2a81mqGykEi"
    "5zEhZjLsG0nMUpqhx/x5xsWyyNr+xYO729/ZBh58V1vjHFLx8vrvjR/21WVS3GlUhRvMlZ"
    "lFB07jQ6Pq4jTh1Xi1PH+aOoTN2oC3QZbQcFrJNBHQlgUC0ADMpBD6ZcAbVbYZ4hNZDXgF"
    "xT86K+x7IJjzgYw+EzptvNGRmjUhMlVsZUFYpqM+NTalAbK+Nd4uyHqYidMgk6HoJOtQo8"
    "YRvEaI4d0WRWJsFKGx0EEDg+eiTzAE2YB8ZIvBR2xnPRnJbRTNSAiBcPppwitirKprEhZO"
    "ryETQY9dDC4UMofzjOXduPutrC7JOAP+0IwyDRYZfcU/kTvvHhgfvoegIP6rGvS357jgEa"
    "s2Da44/hLjMPAjeFz6ABIAtDU15kwc4FlkV0TpFY1nyYvyCef0/5mvccIlrhZqYA8lcjxa"
    "/+xHH5A75K1tz/3oeD14OzHsLBcPgQkMxnN/787ehbCafCFs1wZMy9p/zhgBfAI/7bJvz/"
    "ETASDvgZHOracRc5a2hpC9z4qgnIKDldtbCLGrNHJ/XhQ7HI7khHe3NaQ3Z9c1opu8JXue"
    "qT8UnTBOMsVedgPj2uoyPwUdUNoY4LWoIpALmXI8OoaZqoaabg5mYLbpYsbaMCH7QKfP5Q"
    "ke58/vBsqnN8GLcMfYcTHYlJYmUQHgIUYCfwQYd88PBMxsmAliu0W9dFMk9C6KhSk00m2k"
    "aVkpeiTa2ZOlutJ02xP20i6UXjNyPj7RfaLZuBV4nS1T3n9yVK70kB3UbTef0DSnYXsFMr"
    "pGSwIqRkUAwp4Uu0VXsC30Qd6GtlaRCxbbIi95UVmaorXSIWZqtOV8uGVnZcOwFxTjyf0W"
    "98BCEQZKbK4UDIs4XhTedioxQG++iaf/VEPE94HECS9EKX/wUioxARxTAhZvrOzHGxB1Kl"
    "L8OxKQkWzHss+kEQ9oiYbI6DgHgU7h6Ry2XZRxeMS6EwjszmwTLK0Ux+PuIYQUQ3Ctg9TT"
    "0K+ENqOwyKrgHjEtDSJSB4287akyY1GT+llp5MHX3YASphvqLhrCIXNqLTWRKTNuctxqbH"
    "ssDVzS8fX32jPLg99A2c2TP4/fAhTlv5pkFAu9pNGwnHCUnn7PpndaLZz6qD2c8KseyHpf"
    "NtDeZda3zG29sZPcS4yPYuQhkXmXGR6Qa2cZEZF1mJQUQaj0psIbFVqdoMQp7WrQQsU62j"
    "SE6M5s5X4opITAStDWWopvCXPRHPdiyZYi7y1yEvnIvwxHniE1D+KB6yppg+EP8HYaRQBC"
    "LUUX6BFlNC0QxiPSGklIqAzpGsNDwS8Z6cc5GNQ/y2e8rPWlGlSpo9RE1iUclqTtjchfhW"
    "kTEvTTmR3cYJRKK56zwSd4lsx+7FHkBQRTIp5yq7/Z6G1Ga0bh+C+kGWjSwpzx5I+9Dfj/"
    "44Cak0Nok7wf/e/GkPcncrlb5x3vlzGv4hpJ/vWsGHInGg0VuuYz020eaN1tNJrSf0SvpF"
    "rTAeyOHGatDcamCCibcbTOyRCfHKCt9Xr+YUSQcA3vWKVlJji4M5Rdm5s3lQLwai7GxWXk"
    "5+Okt5eJhcCKmQwUUzTvg8h6UbWFP427cwpdJob3FNypV/ykytIUjR/OHhypKF8A8X8sdk"
    "qD54ZE7wCqv+oCAH+BaftsjzSvNYPL5LlrGNNZcIqU+CwCVlNsdVRRcydDssu1AGbW01tr"
    "kasblqCyIKYMg3Hl9FItRcvgU6s4xL0K3sqLxqDSdEe17AB1U2RJwDRaT//Pn2pkILjgjy"
    "mhhYfH5DruMfbkBUGdaAxGpZJy/W9LJqFUxQCDLIRDE1jTTIELeSeHYD/yFHG0ijYJtI0T"
    "ShKaWss7HCuGj37KIVYSOl8Fdj/1AZzVYPec3ep02LThNHKGjNQM0SGViLsE4J5kcLV38b"
    "LtcCnQG3CC74GxtvwimiDmG64w3YZbIte7NFnaPqEPwbW9Im+Gi3UduxjN94H8lTdmg172"
    "AzMQFgJgBMc2zrBICVbiUbQDfT2/2w9pAyeKMHyOCb30AzCN/covPLu+vbm6OCxLcBeD+o"
    "aTqKbErErQNqRepG8+32odsLNm1CqINrosNtANyfxWSfSZcBLii9dVBWNogNQPw+mamjAG"
    "ftNbU2XKWybQBeEZ38ITVfR0HOablVKNcpNaCio0sUkwa1Bv4mo1wuxVwdkte2WnQgu1ir"
    "Yu3Tq7k65j79DrUsPGA5wVJEpENcvRD5vWVlHaqkojKQmQpUpgKVVtBuuQKVejuaoJsi0T"
    "kOsCXEx7XKIR2vKId0XCyHBDtLI4jVeINvPXxNuakOxhCYclMHIPlFWmCJzJdSEKulvZQ+"
    "2lLYg1jPOP2QPDk24XoVl/y4nBdS+7nyowT5ULNUPYaR/oz0pxW0W5b+4N1pAm00voNyyV"
    "kdseSsWio5Kwgl0V5UBLg67DdNs1bkr25g7zr010iERiI0EuE+JMLE9VIiE2b8MtVSYdYX"
    "1Eow/EQ4C/wAyalUUYuAcAFQVbYQdr8ZtqYOJX5NMVFNZsREIyZqBe2WxUS17JsIMikSI8"
    "cYOcbIMUaOOTA55vaJeBNXcK0gxsTfrZRiWHpU2wazNJyNiQcltabgzRyTJaM2wgi4xzfR"
    "GdTiSnqq9hCUT+qhmUPDQJrF5h6z+Jeirhif0CdyIqh5TlkQFSjDflwSfSRvOVINYhFfVC"
    "BIBSzAblTaS03aQz4TM/AHhmciFvPsexosHItExcrgLtMVtrUv6TDLqPiTfH75VjoPDpV1"
    "vrIFwuQQU0pdz1LqpvrX/qt/JW9RTV0jIehSuuXG0k3UXtRAyUgodF7QLRWNQZ3a6IPq2u"
    "iDQm10efI0WLAJgVmwJj9qL/lRK3JzTP5IFwoIf+JqMheRL2XhmxJtIDtgpUrgyaHDpIpO"
    "K8VA1AeWANmRpXKKuRRv2/xCtpqvlNgdL1IR3kFNXy6qB5yK36E/r9/HKMUjI3brKXabJO"
    "99JXkbhWf/Co8pbvkSi1uaOnY7q2NnFLTNKmgTx/ODFv6dNJ1x8Gjn4MnkBOJWHE6RGQZr"
    "zWBjZDFGFj3APmAjSzbttsTIUsjLrTayKFl+aCVjW+aRyq5KyucZ9VuCPk6qcXVPhIvZjj"
    "938bKP7qK2SpB4StwJmjLXlk5UK/Q8+CKZxF0Kl+wtRdeUsh8veuBAZQsZqPbA//IRnxZc"
    "tfDfXDh3x0R0YBKflAuXYM9dogl//j66nkTGIL4SAr4OiC1tP/dUOWN78HmJFix0+Vf4kf"
    "CbBlPHs2XXKJ9vVvVbNMUtj40xSE9jkOn+00mBY4HLGtI8Z+FQVMa6cXRY1g3Ot2HT9h0Z"
    "GqN4lxkyZFhWw3dIUZl36MDeIdhgm75DGRrzDpW8Q0oaLWJaHRaeIjFh4WuEhceid9UeVm"
    "1xSJMae0Nze0PcE3hNa0PdWGxNgX6+sld6oTUv67VVY4NDFnfOrNzOEH3XW2li4KOGkSrU"
    "yrrwM1f1XSbCpi0X6nqiRzIP+CfomvyNj+AO38EdkDPDYISYE/oO4TELAwjWlqR+ts8yo4"
    "jflhAqLAvnYg4k5lDto2VECB+JqZiwj94n9osein/V8N/MgcgQBP+CASKKKRFZcPJ5+TOK"
    "KepaCyoaOpsWznuv720MCC/MgOAT/uPsEiNCdT/IhMKIwmUtdkyf4O32CeZKgzesKL28ov"
    "F1hqoDMK/ahbbRLdj4No1vUw+wD9i3ee4Sr7QahvxipaKB4yHtXJhCN4iEd9G4sSdKXcxJ"
    "HBAuskQhDFVoDVfYmnJ8l4jvnX4i86v18931jyLnU0w799iDh2c+srg6AbmfD9TxwaMopQ"
    "UIUHe42lEZX17M/MxneRq/opZ+xYpQ50pR5xBinFtKOid1LOcn1WXDTkrKhu3btKdZOP+m"
    "1d1U+buJ9XYwGK4Ucqpr4ZURd3CFD07rCPN8VLU/5rQgzkM4CiVuE7xTJB0Q5Nv732rGxH"
    "sEoGgReJqlNJYcrS05los5E+xhSAOn5G16htN5YtNHW2de+3C4N3+fU2SGvzrzd8J1qlY7"
    "dobQ8FhnHtuOP3P8djXd8rSG0zpzmngeK0mUW1H6OSJYKzDmcDi6lbiYbIfX+vahLF2XXF"
    "w7zoI3DoO9OgxMN2jTDVoHbPV1xlxAZhXxbljgTJzqhoVlw3qrHDVjScDlgRxFO79Nehrw"
    "34wJ8qdsQRET3W2orMIpQ619pG7u99E5RWpd88uOLZPE1HDm2bKSqMVmMycQ7p4R2OZH/N"
    "lEQjkEdHFZQ/0jym/wfz0yg+Xm/YBGY/LgUFEZdDElHriOUrdLPzNUKuVD+2j0SJZAcE/l"
    "GhbuI1USFOaRv0pUDOWD/xM6JOCPIyuJEhuNw0AFr4mBSQqcCHxTDiw+zSzk7xD/RaPIqD"
    "FexgVM5xhqLkUgyQQ7dWd4CBiSfvQeBwpNcfRoCqg78Xsd+JWQ9AcvPOI/DXijEBB+NPVI"
    "fXQ5JdYjTA/eNplv5zIOp0jsk8Xo+X1t50EUqYc8wR7HlCty9zT1xQwv0QKLZkaeIIjuFW"
    "cKLoig7qNbbz7FkPEn7gBsjwpE4UkAP3vB+GDyWLd6/ZfcBgl5fiJiL3M1iuNLWQ3F53Sp"
    "KPhscgW1ENSMT28v1ni+UTTClmyw+6NGnQm20vvR+Et35i814cCdNFUZX+GLYLOQrUtErF"
    "VV0mKaHRZJi68cbJW0RAdpJtFm6UwpzrZGSOMVfzm7mlDS27jFU3SGwzpz2Ph0jE/noN4w"
    "49LZW875Ifh09FzIz2Orr0/nks2XRyVOHHG9t8prY0Uj2nhpbimJ82tE+1hiOXNIje+jUQ"
    "LW6J0w3Kv1obwPAfgxGB+k/DnSIQGkwinDF1tAOCGY/sGH8Jv4jv8jQ73gc8Dmc2LzO/HH"
    "ERo4DJ8SijBaMO+ReOCAAfeMSOZZTJlPEAsDuKn0YgT3sjzPD1FuUCB+jHQd+AR71hScJq"
    "Iij/SRkK8BTFadzgNoRk17VeHnYt+27CsqfqlxCmjqFNDj5NeLM9szr5ri6mLNv7ik/B2m"
    "8tTq2Ha6omXbabFnG56VyE/VEEfjO5fEc1LLu3Wywrt1UvRuyfOxAbwxwQ7xVWLKbmBu0l"
    "emXtcYkKCaFEOJx+9u1319IFtuJIw2tcal6Yw1TmdrnLGtvxxem4yzbvPXZJx1n8cm4+yl"
    "cNpknD3DUZNxtl3o9xTsoYzO7YyUOWqTc9bcQZm2+q/pRAOHzWdyiGu/bmJUbr0976E07t"
    "/NZvTtz0MJC7vCSanW/Go/ZfSOtcwosz08CVR3MQal/RgiUOuPTUSDsdh5CX7IOYbV4S77"
    "KKKTOViQFTWT/kCoIE7BUShdljepjC5wJab8hnwIXPY4L7APLsvz6JJyYkq/pch6EveK51"
    "iin1Q1dEjEGodBwOgP95SD4RCVRDXFTyJ7i9+QzxGRBcIR6kV1z4VjtdJrmXrDxP3jLKWM"
    "2zJ6fCUKp/OdGjkvTf3yHdYvj/lZZEOlAT1N00Ef0Ns65vO31ebztwXzuUeeHF9lu9YFOU"
    "3TQZBPBnU8QYNqR9Cg4AcKx/8mpZ3tqz1BCUnnfG3Hr+umkq3MJSus5YnHZsMWfuM8XQfX"
    "9FacxwK3ph7kDFHnlvZW3MggRo3Z1yYop0jMaq63moMplwrthvJGhqh7q3njJyETT1SyO1"
    "cbOlMkpuvcGrZOkyjahhUH50jIqbpN+JwjNQ4jnfmszC9tPPwZSsNlnblsHFR7cFCZfC4N"
    "DPoZF1VpiOeFonv/l0/EjUu2VfumOgT1743cHSkdh3wtKyKhyG4puWP8f/XgvFNzHeThUI"
    "5oQ5+QQKDCKRSh84xXKGJIK7fQnfDPYMgpE3bvProW/peodJzITqMMwZ0QJcQWzWAxXYoG"
    "tMR7x6kJFKd7IIF4Eqg1yN9aMg/688pMsZxzxSR/aZn8JddFGQco9pZVoZ8RTb5gzDKQG/"
    "Bhbp+lqCqtORYCuYat/FelHRcvSrTsi3/cXZ0fSkBLh9LuCvJZk7CAOqEv0UG4/cAXHbiy"
    "mbCXzYVbnBPPsaZlB6v6ZuWxipMxLc5UdWnDx95LOfPWzESqPs2eiNfUSZ0i6aQHZAt93e"
    "ClaoCwGt5BdLdS6pTfMSjtgF3t+kiRGNdHQ9fHWkLCuofZ7/8PBVayTw=="
)
