"""Counts the queries to the database."""

from __future__ import annotations

from typing import Any

import pytest
from tortoise import connections


def count_questions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which each statement is added that the current kind of database executes."""
    asked: list[str] = []
    kinds = type(connections.get("default")).__mro__
    for name in ("execute_query", "execute_query_dict"):
        client = next(kind for kind in kinds if name in vars(kind))  # of transactions, too
        original = getattr(client, name)

        async def counted(self: Any, query: str, values: Any = None, whole: Any = original) -> Any:
            asked.append(query)
            return await whole(self, query, values)

        monkeypatch.setattr(client, name, counted)
    return asked
