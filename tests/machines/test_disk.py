"""Row 4: the disk is full, the server restarts on the full disk, and then there is room. Covers R4."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.faults.disk import fill
from tests.faults.stores import UNLIMITED
from tests.faults.table import amount
from tests.machines.browser import health, page
from tests.machines.ledger import Ledger
from tests.machines.machine import Machine, shown_as_lost


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL][: amount(1, 2)])
@pytest.mark.parametrize("what", ["the spool", "all data"])
@pytest.mark.timeout(300)
def test_what_a_full_disk_lost_in_both_lives_is_told(
    tmp_path: Path, small_disk: Path, what: str, how: signal.Signals, template: Machine
) -> None:
    data, each = tmp_path / "data", amount(100, 2000)
    spool = small_disk / "spool.db"
    if what == "all data":
        data, spool = small_disk / "data", small_disk / "data" / "spool.db"
    server = Machine(data, UNLIMITED | {"SPOOL_PATH": str(spool)})
    ledger = Ledger(f"M4 disk full: {what}, {how.name} on the full disk")
    try:
        server.takes(template)
        server.start()
        urls = server.marked(10)
        ledger.read(urls, each)
        fill(small_disk / "ballast")
        ledger.read(urls, 3 * each)
        while_full = health(server)[1], server.doctor()
        server.stop(how)
        server.launch()
        server.wait_until_it_answers(urls[0])
        ledger.read(urls, 3 * each)
        (small_disk / "ballast").unlink()
        server.wait_until_ready()
        ledger.read(urls, each)
        server.emptied(spool=spool)
        told, shown = server.doctor().told, shown_as_lost(page(server, "/status"))
        home = page(server, "/")
        server.stop()
        server.start()
        again = server.doctor().told
        full = [line for line in while_full[1].lines("red") if "disk" in line or "space" in line]
        seen = f"/status shows {shown}, after a restart {again}; while full, /health says {while_full[0]}"
        ledger.close(server.stored(spool), told, seen)
    finally:
        server.kill()
    assert shown == told == again
    assert full
    assert any(word in while_full[0] for word in ("full", "lost", "losing"))
    assert "lost" in home
