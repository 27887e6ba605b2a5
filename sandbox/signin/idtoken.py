"""Signs ID tokens with RS256 and the sandbox's own key (RFC 7515, OpenID Connect Core 2)."""

import base64
import hashlib
import json
import os
from pathlib import Path
from typing import Any, cast

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from sandbox.tls import signed_by_itself


def b64u(data: bytes) -> str:
    """Encode as base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class SigningKey:
    """The key that signs ID tokens; it is kept in the data folder (mode 0600) across restarts."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            _make(path)
        self._key = cast("rsa.RSAPrivateKey", load_pem_private_key(path.read_bytes(), None))
        public = self._key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.kid = hashlib.sha256(public).hexdigest()[:40]

    def jwks(self) -> dict[str, Any]:
        """Return the public key as a JWK set (RFC 7517)."""
        numbers = self._key.public_key().public_numbers()
        n, e = (b64u(v.to_bytes((v.bit_length() + 7) // 8)) for v in (numbers.n, numbers.e))
        return {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": self.kid, "n": n, "e": e}]}

    def certificates(self) -> dict[str, str]:
        """Return the public key as PEM certificates by key id, the older form that Google also publishes."""
        pem = signed_by_itself(self._key).public_bytes(Encoding.PEM).decode()
        return {self.kid: pem}

    def signed(self, claims: dict[str, Any]) -> str:
        """Return the claims as a compact JWS."""
        head = {"alg": "RS256", "kid": self.kid, "typ": "JWT"}
        body = ".".join(b64u(json.dumps(part).encode()) for part in (head, claims))
        signature = self._key.sign(body.encode(), padding.PKCS1v15(), hashes.SHA256())
        return f"{body}.{b64u(signature)}"


def at_hash(access_token: str) -> str:
    """Return the claim that ties an ID token to the access token issued with it."""
    return b64u(hashlib.sha256(access_token.encode()).digest()[:16])


def _make(path: Path) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    fresh.replace(path)
