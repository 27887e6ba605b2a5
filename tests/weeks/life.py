"""The life of people with the application and Google: what they do, and a clock that moves for both."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any
from uuid import UUID

from server import schedule
from server.accounts.models import Account
from server.copies.draft import text_digest
from server.google.models import GmailGrant, ReplyWatch
from server.lib import outbox
from server.lib.outbox import OutboxRow
from server.marks.marks import marks_for
from server.messages.models import Message
from tests.accounts.walker import Page, Walker
from tests.copies.drafting import HTML, the_draft
from tests.extension_api.paired import Extension, pair, report_of
from tests.pipeline import Pipeline
from tests.sandbox.driving import RunningSandbox, consent
from tests.world import StillClock, World

SOONEST, LATEST = timedelta(seconds=20), timedelta(hours=4)  # between two looks at what is to do
FEATURES = "?send=yes&replies=yes&labels=yes&check=yes"
FULL_NAMES = {"alice": "Alice Arnold", "bob": "Bob Bauer", "charlie": "Charlie Chen"}


def address_of(name: str) -> str:
    return f"{name}@sandbox.example"


@dataclass
class Someone:
    """A person with an account, a browser and an extension, and which Google account they are to connect."""

    name: str
    account: Account
    browser: Walker
    extension: Extension
    google: str = ""  # whom they choose at Google

    async def connects(self, query: str = FEATURES) -> Page | None:
        """Connect Gmail. Returns the page that follows; None if Google shows an error page instead."""
        sent = await self.browser.get(f"/settings/gmail/connect{query}")
        if sent.status != 303:
            return None
        try:
            callback = await consent(sent.place, self.google or self.name)
        except (AssertionError, KeyError):  # a page of Google's own, without the form or the answer
            return None
        answer = await self.browser.follow(callback)
        return answer if answer.status < 400 else None

    async def grant(self) -> GmailGrant | None:
        return await GmailGrant.filter(account_id=self.account.id).first()


@dataclass
class Life:
    """One server, its people and their Google, at one moment; `story` says what happened so far."""

    world: World
    google: RunningSandbox
    pipeline: Pipeline
    clock: StillClock
    began: datetime
    people: dict[str, Someone] = field(default_factory=dict)
    skew_s: float = 0
    story: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    replies: list[tuple[UUID, str]] = field(default_factory=list)  # of whose mail, and from whom
    _ran: dict[str, datetime] = field(default_factory=dict)
    _known_ends: set[tuple[int, datetime]] = field(default_factory=set)

    @property
    def hours(self) -> float:
        return (self.clock.at - self.began).total_seconds() / 3600

    def tell(self, words: str) -> None:
        """Add a line to the story."""
        days, hours = divmod(self.hours, 24)
        self.story.append(f"day {int(days) + 1}, {int(hours):02}:{int(self.hours * 60) % 60:02}  {words}")

    async def joins(self, name: str) -> Someone:
        """A person signs in with Google, pairs their extension, and connects Gmail with everything on."""
        account = self.world.people[name]
        someone = Someone(name, account, Walker(self.world), await pair(self.world, account))
        sent = await someone.browser.get("/login/google")
        await someone.browser.follow(await consent(sent.place, name))
        assert await someone.connects(), f"{name} could not connect"
        self.people[name] = someone
        self.tell(f"{name} connects Gmail")
        return someone

    # The clock, and what the server does meanwhile

    async def passes(self, by: timedelta) -> None:
        """Let the time pass step by step; at each, the server does what is due."""
        end = self.clock.at + by
        while self.clock.at < end:
            await self._moves_to(min(end, await self._next()))
            await self.works()

    async def _moves_to(self, moment: datetime) -> None:
        self.clock.passes((moment - self.clock.at).total_seconds())
        await self.google.post("/sandbox/clock", json={"at": self.clock.unix() + self.skew_s})

    async def _next(self) -> datetime:
        now = self.clock.at
        rows = OutboxRow.filter(done_at=None, failed_at=None).order_by("due_at").limit(1)
        looks: list[datetime | None] = [row.due_at for row in await rows]
        for grant in await GmailGrant.all():
            looks += [grant.probe_at, grant.second_look_at]
        looks += [
            watch.due_at for watch in await ReplyWatch.exclude(history_page="")
        ]  # there is more to read
        due = [moment for moment in looks if moment and moment > now]
        return max(now + SOONEST, min([*due, now + LATEST]))

    async def works(self) -> None:
        """The server digests, runs the tasks whose time has come, and delivers what is due."""
        async with self.world.app.app_context():
            await self.pipeline.spool.forget(0)
            while await self.pipeline.digest.once():
                pass
            for name, task, period in schedule.TABLE:
                if self.clock.at - self._ran.get(name, self.began - LATEST) >= period:
                    self._ran[name] = self.clock.at
                    await task()
            while await outbox.deliver():
                pass
        await self._see_that_no_good_grant_ended()

    async def _see_that_no_good_grant_ended(self) -> None:
        for grant in await GmailGrant.exclude(disconnected_at=None):
            assert grant.disconnected_at
            if (end := (grant.id, grant.disconnected_at)) in self._known_ends:
                continue
            self._known_ends.add(end)
            self.tell(f"the server says that the Gmail of account {grant.account_id} is disconnected")
            if (await self.google.get(f"/sandbox/grants/{grant.google_sub}"))["newest_is_live"]:
                self.wrong.append(f"day {self.hours / 24:.2f}: a grant ended that Google had not ended")

    # What people do

    async def sends(self, name: str, to: str, subject: str) -> UUID:
        """Somebody sends a marked mail in Gmail's page, and their extension reports it. Returns its lease."""
        person = self.people[name]
        lease = (await person.extension.leases())[0]
        id_, account = UUID(lease["id"]), person.account
        marks = marks_for(
            id_, self.world.ring, self.world.public_url, account.id, account.prefix, self.clock.unix()
        )
        mail = EmailMessage()
        mail["To"], mail["Subject"] = address_of(to), subject
        mail.set_content("At noon?")
        mail.add_alternative(f'<p>At noon?</p><img src="{marks.pixel_url}">', subtype="html")
        sent = await self.google.post(f"/sandbox/sent/{name}", content=mail.as_bytes())
        await self._reports(person, lease, sent, to, subject)
        self.tell(f"{name} sends “{subject}” to {to}")
        return id_

    async def _reports(
        self, person: Someone, lease: dict[str, Any], sent: dict[str, str], to: str, subject: str
    ) -> None:
        moment = self.clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
        report = report_of(
            lease,
            gmail_message_id=sent["id"],
            gmail_thread_id=sent["threadId"],
            draft_id=f"msg-a:r{sent['id']}",
            subject=subject,
            to=[{"address": address_of(to), "name": FULL_NAMES[to]}],
            links=[],
            sent_at=moment,
            observed_at=moment,
            **{"from": {"address": address_of(person.name), "name": FULL_NAMES[person.name]}},
        )
        assert await person.extension.reports(report) == ["stored"]

    async def opens(self, lease: UUID) -> None:
        """The recipient views the mail in Gmail."""
        message = await Message.get(id=lease)
        assert (await self.pipeline.opens_in_gmail(message)).status_code == 200
        self.tell(f"“{message.subject}” is opened")

    async def replies_to(self, lease: UUID, who: str) -> None:
        """The recipient answers the mail: the answer arrives in the sender's Gmail."""
        message = await Message.get(id=lease).select_related("account")
        sender = next(name for name, each in self.people.items() if each.account.id == message.account_id)
        [number] = [
            mail["message_id"]
            for mail in await self.google.mails(sender)
            if mail["subject"] == message.subject and "SENT" in mail["labels"]
        ]
        mail = EmailMessage()
        mail["From"], mail["To"] = f"{FULL_NAMES[who]} <{address_of(who)}>", address_of(sender)
        mail["Subject"], mail["In-Reply-To"], mail["References"] = f"Re: {message.subject}", number, number
        mail["Message-ID"] = f"<answer-{lease.hex}@sandbox.example>"
        mail.set_content("Gladly.")
        headers = {"X-Rcpt-To": address_of(sender)}
        await self.google.post("/sandbox/deliver", content=mail.as_bytes(), headers=headers)
        self.replies.append((lease, address_of(who)))
        self.tell(f"{who} answers “{message.subject}”")

    async def sends_copies(self, name: str, subject: str) -> bool:
        """Somebody hands a draft over to be sent as individual copies. False: the server did not take it."""
        person, others = self.people[name], [other for other in FULL_NAMES if other != name]
        headers = {"From": f"{FULL_NAMES[name]} <{address_of(name)}>", "Subject": subject}
        headers |= {"To": address_of(others[0]), "Bcc": address_of(others[1])}
        draft = await self.google.post(f"/sandbox/drafts/{name}", content=the_draft(**headers))
        held = await person.extension.post("/copies", _order(draft, subject, others))
        if held.status_code != 200:
            self.tell(f"{name}’s copies of “{subject}” are not taken ({held.status_code})")
            return False
        released = await person.extension.put(f"/copies/{(await held.get_json())['id']}/release")
        assert released.status_code == 200
        self.tell(f"{name} sends copies of “{subject}”")
        return True

    async def looks_after(self, name: str) -> None:
        """Somebody looks at the settings, and connects Gmail again if it is disconnected."""
        person = self.people[name]
        grant = await person.grant()
        of_another = grant is not None and grant.email not in (address_of(name), *_former(grant, name))
        if grant is not None and grant.disconnected_at is None and not (of_another and not person.google):
            return
        done = await person.connects()
        self.tell(f"{name} connects again" if done else f"{name} cannot connect again now")


def _former(grant: GmailGrant, name: str) -> tuple[str, ...]:
    return (grant.email,) if grant.email.startswith(f"{name}.") else ()


def _order(draft: dict[str, str], subject: str, others: list[str]) -> dict[str, Any]:
    return {
        "draft_id": draft["gid"],
        "gmail_message_id": draft["id"],
        "subject": subject,
        "recipients": [address_of(other) for other in others],
        "text_digest": text_digest(HTML),
        "links": True,
        "exclusions": [],
        "without": [],
        "phishing_guard": True,
        "sensitive_guard": True,
        "decoy": False,
        "view_time": False,
    }


Action = Callable[[Life], Coroutine[Any, Any, None]]
