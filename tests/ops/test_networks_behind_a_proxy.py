"""`sightline networks refresh` works behind a company's proxy whose authority only the system trusts."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from server.lib.net import trusted as trust
from server.ops import networks
from tests.certificates import new_authority
from tests.connect_proxy import ConnectProxy, connect_proxy
from tests.lib.outgoing.far_servers import serving
from tests.world import settings_in

NOWHERE = ssl.DefaultVerifyPaths(None, None, "", "", "", "")  # type: ignore[arg-type] # as if nothing were there


async def test_lists_are_asked_for_through_a_proxy_that_reads_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = new_authority(tmp_path)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: NOWHERE)
    monkeypatch.setattr(trust, "_BUNDLES", (str(authority.path),))
    trust._made.cache_clear()
    told: list[str] = []
    async with serving(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n") as server:
        proxy = ConnectProxy(("127.0.0.1", server.port))
        proxy.reads_along = authority.issues("digitalocean.com").context()
        async with connect_proxy(proxy):
            monkeypatch.setenv("HTTPS_PROXY", proxy.url)
            await networks.refresh(settings_in(tmp_path), ["digitalocean"], accept=False, tell=told.append)
    trust._made.cache_clear()
    assert proxy.asked == ["digitalocean.com:443"]
    assert "503" in told[0]
