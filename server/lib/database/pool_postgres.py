"""Tortoise's `engine` for PostgreSQL, which uses asyncpg."""

from __future__ import annotations

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper

from server.lib.database.pool import PooledClient


class PostgresClient(PooledClient, AsyncpgDBClient):
    """Tortoise's client, with our pool."""

    transaction_class = TransactionWrapper


client_class = PostgresClient
