"""Evidence of verdicts is stored as codes with values, no longer as English sentences.

A text that matches no code is kept word for word (`verbatim`). A row that has codes is left alone, so the
migration may be interrupted and run again. It also moves `unsettled` out of the last digit of the score.
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


# Patterns with the most fixed text are tried first.
_PATTERNS = [
    (code, _pattern(text))
    for code, text in sorted(
        (*_TEXTS, ("minutes", _MINUTES), ("hours", _HOURS)), key=lambda each: -len(_GAP.sub("", each[1]))
    )
    if _GAP.search(text)
]


def coded(sentence: str) -> Any:
    """Return the evidence in a sentence."""
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
    """Return the values of a code; None if one of them should be a number and is not."""
    try:
        if code == "minutes":  # "120 minutes" was a little less: two hours were worded as hours
            return {"seconds": min(float(said["minutes"]) * 60, 7199.0)}
        if code == "hours":
            return {"seconds": float(said["hours"]) * 3600}
        if code in {"links_at_once", "mails_at_once"}:
            return {name: int(value) for name, value in said.items()}
        return {name: float(value) if name == "seconds" else value for name, value in said.items()}
    except ValueError:
        return None


def told(evidence: Any) -> str:
    """Return the sentence of the release before."""
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
    """Convert sentences to codes."""
    await _each_page(db, _converted, tell)


async def move_down(db: BaseDBAsyncClient, tell: Callable[[int], None]) -> None:
    """Convert codes to sentences."""
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
    "eJztXelz20ay/1em9MV2FaNnUUcUed9WSYrtVWJLKVvZZDfaokBgSM4KxHBxiOLb+H9/3T"
    "O4LwHgBULzIbEITg/AXw9m+u7/7k25QU1n/8Zzh/zpC5/vnZH/7lnalMIf2S97ZE+bzaKv"
    "8IKrDU0xmothYszQcW1Nd+HqSDMdCpcM6ug2m7mMW3DV8kwTL3IdBjJrjOQ3FoXRuktG3C"
    "YcPpjMcalF7R7xLIPaxJ1Qgk9G+Ej8HXxPmEXubQqkMLmzf3t+8en9/f6ddWfdexb7j0cH"
    "D3RxT6baA3WIZlncs3S4J2EucedMp2Si2VOTOo64s+YQk8O38C/exOZzwhzyQGfuPrmfaQ"
    "uTa8Y9mXDTcAgznN4dTDiHaQ0cbhGNOFQzqQH/6DZ1z/AuQE+n8NPhKrcI4MYeqb3YR6T8"
    "B3T5mAK5DTj88S+4zOAHP1EHP/4BKFl0oLk4fKQxmNv/YHji8r+QYPYwGDFqGgn2MUPQ4P"
    "WBu5iJaxdsfGW5H8RYnGM40LnpTa1o/GzhTrgVEjBL3GyMSGsuxTu4tocsRSb6vA+4LH9O"
    "NET+jhiNQUeaZ7qxJTAcRNf2BoPrm9vB1/e3g8FelUXjX9KB77Dg4FEdAcAYH+G7H/r9w8"
    "Pv+28PT06Pj77//vj07SmMFc+b/er7b/JhIrTkVAKzq49X17f4QBxWtVzseOGboNFcTVIJ"
    "dkXo41rO4n8Jiy0f/WB8Cn/4YWn8A7TLGBBciDgQvYmbYMFUexqY1Bq7E/h48rYE3b+ff7"
    "n82/mX1ydv3yQhvva/6YuvEOwI3ODdrwNwnKaDIB/0q6AMowphFt8lcY420DpIJ6lWg/V2"
    "d5Qk0j9UQvqHEqR/yCDtHy1ZmH/6enOdD3OMJIWxweAc/VOckDu4rkvARTBw5qnj/MeMY/"
    "r68/nvabgvP91cCHC4445tMYuY4CIFPRzUCE5wxibQ/xG+cdmU5nMgSZlmgk+6H/zRLVbc"
    "Xn1+//X2/PMvCX78eH77Hr/pi6uL1NXXJykehZOQ365u/0bwI/nnzfX7NNvCcbf/3MNn0j"
    "yXD0DwGmhGHJPgcnApwWZfXqrJ4ohKsbfV7NVNDZhgDDzLZWbtFzlNvAJm+weU4vXqea25"
    "LmpUTpbNhcpNnOR5FWdV7+7bdQkkUsXpHxx9f3R6eHIUajbhlTKFJlBeYntjTMesszlGZO"
    "qFafMLkzAc1OFwglDxuM08prbNcxTiW/pUsCWGBJvThvf2tsDI97/flusMIR8/3Vx/DIan"
    "FYlv39DQNnqIGXvwwlDTH+aabQwy3/A+Lxqb/Wran6avaJY2FjDiL8bf55tjz3Wdg5yyl2"
    "OpDb7qldlptdigJobaczKjtsMtMmfuBK2ezCZ8bvUIc7iJ64WgTYy8RvOpwz1bpw7RNdMU"
    "BldqaZZLuE08h9pXxpuKVlBl42yljZNOtTxZu9gyFBJ0zijUPz6qYBSCUYVGIfFdUiwT/9"
    "aANxjfgQ09he7bKiY3GFWM7tuMyc3mZi10g/EbRHdKp0Npsd4ExpUgLkE4a9N0nDmH826i"
    "OZM6SGcIG0HeMlkzvV8cV9ovjkv2i+M04GPOxyYdON6wDtpJqpVA3aqNeQ1Ao7Yz+D/Qfu"
    "vgnCDa4Cby6+3lZnaQkypH4EnxCXiSOQBnNh2xp1pbR0jRORHj4KSK2ymtgsa8TieZZTwB"
    "/RNjGWot4zjRBpexyR6oudjMSj6o5OErcfBlzkLNpLbrDOChsvoKB8FCswrslnG6FNpDIF"
    "wX3MEy36yufnFz8ymhq19cpZXxXz9fvAfsBfQwiLkJXUV59V6Y1ctgDqLchM8pUmXdbDOf"
    "HUqtBjyOkSn+to2/NQyq8YXgOBjomXOO+pQffv5CTU2AmWW7byn9KmfZ3c07uuqvy8Tbwg"
    "HryWBk8vmSON2cw0QfTBn7u5NvRzlQU1gH2pguidJnOUtXV9Mjo3OYZEmQ/i5n6SpIOrdt"
    "KmPQl8PpMpyoq1DRR2rlBW/UQek9ztFVgIY2bNzUXhKiXzRmU+NCztVVqGbwI5ffm36Rs3"
    "T0kJM2hOUQOsc5urqILO4yfVkh4FpM0lWIdD5jyyJ0yWeLDuOzGDh02dcMIfpKO/Wi1YqF"
    "SQGqT6j+UIzojUVvOfyvGq6XwWQd3OLHGFgxGNualWMiqQ/XR5zuYzBbB/GaTTB0FX6BHx"
    "21LGC/4Hyfwuk6iJhNXc+2BnPN1XN8+fUR+yLm+y2YriOI1Yzlu7Iemav5d8+E88W+7ZVF"
    "9LHkuGZBfbB+v0MzKDGZ9UDcieYSE44zwuA/9PZRW6RQE80ifgThmciQhjPvO28mqWSONV"
    "7lc2CnCu7b5eA+lz9Qa2By/uDNavmHU3Sd88OvPsxhByLRxAu9Gef76gPRlC/4uZNsZ31I"
    "Cbvi04zBdA3YnKRUbG41mz2n0ascI1Ou4LbxtyW5NYFbOEcYj3mMiyVxJzaoaREkh42t75"
    "iFZY6wDJLvC9gntyBW6yBVMeqXH0I5WwhbvbBUEbfMhZTYNWeixG8lfivxu4L4rcTDzp4r"
    "iaJRmuMOGsaRpWkVq1vNaqUJvAg22/QRTrsmG3eSUukDbeYyDIXZctw0xUJQjKRzubBHVf"
    "LZjorT2Y4y2WyYiz8AhSjPd1hS5S9B1TmYjw/6FXCGUYVAi+9SWUDSczKoq1ol6TZXv6gT"
    "WlbGtpDhR5YZH7hNQQ//mS4EQ67g0TVLzzO6Z0tv7BgjinyZcNnW5qFdILUGAQH43VRmX1"
    "2ef708//H93rftWG2i4I4cu00i8qPYcpMMN2lkvEEDTVAaRQNwiQN7I8FICoe4nAwpAW3R"
    "IPibCYfF1MOroFNIZyuacKaa/eAQzaZY0xouTJUJp+2bS6/EhAN7ht3MrpCkVFpIu+XTFh"
    "3qL+StW8pdUOH4D8KY1n/4b5Vhazv6lzrOY8GHOed5MjSx+EBPRUQuVerslYN/TJlw7uCp"
    "LQ5yPLEn8AcM8XtSMFsc9+S1Zhk9MofDmpIxexQeGjzqLeONbExhMAdAt6guN/l7WUtNI/"
    "dYb9Gz6T2ZUs1ypGTwUdRngXuO0IUpbit+1hlxJnxuYauKuz0BC4nPe7enpIe272Nl0sO2"
    "i6ttWz9cf3m1rZVLajvWa6iYBPvSLC9/pLi9QUShuhss0d1A9iMawOmBZXsGwj2ct61bmr"
    "0oqqGQP0O6Gs3Cpbsb/J67b/sQh/wAdlxcXZ9/+Ud+6diLHJZc/OP2/Xna3xw7+utqhmla"
    "pRu2WjdMCXp1uZ1DrnxVbea3L7/XkSdiJJ1zohxWqtt6WFK39TBbt1XZW5S9RdlbVmdviW"
    "r85JhbEgWASpp/hgWHGhtbMPYVPszQVCJNHq8cglChF2UGj35GHBhqUqwd38NS8mTKLA+E"
    "zh4ZAlwGEqJxxI+YlcaTIR1rFmGusoW0fY/plXtSXNogGDZNp4JhU8drNhjWf3sagJ2l7K"
    "BxZA01jj0bpNBaImOMpIMQrz7/75HaDCar1S42TtNBkA/6pxVQhlEl7WJPM/0quC+2VQU5"
    "JOggwqvfKZQNdUs21DlzJvWAjyg2D/zeX0aeJQoIkqHHTJdZzj7e76/r0vk3zY6o3kUDKS"
    "WXuHOGl9VvPhZ9cgczza3VyCVBtEGQ/2czKB9XMm8dl5i3jrPmLZWN1mSj2TlLsUpRehFs"
    "VsUKus3fLTojWsbVF5vQ0TI+7H4+R7yYYo5LIlVrsdgpkS7yuJqsDjkfgc+gW1vUIJplEN"
    "1k+gP8LbM9ZPYGs4mIypSlO5ghMzvEpVdOT6SAwHiDKtdE2zecXrlrQiV5dP+cl+967jFf"
    "rP4miJSN4Vkbg7+L1kQ5SaVgfhZmFUCzfZFVBdC0SrZdSl6Nl7LOkVdTla6L5dV0ie3VyK"
    "s2nZmMOkJMxTgZnQbpyLLthfFOfDXhc7iLHRdcYQJHpjqNuI0xNCJ3acIcl9sLwPb+LJBm"
    "4UmwUbmfBkWwWhLRJ5o19pObcSK0tqO07L4jd3t3e/AAMCsV40fMBgIcUFEW/mPPgAEgOP"
    "1LScVKKlZS8bak4mgvqCOwJak6J7CtPn5Fbp1NytZxVeVqR14l/0CryeCISu2UrWavbmrA"
    "BGMAUmleVu8zjt00sXqV28xrP6MnJ2CoUPqMk2yuvNfb9cqg/YOj749OD0+OQtEzvFImcQ"
    "bSZawWss29Yb0WGTGSzgkYKquqGwqUMgp12CgkLCNBY/CiOjaxxuHPVbKZxoY2sQv9hnYY"
    "5oQWG6wcw0dEI/7EZ6JvAJN9BWyK5Wv8qnT0yaWWqHxj0xlH5dz/MjQPIWLCOHQrSt4wR3"
    "QugG8dzkV9Gs2CFQcPgndk4jEe4PC0Klt73AneBzkHX/3hI4KflPmnleYfw9ZG+UdJ8Ykd"
    "p2l0ZLdMok2e2adVjuzT4hP7NHNghy9BDYzjNN3D+LBKxd7D4oK9h5l6vdG+U0f0jBMplJ"
    "9H2U+1amLgSpEqvbjNerEUH7IsLk6jiSjakUaDt+1MGo3BRiMQ19AhWIcnKbKlGLM7L9ta"
    "ODCzOR/VwT4kUKg3R91XeHJP9V9/vfoxH/okVQp/z2PGPtLuqvKcB748yOWBEcdU/M6VWS"
    "9ieu1S1ouYKr2LDHjWepFcf+u2XnxiVm41fXG9V2atMIMRTWvAiE7ifvND/0e/I/cywOSe"
    "CBOOQ0Y2n5IDP9CacNuIgk9EyHWBYeGP+HKTU0obQsLakITas80BtlNUxoaWGht8PmY4UA"
    "h/RNClTior87bAgs+CeUufCtD0h3eigkOZtvX+99tyUSRRCzQYnpZPMlDLvSWDd0nfpRhN"
    "J0Bfd7izC0u3lv3GH985v+F60tUx+r6OqzsiUI7u9NaLEl9tQJNECtQ0qCK6WCLUwMKYpV"
    "ZGxjYbGUWn3qbMzhArXreZ122z5LSXtXVtORXsM7Uz6pew0LQD2NXbaAowp48U75yB/MKn"
    "+/DzF2qKGlbFaL9/pF2qXvBtnQUHSsJ0KkXoLBubI0sfa2EFgX1yJWJxMFBG5FNRzaGvnD"
    "MZNRPPnBJpWky2muyJPC5mOcygBJaQvSCiV4dM2xKlcO/PiGcFUTzktUYmzCU6/OIesbgf"
    "3kMW1H1D/pTdK+EffUINz4ThfwKtwS0K811KKxzWM+AjMqN8ZlJxd5M9UHPhX3lH7vH1wC"
    "xo5158fR/Jqr4pj2imGeWIWdwNblJgwcsY65JRXegBCb3BQbhQcog3M4IqWTnfCgkA+Mce"
    "mbsoGGOP9NN+fxB72+uZBouPpm04F2J+TnEn/N/RNpycz5xRvRIToMM9u6jy6HvLm2ZOqG"
    "TKWUjdZnuKNBJsPRdJ7CN1zCkhQZvBbU2ql+MN/031WvaqGEnnTFYHbyvZrHBYcaHit1mr"
    "FfqPUNOALSZHzipp1pKi6xzga2m0J1ATH+pCHRB1Due15HA4VLP1ySDf4F3swUmRdQDrTf"
    "txUFZukusekSlDU5sNTQm1opZBMU6oUnRbzeRAL27A5hSpepnbzGdpYGhSlDdOqHjcZh5n"
    "TTQ1JM9c4u4lcqwlHEAY+7JgFzqvw/HKb532W6vIihVHVtRdmwkaBakKVtkAqPRJh2On9l"
    "JNkylgC4CtvWAzdAra/AArXHuN46tixEqwbrNgLfyjDVmdplWcbjOndWq7+MMWdVSnBFH3"
    "VKZ1lHbUjIalHWOE6k1q85uUiSlpsm+m6BXH28xxWXO7oSXZVPUsdoPLspp6Ey4nKRWX28"
    "/lOipjjEIpi5ns0ij8suZLk6RUztRWvzVtKie6bRXipTZGbBsjqqZxLNcZMR41YuWZGutk"
    "cQT1NjqCdEpI1tmMLZ/p8iWYp7tAYV+gpVHCSboK0SOjc5hkSYz+LmfpKkg6t+Gdw6mXxO"
    "kynKirUG0yA283ARJusSUBCufoIkIjbo+561JrOZA+xKfpIk5YLHf5rfuLnKWrIGkmtZfd"
    "j85xjq4CJHsZLonQtZhkZ81tSyZNp0qLF0MZVGZ8HtB0k4OOwJqoQeHlpUPWh+qzP08HIb"
    "LpFB8vp0RffZi+xObqCFR1ixV4whSRrVTgL6CSMgXBiKZ9ZR2K0Pt9ZS1OxKkkmsO6E+YE"
    "1Torpu7XSplX1TRXaSfskeJUeh3ksWb2+SSlss+32j7fttJJbajBvIrCScV24awspopgt7"
    "sIdmRYzjluE1bnsp7u8WFNiwOhjiwrXNeuiu3yHtH1Hhnq+nJVsQ0OwryQzIL6B6ogdjuP"
    "cFUQW3BhZSELD/A7smgWB8EG4ztY8OawStGK4pIVmaaj9SuwbKX4yuYCjNdRfiXauauCHF"
    "F0oBhIGuEqaxhGlSCcWcd1a9uosjZ1ytq0TVdprxqqyry2UgtRZV5bUeY1tB3nqnORXblM"
    "m4uNWokV1eVkSOH/pkHYKGFGJRO/IOqQUotg2hw1yHCBqp21Tz6iIsjhRcR+ylg6VQ6oXD"
    "Z1RE1zYHhBNRP/L6XRtVOjU0bZJqfhzhllo/exDosjKsXeVrM3tefWypJPkqqMoTbzuW36"
    "ShtM+8q3onwrSVlchKPnSuJBoHqZHI5jqNFYDv8NOw5g4wOCPwelcC2Qu8+kjwUbK/ARcf"
    "iUDrmxeOX0CAehHenwe0dbOIE/JvTxyE4LaP69P8NuCuaC/Elwq5iCFqfD3zIzEP6AX6Qt"
    "9sm9b82E4fMJJ3Obu9S/D5+iZG8wQ+gAIMXpkx4x+Rw0B11zsAnDNQd1wRrjUzDUJOiTi6"
    "0gHujMPSOi34Pn3ActJHQAEUd++XBJDo9ODsnru73j/YP9gzvA8G7vbg9uCWqGhb8H1Ykx"
    "A8XyTSWPkYgWS1XLS7iIVNBH2/UL5eGIVZyvYMA8KKs2r5wc23ByKBP8Ok3w9TUWpZHugK"
    "Yio+ab2JWSlIrNrWYzFhDyk2NSEhbnJtWsfBbHqFL8HQLZulgaXtksTy9ubj4l2Hlxle77"
    "8Ovni/dw9As+wiDmJoSrZIckr9ZxH1F07jQ6OKgiTh0Ui1MH6aMoT92oCnQebQcFrMN+FQ"
    "mgXywA9PNBdycYiNgI8wSpgrwC5G2zIrb3PFZRD620Dz5joV2dLTEo25BjTIxVdCi2Jj7G"
    "Bi3p1J9oBtEsgl1aRf/UwJfPZUg2zCSc+SOikZnGbPTo23zuUPtM2O1ELpVGDG0hTInnoj"
    "+rTxtMJYK8RaBAaD2UvVU9mGYAIywXLpARncMjAFcN7NPKPRyhuaE9UD7vKwcfFe51O4Eh"
    "4wk+ls2fFrIj64TBbydD7k7gGcxF+AR4tymf4u/DDrAmHbloQdX5dAaf98mtiGnA/R7jFW"
    "JUd5ZP9vreZ8z+iJkutV9Hi+t/77z+2/5Jj2juYDB2aeKzGX5+c98j8wnTJwi3eHPgD2dO"
    "befNO/ED59w2EGj4+87yQSZTbYGPSdP4jFyMlAcqwLtyCEXK4pnbKja8qmIrck7QVtg+lW"
    "mjkzrvrlhdN6SHHR1XkE+PjgvlU/wqVcgxPG7qYJyk6hzMxwdV9AAYVdxT6SCjCahails5"
    "MpQqtklVTBWoXG2Bypz1q9TcnVZzY1X3cjTdZE2+YmVXT45rou+ekxnoWaCWOhozZOCKBn"
    "oinQBrUR0TeQ375MoloOI5PaEvTjj8RKHeihAaeCpQHDl/8LVRjMQBFVKonXJyGUtjURcU"
    "uYc8DRc0TySdaS4ob9Y7qafS6cxdyFAW0Jyjmwp9GWNbxLMJdbaynpfV6JQm10pNTvC25i"
    "Edp1Exl0k/llbP0B+M76B1f/VBQf7GVgffGEnn9KaTKhFBJ8UBQSeZeKAy9fSWPhVsyJ1T"
    "T8tMOu9/v01YcwI4X38+//1NwqLz6eb6YzA8Bv/lp5sLFSj0IqxpygShTBAtYoIyQawXWG"
    "WCUCaIHBOErDaQY30IyxAUGx7o47JV0HxnuEZm7ImaRLjKscfKPkEPPEAI8+muI0wDFtzO"
    "JvpEs+CHSI8wXDCY7gon8JD2pJVgCstPZM1Y0hF+Z93LYmrSUw7cCa0JcFw60khBg4JrM8"
    "pnJjrT6Rk+lrSKwHOZ7IGaC/+CNIBgFo9nGdyqWh+1uoO5ljmi+LDYhhK895eRZwlrFBF3"
    "wv8d/XULwvCzerFKntlO8ozSJ7qoT3h2Tn35ErVcDlf6eH19XIVBbC8MQtmZ1raubTqidl"
    "6R02LMYyQK8NqAT0QJ4pyN5KevN9f5gMdI0scxyuF/gpjs7LCOnAc9glEOfRrl1OGKE6Sh"
    "101WM8oqoujASk8lD1dKb+2XpLf2s+mtQqOyF7Ugjkg6h/FBJYwPSjA+yMGYufUA9scrdK"
    "ug6xs36gAcI+mgKtqvtk2U7BJpiB2d2zkGzELfRzi+S26PlRVVtz2zVr2GYHwHl+pJlaV6"
    "UrxUTzJL1bMc6romzfPWlaV8J+g2mPSdB3Vl23BtIW2Fud70kRnUd1dUFYvjNEouXkIuFt"
    "b+OsiHBEvBvjuVE9eCOm7EzgCEB8ePIa14HGbo1LGYs6FIx1LNbTsi2vKevVN1OoTLr872"
    "ERKo7aP59jEBlHieql1iR4pIFPLNkd9oPG/LsF63m1J69hvU0UoQqrLObfZZqhjILcdAYq"
    "xPbfRjRI2gb9kLpaJPW8CE1eTXhGWja6/pNKVa2HUWtooAVhHALce2SgRw7layAnQTjY13"
    "aw+pCm96/0wADA9Brn/99GkvI3usANxP/jTdxDUmaxVAuqWw9ScdA9ry4tblN73SwPVoTO"
    "NWE5ggL+uTYck3uuCYKU9wBYTB4aL+GwyTXQF7sdJpPYIhwz0yZZbnE4itF5s/zGyOT+dn"
    "y/vtwJmDE8lkevk9wWK+Il8fA9Vd7mrwnI6fcI/WFZxLw04WWDbNnTOd+sHzogcd9pmo1A"
    "siiG2WjypPXzZmVk4/cX+ISqZvZzK9impfo7koej0qOk8igi7ZD1bmNfE3mRrLNaLo4ILt"
    "V+qvUdJeI9tdQ5wsNRZsRKAWrDKoqOLOLZfc25tyCswac9eluUWvoi9LJfhRYlhjIV5K5l"
    "JmxhxTIbFbnJgc5GQb80NBuE8miMoCxMyOmss5FEsjw7Pg3fZn1ctQxVikZOZ2yszKQbEt"
    "B4XSVtaorajY8rXHlquwr42FfSlVZrWqzIjZjtukpXmMTmXrtzryBY3HDTgcI1MMbjWDlT"
    "lCmSOUOaJa33rNKOg1FXzVK+9cHw1qYoj4G58Le0OsMT36+Ma2NpX2CNncCfsakRlI4J5N"
    "Zbsp2dB+Rq0zog25J1yNYiImvZOisJbsTyWciddcjPaLV8lqWihvUoOI0XSf/MSZFVk8cL"
    "Rv75D1vGUSelg+iznEmfA53B/7bQ1w1x/8G2ZoaAPpLdFcSdXAWnUNLFWmqZNygd8grYay"
    "FKNQ2lKOtqTqMal6TF0sD6Q0CKVBKA2iigbxi+j7eiE7ku7l6BHJAaXahOwhOxjGxjZr6B"
    "M0SJ1PuEMJbJPUwjRtUSsXZvP70gb1bDH20CQ2feQP1KgovCuXZStdli6w0BpgJyZvVkco"
    "SdOt5sjcLkPW3JEk9pZWRTlG0gGZZBOF3GyKaDQwVicplV7aar1UeBYcCjtQQ69EjFYlXb"
    "eZ076Q0YDPSUrF5TZzWaXWqzzYtjFilXmw29M0C3xVwVe957TLZXxVkVqpOQ+idcoQ+7Wi"
    "ykpef/lwSU5P+qdvztA5NOOm6WDKm0EfRe4ZPE1P9neVTVU004SpxBW01YkBSvNs+xbTK9"
    "E8JacbqJ4ZQqV7Pqt7Cvs2vjN1gE4QdQ7kg5MqcbJpqSgWJ3uiFPzNK/gTDqsS+3rXQTlB"
    "1DmcV79bKCvKc1JhJ7Qu+jQDWcxpwOYkpWJzq9mMsnWjlzlBqAwobeaxUI8aMTlJqbjcZi"
    "4b1GKNmJwgVDxuM491UwMeNJK9EpSKy23m8hYN3i3j6ou1d7eMD7tv7j43qe3u5Ri75Re9"
    "MlO3Fg5pZOh2yRQ2CMyKQHt1UOxBpE5gpvk+uXId4gfdfXf1I+ZCjNiTKAU3wgbkaNYW+Z"
    "AA+eJMFGKbUazMNuFzp3rhtXSRNWX5bqXlWxUrCG1Xh1VMhIfFFsLDjIFQFGmpGYYcp1ki"
    "CLmdO3qjTJ9YAMZIP+33B2Xx3SVN2/KIO7iM+8dV8hhgVLGp+ziTyYD1Ny2a0ye9pGdmRN"
    "I5M/caim4oM/dL0LUCvVhErTdVqkNipVe3mdcOHuT13+cYmeJvm/k70lgzX0aCUPG4zTw2"
    "mDNljtPM0J2iVZxuM6epbfNa4TIhQeek2+NKwTLHJcEyx9lgGRVWrfpmtYkJa8mKVrHqqm"
    "dTG7Btb8b5NXeZTvdyPCP+N70y14gVjWniG/nKp1T0j/Hj/11uGoTDWiHMigX4v3KCZAFn"
    "n9yMhCvFX61iFDMcUXPbJ+K2QW2sNqXz6ZS5sv0N2snvz6QjZSDKUf1J/H90k+kP8K9Np7"
    "iM7HfkfkjHzBK9cuYTaqOzJrjhK9HzBn40PBMO2if3D3RxT6baA3XuLJeaJpOFs2SjHDaF"
    "HcthgBeM/I/HqAtPATNQI+qxIwtgYZ8fAYAJ69/ukaHnRtcoQ88Oec1cuEngQgKiqQczvY"
    "GpA1vEcCEeW4AnsymCPAvZzgedRnDDHqBEJppfdgsuyOLj+NNGTNeQZwMxpYMluPyaX9Ey"
    "R34FHEBHVljBXJQ3n1DAc849/C0c/rRldoYmuWWwMXVcgiG3Tg/wBd0rdh1+nbYgc43Jug"
    "L4RcRqbJZEBeU+EVXX4ZeadOQSjiXI4MNYLI2Riz93zmEwfSh0kaX8YX+kNkAspS4KiCWu"
    "BmXFYkY+8TlegB0/h14DVY5d+dlad2yt23gOO2ItbGle//YOZJFU0tsOSvS2g6zepnyYq/"
    "VhquqEnTQfKf/di2CzkKhz5Kiy1gghzQY7I4RXdrY1QqRg1BNbk3QqKrWpuVB5ql/OriaU"
    "8iau6hid4nCbOay8Ly/b+7I7r5ZyvqzaQRA8wM55X9q5aJ/Htr3el0s+W+zl+F7E9V6Z50"
    "UPRjTxu9xYVPb8cLlwpmDjEWrvk/sIqXtpy/cXR+inGFKdw6CwcQe6ENACL50ssNRcCpRo"
    "vkcvyJ8Eg+fgHxlhhZ9dPptRA24FDyOUbBgetCsRsw3p2LPwwYDUwFto8h/fQ/IAJyrcCg"
    "Qd+UwwiBpnQa6M30oEb6qNYUn0/JYn8Bl/r3QTYXEgbE0ysbk3nhRn0CDEA0eqin6ft3QS"
    "Tdo9IABQNv+W2vzbFnGxVZasxnqqGiaKhf3iWoBsMHumSgUjGFWSPZOpYST+rQFxML5zkY"
    "WHlTxUhyUeqsOsh0oegjXgDQk2iK8vomwG5tW3XUbpqU7rpXD85nbdtzuy5QaCaF1jW5xO"
    "GdvabGxTpvOXw2uV5NVt/qokr+7zWCV5vRROqyQvleTVQRNkTPT0bcg1bY4pMpXmVe5pjF"
    "vql/SGoeflK93FBV41Fym1tp53NSo/bhcq4AULu8Db6K/5codj8I417Phi2NrIT+MZcyqa"
    "vlBNn2CqFnMd3wspOr3AR2qO9gk6KiUVugbRVQlPQDRZUq8nMoToI7X9BCWZSmZS7VFkZw"
    "UewbmGc8NlBx2PX6UHUro35dwihQju+hF9hK/gPnMLs69cbr0jc3zaiWYI56M/8M5y0f1p"
    "4a2JAb+k2IcYe3fEvcKUoIQTMXg6X2aNJxfVciUWHyjbcF7t/WXkWTquCCLuhP87+uu6pK"
    "ll/FkljWgCptWQUeM0HfTInFaRU0+LxdTTjJRq00eGHYXrgByn6SDIh/0qfpl+sVumn/HK"
    "eMN/Uz3nFC/xy0QknVO3Dt5WTc4qzc7KrOWRzaeDBl7cNF0H1/RaXLkCt7r+3ARR55b2Wp"
    "y6KBoN+VMdlGMkajVXW83uBIXgmvJGgqh7q3nlJ+GcOZM85/lPX2+u8xGOKNLmZKZjeKPJ"
    "nB1WavOARSwSRuQA0Nefz39PY3356eYiLVvjBBeqpupLNOqntNk6fE6RKudNm/nsx3I38b"
    "YnKBWX28xl5UJS7WjaxojNWOMT/qXccMsLn+7Dz1+oKYpmlTuWOgT1t1q+ipiGQ5/y6jX4"
    "ZDcWveXwv2pw3vpz7eThkI9oTYeOQKDAoxOg84xLJ2BII5/ObehDkR6bHnGoZlLjHXmgMy"
    "xfR0xujWXxOYuIEErhdzE1xyV4+zCBDOvRoaNmzB4pjJxVrNqmMq1amWklV0EeByzNXhSF"
    "YAY06bosC1duvru5deai6mvMoQAI2vXF1fX5l3+E+nUoBX66uf54kaNhX/zj9v1568NNdj"
    "THLSOA1XHaVwlMCU669YeltIEDqwlKWV0wxDm1mT7JOzn9b0rPTS0a0+DQ9C+t+Gx7KQfb"
    "kmk/xUfWI7Xr+qBjJJ10cKyhbxm+VDUQ9od3EN211AaFO7o0zzZQ7NqIkSjfRk3fxlJCwr"
    "KH2bf/Bx40b+g="
)
