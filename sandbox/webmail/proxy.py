"""Stands in for Google's image proxy, with the same form of URLs, user agent and caching."""

import base64
import binascii
import hmac
import os
import re
import secrets
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from sandbox.clock import now_ms

USER_AGENT = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"
SUFFIX = "=s0-d-e1-ft"
HOST = "https://ci3.googleusercontent.com"
DAY_S = 86_400
MAX_BYTES = 5_000_000
MAX_HOPS = 5
PROXIED = re.compile(r"https?://[^\s\"'<>/]+/meips/([\w-]+)" + SUFFIX + r"#([^\s\"'<>]*)")


@dataclass(frozen=True, slots=True)
class Image:
    """An image from the proxy. `fresh_until` is in Unix milliseconds; 0: the image must not be cached."""

    body: bytes
    content_type: str
    fresh_until: int


class ImageProxy:
    """Gives images paths like `/meips/<opaque>…#<original>`, and fetches them, but only from this machine."""

    def __init__(self, key_path: Path) -> None:
        self._key = _kept_key(key_path)
        self._kept: dict[str, Image] = {}

    def path(self, url: str) -> str:
        """Return the path of an image. The fragment repeats the original URL, as in Gmail."""
        opaque = base64.urlsafe_b64encode(self._seal(url) + url.encode()).decode().rstrip("=")
        return f"/meips/{opaque}{SUFFIX}#{url}"

    def original(self, opaque: str) -> str | None:
        """Return the URL in the opaque part of a path, or None if this proxy did not make that part."""
        try:
            data = base64.urlsafe_b64decode(opaque.removesuffix(SUFFIX) + "==")
            seal, url = data[:12], data[12:].decode()
        except (binascii.Error, ValueError):
            return None
        return url if hmac.compare_digest(seal, self._seal(url)) else None

    def unproxied(self, html: str) -> str:
        """Restore the original image URLs in HTML: the page quotes proxied URLs, which must not be sent."""
        return PROXIED.sub(lambda found: found[2] if self.original(found[1]) else found[0], html)

    async def image(self, url: str) -> Image | None:
        """Return the image, from the cache while it is fresh; None if it cannot be fetched."""
        kept = self._kept.get(url)
        if kept and kept.fresh_until > now_ms():
            return kept
        image = await _fetch(url)
        if image and image.fresh_until:
            self._kept[url] = image
        return image

    def forget(self) -> None:
        """Empty the cache."""
        self._kept.clear()

    def _seal(self, url: str) -> bytes:
        return hmac.digest(self._key, url.encode(), "sha256")[:12]


def _kept_key(path: Path) -> bytes:
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.write(secrets.token_bytes(32))
    return path.read_bytes()


def is_loopback(url: str) -> bool:
    """Return True for http(s) URLs to 127.0.0.0/8, ::1 or `localhost`; no other name is resolved."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or "\\" in url:
        return False
    if parts.hostname == "localhost":
        return True
    try:
        return ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False


async def _fetch(url: str) -> Image | None:
    headers = {"User-Agent": USER_AGENT, "Accept": "image/*,*/*;q=0.8", "Accept-Encoding": "gzip"}
    # Requests go only to this machine, so checking a certificate would prove nothing.
    async with httpx.AsyncClient(headers=headers, timeout=10, verify=False, trust_env=False) as client:  # noqa: S501
        for _ in range(MAX_HOPS):
            if not is_loopback(url):
                return None
            try:
                answer = await client.get(url)
            except (httpx.HTTPError, httpx.InvalidURL):
                return None
            if not answer.is_redirect:
                return _image(answer)
            url = urljoin(url, answer.headers.get("Location", ""))
    return None


def _image(answer: httpx.Response) -> Image | None:
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip()
    if answer.status_code != 200 or not kind.startswith("image/") or len(answer.content) > MAX_BYTES:
        return None
    return Image(answer.content, kind, _fresh_until(answer.headers.get("Cache-Control", "")))


def _fresh_until(cache_control: str) -> int:
    rules = cache_control.lower()
    if "no-cache" in rules or "no-store" in rules:
        return 0
    told = re.search(r"max-age=(\d+)", rules)
    seconds = int(told.group(1)) if told else DAY_S
    return now_ms() + seconds * 1000 if seconds else 0
