"""Accounts store a language: the chosen one, and the one that the browser asked for."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "account" ADD "language" VARCHAR(16)',
        'ALTER TABLE "account" ADD "asked_language" VARCHAR(16)',
    ),
    "postgres": (
        'ALTER TABLE "account" ADD "language" VARCHAR(16)',
        'ALTER TABLE "account" ADD "asked_language" VARCHAR(16)',
    ),
    "mysql": (
        "ALTER TABLE `account` ADD `language` VARCHAR(16)",
        "ALTER TABLE `account` ADD `asked_language` VARCHAR(16)",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "account" DROP COLUMN "language"',
        'ALTER TABLE "account" DROP COLUMN "asked_language"',
    ),
    "postgres": (
        'ALTER TABLE "account" DROP COLUMN "language"',
        'ALTER TABLE "account" DROP COLUMN "asked_language"',
    ),
    "mysql": (
        "ALTER TABLE `account` DROP COLUMN `asked_language`",
        "ALTER TABLE `account` DROP COLUMN `language`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz2za2/1cw/pJkRvWNn3WdvTtju0nWbWJ3Ene33XpHhkhIwpoitCRlWXeb//2eA/"
    "D9Mkk9TNH40MaicEDqd0DgvM9/dybCZJa7ez3zBuLxi5jvnJL/7th0wuCP7Jc9skOn0+gr"
    "vODRgSVHCzlMjhm4nkMND64OqeUyuGQy13D41OPChqv2zLLwojBgILdHSH5tMxhteGQoHC"
    "Lgg8Vdj9nM6ZGZbTKHeGNG8MmIGMq/g+8Jt8mdw4AUJnd3b87OP72/2721b+27mc3/M2P9"
    "e7a4IxN6z1xCbVvMbAPuSbhHvDk3GBlTZ2Ix15V3pi6xBHwL/+JNHDEn3CX3bOrtkrspXV"
    "iCmndkLCzTJdx0e7cw4RymNXG4TShxGbWYCf8YDvNO8S5Azybw0+GqsAngxh+Ys9hFpPwH"
    "9MSIAbkDOPzxL7jM4Qc/Mhc//gEo2axPPRw+pBzm9j+YM3n5X0gwve8PObPMBPu4KWnwet"
    "9bTOW1cz66tL0PcizOMegbwppN7Gj8dOGNhR0ScFvebIRIU4/hHTxnhixFJvq8D7isfk40"
    "RP2OGI3JhnRmebElMOhH13b6/avrm/7X9zf9/k6VReNfMoDvsODgUV0JwAgf4bsf9vcPDr"
    "7ff3twfHJ0+P33RydvT2CsfN7sV99/Uw8ToaWmkphdfry8usEHErCq1WLHC98kDfWoopLs"
    "itDHtZzF/wIWWz76wfgU/vDD0vgHaJcxILgQcSB6EzfBggl97FvMHnlj+Hj8tgTdv599uf"
    "jb2ZfXx2/fJCG+8r/Zl18h2BG4wbtfB+A4TQdB3tuvgjKMKoRZfpfEOdpA6yCdpFoN1s+7"
    "oySR/qES0j+UIP1DBmn/aMnC/NPX66t8mGMkKYxNDufon/KE3MJ1XQIugoEzT1z3P1Yc09"
    "efz35Lw33x6fpcgiNcb+TIWeQE5yno4aBGcIIzNoH+j/CNxycsnwNJyjQTfNLd4I9useLm"
    "8vP7rzdnn39J8OPHs5v3+M2+vLpIXX19nOJROAn5x+XN3wh+JP+8vnqfZls47uafO/hMdO"
    "aJPghefWrGMQkuB5cSbPblpZosjqg0e1vNXsOiwASzP7M9btV+kdPEK2C2f0BpXq+e19Tz"
    "UKNys2wuVG7iJE+rOKt6d9+uSyBRKs7+3uH3hycHx4ehZhNeKVNoAuUltjfGdMw6m2NEpl"
    "+YNr8wCcNBHQ4nCDWP28xj5jgiRyG+YY8FW2JIsDlteGfnGRj5/rebcp0h5OOn66uPwfC0"
    "IvHtGxrahvcxYw9eGFDjfk4ds5/5RuyLorHZryb7k/QVatORhBF/Mf4+3xx7ZhgC5JSdHE"
    "tt8FWvzE5LY4OaGGrPyJQ5rrDJnHtjtHpyh4i53SPcFRauF4I2MfIazaeumDkGc4lBLUsa"
    "XJlNbY8Ih8xc5lyabypaQbWNs5U2TjahebJ2sWUoJOicUWj/6LCCUQhGFRqF5HdJsUz+Ww"
    "PeYHwHNvQUum+rmNxgVDG6bzMmN0dYtdANxm8Q3QmbDJTFehMYV4K4BOGsTdN15wLOuzF1"
    "x3WQzhA2grxlsmZ6vziqtF8clewXR2nAR0KMLNZ3Z4M6aCepVgJ1qzbmNQCN2k7//0D7rY"
    "NzgmiDm8ivNxeb2UGOqxyBx8Un4HHmAJw6bMgfa20dIUXnRIy94ypup7QKGvM6HWeW8Rj0"
    "T4xlqLWM40QbXMYWv2fWYjMrea+Sh6/EwZc5C6nFHM/tw0Nl9RUBggW1C+yWcboU2gMgXB"
    "fcwTLfrK5+fn39KaGrn1+mlfFfP5+/B+wl9DCIewldRXv1XpjVy+QuotyEzylSbd1sM59d"
    "xuwGPI6Raf62mb8WtUczOqolUMdpuqchrl7co+497HZNkM5Sarzz8a7hJIhvbq6Lwcs5sq"
    "FP+eHnL8yi8gdmwfet/1/VLNsrkERX/bWSWL0C9o9xf2iJ+ZI4XZ/BRB8sFc++XSu2ElAT"
    "WAfwli6J0mc1S1dX0wNnc5hkSZD+rmbpKkiGcBym8iqWw+kinKirULEHZucFJNVB6T3O0V"
    "WABg5s3MxZEqJfKHeYea7m6ipUU/iRy+9Nv6hZOnrIKbvYcgid4RxdXUS28LixrBBwJSfp"
    "KkSGmPJlEboQ00WH8Vn0Xbbsa4YQfWWdetFqxXelADXGzLgvRvTaZjcC/lcN14tgsg5u8S"
    "MMFuqPHGrnmP3qw/URp/sYzNZBvKZjDMeGX+BH/C0L2C8436dwug4i5jBv5tj9OfWMnPiU"
    "+oh9kfP9I5iuI4jVjE+9tB+4R/27Z0JUY9/2yqJUeXJcs0BVWL/foWmfWNy+J96YesSC44"
    "xw+A892MyRZQEItYkfFXsqs/7hzPtuNlVUqm4AXhVzYKcOWN3mgFVP3DO7bwlxP5vWinlI"
    "0XUutmT1oTtbEF0pX+idjeC7+uBKHd/w1EnWCb8oe5xymK4Bm5OUms2tZvPMbfQqx8h0eE"
    "Pb+NuSfLHALZwjjMc8xsWSuBsb1LSwl8tH9nfcxtJdWNrL9wXskhsQqw2QqjjzS2qhnC2F"
    "rV5YfkvY1kJJ7NQda/Fbi99a/K4gfmvxsLPnSjJszvX6DWMj07Sa1a1mtdYEXgSbHfYg7h"
    "tt3ElKrQ+0mcswFGbLcdOUxOBGJJ3L7z6skqN5WJyieZjJ0MT6En1QiPJ8hyWVKxNUnYP5"
    "aG+/As4wqhBo+V0qqlx5Tvp1Vask3eZqcnVCy8rYFjL8yDLjg3AY6OE/s4VkyCU8OrWNPK"
    "N7tpzMljGiyJcJlx06D+0CqTUICMDvZiqj8OLs68XZj+93vj2P1SYK7six2yQiP4otN8lw"
    "k0bGGzTQBOV+KIBLXNgbCUZSuMQTZMAIaIsmwd9MBCymHl4FnUI5W9GEM6HOvUuow7BOO1"
    "yYaBNO2zeXXokJB/YMp5ldIUmptZB2y6ctOtRfyFu3lLugwvEfhDGt//B/Voat7ehf6jiP"
    "BR/mnOfJ0MTiAz0VEblU+b5XLv4x4dK5g6e2PMjxxB7DHzDE77PCHXnck9fUNntkDoc1Iy"
    "P+ID00eNTb5hvVbMXkLoBuM0Nt8neqPiAld1hDdOawOzJh1HaVZPBR1hyCew7RhSlvK3/W"
    "KXHHYm5j+5XbHQkLic97u6Olh7bvY2XSw3MXDHxu/XD9JQOfrQRY27FeQxUw2JemefkjxS"
    "07IgrdsWOJjh2qx1YfTg8sRdWX7uG8bd2mzqKoLkj+DOkKSwuPbW/we+6+7UMc8gPYcX55"
    "dfbl9/xyyOc5LDn//eb9WdrfHDv662qGaVqtG7ZaN0wJenW5nUOufVVt5rcvv9eRJ2IknX"
    "OiHFSqRXxQUov4IFuLWNtbtL1F21tWZ2+JavzkmFsSBYBKGtqGBYcaG1sw9hU+TNFUokwe"
    "r1yCUKEXZQqPfkpcGGox7IfQw/YIZMLtGQidPTIAuEwkROOIHzGrjCcDNqI24Z62hbR9j+"
    "mVe1I81iAYNk2ng2FTx2s2GNZ/exqAnaXsoHFkDXW7Zw5IobVExhhJByFeff7fA3M4TFar"
    "BXKcpoMg7+2fVEAZRpW0QD7J9GARvthWFeSQoIMIr36n0DbUZ7Khzrk7rgd8RLF54Hf+Mp"
    "zZsoAgGcy45XHb3cX7/XVdOv+m2RHVu2ggpeQSd87wsvrNx2aPXn9KvVrNiRJEGwT5fzaD"
    "8lEl89ZRiXnrKGve0tloTTaarbMU6xSlF8FmXayg2/x9RmdEy7j6YhM6WsaH7c/niBdTzH"
    "FJpGotFjsl0kUeV5PVoeYj8Bl0a5uZhNomMSxu3MPfKttDZW9wh8ioTFW6g5sqs0NeeuX2"
    "ZAoIjDeZdk20fcPplbsmdJJH98959a7nHvPF6m+CSNsYnrQx+LtoTZSTVBrmJ2HWATTPL7"
    "LqAJpWybZLyavxUtY58mqq0nWxvJousb0aedVhU4szV4qpGCdjsCAdWbW9MN/Jr8ZiDndx"
    "4oIrTOCqVKehcDCGRuYujbnrCWcB2N6dBtIsPMlkwBw/DYpgtSRijKk98pObcSK0tqO07L"
    "0jtzu3O/AAMCuT44fcAQIcUFEW/mPHhAEgOP1LS8VaKtZS8XNJxdFeUEdgS1J1TmBbffyK"
    "2jqblK0TusrVlrxK/oFWk8ERld4pW81ew6LABLMPUmleVu8Tjt00sX6V28xrP6MnJ2CoUP"
    "qMk2yuvNfb9cqg+3uH3x+eHBwfhqJneKVM4gyky1gtZEfMBvVaZMRIOidg6KyqbihQ2ijU"
    "YaPQJ27n1qOT13tlZiArGNE0i0r24vLbB/gNzt+RO2WiuSMSBJcMHTEhe76rkgjHjMw30m"
    "lZYIj5I2iZviOXBE6pjDAJ64w/xod65lh9bEigrTUttdb4fKwurkQEXapFujJ5BRZ8Fswb"
    "9liApj+8EzkQZXL8+99uEiJ8JhY8UU0jGJ4OEM9ArfaWGrJhnKYToK/bYejB0q0lfPvjOy"
    "d5ryfgG/3XdZTFiECriumtFyW+2oAmiTSoaVClf04h1MBGmaXW5qs2m69kr5umzM4Qa163"
    "mddJRS3J6F9/vfwxn8lJqhSHZzNu7iLtFgpSJaxVNjXFqzgX5C8tjUmPKcxLxqR/jmbaTm"
    "CftNEkV1bdoPRYdtUDwztnIA/61H/4+ekO9e8fWJfi/7+tM2Q/WJk5Bq/Yoi22ecXekSWK"
    "B9EwBn+XXGLvepNw1SfTYtRlr9xTcm9jyeRY7JEMdOKqWUNPRkJx2+UmI7CEnIVqsKkCn2"
    "QxmbtTMrMdNhUYpEJeUzLmHjHgF/eIjXWh8QuyYN4b8qfq/wD/GGNmziwY/ifQmsJmuzib"
    "mDkGTjdSJaPxWUBtYjbWmEZqwHpG4QtMESCDBRlTVT76QtnvMJdADMmUianF5HNb/J5ZC/"
    "/KO3KHLxZGILt38uu7SMr1jYCEWlYUn2ULL3i8AttfxsyXtKhijnkYbACXYHh6yGxqBhmq"
    "Od9K2QE4zx+4tygYo8p6e2MMS+vn30QNie0kOWOcoXGyv58YVMs2WXw2rv5MfNpAGcv4l3"
    "fC/x0+R7r/E4dkr8QGqd6HOlaGiKKDRpzVBxHJ7asWvgGBhrcKvLPBv5lRy0wWI+mcpWzv"
    "bSVTGQ4rrjD0NmssQ7dVv0FHwDRd5wBfS4V8iZr8UBfqgKhzOK8l+MJl1DHG/Xw7e7HjKE"
    "XWAaw37T5CEb1JkHpEpu1bbbZvJXSSWnbMOKGOrW01kwN1vFEf6ASpfpnbzGdlnWhSTSdO"
    "qHncZh77ZVebvMspUs3nNvPZdOgwP9i4WLGI0zSSdVvGz6RicVJFrzgpVitOMlpFxhBaA+"
    "s82u5hflClx/tBcYv3g0yH97R9ujbkCVKN+NOIZ035NTDPJe4e6muJW1Oycxbt4qrIEcVS"
    "VZFbBnUJsmspf2zy4ZA5DAs51AE/RaY50JwDU0eIYR3sQwKNenPUpS87i3phVGc4Xgd0pg"
    "M6dcjxikOO667NBI2GVEdxbwBU9ghHv1t7qabJNLAFwNZesBk6DW1+5gGuvcaJBzFibRJs"
    "s0lQhv81ZHWaVnO6zZw2mOPhD1vUMdUkiLpnollH1TBqNqwaFiPUb1Kb36RMyHSTfTNFrz"
    "neZo6rcq4NYx0s7R7dDi6rQr1NuJyk1FxuP5frqIwxCq0sZsquRNlFNV+aJKUO92v1W9Om"
    "SnXPrUK81J5bbWPE2mrQFWCOJd6WTG8OCtF1BOmUkGzwKV8+BfxLME93gcKWE0ujhJN0Fa"
    "IHzuYwyZIY/V3N0lWQDOHAO4dTL4nTRThRV6HaZGmK7QRIusWWBCico4sIDYUzEp7H7OVA"
    "+hCfpos4YSTt8lv3FzVLV0GiFnOW3Y/OcI6uAqTaZC2J0JWcZGvNbUtWE4oVBZrlFaEIkA"
    "wqlj+N52d/no6gmdy1Jvh4OfWY68P0JTZXR6CqW5lqJtXrbFkqfwGV1KQKRjRtw+cyhN5v"
    "w2cLInda2UvPG3M3KM2u2z+33fbVI8VliwyQMZrZnJOU2ubcaptz2+pktqHhRh5j61bJLL"
    "Z1ZuWLChU1a3Y8WaKeZhsYsPpqmku2wQ2MpTnHbcKSWtYCNz6saSVI1PtUO5PaLVA80SOG"
    "0SMDw1iuBYopJsAZ+TP8qlO6+0k7j3Dd/URyYWVu+Hv4HVk0iwM7g/EdLDN4UCXZuTjXOd"
    "OjrX7du2cpebe5oNl1FL2Ldu7KhSlCig6UYEsjXGUNw6gShDPruG5FQV1MsE4xwbbpKu1V"
    "Q3VN/1ZqIbqmfytq+oe241x1LrIrl2lzsVErsaJ6ggwY/N8yCR8mzKhk7NewHzBmE0wFYy"
    "aWzQetzd4lH1ERFPAiEq6q3asBlSvdD5ll9aNm6/5fWqNrp0anjbJNTsOtM8pG72MdFkdU"
    "mr2tZm9qz62V+Z0k1VkwbeZz2/SVNpj2tW9F+1aSsrgMsc6VxIPg6zI5HMcws7Ec/g9sEo"
    "Vdrgj+HJTCaSB3nyofC/awEkPiigkbCHPxyu0RAUI70uH3Ll24gT8m9PGotlpo/r07xdZZ"
    "1oL8SXCrmIAWZ8DfKtsN/oBfRBe75M63ZsLw+ViQuSM85t9HTFCyN7kpdQCQ4oxxj1hiDp"
    "qDQV3suHUlQF2wR/gUHDUJ9uhh3697NvVOiWzuNXPvgn5hBoCII798uCAHh8cH5PXtztHu"
    "3u7eLWB4u3O7A7cENcPG34PqxIiDYvmmkscor7JqwkWkgz7arl9oD0esz08FA+ZeWY8f7e"
    "R4DieHNsGv0wRfX2PRGukWaCoqEryJXSlJqdncajZjURw/4SMlYQlhMWrnszhGleLvAMjW"
    "xdLwymZ5en59/SnBzvPLdLetXz+fv4ejX/IRBnEvIVwl+1LOah33EUXnTqO9vSri1F6xOL"
    "XXyiYQbdutXkAXiJcGedusiO09j3XUQyvtg09YaFdnSwxKEeQYE2NVCoqtiQ+xQUs69cfU"
    "JNQmYm7jFS/05QsVkg0zSWf+kFAypdxBj74j5i5zTqXdTuZSUWLShTQlnpEx9wLaYCoZ5C"
    "0DBULrIdzSJHczmKYPI2wPLpAhm8MjAFdNl1BHzHAE9UJ7oHreVy4+KtzrZgxDRmN8LEc8"
    "YpAB9eDm8NvJQHhjeAZrET4B3m0iJvj7qMOIxYYeWlANMZnC511yI2MacL/HeIUY1a3tk7"
    "2+8xmzO+SWx5zX0eL639vZ/tv94x6hXr8/8ljisxV+fnPXI/MxN8YIt3xz4A93zhz3zTv5"
    "A+fCMRFo+PvW9kEmE7rAx2RpfIYeRsoDFeBdOYQiZfH0dmDEH6mCOOFVHVuRc4K2wvapTR"
    "ud1Hm3xeq6IT3s8KiCfHp4VCif4lep4oThcVMH4yRV52A+2quiB8Co4r5kexlNQNcHfJYj"
    "Q6tim1TFdNHF1RZdzFm/Ws3dajU3VkkuR9NN1pkrVnaN5Lgm+u4ZmYKeBWqpS7mpAlco6I"
    "lsDKxFdUzmNeySS4+Aiuf2pL44FvATpXorQ2jgqUBxFOLe10YxEgdUSKl2qslVLI3NPFDk"
    "7vM0XNA8kXRKPVDe7HdKT2WTqbdQoSygOUc3lfoyxrbIZ5PqbGU9L6vRaU2ulZqc5G3NQz"
    "pOo2Muk34sWs/QH4zvoHV/9UFB/sZWB98YSef0puMqEUHHxQFBx5l4oDL19IY9FmzInVNP"
    "y0w673+7SVhzMj1tQ4vOp+urj8HwdKNbHSj0Eqxp2gShTRAtYoI2QawXWG2C0CaIHBOEqj"
    "aQY30IyxAUGx7Yw7JV0HxnOCVT/sgsIl3l2Ddkl6AHHiCE+QzPlaYBG27nEGNMbfghyiMM"
    "F0xueNIJPGA9ZSWYwPKTWTO2coTf2neqmJrylAN3QmsCHJeuMlKwoODalImphc50doqPpa"
    "wi8FwWv2fWwr+gDCCYxTOzTWFXrY9a3cFcyxxRfFg8hxK885fhzJbWKCLvhP87/OszCMNP"
    "6sU6eeZ5kme0PtFFfWLmWLXUcjVc6+P19XEdBvF8YRDazrS2de2wIXPyipwWYx4j0YDXBn"
    "wsSxDnbCQ/fb2+ygc8RpI+jlEO/xPEZHeLdeQ86BGMcujTKKcOV5wgDb1h8ZpRVhFFB1Z6"
    "Knm4Unrrfkl66342vVVqVM6iFsQRSecw3quE8V4Jxns5GHOvHsD+eI1uFXR940YdgGMkHV"
    "RF96ttEyW7RBpi1xBOjgGz0PcRju+S22NlRdWdmVWrXkMwvoNL9bjKUj0uXqrHmaXKHrjJ"
    "fCt6VWktTqPFtSXENWmEroN8SLAU7NtT0G8tqOP+4PbhTHP90MaKu3SGTu/WObu18ndkYS"
    "0tIBERbbB+xPMs6RWWj5CeqDrbR0igt4/m28cYUBJ5GmCJeSMi0cg3R36jYaYtw3rd3jPl"
    "cG5Q3ilBqKsNt9mVpkPznjk0D0NQaqMfI2oEfcteKB0U2QImrCbtI6xmXHtNpyn1wq6zsH"
    "Vgqg5MbTm2VQJTc7eSFaCb6Le7XXtIVXjT+2cCYHgIcvXrp087GdljBeB+8qfpJq4xWasA"
    "0meKpn40MM4qL5xafdMrjaeOxjTugIB526psFlYiYwuBCdwEV0AYsyzLksEw1ayuF6vo1S"
    "MYydojE27PfAK59WJPgqkj8On8JG6/SzV3cSKV462+J1hjVqaRY/y0JzwKz+n6eeBoXcG5"
    "KDZYwGpe3pwbzI/plq3RsP1BpRYFQcitelR1+vIRt3PaXPtDdI53O3O8dbD1Gs1F0etR0X"
    "kSEXTJfrAyr4m/ydRYrhFFBxfsfqW2DyVdH7JNH3Sn+5UuWG1Q0TWH2yS5tzcTEpg1Ep7H"
    "cmsxRV+WSvDDxLDGQrySzJXMjKmPUmK3BbEEyMkOpi2CcJ/MW1R1cbkT9TxzGVbshWfBu+"
    "1Oq1dHirFIy8ztlJm1g+K5HBRaW1mjtqJDntce8qzDvjYW9qVVmdWqMkPuuF6TTtsxOp1E"
    "3urIFzQeN+BwjEwzuNUM1uYIbY7Q5ohq7dSpWdACKfiqV95QPRrUxBDxNzGX9oZYv3T08Y"
    "0cOlH2CNVzCNvtkClI4DOHqS5Iqs/6lNmnhA7ETLoa5URceSdlvSfVNkk6E6+EHO3XVFJF"
    "nlDeZCaRo9ku+UlwO7J44Gjf3qHKTKvc6LCqE3eJOxZzG9u+9/0bNTN/9JZo96OrMq26Kp"
    "MuHNRJkcBv2VVDT4pRaEUpR1HSFYJ0haAuFqzRyoNWHrTyUEV5+EV2Ij1XPTJ3clSI5IBS"
    "RUJ1Ne0PYmObtZgJWnbOx8JlBLZJZmOGtqzeCrP5nVKDCqsYdmgRhz2Ie2ZWFN61t7KV3k"
    "oPWGj3sTfQbFpHKEnTrebIfF6GrLlHRuwtrYpyjKQDMskmSos5DNFoYKdOUmq9tNV6qXQq"
    "uAx2oIYOiRitzrduM6d9IaMBn5OUmstt5rLOqtcpsG1jxCpTYJ9P0yxwUwVf9Z7SLpdxU0"
    "VqJXXvZTOPAXYQRZWVvP7y4YKcHO+fvDlFv9BUWJaL2W4me5BpZ/A0PdVxVLX5oJYFU8kr"
    "aKuTA7Tm2fYtpleieSpON1A9M4Ra93xS95T2bXxn6gCdIOocyHvHVUJk01JRLET2WCv4m1"
    "fwxwJWJXaaroNygqhzOK9+t9BWlKekwk5oXexxCrKY24DNSUrN5lazGWXrRi9zglAbUNrM"
    "Y6keNWJyklJzuc1cNpnNGzE5Qah53GYeGxYFHjSSvRKUmstt5vIzGrxbxtUXa+9uGR+239"
    "x9ZjHH28kxdqsvemWmbhoOaWTo9sgENghMiEB7dVDnQWZNYJL5Lrn0XOIH3X13+SOmQQz5"
    "o6wCN8SW2GjWlqmQAPniVNZgmzIsyjYWc7d6zbV0fTVt+W6l5VvXKQhtVwdVTIQHxRbCg5"
    "xmTEXFlIvDkOM0SwQht3NHb5TpEwvAGBon+/v9svjukjZiecQdXMb7R1XyGGBUsan7KJPJ"
    "gKU3bZbTubuki2NE0jkz9xrqbWgz90vQtQK9WEatN1WqQ2KtV7eZ1y4e5PXf5xiZ5m+b+T"
    "ukvJkvI0GoedxmHpvcnXDXbWboTtFqTreZ08xxRK1wmZCgc9LtUaVgmaOSYJmjbLCMDqvW"
    "LbPaxIS1ZEXrWHXdrqkN2LY34/xKeNxgOzmeEf+bXplrxI7GNPGNfBUTJlvH+PH/nrBMIm"
    "CtEG7HAvxfuUGygLtLrofSleKvVjmKm64st+0TCcdkDhaaMsRkwj3V+Qbt5HenypHSl5Wo"
    "/iT+P4bFjXv412ETXEbOO3I3YCNuyzY58zFz0FkT3PCVbHcDPxqeCQftkrt7trgjE3rP3F"
    "vbY5bFVc0s1SOHT2DHcjngBSP/M+PMg6eAGZgZtddRta+wxY8EwIL17/TIYOZF1xhHzw55"
    "zT24SeBCAqLJDGZ6A1MHtojBQj62BE9lUwR5FqqTDzqN4IY9QImMqV9xCy6ouuNyFherbv"
    "kVvqKVjSwKQEffVVivXBYzHzOAcC5m+PgC/nRUQgZVDDL5iLkewShbtweQgroVuw4/iC7I"
    "nHJVSgC/iLiLrZGYpNwlssY6/DiLDT0isOAYfBjJ1TD08BfOBQxm94VesZQL7I/UnoeF02"
    "XNsMTVoJJYzK4nP8fLrePn0FGgi69r11rrTqp128thE6yFLcvr1t6BxJFKqtpeiaq2l1XV"
    "tNtytW5LXZCwkxYj7bJ7EWyWQnSOHFXWCCGk2WAfhPDK1jZCiHSKemJrkk4Hoja1EGrn9M"
    "vZ1aQe3sQ7HaPTHG4zh7XD5WU7XLbn1dL+llX7BIIH2DqHSzsX7dPYttfhciGmi50cd4u8"
    "3itzthjBiCaulmubqQ4fnpD+E2wzwpxdchchdads+f7iCF0TA2YIGBS26UCvAVrglV8Flp"
    "rHgBLN9+j4+JNgvBz8o4Kq8LMnplNmwq3gYaSSDcOD5iRytgEbzWx8MCA18RZU/eM7Re7h"
    "RIVbgaCjngkGMfM0SI/xG4fgTekIlkTPb3ACn/H3Ks8Q1gPCRiRjR8xG4+KkGYS47ypV0e"
    "/qls6bSbsHJADa5t9Sm3/bgiyelSWrsZ7q9ohyYb+4rh8bTJipUrQIRpUkzGTKFsl/a0Ac"
    "jO9cMOFBJQ/VQYmH6iDroVKHYA14Q4IN4uuLKJuBefVNllF6qtNtKRy/uV337ZZsuYEgWt"
    "fYFqfTxrY2G9u06fzl8FrndXWbvzqvq/s81nldL4XTOq9L53V10AQZEz19G3JNm2OKTGd2"
    "lXsa45b6Jb1h6Hn5yrZxgVdNP0qtraddjdqP24Wid8HCLvA2+mu+3OEYvGMNm7yYDh36aT"
    "wjwWSfF0aNMWZncc/1vZCyuQt8ZNZwl6CjUlGhaxBdlfAEhKoqej2ZIcQemOMnKKnsMYvR"
    "B5mQFXgE5xTnhssuOh6/Kg+kcm+quWUKEdz1I/oIX8F95jYmXHnCfkfm+LRjakrnoz/w1v"
    "bQ/WnjrYkJv6TYhxh7d+S9wpSghBMxeDpfZo0nF9VyJRYfKM/hvNr5y3BmG7giiLwT/u/w"
    "r+uSppbxZ5X0ngmYVkNGjdN00CNzUkVOPSkWU08yUqrDHjg2Ea4DcpymgyAf7Ffxy+wXu2"
    "X2M16Z2eDfzMg5xUv8MhFJ59StvbdVk7NKs7Mya3noiEm/gRc3TdfBNb0WV67Era4/N0HU"
    "uaW9FqcuikYD8VgH5RiJXs3VVrM3RiG4pryRIOreal75STjn7jjPef7T1+urfIQjirQ5mR"
    "sY3mhxd4uV2jxgEYuEETkA9PXns9/SWF98uj5Py9Y4wbkuo/oSjfopbbYOn1Ok2nnTZj77"
    "sdxNvO0JSs3lNnNZu5B0B5q2MWIz1viEfyk33PLcp/vw8xdmUS/fHJVK6ekI1N9q+SpiGg"
    "57zKvX4JNd2+xGwP+qwXnjz7WVh0M+ojUdOhKBAo9OgM4TLp2AIY18OjehD0V5bHrEZdRi"
    "5jtyz6ZYsY5Ywh6penM2kSGU0u9iUdcjePswgQxL0KGjZsQfGIycVqzapjOtWplppVZBHg"
    "ds6iyKQjADmnRdloWnNt/t3DpzUfU15lAABO36/PLq7MvvoX4dSoGfrq8+nudo2Oe/37w/"
    "a324yZbmuGUEsDpO+yqBKcFJt/6wlDZwYDVBKasLhjhjDjfGeSen/03puUmjMQ0OTf/Sis"
    "+2l3KwLZn2U3xkPTCnrg86RtJJB8caWpXhS1UDYX94B9FdS21QuKPH8mwDxa6NGIn2bdT0"
    "bSwlJCx7mH37fzb0p0M="
)
