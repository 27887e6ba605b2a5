"""Makes certificates for servers and proxies that tests start."""

from __future__ import annotations

import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Certificate:
    """A certificate and its key, as files in PEM."""

    path: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """The TLS context for the server's side."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path, self.key)
        return context


@dataclass(frozen=True)
class Authority:
    """Issues certificates, as a company does for its proxy. `path`: its own certificate in PEM."""

    folder: Path
    path: Path
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def issues(self, *names: str) -> Certificate:
        """Create a certificate for these names and addresses, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = _begun(names[0], self.certificate.subject, key, *names).sign(self.key, hashes.SHA256())
        return _written(self.folder, names[0].replace("*", "any"), made, key)


def new_authority(folder: Path) -> Authority:
    """Create an authority that nobody trusts yet."""
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _begun("Company", _called("Company"), key).add_extension(
        x509.BasicConstraints(ca=True, path_length=0), critical=True
    )
    certificate = builder.sign(key, hashes.SHA256())
    path = _written(folder, "authority", certificate, key).path
    return Authority(folder, path, certificate, key)


def new_certificate(folder: Path, *names: str) -> Certificate:
    """Create a self-signed certificate for these names and addresses in `folder`, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    made = _begun(names[0], _called(names[0]), key, *names).sign(key, hashes.SHA256())
    return _written(folder, "certificate", made, key)


def _begun(
    subject: str, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, *names: str
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    begun = (
        x509.CertificateBuilder()
        .subject_name(_called(subject))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
    )
    if not names:
        return begun
    return begun.add_extension(x509.SubjectAlternativeName([_named(name) for name in names]), critical=False)


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _written(folder: Path, stem: str, made: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> Certificate:
    files = Certificate(folder / f"{stem}.pem", folder / f"{stem}.key.pem")
    files.path.write_bytes(made.public_bytes(Encoding.PEM))
    files.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return files


def _named(name: str) -> x509.GeneralName:
    with suppress(ValueError):
        return x509.IPAddress(ip_address(name))
    return x509.DNSName(name)
