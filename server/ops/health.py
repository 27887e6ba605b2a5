"""Answers GET /health for load balancers, monitors and scripts."""

from __future__ import annotations

from typing import Any

from quart import Blueprint

from server.ingest.losses import Losses
from server.lib.database import connection
from server.lib.database.readiness import Readiness
from server.lib.processes.worker_health import WorkerHealth
from server.lib.runtime import runtime

blueprint = Blueprint("health", __name__)

PATH = "/health"
TIMEOUT = 3.0  # seconds; monitors do not wait longer


@blueprint.get(PATH)
async def health() -> Any:
    """Answer 200 with `{"status": "ok", …}` if the database responds in time, else 503 and what is awaited.

    `worker` says how the background work is doing. It does not change the status: without the worker, the
    server answers all requests, and stores what they tell later. Requirements 169 and 286. `losing` says why
    hits are answered and lost, such as "disk full", or is null. It does not change the status either: a node
    that a balancer takes away could not even answer them.
    """
    parts = {"worker": runtime()[WorkerHealth].state, "losing": runtime()[Losses].losing}
    readiness = runtime()[Readiness]
    if not readiness.is_ready:
        return {"status": readiness.stage, **parts}, 503
    try:
        await connection.within(TIMEOUT, connection.read_only().execute_query("SELECT 1"), cut=False)
    except Exception as error:  # noqa: BLE001 - each driver raises errors of its own
        return {"status": "database unavailable", "detail": type(error).__name__, **parts}, 503
    return {"status": "ok", **parts}
