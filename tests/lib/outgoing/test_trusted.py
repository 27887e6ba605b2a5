"""The certificates of the system are trusted, among them those of a company's own proxy."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from server.lib.net import trusted as trust
from server.lib.net.outgoing import OutgoingError
from server.lib.net.trusted import UnreadableCertificates, trusted
from tests.certificates import Authority, Certificate, new_authority
from tests.connect_proxy import ConnectProxy, connect_proxy
from tests.lib.outgoing.far_servers import fetched, serving

NOWHERE = ssl.DefaultVerifyPaths(None, None, "", "", "", "")  # type: ignore[arg-type] # as if nothing were there


async def test_a_proxy_that_reads_along_is_trusted_if_the_system_trusts_its_authority(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving() as server:
        proxy = ConnectProxy(("127.0.0.1", server.port), reads_along=certificate.context())
        async with connect_proxy(proxy):
            monkeypatch.setenv("HTTPS_PROXY", proxy.url)
            assert (await fetched("https://far.example/")).body == b"hello"


async def test_a_proxy_that_reads_along_without_being_trusted_reads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = new_authority(tmp_path).issues("far.example")
    async with serving() as server:
        proxy = ConnectProxy(("127.0.0.1", server.port), reads_along=unknown.context())
        async with connect_proxy(proxy):
            monkeypatch.setenv("HTTPS_PROXY", proxy.url)
            with pytest.raises(OutgoingError, match="the certificate is not trusted"):
                await fetched("https://far.example/")
    assert server.came == []


async def test_a_certificate_for_another_host_is_refused(authority: Authority) -> None:
    async with serving(context=authority.issues("localhost").context()) as server:
        await fetched(f"https://localhost:{server.port}/")
        with pytest.raises(OutgoingError, match="not valid for"):
            await fetched(f"https://127.0.0.1:{server.port}/")
    assert len(server.came) == 1


async def test_certificates_that_cannot_be_read_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("")
    for path in (tmp_path / "missing.pem", empty):
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
        with pytest.raises(UnreadableCertificates, match=path.name):
            await fetched("https://localhost:1/")


async def test_a_company_may_put_its_authority_into_the_folder_of_certificates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = new_authority(tmp_path)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: NOWHERE)
    monkeypatch.setattr(trust, "_BUNDLES", (str(tmp_path / "missing"), str(authority.path)))
    trust._made.cache_clear()
    try:
        async with serving(context=authority.issues("localhost").context()) as server:
            assert (await fetched(f"https://localhost:{server.port}/")).body == b"hello"
    finally:
        trust._made.cache_clear()


def test_without_certificates_of_the_system_those_of_certifi_are_trusted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: NOWHERE)
    monkeypatch.setattr(trust, "_BUNDLES", ())
    trust._made.cache_clear()
    try:
        names = str(trusted().get_ca_certs())
    finally:
        trust._made.cache_clear()
    assert "GTS Root R1" in names


def test_the_certificates_of_this_system_are_trusted() -> None:
    trust._made.cache_clear()
    assert "GTS Root R1" in str(trusted().get_ca_certs())
