"""Checks the settings for Google, without asking Google."""

from __future__ import annotations

from server.doctor.diagnosis import Diagnosis
from server.google.settings import GoogleSettings, doubtful_client
from server.lib.settings import ServerSettings, Settings


async def google_setup(settings: Settings) -> list[Diagnosis]:
    """Check the credentials for Google, and show the redirect address that must be registered there."""
    ours = settings[GoogleSettings]
    if ours.wants_sandbox or ours.google is None:
        instead = (
            "so the sandbox takes its place"
            if ours.wants_sandbox
            else "so people sign in with a password, and Gmail can't be connected"
        )
        text = f"not set up, {instead}. Set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET (see README.md)."
        return [Diagnosis("yellow", "Google", text)]
    doubt = doubtful_client(ours.google)
    doubts = [Diagnosis("yellow", "Google client", doubt)] if doubt else []
    callback = f"{settings[ServerSettings].public_url}/oauth/google/callback"
    text = f"Register this redirect address in the Google Cloud console: {callback}"
    return [*doubts, Diagnosis("green", "Google", text)]
