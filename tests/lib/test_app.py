"""What every page has: headers, guards, error pages."""

import pytest
from tortoise import connections

from tests.world import World


async def test_a_monitor_asks_whether_the_server_is_healthy(place: World) -> None:
    """Covers 169, 286."""
    answer = await place.visitor().get("/health")
    assert answer.status_code == 200
    assert (await answer.get_json())["status"] == "ok"


async def test_a_page_that_does_not_exist_has_a_page_that_says_so(place: World) -> None:
    answer = await (await place.browser_of(place.alice)).get("/no/such/page")
    assert answer.status_code == 404
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_a_style_sheet_is_kept_by_browsers_until_it_changes(place: World) -> None:
    page = await (await place.visitor().get("/login")).get_data(as_text=True)
    address = page.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
    assert "?v=" in address
    answer = await place.visitor().get(address)
    assert answer.status_code == 200
    assert "max-age=31536000" in answer.headers["Cache-Control"]


async def test_a_surprise_behind_the_set_up_link_does_not_put_the_link_into_the_log(
    place: World, caplog: pytest.LogCaptureFixture
) -> None:
    await connections.get("default").execute_script("DROP TABLE invitation")
    answer = await place.visitor().get("/setup/the-one-time-secret")
    assert answer.status_code == 500
    assert "/setup/<token>" in caplog.text
    assert "the-one-time-secret" not in caplog.text
