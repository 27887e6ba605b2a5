"""Makes the plan of a week from a seed: what people do, and which trouble comes when."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta

from tests.weeks.life import FULL_NAMES, Action, Life
from tests.weeks.troubles import TROUBLES, Trouble, length

WEEK = timedelta(days=7)
PEOPLE = ("alice", "bob")


@dataclass
class Plan:
    """Actions with their times since the beginning of the week, and how Google is from the beginning."""

    steps: list[tuple[timedelta, Action]] = field(default_factory=list)
    skew_s: float = 0  # by which Google's clock is ahead
    publishing: str = "production"

    def at(self, when: timedelta, action: Action) -> None:
        self.steps.append((when, action))

    def mail(self, name: str, to: str, subject: str, when: timedelta, opened: timedelta | None,
             answered: timedelta | None = None) -> None:  # fmt: skip
        """Somebody sends a mail, which is opened and answered so long afterwards (None: never)."""

        async def sends(life: Life) -> None:
            lease = await life.sends(name, to, subject)
            if opened is not None:
                self.at(when + opened, lambda life: life.opens(lease))
            if answered is not None:
                self.at(when + answered, lambda life: life.replies_to(lease, to))

        self.at(when, sends)

    def copies(self, name: str, subject: str, when: timedelta) -> None:
        """Somebody sends copies, and tries again after six hours if the server does not take them."""

        async def sends(life: Life) -> None:
            if not await life.sends_copies(name, subject) and life.hours < 200:
                later = life.clock.at - life.began + timedelta(hours=6)
                self.at(later, sends)

        self.at(when, sends)

    def trouble(self, trouble: Trouble, name: str, when: timedelta, lasts: timedelta) -> None:
        """Something goes wrong, and is repaired."""

        async def begins(life: Life) -> None:
            life.tell(f"{trouble.words} ({name}, {lasts.total_seconds() / 3600:.1f} h)")
            await trouble.begin(life, name, life.clock.unix() + life.skew_s + lasts.total_seconds())

        async def ends(life: Life) -> None:
            if trouble.end:
                await trouble.end(life, name)
                life.tell(f"no longer: {trouble.words}")

        self.at(when, begins)
        self.at(when + lasts, ends)

    def looks(self, name: str, when: timedelta) -> None:
        """Somebody looks at the settings and repairs what they can."""
        self.at(when, lambda life: life.looks_after(name))

    async def lived(self, life: Life) -> None:
        """Everybody connects, and lives through the plan, to which actions may add."""
        life.skew_s = self.skew_s
        await life.google.patch("/sandbox/project", publishing=self.publishing)
        life.tell(f"the app is in {self.publishing}, and Google's clock is {self.skew_s} s ahead")
        await life.passes(timedelta(minutes=1))
        for name in PEOPLE:
            await life.joins(name)
        while self.steps:
            when, action = self.steps.pop(min(range(len(self.steps)), key=lambda place: self.steps[place][0]))
            await life.passes(life.began + when - life.clock.at)
            await action(life)
            await life.works()


def random_week(seed: int) -> Plan:
    """Make the plan of a week from a seed."""
    chance = random.Random(seed)
    plan = Plan([], chance.choice((0, 0, 0, -40, 40)), chance.choice(("production",) * 4 + ("testing",)))
    for name in PEOPLE:
        _work(plan, chance, name)
        for half_day in range(1, 15):
            plan.looks(name, timedelta(hours=12 * half_day + chance.uniform(-4, 4)))
    kinds = chance.sample(sorted(TROUBLES), chance.randint(2, 5))
    for kind in kinds:
        trouble, name = TROUBLES[kind], chance.choice(PEOPLE)
        plan.trouble(trouble, name, WEEK * chance.uniform(0.02, 0.9), length(trouble, chance))
    return plan


def _work(plan: Plan, chance: random.Random, name: str) -> None:
    others = [other for other in FULL_NAMES if other != name]
    for number in range(chance.randint(3, 5)):
        opened = timedelta(hours=chance.uniform(0.3, 30)) if chance.random() < 0.75 else None
        answered = timedelta(hours=chance.uniform(1, 40)) if chance.random() < 0.4 else None
        when, to = WEEK * chance.uniform(0, 0.95), chance.choice(others)
        plan.mail(name, to, f"{name.capitalize()}’s mail {number + 1}", when, opened, answered)
    for number in range(chance.randint(0, 2)):
        plan.copies(name, f"{name.capitalize()}’s round {number + 1}", WEEK * chance.uniform(0, 0.95))
