"""Writes a small city database (MaxMind DB format 2.0) for tests, because none can be shipped.

https://maxmind.github.io/MaxMind-DB/ : a binary tree over the address bits, then data, then metadata.
"""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Any

_UINT16, _UINT32, _UINT64 = 5, 6, 9
_MARKER = b"\xab\xcd\xefMaxMind.com"


def write(path: Path, places: dict[str, tuple[str, str]]) -> None:
    """Write a database in which each IPv4 network of `places` is in its country and city."""
    data, offsets = bytearray(), {}
    for network, (country, city) in places.items():
        offsets[network] = len(data)
        data += _value({"country": {"names": {"en": country}}, "city": {"names": {"en": city}}})
    nodes = _tree(offsets)
    tree = b"".join(_record(bit, len(nodes)).to_bytes(4, "big") for node in nodes for bit in node)
    metadata = _value(
        {
            "node_count": (_UINT32, len(nodes)),
            "record_size": (_UINT16, 32),
            "ip_version": (_UINT16, 4),
            "database_type": "GeoLite2-City",
            "languages": ["en"],
            "binary_format_major_version": (_UINT16, 2),
            "binary_format_minor_version": (_UINT16, 0),
            "build_epoch": (_UINT64, 1_790_000_000),
            "description": {"en": "for tests"},
        }
    )
    path.write_bytes(tree + bytes(16) + data + _MARKER + metadata)


Node = list[tuple[str, int] | None]


def _tree(offsets: dict[str, int]) -> list[Node]:
    nodes: list[Node] = [[None, None]]
    for text, offset in offsets.items():
        network = ipaddress.IPv4Network(text)
        bits = f"{int(network.network_address):032b}"[: network.prefixlen]
        here = 0
        for bit in bits[:-1]:
            there = nodes[here][int(bit)]
            if there is None:
                nodes.append([None, None])
                nodes[here][int(bit)] = there = ("node", len(nodes) - 1)
            here = there[1]
        nodes[here][int(bits[-1])] = ("data", offset)
    return nodes


def _record(entry: tuple[str, int] | None, node_count: int) -> int:
    if entry is None:
        return node_count
    kind, number = entry
    return number if kind == "node" else node_count + 16 + number


def _value(value: Any) -> bytes:
    match value:
        case dict():
            return _control(7, len(value)) + b"".join(
                _value(name) + _value(each) for name, each in value.items()
            )
        case list():
            return _control(11, len(value)) + b"".join(_value(each) for each in value)
        case str():
            content = value.encode()
            return _control(2, len(content)) + content
        case (int(kind), int(number)):
            content = number.to_bytes(8, "big").lstrip(b"\0")
            return _control(kind, len(content)) + content
    raise TypeError(value)


def _control(kind: int, size: int) -> bytes:
    assert size < 29
    return bytes([kind << 5 | size]) if kind <= 7 else bytes([size, kind - 7])
