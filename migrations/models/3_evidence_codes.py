"""Evidence of verdicts is stored as codes with values, no longer as English sentences.

What is no sentence of ours stays word by word (`verbatim`). A row that has codes is left alone, so that this
may be interrupted and begun again. Below, too: `unsettled`, which stood in the last digit of the score.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from tortoise import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.lib.database import sql

AT_A_TIME = 1000  # events
_TEXTS = (
    ("corrected_me", "You said: that was you."),
    ("corrected_machine", "You said: that was a machine."),
    ("corrected_them", "You said: that was them."),
    ("learned_me", "You said of the same program in the same network: that was you."),
    ("learned_machine", "You said of the same program in the same network: that was a machine."),
    ("learned_them", "You said of the same program in the same network: that was them."),
    ("before_sending", "This was {seconds} s before the mail was sent: the sender’s own screen."),
    ("viewed_same_browser", "You had this mail on screen in the same browser in that moment."),
    (
        "viewed_in_gmail",
        "You had this mail on screen in Gmail in that moment; Gmail’s proxy hides whether it was for you.",
    ),
    ("after_bounce", "The mail had come back as undeliverable: only its sender can look at it."),
    (
        "before_bounce",
        "The mail came back as undeliverable later, so that no reader had it: hardly one of them.",
    ),
    ("own_client", "You use the same program in the same network."),
    ("own_network", "It came from a network that you use, too."),
    ("no_user_agent", "It did not say what program it is. Browsers and mail programs always do."),
    ("gmail_prefetch", "Gmail fetched this ahead of the reader; its user agent says so."),
    ("announced_prefetch", "The program said that it only looked ahead ({header})."),
    ("headless", "The browser said that it runs without a screen."),
    (
        "apple_privacy",
        "Apple Mail loads every image by itself: that the mail arrived is sure, when it was read is not.",
    ),
    ("apple_network", "It came from Apple’s network."),
    ("apple_name", "It used the name that only Apple’s privacy protection uses."),
    ("later_sign", "Later somebody showed by more that the mail was read."),
    ("later_click", "Later somebody followed a link of it, which makes this surer."),
    ("later_open", "Later somebody loaded its picture with a program of their own, which makes this surer."),
    ("later_reply", "Later somebody answered it, which makes this surer."),
    ("scanner_name", "A mail filter ({name}) checked it; its user agent says so."),
    ("scanner_network", "It came from the network of a mail filter ({name})."),
    ("crawler_name", "The program “{program}” is a known robot or tool."),
    ("unknown_program", "“{program}” is no known browser or mail program."),
    ("proxy_hides", "Their device and place stay unknown."),
    ("proxy_network", "It did not come from a network that this proxy is known for."),
    ("direct_click", "A browser or mail program followed the link directly, without a proxy in between."),
    ("direct_open", "A browser or mail program loaded the image directly, without a proxy in between."),
    ("head", "It asked for the headers alone {seconds} s before, as only machines do."),
    (
        "links_at_once",
        "{links} links of this mail were followed within {seconds} s, faster than a person can.",
    ),
    ("beside_burst", "The same network followed several links of this mail at once."),
    ("decoy", "The hidden link was followed: only a machine does that."),
    ("beside_decoy", "The same network followed the hidden link of this mail, as only machines do."),
    ("mails_at_once", "The same program went through {mails} of your mails within 10 s."),
    ("soon", "It came {seconds} s after sending."),
    ("came_back", "The same program came back later, as a person does."),
    ("too_soon", "Nobody is that fast: a machine checked it."),
    ("together", "Each of these happens to people; together they point to a machine."),
    ("repeated_click", "The same program followed the same link {seconds} s before: it counts once."),
    ("repeated_open", "The same program loaded the image {seconds} s before: it counts once."),
    ("no_language", "It said no language, as browsers always do."),
    ("no_encoding", "It took no compressed answer, as browsers always do."),
    ("no_page", "It did not ask for a page, as browsers do when a link is followed."),
    ("by_script", "A script asked for it, not a person’s click."),
    ("old_browser", "It called itself a browser so old that hardly anybody has it."),
    ("hosting", "It came from a data centre ({name}), where few people sit."),
    ("unseen", "The link was followed before any picture was loaded."),
)
_PROXIES = (
    ("gmail", "Gmail’s image proxy: somebody displayed the mail in Gmail."),
    ("yahoo", "Yahoo’s image proxy: somebody displayed the mail in Yahoo Mail."),
    ("fastmail", "Fastmail’s image proxy: somebody displayed the mail in Fastmail."),
    ("seznam", "Seznam’s image proxy: somebody displayed the mail in Seznam Email."),
    ("shortwave", "Shortwave’s image proxy: somebody displayed the mail in Shortwave."),
)
_MINUTES = "This was {minutes} minutes before the mail was sent: the sender’s own screen."
_HOURS = "This was {hours} hours before the mail was sent: the sender’s own screen."
_GAP = re.compile(r"\{(\w+)\}")
_CODES = {code for code, _ in _TEXTS} | {"proxy", "verbatim"}
_WHOLE = {text: code for code, text in _TEXTS if not _GAP.search(text)}
_PROXY = {text: key for key, text in _PROXIES}


def _pattern(text: str) -> re.Pattern[str]:
    parts = _GAP.split(text)
    inner = (f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile("".join(inner), re.DOTALL)


# What is fixed most is tried first.
_PATTERNS = [
    (code, _pattern(text))
    for code, text in sorted(
        (*_TEXTS, ("minutes", _MINUTES), ("hours", _HOURS)), key=lambda each: -len(_GAP.sub("", each[1]))
    )
    if _GAP.search(text)
]


def coded(sentence: str) -> Any:
    """The evidence that says this."""
    if sentence in _WHOLE:
        return _WHOLE[sentence]
    if sentence in _PROXY:
        return ["proxy", {"proxy": _PROXY[sentence]}]
    for code, pattern in _PATTERNS:
        found = pattern.fullmatch(sentence)
        values = _values(code, found.groupdict()) if found else None
        if values is not None:
            return ["before_sending" if code in {"minutes", "hours"} else code, values]
    return ["verbatim", {"text": sentence}]


def _values(code: str, said: dict[str, str]) -> dict[str, Any] | None:
    """None: what stands where a number should is none."""
    try:
        if code == "minutes":  # of 120 it was a little less: two hours are told as hours
            return {"seconds": min(float(said["minutes"]) * 60, 7199.0)}
        if code == "hours":
            return {"seconds": float(said["hours"]) * 3600}
        if code in {"links_at_once", "mails_at_once"}:
            return {name: int(value) for name, value in said.items()}
        return {name: float(value) if name == "seconds" else value for name, value in said.items()}
    except ValueError:
        return None


def told(evidence: Any) -> str:
    """The sentence of the release before."""
    code, values = (evidence, {}) if isinstance(evidence, str) else evidence
    if code == "verbatim":
        return str(values["text"])
    if code == "proxy":
        return dict(_PROXIES)[values["proxy"]]
    text = dict(_TEXTS)[code]
    if code == "before_sending" and values["seconds"] >= 120:
        minutes, hours = values["seconds"] / 60, values["seconds"] / 3600
        return _MINUTES.format(minutes=f"{minutes:.0f}") if hours < 2 else _HOURS.format(hours=f"{hours:.0f}")
    return text.format(**values)


def _converted(evidence: list[Any]) -> list[Any]:
    return [each if _is_code(each) else coded(str(each)) for each in evidence]


def _is_code(stored: Any) -> bool:
    return isinstance(stored, list) or stored in _CODES


def _taken_back(evidence: list[Any]) -> list[Any]:
    return [told(each) if _is_code(each) else each for each in evidence]


def _is_unsettled(row: sql.Row) -> bool:
    if row["verdict"] == "likely_person":
        return row["rule"] != "too_soon" and int(row["score"]) % 5 == 0
    return row["verdict"] == "unknown_time" or (row["verdict"], row["rule"]) == ("scanner", "too_soon")


async def move_up(db: BaseDBAsyncClient, tell: Callable[[int], None]) -> None:
    """Sentences become codes."""
    await _each_page(db, _converted, tell)


async def move_down(db: BaseDBAsyncClient, tell: Callable[[int], None]) -> None:
    """Codes become sentences."""
    await _each_page(db, _taken_back, tell)


async def _each_page(
    db: BaseDBAsyncClient, change: Callable[[list[Any]], list[Any]], tell: Callable[[int], None]
) -> None:
    columns, done = "id, verdict, score, rule, evidence, history", 0
    page = f"SELECT {columns} FROM event ORDER BY id LIMIT {AT_A_TIME}"  # noqa: S608 - names of ours
    following = f"SELECT {columns} FROM event WHERE id > {{0}} ORDER BY id LIMIT {AT_A_TIME}"  # noqa: S608
    rows = await sql.select(db, page)
    while rows:
        changed = [_row(row, change) for row in rows]
        async with in_transaction() as transaction:
            await sql.update(transaction, "event", ("unsettled", "evidence", "history"), changed)
        done += len(rows)
        tell(done)
        rows = await sql.select(db, following, rows[-1]["id"])


def _row(row: sql.Row, change: Callable[[list[Any]], list[Any]]) -> list[Any]:
    evidence, history = change(_json(row["evidence"]) or []), _json(row["history"])
    for entry in history or ():
        entry["because"] = change([entry["because"]])[0]
    return [
        _is_unsettled(row),
        sql.as_json(evidence),
        sql.as_json(history) if history else None,
        row["id"],
    ]


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


UP: dict[str, tuple[str, ...]] = {"sqlite": (), "postgres": (), "mysql": ()}
DOWN = UP
RUN_IN_TRANSACTION = False


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ""


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
    "xuwGPI6Raf62jb81DKrxheC6GOiZc476lB9+/sIsKsHMst23lH5Vs2zv5h1d9ddl4m0RgP"
    "W4P7TEfEmcrs9gog+Wiv3dyrejHKgJrAM6Ykui9FnN0tXV9MDZHCZZEqS/q1m6CpIhHIep"
    "GPTlcLoIJ+oqVOyB2XnBG3VQeo9zdBWggQMbN3OWhOgXyh1mnqu5ugrVFH7k8nvTL2qWjh"
    "5yyoawHEJnOEdXF5EtPG4sKwRcyUm6CpEhpnxZhC7EdNFhfBZ9ly37miFEX1mnXrRasTAp"
    "QI0xM+6LEb222Y2A/1XD9SKYrINb/AgDK/ojh9o5JpL6cH3E6T4Gs3UQr+kYQ1fhF/jRUc"
    "sC9gvO9ymcroOIOcybOXZ/Tj0jx5dfH7Evcr5/BNN1BLGasXyX9gP3qH/3TDhf7NteWUQf"
    "T45rFtQH6/c7NIMSi9v3xBtTj1hwnBEO/6G3jzkyhZpQm/gRhKcyQxrOvO9mU0Wlcqzxqp"
    "gDO3Vw3zYH93nintl9S4j72bSWfzhF1zk//OrDHLYgEk2+0Jtxvq8+EE37gp86ybbWh5Sw"
    "Kz5OOUzXgM1JSs3mVrN55jZ6lWNk2hXcNv62JLcmcAvnCOMxj3GxJO7GBjUtguTykf0dt7"
    "HMEZZB8n0Bu+QGxGoDpCrO/PJDKGdLYasXlioStrVQEjt1x1r81uK3Fr8riN9aPOzsuZIo"
    "GkVdr98wjixNq1ndalZrTeBFsNlhD3DaNdm4k5RaH2gzl2EozJbjpikWgmIkncuFPaySz3"
    "ZYnM52mMlmw1z8PihEeb7Dkip/CarOwXy0t18BZxhVCLT8LpUFpDwn/bqqVZJuc/WLOqFl"
    "ZWwLGX5kmfFBOAz08J/ZQjLkEh6d2kae0T1bemPLGFHky4TLDp2HdoHUGgQE4HczlX11cf"
    "b14uzH9zvfnsdqEwV35NhtEpEfxZabZLhJI+MNGmiC0igUwCUu7I0EIylc4gkyYAS0RZPg"
    "byYCFlMPr4JOoZytaMKZUOfeJdRhWNMaLky0Caftm0uvxIQDe4bTzK6QpNRaSLvl0xYd6i"
    "/krVvKXVDh+A/CmNZ/+D8rw9Z29C91nMeCD3PO82RoYvGBnoqIXKrU2SsX/5hw6dzBU1se"
    "5Hhij+EPGOL3pOCOPO7Ja2qbPTKHw5qREX+QHho86m3zjWpMYXIXQLeZoTb5O1VLjZI7rL"
    "c4c9gdmTBqu0oy+Cjrs8A9h+jClLeVP+uUuGMxt7FVxe2OhIXE573d0dJD2/exMunhuYur"
    "Pbd+uP7yas9WLqntWK+hYhLsS9O8/JHi9gYRhe5usER3A9WPqA+nB5bt6Uv3cN62blNnUV"
    "RDIX+GdDWahce2N/g9d9/2IQ75Aew4v7w6+/J7funY8xyWnP9+8/4s7W+OHf11NcM0rdYN"
    "W60bpgS9utzOIde+qjbz25ff68gTMZLOOVEOKtVtPSip23qQrduq7S3a3qLtLauzt0Q1fn"
    "LMLYkCQCXNP8OCQ42NLRj7Ch+maCpRJo9XLkGo0IsyhUc/JS4MtRjWju9hKXky4fYMhM4e"
    "GQBcJhKiccSPmFXGkwEbUZtwT9tC2r7H9Mo9KR5rEAybptPBsKnjNRsM6789DcDOUnbQOL"
    "KGGsczB6TQWiJjjKSDEK8+/++BORwmq9UuNk7TQZD39k8qoAyjStrFnmT6VQhfbKsKckjQ"
    "QYRXv1NoG+oz2VDn3B3XAz6i2DzwO38ZzmxZQJAMZtzyuO3u4v3+ui6df9PsiOpdNJBSco"
    "k7Z3hZ/eZjs0evP6VerUYuCaINgvw/m0H5qJJ566jEvHWUNW/pbLQmG83WWYp1itKLYLMu"
    "VtBt/j6jM6JlXH2xCR0t48P253PEiynmuCRStRaLnRLpIo+ryepQ8xH4DLq1zUxCbZMYFj"
    "fu4W+V7aGyN7hDZFSmKt3BTZXZIS+9cnsyBQTGm0y7Jtq+4fTKXRM6yaP757x613OP+WL1"
    "N0GkbQxP2hj8XbQmykkqDfOTMOsAmucXWXUATatk26Xk1Xgp6xx5NVXpulheTZfYXo286r"
    "CpxZkrxVSMkzFYkI6s2l6Y7+RXYzGHuzhxwRUmcFWq01A4GEMjc5fG3PWEswBs704DaRae"
    "BBuV+2lQBKslEWNM7ZGf3IwTobUdpWXvHbndud2BB4BZmRw/5A4Q4ICKsvAfOyYMAMHpX1"
    "oq1lKxloqfSyqO9oI6AluSqnMC2+rjV9TW2aRsndBVrrbkVfIPtJoMjqj0Ttlq9hoWBSaY"
    "fZBK87J6n3Dspon1q9xmXvsZPTkBQ4XSZ5xkc+W93q5XBt3fO/z+8OTg+DAUPcMrZRJnIF"
    "3GaiE7Yjao1yIjRtI5AUNnVXVDgdJGoQ4bhT5xO7cenbzeKzMDWcGIpllUsheX3z7Ab3D+"
    "jtwpE80dkSC4ZOiICdnzXZVEOGZkvpFOywJDzB9By/QduSRwSmWESVhn/DE+1DPH6mNDAm"
    "2taam1xudjdXElIuhSLdKVySuw4LNg3rDHAjT94Z3IgSiT49//dpMQ4TOx4IlqGsHwdIB4"
    "Bmq1t9SQDeM0nQB93Q5DD5ZuLeHbH985yXs9Ad/ov66jLEYEWlVMb70o8dUGNEmkQU2DKv"
    "1zCqEGNsostTZftdl8JXvdNGV2hljzus28TipqSUb/+uvlj/lMTlKlODybcXMXabdQkCph"
    "rbKpKV7FuSB/aWlMekxhXjIm/XM003YC+6SNJrmy6galx7KrHhjeOQN50Kf+w89Pd6h//8"
    "C6FP//bZ0h+8HKzDF4xRZtsc0r9o4sUTyIhjH4u+QSe9ebhKs+mRajLnvlnpJ7G0smx2KP"
    "ZKATV80aejISitsuNxmBJeQsVINNFfgki8ncnZKZ7bCpwCAV8pqSMfeIAb+4R2ysC41fkA"
    "Xz3pA/Vf8H+McYM3NmwfA/gdYUNtvF2cTMMXC6kSoZjc8CahOzscY0UgPWMwpfYIoAGSzI"
    "mKry0RfKfoe5BGJIpkxMLSaf2+L3zFr4V96RO3yxMALZvZNf30VSrm8EJNSyovgsW3jB4x"
    "XY/jJmvqRFFXPMw2ADuATD00NmUzPIUM35VsoOwHn+wL1FwRhV1tsbY1haP/8makhsJ8kZ"
    "4wyNk/39xKBatsnis3H1Z+LTBspYxr+8E/7v8DnS/Z84JHslNkj1PtSxMkQUHTTirD6ISG"
    "5ftfANCDS8VeCdDf7NjFpmshhJ5yxle28rmcpwWHGFobdZYxm6rfoNOgKm6ToH+Foq5EvU"
    "5Ie6UAdEncN5LcEXLqOOMe7n29mLHUcpsg5gvWn3EYroTYLUIzJt32qzfSuhk9SyY8YJdW"
    "xtq5kcqOON+kAnSPXL3GY+K+tEk2o6cULN4zbz2C+72uRdTpFqPreZz6ZDh/nBxsWKRZym"
    "kazbMn4mFYuTKnrFSbFacZLRKjKG0BpY59F2D/ODKj3eD4pbvB9kOryn7dO1IU+QasSfRj"
    "xryq+BeS5x91BfS9yakp2zaBdXRY4olqqK3DKoS5BdS/ljkw+HzGFYyKEO+CkyzYHmHJg6"
    "QgzrYB8SaNSboy592VnUC6M6w/E6oDMd0KlDjlccclx3bSZoNKQ6insDoLJHOPrd2ks1Ta"
    "aBLQC29oLN0Glo8zMPcO01TjyIEWuTYJtNgjL8ryGr07Sa023mtMEcD3/Yoo6pJkHUPRPN"
    "OqqGUbNh1bAYoX6T2vwmZUKmm+ybKXrN8TZzXJVzbRjrYGn36HZwWRXqbcLlJKXmcvu5XE"
    "dljFFoZTFTdiXKLqr50iQpdbhfq9+aNlWqe24V4qX23GobI9ZWg64AcyzxtmR6c1CIriNI"
    "p4Rkg0/58ingX4J5ugsUtpxYGiWcpKsQPXA2h0mWxOjvapaugmQIB945nHpJnC7CiboK1S"
    "ZLU2wnQNIttiRA4RxdRGgonJHwPGYvB9KH+DRdxAkjaZffur+oWboKErWYs+x+dIZzdBUg"
    "1SZrSYSu5CRba25bsppQrCjQLK8IRYBkULH8aTw/+/N0BM3krjXBx8upx1wfpi+xuToCVd"
    "3KVDOpXmfLUvkLqKQmVTCiaRs+lyH0fhs+WxC508peet6Yu0Fpdt3+ue22rx4pLltkgIzR"
    "zOacpNQ251bbnNtWJ7MNDTfyGFu3SmaxrTMrX1SoqFmz48kS9TTbwIDVV9Ncsg1uYCzNOW"
    "4TltSyFrjxYU0rQaLep9qZ1G6B4okeMYweGRjGci1QTDEBzsif4Ved0t1P2nmE6+4nkgsr"
    "c8Pfw+/Iolkc2BmM72CZwYMqyc7Fuc6ZHm316949S8m7zQXNrqPoXbRzVy5MEVJ0oARbGu"
    "EqaxhGlSCcWcd1KwrqYoJ1igm2TVdprxqqa/q3UgvRNf1bUdM/tB3nqnORXblMm4uNWokV"
    "1RNkwOD/lkn4MGFGJWO/hv2AMZtgKhgzsWw+aG32LvmIiqCAF5FwVe1eDahc6X7ILKsfNV"
    "v3/9IaXTs1Om2UbXIabp1RNnof67A4otLsbTV7U3turczvJKnOgmkzn9umr7TBtK99K9q3"
    "kpTFZYh1riQeBF+XyeE4hpmN5fB/YJMo7HJF8OegFE4DuftU+Viwh5UYEldM2ECYi1dujw"
    "gQ2pEOv3fpwg38MaGPR7XVQvPv3Sm2zrIW5E+CW8UEtDgD/lbZbvAH/CK62CV3vjUThs/H"
    "gswd4TH/PmKCkr3JTakDgBRnjHvEEnPQHAzqYsetKwHqgj3Cp+CoSbBHD/t+3bOpd0pkc6"
    "+Zexf0CzMARBz55cMFOTg8PiCvb3eOdvd2924Bw9ud2x24JagZNv4eVCdGHBTLN5U8RnmV"
    "VRMuIh300Xb9Qns4Yn1+Khgw98p6/Ggnx3M4ObQJfp0m+Poai9ZIt0BTUZHgTexKSUrN5l"
    "azGYvi+AkfKQlLCItRO5/FMaoUfwdAti6Whlc2y9Pz6+tPCXaeX6a7bf36+fw9HP2SjzCI"
    "ewnhKtmXclbruI8oOnca7e1VEaf2isWpvVY2gWjbbvUCukC8NMjbZkVs73msox5aaR98wk"
    "K7OltiUIogx5gYq1JQbE18iA1a0qk/piahNhFzG694oS9fqJBsmEk684eEkinlDnr0HTF3"
    "mXMq7XYyl4oSky6kKfGMjLkX0AZTySBvGSgQWg/hlia5m8E0fRhhe3CBDNkcHgG4arqEOm"
    "KGI6gX2gPV875y8VHhXjdjGDIa42M54hGDDKgHN4ffTgbCG8MzWIvwCfBuEzHB30cdRiw2"
    "9NCCaojJFD7vkhsZ04D7PcYrxKhubZ/s9Z3PmN0htzzmvI4W1//ezvbf7h/3CPX6/ZHHEp"
    "+t8PObux6Zj7kxRrjlmwN/uHPmuG/eyR84F46JQMPft7YPMpnQBT4mS+Mz9DBSHqgA78oh"
    "FCmLp7cDI/5IFcQJr+rYipwTtBW2T23a6KTOuy1W1w3pYYdHFeTTw6NC+RS/ShUnDI+bOh"
    "gnqToH89FeFT0ARhX3JdvLaAK6PuCzHBlaFdukKqaLLq626GLO+tVq7larubFKcjmabrLO"
    "XLGyayTHNdF3z8gU9CxQS13KTRW4QkFPZGNgLapjMq9hl1x6BFQ8tyf1xbGAnyjVWxlCA0"
    "8FiqMQ9742ipE4oEJKtVNNrmJpbOaBInefp+GC5omkU+qB8ma/U3oqm0y9hQplAc05uqnU"
    "lzG2RT6bVGcr63lZjU5rcq3U5CRvax7ScRodc5n0Y9F6hv5gfAet+6sPCvI3tjr4xkg6pz"
    "cdV4kIOi4OCDrOxAOVqac37LFgQ+6celpm0nn/203CmpPpaRtadD5dX30Mhqcb3epAoZdg"
    "TdMmCG2CaBETtAlivcBqE4Q2QeSYIFS1gRzrQ1iGoNjwwB6WrYLmO8MpmfJHZhHpKse+Ib"
    "sEPfAAIcxneK40DdhwO4cYY2rDD1EeYbhgcsOTTuAB6ykrwQSWn8yasZUj/Na+U8XUlKcc"
    "uBNaE+C4dJWRggUF16ZMTC10prNTfCxlFYHnsvg9sxb+BWUAwSyemW0Ku2p91OoO5lrmiO"
    "LD4jmU4J2/DGe2tEYReSf83+Ffn0EYflIv1skzz5M8o/WJLuoTM8eqpZar4Vofr6+P6zCI"
    "5wuD0Hamta1rhw2Zk1fktBjzGIkGvDbgY1mCOGcj+enr9VU+4DGS9HGMcvifICa7W6wj50"
    "GPYJRDn0Y5dbjiBGnoDYvXjLKKKDqw0lPJw5XSW/dL0lv3s+mtUqNyFrUgjkg6h/FeJYz3"
    "SjDey8GYe/UA9sdrdKug6xs36gAcI+mgKrpfbZso2SXSELuGcHIMmIW+j3B8l9weKyuq7s"
    "ysWvUagvEdXKrHVZbqcfFSPc4s1ZntMs+zWJ63rizlO0G3waTvPKgr24ZrC2krzPVmD9xk"
    "vruiqlgcp9Fy8RJysbT210E+JFgK9u2pnLgW1HEjdvsgPLh+DGnF4zBDp4/FnA1FOZZqbt"
    "sR0TPv2VtVp0O6/OpsHyGB3j6abx9jQEnkqdoldqSIRCPfHPmNxvO2DOt1uymVZ79BHa0E"
    "oS7r3GafpY6BfOYYSIz1qY1+jKgR9C17oXT0aQuYsJr8mrBsdO01nabUC7vOwtYRwDoCuO"
    "XYVokAzt1KVoBuorHxdu0hVeFN758JgOEhyNWvnz7tZGSPFYD7yZ+mm7jGZK0CSJ8pbP3R"
    "wIC2vLh19U2vNHA9GtO41QQmyKv6ZFjyjS0EZsoTXAFhcLis/wbDVFfAXqx0Wo9gyHCPTL"
    "g98wnk1ovNH6aOwKfzs+X9duDcxYlUMr36nmAxX5mvj4HqnvAoPKfrJ9yjdQXnotjJAsum"
    "eXNuMD94Xvagwz4TlXpBBLHN6lHV6ctH3M7pJ+4P0cn07Uym11HtazQXRa9HRedJRNAl+8"
    "HKvCb+JlNjuUYUHVyw+5X6a5S018h215AnS40FGxHoBasNKrq4c8sl9/amnAKzRsLzWG7R"
    "q+jLUgl+mBjWWIhXkrmSmTHHVErstiCWADnZwfxQEO6TCaKqADF3ouZyLsPSyPAseLfdaf"
    "UyVDEWaZm5nTKzdlA8l4NCaytr1FZ0bPnaY8t12NfGwr60KrNaVWbIHddr0tI8Rqez9Vsd"
    "+YLG4wYcjpFpBreawdococ0R2hxRrW89NQt6TQVf9co710eDmhgi/ibm0t4Qa0yPPr6RQy"
    "fKHqGaO2FfIzIFCXzmMNVuSjW0nzL7lNCBmElXo5yIK++kLKyl+lNJZ+KVkKP94lWqmhbK"
    "m8wkcjTbJT8JbkcWDxzt2ztUPW+VhB6Wz+IuccdiDvfHflt93PX7/4YZGtpAeks0V9I1sF"
    "ZdA0uXaeqkXOA3SKuhLMUotLaUoy3peky6HlMXywNpDUJrEFqDqKJB/CL7vp6rjqQ7OXpE"
    "ckCpNqF6yPYHsbHNGvoEDVLnY+EyAtskszFNW9bKhdn8vrRBPVuMPbSIwx7EPTMrCu/aZd"
    "lKl6UHLLT72IlpNq0jlKTpVnNkPi9D1tyRJPaWVkU5RtIBmWQThdwchmg0MFYnKbVe2mq9"
    "VHoWXAY7UEOvRIxWJ123mdO+kNGAz0lKzeU2c1mn1us82LYxYpV5sM+naRb4qoKvek9pl8"
    "v4qiK1krr3snXKAPu1ospKXn/5cEFOjvdP3pyic2gqLMvFlDeTPcjcM3ianurvqpqqUMuC"
    "qeQVtNXJAVrzbPsW0yvRPBWnG6ieGUKtez6pe0r7Nr4zdYBOEHUO5L3jKnGyaakoFid7rB"
    "X8zSv4YwGrEvt610E5QdQ5nFe/W2grylNSYSe0LvY4BVnMbcDmJKVmc6vZjLJ1o5c5QagN"
    "KG3msVSPGjE5Sam53GYum8zmjZicINQ8bjOPDYsCDxrJXglKzeU2c/kZDd4t4+qLtXe3jA"
    "/bb+4+s5jj7eQYu9UXvTJTNw2HNDJ0e2QCGwRmRaC9Oij2IFMnMNN8l1x6LvGD7r67/BFz"
    "IYb8UZaCG2IDcjRry3xIgHxxKguxTRlWZhuLuVu98Fq6yJq2fLfS8q2LFYS2q4MqJsKDYg"
    "vhQcZAKIu01AxDjtMsEYTczh29UaZPLABjaJzs7/fL4rtLmrblEXdwGe8fVcljgFHFpu6j"
    "TCYD1t+0WU6f9JKemRFJ58zcayi6oc3cL0HXCvRiGbXeVKkOibVe3WZeu3iQ13+fY2Sav2"
    "3m75DyZr6MBKHmcZt5bHJ3wl23maE7Ras53WZOM8cRtcJlQoLOSbdHlYJljkqCZY6ywTI6"
    "rFr3zWoTE9aSFa1j1XXPpjZg296M8yvhcYPt5HhG/G96Za4ROxrTxDfyVUyY7B/jx/97wj"
    "KJgLVCuB0L8H/lBskC7i65HkpXir9a5ShuurLmtk8kHJM5WG3KEJMJ91T7G7ST350qR0pf"
    "lqP6k/j/GBY37uFfh01wGTnvyN2Ajbgte+XMx8xBZ01ww1ey5w38aHgmHLRL7u7Z4o5M6D"
    "1zb22PWRZXhbNUoxw+gR3L5YAXjPzPjDMPngJmYGbUY0cVwMI+PxIAC9a/0yODmRddYxw9"
    "O+Q19+AmgQsJiCYzmOkNTB3YIgYL+dgSPJVNEeRZqHY+6DSCG/YAJTKmftktuKCKj+NPG3"
    "KDIs/6ckoXS3D5Nb+iZY78CjiAjqywgrksbz5mgOdczPC3CPjTUdkZVHHL5CPmegRDbt0e"
    "4Au6V+w6/Dq6IHPKVV0B/CJiNTZLYpJyl8iq6/BLLTb0iMASZPBhJJfG0MOfOxcwmN0Xus"
    "hS/rA/UhsgllKXBcQSV4OyYjEjn/wcL8COn0OvgS7Hrv1srTu21m08hx2xFrYsr397B7JI"
    "KulteyV6215Wb9M+zNX6MHV1wk6aj7T/7kWwWUrUOXJUWWuEkGaDnRHCK1vbGiFSMOqJrU"
    "k6HZXa1FyoPdUvZ1eTSnkTV3WMTnO4zRzW3peX7X3ZnldLO19W7SAIHmDrvC/tXLRPY9te"
    "78uFmC52cnwv8nqvzPNiBCOa+F2ubaZ6fnhCOlOw8QhzdsldhNSdsuX7iyP0UwyYIWBQ2L"
    "gDXQhogVdOFlhqHgNKNN+jF+RPgsFz8I+KsMLPnphOmQm3goeRSjYMD9qVyNkGbDSz8cGA"
    "1MRbUPWP7yG5hxMVbgWCjnomGMTM0yBXxm8lgjelI1gSPb/lCXzG36vcRFgcCFuTjB0xG4"
    "2LM2gQ4r6rVEW/z1s6iSbtHpAAaJt/S23+bYu4eFaWrMZ6qhsmyoX94lqAbDB7pkoFIxhV"
    "kj2TqWEk/60BcTC+c5GFB5U8VAclHqqDrIdKHYI14A0JNoivL6JsBubVt11G6alO66Vw/O"
    "Z23bdbsuUGgmhdY1ucThvb2mxs06bzl8NrneTVbf7qJK/u81gneb0UTuskL53k1UETZEz0"
    "9G3INW2OKTKd5lXuaYxb6pf0hqHn5SvbxgVeNRcptbaedjVqP24XKuAFC7vA2+iv+XKHY/"
    "CONez4Yjp06KfxjASTTV8YNcaYqsU91/dCyk4v8JFZw12CjkpFha5BdFXCExCqSur1ZIYQ"
    "e2COn6CkUsksRh9kdlbgEZxTnBsuu+h4/Ko8kMq9qeaWKURw14/oI3wF95nbmH3lCfsdme"
    "PTjqkpnY/+wFvbQ/enjbcmJvySYh9i7N2R9wpTghJOxODpfJk1nlxUy5VYfKA8h/Nq5y/D"
    "mW3giiDyTvi/w7+uS5paxp9V0ogmYFoNGTVO00GPzEkVOfWkWEw9yUipDnvg2FG4Dshxmg"
    "6CfLBfxS+zX+yW2c94ZWaDfzMj5xQv8ctEJJ1Tt/beVk3OKs3OyqzloSMm/QZe3DRdB9f0"
    "Wly5Ere6/twEUeeW9lqcuigaDcRjHZRjJHo1V1vN3hiF4JryRoKoe6t55SfhnLvjPOf5T1"
    "+vr/IRjijS5mRuYHijxd0tVmrzgEUsEkbkANDXn89+S2N98en6PC1b4wTnuqbqSzTqp7TZ"
    "OnxOkWrnTZv57MdyN/G2Jyg1l9vMZe1C0u1o2saIzVjjE/6l3HDLc5/uw89fmCWLZpU7lj"
    "oE9bdavoqYhsMe8+o1+GTXNrsR8L9qcN74c23l4ZCPaE2HjkSgwKMToPOESydgSCOfzk3o"
    "Q1Eemx5xGbWY+Y7csymWryOWsEeq+JxNZAil9LtY1PUI3j5MIMN6dOioGfEHBiOnFau26U"
    "yrVmZaqVWQxwGbOouiEMyAJl2XZeGpzXc7t85cVH2NORQAQbs+v7w6+/J7qF+HUuCn66uP"
    "5zka9vnvN+/PWh9usqU5bhkBrI7TvkpgSnDSrT8spQ0cWE1QyuqCIc6Yw41x3snpf1N6bt"
    "JoTIND07+04rPtpRxsS6b9FB9ZD8yp64OOkXTSwbGGvmX4UtVA2B/eQXTXUhsU7uixPNtA"
    "sWsjRqJ9GzV9G0sJCcseZt/+H0deOvc="
)
