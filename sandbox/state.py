"""Holds the parts of a running sandbox and gives requests access to them."""

from dataclasses import dataclass
from typing import cast

from quart import current_app

from sandbox.faults import Faults
from sandbox.gmail_api.send_limits import SendLimits
from sandbox.mailboxes.history import History
from sandbox.mailboxes.labels import Labels
from sandbox.mailboxes.mailbox import Mailbox
from sandbox.mailboxes.pictures import Pictures
from sandbox.settings import Settings
from sandbox.signin.grants import Grants
from sandbox.signin.idtoken import SigningKey
from sandbox.signin.project import Project
from sandbox.store import Store
from sandbox.webmail.proxy import ImageProxy


@dataclass(frozen=True, slots=True)
class Sandbox:
    settings: Settings
    store: Store
    mailbox: Mailbox
    labels: Labels
    history: History
    grants: Grants
    project: Project
    send_limits: SendLimits
    key: SigningKey
    faults: Faults
    proxy: ImageProxy
    pictures: Pictures


def open_sandbox(settings: Settings) -> Sandbox:
    """Open the data folder, or create it."""
    store = Store(settings.data / "sandbox.db")
    return Sandbox(
        settings=settings,
        store=store,
        mailbox=Mailbox(store),
        labels=Labels(store),
        history=History(store),
        grants=Grants(store),
        project=Project(),
        send_limits=SendLimits(),
        key=SigningKey(settings.data / "id-token.pem"),
        faults=Faults(),
        proxy=ImageProxy(settings.data / "proxy.key"),
        pictures=Pictures(store, settings.url),
    )


def here() -> Sandbox:
    """Return the sandbox that serves this request."""
    return cast("Sandbox", current_app.config["SANDBOX"])
