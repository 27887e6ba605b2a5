"""Fixtures: messages with a real sandbox Google; see tests/google/conftest.py."""

import pytest

from tests.accounts.walker import Walker
from tests.google.conftest import alice, google, google_process, world
from tests.google.test_features import asks_for
from tests.messages.incoming_mail import Post
from tests.sandbox.driving import RunningSandbox
from tests.world import World

__all__ = ["alice", "google", "google_process", "post", "world"]


@pytest.fixture
async def post(world: World, alice: Walker, google: RunningSandbox) -> Post:
    """Alice has turned reply tracking on, and the first poll is over."""
    await asks_for(alice, "?replies=yes&send=yes")
    post = Post(world, google)
    await post.looks()
    return post
