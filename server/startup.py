"""Creates the parts of a process other than its settings: keys, vault, hub and GeoIP databases."""

from __future__ import annotations

import logging

from server.events.evaluation import network_files
from server.events.rows.retention import newest_at
from server.events.settings import EventsSettings
from server.google.settings import GoogleSettings, doubtful_client
from server.ingest.losses import Losses, beside
from server.ingest.settings import IngestSettings
from server.lib.database import connection
from server.lib.database.readiness import Readiness
from server.lib.hub import Hub
from server.lib.keys.secret_files import key_from
from server.lib.keys.signing import SessionKey
from server.lib.keys.vault import KEY_SIZE, Vault
from server.lib.net import inside
from server.lib.net.geoip import GeoLookup
from server.lib.ownership import make_folder
from server.lib.processes.restarts import Restarts
from server.lib.processes.worker_health import WorkerHealth
from server.lib.runtime import Runtime
from server.lib.settings import ServerSettings, Settings
from server.lib.settled import SettledClock
from server.marks.key_file import LiveRing
from server.marks.settings import MarksSettings

VAULT_FILE, SESSION_FILE = "vault.key", "session.key"
SESSION_ANEW = ", or delete it: then everybody signs in again"
log = logging.getLogger(__name__)


def start(settings: Settings, hub: Hub | None = None) -> Runtime:
    """Create the runtime and, if they are missing, the data folder and the secrets.

    `hub`: used instead of the one that the settings describe.
    """
    server, databases = settings[ServerSettings], settings[EventsSettings]
    for folder in (server.data, settings[IngestSettings].spool_path.parent):
        make_folder(folder)
    network_files.watched.watch(network_files.folder_in(server.data))
    inside.use_proxies(server.trusted_proxies)
    _doubt(settings[GoogleSettings])
    is_first = is_first_start(settings)
    return Runtime(
        settings,
        LiveRing(settings[MarksSettings], is_first_start=is_first),
        hub or _hub(settings[IngestSettings].spool_url),
        Restarts(),
        WorkerHealth(),
        Readiness(),
        Losses(beside(settings[IngestSettings].spool_path)),
        GeoLookup(databases.geoip_path, databases.geoip_asn_path),
        _vault(server, is_first),
        SettledClock(newest_at),
        SessionKey(key_from(server.session_secret, server.data / SESSION_FILE, else_do=SESSION_ANEW)),
    )


def is_first_start(settings: Settings) -> bool:
    """Return whether there is certainly no database yet, so that nothing needs a key that is missing.

    Otherwise lost_keys.py asks the database, before it makes a key.
    """
    database = connection.sqlite_file(settings[ServerSettings].database_url)
    return database is not None and not database.exists()


def _vault(server: ServerSettings, is_first: bool) -> Vault:
    file = server.data / VAULT_FILE

    def load() -> bytes:
        return key_from(server.vault_key, file, KEY_SIZE)

    return Vault(load() if is_first or server.vault_key or file.exists() else load)


def _doubt(google: GoogleSettings) -> None:
    doubt = doubtful_client(google.google) if google.google else None
    if doubt:
        log.warning("%s", doubt)


def _hub(url: str | None) -> Hub:
    if url is None:
        return Hub()
    from server.lib.redis.hub import RedisHub  # takes a few MB, which a single node does not need

    return RedisHub(url)
