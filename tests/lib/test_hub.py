"""Messages reach the subscribers within one process."""

from server.lib.hub import Hub


async def test_only_subscribers_receive_a_message() -> None:
    hub = Hub()
    with hub.subscribe("alice") as alice, hub.subscribe("bob") as bob:
        hub.publish("alice", "hello")
        assert alice.get_nowait() == "hello"
        assert bob.empty()
    hub.publish("alice", "nobody is here")


async def test_a_slow_subscriber_loses_the_oldest_news_and_blocks_nobody() -> None:
    hub = Hub()
    with hub.subscribe("alice") as alice:
        for number in range(1000):
            hub.publish("alice", str(number))
        assert alice.qsize() == 256
        assert alice.get_nowait() == "744"


async def test_an_attached_process_gets_what_is_published_here_and_its_own_news_do_not_return() -> None:
    hub = Hub()
    sent: list[tuple[str, str]] = []

    def share(topic: str, item: str) -> None:
        sent.append((topic, item))

    hub.attach(share)
    with hub.subscribe("alice") as alice:
        hub.publish("alice", "ours")
        hub.forward("alice", "theirs")
        assert [alice.get_nowait(), alice.get_nowait()] == ["ours", "theirs"]
    hub.detach(share)
    hub.publish("alice", "later")
    assert sent == [("alice", "ours")]


async def test_everyone_can_be_stirred_to_look_for_what_was_missed() -> None:
    hub = Hub()
    with hub.subscribe("alice") as alice, hub.subscribe("bob") as bob:
        hub.stir()
        assert (alice.get_nowait(), bob.get_nowait()) == ("", "")
