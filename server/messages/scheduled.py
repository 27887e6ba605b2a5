"""Selects scheduled mails, fairly across accounts, so that Gmail can be asked whether it has sent them."""

from __future__ import annotations

from tortoise.queryset import QuerySet

from server.messages.models import Message
from server.messages.queries.slim import slim


async def of_each_account(waiting: QuerySet[Message], order: str, most: int) -> list[Message]:
    """Return at most `most` messages per account, so that one account does not delay the others."""
    accounts = await waiting.distinct().values_list("account_id", flat=True)
    return [
        message
        for account in accounts
        for message in await slim(waiting.filter(account_id=account)).order_by(order).limit(most)
    ]
