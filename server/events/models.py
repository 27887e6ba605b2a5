"""Event: what happened, as raw as it came, and what we think of it. Correction: what its owner says of it.

Reading: how long a mail was on a screen, where a program lets that be seen."""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.manager import Manager
from tortoise.models import Model
from tortoise.queryset import QuerySet

from server.accounts.models import Account
from server.messages.models import Link, Message, Recipient
from server.verdicts.evidence import Packed
from server.verdicts.hits import DECOY_URL


class Agent(Model):
    """A user agent, and the name of the program behind it: a row for all events that have it."""

    id = fields.IntField(primary_key=True)
    hash = fields.CharField(max_length=32, unique=True)
    user_agent = fields.TextField()
    name = fields.CharField(max_length=200)  # "Firefox 153 on Windows"
    used_at = fields.DatetimeField()

    class Meta:
        table = "agent"


class HeaderSet(Model):
    """Request headers that tell people from machines: a row for all events that had the same."""

    id = fields.IntField(primary_key=True)
    hash = fields.CharField(max_length=32, unique=True)
    headers: dict[str, str] = fields.JSONField()
    used_at = fields.DatetimeField()

    class Meta:
        table = "header_set"


class Finding(Model):
    """A rule and the evidence that it found: a row for all events it said the same of."""

    id = fields.IntField(primary_key=True)
    hash = fields.CharField(max_length=32, unique=True)
    rule = fields.CharField(max_length=60)
    evidence: list[Packed] = fields.JSONField()
    used_at = fields.DatetimeField()

    class Meta:
        table = "finding"


class _WithWhatRepeats(Manager):
    """An event is read together with the rows that it shares with others."""

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().select_related("agent", "header_set", "finding")


class Event(Model):
    """One hit on a pixel or a link. The raw facts are never changed; the verdict may be, when more is known.

    `counts` is true when it adds to the counts people see: a person or likely person, and not undone.
    """

    id = fields.UUIDField(primary_key=True)  # the hit's id: storing it twice is impossible
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="events"
    )
    account_id: int
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="events"
    )
    message_id: Any
    recipient: fields.ForeignKeyNullableRelation[Recipient] = fields.ForeignKeyField(
        "models.Recipient", related_name="events", null=True, on_delete=fields.SET_NULL
    )
    recipient_id: int | None
    link: fields.ForeignKeyNullableRelation[Link] = fields.ForeignKeyField(
        "models.Link", related_name="events", null=True, on_delete=fields.SET_NULL
    )
    link_id: int | None
    # No constraints: a row goes when no event can have it any more, and an index for each would take room.
    # None while a migration runs only.
    agent: fields.ForeignKeyRelation[Agent] = fields.ForeignKeyField(  # type: ignore[assignment]
        "models.Agent", related_name="events", null=True, db_constraint=False, on_delete=fields.NO_ACTION
    )
    header_set: fields.ForeignKeyRelation[HeaderSet] = fields.ForeignKeyField(  # type: ignore[assignment]
        "models.HeaderSet", related_name="events", null=True, db_constraint=False, on_delete=fields.NO_ACTION
    )
    finding: fields.ForeignKeyRelation[Finding] = fields.ForeignKeyField(  # type: ignore[assignment]
        "models.Finding", related_name="events", null=True, db_constraint=False, on_delete=fields.NO_ACTION
    )
    kind = fields.CharField(max_length=10)  # open | click
    at = fields.DatetimeField()
    url = fields.TextField(default="")  # of a click
    address = fields.CharField(max_length=45, default="")
    referer = fields.TextField(default="")
    country = fields.CharField(max_length=100, default="")
    city = fields.CharField(max_length=100, default="")
    verdict = fields.CharField(max_length=20)
    score = fields.IntField()  # 0-100: how sure that a person did it
    unsettled = fields.BooleanField(db_default=False)  # a person's sign that comes may change the verdict
    rules_version = fields.IntField()
    counts = fields.BooleanField()
    known: dict[str, Any] | None = fields.JSONField(null=True)  # of its surroundings: mails, hosting
    history: list[dict[str, Any]] | None = fields.JSONField(null=True)  # earlier verdicts: see history.py
    said = fields.CharField(max_length=10, null=True)  # by its owner: me | machine | them
    undone_at = fields.DatetimeField(null=True)  # the send it belongs to was undone

    @property
    def is_decoy(self) -> bool:
        """Whether it is a click on the hidden link."""
        return self.url == DECOY_URL

    @property
    def user_agent(self) -> str:
        """What the program said it is."""
        return self.agent.user_agent

    @property
    def client(self) -> str:
        """What to call the program: "Firefox 153 on Windows"."""
        return self.agent.name

    @property
    def headers(self) -> dict[str, str]:
        """Others that tell people from machines."""
        return self.header_set.headers

    @property
    def rule(self) -> str:
        """Whose opinion the verdict is."""
        return self.finding.rule

    @property
    def evidence(self) -> list[Packed]:
        """What the verdict rests on."""
        return self.finding.evidence

    class Meta:
        table = "event"
        manager = _WithWhatRepeats()
        indexes = (("message_id", "at"), ("account_id", "at"))


class Overflow(Model):
    """What was answered beyond a rate and not kept as events, by message, kind, minute and counting process.

    `number` is as that process last said: a total, so that storing a record twice changes nothing.
    """

    id = fields.BigIntField(primary_key=True)
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="excess"
    )
    message_id: Any
    kind = fields.CharField(max_length=10)  # open | click
    minute = fields.IntField()  # unix time / 60
    origin = fields.CharField(max_length=24)  # the process that counted, hex
    number = fields.IntField()

    class Meta:
        table = "excess"
        unique_together = (("message", "kind", "minute", "origin"),)
        indexes = (("minute",),)


class ViewTime(Model):
    """How long somebody's program kept the second picture of a mail open: about as long it was on a screen.

    No open, and never counted as one. Joined to the same client's open when shown: view_time_join.py.
    """

    id = fields.UUIDField(primary_key=True)  # the record's id: storing it twice is impossible
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="readings"
    )
    message_id: Any
    at = fields.DatetimeField()  # when it began
    seconds = fields.IntField()
    address = fields.CharField(max_length=45, default="")
    user_agent = fields.TextField(default="")

    class Meta:
        table = "reading"
        indexes = (("message_id", "at"), ("at",))


class RetiredCounts(Model):
    """What events that are kept no longer added to the counts of their message: see retention.py."""

    id = fields.BigIntField(primary_key=True)
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="forgotten"
    )
    message_id: Any
    link_id = fields.BigIntField(null=True)
    kind = fields.CharField(max_length=10)
    verdict = fields.CharField(max_length=20)
    counts = fields.BooleanField()
    number = fields.IntField()
    first_at = fields.DatetimeField()
    last_at = fields.DatetimeField()

    class Meta:
        table = "forgotten"
        indexes = (("message_id",),)


class Correction(Model):
    """A person said who was behind an event. It wins, and holds for what else looks the same to that person.

    `network` and `user_agent` are the pattern; both empty when it holds for this one event only.
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
    event_id: Any = fields.UUIDField(unique=True)  # no key: events of a month are dropped whole
    said = fields.CharField(max_length=10)  # me | machine | them
    network = fields.CharField(max_length=64, default="")
    user_agent = fields.TextField(default="")
    at = fields.DatetimeField()

    class Meta:
        table = "correction"
        indexes = (("account_id", "at"),)
