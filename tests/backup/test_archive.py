"""A backup from a stranger may hold anything: nothing of it gets out of the folder, or fills it."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.backup import archive, manifest
from server.backup.archive import Content, Unpacking
from server.backup.encryption import Encrypting, Unreadable
from server.backup.manifest import Manifest, StoredPart

PASSPHRASE = "orchid lantern gravel mitten"
FILES = {"keys.json": b'{"ring": []}', "spool.sqlite": b"s" * 700, "database.sqlite": b"d" * 3000}
STRANGE = (
    "../keys.json", "/etc/passwd", "keys.json/../../x", "networks/../../x.txt", "networks/.txt",
    "./keys.json", "C:\\keys.json", "networks/a/b.txt", "keys.json\0", "", "manifest.json", "x" * 300,
    "networks/" + "y" * 90,
)  # fmt: skip
FOLDER_SETTINGS = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_what_was_packed_is_unpacked(tmp_path: Path) -> None:
    sources = [Content(name, _written(tmp_path / name, content)) for name, content in FILES.items()]
    listed = msgspec.structs.replace(
        _listing(FILES), parts=[archive.measured(each, lambda _: None) for each in sources]
    )
    to = io.BytesIO()
    archive.write(to, PASSPHRASE, listed, sources, lambda _: None)
    folder = tmp_path / "new"
    folder.mkdir()
    reading = Unpacking(io.BytesIO(to.getvalue()), PASSPHRASE)
    reading.extract(folder, lambda _: None)
    assert reading.manifest == listed
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_tar_of_our_own_is_what_other_programs_read(tmp_path: Path) -> None:
    plain = gzip.decompress(_zipped([("manifest.json", b"{}"), *FILES.items()]))
    with tarfile.open(fileobj=io.BytesIO(plain)) as read:
        assert read.getnames() == ["manifest.json", *FILES]


@pytest.mark.parametrize("name", STRANGE)
def test_a_name_that_no_part_has_is_refused_in_the_list_and_in_the_archive(name: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        manifest.decode(manifest.encode(_listing({**FILES, name: b"x"})))
    _is_refused(tmp_path, [("keys.json" if other else name, b"x") for other in range(2)])


@pytest.mark.parametrize(
    "kind",
    [
        tarfile.SYMTYPE,
        tarfile.LNKTYPE,
        tarfile.DIRTYPE,
        tarfile.CHRTYPE,
        tarfile.FIFOTYPE,
        tarfile.XHDTYPE,
        tarfile.GNUTYPE_LONGNAME,
        tarfile.GNUTYPE_SPARSE,
    ],
)
def test_a_link_or_device_in_place_of_a_file_is_refused(kind: bytes, tmp_path: Path) -> None:
    info = tarfile.TarInfo("keys.json")
    info.type, info.linkname = kind, str(tmp_path / "target")
    _is_refused(tmp_path, [], raw=info.tobuf(tarfile.USTAR_FORMAT))


@given(data=st.data())
@FOLDER_SETTINGS
def test_a_part_that_is_missing_moved_or_changed_is_refused(data: st.DataObject, tmp_path: Path) -> None:
    parts = list(FILES.items())
    changed = data.draw(
        st.one_of(
            st.permutations(parts),
            st.sampled_from([parts[1:], parts[:-1], [*parts, parts[0]], [parts[0], *parts]]),
            st.integers(0, 2).map(
                lambda n: [(k, v[:-1] + b"x" if i == n else v) for i, (k, v) in enumerate(parts)]
            ),
            st.integers(0, 2).map(
                lambda n: [(k, v + b"x" if i == n else v) for i, (k, v) in enumerate(parts)]
            ),
        ).filter(lambda found: list(found) != parts)
    )
    _is_refused(tmp_path, changed)


@given(content=st.binary(max_size=2000))
@FOLDER_SETTINGS
def test_whatever_the_right_passphrase_opens_is_unpacked_or_refused(content: bytes, tmp_path: Path) -> None:
    for plain in (content, gzip.compress(content)):
        with pytest.raises(Unreadable):
            _unpack(_sealed(plain), tmp_path / "new")


def test_gigabytes_of_zeros_are_refused_without_reading_them(tmp_path: Path) -> None:
    zeros = gzip.compress(bytes(1 << 20)) * 4000  # four gigabytes, in four megabytes
    _is_refused(tmp_path, list(FILES.items()), after=zeros)
    listed = _listing(FILES)
    longer = msgspec.structs.replace(
        listed, parts=[StoredPart("keys.json", 1 << 50, "0" * 64), *listed.parts[1:]]
    )
    _is_refused(tmp_path, list(FILES.items()), listed=longer)


def test_a_list_of_contents_as_long_as_a_film_is_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("manifest.json")
    info.size = 1 << 33
    with pytest.raises(Unreadable, match="too long"):
        _unpack(_sealed(gzip.compress(info.tobuf(tarfile.GNU_FORMAT))), tmp_path / "new")


@given(
    st.one_of(
        st.binary(max_size=300),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(Manifest.__struct_fields__), inner, max_size=14)
            ),
            max_leaves=20,
        ).map(msgspec.json.encode),
    )
)
@settings(max_examples=300, deadline=None)
def test_any_list_of_contents_is_read_or_refused_by_a_sentence(content: bytes) -> None:
    with pytest.raises(Unreadable):
        manifest.decode(content)


@given(
    st.sampled_from(Manifest.__struct_fields__),
    st.none() | st.integers(-9, 2**70) | st.text(max_size=4) | st.lists(st.integers()),
)
def test_a_list_with_one_wrong_field_is_read_or_refused_by_a_sentence(field: str, value: object) -> None:
    found = msgspec.json.decode(manifest.encode(_listing(FILES)))
    with suppress(Unreadable):
        manifest.decode(msgspec.json.encode(found | {field: value}))


def test_the_list_of_a_newer_version_is_named_as_such() -> None:
    found = msgspec.json.decode(manifest.encode(_listing(FILES))) | {"format": 2, "more": {}}
    with pytest.raises(Unreadable, match="newer version of Sightline made this backup"):
        manifest.decode(msgspec.json.encode(found))


def _is_refused(
    tmp_path: Path,
    parts: Sequence[tuple[str, bytes]],
    *,
    listed: Manifest | None = None,
    raw: bytes = b"",
    after: bytes = b"",
) -> None:
    """Nothing is written outside the folder, and the reading ends with a sentence."""
    before = {path for path in tmp_path.rglob("*") if path.name != "new" and path.parent.name != "new"}
    head = [("manifest.json", manifest.encode(listed or _listing(FILES)))]
    with pytest.raises(Unreadable):
        _unpack(_sealed(_zipped([*head, *parts], raw) + after), tmp_path / "new")
    now = {path for path in tmp_path.rglob("*") if path.name != "new" and path.parent.name != "new"}
    assert now == before


def _unpack(sealed: bytes, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    Unpacking(io.BytesIO(sealed), PASSPHRASE).extract(folder, lambda _: None)


def _sealed(plain: bytes) -> bytes:
    to = io.BytesIO()
    with Encrypting(to, PASSPHRASE, 1) as sealing:
        sealing.write(plain)
    return to.getvalue()


def _zipped(parts: Sequence[tuple[str, bytes]], raw: bytes = b"") -> bytes:
    plain = b""
    for place, (name, content) in enumerate(parts):
        info = tarfile.TarInfo(name)
        info.size = len(content)
        plain += (
            info.tobuf(tarfile.GNU_FORMAT, errors="surrogateescape") + content + bytes(-len(content) % 512)
        )
        plain += raw if place == 0 else b""
    return gzip.compress(plain + bytes(1024))


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _listing(files: dict[str, bytes]) -> Manifest:
    parts = [
        StoredPart(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in files.items()
    ]
    return Manifest(
        format=1,
        made_at=datetime(2026, 11, 30, tzinfo=UTC),
        release="0.1.0",
        dialect="sqlite",
        server="3.40.1",
        migration="20_waiting.py",
        tables={"message": 3},
        waiting=0,
        lost=0,
        keys=[],
        sealed=0,
        opened=0,
        parts=parts,
    )
