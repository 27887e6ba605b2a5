"""Machines."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        """CREATE TABLE IF NOT EXISTS "installation" (
    "id" INT NOT NULL PRIMARY KEY,
    "name" VARCHAR(16) NOT NULL
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
    ),
    "postgres": (
        """CREATE TABLE IF NOT EXISTS "installation" (
    "id" INT NOT NULL PRIMARY KEY,
    "name" VARCHAR(16) NOT NULL
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
    ),
    "mysql": (
        """CREATE TABLE IF NOT EXISTS `installation` (
    `id` INT NOT NULL PRIMARY KEY,
    `name` VARCHAR(16) NOT NULL
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
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'DROP TABLE IF EXISTS "loss"',
        'DROP TABLE IF EXISTS "installation"',
    ),
    "postgres": (
        'DROP TABLE IF EXISTS "loss"',
        'DROP TABLE IF EXISTS "installation"',
    ),
    "mysql": (
        "DROP TABLE IF EXISTS `installation`",
        "DROP TABLE IF EXISTS `loss`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztfWtz2ziW9l9B+UsnVWq/sR27M+ndrbLdTrdnEnsrcU/3bDwlQSRkcUwBGoK0one7//"
    "viALzfTFI3iMaH7lgUDkg9BwTO/fzvwYzZxOWHt4E/Zt8+s8XBe/S/BxTPiPij+OUAHeD5"
    "PPkKLvh47MrRTA6TY8bc97Dli6sT7HIiLtmEW54z9x1GxVUauC5cZJYY6NAHIL+lRIy2fD"
    "RhHmLig+twn1DiDVBAbeIhf0oQPBliE/l39D1yKBp5RJCKyfnh3fnFx6vR4T29p79NHZfI"
    "sR5bIIejRzL3B2gUUOffARk+kuUIzT3yRKjPEUacWIzaciw8A9BxuJ98Kiy+ie54iEZzvH"
    "QZtkf3VND42KEcOTaHUQNJzFlIyAdyZuwSG27gEf9H5PjwMGQm4BBXGUUCS+eJeMtDQC98"
    "Op89EPEInsDm6z/FZUeA8I1w+PhVIEfJEPswfILFj7TDD3YgL4vxXw8W2PH5UDzMwT+Bfv"
    "44nDjEtTMcdmw5BVwf+su5vHbhPFxT/4McC1OOhxZzgxlNxs+X/pTRmMCh8t4PAA32CdzB"
    "9wLgOvA5XB7RQlC/LhmiflaKxiYTHLh+apWMh8m1g+Hw5vZu+OXqbjg8aLKuwkuCS7Amxa"
    "NyCcADPML3fzk+Pjn54fjNydm707c//HD67s07MVY+b/GrH/5UD5OgpaaSmF3/fH1zBw/E"
    "xMJX7wNc+FPSYB8rKsm9BH1YH0X8L6fYK0c/Gp/DX/ywPP4R2nUMiC4kHEhe1m2wYIa/DV"
    "1CH/yp+Hj2pgbdv59/vvzl/POrszevsxDfhN8cy68A7ATc6GVtA3CapocgHx03QVmMqoRZ"
    "fpfFOdlM2yCdpVoP1rvdUbJI/6UR0n+pQfovBaTDM6cI81+/3N6Uw5wiyWFsO+JQ+0MeaX"
    "u4rmvABTBg5hnn/3bTmL76dP57Hu7Lj7cXEhzG/QdPziInuMhBL85tACc6cjPo/yS+8Z0Z"
    "KedAljLPhJD0MPqjX6y4u/509eXu/NN/Z/jx0/ndFXxzLK8uc1dfneV4FE+Cfru++wXBR/"
    "Q/tzdXebbF4+7+5wCeCQc+G1K2GGI7jUl0ObqUYXMoPrVkcUJl2Ks1ey0XCybYw4D6jtv6"
    "Rc4Tr4HZ4QFleL1+XmPfBwWLF9lcqdykSZ5Xcdb17r7ZlECiVJzjo7c/vH13cvY21mziK3"
    "UKTaS8pJUVxw2AQc0BTZPsENA3eoEo7jfkDrVI2x2oQGx2IJ13oMT+UuBztV6UIdqeCnpw"
    "UGCoxqp92vrVRk5LyMybo/ObkzFptt0h16lrGR5vjMfE88p2xjvyrUKYiAl2uitunpFXv9"
    "/Vmy9iPn68vfk5Gp63afz5J9j8J48puzNcGGPrcYE9e1j4hh2zqrHFr2bHs/wVTPGDhBF+"
    "Mfy+0Hl0LX44FmwIISo4lzLfD+r8S05+ZBcv092UIEbdJXh53iOMPExtNpN+pQGaYRu+tU"
    "hDP0wrt8rKPhX9TaBrEZar3SXy3xayVDS+j5b8sybm5fz+nrIun73WZ4s4tywWUL9sd4i+"
    "qt0YcGpQlz3hHM2JxxlFiynjBMH6Q5SNmb1E4lYEWZgiTgh6BZ8WYiuASy44dDHyCcXUR8"
    "xDASfe601sHMYfuy1/LJnhMrtg9Q4TE/TOgXV8+rbBDiNGVW4x8rus3qb/Br4xiS+H7psm"
    "OrEYVY3um4JW7DG3FbrR+C2iOyOzsfKubwPjRhDXIFz0v3K+YOK0m2I+bYN0gbAT5Jopo/"
    "n94rTRfnFas1+c5gF/YOzBJUMejNugnaVaC9RabcwbABrMIcP/z2ir/SNDtMVN5Ne7y+3s"
    "IGdNjsCz6hPwrHAAzj0ycb612jpiit6JGOvRYTLLeOoRPmVuiRBds4zTRFtcxq7zSNzldl"
    "byUaNopJpgpMJZiF3i+XyoLDE5fYUJwQLTCh9rmi6H9lgQbgruaJlv15h3cXv7MWPMu7jO"
    "W+t+/XRxJbCX0ItBjp/RVUwE0gszi9sOB5S78DlHatwfOvOZE0I78DhFZvirM39dTB8C/N"
    "BKoE7T9E9DXL+4h/mj2O26IF2kNHiv7CJIHWLYcZfDgAtsS8LFLkLqD3/7TBJvXo4Bof3/"
    "J5jpVx4yaT/lkuRquGQyi3jssQUn3oo4/Td2PGJfqLn6CtVc/EgxyRqggkfZu9e7EUaccA"
    "5pkKth9EXN0teFxMTRPR1OXPG2rIbT7bmY6IOrMmN7uJpmYh2svol/UrP0dTU9OWSx+rb0"
    "dzVLX0GymOcRlaG9Gk6X8UR9hUrlo6+G0hXM0VeAlA1xNYDOYY6+AhTKlEI59Z2JY+E1vH"
    "ahaHmTmrGv6Fls7qx65F2y+bLH+CyHnKz6BgJEX0iv3sFWQXIpNzdEEQ0fPExL7IERpLeU"
    "3DHxv+eB/Rmm+zmarYdSqcJL/IIwEHAtgH2Mp+shYh6Zu8vhAvtWSdxKe8A+w3S/RbP1EC"
    "8upKeh3OesKbEe14HZFzElbHmX0YQ9ga1lrG/KoFcS7ps191VH/KYMjHJgl6jfX9gCzQJr"
    "GpWTknOifwfMxwhHEcFTzCGwVxZpgppUNl6iV7/eXVYG+n5NRyOL0ar2kgn91T30F1hVgB"
    "98cRW+VlxWtybjg9tfwaYMVXCq5QssEcxbpYMnBCa7Ph/eUW1pq4QzTWIAzQMabsPDtttq"
    "lm57uPZihy14Cwv8KDLjA/OI80D/RpaSITIfsLy+QTEnaM8YUSVEicseXsQyQW4NCgTE7y"
    "YqMOzy/Mvl+U9iK95VNueT49fkcsbf1opvTnZct5wtIY59D4ctch36iBaOP0WLqSPkOcfn"
    "COI5iYdU6BuU5UQhpj+qsp7E/z6YK8poDFxnC6juWSHaGUFOl22mTpDz2SOhQ5exx2DeJi"
    "QkT9e7cOv1R7PvQcKRfKEPtoLv+vONTMjvcydpL0IFybe5I6brwOYspWGz1mwGM1IHHqfI"
    "TMSvbvzVpIBCNvqvRDAvhAdWy+ZzOXQ4To3tJp+HM4RFFcg3n1CIKUMzvERRmf/Izgol/n"
    "3HDQvje+RJCGM2FFVwbJeoYvyMIZfRB/RKLGHuH86XptaCkdONnN5ETk+9y01RTpGY4gtN"
    "ii8YWb23h3w2rYf7w465W3laI87pzGkxVMxW4o+pySpKSPqXTvS2SdmJt9VVJ94Wik6EYl"
    "6HNylLad4jnd+jiFct6yDnyPr3Pq3fXGg8nsbjqRsj9t/jGaULVlhVwpSdentKNKhjcUo1"
    "A7Q5nHsM9maOXn3+cInenR2/ey0bHUJV28jeMmeuy5U/VIa1kSfHIsgST6Z8n2FkG3Yh/Q"
    "1sLDahTuj/jG41XkovKpS0lJTG1KL7PjSoMbWoJdDB1lIgNMaWZ40t8M4M4Z1pA3SGqHcg"
    "r7/yg7Fobd6iRYm/YF5J7HtNvdaEpHcYr3+nMBaGTVsYjFG2Evo+mRhMAMWLYDMoNp1e5g"
    "yhsRbqzGOplXZicpbScFlnLkuLQ6cSl2lCw2OdeRy1y+0ge2UoDZd15vIOfQ6acfXFuhw0"
    "48P+exyi4nslHodUXb5qjwNPDericbilBHGxWL53KOTGQ9p7aDw7ROBosBh7dIhMsVJeAx"
    "mSN5B/inGqvZ5MwsJ8ajwHum8ngxrPgQnS3Jo10NiqXoTApFkAoWG1MUsaNq8lwM2EMb4E"
    "Lpswxo2HMW7fLaqz33n9XlEZbCJUzzI7wTMhKjFV72A+PTpugLMYVQm0/M5E5O5cn9XMPK"
    "YbI/bfPpaqb1tiIstWv622kuWK7q7UOP47Dn/MHGl3Qz6DwFkwhzkeko8zQJiLaT34R5Yf"
    "stgcqhKBy1LG745sR1yjlFhKkR9BGjQn/kDF8WI0mohpAo+MBoiJhYl+lj1uZXlKItaRLa"
    "eVP+YQXftcmeRgkkcy91VytbgLJ+ImtrTLwE3E7FMxKpxLDJZtkdQNZuKNOEQjj0wCjt3o"
    "eaDCkhvfXX4pfsdiin3E2YyMmb1EFhY/yCMQSiwDjos3wA9i3SFBM5p7bEzk7wWjobEV6r"
    "63DmpshQRWehuJIibYnjCxPbH4tImBUIyq6dJcMBHurB227lhvoCO22qKLOP/1y+1NOc4J"
    "RV6Tdywf/YFch++xvFAGLWCR0d8jRF99Ov89D/blx9uLvGIOE1zkgScYgrXE2QJtmYfyIC"
    "vb1in2lhWMqJgh32146ZP9rfdeum+HEMf8EOy4uL45//yPmCGxUeXj7c3PFyUsufjH3dV5"
    "3jWRkkxaOydytMaYqbWZKyeHtuV2Cbkxa+rM71CtaHPOpUhWOuj2h6sbOufSuljbF61Ibd"
    "4znd8zbFmE86HQ1bv4A4vUhts6c1sZRuwhd0IjYjuvYI7Y8Fp7XuMSw0f1CZoiMSdo9xM0"
    "hLFNy4w0yQ5bZrzpDvK622REFti2u1SazmxQOm9QMwzdGmkXdS5HavisM591cja/EHdIwd"
    "XcxiHawC0ddRfcvFN6pwzbmEt6dTdz2BW0ys+cNA19ztGcdCvt6GmGzIoZwRQ8yNhPV3Ja"
    "YIEjUjeQfQrngvk2wtRGlutY4HGFR+DK06y+FRiO5IhROERd8IhyWH/HkWPzqDOimvpHdH"
    "9wfxAW6k4uI/JNSKvGdav7XjWocd2KjcXrZvDNUhrjvtYSQvzqF7lc7T7OEPUu7G8DeTzx"
    "ftoG5SyVgflZmI20a6RdI+2uT9q9PQ/86QdXnhwFWTf5slbSZeL0mQ4n0biuucdPDnd8iK"
    "JUcYNCFgWsCPXRXDy7lGKvfQgzRGMSNee2iAqVdCjyCUUzhwY+4QMoZOqnaqNK0XlMHgSt"
    "Y2RW7XecZ2RWv0tN0zydSU1+9qwN354OYBcpexh/uH7A54EnZP9WFWRTJD2EeP1ZZk/Ec8"
    "RkrZL50jQ9BPno+F0DlMWo6kK98F2uiiwrdYHX1JBl5VJfHxBe/05hwpR35HyeEOwHXjvo"
    "0zTbB//gPyYBtQBXNA4c13coP4T7/demTADbZknSVb6DpFJKbOwwz25AlHzzh3MsZm+zx6"
    "eJtgjy/9sOyqeNyrGf1pRjPzUNBl+ojd4UjXkRbDbNwPvNX1MXVQP/hKmL2qu6D5/J3F3+"
    "hn1relDio0h9O6hzUngwbriIB24mGgfuAk3VIMRmLPC0oMEaA4cFZb5jERvKNCDui+XH0V"
    "RMBtUhZOiNmADIsa3CdaYODFpCeM77ODaHBrMx8ZLwHO4ja4rpA1FPE80QRuyMyUTcRg6d"
    "OJ4YK2dv5vz4emAHMsz3n8YNoqsbxITu9F+eSLaBNnp2lqp31oz1ewUiwMDR3AXoiG6nUK"
    "8P300U1gDrWqf9KkNotB+dd6tQZmjJ4ITKHEZaszdq0CJDwVtbI/PE5lXWmddhtYc2SZZp"
    "kh0mWa5XzF9bwqXvsQB+ZgHPar9hisTkC3f3D5qQ4d2b5EzIsFa2uxX7FFH/ks2Xl1NiPR"
    "6UditKDxjU9ywSj22JsUMrHrwZyxzB1hTJaGJpbVNGObCIhVHE4oJ8hIR8hr1HLnPjHBM2"
    "vA+7zsDYy1662GrOenPWm7N+zcnwnwjnWK6n8mz46Pvak16lw89SQ7uc87+pRB6X0QfpWM"
    "MonBHOaPkw72ULQsfmA1WfHE5y8s0nVNZo98icwW4+kB66RdprhgAx6Xy7CxsaOhyFMVSq"
    "YHriSVMeOC5rmz+KvYg2dqv5U7gXcE989TVEBT4ZuUFLucH28KT8OKn2CqRp+tf5510T78"
    "u7au/Lu4L3JX4JWmCcpukfxidNmtKcVPekOSm0pEn2nRYgZ4gMys+jHGYKdVEzcqTGOq6z"
    "mqHEiDa23IRCjwwQuG1vMkBsZzIhHoFoqzY8yZEZG3t3Dsw9xiZtsI8JDOrdUQ91n/JTnc"
    "3mQrv69dfrn8o5kCXOsSEIHPsQaPdVjy7XAGRPjCN1cqTBjX6p4I2jdGnZI2Ntxo2U2ruS"
    "cSOlae8jU541bmTX5KaNGx8dWuq/kNcHdcYMNxrRtdYJTABWBCb+Dn/0IRqp+N4RkhYeji"
    "Yem6GjAZg2wPTAPDsJ/gX1p8ro8DW93tScyr6QsURksQ48dzjFfGoMEZoaIkI+FjhQCX9C"
    "0KdGomuLxxALvgjmHflWgWY4vBfFCeo0savf7+rFlEwnqWh4XnYpQK32lqKQUt12OEXTC9"
    "A3nZDti6XbyrYTju9ddPhmsrChTmObYLiEwITC5bdeEPlaA5olMqDmQZWOKYVQB+tjkdoY"
    "IHU2QELuX2dmF4gNr3XmtaZWHn05vA47TwPbTesc8hWsN3qAvX77TQXm5InAnQuQX4R0H/"
    "72mbiyalM12lcwx97uXAWo/9xkin1NhE+j4J5Vw3rAJAZUUc8KyJKHIB6Ir5HxuFHKO8Gc"
    "vFchN+n8dhnSK8ZCfK8K7ZljT1JBMJDsBB22wZBlYEfvUUCjUCD0CqOpo+KAZGK+nZ5ZjX"
    "qN/lCxw+Ifa0rswBWj/hCT2IyC4Q6K5fN0Yw0+uqfSiqfij+RyhqLEc8LmLpEDXeeRuNGV"
    "H9EIXqT0PInAOxI/yXXDHH/iyVoC0b0rTIAFa182bAzcK7GrOYpFyg4J5nZUParkWylCCC"
    "47T46/rBjjTax3x8fD1J7Qzrb47Nm2C89Fypcq7wT/e7sLR2qHQ25QY17kLPCqCnZe0WBW"
    "OOKyMdIxtc62GmWA2HmyudyC2phqYgKdwe1ordkAvMH4X8RqZQtLkfTOHHb0ppE9DIZV1/"
    "d9U7SIgXMKtBix6ZQIatVY5+l6B/jxaRPbrhhVUz2hYN2VqMkPbaGOiHqH80mjdX1Ss6xP"
    "iquaE+xZ02G5Mb3aO5Qj6wHW2/YRyUTADslZCZkxYulsxMpoHK2MlWlCk32nNZMjlboDm3"
    "Ok5mXWmc/K9tCljm2a0PBYZx4XrTctJM9S4v4lkGwk1EDaAItgVzrG4/HGJ573iZuojTVH"
    "bbRdmxkaA6kJhNkCqOyJeNCLsvViLRIacCvBbb1sSygNvOVBXLD+OsdwpYiNgK2zgC1dqB"
    "1Znac1nNaZ0xbxfPhhyzYqVIaof6rT+v1+LsN2xwLTKULzJun8JhXCTrrsmzl6w3GdOa4a"
    "qnS0KLumnsZ+cFm1yunC5Syl4bL+XG6jNKYojLJYyGBNIjRbvjRZSuNU1fqt0amk6a5ViJ"
    "faU1A3RjTNB1mtqWA6eoSWGRvbpINERT16gnROSLacubN6ysznaJ7+AuUHXplToB1KMElf"
    "IXpyyEJMsiJGf1ez9BUki3ninYOpV8TpMp6or1BtM5VvLwGKHGOrQXSbmqWPKImd2/GEyq"
    "JKY628gcNcl/FUfQQM9vEhqG9r2Mnv9loLrMcJu8RbdUGdwxx9BWjssQUn3hAaWE8cC6/h"
    "1LtQU96kZtxby9yKidq5KujVuEaVIp9HN9+ToSewZkpiBGUZlO2h+hTO00OIPDKDxyupGN"
    "geps+puXoCVdsCCYG0WhSrI4QLqKY0QjRibW3NOAFehG3NKEPyBJM1A8SH9C6N8JgFYS+z"
    "sMboQcwb08NMS8PjAFXn6IfNaDoY/LOUxuCvtcFf03pPOhSQ3lS1p2obdFGYM1W99a7qnR"
    "ixS87rjIW7+tD2MsO6VjSKZ+lW6dtnA2RZAzS2rNUqfdtMaARSvIvqLpgi33qe8KbIt+TC"
    "2kIkHsXvKDlEK4Nuo/E9LLRz0qRYRnWpjHy0bYfKLzsp+rK9gOZNlH1Jdu6mICcUPShCkk"
    "e4yRoWo2oQLqzjtjV1TDmdNuV0NFVl9FVWTenavVFSTOlaLUrXxrbpUm0vsVvXKXupUZux"
    "0voMjYn4v2sjZ5I2yELRWqjmCrl8UHh2iUZ2AAVSRo0ru06I6w4VkeSd+stoeHpqeMaG2+"
    "VY3DsbbvI+tmFxQmXYqzV7c3tuqyz9LKnJWNKZz5rqLzpY/Y0rRkOmaOeKkZHypZJ5FENf"
    "J5fDGGJ3lst/A1ncEjdG8HNACMeR3P1e/AkJwssBYkJIh4EYiSdwnoi3DJs+II6XPIyhYG"
    "l3juokAbbi0Xv5TdidAn4jBx+OSj3mQ0ztYZjCeIhGof1T0CymLBxjh/dnsv0EaAJCyoMO"
    "E9IX5LIF8e6phTn4jKAMfADkcC9L4AX3/fzhEp28PTtBr+4PTg+PDo/uD17LOe8P7g8O0Z"
    "0YClWJ021jI51DNbto5FqSsWm5cn4ZX5IJHtFd8TCukFRJ/AaWzqO6cvjGG7ILb4ix1W/S"
    "Vt9elTGq6h6oMBAQ2q20RpbSsFlrNkNlozDhMidhMeYSTMtZnKLK8XcsyDbF0vjKlrXT29"
    "uPGXZeXOcbU/z66eJKHP2vs6pqMa5EieJtzqKEonen0dFRE3HqqFqcOsofRWXqRlOgy2h7"
    "KGCdHDeRAI6rBYDjctD9qVBA7U6YZ0gN5A0g19S8qO+xbMIj9sZw+Izpdn1GxqjURImVMV"
    "WFotrM+JQa1MXKeJc4+2EqYqdMgo6HoFNtCJ60DWI0x45sMquSYJWNDgIIHI4eydxHE+aB"
    "MRIvpZ3xXDanZTQTNSDjxf2poIitiqppbACZumIE9UcDtHDEECoeTnDX5lFXW5h94ounHW"
    "EYJDvsknuqfsJ3HB74EF1P4EE99m0pbi8wQGPmTwfiMdxl5kHgpvAZNABkYWjKiyzYucCy"
    "iM4pkstaDOML4vF7Kta85xDZCjczBZC/GoX8Opw4rnjAV8ma+8/74PjN8dkAYX84fPBJ5r"
    "Mbf349eq3gDLFFMxwZc++peDjgBfBI/LaJ+H8EjIIDfoaAunHcRc4aWtoCN75qAjJKTlct"
    "7KLG7NFLfXhfLLJb0tHenjaQXd+eVsqu8FWu+mR80rTBOEvVO5hPj5roCGJUdUOoo4KWYA"
    "pA7uTIMGqaJmqaKbi53oKbJUvbqMB7rQJ/ZJx/loJQQQWOvhrUqcAuU2JPx+h3IAeFFyMq"
    "5h4IvYrIa4QfzpeHaGQ7fOaIjxAuM4VIeUyXoYI8U/nOC7Fg0BRziH4R+vNkILXCxZTQTV"
    "QsqRZP1mm73K1ulbXQnzWx0OfF9ZSF/uz1M1qU4BtnrRIVE4oemorXBXiqCht5wF06RaXp"
    "jMqqtcqqmtN07GmzRQZrEmy8d/ytKu5Qp8P1s77DlvW3WP5oh32GbIftR97sLd5dUqBytC"
    "Y/RrctbaWMjfXpPOcPFSWezh+eLe8UGyA7KjxgxURyktgBBg8BOo3jc/CbPXh4pnIDwLMn"
    "PXqui1RuuPTLKe9dMtEm9JyX4kFasVxQtVYjNNJpG50mGt87BXL9oS917oM78q1i4e7Kfb"
    "Cj4+Dq97vMSRAB+urT+e+vM6fBx9ubn6PhKQZcKuPqfgXRby9JoVEY/XFNGP1xMYw+6Cb3"
    "BGsVeXTD/QXJPKYSzK4qwaR66ZSIhdlOO9WyoZUd101AnBOPM/odRxD2TWZhCVBI87QwvO"
    "lCbFTC4CG6Fl89Ec+TUVYgSXqBK/4CkVGKiHKYFDO5M3Nc7IFUyVUKKiX+gnmPxdgvhD0i"
    "J5tj3ycehbtH5GpZHqILJqRQGEdmc38Z1aVJfj4SGEEWK/LZPU09CsSANQ6SKoZDmTAoLc"
    "OgJG+7ebjTpKbKQal3O9M7DHaASpivaDArhzmm01kSU3E2G8zHjWWBq5tfP736LoxaHaDv"
    "4Myewe+HD3Gq/nctknjD3bSVcJyQ9C6W6axJBu9ZdQLvWSF/d790vo3BvG2Nz0S49kYPMW"
    "GBOxehTFigCQvUDWwTFmjCAksMIsp4VGILia1K1WYQ8rRq9xNVXirKXsNo7nwjrsw+Q9DO"
    "XaWnSX/ZE/Fsx1JltWTNroWMBLSI8yQmoOJRPGRNMX0g/EdppAgJZHqX+kLGCqIZ5LdBGh"
    "2VSWwj1V1lJHPcBOciG4f8bfdUnLWyMq8ye8g+LLJ675ywuQs5fbJKmDLlRHYbx5fFtVzn"
    "kbhLZDv2IPYAgiqSKbMVVvS6pwG1GW3ae615Ylm7mMfnDqRd6O8H/zEJqDI2yTvB/97+1w"
    "7k7k4qfetaW89p+PtQcmvbCj4UxgaN3nId67GNNm+0nl5qPYFX0iO3xnighhurQXurgUmg"
    "3GwCpUcmxCuLB61ezSmSHgC87RUdSo0dDuYUZe/O5uNmMRBlZ3Po5RSns5KHh8mFgEoZfA"
    "gnJnyew9L1rSn8zS1MqTLaW0KTctWfqjrFEKRo8fBwZckC+EcI+WMyDD94ZE5wjVX/uCAH"
    "cEtMW+R5pXksHt8ny9jaGuoFlBPfd0tDqesKzWXotlhqrgzaxmpsezVifRXmZBTAUGw83C"
    "nLq6pcvgU6s4xL0FXqfss1nBDteAHvValEeQ4Ukf7rl9ubCi04IshrYmDx+QO5Dt/fgKgy"
    "rAGJelknL9YMsmoVTFAIMshEMbWNNMgQd5J4tgP/PkcbKKNgl0jRNKFJj9HZWGFctDt20c"
    "qwkVL4q7F/qIxma4a8Zu/TukWniSMVtHagZokMrEVYpwSLo0Wovy2Xa4HOgFsEF/yNrTfh"
    "FFGPMN3yBuwyS2Y4tFvUOaoewb+2JW2Cj7YbtR3L+K33kTxlj1bzFjYTEwBmAsA0x7ZJAF"
    "jpVrIGdD+n59qvPaQM3ugBMvjmN9AMwje36Pzy7vr25qAg8a0B3o/hND1FNiXiNgG1InWj"
    "/Xb70O8FmzYhNME10eHWAO4vcrIvpM8AF5TeJiiHNog1QPwhmamnAGftNY023FBlWwO8Mj"
    "r5Y2q+noKc03KrUG5SaiCMji5RTFrUGvi7inK5lHP1SF7baNGB7GKtirVPr+a6MrypUd0K"
    "D1iOv5QR6RBXL0V+b1lZhyrpIgNkpgKVqUClFbQbrkAVvh1t0E2R6BwH2BHio0blkI5qyi"
    "EdFcshwc7SCuJwvMG3Gb6m3FQPYwhMuak9kPwiLbBE5kspiNXSXkof7SjsQaxnnH5Inhyb"
    "CL1KSH5Czguo/Vz5UYI41CwNH8NIf0b60wraDUt/8O60gTYa30O55KyJWHJWLZWcFYSSaC"
    "8qAlwd9pumWSnyVzewtx36ayRCIxEaiXAXEmHieimRCTN+mWqpMOsL6iQYfiaCBdxHaqqw"
    "qIVPhAAYVraQdr8ZtqYOJbyhmBhOZsREIyZqBe2GxcRw2bcRZFIkRo4xcoyRY4wcs2dyzO"
    "0T8SZueT/R+LtaKYalR3WRYe6gpY7sfQYltabgzRyTJaM2wgi4JzbRGdTiGi9RGH43QFA+"
    "aYBmDg18ZRabe8wSX8q6YmJCTtREUPOcMj8qUIZ5XBJ9pG6pCoaJJxCLCgQpn/nYjUp7hZ"
    "MOEGdyBvHA8EzEYp59T/2FY5GoWBncZVpjW/uaDrOMij+p51dvpfPgUFXnK1sgTA0xpdT1"
    "LKVuqn/tvvpX8hY11DUSgj6lW64t3STci1ooGQmFzgu6o6Jx3KQ2+nF1bfTjQm30quagL6"
    "wzqMmP2qP8qJrcHJM/0ocCwp+FmixE5EtV+KZEG8gOqFUJPDV0mFTR6aQYyPrACiA7slRO"
    "sZDibVtcyFbzVRK740Uqwnuo6StEdV9QiTsczpv3MUrxyIjdeordJsl7V0neRuHZvcJjil"
    "u+xOKWpo7d1urYGQVtvQraxPG438G/k6YzDh7tHDyZnEDcicMpMsNgrRlsjCzGyKIH2Hts"
    "ZMmm3ZYYWQp5udVGllCWH1rJ2I55pKqrUujzjPotQR+nsHH1QIaL2Q6fu3h5iO6itkqQeE"
    "rcCZoy11ZOVCvwPPgimcRdSpfsLUXXlLKfLgbgQGULFaj2IP7iSEwLrlr4by6du2MiOzDJ"
    "T6ELl2DPXaKJeP5DdD2JjEFiJfhiHRBb2X7uaeiMHcDnJVqwwBVf4UcibupPHc9WXaO42K"
    "yat2iKWx4bY5CexiDT/aeXAscClzWkec7CEVIZ68bBflk3BN+Gbdt3ZGiM4l1myFBhWS3f"
    "oZDKvEN79g7BBtv2HcrQmHeo5B0KpdEiptVh4SkSExa+Qlh4LHpX7WHVFoc0qbE3tLc3xD"
    "2BV7Q2NI3F1hTo5yt7pRda+7JeGzU2OGRx58zK7QzRd4NaE4MYNYxUoU7WhV+Equ8yGTZt"
    "uVDXEz2SuS8+Qdfk7ziCO3wPd0DODIMRYk7oe4THLPAhWFuR8myfZUaRuC0hVFoWzuUcSM"
    "4Rto9WESFiJKZywkP0IbFfDFD8q4b/Yg5EhiD4FwwQUUyJzIJTzyueUU7R1FpQ0dDZtHDe"
    "eX1vY0B4YQYETsSPs0uMCNX9IBMKIwqXtdgxfYI32ydYKA3esKL0ck3j6wxVD2Cu24U20S"
    "3Y+DaNb1MPsPfYt3nuEq+0Gob6olbRwPGQbi5MqRtEwrts3DiQpS7mJA4Il1miEIYqtYYr"
    "bE0Fvksk9k6eyPzh+vn++ieZ8ymnnXvswcMzjiyhTkDu5wN1OHgUlbQAAeqOUDsq48uLmZ"
    "/5LE/jV9TSr1gR6lwp6uxDjHNHSeekieX8pLps2ElJ2bBdm/Y0C+dft7qbKn83sd4dHw9r"
    "hZzqWnhlxD1c4cenTYR5MaraH3NaEOchHIUStw3eKZIeCPLd/W8NY+I9AlB0CDzNUhpLjt"
    "aWHMvFggn2MKC+U/I2PcPpPLHpo60zrzkc7u3f5xSZ4a/O/J0InarTjp0hNDzWmce2w2cO"
    "71bTLU9rOK0zp4nnsZJEuZrSzxHBSoEx+8PRjcTFZDu8NrcPZen65OLacha8cRjs1GFguk"
    "GbbtA6YKuvM+YCMquId8N8Z+JUNywsGzaoc9SMFYGQB3IU3fw26WnAfzMmiE/ZgiImu9tQ"
    "VYVThVpzFN6cH6JzisJ1LS47tkoSC4czz1aVRC02mzm+dPeMwDY/Es8mE8ohoEvIGuE/sv"
    "yG+NcjM1hu3o9oNCYPDpWVQRdT4oHrKHW79DNDpVIx9BCNHskSCO6pWsPSfRSWBIV51K+S"
    "FUPF4H8HDvHF46hKosRG48APg9fkwCQFTga+hQ4sMc0sEO+Q+EWjyKgxXsYFTOcYai5FIK"
    "kEu/DO8BAwJP3oAwEUmuLo0UKg7uTvdeBXQtIfvPBI/DTgTYiA9KOFj3SILqfEeoTpwdum"
    "8u1cJuCUiX2qGL24r+08yCL1kCc4EJgKRe6epr6Y4SVaYNnMyJME0b3iTMEFkdSH6NabTz"
    "Fk/Mk7ANujAlF44sPPXjAxmDw2rV7/NbdBQp6fjNjLXI3i+FJWQ/k5XSoKPptcQS0ENePT"
    "24k1XmwUrbAla+z+qFFngo30fjT+0q35S004cC9NVcZX+CLYLGXrEhGrrkpaTLPFImnxlb"
    "2tkpboIO0k2iydKcXZ1QhpvOIvZ1eTSnoXt3iKznBYZw4bn47x6ezVG2ZcOjvLOd8Hn46e"
    "C/l5bPX16Vyy+fKgxIkjrw/qvDZWNKKLl+aWkji/RraPJZYzh9T4QzRKwBq9l4b7cH2E3g"
    "cf/BhMDAr9OcohAaTSKSMWm08EIZj+wYfwh/xO/KNCveCzz+ZzYos7iceRGjgMnxKKMFow"
    "75F44IAB94xM5llMGSeIBT7cVHkx/HtVnufHKDfIlz9GuQ44wZ41BaeJrMijfCTkmw+TVa"
    "fzAJpR096w8HOxb1v2FZW/1DgFNHUK6HHy68WZzZlXTXF1ueZfXFL+FlN5GnVsO61p2XZa"
    "7NmGZyXyUzXE0fjeJfGcNPJundR4t06K3i11PraANybYIr6hmLIdmNv0lWnWNQYkqDbFUO"
    "Lx29t13+zJlhsJo22tcWk6Y43T2RpnbOsvh9cm46zf/DUZZ/3nsck4eymcNhlnz3DUZJxt"
    "FvodBXuERuduRsoctck5a++gTFv9V3SigcPmC9nHtd80MSq33p73UBr373oz+nbnoYSFXe"
    "GkDNd8vZ8yesc6ZpTZHp74YXcxBqX9GCJQ649NZIOx2HkJfsg5htXhLg9RRKdysCAraqb8"
    "gVBBnIKjULksb1IZXeBKTPkNxRC47AleYA4uy/PoUujEVH5LmfUk7xXPsUQ/h9XQIRFrHP"
    "g+oz/eUwGGQ8Ikqil+ktlb4oZijojMl45QL6p7Lh2rlV7L1Bsm7x9nKWXcltHjh6JwOt+p"
    "lfPS1C/fYv3ymJ9FNlQa0NM0PfQBvWtiPn9XbT5/VzCfe+TJ4WG2a1OQ0zQ9BPnkuIkn6L"
    "jaEXRc8AMF43+R0s721Z6ghKR3vrajN01TyWpzyQpreeKx2bCD3zhP18M1vRHnscStrQc5"
    "Q9S7pb0RNzKIUWP2rQ3KKRKzmputZn8qpEK7pbyRIerfal77ScjkE5XsztWGzhSJ6Tq3gq"
    "3TJIp2YcXeORJyqm4bPudIjcNIZz6H5pcuHv4MpeGyzlw2DqodOKhMPpcGBv2Mi6o0xPMi"
    "pPvwt8/EjUu2VfumegT1n63cHSkdh3wrKyIRkt1ScsfE/5rBeRfOtZeHQzmiLX1CEoEKp1"
    "CEzjNeoYghndxCd9I/gyGnTNq9D9G19L9EpeNkdhplCO6EKCG2bAaL6VI2oCXee0FNoDjd"
    "A/Hlk0CtQfHWkrl/OK/MFMs5V0zyl5bJX2pdlHGAYm9ZFfoZ0eQLxix9tQHv5/ZZimqoNc"
    "dCoNCwQ/9VacfFixIt++Ifd1fn+xLQ0qO0u4J81iYsoEnoS3QQbj7wRQeurCfsZX3hFufE"
    "c6xp2cEaflN7rOJkTIczNby05mPvpZx5K2YiVZ9mT8Rr66ROkfTSA7KBvm7wUrVAOBzeQ3"
    "Q3UupU3NEv7YBd7fpIkRjXR0vXx0pCwqqH2Z//Bx/DD1o="
)
