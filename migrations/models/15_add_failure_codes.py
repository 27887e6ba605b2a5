"""New columns for failures as codes, beside those for their sentences."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" ADD "failure_codes" JSON',
        'ALTER TABLE "reply_watch" ADD "trouble_codes" JSON',
        'ALTER TABLE "alert" ADD "error_codes" JSON',
        'ALTER TABLE "copy" ADD "error_codes" JSON',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" ADD "failure_codes" JSONB',
        'ALTER TABLE "reply_watch" ADD "trouble_codes" JSONB',
        'ALTER TABLE "alert" ADD "error_codes" JSONB',
        'ALTER TABLE "copy" ADD "error_codes" JSONB',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` ADD `failure_codes` JSON",
        "ALTER TABLE `reply_watch` ADD `trouble_codes` JSON",
        "ALTER TABLE `alert` ADD `error_codes` JSON",
        "ALTER TABLE `copy` ADD `error_codes` JSON",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure_codes"',
        'ALTER TABLE "reply_watch" DROP COLUMN "trouble_codes"',
        'ALTER TABLE "alert" DROP COLUMN "error_codes"',
        'ALTER TABLE "copy" DROP COLUMN "error_codes"',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure_codes"',
        'ALTER TABLE "reply_watch" DROP COLUMN "trouble_codes"',
        'ALTER TABLE "alert" DROP COLUMN "error_codes"',
        'ALTER TABLE "copy" DROP COLUMN "error_codes"',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` DROP COLUMN `failure_codes`",
        "ALTER TABLE `reply_watch` DROP COLUMN `trouble_codes`",
        "ALTER TABLE `alert` DROP COLUMN `error_codes`",
        "ALTER TABLE `copy` DROP COLUMN `error_codes`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXelz4zaW/1dQ/pJOleJty0ec7tmpsp3uxJNuO9vtJDPbnpIhErIwpggND8vaSf/v+x"
    "5AUrxNUhdF44sPCg+kfg8E3v3+szcRJrPc/WvfG4qnT2K294b8Z8+mEwZ/ZD/skT06nS4+"
    "wgseHVpytJDD5Jih6znU8ODqiFoug0smcw2HTz0ubLhq+5aFF4UBA7l9j+TXNoPRhkdGwi"
    "EC/rG46zGbOT3i2yZziDdmBJ+MiJH8O/yccJvcOQxIYXJ3/+bs/MO7u/1b+9a+823+b58N"
    "Htj8jkzoA3MJtW3h2wbck3CPeDNuMDKmzsRirivvTF1iCfgUfuNNHDEj3CUPbOrtk7spnV"
    "uCmndkLCzTJdx0e7cw4QymNXG4TShxGbWYCb8Mh3lv8C5Azybw1eGqsAngxh+ZM99HpIIH"
    "9MQ9A3IHcPjyT7jM4Qs/MRf//QIo2WxAPRw+ohzmDv4xfXn5n0gwfRiMOLPMBPu4KWnw+s"
    "CbT+W1c35/aXvv5VicYzgwhOVP7MX46dwbCzsi4La82T0iTT2Gd/AcH1mKTAx4H3JZfZ3F"
    "EPU9YjQmG1Hf8mJLYDhYXNsbDK6ubwaf390MBntVFk1wyQC+w4KDR3UlAPf4CN/90O8fHn"
    "7ff314cnp89P33x6evT2GsfN7sR99/VQ+zQEtNJTG7/Ony6gYfSMCqVosdL3yVNNSjikqy"
    "a4E+ruUs/hew2PLRD8en8IcvlsY/RLuMAeGFBQcWb+ImWDChTwOL2ffeGP49eV2C7u9nny"
    "5+Pvv06uT1t0mIr4JP+vIjBHsBbvju1wE4TtNBkA/6VVCGUYUwy8+SOC820DpIJ6lWg/V2"
    "d5Qk0j9UQvqHEqR/yCAdHC1ZmP/2+foqH+YYSQpjk8M5+qc8IXdwXZeAi2DgzBPX/bcVx/"
    "TVx7O/p+G++HB9LsERrnfvyFnkBOcp6OGgRnDCMzaB/o/wiccnLJ8DSco0EwLS/fCPbrHi"
    "5vLju883Zx9/TfDjx7Obd/hJX16dp66+OknxKJqE/HF58zPBf8n/Xl+9S7MtGnfzv3v4TN"
    "T3xAAErwE145iEl8NLCTYH8lJNFi+oNHtbzV7DosAEc+DbHrdqv8hp4hUwOzigNK9Xz2vq"
    "eahRuVk2Fyo3cZLnVZxVvbuv1yWQKBWnf3D0/dHp4clRpNlEV8oUmlB5ie2NMR2zzua4IN"
    "MvTJtfmIThoA6HE4Sax23mMXMckaMQ37Cngi0xIticNry3twVGvvv7TbnOEPHxw/XVT+Hw"
    "tCLx9Ssa2kYPMWMPXhhS42FGHXOQ+UT0RdHY7EeT/iR9hdr0XsKI3xi/X2COPTMMAXLKXo"
    "6lNvyoV2anpbFBTQy1Z2TKHFfYZMa9MVo9uUPEzO4R7goL1wtBmxh5BfdlszFzGDGohSZR"
    "j9nU9ohwiO8y59uKBlBt3myleZNNaJ6YXWwUigg6Zw/qHx9VsAfBqEJ7kPwsKZHJ3zXgDc"
    "d3YC9Pofu6irUNRhWj+zpjbXOEVQvdcPwG0Z2wyVAZqzeBcSWISxDOmjNddybgqBtTd1wH"
    "6QxhI8hbJmam94vjSvvFccl+cZwG/F6Ie4sNXH9YB+0k1UqgbtXGvAagUdEZ/B8ovnVwTh"
    "BtcBP57eZiMzvISZUj8KT4BDzJHIBTh434U62tI6LonIhxcFLF45TWPmMOp5PMMh6D6olh"
    "DLWWcZxog8vY4g/Mmm9mJR9Ucu6V+PYyZyG1mOO5A3iorL4iQLCgdoHJMk6XQnsIhOuCO1"
    "zmm1XTz6+vPyTU9PPLtB7+28fzd4C9hB4GcS+hq2iH3gszeJncRZSb8DlFqg2bbeazy5jd"
    "gMcxMs3fNvPXova9T+9rCdRxmu5piKsX96j7ALtdE6SzlBrvfLxr+Afim5vrYtxyjmwYUL"
    "7/5ROzqPyCWfADw/9nNcvuCiSLq8FaSaxeAfvHeDCyxGxJnK7PYKL3lgpl360VWwmoCawD"
    "eEuXROmjmqWrq+mRsxlMsiRIv6tZugqSIRyHqZSK5XC6iCbqKlTskdl5sUh1UHqHc3QVoK"
    "EDGzdzloToV8odZp6ruboK1RS+5PJ7069qlo4ecsouthxCZzhHVxdR8L6BwuXxETfoCnbx"
    "4LW7is3YVfQMMeXLSlAXYjrvMD7zgcuWfQMRos+sU+9graivmOsWI2MG9w61c2xcIaTXNr"
    "sR8ON5YH/C6X4KZ+vg/q/wgm8QRLatBLAP0XQdRMxhU2s+mFHPyInFqA/YJ5zuj3C2DuLl"
    "gjA+kPucMWbGwyow+wxT4pZ3EU7YEdhqBq9e2o/co8HdM/GrsU97ZSGsPDmuWRSrsNl3aP"
    "wnFrcfVDDrbMyNMeGeKxP8mUOUPxDLBpAgbPatLAsAx993/lRRhmPwupgBU3Vg6y4Htnri"
    "gdkDS4gHf1orNiJF17kYlNWH+OxAFKZ8ofc2gu/qgzB1HMRz51kn/KfsacphugZsTlJqNr"
    "eazb7b6FWOkekwiLbxtyUpZaH7OEckj3mWi+VxNzaoae0vl9/b33Ebq3th9a/AhrlPbkCs"
    "NkCq4iyouoVythS2elGFLmFbcyW2U3esxW8tfmvxu4L4rcXDzp4ryfA61xs0jKFM02pWt5"
    "rVWhN4EWx22KN4aLRxJym1PtBmLsNQmC3Hw1USq7sg6Vwe+FGVXM6j4lTOo0wmJ1ahGIBC"
    "lOd2LSlumaDqHMzHB/0KOMOoQqDlZ6noc+U7GdRVrZJ0myvb1QktK2NbyPAjy4z3wmGgh/"
    "/C5pIhl/Do1DbyjO7ZijM7xogijyZcdugssguk1iAgAN+bqczDi7PPF2c/vtv7uh2rTSzQ"
    "I8dwkwwDKbbdpKJPlioJ9I2Lf0y4tAYRTxDQE2VhdDKGP2BIULudOwTv2pN102djWDSPzC"
    "FYMEhacVxDTNHpallipgq5mxyu2TYzlNZ5p9y1lNxhfTLfYXdkwqiNtiHqkZ9kUQO49wht"
    "n/L28uu9JVOMjSfuWMzI7Z4EiMRnvt3TtqO272q9EtvRtmsSbftoWX9Voq1VGWk71msoNK"
    "J2wSzOxQXBFxS6HvgS9cBVB48BnB9Y7WIgLct527pNnXlR6nH+DOkiDnOP7W7IYe6+HUAc"
    "8QPYcX55dfbpH/nFFs9zWHL+j5t3Z2lTdezwr22sTtFq41arzR4pUa8ut3PItZmrzfwOJP"
    "g68kSMpHP2l8NK5Q4PS8odHmbLHQaAAYRmPYkiQ7iUYLE7b9Fa5Io2WcFeiLa4VHxNBXtZ"
    "GP+/fmvZVhm2NlvZ8vavIG+nyAC2SOt5zgK2yCdqZALDMKWwLjYF2IiaDzv+gVJmM1Paug"
    "yLGw/wN97RVbFN3HQJdRiRj/uN2wMKg6kGh2oG9gS7qzZMtX2r6ZUYpmBfcJqJs0lKrbq0"
    "WpRVL3ru+V4szCaIOifOriFqTW2hNVFOUmmYn4VZC6taWNXC6uqE1UXlsRxRNVGWrKTDdl"
    "QGrbGYipH2j9zF3tcicJR+4xLEitme9I++IS6MtRg2aelhzxYy4bbvMZBMh4CXiYQonQYB"
    "+srlOmT31CZci6mt32SeEVM91iD2Pk2nY++fPV7DEj31wc5SdtChuoZ2Ar4D4n4tM3OMpI"
    "MQrz7d+JE5HCar1ZQ9TtNBkA/6pxVQhlElTdlPM62hRCC3VQU5IuggwqvfKXTcxZb8IyNG"
    "Pd+p6aCK0Wwe/L2/jHxb1jYlQ59bHrfdfbzfX9el9W+aJYtCOw0klVxibXp5dgOy2ZM3mF"
    "KvVt+0BNEGQf6vzaB8XMktflziFj/OusV1AmyTjWbnzPI6K/JFsFnXR+k2f7fokWgZV19s"
    "DlnL+LD7KWSxSq45bolknddiv0SqvOxq4mdwUi5Lb5rS8WBgiU1BhoxgWXODmW+j8j+uB0"
    "sOa3bO4IZOkGCm0rtm1JVJaCqNbMxx6BwYcfcmDLiBp8FGy0FmGsGKF8QYU/ueKddGOMNb"
    "crt3uwf3H8HN5NARd2AsqjYV3R5f9kwYAGfNP7UDpK0OEB2n031JYrEN1NGwk1Sds2Os3h"
    "+AO2OjlylBqIXyNr9KwYFWk8ELKr1Ttpq9hkWBCeYApNe8zOpnjGRpYv0qt5nXQa5Pjvul"
    "UPqMk2yuOsvr9cqg/YOj749OD0+OItEzulImcWbbkHuO8If1KpzHSDonYKwlsy0ArH5mW4"
    "ZQZ7bpzLYdUmN1sHC7TXhL1uOONwvKrcqd6iZUVps708toNQY6Ro0xkWHD0tKmbHOy4BOG"
    "G/XwgryjMqOhwWxCnQeV7MZ1sPAubDI9bSt76VqBPtr10a6P9hUnrX9krkvlesrPWg8/Lz"
    "3YVdr6JDa06bGuXGUuNxl6wSgJ5nwjizFy1XLDgelm4UHOnjxmyxqPDpsK3MyDD0NnGUGw"
    "pM/tJvDRySx2VyW3UxsWGtwf78Y9wl3yANuPXdmL5o3xHsgw+OhLAAT+p0WFVooKpkNH+S"
    "dIsSUkTtPIFNIylTxpCzmtYgo5LbaEnGYMIdFLUAPjOE33MD6sUsj6sLiO9WGmjPVi36kB"
    "coJIo/w8ykFKUBPNIkWq/Q1t1iyU6FDHZrugaEeqB962M6keJh+NQMrDOKs6PEmRaSt6cw"
    "5MHSFGdbCPCDTqzVEPlJ3cU/233y5/zIc+SZXC3/e5uY+0u6oz54GvDnJ1YMQxld9zZUaL"
    "mDq7lNEipkHvIgOeNVok19+6jRYfuJ3rhpDXe2VGCisc0bRYCU4Q9gQNvvRbcqdidu+ItN"
    "y4ZOSICTlArwJaJ4RjLuJ5UcUpMix8iS83NaWyISSsDUmofccaYJdRbWxoqbEh4GOGA4Xw"
    "Lwi61GBoZVEssOCzYN6wpwI0g+GdqDRQpm29+/tNuSiSqHMfDk/LJxmo1d6SwbukHVmMph"
    "Ogrzu72oOlW8t+E4zvXDzWelKqsc5inRDCBYEOIExvvSjx1QY0SaRBTYMqs7YUQg0sjFlq"
    "bWRss5FRNrBuyuwMseZ1m3ndNktOe1lb15ZTwT5TO+t7CQtNO4BdvY2mAHP2yPDOGcjPA7"
    "r3v3xilqyzVIz2u0fWpQz7r+tMii+JzqkUmLNsSA6avZAqbBSxTy5lHA4GysgUdUZd9o37"
    "RkXNxDPSZRwPjMKoXNVcdUodD01h2GB1TmQjOpUKL2u23r0hvh2G8JBXlIy5Rwz4yj1iiy"
    "C2h8yZ9y35U0X6wi9jzEzfguF/Aq0pbLZPLpQVDgN74VZTJqYWBvmYt7bFH5g1Dy69JXf4"
    "fmDBe/dOPt3dQlgNbHnqQVV0UJR+bwsvvFeBJS9jtEsGdaEnJPIKh2FDySH+1AwrOuV8Ki"
    "UB4CN/5N68YIwzMk77/UHsra9nIiw+orbhZIj5O+Wd8MfRNpydz5xVvRJToCt8p6hS5jvb"
    "n2ROqmSYckTdZruKMhZsPddbbid1zCoRQZvBbWhZWQO8/vBfzKhlt4qRdM50dfC6ku0Khx"
    "UX1n2d0yfPERPUOGCLyZG3ShoSpug6B/hamklL1OQ/daEOiTqH81pyZF1GHWM8yDd8F3ty"
    "UmQdwHrT/hyZetcgP2pBpg1ObTY4JdSKWobFOKFOgGs1k0P1uAGbU6T6ZW4zn5WBoUkB2T"
    "ih5nGbeZw10dSQPHOJu5fQsZawAGnzy4Jd6MSOxmv/ddp/rSMsVhxhUXdtJmg0pDpoZQOg"
    "ikfmYN/H2os1S6jBLQS39rLNodTw5gdc4fprHG8VI9YCdpsFbOknbcjqNK3mdJs5bTDHwy"
    "82r6NCJYi6pzqto4Q2NRuW0I4R6jepzW9SJrakyb6ZotccbzPHVWuThhZlS9e32A0uq6Y1"
    "TbicpNRcbj+X6yiNMQqtLGayTRdhmDVfmiSldqq2+q1pU1XRbasQL7WZX9sYUTWtY7lufv"
    "HoETvP2FgnqyOsv9ERpFNCssGnfPnMl0/hPN0FyvOdPKdAPZRwkq5C9MjZDCZZEqPf1Sxd"
    "BckQDrxzOPWSOF1EE3UVqk1m5O0kQKFjbDmIrmOzdBEl2Lm5AyqLqmK19AaOc11EU3URMN"
    "zHB6i+rWAnv9lpLbAcJ2oxZ9kFdYZzdBWgoSNmLnMG2Ep6xA26glPvXE15FZtxZy1zS+Zb"
    "p6qSF+MaFnV8Ht10W4SOwJooX+HnZVDWh+pjME8HIXLYBB8vp7pffZg+xebqCFR16xz40m"
    "qRLXIQLKCSCgfhiKYdR1yG0AeNxGxB5IElSwLAP/FNmdCh8LHpCHfD8p+6bVjbDY09UpyT"
    "bzisoYE/SakN/K028LetFlMbijqvohJTsWE5K6Hpqtrtrqq9sEznHMIJs3XxSewkhjWtNh"
    "TN0qjStid6xDB6ZGgYy1XaNgVI+VJkC2sp6CLb7TzFdZFtyYWVhT08wPfIolkcSBuO72Dx"
    "nMMqBTCKy1+kI2gbVHPZSiGXzQUpr6OUy2LnrgrygqIDhUXSCFdZwzCqBOHMOq5bJ0eXyK"
    "lTIqdt6kp7NVFdOraVioguHduK0rGRUTlXo1sYnMsUutiolZhXPUGGDH5aJuGjhCUVS8Vi"
    "bVVMumMmGc7JneljJZO7ffKjXHCmatismjSrYZVLsI6YZQ3UfJKN6i+t0bVTo9N22San4c"
    "7ZZRfvYx0WL6g0e1vN3tSeWyvTPkmqs47azOe26SttsO5r94p2ryRlcRnSniuJh8HuZXI4"
    "jmFmYzn8D+xegL0UCH4dlMJpKHe/UT4WyoFIgJiOIymBR+CyS0PQd8Glczf0x0QOGtW8Ac"
    "2/d29woDUnfxLcKiagxRnwt8ouhD9gOjrfJ3eBNROGz8aCzBzhseCuImquABIctnXooV/H"
    "EjNQHQzqMrjXFd4cnoGjHsGepBrwwKbeGyIbSPjuXdiUwgAIceSn9xfk8OjkkLy63TveP9"
    "g/uAUEb/du9+CGzIa7wYR423v4rva3lfxFMogsVXcv4SDSUR9t1y60fyNWu76C+fKgrG69"
    "dnFsw8WhDfDrNMDX11e0ProDegqGcjargZGk1GxuNZuxBFGQGZmSsISwGLXzWRyjSvF3CG"
    "TrYml0ZbM8Pb++/pBg5/lluoPEbx/P38HRL/kIg7iXEK6SvZb8Wsf9gqJzp9HBQRVx6qBY"
    "nDpIH0V56kZVoPNoOyhgHfarSAD9YgGgnw+6NwZN1GyEeYJUQ14B8rbZENt7HuuYh1ZaB5"
    "+xz67OkhgWfsgxJcZqQhTbEh9jg5Z06eNU0isvjW3emHGHYBPYADwXLXiUTCnmgpMgy/Wt"
    "NNmRkXDQykjn0oZ4Jnu9ChXHHcYDyOhuGSEQmQ1Vn1Yfk2VhhO3BBTJiM3geYKiJTV+Fjy"
    "OoF5kC1aN+4+KDwb1uxjDkfoyP5YinuWrrOubwtclQeOMePIQ1jx4Bb4cSPTEotrYlhphM"
    "KXyZffI/PhpH4aGH2dG39qu7gBX7I255zHm1WE7/fev3X/dPeoR6g8G9xxL/W9H/3971yG"
    "zMDXhSm8h3Bf5wZ8xxv30rv1cAJ5nQyEbLvVs7hcfIw5B4GA74Vo6VSBk3c/vLRld1EEXO"
    "YdkKM6e2YnRSvd0VA+uGVK6j4wqi6NFxoSiKH6WqPkbHSx2Mk1Sdg/n4oIrID6OKGzEdZI"
    "R+XXhxK0eG1ro2qXXpaparrWaZs361RrvTGu3ZfUHa8dn9synH0YnbSJc9I3hsEzmJUt9A"
    "VcKHCMNMQEm8d+hExciAxqX0VssiKpchUB/pI0alr6MUyEtRlZbMXS1WgsbUHdcR48Lxqx"
    "Hgtgvtmk22ZXJycSP3bcnJW9Iu19HJvf3BH5sLrqkU/tEvCf/oZ8M/YIk2qvnv6giB9ppQ"
    "akRX64zFbWUsxoo154iDyVLOxTKhkRzXTDCcMscVNnEpN2V0skHx/UZrvFwU++TSIzNuuw"
    "SrCxPHt5jbkyIk3EMQeDiLM5nu6PIJt6gTSIwqZNpm3kw4D3n+DIdJIXRKPY85NsqhyQne"
    "Sj+FHMcmU2+OaZTci99Qukzk4FsbvRmV7f5ZC7+27LfSsi+ZW9NoE6fRyTaJ816+2nUEqo"
    "iggxLV6iPCg82ulsS6IOmcJf2kSjj4SXE0+EkmGHy3FLG1wbxpNUz7VzujHGin1NalHe2U"
    "0k6pdmi4Pe2U0k6pwGyTY4WI7DnFBgj2uGwN3CAckpIpf2IWkcGS2KJvn2D4JUAI8xlYrZ"
    "6h9cEYUxvr46LhAP43ueFhXGBPZTlPYNnJVGlbhUDe2neqfq6KkQSuqFJMTBkNCJyVgR2B"
    "hYV2p0xMLYylZG+C8ks0MJBgYKUDj/bArHnsojSF3NphSrdvm8KuWiu/egBiLfNE8dGxDa"
    "V47y8j35Y2KiLvhD+O/roF0fhZPVnnUW9Fa9baRSe1C9/J6UBUoqSr4Vo7r6+d6zDZ9YbJ"
    "OmzEnLyy68WrOUbSAYA3vaKl9OPMaxmqFyQdADx95FY7c8sO3cypa3CvHsDBeI1uFXQD3a"
    "QOwDGSDoqN/WrRKyXBK2mIXQO0vSzAhVbLaHyXDJYr64Th2y7zPIvlmYLLikkk6DZYTiIP"
    "2sqGh9qn3AqrSMj4iQG87G4QtVFx+Wbo9DLOQbewpXPZGl4QbXkB71Q5FGlkyyL9t8/XVw"
    "VGkZAgrbijEe9PYnF3d4PH8rBGJMpF47QU3Etq4ThBWjQeA0oiTzQuxj1GopFvjnwy1q66"
    "XhKnaiTYtQz3dZsDlQW9SVRynFDX0W6zbVBHHmw58kBGQ+XCX4z9fWFYZTXkW/Y+rVr0HM"
    "H3gPvVAzVJpGHNwjpm1GTOALTMeshm6DS4WXDR0V57E44RdQhTHfrVUuGmRnh7VK6/9ppO"
    "U+qFXWdh6/A7HX7XcmyrhN/lbiUrQDfRU3639pCq8Kb3zwTA8BDk6rcPH/YysscKwP0QTN"
    "NNXGOyVgVICzJj6m+1951ZrOEDJDfa+4KVenVNzi5uLq+v9gp0kBWA+7Oc7DPrMsAZ5asK"
    "yoEuvAKI3y9m6ijASbtBEbrbiScP0c+JKI8xpjimPLYOGma0o680KnLEHrnJgm66IyyaW1"
    "jiaMa9saqki3WRgsfQtY50raNWQbvmWkf47tSBNhzfwZilkyq+rZNi39ZJxrcV7kV13Ldx"
    "mqX8t20De9MOXF3sqINeRV3saAeKHS1UnhyZMKEPFUuFSR2skWD4iQELXI+oqYKSlh4DAT"
    "DI+pN9GCbUGHObuRXFxGAyLSZqMbFV0K5ZTAyWfR1BJkai5Rgtx2g5RssxOybHXD8yZ2RJ"
    "rmXEmOizUilGxEc1kWF+xlrdQzYXWH+RIL9g25xwL+qh5DBZh0C2nqJBdUS3F2ve1COYnd"
    "4jE277njKTTR1hwIdBxUZ/MmRO1FUK1g/KTJ7wqKV6X4HQFBD0iCsIBhfDw+HTMEM4JvFm"
    "3GBBpQZZFGFcYkZLdJwP0+bVo6kXkN9zO9Nu/ks4RNdtbGfdRl0wYY0R0ovXo6K+sCDoUs"
    "jsyqLggk2mxnJdUHRwwfarlG3sF5dt7GfKNqojpcaCXRDoBauDB3UL2ZYJ2b2dqW32CfRZ"
    "h5kXKsMzR2xPDiiV3R01dLBIF20kwf+BArQCyAxNimNqYjEyuJCsRhb1mg0QfoOFyUDO9o"
    "AK7rA/rV7yPMYjLTS3U2jW0fjbisbX6soa1RVdC2XttVB02YONlT3QusxqdZkRd1yvgTsj"
    "Tqf9Ga3zZyQi/WkjDsfININbzWBtj9D2CG2PqGKP+J2z2Q2XHM2YIqLPemVWiEcYNQj3vG"
    "YuRDEjlpAeO8PCnC3lLJQl1WHy73BywifwBdD+QMmEcouIKbPfEDoUvnQrKnoXY+qx8jm2"
    "jzMcxlTR9UtZNx29kNSWhNLJGBRwR6ETu8shEdsn0dcZ/EtwNGgQ/C0nDkwhMspKPSiWYM"
    "fpRsK5tU3uTi3ayADSi5Va18XVN5OlXWz20PW/OykUuAy+nJmjlBZX6FxQaFUpr2iPLvS9"
    "3kLfur3cs7vQOsp9a/VBqw9afaiiPvxK0QN57oiZK6XcjA6RHFCqSEzl0MEwNrZZtm0wA/"
    "aOdhmBbZLZWKMY+zIRmE2lT4RdpkH6B21CdVZy2KN4YOY6Uie003JTTksPWGgPLCEe/Gkd"
    "ySRN17mci9V3v429qlVRjpF0QDBJu9Gq+dHKHGlZT5rDEI0G5uokpVZOW62cSt+Cy2AHau"
    "iXiNHqUsNt5nQgZDTgc5JSc7nNXNYFpXXZx7Yxoqq6WaXs4/bUzYJKTuFHvedUzOUqOQUz"
    "EG5jzhnuGC559en9BTk96Z9++0Y6iEL9cyosy8VEN5M9ygw0eKCeHBHontSyYKS8gjY7OU"
    "Arn23fZXolyqfidAPtM0Oo1c9n1U9p58Z3pg7QCaLOgXxwUiVYNi0YxYJlT7SOv3kd32be"
    "TDg5xWeLMY6RdA7j1e8U2ojynFDYCaWLPU05TNeAzUlKzeZWsxnl6kYvc4JQ20/azGOpGj"
    "VicpJSc7nNXDaZzRsxOUGoedxmHhsWBR40kr0SlJrLbebyFu3dLePqizV3t4wPu2/tPrOY"
    "k1uhVn3QK7N002hIIzu3RyawQciCs1MWVXuQaROYar5PLj2XBIF3313+iMFTIw5MJkM2gh"
    "UmTdoyIRIgn/cwcwI0LIzGctgUFOrC6rTZ6mvpSmva8N1Kw7cuWLCobVvFQnhYbCA8zKnS"
    "X9RCsDgaOU6zRCxyOzf1Rgk/sRCMkXHa7w/KwrxL+kvkEXdwGfePq6QzwKhiS/dxJqEBi3"
    "DazKqDd4ykc5buNRTe0Jbul6BuhaqxjF5vqldHxFq1bjOvXTzI67/PMTLN3zbzd0R5M3dG"
    "glDzuM08Nrk74W6zPglpWs3pNnOaOY6oFS0TEXROuj2uFCtzXBIrc5yNlZFwyQCuWr1eUm"
    "RL9XvZnbdnLe1edGj7louD6vT09aen63yB1XpQctbvCrDVqf/b804FOf1XwuMjbtAAgIyv"
    "Km9Yr8xzFUQPg4CVomjiyPosJky2+0EXlDsWMyJk5207lobxjRtmbLj75AYuc1MWOkfnV7"
    "C0ZRejgEg4JnPwc0NMJtxTPYrQnXH3Rrm8BrIk2J8k+GVY3HiA3w6b4Fpz3pK7Ibvntmxo"
    "NBszB91q4Y2+kWXKou+NnZVg6D65e2BzJLi11QKWjY6CTkY4D341WzU6gsH/9jnz4HFU/y"
    "P0yvmeLH+mhtkIgyMbKTk9uINBfRe7kbuRnw9vNPHhZYLJQmvRcB61YFKVGqI8F9mBKXgI"
    "+TxeD+cf0/C5ApRu5JeVldiwBgO+6gS+F7Imwtk2F6Xl8YmMMQP0ZsK3TGIJ+NNRGTNU1Y"
    "cz+b1soClgxcqOU5b0PWIxNvkBlnyYUa5qPiBBeCNsoylnmTFJvU+unemY2vC15B2Q4WFN"
    "fDry8FvOBAxmD1U7a35J7YtY514WeEtcDcu+xayv8v94dXz8P3Ln6Fr52gHautNs3V4N2C"
    "VqYauGdy+7p5JCfVCiUB/kKNTaubxS57KuHtlJu552rL4INkvROUeOKutbEdFssG1FdGVn"
    "+1Ys9Ip6YmuSTkcMN7Ui6hCCl7OrSTW8SQxBjE5zuM0c1k6Zl+2U2Z1XS/tkVu03CB9g55"
    "wy7Vy0z2PbXqfMhZjO93K8MPJ6r8ztYoQjmrhZrm2murJ4QrpNHGbwKTZI2Sd3C7DuVHms"
    "YH0EbgMPHRACBgWeGdW/BYMXlWcFVpvHgBKt+Ohc+FN+Br9U9Bv+74npVLoq4Hmkng3DKc"
    "HyKEx5IYbs3relB4jZprwF98bodfHtBzhQ4TbC9/AhpFtF9njBe+A3Up4Al1HHGC/Sm1S5"
    "aDmI3sNKKU5nQlgHrlIPg8Z76YymtEtAfmNt52+pnb9twRdbZclqLKa6g6Vc2C+uLcsGU5"
    "mqVJSCUSWpTJmaUvJ3DYjD8Z0L8zys5JU6LPFKHWa9UuoQrAFvRLBBfAOZZDMwr74PNopL"
    "ddphReM3t+u+3pEtN5Q86xrY4nTawNZmA5s2l78cXuuMu27zV2fcdZ/HOuPupXBaZ9zpjL"
    "vWvD0642690G8pViaw4te0+qbIdM5duX837itZ0geJ/q7PbBcXeNXEsNTaet7Bq73nXagJ"
    "GS7sAh9vsObL3bzhO9awBZLp0JGnvLf3grmyuCM1xpgShxlbke8XHaRTiqvDmu+TkM5mj4"
    "FXdqIKRVJbuozhmaTD9yqW1Ib+1VhBSRiiuvRajLro8D0LLwUuYEynU0l66l7RHHPyEzpz"
    "v3EJpqMNfc8T9ttbG8DgLMgmG9NHJnPkhgzmCMk8nFA9MnUKezN9ib9c8tZRplbCzxs+ea"
    "BWxHO+anl7i0+cbfgX9/4y8m0DlwyRd8IfR39dl8C7jMuxpG9TyLQaakScpoNOs9MqqsRp"
    "sSZxmlEkHPbI3SCbtyrIcZoOgnzYr+I66xd7zvoZx5k//Bczco75EtfZgqRzGvHB66o5c6"
    "VJc5m1PHLEZNDA0Z6m6+CaXou3XeJW1+WeIOrc0l6L3x3FpKF4qoNyjESv5mqr2RuD6GfW"
    "lDcSRN1bzSs/CYV8olo2yxjJUvbKti3pTRssdbJsE1bsnOclpc/W4XOKVHvY2sznwLzSJC"
    "QiQam53GYuay+T7uHUNkZsxmCfcEHlxsSeB3Tvf/nErKgkXbHvqUNQf63lzojpOOwpr5BG"
    "QHZtsxsBP6rBeRPMtZOHQz6iNX0+EoECp0+IzjNen5Ahjdw+N9L/QjHjTtq93wY5cGGNPJ"
    "m8h54Xi7oewftFeXxYC/CePzKb+NOKtfN07lsrc9/UAsjjgE2deVFQbEiTro4z99ROu5v7"
    "ZC6qgXocSXugSp9fXp19+kekTEci34frq5/Oc9Tp83/cvDtrffjJjmYdZqStOk78KoEq4b"
    "G2/jCVNnBgNUEqqwuOOGMON8Z5x2TwSekhSRdjGpyQwaUVn20v5WBbMhGr+Mh6ZE5dl3OM"
    "pJP+jDW09cOXqgbCwfAOoruWCq1wR4/lGQKKHRkxEu3IqOnIWEpIWPYw+/r/ANi8YQ=="
)
