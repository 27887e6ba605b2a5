"""What the example configurations in deploy/ promise: the site for nginx and the unit for systemd."""

from __future__ import annotations

import re
from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "deploy"


def servers() -> list[str]:
    """The server blocks of the site for nginx, without comments."""
    text = re.sub(r"#.*", "", (DEPLOY / "nginx.conf").read_text())
    return re.split(r"^server ", text, flags=re.MULTILINE)[1:]


def location(server: str, path: str) -> str:
    """What one location block contains."""
    (found,) = re.findall(rf"location {re.escape(path)} {{([^}}]*)}}", server)
    return str(found).strip()


def unit() -> dict[str, str]:
    """The settings of the unit for systemd."""
    lines = (DEPLOY / "sightline.service").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def test_the_proxy_redirects_plain_requests_for_pages_but_not_for_the_api() -> None:
    plain, _ = servers()
    assert "listen 80;" in plain
    assert location(plain, "/") == "return 301 https://$host$request_uri;"
    assert location(plain, "/api/") == "return 403;"


def test_the_proxy_offers_only_current_tls() -> None:
    _, encrypted = servers()
    assert "listen 443 ssl http2;" in encrypted
    assert re.findall(r"ssl_protocols (.*);", encrypted) == ["TLSv1.2 TLSv1.3"]
    (ciphers,) = re.findall(r"ssl_ciphers (.*);", encrypted)
    assert all(suite.startswith("ECDHE+") for suite in ciphers.split(":"))
    assert not re.search(r"CBC|SHA1|RC4|3DES|NULL|EXPORT", ciphers)


def test_the_service_may_write_only_to_its_data_folder() -> None:
    settings = unit()
    assert settings["User"] == "sightline"
    assert settings["ProtectSystem"] == "strict"
    assert settings["ProtectHome"] == settings["PrivateTmp"] == settings["NoNewPrivileges"] == "true"
    assert (settings["StateDirectory"], settings["StateDirectoryMode"]) == ("sightline", "0700")
    assert (settings["UMask"], settings["CapabilityBoundingSet"]) == ("0077", "")
    assert not {"ReadWritePaths", "AmbientCapabilities"} & settings.keys()
