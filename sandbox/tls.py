"""Makes a self-signed certificate for the stand-ins of mail.google.com and Google's image proxy."""

import base64
import hashlib
import os
import tempfile
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID

NAMES = ("mail.google.com", "*.googleusercontent.com", "localhost")
DAYS = 30


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a new certificate, valid for a month, and its key (mode 0600). Returns their paths.

    They are elsewhere if the folder's disk is full: the app that waits for the sandbox must start even then.
    """
    try:
        return _written(folder)
    except OSError:
        return _written(Path(tempfile.mkdtemp(prefix="sandbox-tls-")))


def _written(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    cert_path, key_path = folder / "tls.crt", folder / "tls.key"
    key_bytes = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(key_path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key_bytes)
    cert_path.write_bytes(signed_by_itself(key).public_bytes(Encoding.PEM))
    return cert_path, key_path


def signed_by_itself(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> x509.Certificate:
    """Make a certificate for the sandbox's host names, signed with its own key."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sandbox, not Google")])
    now = datetime.now(UTC)
    names = [*(x509.DNSName(n) for n in NAMES), x509.IPAddress(ip_address("127.0.0.1"))]
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )


def fingerprint(certificate_path: Path) -> str:
    """Return the hash of a certificate's public key for Chromium's --ignore-certificate-errors-spki-list."""
    key = x509.load_pem_x509_certificate(certificate_path.read_bytes()).public_key()
    public = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(public).digest()).decode()
