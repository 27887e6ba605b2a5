"""Gives a person one of everything that the server stores for people, with a given text in each text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tortoise import Tortoise
from werkzeug.routing import Rule

from server.accounts.models import Account, PairedBrowser, Pairing, Session
from server.alerts.models import Alert, BrowserNotification
from server.copies.models import Copy, CopySet
from server.failures.codes import FailureCode
from server.lib import clock
from server.lib.failure import Failure, Packed, pack
from server.lib.keys.secret import lookup, new_secret
from server.lib.outbox import OutboxRow
from server.messages.models import Link, Message, Recipient, Return
from tests.dashboard.mails import is_opened, verbatim
from tests.extension_api.paired import Extension, pair
from tests.world import World

TOKEN = "no-token"  # of links that nobody has been given


@dataclass
class Belongings:
    """What a person has. `values`: for the parts of routes, by their names; `extension`: a paired one."""

    message: Message
    values: dict[str, Any]
    extension: Extension


async def one_of_everything(world: World, account: Account, text: str) -> Belongings:
    """Store rows that contain `text` wherever the row keeps what somebody else may have written."""
    now = clock.now()
    await Account.filter(id=account.id).update(name=text)
    message = await world.sends(
        account, to=f"{text}@x.example", subject=text, links=[f"https://x.example/{text}"],
        from_address=text, gmail_id="a1", thread_id="a2", draft_id="msg-a:r-1", opens=1,
        differences={"subject": [text, text]},
    )  # fmt: skip
    await Recipient.filter(message_id=message.id).update(name=text)
    await Link.filter(message_id=message.id).update(text=text)
    link = await Link.get(message_id=message.id)
    for number, kind in enumerate(("reply", "automatic", "bounce", "delay")):
        await Return.create(
            message_id=message.id, kind=kind, address=text, name=text, at=now, noticed_at=now,
            gmail_message_id=str(number), gmail_thread_id="a2",
        )  # fmt: skip
    event = await is_opened(message, user_agent=text, client=text, city=text, evidence=verbatim(text))
    await is_opened(message, kind="click", link_id=link.id, url=link.url, referer=text, user_agent=text)
    failed = pack([Failure(FailureCode.SMTP_ANSWERED, {"server": text, "code": "550", "text": text})])
    alert = await Alert.create(
        account=account, message=message, kind="first_open", rfc822_message_id=f"<{uuid4()}@x>",
        created_at=now, failed_at=now, error=failed,
    )  # fmt: skip
    notification = await BrowserNotification.create(
        account=account, message=message, kind="open", key=str(uuid4()), at=now, created_at=now
    )
    copy = await _copy(account, text, failed)
    extension = await pair(world, account, "Chromium on Linux")
    await PairedBrowser.filter(account_id=account.id).update(browser=text)
    browser = await PairedBrowser.get(account_id=account.id)
    session = await Session.filter(account_id=account.id).first()
    assert session
    await Session.filter(account_id=account.id).update(user_agent=text, address=text[:45])
    delivery = await OutboxRow.create(
        fact="reported", listener="read_sent_headers", unique_key=str(uuid4()),
        payload={"message": str(message.id)}, created_at=now, due_at=now, failed_at=now, error="x",
    )  # fmt: skip
    values = {
        "message_id": message.id, "event_id": event.id, "verdict": "person", "alert_id": alert.id,
        "copy_id": copy.id, "set_id": copy.copy_set_id, "session_id": session.id, "browser_id": browser.id,
        "notification_id": notification.id, "token": TOKEN, "code": "", "filename": "icon.svg",
        "delivery_id": delivery.id, "account_id": account.id,
    }  # fmt: skip
    return Belongings(message, values, extension)


async def _copy(account: Account, text: str, failed: list[Packed]) -> Copy:
    now = clock.now()
    copies = await CopySet.create(
        id=uuid4(), account=account, draft_id="msg-a:r-2", revision="1", subject=text, from_address=text,
        from_name=text, mailbox=account.email, options={}, created_at=now, released_at=now,
    )  # fmt: skip
    return await Copy.create(
        copy_set=copies, account=account, message_id=uuid4(), number=1, address=f"{text}@x.example",
        name=text, state="failed", failed_at=now, error=failed,
    )  # fmt: skip


async def asked_pairing(text: str) -> str:
    """A browser asks to be paired, and calls itself `text`. Returns the code that a person would type."""
    now, code = clock.now(), "BCDF-GHJK"
    await Pairing.create(
        device_lookup=lookup(new_secret()), user_code=code, browser=text, network="203.0.113.7",
        created_at=now, expires_at=now.replace(year=now.year + 1),
    )  # fmt: skip
    return code


def path_of(rule: Rule, values: dict[str, Any]) -> str:
    """The path of a route for these values. Raises KeyError for a part that `values` does not know."""
    built = rule.build({name: values[name] for name in rule.arguments}, append_unknown=False)
    assert built, rule.rule
    return built[1]


async def rows_of(account: Account) -> dict[str, list[tuple[str, ...]]]:
    """All that is stored about a person, by table, except when they or their browsers were last here."""
    own = [message.id for message in await Message.filter(account_id=account.id)]
    found = {}
    for name, model in Tortoise.apps["models"].items():
        columns = model._meta.db_fields
        if "account_id" in columns:
            query = model.filter(account_id=account.id)
        elif "message_id" in columns:
            query = model.filter(message_id__in=own)
        elif model is Account:
            query = model.filter(id=account.id)
        else:
            continue
        passing = {"last_seen_at", "asked_language"}
        rows = await query.values()
        kept = [{key: value for key, value in row.items() if key not in passing} for row in rows]
        found[name] = sorted(tuple(f"{key}={value}" for key, value in sorted(row.items())) for row in kept)
    return found
