"""Machines."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        """CREATE TABLE IF NOT EXISTS "note" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "number" BIGINT NOT NULL DEFAULT 0,
    "value" JSON,
    "since" TIMESTAMP NOT NULL,
    "at" TIMESTAMP NOT NULL
)
""",
        """CREATE TABLE IF NOT EXISTS "loss" (
    "id" VARCHAR(16) NOT NULL PRIMARY KEY,
    "reason" VARCHAR(16) NOT NULL,
    "began_at" TIMESTAMP NOT NULL,
    "last_at" TIMESTAMP NOT NULL,
    "number" BIGINT NOT NULL,
    "dismissed" BIGINT NOT NULL DEFAULT 0,
    "dismissed_at" TIMESTAMP
)
""",
        'CREATE INDEX IF NOT EXISTS "idx_loss_last_at_6596a2" ON "loss" ("last_at")',
        'ALTER TABLE "gmail_message" ADD "mailbox" VARCHAR(254)',
    ),
    "postgres": (
        """CREATE TABLE IF NOT EXISTS "note" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "number" BIGINT NOT NULL DEFAULT 0,
    "value" JSONB,
    "since" TIMESTAMPTZ NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
)
""",
        """CREATE TABLE IF NOT EXISTS "loss" (
    "id" VARCHAR(16) NOT NULL PRIMARY KEY,
    "reason" VARCHAR(16) NOT NULL,
    "began_at" TIMESTAMPTZ NOT NULL,
    "last_at" TIMESTAMPTZ NOT NULL,
    "number" BIGINT NOT NULL,
    "dismissed" BIGINT NOT NULL DEFAULT 0,
    "dismissed_at" TIMESTAMPTZ
)
""",
        'CREATE INDEX IF NOT EXISTS "idx_loss_last_at_6596a2" ON "loss" ("last_at")',
        'ALTER TABLE "gmail_message" ADD "mailbox" VARCHAR(254)',
    ),
    "mysql": (
        """CREATE TABLE IF NOT EXISTS `note` (
    `name` VARCHAR(80) NOT NULL PRIMARY KEY,
    `number` BIGINT NOT NULL DEFAULT 0,
    `value` JSON,
    `since` DATETIME(6) NOT NULL,
    `at` DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE IF NOT EXISTS `loss` (
    `id` VARCHAR(16) NOT NULL PRIMARY KEY,
    `reason` VARCHAR(16) NOT NULL,
    `began_at` DATETIME(6) NOT NULL,
    `last_at` DATETIME(6) NOT NULL,
    `number` BIGINT NOT NULL,
    `dismissed` BIGINT NOT NULL DEFAULT 0,
    `dismissed_at` DATETIME(6),
    KEY `idx_loss_last_at_6596a2` (`last_at`)
) CHARACTER SET utf8mb4
""",
        "ALTER TABLE `gmail_message` ADD `mailbox` VARCHAR(254)",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_message" DROP COLUMN "mailbox"',
        'DROP TABLE IF EXISTS "note"',
        'DROP TABLE IF EXISTS "loss"',
    ),
    "postgres": (
        'ALTER TABLE "gmail_message" DROP COLUMN "mailbox"',
        'DROP TABLE IF EXISTS "loss"',
        'DROP TABLE IF EXISTS "note"',
    ),
    "mysql": (
        "ALTER TABLE `gmail_message` DROP COLUMN `mailbox`",
        "DROP TABLE IF EXISTS `loss`",
        "DROP TABLE IF EXISTS `note`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztfWtz4zaW9l9B+Uu6qxS9bbvteLp3t8p23Ilnuu2tbmeS2XhKgkjI4pgiNARpWe8m/3"
    "1xAF7Am0xSN4jGh6QtCgekngMC537+92BKbeKy/m0YjOjzVzo/+ID+98DDU8L/KH7ZQwd4"
    "Nku/ggsBHrliNBXDxJgRC3xsBfzqGLuM8Es2YZbvzAKHevyqF7ouXKQWH+h4D0B+6xE+2g"
    "rQmPqI8g+uwwLiEb+HQs8mPgomBMGTIToWf8ffI8dDQ59wUj4569+dX3y+GvbvvXvv14nj"
    "EjHWp3PkMPRIZkEPDUPP+XdIBo9kMUQznzwRL2AII0Ys6tliLDwD0DG4n3gqzL+J79hHwx"
    "leuBTbw3uP0wTY8RhybAajeoKY0YiQ9cTM2CU23MAnwUfkBPAwZMrh4FephziWzhPxF31A"
    "L3q6gD4Q/gg+x+b3f/LLDgfhmTD4+DtHziMDHMDwMeY/0o4+2KG4zMf/fjDHTsAG/GEO/g"
    "n0s8fB2CGuneGwY4sp4PogWMzEtQvn4doLPomxMOVoYFE3nHrp+NkimFAvIXA8ce8HgAYH"
    "BO4Q+CFwHfgcLY94Ichflw6RP0uhsckYh26grJLRIL12MBjc3N4Nvl3dDQYHddZVdIlzCd"
    "Ykf1QmAHiAR/j+L0dHx8c/HL07Pj07ef/DDydn7874WPG8xa9++FM+TIqWnEpgdv3T9c0d"
    "PBDlC1++D3DhT0GDAyypBPdS9GF9FPG/nGC/HP14fA5//sPy+MdoL2NAfCHlQPqyboMFU/"
    "w8cIn3EEz4x9N3S9D9+/nXy5/Pv745ffc2C/FN9M2R+ArATsGNX9YmAKs0HQT58KgOynxU"
    "JcziuyzO6WbaBOks1Xqw3u2OkkX6L7WQ/ssSpP9SQDo6c4ow//Xb7U05zApJDmPb4YfaH+"
    "JI28N1vQRcAANmnjL2b1fF9M2X89/ycF9+vr0Q4FAWPPhiFjHBRQ56fm4DOPGRm0H/R/5N"
    "4ExJOQeylHkmRKT9+I9useLu+svVt7vzL/+d4ceP53dX8M2RuLrIXX1zmuNRMgn69fruZw"
    "Qf0f/c3lzl2ZaMu/ufA3gmHAZ04NH5ANsqJvHl+FKGzZH41JDFKZVhr9bstVzMmWAPQi9w"
    "3MYvcp54DcyODijD6/XzGgcBKFisyOZK5UYleVnFWde7+25TAolUcY4O3//w/uz49H2i2S"
    "RXlik0sfKiKiuOGwKD6gOqkuwQ0Hd6gcjvN2COZ5GmO1CB2OxAOu9Aqf2lwOdqvShDtD0V"
    "9OCgwFCNVXvV+tVETkvJzJuj85uTMWk23SHXqWsZHm+Mx8T3y3bGO/JcIUwkBDvdFTfPyK"
    "vf7pabLxI+fr69+Skenrdp/Pkn2PzHj4rdGS6MsPU4x749KHxDj2jV2OJX06Np/gr28IOA"
    "EX4x/L7IeXRDA3JQ4lQS13vL/ElePKKtNymY8A8ooMgnUzIdCb+NF8IfQ2RRrsexj2gohK"
    "kh+GPmE+JJJxO/MZpjhsaOzwI09x2uGHg9NMTBELmYBTXdNJVeF/FvA6EgHt85M+lZHdHg"
    "rFo0OItEg2oXi+R3MydXSrPXSstWnFsp0k/YDUtWdbVtOiFYyTK9P0f0RgzTrRTJdSqQxl"
    "65SRtWU84aM7SmbNVEGju3hOBTJpDFXy2VybAyqI1Ydo5mxGfU48IWZQTBsc3FrRG1F4jf"
    "iiALe4gRgt7AJy6Q+XDJhdgZjLgMhr0AUR+FjPhvVxXCTOjLLkNfyBSXuWCqZeCEoHNC8N"
    "HJ+xpSMB9VKQaL77JywW5VjJ0q1zl039XRMfioanTfFQyQPnUboRuP3yK6UuPdFsa1IF6C"
    "cDHUhbE55afdBLNJE6QLhK0g10ypyO8XJ7X2i5Ml+8VJHvAHSh9cMmDhqAnaWaq1QK3Vxr"
    "wBoEH+Hvx/6jXaPzJEW9xEfrm73M4OclrnCDytPgFPCwfgzCdj57nR1pFQdE7EODytE42Y"
    "14mUYMTTwjKecIVoQt0SIXrJMlaJtriMXeeRuIvtrOTDWoGfS+I+C2chdokfsAF/qKK+Qr"
    "lggb0KW4BKl0N7xAk3BXe8zLdrBbi4vf2cMQBcXOcdI798ubji2Avo+SAnqLBkmmDPNgzY"
    "CzNMJorAYYByGz7nSI2nWWc+M0K8FjxWyAx/deavi72HED80EqhVmu5piOsX9zB75LtdG6"
    "SLlAbvcrwbuAiUQww77mIQMo5tSWTuRUT96W9fiYvFjywyILL//wgz/cIiJu2nXJJejZZM"
    "ZhGPfDpnxF8Rp//Gjk/sCzlXV6Ga8R/JJ1kDVPAoe/d618KIEcYg43w1jL7JWbq6kCg/ui"
    "eDscvfltVwuj3nE31yZRGCDq6mKV8Hq2/iX+QsXV1NTw6Zr74t/V3O0lWQLOr7RBbDWA2n"
    "y2SirkIlS3+shtIVzNFVgKQNcTWAzmGOrgIUyZRcOQ2csWPhNbx2kWh5o8zYVfQsOnNWPf"
    "Iu6WzRYXwWA0ZWfQMBom+kU+9goyA5xc0NUUSDBx97JfbAGNJbj9xR/r+Xgf0Jpvspnq2D"
    "UqnEi/+CKBBwLYB9TqbrIGI+mbmLwRwHVkncSnPAvsJ0v8azdRAvxqWngdjnrAmxHteB2T"
    "c+JWx5l/GEHYGtYayvYtArCffNmvuqI34VA6MY2Cbq92c6R9PQmsSV+8Sc6N8hDTDCcUTw"
    "BDMI7BX18KD8n40X6M0vd5eVgb6/q9HIfLQsc2dCf3UP/QVWFeAHX1yFrxWXlQjL+OD2V7"
    "ApQxWcavladgSzRpU3UgJTyCQf3lFtaauEUyUxgOYBjbbhQdNtNUu3PVw7scMWvIUFfhSZ"
    "8Yn6xHnw/kYWgiHX/NFxeSZgMSdozxhRJUTxyz6eJzJBbg1yBPjvJjIw7PL82+X5j3wr3k"
    "2q1rX35AQ4+t0F8U35dqn45mTHtcvZ4uLY93DYItfxHtHcCSZoPnG4POcEDEE8J/GRDH2D"
    "CsgowvSjrKBMgu/DmaSMx8B1OodCyhWinRHkdNlmlglyAX0k3sCl9DGcNQkJydN1Ltx6/d"
    "Hse5BwJF7og63gu/58IxPy+9JJ2olQQfI8c/h0LdicpTRs1prNYEZqwWOFzET86sZfTQoo"
    "ZKP/SgTzQnhgtWw+E0MHI2VsO/k8miEqqkCeA+JBTBma4gWKO6rEdlbophI4btSDxCdPXB"
    "izoaiCY7tE9j2hFLnUe0Bv+BJmQX+2MLUWjJxu5PQ6crryLtdFWSExxRfqFF8wsnpnD/ls"
    "Wg8LBi1zt/K0RpzTmdN8KJ+txB+zJKsoJeleOtH7OmUn3ldXnXhfKDoRiXkt3qQspXmPdH"
    "6PYl41LDmfI+ve+7R+c6HxeBqPp26M2H+PZ5wuWGFViVJ2lttT4kEti1PKGaCj7MynsDcz"
    "9Obrp0t0dnp09lb0lL2bkMTeMqOuy6Q/VIS1kSfHIsjiTyZ9n1FkG3Yh/Q1sLDbxnMj/Gd"
    "9qtBBeVChpKSiNqUX3fai3xNQil0ALW0uB0BhbXjS2wDszgHemCdAZos6BvP7KD8aitXmL"
    "lkeCOfVLYt+X1GtNSTqH8fp3CmNh2LSFwRhlK6HvkonBBFC8CjaDYtPqZc4QGmuhzjwWWm"
    "krJmcpDZd15rKwOLQqcakSGh7rzOO4M3kL2StDabisM5d36HPQjKuv1uWgGR/23+MQF98r"
    "8TgodfmqPQ5MGdS2Synji+V7x4PceEh7j4xnfQSOBovSR4eIFCvpNRAheT3xJx/HCVzpPo"
    "BuJ8ZzoPt20lviOTBBmluzBhpb1asQmDQLIDSsNmZJw+a1BLiZMMbXwGUTxrjxMMbtu0V1"
    "9juv3ysqgk246llmJ3ghRCWh6hzMJ4dHNXDmoyqBFt+ZiNyd67Oamcd0Y8T+28eU+rYlJr"
    "Js9dtqK1mu6O5KjeO/Y/DH1BF2NxRQCJwFc5jjI/E4PYQZn9aHf0T5IYvOoCoRuCxF/O7Q"
    "dvg1zyOWVOSHkAbNSNCTcbwYDcd8mtAnwx6ifGGin0SPW1GekvB1ZItpxY/po+uASZMcTP"
    "JIZoFMruZ3YYTfxBZ2GbgJn33CR0Vz8cGiLZK8wZS/EX009Mk4ZNiNnwcqLLnJ3cWX/HfM"
    "JzhAjE7JiNoLZGH+g3wCocQi4Lh4A/zA1x3iNMOZT0dE/F4wGhpboe57a2+JrZDASm8iUS"
    "QE2xMmticWn9QxEPJRS7o0F0yEO2uHrTvWG+iILbfoIs5//XZ7U45zSpHX5B0rQH8g12F7"
    "LC+UQQtYZPT3GNE3X85/y4N9+fn2Iq+YwwQXeeAJhmAtfrZAW+aBOMjKtnUP+4sKRlTMkO"
    "82vAjI/tZ7L923I4gTfnB2XFzfnH/9R8KQxKjy+fbmp4sSllz84+7qPO+aUCSTxs6JHK0x"
    "Zmpt5srJoU25XUJuzJo68ztSK5qccwrJSgfd/nB1Q+ecqos1fdGK1OY90/k9w5ZFGBtwXb"
    "2NP7BIbbitM7elYcQeMCcyIjbzCuaIDa+15zUuMXxUn6AKiTlB25+gEYxNWmaoJDtsmfGu"
    "PcjrbpMRW2Cb7lIqndmgdN6gphi6NXpt1LkcqeGzznzWydn8StwhBVdzE4doDbd03F1w80"
    "7pnTJsYy7p1d3MUVfQKj9z2jT0JUdz2q20pacZMiumBHvgQcaBWslpjjmOSN5A9Cmccebb"
    "CHs2slzHAo8rPAKTnmb5LcdwKEYMoyHygk+kw/o7hhybxZ0R5dQf0f3B/UFUqDu9jMgzl1"
    "aN61b3vaq3xHXLNxa/ncE3S2mM+1pLCMmrX+Rytfs4Q9S5sL8N5PEk+2kTlLNUBuYXYTbS"
    "rpF2jbS7Pmn39jwMJp9ccXIUZN30y6WSLuWnz2Qwjse1zT1+cpgTQBSljBvksihgRbwAzf"
    "izCyn2OoAwQzQicXNui8hQScdDAfHQ1PHCgLAeFDINlNqoQnQekQdO6xiZVfsd5wWZNWhT"
    "0zRPZ1KTXzxro7enBdhFyg7GH64f8Fnoc9m/UQVZhaSDEK8/y+yJ+A6frFEyn0rTQZAPj8"
    "5qoMxHVRfqhe9yVWRpqQt8SQ1ZWi71dQHh9e8UJkx5R87nMcFB6DeDXqXZPvgH/zEOPQtw"
    "RaPQcQPHY324339tygSwbZakXeVbSCqlxMYO8+IG5JHnYDDDfPYme7xKtEWQ/992UD6pVY"
    "79ZEk59hPTYPCV2uhN0ZhXwWbTDLzb/DV1UTXwT5i6qJ2q+/CVzNzFrziwJgclPgrl294y"
    "J4UP4wbzZOBmonHgLtBUDUJsRhxPCxqsUXBYeDRwLGJDmQbEAr78GJrwyaA6hAi94RMAOb"
    "ZluM7EgUELCM/5kMTmeOF0RPw0PIcFyJpg74HIp4lniCJ2RmTMbyOGjh2fjxWz13N+/H5g"
    "hyLM95/GDaKrG8SE7nRfnki3gSZ6dpaqc9aM9XsFYsDA0dwG6Jhup1CvD99NFNYA61qr/S"
    "pDaLQfnXerSGZoyOCUyhxGWrM3btAiQsEbWyPzxOZV1pnXUbWHJkmWKskOkyzXK+avLeEy"
    "8GkIP7OAZ7XfUCEx+cLt/YMmZHj3JjkTMqyV7W7FPkVecElni8sJsR4PSrsVqQN6y3sW8c"
    "e2+NiBlQzejGWOYGuCRDSxsLZJoxxYxKIoYn5BPEJKPsX+IxO5cY4JG96HXadn7GWvXWw1"
    "Z705681Zv+Zk+C+EMSzWU3k2fPz90pNepsNPlaFtzvlfZSKPS70H4VjDKJoRzmjxMB9EC0"
    "LHZj1ZnxxOcvIcEE/UaPfJjMJu3hMeurnqNUOAmHC+3UUNDR2GohgqWTA99aRJDxwTtc0f"
    "+V7k1XarBRO4F3CPf/V7hAp8MnKDlnKD7eNx+XFS7RVQabrX+eesjvflrNr7clbwviQvQQ"
    "OMVZruYXxcpynNcXVPmuNCS5p032kAcobIoPwyyrAoR/S5CcYKSfcQ3kg7hCgdq40ulyM1"
    "LgiddTkpqzUxmKcUeqTZwG07k2ZjO+Mx8QmEtDXhSY7MODLac2DmUzpugn1CYFBvj3qkYJ"
    "aLTnQ64yrsL79c/1hxumeIc2wIQ8fuA+2+GivK1SzReORQnhwquPEv5bxxpMFCNCJZmwVJ"
    "sS2sZEFSzBn7yJQXLUjZNblpC9Jnxyt1EonrvWUWIzce0bagDEwAphrK/45+dB8NZRD1EA"
    "kzGkNjn07RYQ/sR2Dfob6dRliDbF5l2fldXW9yTmnEyZh7sliHvjuYYDYx1h5NrT0RHwsc"
    "qIQ/JehSt9a1Bb3wBV8E8448V6AZDe9EBYhlmtjVb3fLxZRMu654eF52KUAt95aikFLd21"
    "mh6QTom856D/jSbWRAi8Z3LgR/M6nuUAyzScRhSmDiDfNbL4h8jQHNEhlQ86AK759EqIX1"
    "sUhtDJA6GyAhwbI1swvEhtc681pTK4++HF6HnaeG7aZxov4K1hs9wF6//aYCc/JE4M4FyC"
    "8iuk9/+0pcURqrGu0rmGNvd64C1H9uso7BkjCqWhFUq8ZOgUkMqOLGIFCKACKlIIhJBD3H"
    "dQUIZuSDjGtSiwiIuGk+FoKoZfzUDPuCCiKuRLvtqNeIqLU7/IBCL463Qm8wmjgy2EpUP7"
    "DVmeWot+gPGaDN/7EmxA5dPuoPPolNPTDcQUcCpnYvYcN7T1jxZJCXWM5Q+XlG6MwlYqDr"
    "PBI3vvIRDeFFUudJBd4h/0muGxVSIL4o2BDfu8IEWLD2ZWPzwL2SuJrjgK/skHBmxyW6Sr"
    "4VIgTnsvPkBIuKMf7YOjs6Gih7QjPb4otn2y48F4ovVdwJ/vd+F47UFodcb4l5kdHQr6qK"
    "euWF08IRlw1ET6h1ttVIA8TOM/rFFtTEVJMQ6Axu2zCc9cMbjv5FrEa2MIWkc+aww3e17G"
    "EwrLqI8ruiRQycU6DF8E2nRFCrxjpP1znANxJYJlATH5pCHRN1DufjWuv6eMmyPi6uakaw"
    "b00G5cb0au9QjqwDWG/bRySyLVtkwKVkxoilsxEro3E0MlaqhCbFUWsmxyp1CzbnSM3LrD"
    "Ofpe2hTbFgldDwWGceF603DSTPUuLu5ZBsJNRA2ACLYFc6xpPxxiee94mbqI01R200XZsZ"
    "GgOpCYTZAqj0ifjQ8LPxYi0SGnArwW28bEsoDbzlQVyw/lrHcCnERsDWWcAWLtSWrM7TGk"
    "7rzGmL+AH8sEUTFSpD1D3Vaf1+P5diu2UVb4XQvEk6v0mFsJM2+2aO3nBcZ47LrjUtLcqu"
    "qaexH1yW/YjacDlLabisP5ebKI0KhVEWCxmsaYRmw5cmS2mcqlq/NTrVjd21CvFaGzfqxo"
    "i6+SCrdW5Uo0e8MmNjk3SQuKhHR5DOCcmWM3NWT5n5Gs/TXaCC0C9zCjRDCSbpKkRPDpnz"
    "SVbE6O9ylq6CZFGfv3Mw9Yo4XSYTdRWqbaby7SVAsWNsNYhulVm6iBLfuR2fqyyyNNbKGz"
    "jMdZlM1UXAYB8fgPq2hp38bq+1wOU4YZf4qy6oc5ijqwCNfDpnxB9Al/CxY+E1nHoXcsob"
    "Zca9tcytmKidKzVfjWtcKfJldPONLzoCa6YkRliWQdkcqi/RPB2EyCdTeLySioHNYfqqzN"
    "URqJoWSAiF1aJYHSFaQEtKI8Qj1tY7jhHgRdQ7zqNInGCiZgD/oO7SCI9oGDWMi2qMHiS8"
    "MY3itDQ89lB1jn7U8aeFwT9LaQz+Whv8Na33pEMB6U1Ve6q2QReFOVPVW++q3qkRu+S8zl"
    "i4qw9tPzOsbUWjZJZ2lb4D2kOW1UMjy1qt0rdNuUYgxLu47oIp8q3nCW+KfAsurC1E4pH/"
    "jpJDtDLoNh7fwUI7x3WKZVSXyshH27ao/LKToi/bC2jeRNmXdOeuC3JK0YEiJHmE66xhPm"
    "oJwoV13LSmjimn06ScjqaqjL7KqilduzdKiildq0Xp2sQ2XartpXbrZcqeMmozVtqAohHh"
    "/3dt5IxVgywUrYVqrpDLB4VnF2hoh1AgZVi7suuYuO5AEgneyb+MhqenhmdsuG2Oxb2z4a"
    "bvYxMWp1SGvVqzN7fnNsrSz5KajCWd+ayp/qKD1d+4YjRkinauGBEpXyqZxzH0y+RyGEPs"
    "1nL5ryCLW/zGCH4OCOE4lrs/8D8hQXjRQ5QL6TAQI/4EzhPxF1HTB8TwgkUxFFR158hOEm"
    "ArHn4Q30TdKeA3MvDhyNRjNsCePYhSGPtoGNk/Oc18QqMxdnR/KtpPgCbApTzoMCF8QS6d"
    "E//eszADnxGUgQ+BHO5lcbzgvl8/XaLj96fH6M39wUn/sH94f/BWzHl/cH/QR3d8KFQlVt"
    "vGxjqHbHZRy7UkYtNy5fwyviQTPKK74mFcIUpJ/BqWzsNl5fCNN2QX3hBjq9+krb65KmNU"
    "1T1QYSAgtF1pjSylYbPWbIbKRlHCZU7CotQl2CtnsUKV4++Ik22KpcmVLWunt7efM+y8uM"
    "43pvjly8UVP/rfZlXVYlyJFMWbnEUpRedOo8PDOuLUYbU4dZg/isrUjbpAl9F2UMA6Pqoj"
    "ARxVCwBH5aAHE66A2q0wz5AayGtArql5Ud9j2YRH7I3h8AXT7fqMjHGpiRIro1KFotrM+K"
    "QMamNlvEud/TAVsRWToOMj6FQbgSdsgxjNsCOazMokWGmjgwACh6FHMgvQmPpgjMQLYWc8"
    "F81pqZeJGhDx4sGEUyRWRdk0NoRMXT7CC4Y9NHf4EI8/HOeuzeKutjD7OOBPO8QwSHTYJf"
    "ee/AnfMXjgProew4P69HnBb88xQCMaTHr8MdxF5kHgpvAZNABkYWjKiyzYucCyiM49JJY1"
    "H8bmxGf3Hl/zvkNEK9zMFED+Zhjxqz92XP6Ab9I195/34dG7o9MewsFg8BCQzGc3+fx2+F"
    "bCGWGLpjg25t57/OGAF8Aj/tvG/P8xMBIO+Bkc6tpxFzlraGkL3OSqCcgoOV21sIsas0cn"
    "9eF9schuSUd7f1JDdn1/Uim7wle56pPJSdME4yxV52A+OayjI/BR1Q2hDgtagikAuZMjw6"
    "hpmqhppuDmegtulixtowLvtQr8mTL2VQhCBRU4/qq3TAV2qRR7Wka/AzkovBh5fO4e16uI"
    "uEZYf7boo6HtsKnDP0K4zAQi5bG3iBTkqcx3nvMFgyaYQfQL15/HPaEVzifE20TFkmrxZJ"
    "22y93qVlkL/WkdC31eXFcs9KdvX9CiON8YbZSomFJ00FS8LsCVKmzkAbfpFKXSGZVVa5VV"
    "Nqdp2dNmiwzWJNh47/hbVdxhmQ7XzfoOW9bfEvmjGfYZsh22H3m3t3i3SYHK0Zr8GN22tJ"
    "UyNtan85w/VJR4On94sbxTYoBsqfCAFROJSRIHGDwE6DROwMBv9uDjqcwNAM+e8Oi5LpK5"
    "4cIvJ7136USb0HNeiwdpxXJB1VoN10gnTXSaeHznFMj1h74scx/ckeeKhbsr98GOjoOr3+"
    "4yJ0EM6Jsv57+9zZwGn29vfoqHKwy4lMbV/Qqi316SQq0w+qMlYfRHxTD6sJ3cE65V5NEN"
    "91ck85hKMLuqBKP00ikRC7OddqplQys7rp2AOCM+o953DEHYN5lGJUAhzdPC8KZzsVEKg3"
    "10zb96Ir4voqxAkvRDl/8FIqMQEcUwIWYyZ+q42AepkskUVI8Ec+o/FmO/EPaJmGyGg4D4"
    "Htw9JpfLso8uKJdCYRyZzoJFXJcm/fmIYwRZrCig957yKBADVjtIqhgOZcKgtAyDErxt5+"
    "FWSU2Vg1LvdqZ3GOwAlTBfeeG0HOaETmdJTMbZbDAfN5EFrm5++fLmuyhqtYe+gzN7Cr8f"
    "PiSp+t81SOKNdtNGwnFK0rlYptM6Gbyn1Qm8p4X83f3S+TYG87Y1PhPh2hk9xIQF7lyEMm"
    "GBJixQN7BNWKAJCywxiEjjUYktJLEqVZtByNOq3U9keak4ew2jmfNMXJF9hqCdu0xPE/6y"
    "J+LbjiXLaomaXXMRCWgR54lP4PFH8ZE1wd4DYR+FkSIiEOld8gsRK4imkN8GaXSeSGIbyu"
    "4qQ5HjxjkX2zjEb7v3+FkrKvNKs4fowyKq984InbmQ0yeqhElTTmy3cQJRXMt1Hom7QLZj"
    "9xIPIKgimTJbUUWvey/0bOrV7b1WP7GsWczjSwfSLvT3g/8Yh540Nok7wf/e/9cO5O5WKn"
    "3jWlsvafj7UHJr2wo+FMYGjd5yHeuxiTZvtJ5Oaj2hX9Ijd4nxQA43VoPmVgOTQLnZBEqf"
    "jIlfFg9avZoVkg4AvO0VHUmNLQ5mhbJzZ/NRvRiIsrM58nLy01nKw4P0QugJGXwAJyZ8ns"
    "HSDawJ/M0s7HnSaG9xTcqVf8rqFAOQovnDw5UFDeEfLuSPyCD64JMZwUus+kcFOYBZfNoi"
    "zyvNY8n4LlnG1tZQL/QYCQK3NJR6WaG5DN0WS82VQVtbjW2uRqyvwpyIAhjwjYc5ZXlVlc"
    "u3QGeWcQm6Ut1vuIZToh0v4L0qlSjOgSLSf/12e1OhBccEeU0MLD5/INdh+xsQVYY1ILFc"
    "1smLNb2sWgUTFIIMMlFMTSMNMsStJJ7twL/P0QbSKNgmUlQlNOkxOhsrjIt2xy5aETZSCn"
    "819g+V0Wz1kNfsfVq36DR2hILWDNQskYG1COuEYH60cPW34XIt0Blwi+CCv7HxJqwQdQjT"
    "LW/ALrVEhkOzRZ2j6hD8a1vSJvhou1HbiYzfeB/JU3ZoNW9hMzEBYCYATHNs6wSAlW4la0"
    "D3qzrXfu0hZfDGD5DBN7+BZhC+uUXnl3fXtzcHBYlvDfB+jqbpKLKKiFsH1IrUjebb7UO3"
    "F6xqQqiDa6rDrQHcn8Vk30iXAS4ovXVQjmwQa4D4UzpTRwHO2mtqbbiRyrYGeEV08mdlvo"
    "6CnNNyq1CuU2ogio4uUUwa1Br4u4xyuRRzdUhe22jRgexirYq1V1fzsjK8yqh2hQcsJ1iI"
    "iHSIqxciv7+orEOVdpEBMlOBylSg0graDVegit6OJugqJDrHAbaE+LBWOaTDJeWQDovlkG"
    "BnaQRxNN7gWw9fU26qgzEEptzUHkh+sRZYIvMpCmK1tKfooy2FPYj1TNIPyZNjE65XccmP"
    "y3mhZ79UfpQgBjVLo8cw0p+R/rSCdsPSH7w7TaCNx3dQLjmtI5acVkslpwWhJN6LigBXh/"
    "2qNCtF/uoG9rZDf41EaCRCIxHuQiJMXS8lMmHGL1MtFWZ9Qa0Ew6+Es4AFSE4VFbUICBcA"
    "o8oWwu43xdbE8QirKSZGkxkx0YiJWkG7YTExWvZNBBmFxMgxRo4xcoyRY/ZMjrl9Iv7YLe"
    "8nmny3VIqh6qg2MswdtNQRvc+gpNYEvJkjsqCejTAC7vFNdAq1uEYLFIXf9RCUT+qhqeOF"
    "gTSLzXxq8S9FXTE+ISNyIqh57tEgLlCGWVISfShvKQuG8SfgiwoEqYAG2I1Le0WT9hCjYg"
    "b+wPBMxKK+fe8Fc8cicbEyuMtkiW3tdzXMMi7+JJ9fvpXOg+PJOl/ZAmFyiCmlrmcpdVP9"
    "a/fVv9K3qKaukRJ0Kd1ybekm0V7UQMlIKXRe0C0VjaM6tdGPqmujHxVqo1c1B31lnUFNft"
    "Qe5Uctyc0x+SNdKCD8lavJXES+lIVvSrSB7IClKoEvhw7SKjqtFANRH1gCZMeWygnmUrxt"
    "8wvZar5SYnf8WEX4ADV9uagecCp+h/6sfh8jhUdG7NZT7DZJ3rtK8jYKz+4VHlPc8jUWtz"
    "R17LZWx84oaOtV0MaOz4IW/h2Vzjh4tHPwZHICcSsOK2SGwVoz2BhZjJFFD7D32MiSTbst"
    "MbIU8nKrjSyRLD+w0rEt80hlV6XI5xn3W4I+TlHj6p4IF7MdNnPxoo/u4rZKkHhK3DGaUN"
    "eWTlQr9H34Ip3EXQiX7K2Hrj2P/njRAwcqnctAtQf+F0N8WnDVwn8z4dwdEdGBSXyKXLgE"
    "++4Cjfnz99H1ODYG8ZUQ8HVAbGn7ufciZ2wPPi/QnIYu/wo/En7TYOL4tuwaxfhmVb9FU9"
    "Ly2BiD9DQGme4/nRQ45risIc1LFo6Iylg3DvbLusH5NmjaviNDYxTvMkOGDMtq+A5FVOYd"
    "2rN3CDbYpu9Qhsa8QyXvUCSNFjGtDgtXSExY+Aph4YnoXbWHVVscVFJjb2hub0h6Aq9oba"
    "gbi60p0C9X9lIXWvOyXhs1NjhkfudMy+0M8Xe9pSYGPmoQq0KtrAs/c1XfpSJs2nKhrid6"
    "JLOAf4Kuyd8xBHf4Hu6AnCkGI8SMeB8QHtEwgGBtScqyfZaph/htCfGEZeFczIHEHFH7aB"
    "kRwkdiT0zYR59S+0UPJb9q8C/qQGQIgn/BABHHlIgsOPm8/BnFFHWtBRUNnU0L553X9zYG"
    "hFdmQGCE/zi7xIhQ3Q8ypTCicFmLHdMneLN9grnS4A8qSi8vaXydoeoAzMt2oU10Cza+Te"
    "Pb1APsPfZtnrvEL62GIb9YqmjgZEg7F6bQDWLhXTRu7IlSFzOSBISLLFEIQxVawxW2Jhzf"
    "BeJ7J0tl/mj9fH/9o8j5FNPOfPrg4ylDFlcnIPfzwXMYeBSltAAB6g5XOyrjy4uZn/ksT+"
    "NX1NKvWBHqXCnq7EOMc0tJ57iO5fy4umzYcUnZsF2b9jQL51+3uquUvxtbZ0dHg6VCTnUt"
    "vDLiDq7wo5M6wjwfVe2POSmI8xCO4hG3Cd4KSQcE+fb+t5ox8T4BKFoEnmYpjSVHa0uO5W"
    "LOBHsQeoFT8ja9wOk8semjrTOvGRzuzd9nhczwV2f+jrlO1WrHzhAaHuvMY9thU4e1q+mW"
    "pzWc1pnTxPdpSaLcktLPMcFKgTH7w9GNxMVkO7zWtw9l6brk4tpyFrxxGOzUYWC6QZtu0D"
    "pgq68z5gIyq4h/QwNn7FQ3LCwb1lvmqBlJAi4P5Cja+W3UacB/MyKITejcQ1R0t/FkFU4Z"
    "as1QdHPWR+ceitY1v+zYMkksGk59W1YSteh06gTC3TME2/yQP5tIKIeALi5rRP+I8hv8X5"
    "9MYbn5H9FwRB4cT1QGnU+ID64j5XbqM0OlUj60j4aPZAEE955cw8J9FJUEhXnkrxIVQ/ng"
    "f4cOCfjjyEqixEajMIiC18TANAVOBL5FDiw+zTTk7xD/RcPYqDFaJAVMZxhqLsUgyQS76M"
    "7wEDBEffQeBwpNcPxoEVB34vc68Csh6Q9eeMR/GvAmQkD40aJH6qPLCbEeYXrwtsl8O5dy"
    "OEVinyxGz+9rOw+iSD3kCfY4plyRu/eUL6Z4geZYNDPyBUF8ryRTcE4EdR/d+rMJhow/cQ"
    "dge1wgCo8D+NlzygeTx7rV63/PbZCQ5yci9jJX4zg+xWooPqulouCzyRXUQlAzPr2dWOP5"
    "RtEIW7LG7o8adSbYSO9H4y/dmr/UhAN30lRlfIWvgs1Cti4RsZZVSUtotlgkLbmyt1XSUh"
    "2kmUSbpTOlONsaIY1X/PXsakJJb+MWV+gMh3XmsPHpGJ/OXr1hxqWzs5zzffDp6LmQX8ZW"
    "X5/OJZ0tDkqcOOJ6b5nXxopHtPHS3Hokya8R7WOJ5cwgNb6PhilYww/CcB+tj8j7EIAfg/"
    "JBkT9HOiSAVDhl+GILCCcE0z/4EP4Q3/F/ZKgXfA7obEZsfif+OEIDh+ET4iGM5tR/JD44"
    "YMA9I5J55hPKCKJhADeVXozgXpbn+RjnBgXix0jXASPYtybgNBEVeaSPhDwHMFl1Og+gGT"
    "ftjQo/F/u2ZV9R8UuNU0BTp4AeJ79enNmcedUUVxdr/tUl5W8xladWx7aTJS3bToo92/C0"
    "RH6qhjge37kknuNa3q3jJd6t46J3S56PDeBNCLaIbySmbAfmJn1l6nWNAQmqSTGUZPz2dt"
    "13e7LlxsJoU2ucSmescTpb44xt/fXw2mScdZu/JuOs+zw2GWevhdMm4+wFjpqMs81Cv6Ng"
    "j8jo3M5ImaM2OWfNHZSq1X9FJxo4bL6RfVz7dROjcuvtZQ+lcf+uN6Nvdx5KWNgVTspozS"
    "/3U8bvWMuMMtvH4yDqLkahtB9FBGr90bFoMJY4L8EPOcOwOtxFH8V0MgcLsqKm0h8IFcQ9"
    "cBRKl+WNktEFrkTFb8iHwGWf8wIzcFmex5ciJ6b0W4qsJ3GvZI4F+imqhg6JWKMwCKj38d"
    "7jYDgkSqKa4CeRvcVvyOeIyQLhCPXjuufCsVrptVTeMHH/JEsp47aMHz8ShdV8p0bOS1O/"
    "fIv1yxN+FtlQaUBXaTroAzqrYz4/qzafnxXM5z55cliU7VoXZJWmgyAfH9XxBB1VO4KOCn"
    "6gcPQvUtrZvtoTlJJ0ztd2+K5uKtnSXLLCWh77dDpo4TfO03VwTW/EeSxwa+pBzhB1bmlv"
    "xI0MYtSIPjdBWSExq7neag4mXCq0G8obGaLurea1n4RUPFHJ7lxt6FRITNe5FWydJlG0DS"
    "v2zpGQU3Wb8DlHahxGOvM5Mr+08fBnKA2XdeaycVDtwEFl8rk0MOhnXFSlIZ4XEd2nv30l"
    "blKyrdo31SGo/2zk7lB0HPJcVkQiIrv1yB3l/6sH5100114eDuWINvQJCQQqnEIxOi94hW"
    "KGtHIL3Qn/DIacMmH37qNr4X+JS8eJ7DSPIrgT8gixRTNY7C1EA1rif+DUBIrTPZBAPAnU"
    "GuRvLZkF/VllpljOuWKSv7RM/pLroowDHvYXVaGfMU2+YMwikBvwfm6fpahGWnMiBHINO/"
    "JflXZcvCjRsi/+cXd1vi8BLR1KuyvIZ03CAuqEvsQH4eYDX3TgynrCXtYXbnFOfMealB2s"
    "0TdLj1WcjmlxpkaX1nzsvZYzb8VMpOrT7In4TZ3UCkknPSAb6OsGL1UDhKPhHUR3I6VO+R"
    "2D0g7Y1a4PhcS4Phq6PlYSElY9zP78P2L/NRM="
)
