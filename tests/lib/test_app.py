"""What every page has: headers, guards, error pages."""

import pytest
from tortoise import connections

from tests.world import World


async def test_the_health_check_reports_a_healthy_server(world: World) -> None:
    """Covers 169, 286."""
    answer = await world.visitor().get("/health")
    assert answer.status_code == 200
    assert await answer.get_json() == {"status": "ok", "worker": "off", "losing": None}


async def test_a_missing_page_shows_an_error_page(world: World) -> None:
    answer = await (await world.browser_of(world.alice)).get("/no/such/page")
    assert answer.status_code == 404
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_browsers_cache_a_style_sheet_until_it_changes(world: World) -> None:
    page = await (await world.visitor().get("/login")).get_data(as_text=True)
    address = page.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
    assert "?v=" in address
    answer = await world.visitor().get(address)
    assert answer.status_code == 200
    assert "max-age=31536000" in answer.headers["Cache-Control"]


async def test_an_error_on_the_setup_page_does_not_log_the_setup_link(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await connections.get("default").execute_script("DROP TABLE invitation")
    answer = await world.visitor().get("/setup/the-one-time-secret")
    assert answer.status_code == 500
    assert "/setup/<token>" in caplog.text
    assert "the-one-time-secret" not in caplog.text
