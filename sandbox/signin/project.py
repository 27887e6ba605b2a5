"""The app's project at Google Cloud, as its owner left it: published or not, the client, its secret."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from sandbox.settings import CLIENT_SECRET

PRODUCTION, TESTING = "production", "testing"
ACTIVE, DELETED, DISABLED = "active", "deleted", "disabled"
TESTING_S = 604_799  # seven days: https://developers.google.com/identity/protocols/oauth2#expiration


@dataclass(frozen=True, slots=True)
class State:
    """`testers`: the addresses that may use an app in testing; None: everybody here."""

    publishing: str = PRODUCTION
    client: str = ACTIVE
    client_secret: str = CLIENT_SECRET
    testers: tuple[str, ...] | None = None


class Project:
    """The project, which a test can change."""

    def __init__(self) -> None:
        self.state = State()

    @property
    def refresh_token_s(self) -> int | None:
        """Return for how many seconds a new refresh token lives; None: until somebody ends it."""
        return TESTING_S if self.state.publishing == TESTING else None

    @property
    def refusal(self) -> str | None:
        """Return why Google refuses the client, as one of the reasons of OAuth; None if it does not."""
        return {DELETED: "deleted_client", DISABLED: "disabled_client"}.get(self.state.client)

    def may_try(self, address: str) -> bool:
        """Return whether this person may use the app."""
        testers = self.state.testers
        return self.state.publishing != TESTING or testers is None or address in testers

    def change(self, values: Any) -> dict[str, Any]:
        """Change the project from JSON. Raises ValueError with a sentence that says what is wrong."""
        if not isinstance(values, dict) or not values.keys() <= _CHOICES.keys() | {"testers"}:
            raise ValueError(f"may have {', '.join(_CHOICES)} and testers")
        for name, value in values.items():
            if name == "testers":
                if value is not None and not (isinstance(value, list) and all(map(_is_text, value))):
                    raise ValueError("testers must be a list of addresses, or null")
            elif not _is_text(value) or (_CHOICES[name] and value not in _CHOICES[name]):
                raise ValueError(f"{name} must be {' or '.join(_CHOICES[name]) or 'text'}")
        if values.get("testers") is not None:
            values = {**values, "testers": tuple(values["testers"])}
        self.state = replace(self.state, **values)
        return asdict(self.state)

    def reset(self) -> None:
        """Let the project be as at the beginning."""
        self.state = State()


_CHOICES: dict[str, tuple[str, ...]] = {
    "publishing": (PRODUCTION, TESTING),
    "client": (ACTIVE, DELETED, DISABLED),
    "client_secret": (),
}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
