"""A view time of less than a second is not recorded, and a longer one only up to the server's maximum."""

from __future__ import annotations

import pytest

from server.ingest.rates import Rates
from server.ingest.records import content_of
from server.ingest.settings import IngestSettings
from server.ingest.view_time_stream import ViewTimeStreams
from server.lib import metrics
from tests.ingest.test_rates import limited
from tests.pipeline import Pipeline, fresh
from tests.verdicts.cases import OPEN


@pytest.mark.parametrize(
    ("seconds", "kept"), [(0.0, []), (0.99, []), (1.0, [1]), (1.99, [1]), (300.0, [300]), (999.0, [300])]
)
def test_a_view_time_is_recorded_in_whole_seconds_up_to_the_maximum(seconds: float, kept: list[int]) -> None:
    settings = IngestSettings.read({"SIGHTLINE_DATA": "/nowhere"})
    records: list[bytes] = []
    streams = ViewTimeStreams(settings, Rates(settings), records.append)
    names = ("view_time.short", "view_time.kept")
    before = [metrics.counted(name) for name in names]
    streams.end(OPEN, seconds)
    found = [content_of(record) for record in records]
    assert [getattr(each, "seconds", None) for each in found] == kept
    assert [getattr(each, "began", None) for each in found] == [OPEN.at] * len(kept)
    after = [metrics.counted(name) for name in names]
    assert [now - was for now, was in zip(after, before, strict=True)] == [not kept, bool(kept)]


@pytest.mark.usefixtures("one_minute")
async def test_loads_of_a_manual_pixel_beyond_its_limit_are_counted_as_overflow(pipeline: Pipeline) -> None:
    limited(pipeline, token=2)
    mail = await pipeline.world.sends(pipeline.world.alice, source="manual")
    for _ in range(5):
        await pipeline.get(f"{pipeline.world.public_url}/p/{mail.id}.gif")
    assert len(await pipeline.events()) == 2
    assert (await fresh(mail)).overflow_opens == 3
