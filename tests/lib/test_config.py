"""Unusable values in the environment give clear errors, and parts are found by their class."""

import ipaddress
from collections.abc import Callable
from typing import Any

import pytest

from server.lib import config
from server.lib.config import ConfigError
from server.lib.parts import Parts


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (lambda env: config.text(env, "X"), "", None),
        (lambda env: config.text(env, "X"), "a word", "a word"),
        (lambda env: config.words(env, "X"), "", ()),
        (lambda env: config.words(env, "X"), " one, two,", ("one", "two")),
        (lambda env: config.integer(env, "X", 7), "", 7),
        (lambda env: config.integer(env, "X", 7), "0", 0),
        (lambda env: config.flag(env, "X", default=True), "", True),
        (lambda env: config.flag(env, "X"), "", False),
        (lambda env: config.flag(env, "X"), " Yes ", True),
        (lambda env: config.flag(env, "X", default=True), "off", False),
        (lambda env: config.networks(env, "X"), "10.0.0.0/8", (ipaddress.ip_network("10.0.0.0/8"),)),
        (lambda env: config.redis_url(env, "X"), "", None),
        (lambda env: config.redis_url(env, "X"), "rediss://a:6379/0", "rediss://a:6379/0"),
    ],
)
def test_a_usable_value_is_converted_and_an_empty_value_gives_the_default(
    read: Callable[[Any], object], value: str, expected: object
) -> None:
    assert read({"X": value}) == expected
    if not value:
        assert read({}) == expected, "empty is as good as not set"


@pytest.mark.parametrize(
    ("read", "value", "sentence"),
    [
        (lambda env: config.integer(env, "X", 1), "eighty", "X=eighty is not a whole number"),
        (lambda env: config.integer(env, "X", 1), "-1", "X=-1 is not a whole number"),
        (lambda env: config.flag(env, "X"), "maybe", "X=maybe is neither true nor false"),
        (lambda env: config.networks(env, "X"), "everyone", "X: .*Set it to networks such as"),
        (
            lambda env: config.redis_url(env, "X"),
            "http://127.0.0.1",
            "X is not a Redis URL. Set it to redis://HOST",
        ),
    ],
)
def test_an_unusable_value_is_named_in_the_error(
    read: Callable[[Any], object], value: str, sentence: str
) -> None:
    with pytest.raises(ConfigError, match=sentence):
        read({"X": value})


def test_a_part_is_found_by_its_class_or_by_a_base_class() -> None:
    parts = Parts("a text", KeyError("k"))
    assert parts[str] == "a text"
    assert isinstance(parts[LookupError], KeyError)
    with pytest.raises(LookupError, match="there is no int here"):
        parts[int]
