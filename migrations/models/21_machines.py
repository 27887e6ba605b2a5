"""What the server remembers over restarts: notes."""

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
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": ('DROP TABLE IF EXISTS "note"',),
    "postgres": ('DROP TABLE IF EXISTS "note"',),
    "mysql": ("DROP TABLE IF EXISTS `note`",),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXW132zaW/is4/tL0HNUb27HrSXb3HNtNWs8k9pzEnc5sPEeCSMjimCI0AGhFu+1/X1"
    "yAFN9lknqDaHxoY1G4IPVcELjv9/8OJtQlPj+8DcWQfvtMZwdv0f8dBHhC5B/FL3voAE+n"
    "yVdwQeChr0ZTNUyNGXLBsCPk1RH2OZGXXMId5k2FRwN5NQh9Hy5SRw70ggcgvw2IHO0INK"
    "IMUfnB97ggAWE9FAYuYUiMCYInQ3Sk/o6/R16ABoxIUjk5P7y7uPz4fnB4H9wHv409n6ix"
    "jM6Qx9EjmYoeGoSB9++Q9B/JfICmjDyRQHCEEScODVw1Fp4B6DjcTz0Vlt/EdzxEgyme+x"
    "S7g/tA0gjsBRx5LodRPUXMaUTIe2pm7BMXbsCIeIc8AQ9DJhIOeZUGSGLpPRE2PwT0oqcT"
    "9IHIR2ASm6//lJc9CcI3wuHjV4lcQPpYwPARlj/SjT64obosx389mGFP8L58mIN/Av30sT"
    "/yiO9mOOy5agq43hfzqbp26T1cB+KDGgtTDvsO9cNJkIyfzsWYBgsCL1D3fgBosCBwB8FC"
    "4DrwOVoe8ULQvy4Zon9WisYlIxz6IrVKhv3k2kG/f3N71//y/q7fP6izrqJLkkuwJuWjcg"
    "XAAzzCD386Pj45+fH49cnZ+embH388PX99Lseq5y1+9eMf+mEStPRUCrPrn69v7uCBqFz4"
    "+n2AC38oGiywplLcS9CH9VHE/2qMWTn68fgc/vKH5fGP0V7GgPhCwoHkZd0GCyb4W98nwY"
    "MYy49nr5eg+7eLz1e/XHx+dfb6+yzEN9E3x+orADsBN35ZmwCcpukgyEfHdVCWoyphVt9l"
    "cU420yZIZ6nWg/Vud5Qs0n+qhfSfliD9pwLS0ZlThPnPX25vymFOkeQwdj15qP2ujrQ9XN"
    "dLwAUwYOYJ5//205i++nTx9zzcVx9vLxU4lIsHpmZRE1zmoJfnNoATH7kZ9H+S3whvQso5"
    "kKXMMyEiPYz/6BYr7q4/vf9yd/Hprxl+/HRx9x6+OVZX57mrr85yPFpMgn67vvsFwUf0P7"
    "c37/NsW4y7+58DeCYcCtoP6KyP3TQm8eX4UobNkfjUkMUJlWWv0ex1fCyZ4PbDQHh+4xc5"
    "T7wGZkcHlOX1+nmNhQAFixfZXKncpEmeV3HW9e6+3pRAolWc46M3P745Pzl7s9BsFleWKT"
    "Sx8pJWVjw/BAbVBzRNskNAX5sForxfn3uBQ5ruQAViuwOZvAMl9pcCn6v1ogzR9lTQg4MC"
    "Qw1W7dPWryZyWkJm3xyT35yMSbPpDrlOXcvyeGM8JoyV7Yx35FuFMLEg2OmuuHlGvv/73X"
    "LzxYKPH29vfo6H520af/wBNv/RY8ruDBeG2HmcYeb2C9/QY1o1tvjV5HiSv4ID/KBghF8M"
    "vy9yHt1QQQ5KnErqem+ZPymIR7T1Jomx/IAERYxMyGSo/DZBCH8MkEOlHsffoYESpgbgj5"
    "mNSaCdTPLGaIY5GnmMCzRjnlQMgh4aYDFAPuaippum0uui/m0gFMTjO2cmPa8jGpxXiwbn"
    "kWhQ7WLR/G7m5Epo9lpp2YpzK0H6Cfthyaqutk0vCFayTO/PEb0Rw3QrRXKdCqS1V27Sht"
    "WUs9YMbShbDZHGLhwl+JQJZPFXS2UynBrURiy7QFPCOA2ksEU5QXBsS3FrSN05krciyMEB"
    "4oSgV/BJCmQMLvkQO4ORlMFwIBBlKOSEfb+qEGZDX3YZ+kImuMwFUy0DLwg6JwQfn76pIQ"
    "XLUZVisPouKxfsVsXYqXKdQ/d1HR1DjqpG93XBAMmo3wjdePwW0dUa77YwrgXxEoSLoS6c"
    "z6g87caYj5sgXSBsBblhSkV+vzittV+cLtkvTvOAP1D64JM+D4dN0M5SrQVqozbmDQAN8n"
    "f/f2nQaP/IEG1xE/n17mo7O8hZnSPwrPoEPCscgFNGRt63RlvHgqJzIsbRWZ1oxLxOlApG"
    "PCss47FUiMbULxGilyzjNNEWl7HvPRJ/vp2VfFQr8HNJ3GfhLMQ+YYL35UMV9RUqBQscVN"
    "gC0nQ5tIeScFNwx8t8u1aAy9vbjxkDwOV13jHy66fL9xJ7Bb0c5IkKS6YN9mzDgL0ww2Si"
    "CDwOKLfhc47UeppN5jMnJGjB4xSZ5a/J/PVx8BDih0YCdZqmexri+sU9zB/lbtcG6SKlxb"
    "sc7wYugtQhhj1/3g+5xLYkMvcyov7wl8/Ex+pHFhkQ2f9/gpl+5RGT9lMuSa5GSyaziIeM"
    "zjhhK+L0V+wx4l7quboK1VT+SDnJGqCCR9m717sWRpxwDhnnq2H0Rc/S1YVE5dE97o98+b"
    "ashtPthZzog6+LEHRwNU3kOlh9E/+kZ+nqanryyGz1belvepauguRQxoguhrEaTleLiboK"
    "lS79sRpK72GOrgKkbYirAXQBc3QVoEimlMqp8Eaeg9fw2kWi5U1qxq6i59Cpt+qRd0Wn8w"
    "7jM+9zsuobCBB9IZ16BxsFyaXc3BBF1H9gOCixB8aQ3gbkjsr/PQ/szzDdz/FsHZRKNV7y"
    "F0SBgGsB7ONiug4ixsjUn/dnWDglcSvNAfsM0/0Wz9ZBvLiUnvpqn3PGxHlcB2Zf5JSw5V"
    "3FE3YEtoaxvimDXkm4b9bcVx3xmzIwqoFton5/oTM0CZ1xXLlPzYn+HVKBEY4jgseYQ2Cv"
    "qocH5f9cPEevfr27qgz0/ZqORpajdZk7G/preugvsKoAP/jiKnytuKxEWMYHt7+CTRmq4F"
    "TL17IjmDeqvJEQ2EIm+fCOaktbJZxpEgtoHtBoG+433VazdNvDtRM7bMFbWOBHkRkfKCPe"
    "Q/AXMlcMuZaPjsszAYs5QXvGiCohSl5meLaQCXJrUCIgfzfRgWFXF1+uLn6SW/FuUrWugy"
    "dP4Oh3F8S31LdLxTcvO65dzpYUx36Awxb5XvCIZp4Yo9nYk/KcJziCeE7CkA59gwrIKML0"
    "na6gTMQP4VRTxmPgOp1BIeUK0c4KcqZsM8sEOUEfSdD3KX0Mp01CQvJ0nQu3Xn80+x4kHK"
    "kX+mAr+K4/38iG/D53knYiVJB8m3pyuhZszlJaNhvNZjAjteBxisxG/JrGX0MKKGSj/0oE"
    "80J4YLVsPlVD+8PU2HbyeTRDVFSBfBMkgJgyNMFzFHdUie2s0E1FeH7Ug4SRJymMuVBUwX"
    "N9ovueUIp8GjygV3IJc3E4ndtaC1ZOt3J6HTk99S7XRTlFYosv1Cm+YGX1zh7y2bQeLvot"
    "c7fytFacM5nTcqicrcQfsySrKCHpXjrRmzplJ95UV514Uyg6EYl5Ld6kLKV9j0x+j2JeNS"
    "w5nyPr3vu0fnOh9Xhaj6dpjNh/j2ecLlhhVYlSdpbbU+JBLYtT6hmgo+yUUdibOXr1+cMV"
    "Oj87Pv9e9ZS9G5OFvWVKfZ9rf6gKayNPnkOQI59M+z6jyDbsQ/ob2FhcEniR/zO+1XCuvK"
    "hQ0lJRWlOL6ftQb4mpRS+BFraWAqE1tjxrbIF3pg/vTBOgM0SdA3n9lR+sRWvzFq2AiBll"
    "JbHvS+q1JiSdw3j9O4W1MGzawmCNspXQd8nEYAMoXgSbQbFp9TJnCK210GQeK620FZOzlJ"
    "bLJnNZWRxalbhME1oem8zjuDN5C9krQ2m5bDKXd+hzMIyrL9blYBgf9t/jEBffK/E4pOry"
    "VXsceGpQ2y6lXC6WH7wAcuMh7T0ynh0icDQ4lD56RKVYaa+BCsnrqT/lOEnga/cBdDuxng"
    "PTt5PeEs+BDdLcmjXQ2qpehMBkWAChZbU1S1o2ryXAzYYxvgQu2zDGjYcxbt8tarLfef1e"
    "URVsIlXPMjvBMyEqC6rOwXx6dFwDZzmqEmj1nY3I3bk+a5h5zDRG7L99LFXftsRElq1+W2"
    "0lyxXdXalx/Hcc/ph4yu6GBIXAWTCHeQypx+khzOW0DP5R5YccOoWqROCyVPG7A9eT14KA"
    "OFqRH0AaNCeip+N4MRqM5DQhI4MeonJhop9Vj1tVnpLIdeSqadWPOUTXgmuTHEzySKZCJ1"
    "fLu3Aib+IquwzcRM4+lqOiueRg1RZJ32Ai34hDNGBkFHLsx88DFZb8xd3Vl/J3zMZYIE4n"
    "ZEjdOXKw/EGMQCixCjgu3gA/yHWHJM1gyuiQqN8LRkNrKzR9b+0tsRUSWOlNJIoFwfaEie"
    "2Jxad1DIRy1JIuzQUT4c7aYZuO9QY6Yustuojzn7/c3pTjnFDkNXnPEeh35Ht8j+WFMmgB"
    "i4z+HiP66tPF3/NgX328vcwr5jDBZR54giFYS54t0Ja5rw6ysm09wGxewYiKGfLdhueC7G"
    "+999J9O4J4wQ/Jjsvrm4vP/1gwZGFU+Xh78/NlCUsu/3H3/iLvmkhJJo2dEzlaa8w02syV"
    "k0ObcruE3Jo1TeZ3pFY0OedSJCsddPvD1Q2dc2ldrOmLVqS275nJ7xl2HMJ5X+rqbfyBRW"
    "rLbZO5rQ0jbp97kRGxmVcwR2x5bTyvcYnho/oETZHYE7T9CRrB2KRlRppkhy0zXrcHed1t"
    "MmILbNNdKk1nNyiTN6gJhm6NQRt1Lkdq+Wwyn01yNr8Qd0jB1dzEIVrDLR13F9y8U3qnDN"
    "uYS3p1N3PUFbTKz5w0DX3O0Zx0K23paYbMignBAXiQsUhXcpphiSPSN1B9CqeS+S7CgYsc"
    "33PA4wqPwLWnWX8rMRyoEYNoiL7AiHZYf8eR5/K4M6Ke+h26P7g/iAp1J5cR+SalVeu6NX"
    "2v6i1x3cqNhbUz+GYprXHfaAlh8eoXuVztPs4QdS7sbwN5PIv9tAnKWSoL87MwW2nXSrtW"
    "2l2ftHt7EYrxB1+dHAVZN/lyqaRL5ekz7o/icW1zj5887gmIotRxg1IWBaxIINBUPruSYq"
    "8FhBmiIYmbcztEh0p6ARIkQBMvCAXhPShkKlK1UZXoPCQPktazMqvxO84zMqtoU9M0T2dT"
    "k589a6O3pwXYRcoOxh+uH/BpyKTs36iCbIqkgxCvP8vsiTBPTtYomS9N00GQj47Pa6AsR1"
    "UX6oXvclVkaakLfEkNWVou9XUB4fXvFDZMeUfO5xHBImTNoE/TbB/8g/8chYEDuKJh6PnC"
    "C/gh3O+/N2UC2DZLkq7yLSSVUmJrh3l2AwrIN9GfYjl7kz0+TbRFkP9jOyif1irHfrqkHP"
    "upbTD4Qm30tmjMi2CzbQbebf7auqgG+CdsXdRO1X34TKb+/DcsnPFBiY8i9W1vmZOCwbj+"
    "bDFwM9E4cBdoqgYhNkOJpwMN1ig4LAIqPIe4UKYBcSGXH0djORlUh1ChN3ICIMeuDtcZez"
    "BoDuE5bxexOUE4GRKWhOdwgZwxDh6Ifpp4hihiZ0hG8jZq6MhjcqyavZ7z4+uBG6ow339a"
    "N4ipbhAbutN9eSLZBpro2Vmqzlkz1u8ViAEDR3MboGO6nUK9Pnw3UVgDrGut9qsModV+TN"
    "6tIpmhIYMTKnsYGc3euEGLCgVvbI3ME9tX2WReR9UemiRZpkl2mGS5XjF/bQmXgtEQfmYB"
    "z2q/YYrE5gu39w/akOHdm+RsyLBRtrsV+xQF4opO51dj4jwelHYrSg/oLe9ZJB/bkWP7zm"
    "LwZixzBDtjpKKJlbVNG+XAIhZFEcsL6hES8glmj1zlxnk2bHgfdp2etZe9dLHVnvX2rLdn"
    "/ZqT4T8RzrFaT+XZ8PH3S096nQ4/SQ1tc87/phN5fBo8KMcaRtGMcEarh3mrWhB6Lu/p+u"
    "RwkpNvggSqRjsjUwq7eU956GZprxkCxJTz7S5qaOhxFMVQ6YLpiSdNe+C4qm3+KPeioLZb"
    "TYzhXsA9+dXXCBX4ZOUGI+UGl+FR+XFS7RVI03Sv8895He/LebX35bzgfVm8BA0wTtN0D+"
    "OTOk1pTqp70pwUWtIk+04DkDNEFuXnUY4yhdqoGTlSax03Wc3QYkQTW25CYUYGCNy2Mxkg"
    "rjcaEUYg2qoJT3Jk1sbengNTRumoCfYLAot6e9Qj3af8VKeTqdSufv31+qdyDmSJc2wIQ8"
    "89BNp91aPLNQDVE+NInxxpcONfKnnjaV1a9chYm3EjpfauZNxIadr7yJRnjRvZNblp48ZH"
    "Lyj1X6jrvWXGDD8e0bbWCUwAVgQq/45+9CEa6PjeAVIWHo5GjE7QUQ9MG2B6oMxNgn9B/a"
    "kyOnxNrzc9p7YvZCwRWaxD5vfHmI+tIcJQQ0TExwIHKuFPCLrUSHRt8RhywRfBvCPfKtCM"
    "hneiOMEyTez93++WiymZTlLx8LzsUoBa7y1FIaW67XCKphOgbzohW8il28i2E43vXHT4Zr"
    "KwoU5jk2C4hMCGwuW3XhD5GgOaJbKg5kFVjimNUAvrY5HaGiBNNkBC7l9rZheILa9N5rWh"
    "Vh5zObwOO08N203jHPIVrDdmgL1++00F5uSJwJ0LkF9GdB/+8pn4qmpTNdrvYY693bkKUP"
    "+xyRT7JRE+tYJ7Vg3rAZMYUMU9KyBLHoJ4IL5GxePGKe8Ec/JWh9yk89tVSK8cC/G9OrRn"
    "ipmigmAg1Qk6aoOhysAO3qIwiEOB0CuMxp6OA1KJ+W56Zj3qe/S7jh2W/zhj4oa+HPW7nM"
    "SlARjuoFg+TzfW4IP7QFnxdPyRWs5QlHhK6NQnaqDvPRI/vvIODeBFSs+TCLwD+ZN8P8rx"
    "J0zVEojvXWECLFj7smFj4F5ZuJrjWKTskHDqxtWjSr5VIoTksvfkiXnFGDZyzo+P+6k9oZ"
    "lt8dmzbReei5QvVd0J/vdmF47UFodcb4l5kdOQVRXsfB+Ek8IRl42RXlCbbKvRBoidJ5ur"
    "LaiJqWZBYDK4La01G4A3HP6LOI1sYSmSzpnDjl7XsofBsOr6vq+LFjFwToEWIzedEkGtGu"
    "s8XecAPz6tY9uVo5ZUTyhYdxVq6kNTqGOizuF8UmtdnyxZ1ifFVc0JZs64X25Mr/YO5cg6"
    "gPW2fUQqEbBFclZCZo1YJhuxMhpHI2NlmtBm3xnN5FilbsHmHKl9mU3ms7Y9tKljmya0PD"
    "aZx0XrTQPJs5S4ewkkGwk1UDbAItiVjvHFeOsTz/vEbdTGmqM2mq7NDI2F1AbCbAFU+kQY"
    "9KJsvFiLhBbcSnAbL9sSSgtveRAXrL/WMVwpYitgmyxgKxdqS1bnaS2nTea0Q5iAHzZvok"
    "JliLqnOq3f7+dT7LYsMJ0itG+SyW9SIeykzb6Zo7ccN5njuqFKS4uyb+tp7AeXdaucNlzO"
    "Uloum8/lJkpjisIqi4UM1iRCs+FLk6W0TlWj3xqTSpruWoV4qT0FTWNE3XyQ1ZoKpqNHgj"
    "JjY5N0kLioR0eQzgnJjjf1Vk+Z+RzP012gRMjKnALNUIJJugrRk0dmcpIVMfqbnqWrIDmU"
    "yXcOpl4Rp6vFRF2FapupfHsJUOwYWw2i29QsXURJ7twekyqLLo218gYOc10tpuoiYLCP90"
    "F9W8NOfrfXWuBynLBP2KoL6gLm6CpAQ0ZnnLA+NLAeeQ5ew6l3qae8Sc24t5a5FRO1c1XQ"
    "q3GNK0U+j26+J0NHYM2UxAjLMiibQ/UpmqeDEDEygccrqRjYHKbPqbk6AlXTAgmhsloUqy"
    "NEC2hJaYR4xNramnECvIjamgUUqRNM1QyQH9K7NMJDGka9zKIaowcL3tgeZkYaHnuoOkc/"
    "akbTwuCfpbQGf6MN/obWezKhgPSmqj1V26CLwpyt6m12Ve/EiF1yXmcs3NWHNssMa1vRaD"
    "FLu0rfgvaQ4/TQ0HFWq/TtUqkRKPEurrtgi3ybecLbIt+KC2sLkXiUv6PkEK0Muo3Hd7DQ"
    "zkmdYhnVpTLy0bYtKr/spOjL9gKaN1H2Jdm564KcUHSgCEke4TprWI5agnBhHTetqWPL6T"
    "Qpp2OoKmOusmpL1+6NkmJL1xpRunZhmy7V9hK79TJlLzVqM1ZaQdGQyP/7LvJGaYMsFK2F"
    "aq6QyweFZ+do4IZQIGVQu7LriPh+XxMp3um/rIZnpoZnbbhtjsW9s+Em72MTFidUlr1Gsz"
    "e35zbK0s+S2owlk/lsqP5igtXfumIMZIpxrhgVKV8qmccx9MvkchhD3NZy+W8gizvyxgh+"
    "DgjhOJa738o/IUF43kNUCukwECP5BN4TYfOo6QPieM6jGAqadufoThJgKx68Vd9E3SngN3"
    "Lw4ejUY97HgduPUhgP0SCyf0qa2ZhGY9zo/lS1nwBNQEp50GFC+YJ8OiPsPnAwB58RlIEP"
    "gRzu5Ui84L6fP1yhkzdnJ+jV/cHp4dHh0f3B92rO+4P7g0N0J4dCVeJ029hY59DNLmq5ll"
    "RsWq6cX8aXZINHTFc8rCskVRK/hqXzaFk5fOsN2YU3xNrqN2mrb67KWFV1D1QYCAhtV1oj"
    "S2nZbDSbobJRlHCZk7Ao9QkOylmcosrxdyjJNsXSxZUta6e3tx8z7Ly8zjem+PXT5Xt59H"
    "+fVVWLcSVaFG9yFiUUnTuNjo7qiFNH1eLUUf4oKlM36gJdRttBAevkuI4EcFwtAByXgy7G"
    "UgF1W2GeIbWQ14DcUPOiuceyDY/YG8PhM6bb9RkZ41ITJVbGVBWKajPjU2pQGyvjXeLsh6"
    "mImzIJegxBp9oIPGUbxGiKPdVkVifBahsdBBB4HD2SqUAjysAYiefKznihmtPSIBM1oOLF"
    "xVhSLKyKumlsCJm6ckQgBj008+SQQD6c5K7L4662MPtIyKcdYBikOuyS+0D/hO84PPAhuh"
    "7BgzL6bS5vLzFAQyrGPfkY/jzzIHBT+AwaAHIwNOVFDuxcYFlEFwFSy1oO4zPC+H0g1zzz"
    "iGqFm5kCyF8NIn4djjxfPuCrZM391314/Pr4rIew6PcfBMl89hefvx98r+GMsEUTHBtz7w"
    "P5cMAL4JH8bSP5/xgYDQf8DAl17biLnDW0tAXu4qoNyCg5XY2wi1qzRyf14X2xyG5JR3tz"
    "WkN2fXNaKbvCV7nqk4uTpgnGWarOwXx6VEdHkKOqG0IdFbQEWwByJ0eGVdMMUdNswc31Ft"
    "wsWdpWBd5rFfjioSLd+eLh2VTnxWHcMvQdTnSkJlkog/AQoAB7goMO+cDwRMfJgJartFvf"
    "RzpPQumoWpNNJtpElZKXok2tmDpbrSeNMR83kfTi8euR8XYL7YbNwMtE6eqe87sSpXekgG"
    "6i6bz5ASXbC9ipFVJyvCSk5LgYUiKXaKv2BNxGHZhrZWkQsW2zIneVFZmqK10iFmarTlfL"
    "hk52XDsBcUoYp8F3HEEIBJlE5XAg5NnB8KZLsVELg4foWn71RBhTHgeQJFnoy79AZFQioh"
    "qmxEzuTTwfM5AquQ7HDoiYUfZY9IMgzIiabIqFICyAu8fkelkeoksqpVAYRyZTMY9zNJOf"
    "jyRGENGNBL0PUo8C/pDaDoOia8C6BIx0CSjetrP2pEltxk+ppSdTRx92gEqY3wfhpCIXNq"
    "YzWRLTNucNxqYvZIH3N79+evVd5MHtoe/gzJ7A74cPi7SV7xoEtEe7aSPhOCHpnF3/rE40"
    "+1l1MPtZIZZ9v3S+jcG8bY3Pens7o4dYF9nORSjrIrMuMtPAti4y6yIrMYho41GJLWRhVa"
    "o2g5CnVSsB61TrOJITo6n3jfgqEhNBa0Mdqqn8ZU+EuZ6jU8xV/jrkhUsRnnhPcoJAPgpD"
    "zhgHD4S/U0aKiECFOuov0GxMAjSBWE8IKQ1UQOdAVxoeqHhPybnYxqF+230gz1pVpUqbPV"
    "RNYlXJakro1If4VpUxr005sd3GEyrR3PceiT9Hruf2Fh5AUEUyKedRdvt9EAYuDer2Iagf"
    "ZNnIkvLsgbQL/f3gP0dhoI1N6k7wvzf/vQO5u5VK3zjv/DkNfx/Sz7et4EORONDoHd9zHp"
    "to81br6aTWE7KSflFLjAd6uLUaNLca2GDizQYTMzIirKzwffVqTpF0AOBtr+hIamxxMKco"
    "O3c2H9eLgSg7myMvpzydtTzcTy6EgZLBVTNO+DyFpSucMfzNHRwE2mjvSE3K13/qTK0+SN"
    "Hy4eHKnIbwjxTyh6QffWBkSvASq/5xQQ7gjpy2yPNK89hifJcsY2trLhEGnAjhkzKb47Ki"
    "Cxm6LZZdKIO2thrbXI1YX7UFFQXQlxsPjyIRai7fAp1dxiXoVnZUXraGE6IdL+C9Khuizo"
    "Ei0n/+cntToQXHBHlNDCw+vyPf4/sbEFWGNSCxXNbJizW9rFoFExSCDDJRTE0jDTLErSSe"
    "7cC/z9EG2ijYJlI0TWhLKZtsrLAu2h27aFXYSCn81dg/VEaz1UPesPdp3aLTyFMKWjNQs0"
    "QW1iKsY4Ll0SLV34bLtUBnwS2CC/7GxptwiqhDmG55A/apbsvebFHnqDoE/9qWtA0+2m7U"
    "9kLGb7yP5Ck7tJq3sJnYADAbAGY4tnUCwEq3kjWgm+ntvl97SBm88QNk8M1voBmEb27Rxd"
    "Xd9e3NQUHiWwO8H6NpOopsSsStA2pF6kbz7fah2ws2bUKog2uiw60B3F/UZF9IlwEuKL11"
    "UI5sEGuA+EMyU0cBztpram24kcq2BnhVdPLH1HwdBTmn5VahXKfUQBQdXaKYNKg18Dcd5X"
    "Kl5uqQvLbRogPZxVoVa59ezdUx9+l3qGXhAccTcxWRDnH1SuRn88o6VElFZSCzFahsBSqj"
    "oN1wBaro7WiCborE5DjAlhAf1SqHdLSkHNJRsRwS7CyNII7GW3zr4WvLTXUwhsCWm9oDyS"
    "/WAktkvpSCWC3tpfTRlsIexHou0g/Jk+cSqVdJyU/KeWHgPld+lCAONUujx7DSn5X+jIJ2"
    "w9IfvDtNoI3Hd1AuOasjlpxVSyVnBaEk3ouKAFeH/aZpVor8NQ3sbYf+WonQSoRWItyFRJ"
    "i4XkpkwoxfploqzPqCWgmGn4lkARdITxUVtRBECoBRZQtl95tgZ+wFhNcUE6PJrJhoxUSj"
    "oN2wmBgt+yaCTIrEyjFWjrFyjJVj9kyOuX0ibOQrrhXEmMV3S6UYmh7VtsFsEE6GhEFJrT"
    "F4M4dkTgMXYQTck5voBGpxJT1VewjKJ/XQxAtCoc1iU0Yd+aWqKyYn5ERPBDXPAyriAmWY"
    "L0qiD/QtB1GDWCQXFQhSggrsx6W9okl7iFM1g3xgeCbiUObeB2LmOSQuVgZ3GS+xrX1Nh1"
    "nGxZ/08+u30nvwAl3nK1sgTA+xpdTNLKVuq3/tvvpX8hbV1DUSgi6lW64t3STaixooGQmF"
    "yQu6paJxXKc2+nF1bfTjQm10ffI0WLAJgV2wNj9qJ/lRS3JzbP5IFwoIf5ZqshSRr3Thmx"
    "JtIDtgqUrA9NB+UkWnlWKg6gNrgNzYUjnGUop3XXkhW81XS+wei1WEt1DTV4rqQlLJOxxO"
    "6/cxSvHIit1mit02yXtXSd5W4dm9wmOLW77E4pa2jt3W6thZBW29CtrIY1y08O+k6ayDxz"
    "gHTyYnELficIrMMthoBlsjizWymAH2HhtZsmm3JUaWQl5utZElkuX7TjK2ZR6p7qoU+Tzj"
    "fkvQxylqXN1T4WKux6c+nh+iu7itEiSeEn+ExtR3tRPVCRmDL5JJ/Llyyd4G6DoI6E+XPX"
    "Cg0pkOVHuQf3EkpwVXLfw3Vc7dIVEdmNSnyIVLMPPnaCSf/xBdj2JjkFwJQq4D4mrbz30Q"
    "OWN78HmOZjT05Vf4kcibirHHXN01isvNqn6LpkXLY2sMMtMYZLv/dFLgmOGyhjTPWTgiKm"
    "vdONgv64bkW79p+44MjVW8ywwZOiyr4TsUUdl3aM/eIdhgm75DGRr7DpW8Q5E0WsS0Oiw8"
    "RWLDwlcIC1+I3lV7WLXFIU1q7Q3N7Q2LnsArWhvqxmIbCvTzlb3SC615Wa+NGhs8MrvzJu"
    "V2hvi73lITgxzVj1WhVtaFX6Sq71MVNu34UNcTPZKpkJ+ga/J3HMEdfoA7IG+CwQgxJcFb"
    "hIc0FBCsrUl5ts8yDZC8LSGBsixcqDmQmiNqH60jQuRIHKgJD9GHxH7RQ4tf1f8X9SAyBM"
    "G/YICIY0pUFpx+XvmMaoq61oKKhs62hfPO63tbA8ILMyBwIn+cW2JEqO4HmVBYUbisxY7t"
    "E7zZPsFSaWD9itLLSxpfZ6g6APOyXWgT3YKtb9P6Ns0Ae499mxc+YaXVMPQXSxUNvBjSzo"
    "WpdINYeFeNG3uq1MWULALCVZYohKEqreE9dsYS3zmSeydPZP5o/fxw/ZPK+VTTThl9YHjC"
    "kSPVCcj9fAg8Dh5FLS1AgLon1Y7K+PJi5mc+y9P6FY30K1aEOleKOvsQ49xS0jmpYzk/qS"
    "4bdlJSNmzXpj3DwvnXre6myt+NnPPj4/5SIae6Fl4ZcQdX+PFpHWFejqr2x5wWxHkIRwmI"
    "3wTvFEkHBPn2/reaMfGMABQtAk+zlNaSY7Qlx/GxZILbDwPhlbxNz3A6T2z7aJvMaw6He/"
    "P3OUVm+Wsyf0dSp2q1Y2cILY9N5rHr8YnH29V0y9NaTpvMacIYLUmUW1L6OSZYKTBmfzi6"
    "kbiYbIfX+vahLF2XXFxbzoK3DoOdOgxsN2jbDdoEbM11xlxCZhVhN1R4I6+6YWHZsN4yR8"
    "1QE0h5IEfRzm+Tngb8N0OC+JjOAkRVd5tAV+HUodYcRTfnh+giQNG6lpc9VyeJRcMpc3Ul"
    "UYdOJp5Q7p4B2OYH8tlUQjkEdElZI/pHld+Q/zIygeXG3qHBkDx4gaoMOhsTBq6j1O3Szw"
    "yVSuXQQzR4JHMguA/0Glbuo6gkKMyjf5WqGCoH/zv0iJCPoyuJEhcNQxEFr6mBSQqcCnyL"
    "HFhymkko3yH5iwaxUWM4XxQwnWKouRSDpBPsojvDQ8CQ9KP3JFBojONHi4C6U7/Xg18JSX"
    "/wwiP504A3EQLKjxY90iG6GhPnEaYHb5vOt/OphFMl9uli9PK+rvegitRDnmBPYioVufsg"
    "9cUEz9EMq2ZGTBHE91pkCs6Ioj5Et2w6xpDxp+4AbI8LROGRgJ89o3Iweaxbvf5rboOEPD"
    "8VsZe5GsfxpayG6nO6VBR8trmCRghq1qe3E2u83CgaYUvW2P3RoM4EG+n9aP2lW/OX2nDg"
    "TpqqrK/wRbBZydYlItayKmkLmi0WSVtc2dsqaYkO0kyizdLZUpxtjZDWK/5ydjWlpLdxi6"
    "foLIdN5rD16Vifzl69Ydals7Oc833w6Zi5kJ/H1lyfzhWdzg9KnDjqem+Z18aJR7Tx0twG"
    "ZJFfo9rHEsebQmr8IRokYA3eKsN9tD4i74MAPwaVgyJ/jnZIAKlyysjFJogkBNM/+BB+V9"
    "/Jf3SoF3wWdDolrryTfBylgcPwMQkQRjPKHgkDBwy4Z1Qyz2xMOUE0FHBT7cUQ97o8z7s4"
    "N0ioH6NdB5xg5ozBaaIq8mgfCfkmYLLqdB5AM27aGxV+LvZty76i6pdap4ChTgEzTn6zOL"
    "M586otrq7W/ItLyt9iKk+tjm2nS1q2nRZ7tuFJifxUDXE8vnNJPCe1vFsnS7xbJ0Xvlj4f"
    "G8C7INgivpGYsh2Ym/SVqdc1BiSoJsVQFuO3t+u+3pMtNxZGm1rj0nTWGmeyNc7a1l8Or2"
    "3GWbf5azPOus9jm3H2UjhtM86e4ajNONss9DsK9oiMzu2MlDlqm3PW3EGZtvqv6EQDh80X"
    "so9rv25iVG69Pe+htO7f9Wb07c5DCQu7wkkZrfnlfsr4HWuZUeYyPBJRdzEKpf0oIlDrj4"
    "5Ug7GF8xL8kFMMq8OfH6KYTudgQVbURPsDoYJ4AI5C7bK8SWV0gSsx5TeUQ+Ayk7zAHFyW"
    "F/GlyImp/ZYq60ndazHHHP0cVUOHRKxhKAQN3t0HEgyPRElUY/yksrfkDeUcMZlQjlAW1z"
    "1XjtVKr2XqDVP3X2QpZdyW8eNHonA636mR89LWL99i/fIFP4tsqDSgp2k66AM6r2M+P682"
    "n58XzOeMPHk8ynatC3KapoMgnxzX8QQdVzuCjgt+oHD4L1La2b7aE5SQdM7XdvS6birZ0l"
    "yywloeMTrpt/Ab5+k6uKY34jxWuDX1IGeIOre0N+JGBjFqSL81QTlFYldzvdUsxlIqdBvK"
    "Gxmi7q3mtZ+EVD1Rye5cbehMkdiucyvYOm2iaBtW7J0jIafqNuFzjtQ6jEzmc2R+aePhz1"
    "BaLpvMZeug2oGDyuZzGWDQz7ioSkM8LyO6D3/5TPxFybZq31SHoP6jkbsjpeOQb2VFJCKy"
    "24DcUfm/enDeRXPt5eFQjmhDn5BCoMIpFKPzjFcoZkgrt9Cd8s9gyClTdu9DdK38L3HpOJ"
    "WdFlAEd0IBIa5qBouDuWpAS9hbSU2gON0DEepJoNagfGvJVBxOKzPFcs4Vm/xlZPKXXhdl"
    "HAgwm1eFfsY0+YIxc6E34P3cPktRjbTmhRAoNezIf1XacfGyRMu+/Mfd+4t9CWjpUNpdQT"
    "5rEhZQJ/QlPgg3H/hiAlfWE/ayvnCLC8I8Z1x2sEbfLD1WcTKmxZkaXVrzsfdSzrwVM5Gq"
    "T7Mnwpo6qVMknfSAbKCvG7xUDRCOhncQ3Y2UOpV3FKUdsKtdHykS6/po6PpYSUhY9TD74/"
    "8BXAmqSw=="
)
