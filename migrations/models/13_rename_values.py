"""Corrections, rules, evidence and facts are stored in the words of docs/glossary.md, and so are JSON keys.

Each statement finds only what still has a former word, so this may be interrupted and begun again. The hash
of a finding stays: it finds the row for new events of the same content, which get a row of their own now.
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
# A quote within a JSON text is escaped, so these are found as codes and keys only.
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
        _json(dialect, "event", "history", way(CODES)),
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
    "eJztXelz2ziW/1dQ/pJ0ldoby0e7k9mpst1Jt6cTuzdxXxtPyRAJWRhThIaHFe10/vd9Dy"
    "Ap3iapi6LxxQeFB1K/BwLvfv/ZmwiTWe7+te8NxZePYrb3mvxnz6YTBn9kP+yRPTqdLj7C"
    "Cx4dWnK0kMPkmKHrOdTw4OqIWi6DSyZzDYdPPS5suGr7loUXhQEDuX2P5Nc2g9GGR0bCIQ"
    "L+sbjrMZs5PeLbJnOIN2YEn4yIkfw7/Jxwm9w5DEhhcnf/5uz8/du7/Vv71r7zbf5vnw0e"
    "2PyOTOgDcwm1beHbBtyTcI94M24wMqbOxGKuK+9MXWIJ+BR+400cMSPcJQ9s6u2TuymdW4"
    "Kad2QsLNMl3HR7tzDhDKY1cbhNKHEZtZgJvwyHea/xLkDPJvDV4aqwCeDGH5kz30ekggf0"
    "xD0Dcgdw+PxPuMzhC39hLv77GVCy2YB6OHxEOcwd/GP68vI/kWD6MBhxZpkJ9nFT0uD1gT"
    "efymvn/P7S9t7JsTjHcGAIy5/Yi/HTuTcWdkTAbXmze0Saegzv4Dk+shSZGPA+5LL6Oosh"
    "6nvEaEw2or7lxZbAcLC4tjcYXF3fDD69vRkM9qosmuCSAXyHBQeP6koA7vERvv2+3z88/K"
    "7/6vDk9Pjou++OT1+dwlj5vNmPvvuqHmaBlppKYnb54+XVDT6QgFWtFjte+CppqEcVlWTX"
    "An1cy1n8L2Cx5aMfjk/hD18sjX+IdhkDwgsLDizexE2wYEK/DCxm33tj+PfkVQm6v519vP"
    "jp7OPLk1ffJCG+Cj7py48Q7AW44btfB+A4TQdBPuhXQRlGFcIsP0vivNhA6yCdpFoN1tvd"
    "UZJIf18J6e9LkP4+g3RwtGRh/sen66t8mGMkKYxNDufoX/KE3MF1XQIugoEzT1z331Yc05"
    "cfzv5Iw33x/vpcgiNc796Rs8gJzlPQw0GN4IRnbAL9H+ATj09YPgeSlGkmBKT74R/dYsXN"
    "5Ye3n27OPvyS4McPZzdv8ZO+vDpPXX15kuJRNAn5/fLmJ4L/kv+9vnqbZls07uZ/9/CZqO"
    "+JAQheA2rGMQkvh5cSbA7kpZosXlBp9raavYZFgQnmwLc9btV+kdPEK2B2cEBpXq+e19Tz"
    "UKNys2wuVG7iJE+rOKt6d1+tSyBRKk7/4Oi7o9PDk6NIs4mulCk0ofIS2xtjOmadzXFBpl"
    "+YNr8wCcNBHQ4nCDWP28xj5jgiRyG+YV8KtsSIYHPa8N7eFhj59o+bcp0h4uP766sfw+Fp"
    "ReLrVzS0jR5ixh68MKTGw4w65iDzieiLorHZjyb9SfoKtem9hBG/MX6/wBx7ZhgC5JS9HE"
    "tt+FGvzE5LY4OaGGrPyJQ5rrDJjHtjtHpyh4iZ3SPcFRauF4I2MfIS7stmY+YwYlALTaIe"
    "s6ntEeEQ32XONxUNoNq82UrzJpvQPDG72CgUEXTOHtQ/PqpgD4JRhfYg+VlSIpO/a8Abju"
    "/AXp5C91UVaxuMKkb3Vcba5girFrrh+A2iO2GToTJWbwLjShCXIJw1Z7ruTMBRN6buuA7S"
    "GcJGkLdMzEzvF8eV9ovjkv3iOA34vRD3Fhu4/rAO2kmqlUDdqo15DUCjojP4P1B86+CcIN"
    "rgJvLrzcVmdpCTKkfgSfEJeJI5AKcOG/EvtbaOiKJzIsbBSRWPU1r7jDmcTjLLeAyqJ4Yx"
    "1FrGcaINLmOLPzBrvpmVfFDJuVfi28uchdRijucO4KGy+ooAwYLaBSbLOF0K7SEQrgvucJ"
    "lvVk0/v75+n1DTzy/TevivH87fAvYSehjEvYSuoh16z8zgZXIXUW7C5xSpNmy2mc8uY3YD"
    "HsfINH/bzF+L2vc+va8lUMdpuqchrl7co+4D7HZNkM5Sarzz8a7hH4hvbq6Lccs5smFA+e"
    "7nj8yi8gtmwQ8M/5/ULLsrkCyuBmslsXoF7B/jwcgSsyVxuj6Did5ZKpR9t1ZsJaAmsA7g"
    "LV0SpQ9qlq6upkfOZjDJkiD9pmbpKkiGcBymUiqWw+kimqirULFHZufFItVB6S3O0VWAhg"
    "5s3MxZEqJfKHeYea7m6ipUU/iSy+9Nv6hZOnrIKbvYcgid4RxdXUTB+wYKl8dH3KAr2MWD"
    "1+4qNmNX0TPElC8rQV2I6bzD+MwHLlv2DUSIPrFOvYO1or5irluMjBncO9TOsXGFkF7b7E"
    "bAj6eB/RGn+zGcrYP7v8ILvkEQ2bYSwN5H03UQMYdNrflgRj0jJxajPmAfcbrfw9k6iJcL"
    "wvhA7nPGmBkPq8DsE0yJW95FOGFHYKsZvHppP3KPBnfPxK/GPu2VhbDy5LhmUazCZt+i8Z"
    "9Y3H5QwayzMTfGhHuuTPBnDlH+QCwbQIKw2TeyLAAcf9/6U0UZjsHrYgZM1YGtuxzY6okH"
    "Zg8sIR78aa3YiBRd52JQVh/iswNRmPKF3tsIvqsPwtRxEE+dZ53wn7IvUw7TNWBzklKzud"
    "Vs9t1Gr3KMTIdBtI2/LUkpC93HOSJ5zLNcLI+7sUFNa3+5/N7+lttY3QurfwU2zH1yA2K1"
    "AVIVZ0HVLZSzpbDViyp0CduaK7GdumMtfmvxW4vfFcRvLR529lxJhte53qBhDGWaVrO61a"
    "zWmsCzYLPDHsVDo407San1gTZzGYbCbDkerpJY3QVJ5/LAj6rkch4Vp3IeZTI5sQrFABSi"
    "PLdrSXHLBFXnYD4+6FfAGUYVAi0/S0WfK9/JoK5qlaTbXNmuTmhZGdtChh9ZZrwTDgM9/G"
    "c2lwy5hEentpFndM9WnNkxRhR5NOGyQ2eRXSC1BgEB+N5MZR5enH26OPvh7d7X7VhtYoEe"
    "OYabZBhIse0mFX2yVEmgFy7+MeHSGkQ8QUBPlIXRyRj+gCFB7XbuELxrT9ZNn41h0Twyh2"
    "DBIGnFcQ0xRaerZYmZKuRucrhm28xQWuedctdScof1yXyH3ZEJozbahqhHfpRFDeDeI7R9"
    "ytvLr/eGTDE2nrhjMSO3exIgEp/5dk/bjtq+q/VKbEfbrkm07aNl/VWJtlZlpO1Yr6HQiN"
    "oFszgXFwRfUOh64EvUA1cdPAZwfmC1i4G0LOdt6zZ15kWpx/kzpIs4zD22uyGHuft2AHHE"
    "D2DH+eXV2cc/84stnuew5PzPm7dnaVN17PCvbaxO0WrjVqvNHilRry63c8i1mavN/A4k+D"
    "ryRIykc/aXw0rlDg9Lyh0eZssdtsn+8kz0lKUiOypYasLI8/XbabbKsLVZaZa3vAQZI0Wm"
    "l0VCyVO2l0UmSyPjCwbIhBWZKcBG1HzYaw7UAZuZ0spiWNx4gL/xjq6KquGmS6jDiHzcF2"
    "4PKAymWuupGdgXUBi0SaTtW02vxCQC+4LTTJBKUmqhudVClHrRc8/3YjEqQdQ5QWoN8VJq"
    "C62JcpJKw/wkzFpY1cKqFlZXJ6wual7liKqJglglvZ2jAlyNxVSM8X7kLnZdFoGL7oVLEC"
    "tme9Iz95q4MNZi2B6kh91CyITbvsdAMh0CXiYSonQahIYrZ9+Q3VObcC2mtn6TeUJM9ViD"
    "qO80nY76fvJ4DYvD1Ac7S9lBV94aCtn7Doj7tQycMZIOQrz6RNdH5nCYrFY78DhNB0E+6J"
    "9WQBlGlbQDP800JRKB3FYV5IiggwivfqfQHv8tefxHjHq+Uw/6OM3mwd/728i3ZVVNMvS5"
    "5XHb3cf7/X1dWv+mWbIo8dJAUskl1qaXJzcgm33xBlPq1erYlSDaIMj/tRmUjys5ZI9LHL"
    "LHWYesTr1sstHsnFle5+M9Czbryhzd5u8WPRIt4+qzzV5qGR92P3kpVkM0xy2RrDBa7JdI"
    "FTZdTfwMTspl0UdTOh4MLO4oyJARLKhtMPNNVHjG9WDJYbXIGdzQCVKbVGLRjLoy/UklMI"
    "05Dp0DI+5ehwE38DTY4jfIiSJYa4EYY2rfM+XaCGd4Q273bvfg/iO4mRw64g6MRdWmotvj"
    "854JA+Cs+ad2gLTVAaLjdLovSSy2gToadpKqc3aM1fsDcGds9DIlCLVQ3uZXKTjQajJ4Qa"
    "V3ylaz17AoMMEcgPSal9P7hJEsTaxf5TbzOsjnyXG/FEqfcZLN1QV5tV4ZtH9w9N3R6eHJ"
    "USR6RlfKJM5sA2zPEf6wXm3tGEnnBAydU9UNBUqHqbbbeLRkDeJ4g5TcSsSpDipl9Ygz/V"
    "tWYxpi1BgTGbAqbTzKKiSL3GCgSw8vyDsqAw6aaibUeVBpVlyHqe7CJtPTVprnLo/qo10f"
    "7fpoX3G6dNhUvChfOtZ0/KmE6UlsaNNjXTlpXG4y9L9QEsz5Whag46rNgAPTzcKDnH3xmC"
    "3r2jlsKnAzDz4M3TQEwZLenpvAOyTzp12VVk1tWGhwf7wb9wh3yQNsP3Zl/403xnsgw+Cj"
    "zwEQ+J8WFVopKpgOHeWfIMU6eJymkRLeMhtVUgs/raKEnxbr4KcZFTx6CWpgHKfpHsaHVY"
    "r3HhbX7j3MlO5d7Ds1QE4QaZSfRjlIRmmiWaRItaW7zZqFEh2yLC5OM1hQtCPJAG/bmSQD"
    "k49GIOVhhE8dnqTIlmLM7rxsa+HA1BFiVAf7iECj3hz1QNnJPdV//fXyh3zok1Qp/H2fm/"
    "tIu6s6cx746iBXB0YcU/k9V2a0iKmzSxktYhr0LjLgSaNFcv2t22jxntu5bgh5vVdmpLDC"
    "EU3LZMi24kEfxOBLvyF3Klr0jkjLjUtGjpiQA/QqyMbjjrmIJEUVp8iw8Dm+3NSUyoaQsD"
    "YkofYda4CdFbWxoaXGhoCPGQ4Uwr8g6FJTlZXFT8CCz4J5w74UoBkM70SOe5m29faPm3JR"
    "JFHbOxyelk8yUKu9JYN3SQumGE0nQF93Xq8HS7eW/SYY37lIoPUk82KFvzrBawsCHbqW3n"
    "pR4qsNaJJIg5oGVeYLKYQaWBiz1NrI2GYjo2za25TZGWLN6zbzum2WnPaytq4tp4J9pna+"
    "8RIWmnYAu3obTQHm7JHhnTOQnwd0737+yCxZ4acY7bePrEu53V/XmY5dEp1TKTBn2ZAcNH"
    "shVdiiYJ9cyjgcDJSRydGMuuyF+1pFzcRzoWUcD4zCqFzVUHJKHQ9NYdhUck5k8y2VhC2r"
    "hd69Jr4dhvCQl5SMuUcM+Mo9YosgtofMmfcN+UtF+sIvY8xM34LhfwGtKWy2Ty6UFQ4De+"
    "FWUyamFgb5mLe2xR+YNQ8uvSF3+H5gqXX3Tj7d3UJYDWx56kFVdFCU+G0LL7xXgSUvY7RL"
    "BnWhJyTyCodhQ8kh/tQMawnlfColAeAjf+TevGCMMzJO+/1B7K2vZyIsPqK24WSI+Tvlnf"
    "DH0TacnU+cVb0SU6ArfKeoRuNb259kTqpkmHJE3Wa7ijIWbD3LWG4ndcwqEUGbwW1oWVkD"
    "vP7wX8yoZbeKkXTOdHXwqpLtCocVl3R9lbVeoR8JNQ7YYnLkrZImbCm6zgG+lga6EjX5T1"
    "2oQ6LO4byW7EyXUccYD/IN38WenBRZB7DetD9Hpt41yI9akGmDU5sNTgm1opZhMU6oE+Ba"
    "zeRQPW7A5hSpfpnbzGdlYGhSujROqHncZh5nTTQ1JM9c4u4ldKwlLEDa/LJgFzqxo/Haf5"
    "32X+sIixVHWNRdmwkaDakOWtkAqOKROdhxsPZizRJqcAvBrb1scyg1vPkBV7j+GsdbxYi1"
    "gN1mAVv6SRuyOk2rOd1mThvM8fCLzeuoUAmi7qlO6yjeTM2GxZtjhPpNavOblIktabJvpu"
    "g1x9vMcdVUo6FF2dL1LXaDy6pdShMuJyk1l9vP5TpKY4xCK4uZbNNFGGbNlyZJqZ2qrX5r"
    "2lRVdNsqxHNtI9c2RlRN61iuj1w8esTOMzbWyeoI6290BOmUkGzwKV8+8+VjOE93gfJ8J8"
    "8pUA8lnKSrED1yNoNJlsToNzVLV0EyhAPvHE69JE4X0URdhWqTGXk7CVDoGFsOouvYLF1E"
    "CXZu7oDKoqpYLb2B41wX0VRdBAz38QGqbyvYyW92Wgssx4lazFl2QZ3hHF0FaOiImcucAT"
    "YxHnGDruDUO1dTXsVm3FnL3JL51qmq5MW4hkUdn0Y33RahI7Amylf4eRmU9aH6EMzTQYgc"
    "NsHHy6nuVx+mj7G5OgJV3ToHvrRaZIscBAuopMJBOKJpxxGXIfRBIzFbEHlgyZIA8E98Uy"
    "Z0KHxsOsLdsPynbhvWdkNjjxTn5BsOa2jgT1JqA3+rDfxtq8XUhqLOq6jEVGxYzkpouqp2"
    "u6tqLyzTOYdwwmxdfBI7iWFNqw1FszSqtO2JHjGMHhkaxnKVtk0BUr4U2cJaCrrIdjtPcV"
    "1kW3JhZWEPD/A9smgWB9KG4ztYPOewSgGM4vIXmdbk9au5bKWQy+aClNdRymWxc1cFeUHR"
    "gcIiaYSrrGEYVYJwZh3XrZOjS+TUKZHTNnWlvZqoLh3bSkVEl45tRenYyKicq9EtDM5lCl"
    "1s1ErMq54gQwY/LZPwUcKSiqVisbYqJt0xkwzn5M70sZLJ3T75QS44UzVsVk2a1bDKJVhH"
    "zLIGaj7JRvWX1ujaqdFpu2yT03Dn7LKL97EOixdUmr2tZm9qz62VaZ8k1VlHbeZz2/SVNl"
    "j3tXtFu1eSsrgMac+VxMNg9zI5HMcws7Ec/jt2L8BeCgS/DkrhNJS7XysfC+VAJEBMx5GU"
    "wCNw2aUh6Lvg0rkb+mMiB41q3oDm37vXONCak78IbhUT0OIM+FtlF8IfMB2d75O7wJoJw2"
    "djQWaO8FhwVxE1VwAJDts69NCvY4kZqA4GdRnc6wpvDs/AUY9gX6Qa8MCm3msiG0j47l3Y"
    "lMIACHHkx3cX5PDo5JC8vN073j/YP7gFBG/3bvfghsyGu8GEeNt7+K72N5X8RTKILFV3L+"
    "Eg0lEfbdcutH8jVru+gvnyoKxuvXZxbMPFoQ3w6zTA19dXtD66A3oKhnI2q4GRpNRsbjWb"
    "sQRRkBmZkrCEsBi181kco0rxdwhk62JpdGWzPD2/vn6fYOf5ZbqDxK8fzt/C0S/5CIO4lx"
    "Cukr2W/FrH/YKic6fRwUEVceqgWJw6SB9FeepGVaDzaDsoYB32q0gA/WIBoJ8PujcGTdRs"
    "hHmCVENeAfK22RDbex7rmIdWWgefsM+uzpIYFn7IMSXGakIU2xIfY4OWdOmPqUmoTbDvq2"
    "zIGnryhQrIhpkYs9EOR8mUYkI4CVJdX0u7HRkJB02NdC4NiWey4WtAG04lQ7xlmEBkO1TN"
    "Wn3MmIURtgcXyIjN4BGAqyZ2fhU+jqBeZA9Uz/vCxUeFe92MYcj9GB/LEV/mqrfrmMN3J0"
    "PhjXvwENY8egS8HYr1xKDY35YYYjKl8GX2yf/4aCGFhx5mR9/aL+8CfuyPuOUx5+ViTf33"
    "rd9/1T/pEeoNBvceS/xvRf9/c9cjszE3xoiyfGHgD3fGHPebN/J7BXCSCY0Mtdy7tVN4jD"
    "yMi4fhgG/lgImUhTO3yWx0VUdS5JyYrbB1alNGJ3XcXbGybkjvOjquII8eHRfKo/hRqvRj"
    "dLzUwThJ1TmYjw+qyP0wqrgb00FG8tfVF7dyZGjVa5Oqly5pudqSljnrV6u1O63Wnt0X5B"
    "6f3T+ZdxyduI0U2jOCxzaRkyj1DVQlfIgw1gSUxHuHTlSgDGhcSm+1LKISGgL1kT5iaPo6"
    "6oE8F1VpyQTWYiVoTN1xHTEuHL8aAW670K7ZblsmJxd3c9+WnLwl7XId7dzbHwGyuQibSj"
    "Eg/ZIYkH42BgSWaKPC/64OE2ivCaVGiLVOW9xW2mKsYnOOOJis51wsExrJcc0EwylzXGET"
    "l3JThigbFN9vtMbLRbFPLj0y47ZLsMQwcXyLuT0pQsI9BIGHsziTOY8un3CLOoHEqOKmbe"
    "bNhPOQ589wmBRCp9TzmCM9KMkJ3kg/hRzHJlNvjrmU3IvfULpM5OBbG70Zle3+WQu/tuy3"
    "0rIvmVvTaBOn0Rk3ifNevtp1BKqIoIMS1erDwoPNrpbEuiDpnCX9pEpM+ElxSPhJJiJ8tx"
    "SxtcG8aTVM+1c7oxxop9TWpR3tlNJOqXZouD3tlNJOqcBsk2OFiOw5xQYI9rhsIdwgHJKS"
    "Kf/CLCKDJbFP3z7BGEyAEOYzsGQ9Q+uDMaY2FslFwwH8b3LDw7jAnkp1nsCyk/nStgqBvL"
    "XvVBFdFSMJXFH1mJgyGhA4KwM7Agur7U6ZmFoYS8leBzWYaGAgwcBKBx7tgVnz2EVpCrm1"
    "w7xu3zaFXbVgfvUAxFrmieKjYxtK8d7fRr4tbVRE3gl/HP19C6Lxk3qyTqbeitastYtOah"
    "e+k9OGqERJV8O1dl5fO9dhsusNk3XYiDl5tdeLV3OMpAMAb3pFS+nHmdcyVC9IOgB4+sit"
    "duaWHbqZU9fgXj2Ag/Ea3SroBrpJHYBjJB0UG/vVoldKglfSELsGaHtZgAutltH4LhksV9"
    "YOw7dd5nkWyzMFl1WUSNBtsKZEHrSVDQ+1T7kVlpKQ8RMDeNndIGqj4vLN0OllnINuYV/n"
    "sjW8INryAt6pmijSyJZF+h+frq8KjCIhQVpxRyPeX8Ti7u4Gj+VhjUiUi8ZpKbiX1MJxgr"
    "RoPAaURJ5oXIx7jEQj3xz5ZKxddb0kTtVIsGsZ7us2ByoLepOo5DihLqbdZtugjjzYcuSB"
    "jIbKhb8Y+/vCsMpqyLfsfVq16DmC7wH3qwdqkkjDmoV1zKjJnAFomfWQzdBpcLPgoqO99i"
    "YcI+oQpjr0q6XCTY3w9qhmf+01nabUC7vOwtbhdzr8ruXYVgm/y91KVoBuorH8bu0hVeFN"
    "758JgOEhyNWv79/vZWSPFYD7Ppimm7jGZK0KkBZkxtTfau87s1jDB0hutPcFK/Xqmpxd3F"
    "xeX+0V6CArAPcnOdkn1mWAM8pXFZQDXXgFEL9bzNRRgJN2gyJ0txNPHqKfE1EeY0xxTHls"
    "HTTMaEdfaVTkiD1ykwUtdUdYNLewxNGMe2NVSRfrIgWPoWsd6VpHrYJ2zbWO8N2pA204vo"
    "MxSydVfFsnxb6tk4xvK9yL6rhv4zRL+W/bBvamHbi62FEHvYq62NEOFDtaqDw5MmFCHyqW"
    "CpM6WCPB8CMDFrgeUVMFJS09BgJgkPUn+zBMqDHmNnMrionBZFpM1GJiq6Bds5gYLPs6gk"
    "yMRMsxWo7RcoyWY3ZMjrl+ZM7IklzLiDHRZ6VSjIiPaiLD/IS1uodsLrD+IkF+wbY54V7U"
    "Q8lhsg6BbD1Fg+qIbi/WvKlHMDu9Rybc9j1lJps6woAPg4qN/mTInKirFKwflJk84VELaz"
    "RKoSkg6BFXEAwuhofDp2GGcEzizbjBgkoNsijCuMSMlmg7H6bNq0dTLyC/53am5/zncIiu"
    "29jOuo26YMIaI6QXr0dFfWFB0KWQ2ZVFwQWbTI3luqDo4ILtVynb2C8u29jPlG1UR0qNBb"
    "sg0AtWBw/qPrItE7J7O1Pb7CPosw4zL1SGZ47YnhxQKrs7auhgkS7aSIL/HQVoBZAZmhRl"
    "j1nThAvJamRS3mbcCWX311iYDORsD6jgDvvT6iXPYzzSQnM7hWYdjb+taHytrqxRXdG1UN"
    "ZeC0WXPdhY2QOty6xWlxlxx/UauDPidNqf0Tp/RiLSnzbicIxMM7jVDNb2CG2P0PaIKvaI"
    "3zib3XDJ0YwpIvqsV2aFeIRRg3DPa+ZCFDNiCemxMyzM2VLOQllSHSb/FicnfAJfAO0PlE"
    "wot4iYMvs1oUPhS7eioncxph4rn2P7OMNhTBVdv5R109ELSW1JKJ2MQQF3FDqxuxwSsX0S"
    "fZ3BvwRHgwbB33LiwBQio6zUg2IJdpxuJJxb2+Tu1KKNDCC9WKl1XVx9M1naxWYPXf+7k0"
    "KBy+DLmTlKaXGFzgWFVpXyivboQt/rLfSt28s9uQuto9y3Vh+0+qDVhyrqwy8UPZDnjpi5"
    "UsrN6BDJAaWKxFQOHQxjY5tl2wYzYO9olxHYJpmNNYqxLxOB2VT6RNhlGqR/0CZUZyWHPY"
    "oHZq4jdUI7LTfltPSAhfbAEuLBn9aRTNJ0ncu5WH3329irWhXlGEkHBJO0G62aH63MkZb1"
    "pDkM0Whgrk5SauW01cqp9C24DHaghn6JGK0uNdxmTgdCRgM+Jyk1l9vMZV1QWpd9bBsjqq"
    "qbVco+bk/dLKjkFH7Ue0rFXK6SUzAD4TbmnOGO4ZKXH99dkNOT/uk3r6WDKNQ/p8KyXEx0"
    "M9mjzECDB+rJEYHuSS0LRsoraLOTA7Ty2fZdpleifCpON9A+M4Ra/XxS/ZR2bnxn6gCdIO"
    "ocyAcnVYJl04JRLFj2ROv4m9fxbebNhJNTfLYY4xhJ5zBe/U6hjShPCYWdULrYlymH6Rqw"
    "OUmp2dxqNqNc3ehlThBq+0mbeSxVo0ZMTlJqLreZyyazeSMmJwg1j9vMY8OiwINGsleCUn"
    "O5zVzeor27ZVx9tubulvFh963dZxZzcivUqg96ZZZuGg1pZOf2yAQ2CFlwdsqiag8ybQJT"
    "zffJpeeSIPDu28sfMHhqxIHJZMhGsMKkSVsmRALk8x5mToCGhdFYDpuCQl1YnTZbfS1daU"
    "0bvltp+NYFCxa1batYCA+LDYSHOVX6i1oIFkcjx2mWiEVu56beKOEnFoIxMk77/UFZmHdJ"
    "f4k84g4u4/5xlXQGGFVs6T7OJDRgEU6bWXXwjpF0ztK9hsIb2tL9HNStUDWW0etN9eqIWK"
    "vWbea1iwd5/fc5Rqb522b+jihv5s5IEGoet5nHJncn3G3WJyFNqzndZk4zxxG1omUigs5J"
    "t8eVYmWOS2JljrOxMjqwesulKXVy9PqTo3W0+mrt9znrdwXY6sTz7flGgozyK+HxETdoAE"
    "DGU5I3rFfmNwliV+F4T1E0caN8EhMmm82gA8QdixkRsu+zHUsCeOGG+QLuPrmBy9yUZbbR"
    "9RIsbdlDJyASjskc/NwQkwn3VIccNKbfvVYOl4EsSPUXCX4ZFjce4LfDJrjWnDfkbsjuuS"
    "3b6czGzEGnTnijF7JIVvS9sa8PDN0ndw9sjgS3tlrAss1O0EcH58GvZqs2OzD43z5nHjyO"
    "6r6DPiHfk8W31DAbYXBkGx+nB3cwqO9iL2w38jLhjSY+vEwwWWirGM6jBkCqTkCUZSH7/w"
    "QPIZ/H6+H8Yxo+V4DSjfyysg4YVgDAV53A90LWRDjb5qKwOT6RMWaA3kz4lkksAX86Kl+D"
    "qupkJr+X7RsFrFjZ78iSni8sBSY/wIIDM8pVxQEkCG+ETRzlLDMmqffJtTMdUxu+lrwDMj"
    "ysyE5HHn7LmYDB7KFqX8fPqX0Rq6zL8mKJq2HRsZjtT/4fr82O/0fOBF2pXbvfWneardum"
    "DrtELWzV8O7lllRS5w5K1LmDrDqnXZurdW3q2oWdtCppt96zYLMUnXPkqLKuCRHNBpsmRF"
    "d2tmvCQq+oJ7Ym6XS8alMronZgP59dTarhTTzYMTrN4TZzWDtlnrdTZndeLe2TWbXfIHyA"
    "nXPKtHPRPo1te50yF2I638vxwsjrvTK3ixGOaOJmubaZ6gniCek2cZjBp9ieY5/cLcC6U8"
    "WZgvURuA08dEAIGBR4ZlT3EAydU54VWG0eA0q04qNz4S/5GfxSsVf4vyemU+mqgOeRejYM"
    "pwSLczDlhRiye9+WHiBmm/IW3Buj18W3H+BAhdsI38OHkG4V2WEE74HfSHkCXEYdY7xIrl"
    "HFiuUgeg8rpTiZBmEduEo9DNq+pfNp0i4B+Y21nb+ldv62BV9slSWrsZjq/olyYT+7piAb"
    "TKSpUs8IRpUk0mQqGsnfNSAOx3cuyPCwklfqsMQrdZj1SqlDsAa8EcEG8Q1kks3AvPouzC"
    "gu1WnGFI3f3K77ake23FDyrGtgi9NpA1ubDWzaXP58eK3zvbrNX53v1X0e63yv58Jpne+l"
    "8706aIKMiZ6BDbmmzTFFpjO+yr2LcUv9kh4w9LZ8Yru4wKumJaXW1tPuRe277UI9vHBhF3"
    "gYgzVf7mQM37GG7V9Mh4485Tu8F8yVhe2oMcaELMwXijyP6J6bUlwd1nyfhHQ2ewx8ghNV"
    "JI/a0mEJzyTdjVexlCr07sWK6cEQ1aHUYtRFd+NZeClwQGIyl0oRU/eK5piTH9GV+MIlmA"
    "w19D1P2G9ubQCDsyCXaUwfmczQGjKYIyTzcEL1yNQp7EvzOf5yyVtHeUIJL2P45IFQG884"
    "quVrLD5xtuHd2vvbyLcNXDJE3gl/HP19XeLWMg6vkp41IdNqCLFxmg66bE6rCLKnxXLsaU"
    "aMddgjd4Nc0qogx2k6CPJhv4rjpl/st+ln3Db+8F/MyDnmSxw3C5LO6WMHr6pmbJWmbGXW"
    "8sgRk0EDN2+aroNrei2+XolbXYdvgqhzS3stXl8Uk4biSx2UYyR6NVdbzd4YRD+zpryRIO"
    "real75SSjkE+Xszv/4dH2VD3GMJG1x5gaGPFrc3WG9Nw9aBCNhZw4hffnh7I802hfvr8/T"
    "0jVOcK4rsD5Hu39Kn63D5xSp9u+0mc+BeaWJQz5BqbncZi5rL5PuX9M2RmzGYJ9wQeVGZJ"
    "4HdO9+/sisqCBase+pQ1B/reXOiOk47EteGYeA7NpmNwJ+VIPzJphrJw+HfERr+nwkAgVO"
    "nxCdJ7w+IUMauX1upP+FYr6XtHu/CTKwwgptMnUMPS8WdT2C94uyyLAS3T1/ZDbxpxUrt+"
    "nMq1ZmXqkFkMcBmzrzopDMkCZdm2XuqZ12N/fJXFQD9TiS9kCVPr+8Ovv4Z6RMRyLf++ur"
    "H89z1OnzP2/enrU+/GRHc94y0lYdJ36VQJXwWFt/mEobOLCaIJXVBUecMYcb47xjMvik9J"
    "CkizENTsjg0orPtudysC2ZBlR8ZD0yp67LOUbSSX/GGlqa4UtVA+FgeAfRXUt9ULijx/IM"
    "AcWOjBiJdmTUdGQsJSQse5h9/X/yns6g"
)
