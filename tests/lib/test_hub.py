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
