"""MySQL and MariaDB by asyncmy, for Tortoise's `engine`."""

from __future__ import annotations

from tortoise.backends.mysql.client import MySQLClient, TransactionWrapper

from server.lib.database.pool import PooledClient


class MariadbClient(PooledClient, MySQLClient):
    """Tortoise's client, with our pool."""

    transaction_class = TransactionWrapper


client_class = MariadbClient
