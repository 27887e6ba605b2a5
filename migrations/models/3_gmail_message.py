"""Gmail's fields move from the table of messages to a new table, and individual copies get their source."""

from tortoise import BaseDBAsyncClient

MOVED = (  # former name, present name
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
    "eJztXetz2za2/1cw/pJkRvWN5UddZ+/O2K6TdZvYncTdtlvvyBQJSagoQktSlnU3+d/vOQ"
    "DfL5PUi6LxoY1F4YDU74DAeZ//7k24QU1n/3bm9vnTZz7fOyP/3bO0CYU/0l92yJ42nYZf"
    "4QVX65tiNBfDxJi+49qa7sLVgWY6FC4Z1NFtNnUZt+CqNTNNvMh1GMisIZLfWhRG6y4ZcJ"
    "tw+GAyx6UWtTtkZhnUJu6IEnwywgfib/97wizyYFMghcmd/bvzi49XD/v31r31MLPYf2a0"
    "N6aLBzLRxtQhmmXxmaXDPQlziTtnOiUjzZ6Y1HHEnTWHmBy+hX/xJjafE+aQMZ26++Rhqi"
    "1MrhkPZMRNwyHMcDr3MOEcpjVwuEU04lDNpAb8o9vUPcO7AD2dwE+Hq9wigBt7pPZiH5Hy"
    "HtDlQwrkNuDw57/hMoMf/EQd/PgnoGTRnubi8IHGYG7vgzETl/+NBNNxb8CoacTYxwxBg9"
    "d77mIqrl2w4bXlvhdjcY5+T+fmbGKF46cLd8StgIBZ4mZDRFpzKd7BtWfIUmSix3ufy/Ln"
    "hEPk74jQGHSgzUw3sgT6vfDaXq93c3vX+3J11+vtlVk03iUd+A4LDh7VEQAM8RG++6HbPT"
    "z8vvv28OT0+Oj7749P357CWPG86a++/yYfJkRLTiUwu/5wfXOHD8RhVcvFjhe+CRrN1SSV"
    "YFeIPq7lNP6XsNiy0ffHJ/CHH5bE30e7iAH+hZAD4Zu4CRZMtKeeSa2hO4KPJ28L0P3n+e"
    "fLf5x/fn3y9k0c4hvvm674CsEOwfXf/SoAR2laCPJBtwzKMCoXZvFdHOdwA62CdJxqNVhv"
    "d0eJI/1DKaR/KED6hxTS3tGShvmnL7c32TBHSBIYGwzO0a/ihNzBdV0ALoKBM08c5z9mFN"
    "PXn85/T8J9+fH2QoDDHXdoi1nEBBcJ6OGgRnD8MzaG/o/wjcsmNJsDccokEzzSff+PdrHi"
    "7vrT1Ze780+/xPjx4/ndFX7TFVcXiauvTxI8CiYhv13f/YPgR/Kv25urJNuCcXf/2sNn0m"
    "Yu74Hg1dOMKCb+Zf9SjM2evFSRxSGVYm+j2aubGjDB6M0sl5mVX+Qk8QqY7R1Qiter57Xm"
    "uqhROWk25yo3UZLnVZxVvbtv1yWQSBWne3D0/dHp4clRoNkEV4oUGl95ieyNER2zyuYYkq"
    "kXpskvTMxwUIXDMULF4ybzmNo2z1CI7+hTzpYYEGxOG97b2wIjr36/K9YZAj5+vL354A9P"
    "KhLfvqGhbTCOGHvwQl/Tx3PNNnqpb3iX541NfzXpTpJXNEsbChjxF+Pv88yx57rOQU7Zy7"
    "DU+l91iuy0WmRQHUPtOZlS2+EWmTN3hFZPZhM+tzqEOdzE9ULQJkZeo/nU4TNbpw7RNdMU"
    "BldqaZZLuE1mDrWvjTclraDKxtlIGyedaFmydr5lKCBonVGoe3xUwigEo3KNQuK7uFgm/q"
    "0Arz++BRt6At23ZUxuMCof3bcpk5vNzUro+uM3iO6ETvrSYr0JjEtBXIBw2qbpOHMO591I"
    "c0ZVkE4R1oK8YbJmcr84LrVfHBfsF8dJwIecD03ac2b9KmjHqVYCdaM25jUAjdpO7/9A+6"
    "2Cc4xog5vIr3eXm9lBTsocgSf5J+BJ6gCc2nTAniptHQFF60SMg5MybqekChrxOp2klvEI"
    "9E+MZai0jKNEG1zGJhtTc7GZlXxQysNX4OBLnYWaSW3X6cFDpfUVDoKFZuXYLaN0CbT7QL"
    "guuP1lvlld/eL29mNMV7+4Tirjv366uALsBfQwiLkxXUV59V6Y1ctgDqJch88JUmXdbDKf"
    "HUqtGjyOkCn+Npm/pmYNZ9qwkkAdpWmfhrh6cU9zxrDb1UE6Tanwzsa7gpMgurk5DgYvZ8"
    "iGHuX7nz9TUxM/MA2+Z/3/ImfZXYEkvOqtldjq5bB/jHoDk8+XxOn2HCZ6b8p49t1asaWA"
    "msA6gLd0SZQ+yVnaupoeGZ3DJEuC9E85S1tB0rltU5lXsRxOl8FEbYWKPlIrKyCpCkpXOE"
    "dbAerbsHFTe0mIftGYTY0LOVdboZrCj1x+b/pFztLSQ07axZZD6BznaOsisrjL9GWFgBsx"
    "SVsh0vmULYvQJZ8uWozPoufQZV8zhOgLbdWLVim+KwGoPqL6OB/RW4vecfhfOVwv/clauM"
    "UPMVioN7Q1K8PsVx2uDzjdB3+2FuI1HWE4NvwCL+JvWcB+wfk+BtO1EDGbujPb6s01V8+I"
    "T6mO2Gcx32/+dC1BrGJ86rX1yFzNu3sqRDXybacoSpXFx9ULVIX1+x2a9onJrDFxR5pLTD"
    "jOCIP/0INNbVEWgGgW8aJiz0TWP5x5382mkkrWDcCrfA7sVAGruxyw6vIxtXom5+PZtFLM"
    "Q4KudbElqw/d2YHoSvFC720E39UHV6r4hudOslb4RenTlMF0Ndgcp1RsbjSbZ06tVzlCps"
    "IbmsbfhuSL+W7hDGE84jHOl8SdyKC6hb0cNrS+YxaW7sLSXp4vYJ/cgVitg1TFqFdSC+Vs"
    "IWx1gvJb3DIXUmLXnJESv5X4rcTvEuK3Eg9be67Ew+Yct1czNjJJq1jdaFYrTeBFsNmmj3"
    "xca+OOUyp9oMlchqEwW4abpiAGNyRpXX73UZkczaP8FM2jVIYm1pfogUKU5TssqFwZo2od"
    "zMcH3RI4w6hcoMV3iahy6TnpVVWt4nSbq8nVCi0rZVtI8SPNjPfcpqCH/0wXgiHX8OiapW"
    "cZ3dPlZHaMEXm+TLhsa/PALpBYg4AA/G4qMwovz79cnv94tfdtO1abMLgjw24Ti/zIt9zE"
    "w01qGW/QQOOX+9EAXOLA3kgwksIhLid9SkBbNAj+ZsJhMXXwKugU0tmKJpyJZo8dotkU67"
    "TDhYky4TR9c+kUmHBgz7Dr2RXilEoLabZ82qBD/YW8dUu5C0oc/34Y0/oP/60ybG1H/1LH"
    "eST4MOM8j4cm5h/oiYjIpcr3vXLwjwkTzh08tcVBjif2CP6AIV6fFWaL45681iyjQ+ZwWF"
    "MyZI/CQ4NHvWW8kc1WDOYA6BbV5Sb/IOsDauQBa4jObPpAJlSzHCkZfBA1h+CeA3RhituK"
    "n3VGnBGfW9h+5X5PwEKi897vKemh6ftYkfSw7YKB29YP118ycGslwJqO9RqqgMG+NM3KH8"
    "lv2RFSqI4dS3TskD22enB6YCmqnnAPZ23rlmYv8uqCZM+QrLC0cOnuBr9n7tsexAE/gB0X"
    "1zfnn//ILod8kcGSiz/urs6T/ubI0V9VM0zSKt2w0bphQtCryu0McuWrajK/Pfm9ijwRIW"
    "mdE+WwVC3iw4JaxIfpWsTK3qLsLcresjp7S1jjJ8PcEisAVNDQNig4VNvYgrGv8GGKphJp"
    "8njlEIQKvShTePQz4sBQk2I/hA62RyATZs1A6OyQPsBlICEaR7yIWWk86dOhZhHmKltI0/"
    "eYTrEnxaU1gmGTdCoYNnG8poNhvbenBthpyhYaR9ZQt3tmgxRaSWSMkLQQ4tXn/z1Sm8Fk"
    "lVogR2laCPJB97QEyjCqoAXyaaoHC/fEtrIgBwQtRHj1O4WyoW7Jhjpnzqga8CHF5oHf+9"
    "tgZokCgqQ/Y6bLLGcf7/f3den8m2ZHWO+ihpSSSdw6w8vqNx+LPrm9qeZWak4UI9ogyP+z"
    "GZSPS5m3jgvMW8dp85bKRquz0eycpVilKL0INqtiBe3m7xadEQ3j6otN6GgYH3Y/nyNaTD"
    "HDJZGotZjvlEgWeVxNVoecj8Bn0K0tahDNMohuMn0Mf8tsD5m9wWwiojJl6Q5myMwOcemV"
    "0xEpIDDeoMo10fQNp1PsmlBJHu0/5+W7nnnM56u/MSJlY3jWxuDtohVRjlMpmJ+FWQXQbF"
    "9kVQE0jZJtl5JXo6WsM+TVRKXrfHk1WWJ7NfKqTacmo44QUzFORqd+OrJse2G8E1+N+Bzu"
    "YkcFV5jAkalOA25jDI3IXRoxx+X2ArB9OPOlWXiSSZ/aXhoUwWpJRB9p1tBLbsaJ0NqO0r"
    "L7jtzv3e/BA8CsVIwfMBsIcEBJWfjPPQMGgOD0byUVK6lYScXbkorDvaCKwBanap3Atvr4"
    "Fbl11ilbx1WVqx15lbwDrSKDQyq1UzaavbqpAROMHkilWVm9zzh2k8TqVW4yr72MnoyAoV"
    "zpM0qyufJeb9crg3YPjr4/Oj08OQpEz+BKkcTpS5eRWsg2n/WrtciIkLROwFBZVe1QoJRR"
    "qMVGIWEZ8RuD59WxiTQOf66SzSQytI5d6De0wzAnsNhg5Rg+IBrxJj4TfQOY7CtgUyxf41"
    "Wlo08utUTlG5tOOSrn3peBeQgRE8ahO1HyhjmicwF863Au6tNoFqw4eBC8IxOPMYbD0ypt"
    "7XFHeB/kHHz1p4cIflLmn0aafwxbG2QfJfkndpSm1pHdMIk2fmafljmyT/NP7NPUgR28BB"
    "UwjtK0D+PDMhV7D/ML9h6m6vWG+04V0TNKpFB+HmUv1aqOgStBqvTiJuvFUnxIszg/jSak"
    "aEYaDd62NWk0BhsMQFxDh2AVniTIlmLM7rxsa+HA1OZ8UAX7gEChXh91T+HJPNV//fX6x2"
    "zo41QJ/GczZuwj7a4qz1ngy4NcHhhRTMXvXJn1IqLXLmW9iKjSu8iAZ60X8fW3buvFR2Zl"
    "VtMX1ztF1grTH1G3BozoJO41P/R+9DvyIANMHogw4ThkYPMJOfACrQm3jTD4RIRc5xgW/o"
    "wuNzmltCHErA1xqGe22cN2isrY0FBjg8fHFAdy4Q8J2tRJZWXeFljwaTDv6FMOmt7wVlRw"
    "KNK2rn6/KxZFYrVA/eFJ+SQFtdxbUngX9F2K0LQC9HWHO7uwdCvZb7zxrfMbriddHaPvq7"
    "i6QwLl6E5uvSjxVQY0TqRATYIqooslQjUsjGlqZWRsspFRdOqty+wUseJ1k3ndNEtOc1lb"
    "1ZZTwj5TOaN+CQtNM4BdvY0mB3P6SPHOKcgvPLr3P3+mpqhhlY/21SNtU/WCb+ssOFAQpl"
    "MqQmfZ2BxZ+lgLKgjsk2sRi4OBMiKfimoOfeWcyaiZaOaUSNNistVkR+RxMcthBiWwhOwF"
    "Eb06ZNqWKIX7cEZmlh/FQ15rZMRcosMv7hCLe+E9ZEHdN+Sr7F4J/+gjasxMGP4VaA1uUZ"
    "jvUlrhsJ4BH5Ap5VOTirubbEzNhXflHXnA1wOzoJ0H8fVDKKt6pjyimWaYI2Zx179JjgUv"
    "ZayLR3WhByTwBvvhQvEhs6nhV8nK+FZIAMA/9sjcRc4Ye6Cfdru9yNtezTSYfzRtw7kQ8X"
    "OKO+H/jrbh5HzmjOoUmAAdPrPzKo9eWbNJ6oSKp5wF1E22p0gjwdZzkcQ+UsWcEhA0GdzG"
    "pHo5s/5fVK9kr4qQtM5kdfC2lM0Kh+UXKn6btlqh/wg1DdhiMuSsgmYtCbrWAb6WRnsCNf"
    "GhKtQ+UetwXksOh0M1Wx/1sg3e+R6cBFkLsN60Hwdl5Tq57iGZMjQ12dAUUysqGRSjhCpF"
    "t9FM9vXiGmxOkKqXucl8lgaGOkV5o4SKx03mcdpEU0HyzCRuXyLHWsIBhLEvDXau8zoYr/"
    "zWSb+1iqxYcWRF1bUZo1GQqmCVDYBKn3Q4diov1SSZAjYH2MoLNkWnoM0OsMK1Vzu+KkKs"
    "BOsmC9bCP1qT1Ulaxekmc1qntos/bFFFdYoRtU9lWkdpR82oWdoxQqjepCa/SamYkjr7Zo"
    "JecbzJHJc1t2takk1Vz2I3uCyrqdfhcpxScbn5XK6iMkYolLKYyi4Nwy8rvjRxSuVMbfRb"
    "06RyottWIV5qY8SmMaJsGsdynRGjUSNWlqmxShaHX2+jJUgnhGSdTdnymS6f/XnaCxT2BV"
    "oaJZykrRA9MjqHSZbE6J9ylraCpHMb3jmcekmcLoOJ2grVJjPwdhMg4RZbEqBgjjYiNOD2"
    "kLsutZYD6X10mjbihMVyl9+6P8tZ2gqSZlJ72f3oHOdoK0Cyl+GSCN2ISXbW3LZk0nSitH"
    "g+lH5lxucBTTY5aAmssRoUs6x0yOpQffLmaSFENp3g42WU6KsO0+fIXC2BqmqxgpkwRaQr"
    "FXgLqKBMgT+ibl9ZhyL0Xl9ZixNxKonmsO6IOX61zpKp+5VS5lU1zVXaCTskP5VeB3msnn"
    "0+Tqns8422zzetdFITajCvonBSvl04LYupItjNLoIdGpYzjtuY1bmop3t0WN3iQKgjywrX"
    "latiu7xDdL1D+rq+XFVsg4MwLyQzv/6BKojdzCNcFcQWXFhZyMIYfkcazfwgWH98CwveHJ"
    "YpWpFfsiLVdLR6BZatFF/ZXIDxOsqvhDt3WZBDihYUA0kiXGYNw6gChFPruGptG1XWpkpZ"
    "m6bpKs1VQ1WZ10ZqIarMayPKvAa240x1LrQrF2lzkVErsaK6nPQp/N80CBvEzKhk5BVE7V"
    "NqEUybowbpL1C1s/bJB1QEObyI2E8ZS6fKAaXLpg6oafaMmV/NxPtLaXTN1OiUUbbOabhz"
    "RtnwfazC4pBKsbfR7E3suZWy5OOkKmOoyXxumr7SBNO+8q0o30pcFhfh6JmSuB+oXiSH4x"
    "hq1JbDf8OOA9j4gODPQSlc8+XuM+ljwcYKfEAcPqF9bixeOR3CQWhHOvze0RaO748JfDyy"
    "0wKafx/OsJuCuSBfCW4VE9DidPhbZgbCH/CLtMU+efCsmTB8PuJkbnOXevfhE5TsDWYIHQ"
    "CkOH3UISafg+agaw42YbjhoC5YQ3wKhpoEfXKxFcSYTt0zIvo9zJwHv4WEDiDiyM/vL8nh"
    "0ckheX2/d7x/sH9wDxje793vwS1BzbDw96A6MWSgWL4p5TES0WKJankxF5EK+mi6fqE8HJ"
    "GK8yUMmAdF1eaVk2MbTg5lgl+nCb66xqI00h3QVGTUfB27UpxSsbnRbMYCQl5yTELC4tyk"
    "mpXN4ghVgr99IFsXS4Mrm+Xpxe3txxg7L66TfR9+/XRxBUe/4CMMYm5MuIp3SJpVOu5Dit"
    "adRgcHZcSpg3xx6iB5FGWpG2WBzqJtoYB12C0jAXTzBYBuNujuCAMRa2EeI1WQl4C8aVbE"
    "5p7HKuqhkfbBZyy0q7Ml+mUbMoyJkYoO+dbEx8igJZ36I80gmkWwS6von+r78rkMyYaZhD"
    "N/QDQy1ZiNHn2bzx1qnwm7ncil0oihLYQp8Vz0Z/Vo/alEkLcIFAish7K36gym6cEIy4UL"
    "ZEDn8AjAVQP7tPIZjtDcwB4on/eVg48K97obwZDhCB/L5k8L2ZF1xOC3kz53R/AM5iJ4Ar"
    "zbhE/w92EHWJMOXLSg6nwyhc/75E7ENOB+j/EKEap7yyN7/eAxZn/ATJfar8PF9b/3s+7b"
    "7kmHaG6vN3Rp7LMZfH7z0CHzEdNHCLd4c+APZ05t58078QPn3DYQaPj73vJAJhNtgY9Jk/"
    "gMXIyUByrAu3QIRcLimdkqNriqYisyTtBG2D6VaaOVOu+uWF03pIcdHZeQT4+Oc+VT/CpR"
    "yDE4bqpgHKdqHczHB2X0ABiV31PpIKUJqFqKWzkylCq2SVVMFahcbYHKjPWr1NydVnMjVf"
    "cyNN14Tb58ZVePj6uj756TKehZoJY6GjNk4IoGeiIdAWtRHRN5Dfvk2iWg4jkdoS+OOPxE"
    "od6KEBp4KlAcOR972ihG4oAKKdROObmMpbGoC4rcOEvDBc0TSaeaC8qb9U7qqXQydRcylA"
    "U05/CmQl/G2BbxbEKdLa3npTU6pck1UpMTvK14SEdpVMxl3I+lVTP0++NbaN1ffVCQt7FV"
    "wTdC0jq96aRMRNBJfkDQSSoeqEg9vaNPORty69TTIpPO1e93MWuOD+frT+e/v4lZdD7e3n"
    "zwh0fgv/x4e6EChV6ENU2ZIJQJokFMUCaI9QKrTBDKBJFhgpDVBjKsD0EZgnzDA31ctgqa"
    "5wzXyJQ9UZMIVzn2WNkn6IEHCGE+3XWEacCC29lEH2kW/BDpEYYLBtNd4QTu0460Ekxg+Y"
    "msGUs6wu+tB1lMTXrKgTuBNQGOS0caKahfcG1K+dREZzo9w8eSVhF4LpONqbnwLkgDCGbx"
    "zCyDW2Xro5Z3MFcyR+QfFttQgvf+NphZwhpFxJ3wf0d/34Iw/KxerJJntpM8o/SJNuoTMz"
    "ujvnyBWi6HK328uj6uwiC2Fwah7ExrW9c2HVA7q8hpPuYREgV4ZcBHogRxxkby05fbm2zA"
    "IyTJ4xjl8K8gJjs7rCNnQY9gFEOfRDlxuOIESeh1k1WMsgopWrDSE8nDpdJbuwXprd10eq"
    "vQqOxFJYhDktZhfFAK44MCjA8yMGZuNYC98QrdMuh6xo0qAEdIWqiKdsttEwW7RBJiR+d2"
    "hgEz1/cRjG+T22NlRdXtmVmpXoM/voVL9aTMUj3JX6onqaVKH5lBPSt6WWktSqPEtSXENW"
    "GEroJ8QLAU7LtT0G8tqOP+4PTgTHO80MaSu3SKTu3WGbu19HekYS0sIBESbbB+xHaW9ArL"
    "RwhPVJXtIyBQ20f97WMEKPEsDbDAvBGSKOTrI7/RMNOGYb1u75l0ONco7xQjVNWGm+xKU6"
    "F5Ww7NwxCUyuhHiGpB37AXSgVFNoAJq0n7CKoZV17TSUq1sKssbBWYqgJTG45tmcDUzK1k"
    "BejG+u3u1h5SFt7k/hkDGB6C3Pz68eNeSvZYAbgfvWnaiWtE1sqBdEvR1E86xlllhVPLbz"
    "qF8dThmNodEDBvW5bNwkpkdMExgZvgCghilkVZMhgmm9V1IhW9OgQjWTtkwqyZRyC2XuxJ"
    "MLU5Pp2XxO11qWYOTiRzvOX3BGvMijRyjJ92uavBczpeHjhaV3AuDRssYDUvd8506sV0i9"
    "Zo2P6gVIsCP+RWPqo8fdmQWRltrr0hKse7mTneKth6jeai8PUo6TwJCdpkP1iZ18TbZCos"
    "15CihQu2W6rtQ0HXh3TTB9XpfqULVhlUVM3hJknuzc2EBGYNuevSzFpM4ZeFEvwgNqy2EC"
    "8lcykzY+qjkNgtTkwOcrKNaYsg3MfzFmVdXGaHPc8cihV74VnwbvvT8tWRIixSMnMzZWbl"
    "oNiWg0JpK2vUVlTI89pDnlXY18bCvpQqs1pVZsBsx63TaTtCp5LIGx35gsbjGhyOkCkGN5"
    "rByhyhzBHKHFGunbpm5LRA8r/qFDdUDwfVMUT8g8+FvSHSLx19fENbm0h7hOw5hO12yBQk"
    "8JlNZRck2Wd9Sq0zovX5TLgaxURMeidFvSfZNkk4E2+4GO3VVJJFnlDepAYRo+k++YkzK7"
    "R4iNLSMh8aux0BrSzo5Iz4HG6KvZ96uNX3/gKymoaPzhKNflQ9plXXY1Ilg1opDHjNuipo"
    "SBEKpSJlqEiqNpCqDdTGUjVKbVBqg1IbyqgNv4gepBeyO+ZehvIQH1CoQsh+pr1+ZGy95j"
    "J+s875iDuUwDZJLczNFnVbYTavR6pfWxUDDk1i00c+pkZJ4V35KRvpp3SBhVYPuwLNplWE"
    "kiTdao7M7TJkzd0xIm9pWZQjJC2QSTZRVMymiEYNC3WcUumljdZLhTvBobAD1XRFRGhVpn"
    "WTOe0JGTX4HKdUXG4yl1U+vUp+bRojVpn8uj1NM8dB5X/VeU67XMZBFaqVmjMWbTz62DsU"
    "VVby+vP7S3J60j19c4Zupyk3TQfz3Az6KBLO4Gk6steobPChmSZMJa6grU4MUJpn07eYTo"
    "HmKTldQ/VMESrd81ndU9i38Z2pAnSMqHUgH5yUCY5NSkWR4NgTpeBvXsEfcViV2GO6Csox"
    "otbhvPrdQllRnpMKW6F10acpyGJODTbHKRWbG81mlK1rvcwxQmVAaTKPhXpUi8lxSsXlJn"
    "PZoBarxeQYoeJxk3msmxrwoJbsFaNUXG4yl7do8G4YV1+svbthfNh9c/e5SW13L8PYLb/o"
    "FJm6tWBILUO3SyawQWAqBNqr/QoPIl8C08v3ybXrEC/o7rvrH7Eq24A9ifpvA2yGjWZtkQ"
    "QJkC/ORPW1KcVybCM+d8pXW0tWVlOW70ZavlWFgsB2dVjGRHiYbyE8zGjDlFdGOT8MOUqz"
    "RBByM3f0Wpk+kQCMgX7a7faK4rsLGohlEbdwGXePy+QxwKh8U/dxKpMBi25aNKNnd0H/xp"
    "CkdWbuNVTaUGbul6Br+XqxiFqvq1QHxEqvbjKvHTzIq7/PETLF3ybzd6Cxer6MGKHicZN5"
    "bDBnwhynnqE7Qas43WROU9vmlcJlAoLWSbfHpYJljguCZY7TwTIqrFo1y2oSE9aSFa1i1V"
    "WjpiZg29yM8xvuMp3uZXhGvG86Ra4RKxxTxzfyhU+oaBrjxf+73DQIh7VCmBUJ8H/l+MkC"
    "zj65HQhXirdaxShmOKLQtkfEbYPaWM1K55MJc2XPG7STP5xJR0pPVJ36Srx/dJPpY/jXph"
    "NcRvY78tCnQ2aJBjnzEbXRWePf8JVodAM/Gp4JB+2ThzFdPJCJNqbOveVS02SyWpbsjsMm"
    "sGM5DPCCkf+ZMerCU8AM1Agb68BgJqaVAJiw/u0O6c/c8Bpl6Nkhr5kLN/FdSEA0mcFMb2"
    "Bq3xbRX4jHFuDJbAo/z0L28EGnEdywAyiRkebIslvEQ+mGk3ApI098lNFZFZQmF3XLRxQw"
    "m/MZPi+HP22ZgaFJjhhsSB2XYFit0wEMQb+KXIdfoC3IXGOydgB+EbITuyBRQblPRDl1+D"
    "UmHbiEY20x+DAU7B+4+JPmHAbTca4bLOHz+jOxyWGNdFEkLHbVLx0WMeSJz9HK6vg58Ayo"
    "OuvKl9a4o2ndBnLY9SphS7Mas7cgU6SUbnZQoJsdpHUz5adcrZ9SVSBspYlI+eheBJuF1J"
    "whRxX1PAhoNtjyILiysz0PQiWimtgap1ORp3VNgsob/XJ2NaF413FHR+gUh5vMYeVhedke"
    "lt15tZSDZdVOAP8Bds7D0sxF+zy2zfWwXPLpYi/DvyKud4q8K7o/oo5v5daispmHy4XDBD"
    "uKUHufPIRIPUhbvrc4Al9En+ocBsm2HPAZ3QRogZeOFFhqLgVKNN+jp+MrwQA5+EdGUeFn"
    "l0+n1IBbwcMIJRuG+31IxGx9OpxZ+GBAauAtNPmP5wUZw4kKtwJBRz4TDKLGmZ8PI8eJm2"
    "pDWBIdr5cJfMbfK11BWAAIe46MbD4bjvKzZBDiniNVRa+BWzJRJukeEAAom39Dbf5Ni6rY"
    "KktWYz1VnRDFwn5xbT42mCFTpkoRjCrIkEnVKRL/VoDYH9+66MHDUh6qwwIP1WHaQyUPwQ"
    "rwBgQbxNcTUTYD8+r7KaP0VKW9UjB+c7vu2x3Zcn1BtKqxLUqnjG1NNrYp0/nL4bVK5Go3"
    "f1UiV/t5rBK5XgqnVSKXSuRqoQkyInp6NuSKNscEmUrlKvY0Ri31S3rD0PPyhe7iAi+bb5"
    "RYW8+7GpUftw1V7vyFneNt9NZ8scPRf8dqdnUxbG3gpfEMORWNXaimjzAdi7mO54UU3Vzg"
    "IzUH+wQdlZIKXYPoqoQnIJosm9cRGUL0kdpegpJMFzOp9igysHyP4FzDueGyg47HL9IDKd"
    "2bcm6RQgR3/YA+wldwn7mFGVYut96ROT7tSDOE89EbeG+56P608NbEgF+S70OMvDviXkFK"
    "UMyJ6D+dJ7NGk4squRLzD5RtOK/2/jaYWTquCCLuhP87+vu6pKll/FkFzWZ8plWQUaM0Lf"
    "TInJaRU0/zxdTTlJRq00eGXYOrgBylaSHIh90yfpluvlumm/LKzPp/UT3jFC/wy4QkrVO3"
    "Dt6WTc4qzM5KreWBzSe9Gl7cJF0L1/RaXLkCt6r+3BhR65b2Wpy6KBr1+VMVlCMkajWXW8"
    "3uCIXgivJGjKh9q3nlJ+GcOaMs5/lPX25vshEOKZLmZKZjeKPJnB1WarOARSxiRmQf0Nef"
    "zn9PYn358fYiKVvjBBeqbupLNOontNkqfE6QKudNk/nsxXLX8bbHKBWXm8xl5UJSLWeaxo"
    "jNWONj/qXMcMsLj+79z5+pqbnZ5qhESk9LoP5WyVcR0XDoU1a9Bo/s1qJ3HP5XDs47b66d"
    "PByyEa3o0BEI5Hh0fHSecen4DKnl07kLfCjSY9MhDtVMarwjYzrFEnXE5NZQFpiziAihFH"
    "4XU3NcgrcPEsiw5hw6aobskcLIacmqbSrTqpGZVnIVZHHA0uxFXgimT5Osy7Jw5ea7m1tn"
    "JqqexhwIgKBdX1zfnH/+I9CvAynw4+3Nh4sMDfvij7ur88aHm+xojltKAKvitC8TmOKfdO"
    "sPS2kCB1YTlLK6YIhzajN9lHVyet8UnptaOKbGoeldWvHZ9lIOtiXTfvKPrEdqV/VBR0ha"
    "6eBYQ28yfKkqIOwNbyG6a6kNCnd0aZZtIN+1ESFRvo2Kvo2lhIRlD7Nv/w8qNtVU"
)
