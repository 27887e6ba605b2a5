"""What is Gmail's own leaves the table of messages; individual copies say that this is what they are."""

from tortoise import BaseDBAsyncClient

MOVED = (  # as it was called -> as it is
    ("draft_id", "draft_id"),
    ("gmail_message_id", "gmail_id"),
    ("gmail_thread_id", "thread_id"),
    ("verified_at", "verified_at"),
    ("report", "report"),
    ("differences", "differences"),
    ("proof", "proof"),
)
OLD, NEW = (tuple(pair[side] for pair in MOVED) for side in (0, 1))
DROPPED = ", ".join(f"DROP COLUMN {name}" for name in OLD)
COPIES = "UPDATE message SET source = 'copy' WHERE id IN (SELECT message_id FROM copy)"
NO_COPIES = "UPDATE message SET source = 'gmail' WHERE source = 'copy'"
READ = ", ".join("COALESCE(report, '{}')" if name == "report" else name for name in OLD)
KNOWN = " OR ".join(f"{name} IS NOT NULL" for name in OLD)
FILL = (
    f"INSERT INTO gmail_message (message_id, {', '.join(NEW)}) SELECT id, {READ} FROM message WHERE {KNOWN}"  # noqa: S608
)
_BACK = ", ".join(f"{old} = g.{new}" for old, new in MOVED)
FILL_BACK = f"UPDATE message SET {_BACK} FROM gmail_message g WHERE g.message_id = message.id"  # noqa: S608
_BACK_MYSQL = ", ".join(f"message.{old} = g.{new}" for old, new in MOVED)
FILL_BACK_MYSQL = f"UPDATE message JOIN gmail_message g ON g.message_id = message.id SET {_BACK_MYSQL}"  # noqa: S608

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        """CREATE TABLE "gmail_message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "draft_id" VARCHAR(80),
    "gmail_id" VARCHAR(32),
    "thread_id" VARCHAR(32),
    "verified_at" TIMESTAMP,
    "report" JSON NOT NULL,
    "differences" JSON,
    "proof" JSON,
    "message_id" CHAR(36) NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        FILL,
        COPIES,
        'CREATE INDEX "idx_gmail_messa_thread__6f42b1" ON "gmail_message" ("thread_id")',
        'CREATE INDEX "idx_gmail_messa_gmail_i_40c0e7" ON "gmail_message" ("gmail_id")',
        'DROP INDEX "idx_message_account_112e52"',
        'DROP INDEX "idx_message_account_ae0e65"',
        *(f"ALTER TABLE message DROP COLUMN {name}" for name in OLD),
    ),
    "postgres": (
        """CREATE TABLE "gmail_message" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "draft_id" VARCHAR(80),
    "gmail_id" VARCHAR(32),
    "thread_id" VARCHAR(32),
    "verified_at" TIMESTAMPTZ,
    "report" JSONB NOT NULL,
    "differences" JSONB,
    "proof" JSONB,
    "message_id" UUID NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        FILL,
        COPIES,
        'CREATE INDEX "idx_gmail_messa_thread__6f42b1" ON "gmail_message" ("thread_id")',
        'CREATE INDEX "idx_gmail_messa_gmail_i_40c0e7" ON "gmail_message" ("gmail_id")',
        'DROP INDEX "idx_message_account_112e52"',
        'DROP INDEX "idx_message_account_ae0e65"',
        f"ALTER TABLE message {DROPPED}",
    ),
    "mysql": (
        """CREATE TABLE `gmail_message` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `draft_id` VARCHAR(80),
    `gmail_id` VARCHAR(32),
    `thread_id` VARCHAR(32),
    `verified_at` DATETIME(6),
    `report` JSON NOT NULL,
    `differences` JSON,
    `proof` JSON,
    `message_id` CHAR(36) NOT NULL UNIQUE,
    CONSTRAINT `fk_gmail_me_message_3b9ece26` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_gmail_messa_thread__6f42b1` (`thread_id`),
    KEY `idx_gmail_messa_gmail_i_40c0e7` (`gmail_id`)
) CHARACTER SET utf8mb4
""",
        FILL,
        COPIES,
        f"ALTER TABLE message DROP INDEX idx_message_account_112e52, DROP INDEX idx_message_account_ae0e65, {DROPPED}",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "message" ADD "draft_id" VARCHAR(80)',
        'ALTER TABLE "message" ADD "gmail_message_id" VARCHAR(32)',
        'ALTER TABLE "message" ADD "gmail_thread_id" VARCHAR(32)',
        'ALTER TABLE "message" ADD "verified_at" TIMESTAMP',
        'ALTER TABLE "message" ADD "report" JSON',
        'ALTER TABLE "message" ADD "differences" JSON',
        'ALTER TABLE "message" ADD "proof" JSON',
        FILL_BACK,
        NO_COPIES,
        'CREATE INDEX "idx_message_account_112e52" ON "message" ("account_id", "gmail_thread_id")',
        'CREATE INDEX "idx_message_account_ae0e65" ON "message" ("account_id", "gmail_message_id")',
        'DROP TABLE "gmail_message"',
    ),
    "postgres": (
        """ALTER TABLE "message" ADD "draft_id" VARCHAR(80), ADD "gmail_message_id" VARCHAR(32),
    ADD "gmail_thread_id" VARCHAR(32), ADD "verified_at" TIMESTAMPTZ, ADD "report" JSONB,
    ADD "differences" JSONB, ADD "proof" JSONB""",
        FILL_BACK,
        NO_COPIES,
        'CREATE INDEX "idx_message_account_112e52" ON "message" ("account_id", "gmail_thread_id")',
        'CREATE INDEX "idx_message_account_ae0e65" ON "message" ("account_id", "gmail_message_id")',
        'DROP TABLE "gmail_message"',
    ),
    "mysql": (
        """ALTER TABLE `message` ADD `draft_id` VARCHAR(80), ADD `gmail_message_id` VARCHAR(32),
    ADD `gmail_thread_id` VARCHAR(32), ADD `verified_at` DATETIME(6), ADD `report` JSON,
    ADD `differences` JSON, ADD `proof` JSON,
    ADD KEY `idx_message_account_112e52` (`account_id`, `gmail_thread_id`),
    ADD KEY `idx_message_account_ae0e65` (`account_id`, `gmail_message_id`)""",
        FILL_BACK_MYSQL,
        NO_COPIES,
        "DROP TABLE `gmail_message`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz2za2/1cw/pJkRvWN5UddZ+/O2K6TdevYHcfdtlvvyBQJSagpQktSlnU3+d/vOQ"
    "DfL5PUi6LxoY1F4YDU74DAeZ//7oy5QU1n92bq9vnzLZ/tnJD/7ljamMIf6S87ZEebTMKv"
    "8IKr9U0xmothYkzfcW1Nd+HqQDMdCpcM6ug2m7iMW3DVmpomXuQ6DGTWEMlvLAqjdZcMuE"
    "04fDCZ41KL2h0ytQxqE3dECT4Z4QPxt/89YRZ5sCmQwuTO7t3p2dXFw+69dW89TC32nynt"
    "PdL5Axlrj9QhmmXxqaXDPQlziTtjOiUjzR6b1HHEnTWHmBy+hX/xJjafEeaQRzpxd8nDRJ"
    "ubXDMeyIibhkOY4XTuYcIZTGvgcItoxKGaSQ34R7epe4J3AXo6hp8OV7lFADf2RO35LiLl"
    "PaDLhxTIbcDhz3/DZQY/+Jk6+PFPQMmiPc3F4QONwdzeB2MqLv8bCSaPvQGjphFjHzMEDV"
    "7vufOJuHbGhpeW+1GMxTn6PZ2b07EVjp/M3RG3AgJmiZsNEWnNpXgH154iS5GJHu99Lsuf"
    "Ew6RvyNCY9CBNjXdyBLo98JrO73e9c1d78vFXa+3U2bReJd04DssOHhURwAwxEf47odud3"
    "//++77/aPjw4Pvvz88fn8MY8Xzpr/6/pt8mBAtOZXA7PLT5fUdPhCHVS0XO174Jmg0V5NU"
    "gl0h+riW0/ifw2LLRt8fn8AfflgSfx/tIgb4F0IOhG/iOlgw1p57JrWG7gg+Hr0vQPefp7"
    "fn/zi9fXv0/l0c4mvvm674CsEOwfXf/SoAR2laCPJetwzKMCoXZvFdHOdwA62CdJxqOVhv"
    "dkeJI/1DKaR/KED6hxTS3tGShvmnLzfX2TBHSBIYGwzO0a/ihNzCdV0ALoKBM48d5z9mFN"
    "O3n09/T8J9fnVzJsDhjju0xSxigrME9HBQIzj+GRtD/0f4xmVjms2BOGWSCR7prv9Hu1hx"
    "d/n54svd6edfYvz48fTuAr/piqvzxNW3RwkeBZOQ3y7v/kHwI/nXzfVFkm3BuLt/7eAzaV"
    "OX90Dw6mlGFBP/sn8pxmZPXqrI4pBKsbfR7NVNDZhg9KaWy8zKL3KSeAnM9g4oxevl81pz"
    "XdSonDSbc5WbKMnLKs6y3t33qxJIpIrT3Tv4/uB4/+gg0GyCK0UKja+8RPbGiI5ZZXMMyd"
    "QL0+QXJmY4qMLhGKHicZN5TG2bZyjEd/Q5Z0sMCNanDe/sbICRF7/fFesMAR+vbq4/+cOT"
    "isS3b2hoGzxGjD14oa/pjzPNNnqpb3iX541NfzXujpNXNEsbChjxF+Pv88yxp7rOQU7Zyb"
    "DU+l91iuy0WmRQHUPtKZlQ2+EWmTF3hFZPZhM+szqEOdzE9ULQJkbeovnU4VNbpw7RNdMU"
    "BldqaZZLuE2mDrUvjXclraDKxtlIGycda1mydr5lKCBonVGoe3hQwigEo3KNQuK7uFgm/q"
    "0Arz++BRt6At33ZUxuMCof3fcpk5vNzUro+uPXiO6YjvvSYr0OjEtBXIBw2qbpODMO591I"
    "c0ZVkE4R1oK8YbJmcr84LLVfHBbsF4dJwIecD03ac6b9KmjHqZYCdaM25hUAjdpO7/9A+6"
    "2Cc4xojZvIr3fn69lBjsocgUf5J+BR6gCc2HTAnittHQFF60SMvaMybqekChrxOh2llvEI"
    "9E+MZai0jKNEa1zGJnuk5nw9K3mvlIevwMGXOgs1k9qu04OHSusrHAQLzcqxW0bpEmj3gX"
    "BVcPvLfL26+tnNzVVMVz+7TCrjv34+uwDsBfQwiLkxXUV59V6Z1ctgDqJch88JUmXdbDKf"
    "HUqtGjyOkCn+No2/FQyq0YXgOBjomXGOepQff76lpibATLPds5R+kbNs7+YdXvXWZext4Y"
    "D1qDcw+WxBnG5OYaKPpoz93cq3oxioMawDbUgXROmznKWtq+mJ0RlMsiBI/5SztBUknds2"
    "lTHoi+F0HkzUVqjoE7WygjeqoHSBc7QVoL4NGze1F4ToF43Z1DiTc7UVqgn8yMX3pl/kLC"
    "095KQNYTGETnGOti4ii7tMX1QIuBaTtBUinU/Yogid88m8xfjMew5d9DVDiL7QVr1olWJh"
    "EoDqI6o/5iN6Y9E7Dv8rh+u5P1kLt/ghBlb0hrZmZZhIqsP1Caf75M/WQrwmIwxdhV/gRU"
    "ctCtgvON9VMF0LEbOpO7Wt3kxz9QxffnXEbsV8v/nTtQSxirF8l9YTczXv7qlwvsi3naKI"
    "PhYfVy+oD9bvd2gGJSazHok70lxiwnFGGPyH3j5qixRqolnEiyA8ERnScOZ9N51IKpljjV"
    "f5DNipgvu2ObjP5Y/U6pmcP04nlfzDCbrW+eGXH+awBZFo4oVej/N9+YFoyhf80km2tT6k"
    "mF3xecJguhpsjlMqNjeazVOn1qscIVOu4KbxtyG5Nb5bOEMYj3iM8yVxJzKobhEkhw2t75"
    "iFZY6wDJLnC9gldyBW6yBVMeqVH0I5WwhbnaBUEbfMuZTYNWekxG8lfivxu4T4rcTD1p4r"
    "saJRmuP2asaRJWkVqxvNaqUJvAo22/QJTrs6G3ecUukDTeYyDIXZMtw0+UJQhKR1ubAHZf"
    "LZDvLT2Q5S2WyYi98DhSjLd1hQ5S9G1TqYD/e6JXCGUblAi+8SWUDSc9KrqlrF6dZXv6gV"
    "WlbKtpDiR5oZH7lNQQ//mc4FQy7h0TVLzzK6p0tvbBkj8nyZcNnWZoFdILEGAQH43VRmX5"
    "2ffjk//fFi59tmrDZhcEeG3SYW+ZFvuYmHm9Qy3qCBxi+NogG4xIG9kWAkhUNcTvqUgLZo"
    "EPzNhMNi6uBV0CmksxVNOGPNfnSIZlOsaQ0XxsqE0/TNpVNgwoE9w65nV4hTKi2k2fJpgw"
    "71V/LWLeQuKHH8+2FMqz/8N8qwlR39Cx3nkeDDjPM8HpqYf6AnIiIXKnX2xsE/xkw4d/DU"
    "Fgc5ntgj+AOGeD0pmC2Oe/JWs4wOmcFhTcmQPQkPDR71lvFONqYwmAOgW1SXm/yDrKWmkQ"
    "estzi16QMZU81ypGTwSdRngXsO0IUpbit+1glxRnxmYauK+x0BC4nOe7+jpIem72NF0sOm"
    "i6ttWj9cfXm1jZVLajrWK6iYBPvSJCt/JL+9QUihuhss0N1A9iPqwemBZXt6wj2cta1bmj"
    "3Pq6GQPUOyGs3cpdsb/J65b3sQB/wAdpxdXp/e/pFdOvYsgyVnf9xdnCb9zZGjv6pmmKRV"
    "umGjdcOEoFeV2xnkylfVZH578nsVeSJC0jonyn6puq37BXVb99N1W5W9RdlblL1lefaWsM"
    "ZPhrklVgCooPlnUHCotrEFY1/hwwRNJdLk8cYhCBV6USbw6CfEgaEmxdrxHSwlT8bMmoLQ"
    "2SF9gMtAQjSOeBGz0njSp0PNIsxVtpCm7zGdYk+KS2sEwybpVDBs4nhNB8N6b08NsNOULT"
    "SOrKDG8dQGKbSSyBghaSHEy8//e6I2g8kqtYuN0rQQ5L3ucQmUYVRBu9jjVL8K7oltZUEO"
    "CFqI8PJ3CmVD3ZANdcacUTXgQ4r1A7/zt8HUEgUESX/KTJdZzi7e7++r0vnXzY6w3kUNKS"
    "WTuHWGl+VvPhZ9dnsTza3UyCVGtEaQ/2c9KB+WMm8dFpi3DtPmLZWNVmej2TpLsUpRehVs"
    "VsUK2s3fDTojGsbVV5vQ0TA+bH8+R7SYYoZLIlFrMd8pkSzyuJysDjkfgc+gW1vUIJplEN"
    "1k+iP8LbM9ZPYGs4mIypSlO5ghMzvEpTdOR6SAwHiDKtdE0zecTrFrQiV5tP+cl+965jGf"
    "r/7GiJSN4UUbg7eLVkQ5TqVgfhFmFUCzeZFVBdA0SrZdSF6NlrLOkFcTla7z5dVkie3lyK"
    "s2nZiMOkJMxTgZnfrpyLLthfFBfDXiM7iLHRVcYQJHpjoNuI0xNCJ3acQcl9tzwPbhxJdm"
    "4UmwUbmXBkWwWhLRR5o19JKbcSK0tqO07H4g9zv3O/AAMCsV4wfMBgIcUFIW/nPHgAEgOP"
    "1bScVKKlZS8aak4nAvqCKwxalaJ7AtP35Fbp11ytZxVeVqS14l70CryOCQSu2UjWavbmrA"
    "BKMHUmlWVu8Ljt0ksXqVm8xrL6MnI2AoV/qMkqyvvNf71cqg3b2D7w+O948OAtEzuFIkcf"
    "rSZaQWss2n/WotMiIkrRMwVFZVOxQoZRRqsVFIWEb8xuB5dWwijcNfqmQzjgytYxf6De0w"
    "zAksNlg5hg+IRryJT0TfACb7CtgUy9d4Venos0stUfnGphOOyrn3ZWAeQsSEcehOlLxhju"
    "hcAN86nIv6NJoFKw4eBO/IxGM8wuFplbb2uCO8D3IOvvrTQwQ/KfNPI80/hq0Nso+S/BM7"
    "SlPryG6YRBs/s4/LHNnH+Sf2cerADl6CChhHadqH8X6Zir37+QV791P1esN9p4roGSVSKL"
    "+MspdqVcfAlSBVenGT9WIpPqRZnJ9GE1I0I40Gb9uaNBqDDQYgrqFDsApPEmQLMWZ7XraV"
    "cGBicz6ogn1AoFCvj7qn8GSe6r/+evljNvRxqgT+0ykzdpF2W5XnLPDlQS4PjCim4ncuzX"
    "oR0WsXsl5EVOltZMCL1ov4+lu19eKKWZnV9MX1TpG1wvRH1K0BIzqJe80PvR/9gTzIAJMH"
    "Ikw4DhnYfEz2vEBrwm0jDD4RIdc5hoU/o8tNTiltCDFrQxzqqW32sJ2iMjY01Njg8THFgV"
    "z4Q4I2dVJZmrcFFnwazDv6nIOmN7wVFRyKtK2L3++KRZFYLVB/eFI+SUEt95YU3gV9lyI0"
    "rQB91eHOLizdSvYbb3zr/IarSVfH6Psqru6QQDm6k1svSnyVAY0TKVCToIroYolQDQtjml"
    "oZGZtsZBSdeusyO0WseN1kXjfNktNc1la15ZSwz1TOqF/AQtMMYJdvo8nBnD5RvHMK8jOP"
    "7uPPt9QUNazy0b54om2qXvBtlQUHCsJ0SkXoLBqbI0sfa0EFgV1yKWJxMFBG5FNRzaFvnB"
    "MZNRPNnBJpWky2muyIPC5mOcygBJaQPSeiV4dM2xKlcB9OyNTyo3jIW42MmEt0+MUdYnEv"
    "vIfMqfuOfJXdK+EffUSNqQnDvwKtwS0K851LKxzWM+ADMqF8YlJxd5M9UnPuXflAHvD1wC"
    "xo50F8/RDKqp4pj2imGeaIWdz1b5JjwUsZ6+JRXegBCbzBfrhQfMh0YvhVsjK+FRIA8I89"
    "MXeeM8Ye6Mfdbi/ytlczDeYfTZtwLkT8nOJO+L+DTTg5XzijOgUmQIdP7bzKoxfWdJw6oe"
    "IpZwF1k+0p0kiw8VwksY9UMacEBE0GtzGpXs60/xfVK9mrIiStM1ntvS9ls8Jh+YWK36et"
    "Vug/Qk0DtpgMOaugWUuCrnWAr6TRnkBNfKgKtU/UOpxXksPhUM3WR71sg3e+BydB1gKs1+"
    "3HQVm5Tq57SKYMTU02NMXUikoGxSihStFtNJN9vbgGmxOk6mVuMp+lgaFOUd4ooeJxk3mc"
    "NtFUkDwziduXyLGScABh7EuDneu8DsYrv3XSb60iK5YcWVF1bcZoFKQqWGUNoNJnHY6dyk"
    "s1SaaAzQG28oJN0SloswOscO3Vjq+KECvBusmCtfCP1mR1klZxusmc1qnt4g+bV1GdYkTt"
    "U5lWUdpRM2qWdowQqjepyW9SKqakzr6ZoFccbzLHZc3tmpZkU9Wz2A4uy2rqdbgcp1Rcbj"
    "6Xq6iMEQqlLKayS8Pwy4ovTZxSOVMb/dY0qZzoplWI19oYsWmMKJvGsVhnxGjUiJVlaqyS"
    "xeHX22gJ0gkhWWcTtnimy60/T3uBwr5AC6OEk7QVoidGZzDJghj9U87SVpB0bsM7h1MviN"
    "N5MFFboVpnBt52AiTcYgsCFMzRRoQG3B5y16XWYiB9jE7TRpywWO7iW/etnKWtIGkmtRfd"
    "j05xjrYCJHsZLojQtZhka81tCyZNJ0qL50PpV2Z8GdBkk4OWwBqrQTHNSoesDtVnb54WQm"
    "TTMT5eRom+6jDdRuZqCVRVixVMhSkiXanAW0AFZQr8EXX7yjoUoff6ylqciFNJNId1R8zx"
    "q3WWTN2vlDKvqmku007YIfmp9DrIY/Xs83FKZZ9vtH2+aaWTmlCDeRmFk/LtwmlZTBXBbn"
    "YR7NCwnHHcxqzORT3do8PqFgdCHVlWuK5cFdvlHaLrHdLX9cWqYhschHkhmfn1D1RB7GYe"
    "4aogtuDC0kIWHuF3pNHMD4L1x7ew4M1+maIV+SUrUk1Hq1dg2UjxlfUFGK+i/Eq4c5cFOa"
    "RoQTGQJMJl1jCMKkA4tY6r1rZRZW2qlLVpmq7SXDVUlXltpBaiyrw2osxrYDvOVOdCu3KR"
    "NhcZtRQrqstJn8L/TYOwQcyMSkZeQdQ+pRbBtDlqkP4cVTtrl3xCRZDDi4j9lLF0qhxQum"
    "zqgJpmz5j61Uy8v5RG10yNThll65yGW2eUDd/HKiwOqRR7G83exJ5bKUs+TqoyhprM56bp"
    "K00w7SvfivKtxGVxEY6eKYn7gepFcjiOoUZtOfw37DiAjQ8I/hyUwjVf7j6RPhZsrMAHxO"
    "Fj2ufG/I3TIRyEdqTD7x1t7vj+mMDHIzstoPn34QS7KZhz8pXgVjEGLU6Hv2VmIPwBv0ib"
    "75IHz5oJw2cjTmY2d6l3Hz5Gyd5ghtABQIrTRx1i8hloDrrmYBOGaw7qgjXEp2CoSdBnF1"
    "tBPNKJe0JEv4ep8+C3kNABRBx5+/Gc7B8c7ZO39zuHu3u7e/eA4f3O/Q7cEtQMC38PqhND"
    "Borlu1IeIxEtlqiWF3MRqaCPpusXysMRqThfwoC5V1RtXjk5NuHkUCb4VZrgq2ssSiPdAk"
    "1FRs3XsSvFKRWbG81mLCDkJcckJCzOTapZ2SyOUCX42weyVbE0uLJenp7d3FzF2Hl2mez7"
    "8Ovnsws4+gUfYRBzY8JVvEPStNJxH1K07jTa2ysjTu3li1N7yaMoS90oC3QWbQsFrP1uGQ"
    "mgmy8AdLNBd0cYiFgL8xipgrwE5E2zIjb3PFZRD420D75goV2eLdEv25BhTIxUdMi3Jj5F"
    "Bi3o1B9pBtEsgl1aRf9U35fPZUg2zCSc+QOikYnGbPTo23zmUPtE2O1ELpVGDG0uTImnoj"
    "+rR+tPJYK8RaBAYD2UvVWnME0PRlguXCADOoNHAK4a2KeVT3GE5gb2QPm8bxx8VLjX3QiG"
    "DEf4WDZ/nsuOrCMGv530uTuCZzDnwRPg3cZ8jL8PO8CadOCiBVXn4wl83iV3IqYB93uMV4"
    "hQ3Vse2dsHjzG7A2a61H4bLq7/vZ9233ePOkRze72hS2OfzeDzu4cOmY2YPkK4xZsDfzgz"
    "ajvvPogfOOO2gUDD3/eWBzIZa3N8TJrEZ+BipDxQAd6lQygSFs/MVrHBVRVbkXGCNsL2qU"
    "wbrdR5t8XquiY97OCwhHx6cJgrn+JXiUKOwXFTBeM4VetgPtwrowfAqPyeSnspTUDVUtzI"
    "kaFUsXWqYqpA5XILVGasX6XmbrWaG6m6l6Hpxmvy5Su7enxcHX33lExAzwK11NGYIQNXNN"
    "AT6QhYi+qYyGvYJZcuARXP6Qh9ccThJwr1VoTQwFOB4sj5o6eNYiQOqJBC7ZSTy1gai7qg"
    "yD1mabigeSLpRHNBebM+SD2VjifuXIaygOYc3lToyxjbIp5NqLOl9by0Rqc0uUZqcoK3FQ"
    "/pKI2KuYz7sbRqhn5/fAut+8sPCvI2tir4RkhapzcdlYkIOsoPCDpKxQMVqad39DlnQ26d"
    "elpk0rn4/S5mzfHhfPv59Pd3MYvO1c31J394BP7zq5szFSj0KqxpygShTBANYoIyQawWWG"
    "WCUCaIDBOErDaQYX0IyhDkGx7o06JV0DxnuEYm7JmaRLjKscfKLkEPPEAI8+muI0wDFtzO"
    "JvpIs+CHSI8wXDCY7goncJ92pJVgDMtPZM1Y0hF+bz3IYmrSUw7cCawJcFw60khB/YJrE8"
    "onJjrT6Qk+lrSKwHOZ7JGac++CNIBgFs/UMrhVtj5qeQdzJXNE/mGxCSV452+DqSWsUUTc"
    "Cf938PcNCMMv6sUqeWYzyTNKn2ijPjG1M+rLF6jlcrjSx6vr4yoMYnNhEMrOtLJ1bdMBtb"
    "OKnOZjHiFRgFcGfCRKEGdsJD99ubnOBjxCkjyOUQ7/CmKys8U6chb0CEYx9EmUE4crTpCE"
    "XjdZxSirkKIFKz2RPFwqvbVbkN7aTae3Co3KnleCOCRpHcZ7pTDeK8B4LwNj5lYD2Buv0C"
    "2DrmfcqAJwhKSFqmi33DZRsEskIXZ0bmcYMHN9H8H4Nrk9llZU3Z6aleo1+ONbuFSPyizV"
    "o/ylepRaqvSJGdSzopeV1qI0SlxbQFwTRugqyAcEC8G+PQX9VoI67g9OD840xwttLLlLp+"
    "jUbp2xW0t/RxrWwgISIdEa60dsZkkvsXyE8ERV2T4CArV91N8+RoASz9IAC8wbIYlCvj7y"
    "aw0zbRjWq/aeSYdzjfJOMUJVbbjJrjQVmrfh0DwMQamMfoSoFvQNe6FUUGQDmLCctI+gmn"
    "HlNZ2kVAu7ysJWgakqMLXh2JYJTM3cSpaAbqzf7nbtIWXhTe6fMYDhIcj1r1dXOynZYwng"
    "XnnTtBPXiKyVA+mGoqmfdYyzygqnlt90CuOpwzG1OyBg3rYsm4WVyOicYwI3wRUQxCyLsm"
    "QwTDar60QqenUIRrJ2yJhZU49AbL3Yk2Bic3w6L4nb61LNHJxI5njL7wnWmBVp5Bg/7XJX"
    "g+d0vDxwtK7gXBo2WMBqXu6M6dSL6Rat0bD9QakWBX7IrXxUefqyIbMy2lx7Q1SOdzNzvF"
    "Ww9QrNReHrUdJ5EhK0yX6wNK+Jt8lUWK4hRQsXbLdU24eCrg/ppg+q0/1SF6wyqKiaw02S"
    "3JubCQnMGnLXpZm1mMIvCyX4QWxYbSFeSuZSZsbURyGxW5yYHORkG9MWQbiP5y3KurjMDn"
    "ueORQr9sKz4N12J+WrI0VYpGTmZsrMykGxKQeF0lZWqK2okOeVhzyrsK+1hX0pVWa5qsyA"
    "2Y5bp9N2hE4lkTc68gWNxzU4HCFTDG40g5U5QpkjlDmiXDt1zchpgeR/1SluqB4OqmOI+A"
    "efCXtDpF86+viGtjaW9gjZcwjb7ZAJSOBTm8ouSLLP+oRaJ0Tr86lwNYqJmPROinpPsm2S"
    "cCZeczHaq6kkizyhvEkNIkbTXfITZ1Zo8cDRnr1DlpmWudFBVSfmEGfEZ3B/bAPVw12/9x"
    "fMUNMG0lmg548qzbTs0kyqelAr5QKvb1cFZSlCobSlDG1JlQlSZYLaWLVGaRBKg1AaRBkN"
    "4hfRjvRMNsrcydAj4gMKtQnZ2rTXj4yt12fG79s5G3GHEtgmqYVp2qKEK8zmtUv1y6xi7K"
    "FJbPrEH6lRUnhXLstGuixdYKHVwwZB00kVoSRJt5wjc7MMWXGjjMhbWhblCEkLZJJ11Bez"
    "KaJRw1gdp1R6aaP1UuFZcCjsQDW9EhFalXTdZE57QkYNPscpFZebzGWVWq/yYJvGiGXmwW"
    "5O08zxVflfdV7SLhfxVYVqpeY8io4efWwjiioreXv78ZwcH3WP352gc2jCTdPBlDeDPonc"
    "M3iajmw7Knt9aKYJU4kraKsTA5Tm2fQtplOgeUpO11A9U4RK93xR9xT2bXxnqgAdI2odyH"
    "tHZeJkk1JRJE72SCn461fwRxxWJbabroJyjKh1OC9/t1BWlJekwlZoXfR5ArKYU4PNcUrF"
    "5kazGWXrWi9zjFAZUJrMY6Ee1WJynFJxuclcNqjFajE5Rqh43GQe66YGPKgle8UoFZebzO"
    "UNGrwbxtVXa+9uGB+239x9alLb3ckwdssvOkWmbi0YUsvQ7ZIxbBCYFYH2ar/Yg0idwEzz"
    "XXLpOsQLuvvu8kfMhRiwZ1EKboB9sdGsLfIhAfL5iSjENqFYmW3EZ075wmvJImvK8t1Iy7"
    "cqVhDYrvbLmAj38y2E+xkdmfIqKueHIUdpFghCbuaOXivTJxKAMdCPu91eUXx3QS+xLOIW"
    "LuPuYZk8BhiVb+o+TGUyYP1Ni2a07y5o5RiStM7MvYKiG8rM/Rp0LV8vFlHrdZXqgFjp1U"
    "3mtYMHefX3OUKm+Ntk/g40Vs+XESNUPG4yjw3mjJnj1DN0J2gVp5vMaWrbvFK4TEDQOun2"
    "sFSwzGFBsMxhOlhGhVWrvllNYsJKsqJVrLrq2dQEbJubcX7NXabTnQzPiPdNp8g1YoVj6v"
    "hGvvAxFf1jvPh/l5sG4bBWCLMiAf5vHD9ZwNklNwPhSvFWqxjFDEfU3PaIuG1QG6tN6Xw8"
    "Zq5sf4N28ocT6UjpiXJUX4n3j24y/RH+tekYl5H9gTz06ZBZolfObERtdNb4N3wjet7Aj4"
    "ZnwkG75OGRzh/IWHukzr3lUtNksnCWbJTDxrBjOQzwgpH/mTLqwlPADNQIe+zIAljY50cA"
    "YML6tzukP3XDa5ShZ4e8ZS7cxHchAdF4CjO9g6l9W0R/Lh5bgCezKfw8C9nOB51GcMMOoE"
    "RGmld2Cy7I4uP40wZM15BnPTGlgyW4vJpf4TJHfvkcQEdWUMFclDcfUcBzxqf4Wzj8acvs"
    "DE1yy2BD6rgEQ26dDuALulfkOvw6bU5mGpN1BfCLkNXYLIkKyl0iqq7DLzXpwCUcS5DBh6"
    "FYGgMXf+6Mw2D6mOsiS/jD/kxsgFhKXRQQi131y4pFjHzic7QAO34OvAaqHLvyszXu2Fq1"
    "8Rx2xErY0qz+7S3IIimlt+0V6G17ab1N+TCX68NU1QlbaT5S/rtXwWYhUWfIUUWtEQKaNX"
    "ZGCK5sbWuEUMGoJrbG6VRUal1zofJUv55dTSjldVzVETrF4SZzWHlfXrf3ZXteLeV8WbaD"
    "wH+ArfO+NHPRvoxtc70v53wy38nwvYjrnSLPi+6PqON3ubGo7PnhcuFMwcYj1N4lDyFSD9"
    "KW7y2OwE/RpzqHQUHjDnQhoAVeOllgqbkUKNF8j16QrwSD5+AfGWGFn10+mVADbgUPI5Rs"
    "GO63KxGz9elwauGDAamBt9DkP56H5BFOVLgVCDrymWAQNU78XBmvlQjeVBvCkuh4LU/gM/"
    "5e6SbC4kDYmmRk8+lwlJ9BgxD3HKkqen3ekkk0SfeAAEDZ/Btq829axMVGWbIc66lqmCgW"
    "9qtrAbLG7JkyFYxgVEH2TKqGkfi3AsT++NZFFu6X8lDtF3io9tMeKnkIVoA3IFgjvp6Ish"
    "6Yl992GaWnKq2XgvHr23Xfb8mW6wuiVY1tUTplbGuysU2Zzl8Pr1WSV7v5q5K82s9jleT1"
    "WjitkrxUklcLTZAR0dOzIVe0OSbIVJpXsacxaqlf0BuGnpcvdBsXeNlcpMTaetnVqPy4ba"
    "iA5y/sHG+jt+aLHY7+O1az44thawMvjWfIqWj6QjV9hKlazHU8L6To9AIfqTnYJeiolFTo"
    "GkRXJTwB0WRJvY7IEKJP1PYSlGQqmUm1J5Gd5XsEZxrODZcddDx+kR5I6d6Uc4sUIrjrJ/"
    "QRvoH7zCzMvnK59YHM8GlHmiGcj97Ae8tF96eFtyYG/JJ8H2Lk3RH3ClKCYk5E/+k8mTWa"
    "XFTJlZh/oGzCebXzt8HU0nFFEHEn/N/B31clTS3izypoROMzrYKMGqVpoUfmuIycepwvph"
    "6npFSbPjHsKFwF5ChNC0He75bxy3Tz3TLdlFdm2v+L6hmneIFfJiRpnbq1975sclZhdlZq"
    "LQ9sPu7V8OIm6Vq4plfiyhW4VfXnxohat7RX4tRF0ajPn6ugHCFRq7ncanZHKARXlDdiRO"
    "1bzUs/CWfMGWU5z3/6cnOdjXBIkTQnMx3DG03mbLFSmwUsYhEzIvuAvv18+nsS6/Orm7Ok"
    "bI0TnKmaqq/RqJ/QZqvwOUGqnDdN5rMXy13H2x6jVFxuMpeVC0m1o2kaI9ZjjY/5lzLDLc"
    "88uo8/31JTFM0qdiy1COpvlXwVEQ2HPmfVa/DIbix6x+F/5eC88+baysMhG9GKDh2BQI5H"
    "x0fnBZeOz5BaPp27wIciPTYd4lDNpMYH8kgnWL6OmNwayuJzFhEhlMLvYmqOS/D2QQIZ1q"
    "NDR82QPVEYOSlZtU1lWjUy00qugiwOWJo9zwvB9GmSdVnmrtx8t3PrzETV05gDARC067PL"
    "69PbPwL9OpACr26uP51laNhnf9xdnDY+3GRLc9xSAlgVp32ZwBT/pFt9WEoTOLCcoJTlBU"
    "OcUpvpo6yT0/um8NzUwjE1Dk3v0pLPttdysC2Y9pN/ZD1Ru6oPOkLSSgfHCvqW4UtVAWFv"
    "eAvRXUltULijS7NsA/mujQiJ8m1U9G0sJCQseph9+3816PxB"
)
