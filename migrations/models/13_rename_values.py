"""Corrections, rules, evidence and facts are stored in the words of docs/glossary.md, and so are JSON keys.

Each statement finds only what still has a former word, so the migration may be interrupted and run again. The
hash of a finding stays that of the former words, so new events with the same finding get a new row.
"""

from collections.abc import Sequence

from tortoise import BaseDBAsyncClient

Pairs = Sequence[tuple[str, str]]  # former word, present word
CAUSES: Pairs = (("me", "sender"), ("machine", "automated"), ("them", "recipient"))
FACTS: Pairs = (("turned", "signs_changed"),)
RULES: Pairs = (("you_said", "corrected"), ("you_said_of_its_like", "corrected_alike"))
CODES: Pairs = tuple(
    (f'"{how}_{former}"', f'"{how}_{cause}"') for how in ("corrected", "learned") for former, cause in CAUSES
)
# A quote within a JSON text is escaped, so these words are found as codes and keys only.
OPTIONS: Pairs = (('"reading_time":', '"view_time":'),)
REPORT: Pairs = (*OPTIONS, ('"said":', '"reported":'))
DIALECTS = ("sqlite", "postgres", "mysql")


def _texts(table: str, column: str, pairs: Pairs) -> str:
    cases = " ".join(f"WHEN '{old}' THEN '{new}'" for old, new in pairs)
    former = ", ".join(f"'{old}'" for old, _ in pairs)
    return f"UPDATE {table} SET {column} = CASE {column} {cases} END WHERE {column} IN ({former})"  # noqa: S608


def _fact(pairs: Pairs) -> str:
    [(old, new)] = pairs
    key = f"REPLACE(unique_key, ':{old}:', ':{new}:')"
    return f"UPDATE outbox SET fact = '{new}', unique_key = {key} WHERE fact = '{old}'"  # noqa: S608


def _json(dialect: str, table: str, column: str, pairs: Pairs) -> str:
    text = f"{column}::text" if dialect == "postgres" else column
    found = " OR ".join(f"{text} LIKE '%{old}%'" for old, _ in pairs)
    changed = text
    for old, new in pairs:
        changed = f"REPLACE({changed}, '{old}', '{new}')"
    back = f"({changed})::jsonb" if dialect == "postgres" else changed
    return f"UPDATE {table} SET {column} = {back} WHERE {found}"  # noqa: S608


def _statements(dialect: str, back: bool = False) -> tuple[str, ...]:
    def way(pairs: Pairs) -> Pairs:
        return [(new, old) for old, new in pairs] if back else pairs

    return (
        _fact(way(FACTS)),
        _texts("event", "correction", way(CAUSES)),
        _texts("correction", "cause", way(CAUSES)),
        _texts("finding", "rule", way(RULES)),
        _json(dialect, "finding", "evidence", way(CODES)),
        _json(dialect, "verdict_change", "because", way(CODES)),
        _json(dialect, "copy_set", "options", way(OPTIONS)),
        _json(dialect, "gmail_message", "report", way(REPORT)),
    )


UP = {dialect: _statements(dialect) for dialect in DIALECTS}
DOWN = {dialect: _statements(dialect, back=True) for dialect in DIALECTS}
RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXelz4zaW/1dQ/pJOleJty0c87tmpsp3uxJOOPdvtzCQbT8kQCUkYU4SGh9XaSf73fQ"
    "8gKd4mqYui8cUHhQdSvwcC737/OZgKk1nu4Z3vDcWXT2J+cEH+c2DTKYM/sh/2yAGdzZYf"
    "4QWPDi05WshhcszQ9RxqeHB1RC2XwSWTuYbDZx4XNly1fcvCi8KAgdweI/mdzWC04ZGRcI"
    "iAfyzuesxmTo/4tskc4k0YwScjYiT/Dj8n3CaPDgNSmNw9vL+8+vj+8fDBfrAffZv/22eD"
    "J7Z4JFP6xFxCbVv4tgH3JNwj3pwbjEyoM7WY68o7U5dYAj6F33gTR8wJd8kTm3mH5HFGF5"
    "ag5iOZCMt0CTfd3gNMOIdpTRxuE0pcRi1mwi/DYd4F3gXo2RS+OlwVNgHc+DNzFoeIVPCA"
    "nhgzIHcAh9/+CZc5fOEvzMV/fwOUbDagHg4fUQ5zB/+Yvrz8TySYPQ1GnFlmgn3clDR4fe"
    "AtZvLaFR/f2N4HORbnGA4MYflTezl+tvAmwo4IuC1vNkakqcfwDp7jI0uRiQHvQy6rr7Mc"
    "or5HjMZkI+pbXmwJDAfLaweDwe3d/eDz+/vB4KDKogkuGcB3WHDwqK4EYIyP8M2f+v3j42"
    "/7b4/Pzk9Pvv329PztOYyVz5v96Ns/1MMs0VJTScxuvr+5vccHErCq1WLHC39IGupRRSXZ"
    "tUQf13IW/2tYbPnoh+NT+MMXS+Mfol3GgPDCkgPLN3EbLJjSLwOL2WNvAv+evS1B9++Xn6"
    "5/uPz05uzt10mIb4NP+vIjBHsJbvju1wE4TtNBkI/6VVCGUYUwy8+SOC830DpIJ6nWg/Vu"
    "d5Qk0n+qhPSfSpD+Uwbp4GjJwvzXz3e3+TDHSFIYmxzO0d/lCbmH67oEXAQDZ5667r+tOK"
    "Zvfrr8JQ339ce7KwmOcL2xI2eRE1yloIeDGsEJz9gE+t/BJx6fsnwOJCnTTAhID8M/usWK"
    "+5uf3n++v/zpbwl+fHd5/x4/6curi9TVN2cpHkWTkH/c3P9A8F/yv3e379Nsi8bd/+8BPh"
    "P1PTEAwWtAzTgm4eXwUoLNgbxUk8VLKs3eVrPXsCgwwRz4tset2i9ymngNzA4OKM3r9fOa"
    "eh5qVG6WzYXKTZzkZRVnXe/u200JJErF6R+dfHtyfnx2Emk20ZUyhSZUXmJ7Y0zHrLM5Ls"
    "n0C9PmFyZhOKjD4QSh5nGbecwcR+QoxPfsS8GWGBFsTxs+ONgBI9//cl+uM0R8/Hh3+304"
    "PK1I/PEHGtpGTzFjD14YUuNpTh1zkPlE9EXR2OxH0/40fYXadCxhxG+M3y8wx14ahgA55S"
    "DHUht+1Cuz09LYoCaG2ksyY44rbDLn3gStntwhYm73CHeFheuFoE2MvIH7svmEOYwY1EKT"
    "qMdsantEOMR3mfN1RQOoNm+20rzJpjRPzC42CkUEnbMH9U9PKtiDYFShPUh+lpTI5O8a8I"
    "bjO7CXp9B9W8XaBqOK0X2bsbY5wqqFbjh+i+hO2XSojNXbwLgSxCUIZ82ZrjsXcNRNqDup"
    "g3SGsBHkLRMz0/vFaaX94rRkvzhNAz4WYmyxgesP66CdpFoL1K3amDcANCo6g/8DxbcOzg"
    "miLW4iP99fb2cHOatyBJ4Vn4BnmQNw5rAR/1Jr64goOidiHJ1V8Tiltc+Yw+kss4wnoHpi"
    "GEOtZRwn2uIytvgTsxbbWclHlZx7Jb69zFlILeZ47gAeKquvCBAsqF1gsozTpdAeAuGm4A"
    "6X+XbV9Ku7u48JNf3qJq2H//zT1XvAXkIPg7iX0FW0Q++VGbxM7iLKTficItWGzTbz2WXM"
    "bsDjGJnmb5v5a1F77NNxLYE6TtM9DXH94h51n2C3a4J0llLjnY93Df9AfHNzXYxbzpENA8"
    "oPP35iFpVfMAt+YPj/rGbZX4FkeTVYK4nVK2D/mAxGlpiviNPdJUz0wVKh7Pu1YisBNYV1"
    "AG/piij9pGbp6mp65mwOk6wI0t/VLF0FyRCOw1RKxWo4XUcTdRUq9szsvFikOii9xzm6Ct"
    "DQgY2bOStC9DfKHWZeqbm6CtUMvuTqe9Pf1CwdPeSUXWw1hC5xjq4uouB9A4XL4yNu0DXs"
    "4sFrdxubsavoGWLGV5WgrsVs0WF8FgOXrfoGIkSfWafewVpRXzHXLUbGDMYOtXNsXCGkdz"
    "a7F/DjZWC/x+m+D2fr4P6v8IJvEES2rQWwj9F0HUTMYTNrMZhTz8iJxagP2Cec7h/hbB3E"
    "ywVhfCD3OWPCjKd1YPYZpsQt7zqcsCOw1QxevbGfuUeDu2fiV2Of9spCWHlyXLMoVmGzb9"
    "D4TyxuP6lg1vmEGxPCPVcm+DOHKH8glg0gQdjsO1kWAI6/b/yZogzH4HUxB6bqwNZ9Dmz1"
    "xBOzB5YQT/6sVmxEiq5zMSjrD/HZgyhM+UIfbAXf9Qdh6jiIl86zTvhP2ZcZh+kasDlJqd"
    "ncajb7bqNXOUamwyDaxt+WpJSF7uMckTzmWS6Wx93YoKa1v1w+tr/hNlb3wupfgQ3zkNyD"
    "WG2AVMVZUHUL5WwpbPWiCl3CthZKbKfuRIvfWvzW4ncF8VuLh509V5Lhda43aBhDmabVrG"
    "41q7Um8CrY7LBn8dRo405San2gzVyGoTBbjoerJFZ3SdK5PPCTKrmcJ8WpnCeZTE6sQjEA"
    "hSjP7VpS3DJB1TmYT4/6FXCGUYVAy89S0efKdzKoq1ol6bZXtqsTWlbGtpDhR5YZH4TDQA"
    "//kS0kQ27g0alt5BndsxVn9owRRR5NuOzQeWQXSK1BQAC+N1OZh9eXn68vv3t/8MdurDax"
    "QI8cw00yDKTYdpOKPlmpJNBXLv4x5dIaRDxBQE+UhdHJBP6AIUHtdu4QvCt5Q22zR1SRoD"
    "F/liYdQVxmm1+rAu4md4FBNjOUtvmo3LSUPGJdMt9hj2TKqI02IeqR72UxA7jnCG2e8rby"
    "a10QdyLmNpZ0fziQsJD4vA8H2mLU9r2sV2Ix2nUlol0fKJuvRbSz2iJtx3oD5UVgX5rlRZ"
    "8WlwFfUugq4CtUAVd9OwZwemCNi4G0J+dt6zZ1FkUJx/kzpEs3LDy2v4GGuft2AHHED2DH"
    "1c3t5adf80ssXuWw5OrX+/eXaQN17OivbaJO0WqTVquNHSlBry63c8i1cavN/A7k9zryRI"
    "ykc1aX40pFDo9LihweZ4sctsnq8kr0lJXiOSrYZ8J4881bZ3bKsI3ZZla3twR5IkUGl2Ua"
    "yUsWl2X+SiOTC4bFhHWYKcBG1HzYYQ7UAZuZsiedYXHjCf7GO7oqloabLqEOI/Jxv3J7QG"
    "Ew1VBPzcC+gMKgTSJt32p6JSYR2BecZoJUklILza0WotSLnnu+F4tRCaLOCVIbiJJSW2hN"
    "lJNUGuYXYdbCqhZWtbC6PmF1WekqR1RNlMEq6egcld1qLKZiZPczd7HXsggcdF+5BLFitk"
    "dm8OwXxIWxFsOmID3sEUKm3PY9BpLpEPAykRCl0yAgXLn6hmxMbcK1mNr6TeYFMdVjDWK9"
    "03Q61vvF4zUsCVMf7CxlB115Gyhf7zsg7tcycMZIOgjx+tNbn5nDYbJaTcDjNB0E+ah/Xg"
    "FlGFXSBPw804pIBHJbVZAjgg4ivP6dQnv8d+TxHzHq+U496OM02wf/4M8j35a1NMnQ55bH"
    "bfcQ7/eXTWn922bJsrBLA0kll1ibXl7cgGz2xRvMqFerT1eCaIsg/9d2UD6t5JA9LXHInm"
    "YdsjrhsslGs3dmeZ2F9yrYrOtxdJu/O/RItIyrrzZnqWV82P+UpVjl0By3RLKuaLFfIlXO"
    "dD3xMzgpl6UeTel4MLCkoyBDRrCMtsHMd/KjiZjDXZwgi0llE82pqzKdRsJBp4RMXZqAXi"
    "acBTDh8SIMtoEnwaa+QRYUweoKxJhQe8yUWwMnQtUFo3e8d+Th4OEAHgBmVQE6I+4AAQ6o"
    "6Pf47cCEAXDY/FN7QNrqAdGBOt0XJZZ7QR0VO0nVOUPG+h0CautsUuZG6KoYe/IqBQdaTQ"
    "YvqfRO2Wr2GhYFJpgDEF/zknpfsJKlifWr3GZeBwk9Of6XQukzTrK9ciBvNyuD9o9Ovj05"
    "Pz47iUTP6EqZxJnte+05wh/WK6kdI+mcgKGTqrqhQOk41XZbj1YsPRzvi5JbgDjVOKWsDH"
    "Gmbct6bEOMGhMiI1alvUeZhaTFByNdZNEaeUdlxUFTzZQ6TyrPius41X3YZHraSvPa5VF9"
    "tOujXR/ta86XDnuJFyVMx3qNv5QxPY0NbXqsK4eNy02GThhKgjkvZPcArroLOAxr0gUHOf"
    "viMVuWs3PYTOBmHnwYOX0QLOnyuQ+6EcgEalflVVMbFhrcH+/GPcJd8gTbj13Zf+NN8B7I"
    "MPjotwAI/E+LCq0UFUyHjvJPkGIdPE7TSAlvmY0qqYWfV1HCz4t18POMCh69BDUwjtN0D+"
    "PjKjV7j4tL9h5nKvYu950aICeINMovoxxkozTRLFKk2tLdZs1CiQ5ZFhfnGSwp2pFlgLft"
    "TJaByUcjkPIwxKcOT1JkKzFmf162jXBg5ggxqoN9RKBRb456oOzknuo//3zzXT70SaoU/r"
    "7PzUOk3VedOQ98dZCrAyOOqfyeazNaxNTZlYwWMQ16HxnwotEiuf42bbT4yO1cN4S83isz"
    "UljhiKZ1MmQ38aD9YfCl35FHFTL6SKTlxiUjR0zJEXoVZL9xx1yGk6KKU2RY+C2+3NSUyo"
    "aQsDYkofYda4ANFbWxoaXGhoCPGQ4Uwr8k6FIvlbXFT8CCz4J5z74UoBkM70SSe5m29f6X"
    "+3JRJFHcOxyelk8yUKu9JYN3SeelGE0nQN90Yq8HS7eW/SYY37lIoM1k82KJvzrBa0sCHb"
    "qW3npR4qsNaJJIg5oGVeYLKYQaWBiz1NrI2GYjo+zV25TZGWLN6zbzum2WnPaytq4tp4J9"
    "pnbC8QoWmnYAu34bTQHm7JnhnTOQXwV0H378xCxZ4qcY7ffPrEvJ3X9sMh+7JDqnUmDOqi"
    "E5aPZCqrBHwSG5kXE4GCgjM6QZddlX7oWKmonnQss4HhiFUbk9mZk9o46HpjBYQ86CyO5b"
    "KhNblgt9vCC+HYbwkDeUTLhHDPjKPWKLILaHLJj3NfldRfrCL2PCTN+C4b8DrSlsdkiulR"
    "UOA3vhVjMmZhYG+ZgPtsWfmLUILr0jj/h+YK1191E+3eNSWA1seepBVXRQlP1tCy+8V4El"
    "L2O0SwZ1oSck8gqHYUPJIf7MDIsJ5XwqJQHgI3/m3qJgjDMyzvv9Qeytr2ciLD6iduFkiP"
    "k75Z3wx8kunJ0vnFW9ElOgK3ynqEjje9ufZk6qZJhyRN1mu4oyFuw8y1huJ3XMKhFBm8Ft"
    "aFnZALz+8F/MqGW3ipF0znR19LaS7QqHFdd0fZu1XqEfCTUO2GJy5K2SLmwpus4BvpEOuh"
    "I1+U9dqEOizuG8kexMl1HHmAzyDd/FnpwUWQew3rY/R6beNciPWpJpg1ObDU4JtaKWYTFO"
    "qBPgWs3kUD1uwOYUqX6Z28xnZWBoUrs0Tqh53GYeZ000NSTPXOLuJXRsJCxA2vyyYBc6sa"
    "Px2n+d9l/rCIs1R1jUXZsJGg2pDlrZAqjimTnYcrD2Ys0SanALwa29bHMoNbz5AVe4/hrH"
    "W8WItYDdZgFb+kkbsjpNqzndZk4bzPHwiy3qqFAJou6pTpso3kzNhsWbY4T6TWrzm5SJLW"
    "myb6boNcfbzHHVVaOhRdnS9S32g8uqX0oTLicpNZfbz+U6SmOMQiuLmWzTZRhmzZcmSamd"
    "qq1+a9pUVXTXKsRr7SPXNkZUTetYrZFcPHrEzjM21snqCOtvdATplJBs8BlfPfPlUzhPd4"
    "HyfCfPKVAPJZykqxA9czaHSVbE6O9qlq6CZAgH3jmcekWcrqOJugrVNjPy9hKg0DG2GkR3"
    "sVm6iBLs3NwBlUVVsVp5A8e5rqOpuggY7uMDVN/WsJPf77UWWI4TtZiz6oK6xDm6CtDQEX"
    "OXOQPsYjziBl3DqXelpryNzbi3lrkV861TVcmLcQ2LOr6MbrotQkdgTZSv8PMyKOtD9VMw"
    "TwchctgUHy+nul99mD7F5uoIVHXrHPjSapEtchAsoJIKB+GIph1HXIbQB43EbEHkgSVLAs"
    "A/8U2Z0KHwsekId8Pyn7ptWNsNjT1SnJNvOKyhgT9JqQ38rTbwt60WUxuKOq+jElOxYTkr"
    "oemq2u2uqr20TOccwgmzdfFJ7CSGNa02FM3SqNK2J3rEMHpkaBirVdo2BUj5UmQLaynoIt"
    "vtPMV1kW3JhbWFPTzB98iiWRxIG47vYPGc4yoFMIrLX2Rak9ev5rKTQi7bC1LeRCmX5c5d"
    "FeQlRQcKi6QRrrKGYVQJwpl1XLdOji6RU6dETtvUlfZqorp0bCsVEV06thWlYyOjcq5Gtz"
    "Q4lyl0sVFrMa96ggwZ/LRMwkcJSyqWisXaqph0x0wyXJBH08dKJo+H5Du54EzVsFk1aVbD"
    "KpdgHTHLGqj5JBvVX1qja6dGp+2yTU7DvbPLLt/HOixeUmn2tpq9qT23VqZ9klRnHbWZz2"
    "3TV9pg3dfuFe1eScriMqQ9VxIPg93L5HAcw8zGcvg/sHsB9lIg+HVQCqeh3H2hfCyUA5EA"
    "MR1HUgKPwGWXhqDvgksXbuiPiRw0qnkDmn8fL3CgtSC/E9wqpqDFGfC3yi6EP2A6ujgkj4"
    "E1E4bPJ4LMHeGx4K4iaq4AEhy2deihX8cSc1AdDOoyuNct3hyegaMewb5INeCJzbwLIhtI"
    "+O5j2JTCAAhx5KcP1+T45OyYvHk4OD08Ojx6AAQfDh4O4IbMhrvBhHjbMXxX++tK/iIZRJ"
    "aqu5dwEOmoj7ZrF9q/EatdX8F8eVRWt167OHbh4tAG+E0a4OvrK1of3QM9BUM5m9XASFJq"
    "NreazViCKMiMTElYQliM2vksjlGl+DsEsk2xNLqyXZ5e3d19TLDz6ibdQeLnn67ew9Ev+Q"
    "iDuJcQrpK9lvxax/2SonOn0dFRFXHqqFicOkofRXnqRlWg82g7KGAd96tIAP1iAaCfD7o3"
    "AU3UbIR5glRDXgHyttkQ23se65iHVloHX7DPrs+SGBZ+yDElxmpCFNsSn2ODVnTp41TSKy"
    "+Nbd6EcYdgE9gAPBcteJTMKOaCkyDL9Z002ZGRcNDKSBfShngpe70KFccdxgPI6G4ZIRCZ"
    "DVWfVh+TZWGE7cEFMmJzeB5gqIlNX4WPI6gXmQLVo37l4oPBve4nMGQ8wcdyxJeFaus64f"
    "C1yVB4kx48hLWIHgFvhxI9MSi2tiWGmM4ofJlD8j8+GkfhoYfZ0Q/2m8eAFYcjbnnMebNc"
    "Tv/94Pff9s96hHqDwdhjif+t6P+vH3tkPuEGPKlN5LsCf7hz5rhfv5PfK4CTTGlko+Xeg5"
    "3CY+RhSDwMB3wrx0qkjJu5/WWjqzqIIuewbIWZU1sxOqne7ouBdUsq18lpBVH05LRQFMWP"
    "UlUfo+OlDsZJqs7BfHpUReSHUcWNmI4yQr8uvLiTI0NrXdvUunQ1y/VWs8xZv1qj3WuN9n"
    "JckHZ8OX4x5Tg6cRvpspcEj20iJ1HqG6hK+BBhmAkoiWOHTlWMDGhcSm+1LKJyGQL1kT5j"
    "VPomSoG8FlVpxdzVYiVoQt1JHTEuHL8eAW630G7YZFsmJxc3ct+VnLwj7XITndzbH/yxve"
    "CaSuEf/ZLwj342/AOWaKOa/66OEGivCaVGdLXOWNxVxmKsWHOOOJgs5VwsExrJcc0Ewxlz"
    "XGETl3JTRicbFN9vtMbLRXFIbjwy57ZLsLowcXyLuT0pQsI9BIGHsziT6Y4un3KLOoHEqE"
    "KmbebNhfOU589wmBRCZ9TzmGOjHJqc4J30U8hxbDrzFphGyb34DaXLRA5+sNGbUdnun7Xw"
    "a8t+Ky37krk1jTZxGp1skzjv5atdR6CKCDooUa0/IjzY7GpJrEuSzlnSz6qEg58VR4OfZY"
    "LB90sR2xjM21bDtH+1M8qBdkrtXNrRTintlGqHhtvTTintlArMNjlWiMieU2yAYM+r1sAN"
    "wiEpmfEvzCIyWBJb9B0SDL8ECGE+A6vVM7Q+GBNqY31cNBzA/yY3PIwL7Kks5yksO5kqba"
    "sQyAf7UdXPVTGSwBVViokpowGBszKwI7Cw0O6MiZmFsZTsIii/RAMDCQZWOvBoT8xaxC5K"
    "U8iDHaZ0+7Yp7Kq18qsHINYyTxQfHbtQig/+PPJtaaMi8k744+QvOxCNX9STdR71TrRmrV"
    "10UrvwnZwORCVKuhqutfP62rkOk91smKzDRszJK7tevJpjJB0AeNsrWko/zqKWoXpJ0gHA"
    "00dutTO37NDNnLoG9+oBHIzX6FZBN9BN6gAcI+mg2NivFr1SEryShtg1QNvLAlxotYzGd8"
    "lgubZOGL7tMs+zWJ4puKyYRIJui+Uk8qCtbHiofcqtsYqEjJ8YwMvuBlEbFZdvhk4v4xx0"
    "C1s6l63hJdGOF/BelUORRrYs0n/9fHdbYBQJCdKKOxrxficWd/c3eCwPa0SiXDROS8G9pB"
    "aOE6RF4wmgJPJE42LcYyQa+ebIJ2PtquslcapGgl3LcN+0OVBZ0JtEJccJdR3tNtsGdeTB"
    "jiMPZDRULvzF2I8LwyqrId+y92ndoucIvgfcrx6oSSINaxbWCaMmcwagZdZDNkOnwc2Ci4"
    "722ptwjKhDmOrQr5YKNzXC26Ny/bXXdJpSL+w6C1uH3+nwu5ZjWyX8LncrWQO6iZ7y+7WH"
    "VIU3vX8mAIaHILc/f/x4kJE91gDux2CabuIak7UqQFqQGVN/qx13ZrGGD5DcaMcFK/X2jl"
    "xe39/c3R4U6CBrAPcHOdln1mWAM8pXFZQDXXgNEH9YztRRgJN2gyJ0dxNPHqKfE1EeY0xx"
    "THlsHTTMaEdfaVTkiD1zkwXddEdYNLewxNGcexNVSRfrIgWPoWsd6VpHrYJ2w7WO8N2pA2"
    "04voMxS2dVfFtnxb6ts4xvK9yL6rhv4zQr+W/bBva2Hbi62FEHvYq62NEeFDtaqjw5MmFC"
    "HyqWCpM6WCPB8BMDFrgeUVMFJS09BgJgkPUn+zBMqTHhNnMrionBZFpM1GJiq6DdsJgYLP"
    "s6gkyMRMsxWo7RcoyWY/ZMjrl7Zs7IklzLiDHRZ6VSjIiPaiLD/IC1uodsIbD+IkF+wbY5"
    "5V7UQ8lhsg6BbD1Fg+qIbi/WvKlHMDu9R6bc9j1lJps5woAPg4qN/nTInKirFKwflJk84V"
    "FL9b4CoSkg6BFXEAwuhofDp2GGcEzizbnBgkoNsijCpMSMlug4H6bNq0dTLyAfczvTbv63"
    "cIiu29jOuo26YMIGI6SXr0dFfWFJ0KWQ2bVFwQWbTI3luqTo4ILtVynb2C8u29jPlG1UR0"
    "qNBbsk0AtWBw/qFrItE7J7e1Pb7BPosw4zr1WGZ47YnhxQKrs7auhgmS7aSIL/BwrQCiAz"
    "NClOqInFyOBCshpZ1Gs2QPgCC5OBnO0BFdzhcFa95HmMR1pobqfQrKPxdxWNr9WVDaoruh"
    "bKxmuh6LIHWyt7oHWZ9eoyI+64XgN3RpxO+zNa589IRPrTRhyOkWkGt5rB2h6h7RHaHlHF"
    "HvF3zub3XHI0Y4qIPuuVWSGeYdQg3POauRDFnFhCeuwMC3O2lLNQllSHyb/ByQmfwhdA+w"
    "MlU8otImbMviB0KHzpVlT0LsbUY+VzbB9nOIypous3sm46eiGpLQmlkzEo4I5CJ3aXQyJ2"
    "SKKvM/iX4GjQIPhbThyYQmSUlXpQLMGO042E82Cb3J1ZtJEBpBcrta6Lq28nS7vY7KHrf3"
    "dSKHAZfDkzRyktrtC5pNCqUl7RHl3oe7OFvnV7uRd3oU2U+9bqg1YftPpQRX34G0UP5JUj"
    "5q6UcjM6RHJAqSIxk0MHw9jYZtm2wQzYO9plBLZJZmONYuzLRGA2lT4RdpkG6R+0CdVZyW"
    "HP4omZm0id0E7LbTktPWChPbCEePJndSSTNF3nci7W3/029qpWRTlG0gHBJO1Gq+ZHK3Ok"
    "ZT1pDkM0Gpirk5RaOW21cip9Cy6DHaihXyJGq0sNt5nTgZDRgM9JSs3lNnNZF5TWZR/bxo"
    "iq6maVso+7UzcLKjmFH/VeUjFXq+QUzEC4jTlnuGO45M2nD9fk/Kx//vWFdBCF+udMWJaL"
    "iW4me5YZaPBAPTki0D2pZcFIeQVtdnKAVj7bvsv0SpRPxekG2meGUKufL6qf0s6N70wdoB"
    "NEnQP56KxKsGxaMIoFy55pHX/7Or7NvLlwcorPFmMcI+kcxuvfKbQR5SWhsBNKF/sy4zBd"
    "AzYnKTWbW81mlKsbvcwJQm0/aTOPpWrUiMlJSs3lNnPZZDZvxOQEoeZxm3lsWBR40Ej2Sl"
    "BqLreZyzu0d7eMq6/W3N0yPuy/tfvSYk5uhVr1Qa/M0k2jIY3s3B6ZwgYhC87OWFTtQaZN"
    "YKr5IbnxXBIE3n1z8x0GT404MJkM2QhWmDRpy4RIgHxxIUuxzUCRJu5EzAtL02ZLr6XLrG"
    "mrdyut3rpawbKwbRXz4HGxdfA4p0R/Uf/A4lDkOM0Kgcjt3NEbZfvE4i9Gxnm/PyiL8S5p"
    "LpFH3MFl3D+tkssAo4rN3KeZbAaswGkzqw7eMZLOmbk3UHVDm7lfg64V6sUydL2pUh0Ra7"
    "26zbx28SCv/z7HyDR/28zfEeXNfBkJQs3jNvPY5O6Uu82aJKRpNafbzGnmOKJWqExE0Dnp"
    "9rRSoMxpSaDMaTZQRkdV77gupc6M3nxmtA5VX6/xPmf9rgFbnXW+O8dIkE5+Kzw+4gYNAM"
    "i4SfKG9cqcJkHgKhzvKYomPpTPYspkpxmsG4V+DyJk02c7lgHwlRsmC7iH5B4uc1PW2Ea/"
    "S7C0ZQOdgEg4JnPwc0NMp9xT7XHQmP54obwtA1mN6ncS/DIsbjzBb4dNca0578jjkI25LX"
    "vpzCfMQY9OeKOvZIWs6HtjUx8Yekgen9gCCR5stYBlj52giQ7Og1/NVj12YPC/fc48eBzV"
    "egcdQr4nK2+pYTbC4MgePk4P7mBQ38VG2G7kYsIbTX14mWCy0FYxXETdf1SRgCjFQjb/CR"
    "5CPo/Xw/knNHyuAKV7+WVlETBM/8dXncD3QtZEONvmsqo5PpExYYDeXPiWSSwBfzoqWYOq"
    "0mQmH8vejQJWrGx2ZEm3F9YBkx9gtYE55arcABKEN8IOjnKWOZPUh+TOmU2oDV9L3gEZHp"
    "ZjpyMPv+VcwGD2VLWp42+pfRFLrMvaYomrYcWxmO1P/h8vzI7/R84EXaZdu99ad5pt2qYO"
    "u0QtbNXw7iWWVFLnjkrUuaOsOqddm+t1berChZ20Kmm33qtgsxSdc+SospYJEc0WOyZEV/"
    "a2ZcJSr6gntibpdLBqUyuidmC/nl1NquFNPNgxOs3hNnNYO2Vet1Nmf14t7ZNZt98gfIC9"
    "c8q0c9G+jG17nTLXYrY4yPHCyOu9MreLEY5o4ma5s5lqCOIJ6TYBjddkziF5XCL1qMoyBY"
    "sj8Bl46H0QMAgdIegnkE4Di40CtwosNY8BJZrw0bPwO8GYOvilAq/wf0/MZtJPAQ8jlWwY"
    "7sKUQ2Eu5GxDNvZt6f5htom3oOpX0IzkCU5UuNUk9AfAIGZehCk0apy8KR3DklCVo+T/+H"
    "2VnwDrBWGT1okj/PGkOLEGIR64SlUM+r+lc2vS7gEJgLb5t9Tm37ZAjJ2yZD3WU91IUS7s"
    "V9cdZItJNVUKG8GokqSaTGkj+bsGxOH4zgUcHlfyUB2XeKiOsx4qdQjWgDci2CK+gYiyHZ"
    "jX344Zpac6XZmi8dvbdd/uyZYbCqJ1jW1xOm1sa7OxTZvOXw+vde5Xt/mrc7+6z2Od+/Va"
    "OK1zv3TuVwdNkDHRM7Ah17Q5psh09le5pzFuqV/RG4ael89sHxd41RSl1Np62dWo/bhdKI"
    "wXLuwCb2Ow5ssdjuE71rAPjOnQkafcdmPBXHTyMWpMMDkLc4ccZvAZB0UMPXgziqvDWhyS"
    "kM5mz0xlKU1VtTxqS+clPJP0Pt7G0qvQ4RerqgdDVKtSi1EXvY+X4aXAH6n8mTJDSd4rmm"
    "NBvkfH4VcuwcSooe95wn73YAMYnAV5TRP6zKRrcshgjpDMwwnVI1OnsEHNb/GXS946yhlK"
    "eBnDJw+E2nj2US1fY/GJswvv1sGfR75t4JIh8k744+QvmxK3VnF4lTSvCZlWQ4iN03TQZX"
    "NeRZA9L5ZjzzNirMOeuRvklVYFOU7TQZCP+1UcN/1iv00/47bxh/9iRs4xX+K4WZJ0Th87"
    "els1e6s0fSuzlkeOmA4auHnTdB1c0xvx9Urc6jp8E0SdW9ob8fqimDQUX+qgHCPRq7naav"
    "YmGKtXU95IEHVvNa/9JBTyiXJ2579+vrvNhzhGkrY4cwMjIC3u7rHemwctgpGwM4eQvvnp"
    "8pc02tcf767S0jVOcKWrsb5Gu39Kn63D5xSp9u+0mc+BeaWJQz5BqbncZi5rL5NuZNM2Rm"
    "zHYJ9wQeVGZF4FdB9+/MSsqDhase+pQ1D/UcudEdNx2Je8kg4B2Z3N7gX8qAbnfTDXXh4O"
    "+YjW9PlIBAqcPiE6L3h9QoY0cvvcS/8LxfQvafd+FyRphdXaZIE/9LxY1PUI3o/MaeB+EQ"
    "4Z82dmE39WsYqbzrxqZeaVWgB5HLCpsygKyQxp0nVaFp7aafdzn8xFNVCPI2kPVOmrm9vL"
    "T79GynQk8n28u/3+Kkedvvr1/v1l68NP9jTnLSNt1XHiVwlUCY+1zYeptIED6wlSWV9wxC"
    "VzuDHJOyaDT0oPSboc0+CEDC6t+Wx7LQfbimlAxUfWM3PqupxjJJ30Z2ygvRm+VDUQDoZ3"
    "EN2N1AqFO3oszxBQ7MiIkWhHRk1HxkpCwqqH2R//D9NIyvs="
)
