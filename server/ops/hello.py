"""The text that the server prints when it starts."""

from __future__ import annotations

from server.google.settings import GoogleSettings
from server.lib.settings import ServerSettings, Settings


def hello(settings: Settings, set_up_link: str | None) -> str:
    """Return where the server is, what to do first, and what is missing."""
    server = settings[ServerSettings]
    lines = [f"Sightline is at {server.public_url}"]
    if set_up_link:
        lines += [
            "",
            "Nobody has an account yet. To create yours, open this link within 24 hours (it works once):",
            f"  {set_up_link}",
        ]
    lines += [
        "",
        "Extension:",
        f"  {server.public_url}/extension explains how to install it. From this checkout: open chrome://extensions,",
        "  turn on Developer mode, choose Load unpacked and select the folder extension/dist/chromium.",
        *_about_google(settings[GoogleSettings]),
        "",
        f"Data: {server.data}    Stop: Ctrl+C",
        "",
    ]
    return "\n".join(lines)


def _about_google(google: GoogleSettings) -> list[str]:
    if google.wants_sandbox:
        return [
            "",
            "No Google credentials are set, so a sandbox takes Google's place:",
            f"  {google.sandbox_url}",
        ]
    if google.google is None:
        return [
            "",
            "No Google credentials are set: people sign in with a password, and Gmail can't be connected.",
            "  To change this, set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET (see README.md).",
        ]
    return []
