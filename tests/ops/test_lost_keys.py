"""A server whose keys are lost says so, with numbers, and makes no new ones in silence."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from server.doctor.secret_files import secrets
from server.google.models import GmailGrant
from server.lib import clock, notes
from server.lib.config import ConfigError
from server.lib.database import connection
from server.lib.keys.signing import key_id
from server.lib.settings import ServerSettings
from server.marks import unknown_keys
from server.marks.key_file import LiveRing, read_ring, rotate
from server.marks.settings import MarksSettings
from server.marks.tokens import Purpose, TokenClaims, TokenError, sign
from server.ops import lost_keys, observing
from server.startup import start
from server.tables import MODELS
from tests.pipeline import Pipeline
from tests.world import World


@pytest.fixture(autouse=True)
def _nothing_refused() -> None:
    unknown_keys.take()


async def _red(world: World) -> list[str]:
    found = await secrets(world.runtime.settings)
    await connection.connect(world.runtime[ServerSettings].database_url, MODELS)  # the doctor has closed it
    return [each.text for each in found if each.colour == "red"]


async def test_with_messages_and_no_key_file_none_is_made_and_it_is_said_how_many_mails_are_meant(
    world: World,
) -> None:
    settings, file = world.runtime.settings, world.data / "keys.json"
    for _ in range(3):
        await world.sends(world.alice)
    file.unlink()
    restarted = start(settings)
    with pytest.raises(ConfigError, match=r"keys\.json is missing, and 3 mails .*keys new --accept-loss"):
        await lost_keys.make_missing(settings)
    assert not file.exists()
    assert any("3 mails" in text for text in await _red(world))
    await lost_keys.make_missing(settings, accepts_loss=True)
    assert file.exists()
    assert len(restarted[LiveRing].current().secrets) == 1
    assert await _red(world) == []


async def test_a_new_server_makes_its_keys(world: World) -> None:
    (world.data / "keys.json").unlink()
    (world.data / "vault.key").unlink()
    start(world.runtime.settings)
    await lost_keys.make_missing(world.runtime.settings)
    assert (world.data / "keys.json").exists()
    assert (world.data / "vault.key").exists()
    assert await _red(world) == []


async def test_while_a_lost_key_file_is_put_back_it_is_taken_into_use(world: World) -> None:
    file = world.data / "keys.json"
    kept = file.read_bytes()
    file.unlink()
    live = LiveRing(world.runtime[MarksSettings], is_first_start=False)
    assert live.current() != world.ring
    file.write_bytes(kept)
    live._looked = float("-inf")
    assert live.current() == world.ring


async def test_a_key_that_was_made_is_signed_with_at_once(world: World) -> None:
    (world.data / "keys.json").unlink()
    live = LiveRing(world.runtime[MarksSettings], is_first_start=False)
    await lost_keys.make_missing(world.runtime.settings)
    live.look()
    assert live.current() == read_ring(world.runtime[MarksSettings])


async def test_without_the_vaults_key_no_new_one_is_made_for_the_secrets_in_the_database(
    world: World,
) -> None:
    await _connects_gmail(world)
    (world.data / "vault.key").unlink()
    start(world.runtime.settings)
    with pytest.raises(ConfigError, match=r"vault\.key is missing, and 1 secrets"):
        await lost_keys.make_missing(world.runtime.settings)
    assert not (world.data / "vault.key").exists()
    assert any("vault.key is missing" in text for text in await _red(world))


async def test_another_key_of_the_vault_is_noticed(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await lost_keys.make_missing(world.runtime.settings)
    (world.data / "vault.key").write_bytes(b"x" * 32)
    await lost_keys.make_missing(world.runtime.settings)
    assert "vault.key is another key" in caplog.text
    assert any("vault.key is another key" in text for text in await _red(world))
    await lost_keys.make_missing(world.runtime.settings, accepts_loss=True)
    assert await _red(world) == []


async def test_a_key_file_without_a_key_that_signed_is_noticed_and_a_rotated_one_is_not(
    world: World,
) -> None:
    settings, file = world.runtime.settings, world.data / "keys.json"
    await lost_keys.make_missing(settings)
    rotate(file)
    await lost_keys.make_missing(settings)
    assert await _red(world) == []
    lost = world.ring.newest_id.hex()
    file.unlink()
    rotate(file)
    assert any(lost in text for text in await _red(world))


@pytest.mark.parametrize("name", ["vault.key", "session.key"])
@pytest.mark.parametrize("content", [b"", b"short", b"x" * 31])
async def test_a_key_that_is_too_short_is_none(world: World, name: str, content: bytes) -> None:
    (world.data / name).write_bytes(content)
    with pytest.raises(ConfigError, match=f"{name} is damaged: it has {len(content)} bytes"):
        start(world.runtime.settings)
    assert any(f"{name} is damaged" in text for text in await _red(world))


class TestUnknownKeys:
    """Hits that name a key which the server lacks are counted over restarts."""

    @pytest.fixture
    def lost(self, tmp_path: Path) -> LiveRing:
        """The ring with which Alice's mails were marked, and which the server lacks."""
        return LiveRing(MarksSettings.read({"SIGHTLINE_DATA": str(tmp_path / "lost")}))

    async def test_opens_of_mails_that_the_server_has_are_told_in_red(
        self, pipeline: Pipeline, lost: LiveRing
    ) -> None:
        world = pipeline.world
        await notes.keep(lost_keys.NOTE, {"ring": [lost.current().newest_id.hex()], "vault": ""})
        mail = await world.sends(world.alice)
        claims = TokenClaims(world.alice.id, mail.id, 0, int(clock.unix()) + 3600)
        token = sign(lost.current(), Purpose.OPEN, claims)
        for _ in range(12):
            await pipeline.get(f"{world.public_url}/p/{world.alice.prefix}/{token}.gif")
        await observing.store()
        for _ in range(8):
            await pipeline.get(f"{world.public_url}/p/{world.alice.prefix}/{token}.gif")
        await observing.store()
        [said] = [text for text in await _red(world) if "opens and clicks since" in text]
        assert "20 opens and clicks since" in said
        assert key_id(lost.current().secrets[0]).hex() in said
        alice = await world.browser_of(world.alice)
        page = await (await alice.get("/status")).get_data(as_text=True)
        assert "20 opens and clicks named a key that this server doesn’t have" in page

    async def test_whoever_writes_another_key_into_the_token_of_one_mail_turns_nothing_red(
        self, world: World
    ) -> None:
        mail = await world.sends(world.alice)
        for _ in range(30):
            unknown_keys.note(TokenError("key", b"EVIL", mail.id))
            await observing.store()
        assert await _red(world) == []
        [said] = await observing.unknown_keys_seen(frozenset())
        assert (said.hits, said.is_ours) == (30, False)

    async def test_a_key_that_several_mails_name_one_after_another_is_told_in_red(self, world: World) -> None:
        """A server of before did not note which keys it had."""
        for _ in range(5):
            mail = await world.sends(world.alice)
            unknown_keys.note(TokenError("key", b"lost", mail.id))
            await observing.store()
        [said] = await observing.unknown_keys_seen(frozenset())
        assert (said.hits, said.is_ours) == (5, True)

    async def test_while_the_database_is_away_all_counts_are_kept_and_no_more_than_some_mails(
        self, world: World
    ) -> None:
        await connection.disconnect()
        try:
            for number in range(300):
                unknown_keys.note(TokenError("key", bytes([number % 5] * 4), uuid4()))
                with pytest.raises(Exception, match=r"."):
                    await observing.store()
        finally:
            await connection.connect(world.runtime[ServerSettings].database_url, MODELS)
        kept = unknown_keys.take()
        assert [each.hits for each in kept.values()] == [60] * 5
        assert all(len(each.mails) <= unknown_keys.MOST_MAILS for each in kept.values())

    async def test_invented_tokens_are_told_apart_and_fill_no_memory(self, pipeline: Pipeline) -> None:
        world = pipeline.world
        for number in range(200):
            ring = LiveRing(MarksSettings.read({"TRACKING_SECRET": f"forged {number}"})).current()
            claims = TokenClaims(world.alice.id, uuid4(), 0, int(clock.unix()) + 3600)
            await pipeline.get(f"{world.public_url}/p/x/{sign(ring, Purpose.OPEN, claims)}.gif")
            if number % 20 == 0:
                await observing.store()
        await observing.store()
        assert await notes.Note.filter(name__startswith=observing.KEY).count() <= observing.MOST + 1
        assert sum(each.hits for each in await observing.unknown_keys_seen(frozenset())) == 200
        assert await _red(world) == []


async def _connects_gmail(world: World) -> None:
    await GmailGrant.create(
        account=world.alice,
        email=world.alice.email,
        google_sub="1",
        scopes=[],
        sealed_refresh_token=b"sealed",
        connected_at=clock.now(),
    )
