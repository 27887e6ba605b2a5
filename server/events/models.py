"""Tables of events, the rows that events share, verdict changes, overflow, view times, and corrections."""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.manager import Manager
from tortoise.models import Model
from tortoise.queryset import QuerySet

from server.accounts.models import Account
from server.lib.database.fields import CompactEnumField, CompactUUIDField
from server.messages.kinds import Cause, EventKind, VerdictKind
from server.messages.models import Link, Message, Recipient
from server.verdicts.evidence import Packed
from server.verdicts.hits import DECOY_URL


class Agent(Model):
    """A user agent and the name of its program: one row for all events with this user agent."""

    id = fields.IntField(primary_key=True)
    hash = fields.CharField(max_length=32, unique=True)
    user_agent = fields.TextField()
    name = fields.CharField(max_length=200)  # "Firefox 153 on Windows"
    used_at = fields.DatetimeField()

    class Meta:
        table = "agent"


class HeaderSet(Model):
    """Request headers that tell people from machines: one row for all events with the same headers."""

    id = fields.IntField(primary_key=True)
    hash = fields.CharField(max_length=32, unique=True)
    headers: dict[str, str] = fields.JSONField()
    used_at = fields.DatetimeField()

    class Meta:
        table = "header_set"


class Finding(Model):
    """A rule and the evidence it found: one row for all events with the same finding."""

    id = fields.IntField(primary_key=True)
    hash = fields.CharField(max_length=32, unique=True)
    rule = fields.CharField(max_length=60)
    evidence: list[Packed] = fields.JSONField()
    used_at = fields.DatetimeField()

    class Meta:
        table = "finding"


class EventLocation(Model):
    """A city and its country: one row for all events from this city."""

    id = fields.IntField(primary_key=True)
    hash = fields.CharField(max_length=32, unique=True)
    country = fields.CharField(max_length=100)
    city = fields.CharField(max_length=100)
    used_at = fields.DatetimeField()

    class Meta:
        table = "location"


class _WithWhatRepeats(Manager):
    """Reads events together with the rows that they share with other events."""

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().select_related("agent", "header_set", "finding", "location")


class Event(Model):
    """One stored hit on a pixel or a link, with its verdict.

    What was received never changes; the verdict may change when more is known. `counts` is true if the event
    adds to the counts that people see: a person caused it, or likely did, and the send of the mail was not
    undone.
    """

    id = CompactUUIDField(primary_key=True)  # the hit's id: storing it twice is impossible
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="events"
    )
    account_id: int
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="events"
    )
    message_id: Any
    # No constraints from here on: MySQL would add an index for each. Other databases would search all events
    # whenever a row that events refer to is deleted. A report may delete a recipient or a link that events
    # still refer to.
    recipient: fields.ForeignKeyNullableRelation[Recipient] = fields.ForeignKeyField(
        "models.Recipient", related_name="events", null=True, db_constraint=False, on_delete=fields.NO_ACTION
    )
    recipient_id: int | None
    link: fields.ForeignKeyNullableRelation[Link] = fields.ForeignKeyField(
        "models.Link", related_name="events", null=True, db_constraint=False, on_delete=fields.NO_ACTION
    )
    link_id: int | None
    # Rows shared with other events are removed once no event can refer to them. The references are None only
    # while a migration runs.
    agent: fields.ForeignKeyRelation[Agent] = fields.ForeignKeyField(  # type: ignore[assignment]
        "models.Agent", related_name="events", null=True, db_constraint=False, on_delete=fields.NO_ACTION
    )
    header_set: fields.ForeignKeyRelation[HeaderSet] = fields.ForeignKeyField(  # type: ignore[assignment]
        "models.HeaderSet", related_name="events", null=True, db_constraint=False, on_delete=fields.NO_ACTION
    )
    finding: fields.ForeignKeyRelation[Finding] = fields.ForeignKeyField(  # type: ignore[assignment]
        "models.Finding", related_name="events", null=True, db_constraint=False, on_delete=fields.NO_ACTION
    )
    location: fields.ForeignKeyRelation[EventLocation] = fields.ForeignKeyField(  # type: ignore[assignment]
        "models.EventLocation", related_name="events", null=True, db_constraint=False,
        on_delete=fields.NO_ACTION,
    )  # fmt: skip
    kind = CompactEnumField(EventKind, max_length=10)
    at = fields.DatetimeField()
    url = fields.TextField(default="")  # the link of a click; empty for an open
    address = fields.CharField(max_length=45, default="")
    referer = fields.TextField(default="")
    verdict = CompactEnumField(VerdictKind, max_length=20)
    score = fields.IntField()  # 0-100: how likely it is that a person caused the event
    unsettled = fields.BooleanField(db_default=False)  # a person's later sign may change the verdict
    rules_version = fields.IntField()
    counts = fields.BooleanField()
    known: dict[str, Any] | None = fields.JSONField(null=True)  # observed on arrival: mails, hosting, exit
    correction = CompactEnumField(
        Cause, max_length=10, null=True
    )  # by the sender: sender | automated | recipient
    undone_at = fields.DatetimeField(null=True)  # when the send of the mail was undone

    changes: fields.ReverseRelation[VerdictChange]  # loaded by prefetch_related("changes")

    @property
    def is_decoy(self) -> bool:
        """Whether the event is a click on the decoy."""
        return self.url == DECOY_URL

    @property
    def user_agent(self) -> str:
        """The user agent that the program sent."""
        return self.agent.user_agent

    @property
    def client(self) -> str:
        """The name of the program: "Firefox 153 on Windows"."""
        return self.agent.name

    @property
    def headers(self) -> dict[str, str]:
        """Other request headers that tell people from machines."""
        return self.header_set.headers

    @property
    def country(self) -> str:
        """The country of the hit's address; empty if unknown."""
        return self.location.country

    @property
    def city(self) -> str:
        """The city of the hit's address; empty if unknown."""
        return self.location.city

    @property
    def rule(self) -> str:
        """The name of the rule that gave the verdict."""
        return self.finding.rule

    @property
    def evidence(self) -> list[Packed]:
        """The evidence for the verdict."""
        return self.finding.evidence

    class Meta:
        table = "event"
        manager = _WithWhatRepeats()
        indexes = (("message_id", "at"), ("account_id", "at"))


class VerdictChange(Model):
    """A change of the verdict on an event, for display. The event itself holds the current verdict only.

    On InnoDB, a row that grows splits its page, because pages are nearly full. If events contained their
    changes, they would take a third more space.
    """

    id = fields.BigIntField(primary_key=True)
    # No constraint: a month of events is dropped as a whole. Retention deletes their changes first.
    event: fields.ForeignKeyRelation[Event] = fields.ForeignKeyField(
        "models.Event", related_name="changes", db_constraint=False, on_delete=fields.NO_ACTION
    )
    event_id: Any
    at = fields.DatetimeField()
    was = CompactEnumField(VerdictKind, max_length=20)
    was_score = fields.IntField()
    now = CompactEnumField(VerdictKind, max_length=20)
    now_score = fields.IntField()
    because: Packed = fields.JSONField()  # the evidence that is new

    class Meta:
        table = "verdict_change"
        indexes = (("event_id",),)


class Overflow(Model):
    """The number of hits beyond a rate limit, by message, kind, minute and process.

    These hits are not stored as events. `number` is the latest total of the process, so storing a record
    twice changes nothing.
    """

    id = fields.BigIntField(primary_key=True)
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="overflow"
    )
    message_id: Any
    kind = CompactEnumField(EventKind, max_length=10)
    minute = fields.IntField()  # unix time / 60
    origin = fields.CharField(max_length=24)  # id of the process that counted, hex
    number = fields.IntField()

    class Meta:
        table = "overflow"
        unique_together = (("message", "kind", "minute", "origin"),)
        indexes = (("minute",),)


class ViewTime(Model):
    """How long a client kept a mail's view-time image open: about as long as the mail was on screen.

    A view time never counts as an open. For display, view_time_join.py joins it to the same client's open.
    """

    id = CompactUUIDField(primary_key=True)  # the record's id: storing it twice is impossible
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="view_times"
    )
    message_id: Any
    at = fields.DatetimeField()  # when the view began
    seconds = fields.IntField()
    address = fields.CharField(max_length=45, default="")
    user_agent = fields.TextField(default="")

    class Meta:
        table = "view_time"
        indexes = (("message_id", "at"), ("at",))


class RetiredCounts(Model):
    """What deleted events had added to the counts of their message: see retention.py."""

    id = fields.BigIntField(primary_key=True)
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="retired_counts"
    )
    message_id: Any
    link_id = fields.BigIntField(null=True)
    kind = CompactEnumField(EventKind, max_length=10)
    verdict = CompactEnumField(VerdictKind, max_length=20)
    counts = fields.BooleanField()
    number = fields.IntField()
    first_at = fields.DatetimeField()
    last_at = fields.DatetimeField()

    class Meta:
        table = "retired_counts"
        indexes = (("message_id",),)


class Correction(Model):
    """A person's statement of who caused an event. It overrides the rules for this event and similar ones.

    `network` and `user_agent` are the pattern of similar events. Both are empty if the correction applies to
    this event only.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="corrections"
    )
    account_id: int
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="corrections"
    )
    message_id: Any
    event_id: Any = CompactUUIDField(unique=True)  # no foreign key: a month of events is dropped as a whole
    cause = CompactEnumField(Cause, max_length=10)
    network = fields.CharField(max_length=64, default="")
    user_agent = fields.TextField(default="")
    at = fields.DatetimeField()

    class Meta:
        table = "correction"
        indexes = (("account_id", "at"),)
