"""Kinds, verdicts and causes take one byte each on MySQL and MariaDB; the other databases keep the text.

MySQL commits each statement. A column that is done already may be changed to the same type again.
"""

from collections.abc import Iterator

from tortoise import BaseDBAsyncClient

KIND = ("open", "click")
VERDICT = (
    *("person", "likely_person", "unknown_time", "prefetch", "scanner"),
    *("crawler", "before_sending", "you", "maybe_you", "repeat"),
)
CAUSE = ("sender", "automated", "recipient")
# Table -> column, its values, the length of its text before, and whether it may be null
COLUMNS = {
    "event": (
        ("kind", KIND, 10, "NOT NULL"),
        ("verdict", VERDICT, 20, "NOT NULL"),
        ("correction", CAUSE, 10, "NULL"),
    ),
    "verdict_change": (("was", VERDICT, 20, "NOT NULL"), ("now", VERDICT, 20, "NOT NULL")),
    "overflow": (("kind", KIND, 10, "NOT NULL"),),
    "retired_counts": (("kind", KIND, 10, "NOT NULL"), ("verdict", VERDICT, 20, "NOT NULL")),
    "correction": (("cause", CAUSE, 10, "NOT NULL"),),
}


def _statements(back: bool = False) -> Iterator[str]:
    for table, columns in COLUMNS.items():
        changes = ", ".join(
            f"MODIFY `{name}` {f'VARCHAR({length})' if back else f'ENUM{values}'} {null}"
            for name, values, length, null in columns
        )
        yield f"ALTER TABLE `{table}` {changes}"


UP: dict[str, tuple[str, ...]] = {"sqlite": (), "postgres": (), "mysql": tuple(_statements())}
DOWN: dict[str, tuple[str, ...]] = {"sqlite": (), "postgres": (), "mysql": tuple(_statements(back=True))}
RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztfetz2ziy77+C8pdkqjQ+sex4vMnerbI9zqzPZuy9iWcfZ7wlQyRkYU0RWj6s6J6Z//"
    "12AyDFp0xSL4rGl8Si0CD1axDod//vwUTYzPEPb8NgKL59EbODD+R/D1w6YfBH/sseOaDT"
    "6eIrvBDQoSNHCzlMjhn6gUetAK6OqOMzuGQz3/L4NODChatu6Dh4UVgwkLuPSH7rMhhtBW"
    "QkPCLgg8P9gLnM65HQtZlHgjEj+GREjOTf0feEu+TBY0AKk/uHd+cXn68eDu/de/chdPl/"
    "QjZ4YvMHMqFPzCfUdUXoWnBPwgMSzLjFyJh6E4f5vrwz9Ykj4Fv4H2/iiRnhPnli0+CQPE"
    "zp3BHUfiBj4dg+4bbfu4cJZzCtjcNdQonPqMNs+M/yWPAB7wL0bAI/Ha4KlwBu/Jl580NE"
    "Sj9gIB4ZkHuAw6//gsscfvA35uPHXwEllw1ogMNHlMPc+oMdysv/QoLp02DEmWOn2MdtSY"
    "PXB8F8Kq9d8MdrN/gkx+Icw4ElnHDiLsZP58FYuDEBd+XNHhFpGjC8Q+CFyFJkouZ9xGX1"
    "cxZD1O9I0NhsREMnSCyB4WBx7WAwuLm9G3y9uhsMDqosGn3JAr7DgoNH9SUAj/gI3/+h3z"
    "8+/qH/7vj07P3JDz+8P3t3BmPl8+a/+uF39TALtNRUErPrn65v7vCBBKxqtdjxwu+ShgZU"
    "UUl2LdDHtZzH/xIWWzH60fgM/vDDsvhHaC9jQHRhwYHFm7gNFkzot4HD3MdgDB9P3y1B92"
    "/nXy7/fP7l7em779IQ3+hv+vIrBHsBbvTu1wE4SdNBkI/6VVCGUaUwy+/SOC820DpIp6nW"
    "g/Vud5Q00n+ohPQfliD9hxzS+mjJw/zfX29vimFOkGQwtjmco7/JE3IP1/UScBEMnHni+/"
    "9xkpi+/fn8H1m4Lz/fXkhwhB88enIWOcFFBno4qBGc6IxNof8jfBPwCSvmQJoyywRNehj9"
    "0S1W3F3/fPX17vznv6b48eP53RV+05dX55mrb08zPIonIX+/vvszwY/kf25vrrJsi8fd/c"
    "8BPhMNAzEAwWtA7SQm0eXoUorNWl6qyeIFlWFvq9lrORSYYA9CN+BO7Rc5S7wGZusDyvB6"
    "/bymQYAalZ9nc6lykyR5WcVZ17v7blMCiVJx+kcnP5ycHZ+exJpNfGWZQhMpL4m9MaFj1t"
    "kcF2TmhWnzC5MyHNThcIrQ8LjNPGaeJwoU4jv2rWRLjAm2pw0fHOyAkVf/uFuuM8R8/Hx7"
    "81M0PKtI/P47GtpGTwljD14YUutpRj17kPtG9EXZ2PxXk/4ke4W69FHCiL8Yf582x55blg"
    "A55aDAUht91Vtmp6WJQU0MtedkyjxfuGTGgzFaPblHxMztEe4LB9cLQZsYeQv3ZbMx8xix"
    "qIMm0YC51A2I8EjoM++7igZQY95spXmTTWiRmF1uFIoJOmcP6r8/qWAPglGl9iD5XVoik/"
    "/XgDca34G9PIPuuyrWNhhVju67nLXNE04tdKPxW0R3wiZDZazeBsaVIF6CcN6c6fszAUfd"
    "mPrjOkjnCBtB3jIxM7tfvK+0X7xfsl+8zwL+KMSjwwZ+OKyDdppqLVC3amPeANCo6Az+Hy"
    "i+dXBOEW1xE/nl7nI7O8hplSPwtPwEPM0dgFOPjfi3WltHTNE5EePotIrHKat9JhxOp7ll"
    "PAbVE8MYai3jJNEWl7HDn5gz385KPqrk3Fvi28udhdRhXuAP4KHy+ooAwYK6JSbLJF0G7S"
    "EQbgruaJlvV02/uL39nFLTL66zevgvP19cAfYSehjEg5SuYhx6r8zgZXMfUW7C5wypMWy2"
    "mc8+Y24DHifIDH/bzF+Huo8hfawlUCdpuqchrl/co/4T7HZNkM5TGryL8a7hH0hubr6Pcc"
    "sFsqGm/PSXL8yh8gfmwdeG/69qlv0VSBZX9VpJrV4B+8d4MHLEbEWcbs9hok+OCmXfrxVb"
    "CagJrAN4S1dE6Wc1S1dX0zNnM5hkRZD+pmbpKkiW8DymUipWw+kynqirULFn5hbFItVB6Q"
    "rn6CpAQw82buatCNFfKfeYfaHm6ipUU/iRq+9Nf1WzdPSQU3ax1RA6xzm6uoj0+wYKV8BH"
    "3KJr2MX1a3eTmLGr6FliyleVoC7FdN5hfOYDn636BiJEX1mn3sFaUV8J1y1GxgwePeoW2L"
    "giSG9ddifgn5eB/Qmn+ymarYP7v8ILfoGObFsLYJ/j6TqImMemznwwo4FVEItRH7AvON3f"
    "o9k6iJcPwvhA7nPWmFlP68DsK0yJW95lNGFHYKsZvHrtPvOA6rvn4lcT3/aWhbDy9LhmUa"
    "zCZd+j8Z843H1SwayzMbfGhAe+TPBnHlH+QCwbQHTY7EdZFgCOv+/DqaKMxuB1MQOmmsDW"
    "fQ5sDcQTcweOEE/htFZsRIauczEo6w/x2YMoTPlCH2wF3/UHYZo4iJfOs074T9m3KYfpGr"
    "A5TWnY3Go2h36jVzlBZsIg2sbflqSURe7jApE84Vkul8f9xKCmtb98/uh+z12s7oXVv7QN"
    "85DcgVhtgVTFma66hXK2FLZ6cYUu4TpzJbZTf2zEbyN+G/G7gvhtxMPOnivp8Do/GDSMoc"
    "zSGla3mtVGE3gVbPbYs3hqtHGnKY0+0GYuw1CYrcDDtSRWd0HSuTzwkyq5nCflqZwnuUxO"
    "rEIxAIWoyO26pLhliqpzML8/6lfAGUaVAi2/y0SfK9/JoK5qlabbXtmuTmhZOdtCjh95Zn"
    "wSHgM9/C9sLhlyDY9OXavI6J6vOLNnjCjzaMJlj85iu0BmDQIC8LuZyjy8PP96ef7j1cHv"
    "u7HaJAI9Cgw36TCQcttNJvpkpZJAb3z8Y8KlNYgEgoCeKAujkzH8AUN07XbuEbxrT9ZNn4"
    "1h0Twzj2DBIGnF8S0xRaer44iZKuRuc7jmusxSWueDctdS8oD1yUKPPZAJoy7ahmhAfpJF"
    "DeDeI7R9ytvLn/eRTDE2nvhjMSP3BxIgkpz5/sDYjtq+q/WW2I52XZNo10fL5qsS7azKSN"
    "ux3kChEbUL5nEuLwi+oDD1wFeoB646eAzg/MBqFwNpWS7a1l3qzctSj4tnyBZxmAdsf0MO"
    "C/dtDXHMD2DHxfXN+Zd/FhdbvChgycU/767Os6bqxOFf21idoTXGrVabPTKiXl1uF5AbM1"
    "eb+a0l+DrnXIJkpYNuf7i6kXOuTVaZV6K9rBTvUcF+E8Wjb956s1OGbcx2s7o9RueRlBlk"
    "FmkmL1lkFvktjUwyGDYT1WmmABtR82EHOlASXGZL24vlcOsJ/sY7+irWhts+oR4j8nHf+D"
    "2gsJhquKdmYN9gdzWGkrZvNb0lhhLYF7xm4lWa0ojSrRat1IteeL6XG2tSRJ1zb20gikpt"
    "oTVRTlMZmF+E2QirRlg1wur6hNVFJawCUTVVJmtJx+e4LFdjMRUjv5+5j72YhXbcvfEJYs"
    "XcQPrrPhAfxjoMm4b0sIcImXA3DBhIpkPAy0ZClE51wLhyAQ7ZI3UJN2Jq6zeZF8TUgDWI"
    "Bc/SmVjwF4/XqGRMfbDzlB108G2gvH3ogbhfK/01QdJBiNef/vrMPA6T1WoSnqTpIMhH/b"
    "MKKMOoJU3Cz3KtioSW26qCHBN0EOH17xQmDmBH/pERo0Ho1YM+SbN98A/+OApdWWuTDEPu"
    "BNz1D/F+f9qU1r9tliwKvzSQVAqJjenlxQ3IZd+CwZQGtfp4pYi2CPJ/bQfl95W60r1f0p"
    "Xufb4rnUnIbLLR7J1Z3mTpvQo2m3od3ebvDj0SLePqq81pahkf9j+lKVFZtMAtka47Wu6X"
    "yJQ7XU/8DE7KZSlIWzoeLCz5KMiQESyzbTH7Y1yOxg9gyWENyRnc0NMJTyrdaEZ9mRSl0p"
    "rGHIfOgREPH6KAG3gabPyrM6UIVmAg1pi6j0y5NqIZPpL7g/sDuP8IbiaHjrgHY1G1qej2"
    "+PXAhgFw1vzLOEDa6gAxcTrdlyQW20AdDTtN1Tk7xvr9AbgzNnqZUoRGKG/zq6QPtJoMXl"
    "CZnbLV7LUcCkywByC9FmX6vmAkyxKbV7nNvNZZPgXul1LpM0myvWoh7zYrg/aPTn44OTs+"
    "PYlFz/jKMokz3xY78EQ4LKq4Xe7OSpCYTCuTabVHapUJXm23SWnFesXJZiqFVYsz3VaW1S"
    "7O9XpZj8GIUWtMZBirtPwoW5EsiIPhLz28IO+ozDpowJlQ70klX3ETvLoPm0zP2G5eu5Rq"
    "jnZztJujfc1J1FED8rIs6kSD8pfSqCeJoU2PdeW68bnN0CtDiZ7zgyxWx1VLAg+mm0UHOf"
    "sWMFfWwPPYVOBmrr+MnDcEwZI+oDvtM5JZ1b5KtqYuLDS4P96NB4T75Am2H7eyVycY4z2Q"
    "YfDVrxoI/GREhVaKCrZHR8UnSLn1P0nTyPbfMpU8bfw/q2L8Pys3/p/ljP/xS1AD4yRN9z"
    "A+rlLo97i8zu9xrszvYt+pAXKKyKD8Mso6RaWJZpEhNfbvNmsWSnSoY61dULQj9QBv25nU"
    "A5uPRiDlYdxPHZ5kyIwVvTkHpp4QozrYxwQG9eaoa2Wn+FQXkykoVL/8cv1jMQfSxBk2hC"
    "G3D5F2X1XnYg1AVjs9UidHEtzolwJvuFKfZfXTtdkzEpruSvaMhHK9j0x50Z6RXpObtmd8"
    "5m6hh0Je7y2zXzjRiKZ1NWR3ct1OUf/oj+RBhZc+EGnU8cnIExNyhA4H2b/csxehp6j9lN"
    "kcfk0uNzWlMi+kDBFpqEPPGWCDRmOHaKkdQvMxx4FS+BcEXerNsraAC1jweTDv2LcSNPXw"
    "TiTFL1PErv5xt1xKSZUIj4ZnRZcc1Gpvycso5Z2cEjSdAH3TicABLN1aph09vnOxyZvJ/s"
    "WSgHWi3RYEJtYtu/WixFcb0DSRATULqkwwUgg1MD7mqY39sc32R9n7tymzc8SG123mdUuN"
    "PO3l8DrMPBVMN7Vzl1cw3rQD7PWbb0owZ88M75yD/ELTffrLF+bIakHlaF89sy7lif++yd"
    "TuJTE9lcJ5Vg3kQYsYUkXtDg7JtYzewfAamWjNqM/e+B9UrE0yr1pG/8AojOVVLSun1AvQ"
    "SoZtK+dEtvdSCd2y8ujDBxK6UeAPeUvJmAfEgp/cI67QEUFkzoLvyG8qPhj+s8bMDh0Y/h"
    "vQ2sJlh+RSGegwHBhuNWVi6mBokH3vOvyJOXN96SN5wPcDy7b7D/LpHhZyrDbzqQdVMUVx"
    "ErkrguheJUa+nD0vHQqG/pPYlxwFG6WHhFM7qktU8K0UEoCP/JkH85Ix3sg66/cHibe+nv"
    "XwxdNrF66JhLNU3gn/OdmFp7TBMdZbYkD0ReiVlYK8csNJ7hBLxz3H1G22xigTw86TmeVO"
    "U8cYExO0GdyG9pgNwBsO/82sWtauBEnnDF5H7ypZvHBYeeXYd3mbF3qfUE+BTadAFCvHOk"
    "vXOcA30r1XoiY/1IU6IuoczseV1vXxkmV9nF/VPqOeNR4Um8vL/T8Zsg5gvW0vkMzla5Bw"
    "tSAzZqo2m6lSGkctc2SS0GTUtZrJkebcgM0ZUvMyt5nPyvbQpEJqktDwuM08zltvakiehc"
    "TdyxDZSDCBNAfmwS51fcfjjdc76/U2cRlrjsuouzZTNAZSE+qyBVDFM/OwsWHtxZonNOCW"
    "glt72RZQGniLw7Rw/TWO0koQGwG7zQK2dKE2ZHWW1nC6zZy2mBfgD5vXUaFSRN1TnTZRI5"
    "raDWtEJwjNm9TmNykXdtJk38zQG463meOqd0dDi7JjCmbsB5dVV5YmXE5TGi63n8t1lMYE"
    "hVEWczmqiwjNmi9NmtI4VVv91rSpTOmuVYjX2q2ubYyomvGxWru6ZPSIW2RsrJPwEVXt6A"
    "jSGSHZ4lO+elLMl2ie7gIVhF6RU6AeSjhJVyF65mwGk6yI0d/ULF0FyRIevHM49Yo4XcYT"
    "dRWqbSbr7SVAkWNsNYhuE7N0ESXYubkHKouqfbXyBo5zXcZTdREw3McHqL6tYSe/22stcD"
    "lO1GHeqgvqHOfoKkBDT8x85g2wV/KIW3QNp96FmvImMePeWuZWTMXOlDkvxzUqBfkyutk+"
    "Cx2BNVX0IizKoKwP1c96ng5C5LEJPl5BTcD6MH1JzNURqOqWQAil1SJf/0AvoCXFD6IRTV"
    "uY+Ayh153JXEHkgSWrBcCH5KZM6FCE2MWE+1HRUNOHrO2Gxh4pz8m3PNbQwJ+mNAb+Vhv4"
    "W1rBqQ0VoTdVv6nc5pwX3kyZ7naX6V4YrQvO55RFu/yQ9lLDmtYoimdpVLo7ED1iWT0ytK"
    "zVSnfbAhQAKc1FZRZM1e52HvCmarfkwtoiIp7gdxScoaUxttH4DtbVOa5SG6O8MkY2uLZB"
    "oZed1HjZXvzyJqq8LHbuqiAvKDpQcySLcJU1DKOWIJxbx3VL6JjqOXWq57RUk2mvrmpq0e"
    "6NjmJq0baiFm1sii5U9hZm6mW6XmLUWoyygSBDBv86NuGjlP0Va89isVZM1WM2Gc7Jgx1i"
    "/ZOHQ/KjXHC26hutekWrYZVruo6Y4wzUfJKN6i+j7LVT2TPW3CYn5N5ZcxfvYx0WL6gMe1"
    "vN3syeWys/P01qcpXazOeWqjJtsP8bp0wLmdI6p4yMkS8U0qPo+WUiOo5hdmMR/e/YKQH7"
    "NhD8OSig00gk/6A8M5QDkQAJHkdSAo/AZUcI3ePBp3M/8uLEbh3VKAKNxg8fcKAzJ78R3E"
    "UmoOBZ8LdKV4Q/YDo6PyQP2gYKw2djQWaeCJi+q4gbOYBwhy0keugNcsQMtAqL+gzudYM3"
    "h2fgqGKwb1JDeGLT4AORzSpC/yFqgGEBhDjyy6dLcnxyekze3h+8Pzw6PLoHBO8P7g/ghs"
    "yFu8GEeNtH+K3ud5W8TDIqLVPIL+VWMmEkbVc8jFckUQy/gtHzaFkhfOMY2YVjxJjtN2m2"
    "r6/KGFV1D1QYjA1tVlQjTWnY3Go2Y00jnWqZkbCEcBh1i1mcoMrwdwhkm2JpfGXL2unt7e"
    "cUOy+usy0pfvn54gqO/u/Sqmo+xERJ3nXOogVF506jo6Mq4tRRuTh1lD2KitSNqkAX0XZQ"
    "wDruV5EA+uUCQL8Y9GAMmqjdCPMUqYG8AuQtNS+291g2kRJ7Yzh8wXS7PiNjVGSiwMqYqD"
    "9RbmZ8TgxaMRAAp5K+fGmHC8aMewR70WrwfDTuUTKlmHdOdEbtR2nNIyPhoQGSzqV58Vy2"
    "nBUqMDyKIpDh4jKuILYoqnaxISbmwgg3gAtkxGbwPMBQG3vPihBH0CC2EqpHfePjg8G97s"
    "Yw5HGMj+WJb3PVXXbM4WeToQjGPXgIZx4/At4OhX1iUeywSyzcpODHHJL/G6LdFB56mB99"
    "77590Kw4HHEnYN7bxXL6P/dh/13/tEdoMBg8Biz12Yk/f/fQI7Mxt+BJXSLfFfjDnzHP/+"
    "6j/F0aTjKhsfmWB/duBo9RgDH2MBzwrRxhkbF7Fra5ja+a0IuCc7QVFlBj4Oik5rsvttct"
    "aWMn7ytIqSfvS6VU/CpTYTI+XupgnKbqHMzvj6poAzCqvOnTUU4fMEUed3JkGIWsJQqZKa"
    "q53qKaBUvbKLt7reyeP5akOJ8/vpjeHB/GjdTcc4InOpGTKM0OtCh8iCg4BfTHR49OVGQN"
    "KGNKpXUcopIjtGZJnzHMfRMVSV6LFrVinmy5fjSm/riOhBeNX49st1toN2zoXSZCl/eT35"
    "UIvSPFcxMN5dsfMrK9kJxKQSP9JUEj/XzQCCzRRq0HfBNX0F7rSo2YbJMCuasUyETN6AJx"
    "MF1RulwmtNLjmgmGU+b5wiU+5baMabYovt9oqJeL4pBcB2TGXZ9gkWPihQ7ze1KEhHsIAg"
    "/ncCbzJ30+4Q71tMSoAq1dFsyE91Tk6vCYFEKnNAiY56Icmp7go3RhyHFsMg3mmJfJg+QN"
    "pTdFDr530dFR2SWQN/4bo38rjf6Suc3sOUlSk71TaMtJVcPHt74U5is3nJTktUZ0bZa5lF"
    "V5g3Hm8al/dfPLz2/faC9tj7zRmSXMxg9xEsqbGsHpegetJQYvSDpnuT+tEpl+Wh6YfpqL"
    "S98v7W5jMG9btzP+3M5oHMYJtnMRyjjBjBOsbWAbJ5hxghWYPpSZqMDqEduPyg0e7HnV+r"
    "46MpOSKf/GHCLjNrEz4SHBSFCAEOazsEg/Q2uHNaYu1v5FQwV8trkVYIhiT+ViT2DZyYRu"
    "V0Vj3rsPqjawCtcErqhaUkwZKQgco9puwaIiwlMmpg6GdbIPun4U1QYZjPH04NGemDNPXJ"
    "Sml3s3SjwPXVu4VVsEVI+FrGUOefFU2YUSfvDHUehK0xiRd8J/Tv60A+G5kV5eOxH8JTV9"
    "H/LBt62lY6U2VMsth1tPdVRyo7p0UnUJvYLWTUssAGq4Uf3rq/4m5nezMb8eGzGvqCh9+W"
    "pOkHQA4G2vaC0bNjiYE5SdO5v71UIWis5mLe7C6awk4MHiQuhKeVv2xcTPU1y6gTXGv32L"
    "uq6yvFsgyzvqzyEbgaQ+QKs8PDxemYsQ/wNRfsgG+oPHpowuMc33c3KAb8G0eZ6X2rji8V"
    "0yb62t8UPo+iwIHFZkOFxWBSFFt8U6CEXQVtZF66sR6yt/IF34A9h4fB04UHH55ujMMi5A"
    "t7S58bI1vCDa8QLeqzoe8hzII/3fX29vSrTgiCCriaFd5zficH9/45eKsEYklss6WbGml1"
    "arcIJcpEAq6KhuuECKuJHEsx349zlkQBkFmwR2JglNbeM2GyuMn3XHflYZ+1EIfzn2j6Uh"
    "adWQb9n7tG7RacSlglYP1DSRgTUP65hROFpA/a25XHN0Btw8uOg7rL0JJ4g6hOmWN2BHqJ"
    "bp9RZ1hqpD8K9tSZsIou2GXscyfu19JEvZodW8hc3ERHGZKK6WY1sliqtwK1kDuqm26/u1"
    "hxTBGz1ACt/sBppC+OaWnF/eXd/eHOQkvjXA+1lP01FkEyJuFVBL8i/qb7eP3V6wSRNCFV"
    "wXOtwawP2znOwr6zLAOaW3CsraBrEGiD8tZuoowGl7TaUNV6tsa4BXhhh/TszXUZAzWm4Z"
    "ylUqA6gQ6BVLA/xNRblcyrk6JK9ttEZAerGWBcwnV3N54HzyHWrYjY15WBOY6Eg8wv3SWl"
    "G61DEjPhaYsnhQNTPfVIwyFaM6UTFKasTevA66CZI2BwI2hPioUvmioyXli47y5YtwZ6kF"
    "sR5v8K2GrykP1cEgAlMeag9Ev0gNLBD6EhpiubiXUEgbVoXCYM+4UCh75jbDrrgcW12Erl"
    "0q+s14MF6IfvoxjPRnpL9WQbth6Q/fnTrQRuM7KJecVhFLTsulktOcUBLtRXmAy+N+kzQr"
    "hf62Dextx/4aidBIhEYi3IVEuPC9FMiEKcdMuVSYdgY1Egy/MGCBHxA1lS4LHzAQAHUlC2"
    "n7m1BrzF1WbiFMi4l6MiMmGjGxVdBuWEzUy76OIJMgMXKMkWOMHGPkmD2TY26fmTdyJNdy"
    "Ykz83VIpRiRHNZFh/oz9boZsLrCGOUF+wbY54UHcotRjsraW7OxKdYVxv5fojdojWE+pRy"
    "bcDQNlJpt6woIvddXzcDJkXty0FdYPykyBCKijWsuC0KQJesQXxA8EPhw+DbOEZ5Ngxi2m"
    "q4/JQl/jJWa0X5MhlVGhJ/Vo6gXkj9xVNb3SxcDUEFP7vJ21z02lr91X+lq8RRXVigVBl1"
    "Ir15ZaoveiGvrEgqLNC7qhTtGvUsy8X17MvJ8rZq5OnhoLdkFgFqzJhdpJLtSSPByTK9KF"
    "ir9fQCP2mH2pitwUCP7pAUulf08NHSwq5jQMZwQRXAFkR0bJMbUxuhEupGv0SomdcS+S/j"
    "9guV6Q1AOggjscTqs3HkrwyIjd7RS7TUL3rhK6jcKze4XHFLJ8jYUsTc26rdWsMwraehW0"
    "Eff8oIErJ0lnfDmt8+Wk8v9oIw4nyAyDW81gY2QxRpZ2gL3HRpZ0im2BkSWXg1tuZNGy/M"
    "BajG2WRaAm0BaUuIMS9l/S3aV7MjLM5v7UoXPVg0n1SuKBz5wRGQvHVk5UK/Q8/GIxiTOX"
    "3tZbl1y7rvjxooeRZjok7RGDzmSTJqCdR88Bd+GBNuZMAUY/5fJl1HPmZAQ/5MMiQC3ywX"
    "K4E/qNYd5e/PRkJkLHJgF9YoRiO2rPVk2hPCEmlY1CcadiYxJqp0nI9PvppNgxo0UtaF6y"
    "c2gqY+M42C8bB/BtULdhR4rGqN9F5gwVh1XzHdJU5h3as3cIN9i671CKxrxDBe/QkFk09G"
    "sltCVITBz4CnHgsehdtoeV2x2SpMbqUN/qELfyXdHmUDX4uqVAv1zLK7nQ6hfy2qjJgbPZ"
    "HZ8UWxui73pLDQ0wahCpQs2CuUHPd4SMnbYcrOSpwraluQEm/x4nJ3xClRWCkgnlDkH36A"
    "dChyKUAd6K3sfqBthXWbgE7sqYaul8LbsyYzw4aP1IKMO9dXtodIExm0gidkjinzP4t+AY"
    "GELwfzmxDilRFbHkg2KDZ5wOjup7N7KAVLUZlDRyNq2bd17X25gRXpkZwWfw4+wCU0J5H8"
    "gFhRGIi1rrmP7Am+0PDKqDNygpubyk4XWKqgMwL9uFNtEl2Pg5jZ+zHWDvsZ/zrxTjvy/Q"
    "1Sdl45zmkR6wVP2YyqGDYWJsMz+nnoHMxsJnBHZQ5mKTXNA25gRmU+UviDLpEdAZQAfhUq"
    "/w2LN4YvYmSl8Y/+C2/IMBsNAdOEI8hdM6QkuWrnM1M06r5Ledlue3neby2xKvalWUEyQd"
    "kFmyDodqHofyAmv9grK6HkM0GoTcpSmN3tpqvVXGR/oMdqCGsZUJWtMruM2c1kJGAz6nKQ"
    "2X28xl0xHa9BBsGyOqqptVegjuTt0sqcQdfdV7ScVcrRK3noFwF2sGPcrmK2+/fLokZ6f9"
    "s+8+SLdSpH9OheP4WKjIZs+yghA8UE+O0LondRwVI8sImvPkAKN8tn2X6S1RPhWnG2ifOU"
    "Kjfr6ofkoTOL4zdYBOEXUO5KPTKlnKWcEokYN8anT87ev4LgtmwivoY1qOcYKkcxivf6cw"
    "RpSXhMJOKF3s25TDdA3YnKY0bG41m1GubvQypwiN/aTNPJaqUSMmpykNl9vMZZu5vBGTU4"
    "SGx23mseVQ4EEj2StFabjcZi7v0N7dMq6+WnN3y/iw/9buc4d5wUGBrVt90Vtm6abxkEZ2"
    "7oBMYIOQDYOmLK61KZMtsMLfIbkOfKID776//hGDp0YcmExUsqM0acuiTgD5vIf5FqBhYT"
    "SWSnMs7S6Ur56frZRvDN+tNHyXlIsstV/tQ53Ihuar4yoWwuNyA+FxQZfFXSdGtnNvX1ua"
    "UCI6Y2Sd9fuDpcHh5a1Di4g7uML776skQcCociP4+1waBNb2cZlTB+8ESeeM4HWqF1SsK2"
    "qM4K9BE4u0ZhnY3lTljomN1t1mXvt4uNd/nxNkhr9t5u+I8maejhSh4XGbeWxzf8L9Zi0w"
    "s7SG023mNPM8URBIU15YKCZYqazQ/nB0I1WFTCT2jjuJmETrnSZam8j39foCCpb2GrA1Se"
    "y787Po7PQbEfARt6gGIOd1KRrWW+aD0XGwIA9kKJq4ZL6KCZONh9GZ4o/FjAhYUJiHsEgo"
    "eONHuQe+qt7NbdkwDd04emnL4tqaSHg28/B7S0wmPFDdktEw//BBOW8GsiTWb0T/J/sXwf"
    "8em+Ba8z6ShyF75K5srTwbMw8dRNGN3sgyXfHvxh7PMPSQPDyxORLcu2oBy5bLuqcyzoM/"
    "zVUtl2Hwf0LOAngc1YkZ/UthIMt/qWEuwuDJls5ej+g6jFitPPZY4Y0mIbxMMFlk3BjO42"
    "bQquZAnLEhq5Xrh5DPE/Rw/jGNnkujdCd/rKxEhtUE8FUn8LuQNTHOrr1oUYdPZI0ZoKdq"
    "lDsC/lzUR8cnsfkjtqWWJdZlIXRHetGwGJn8AosXzChX1QuQILoR1laXs8yYpD4kt950TF"
    "34WfIOyPCotx4dBfgrZwIGs6dSL1zG5fZrZl/E4uiywFnqalT2LGEslJ+TXfbwsymw3gr5"
    "zLjydmKEh12iFrZqePfyVCqlURwtSaM4yqdRGDfp1tykpnpiJy1UxkX4KtgspeoCEWtZg8"
    "mYZov9JeMre9tgcqFy1JNo03QmLLap7dE4w1/PriY19Cbe8ASd4XCbOWxcOcaVs1dvmPHk"
    "7KxRxz64ctq5kF/Gtr2unEsxnR8U+G7k9d4yZ40VjWjinLl1meplEgjpbPGYxafYVuSQPC"
    "zAelDlofT60M6GAN0WAgZpf47qeoIResofA6stYECJtn90Sfwmv4P/VIgXfg7EdCodHPA8"
    "UgWH4ZRgeRCmfBdD9hi60m/EXFveAhuqUix+LJuZ3bsiDPAhpDNGdkbBe+AvUv4Dn1HPGi"
    "/Se1S5ZDmIPsJKKU/nQVgHvtIc3XAyhOvZjJ6sI0H+YuMdaKl3oB0iQLs4szk7q35lckiX"
    "N/iLCbok5r66ZiZbTOWpUmwJRi1J5cmVW5L/14A4Gt+5JJ7jSm6u4yVuruO8m0udjzXgjQ"
    "m2iK8WV7YD81E1Z+ISX2IWY5Sk6jSRisdvb9d9tydbbiSU1jXLJemMWa7NZjljZH89vDYZ"
    "Z93mr8k46z6PTcbZa+G0yTh7gaMm42yz0O8o6kMbnZsZKTPUJuesvqcyafVf0ZuGnpuvbB"
    "/XftXEqMx6e9lVafzAXajuFy3sEm+lXvPLHZbRO9awmY3t0VGg/JCPgvmyTB+1xpgShhlL"
    "sRcTXX1TiqvDmR+SiM5lz9q/OFEl/6grnZ/wTNJ1eZNI6kJPYaI0IAxR/VYdRn10XZ5Hl7"
    "QzE9PJVJKaulc8x5z8hG7JNz7BdKxhGATC/XjvAhic6WyqMX1mMkdsyGCOiCzACdUjU6+0"
    "y86vyZdL3jrOVEp5LKMn11JwMueplt/yxcNoF56ygz+OQtfClUPknfCfkz9typS7bufZku"
    "Y8ET/zbCjvy5Og6aD756yK5fys3HJ+lrOce+yZ+zrRtSrISZoOgnzcr+IE6pf7gPo5F1A4"
    "/DezCiSAJU6gBUnn3GxH76qmky3NJ8ut5ZEnJoMGLuMsXQfX9Eb8xhK3us7jFFHnlvZGPM"
    "goQQ3FtzooJ0jMaq62moMxSIV2TXkjRdS91bz2k1DIJyrYncttnAmSlaycbVvS2zZzmmTR"
    "JqzYOx9CRtWtw+cMqfEVtZnP2vLSxLmfojRcbjOXjW/KNOppGyO2Y8tPeacKozsvNN2nv3"
    "xhTlytrdwt1SGof6/l6UjoOOxbUSEJTXbrsjsB/1SD807PtZeHQzGiNd1BEoESf1CEzgsO"
    "oYghjTxCd9I1QzGtTNq9P+pEr6h8nMxQQ6eMQ/2A4P3iZDUsk/fIn5lLwmnFsnImwauVCV"
    "5qARRxwKXevCy8M6LJVoeZB2qn3c99shBVrR7H0h6o0tpRFSnTscj3+fbmp4sCdfrin3dX"
    "5/sStNKh1LqcIFbH9V8lvCU68TYf3NIGrqwntGV9IRXnzOPWuOgE1d8sPT/pYkyDw1NfWv"
    "Ox91rOvBWzjcpPs2fm1fVGJ0g66erYQO82fKlqIKyHdxDdjdQ1hTsGrMhGUO7jSJAYH0dN"
    "H8dKQsKqh9nv/x+zaMNv"
)
