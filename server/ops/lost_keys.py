"""Makes the keys that are missing, unless what is in the database needs the ones that are lost.

A new key in place of a lost one would look healthy, and refuse every open of the mails that are out.
"""

from __future__ import annotations

import hashlib
import logging
from typing import Any

from server.copies.models import CopyText
from server.google.models import GmailGrant
from server.lib import notes
from server.lib.config import ConfigError
from server.lib.keys.secret_files import key_from
from server.lib.keys.signing import key_id
from server.lib.keys.vault import KEY_SIZE
from server.lib.settings import ServerSettings, Settings
from server.marks import key_file
from server.marks.key_file import is_missing, load_ring, read_ring
from server.marks.settings import MarksSettings
from server.messages.models import Message
from server.ops.people import database
from server.startup import VAULT_FILE

log = logging.getLogger(__name__)

NOTE = "keys"
_WAY_OUT = "Put it back (sightline restore), or go on without it: sightline keys new --accept-loss"


async def make_missing(settings: Settings, *, accepts_loss: bool = False) -> None:
    """Make the keys that are missing, and note which there are. The database must be open.

    Raises ConfigError if something in the database needs a key that is missing, unless the loss is accepted.
    """
    problems = await needed(settings)
    if problems and not accepts_loss:
        raise ConfigError(" ".join(problems))
    ring = load_ring(settings[MarksSettings])
    have = {"ring": [key_id(each).hex() for each in ring.secrets], "vault": _vault_id(settings)}
    noted = None if accepts_loss else await _noted(have["vault"])
    for problem in _differences(settings, noted, have):
        log.warning("%s", problem)
    if noted:  # what was lost stays noted until the loss is accepted
        have = {"ring": [*dict.fromkeys([*noted["ring"], *have["ring"]])], "vault": noted["vault"]}
    if accepts_loss or have != await notes.kept(NOTE):
        await notes.keep(NOTE, have)


async def replace(settings: Settings, accepts_loss: bool) -> list[str]:
    """Make the keys that are missing, also where that loses something. Return what to print."""
    async with database(settings):
        lost = [*await needed(settings), *await differences(settings)]
        if lost and not accepts_loss:
            raise ConfigError(" ".join(lost))
        await make_missing(settings, accepts_loss=accepts_loss)
    if not lost:
        return ["No key is missing."]
    return [f"The keys in {settings[ServerSettings].data} are used from now on. Back up that folder."]


async def rotate(settings: Settings) -> int:
    """Sign with a new key from now on. Return how many keys of the file can verify marks.

    The database must be open. Raises ConfigError, and makes no key, if something in it needs a missing one.
    """
    if problems := await needed(settings):
        raise ConfigError(" ".join(problems))
    count = len(key_file.rotate(settings[MarksSettings].key_file))
    await make_missing(settings)  # and note the new one
    return count


async def needed(settings: Settings) -> list[str]:
    """Say for each key that is missing what in the database needs it. The database must be open."""
    server, marks = settings[ServerSettings], settings[MarksSettings]
    problems = []
    if is_missing(marks) and (mails := await Message.all().count()):
        problems.append(
            f"{marks.key_file} is missing, and {_mails(mails)} that only its keys can verify: "
            f"without it, their opens and clicks are refused. {_WAY_OUT}."
        )
    file = server.data / VAULT_FILE
    if not server.vault_key and not file.exists() and (sealed := await _sealed()):
        problems.append(
            f"{file} is missing, and {sealed} secrets in the database (access to Gmail, drafts of copies) "
            f"can be read only with it. {_WAY_OUT}."
        )
    return problems


async def differences(settings: Settings) -> list[str]:
    """Say which keys the server once had and now lacks. The database must be open; makes no key."""
    if is_missing(settings[MarksSettings]):
        return []
    ring = read_ring(settings[MarksSettings])
    have = {"ring": [key_id(each).hex() for each in ring.secrets], "vault": _vault_id(settings, makes=False)}
    return _differences(settings, await _noted(have["vault"]), have)


async def _noted(vault: Any) -> dict[str, Any] | None:
    """Return which keys there were. While nothing is encrypted, any key of the vault is the right one."""
    noted = await notes.kept(NOTE)
    if noted and noted["vault"] != vault and not await _sealed():
        return {**noted, "vault": vault}
    return noted


def _differences(settings: Settings, noted: dict[str, Any] | None, have: dict[str, Any]) -> list[str]:
    if noted is None:
        return []
    server, problems = settings[ServerSettings], []
    if lost := [each for each in noted["ring"] if each not in have["ring"]]:
        where = f"{settings[MarksSettings].key_file}, TRACKING_SECRET and TRACKING_SECRET_OLD"
        problems.append(
            f"{where} lack a key that this server signed with ({', '.join(lost)}), so opens and clicks of "
            f"those mails are refused. {_WAY_OUT}."
        )
    if have["vault"] and noted["vault"] != have["vault"]:
        place = "VAULT_KEY" if server.vault_key else str(server.data / VAULT_FILE)
        problems.append(
            f"{place} is another key than the one with which secrets in the database were encrypted, so the "
            f"access to Gmail can't be used. {_WAY_OUT}."
        )
    return problems


def _mails(count: int) -> str:
    return "1 mail has marks" if count == 1 else f"{count} mails have marks"


async def _sealed() -> int:
    grants = await GmailGrant.filter(sealed_refresh_token__not_isnull=True).count()
    return grants + await CopyText.all().count()


def _vault_id(settings: Settings, *, makes: bool = True) -> str:
    """Return what identifies the vault's key and reveals nothing about it; "" if there is none."""
    server = settings[ServerSettings]
    file = server.data / VAULT_FILE
    if not makes and not server.vault_key and not file.exists():
        return ""
    return hashlib.sha256(b"id" + key_from(server.vault_key, file, KEY_SIZE)).hexdigest()[:16]
