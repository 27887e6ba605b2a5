"""`sightline doctor` says whether alerts are safe on their way to the mail server."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.ops import doctor
from tests.alerts.mail_server import ANOTHER, PASSWORD, USER, mail_server
from tests.certificates import new_certificate
from tests.world import settings_in

LOGIN = {"SMTP_USERNAME": USER, "SMTP_PASSWORD": PASSWORD}


@pytest.mark.parametrize(
    ("host", "colour"), [(ANOTHER, "yellow"), ("127.0.0.1", "green"), ("localhost", "green")]
)
async def test_only_a_mail_server_on_this_machine_needs_no_tls(
    tmp_path: Path, host: str, colour: str
) -> None:
    async with mail_server(password=True) as mail:
        [found] = await doctor.mail(settings_in(tmp_path, **mail.env(**LOGIN, SMTP_SERVER=host)))
    assert found.colour == colour
    assert ("Set SMTP_USE_TLS or SMTP_USE_SSL" in found.text) == (colour == "yellow")


@pytest.mark.parametrize("setting", ["SMTP_USE_TLS", "SMTP_USE_SSL"])
async def test_with_tls_the_mail_server_may_be_another_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    certificate = new_certificate(tmp_path, "127.0.0.1", ANOTHER)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.path))
    async with mail_server(certificate, tls=setting == "SMTP_USE_SSL", password=True) as mail:
        env = mail.env(**LOGIN, SMTP_SERVER=ANOTHER, **{setting: "on"})
        [found] = await doctor.mail(settings_in(tmp_path, **env))
    assert found.colour == "green"
