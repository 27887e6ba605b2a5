"""Whose account a Google account is: after a new address, with Gmail's two domains, and when connecting."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from server.accounts import people
from server.accounts.models import Account
from server.google.consent import identity
from server.google.consent.id_token import IdTokenClaims
from server.google.models import GmailGrant
from server.lib import clock
from server.lib.user_error import UserError
from tests.accounts.walker import Walker
from tests.google.conftest import signs_in
from tests.world import World

ALICE_SUB = "100000000000000000001"
RENAMED = IdTokenClaims(ALICE_SUB, "alice.arnold@sandbox.example", "Alice", speaks_for_address=True)


async def signed_in(world: World, account: Account) -> Walker:
    browser = Walker(world)
    visitor = await world.browser_of(account)
    auth = world.app.extensions["QUART_AUTH"][0]
    browser.client.set_cookie("127.0.0.1", auth.cookie_name, auth.dump_token(visitor.token, world.app))
    return browser


async def has_sub(account: Account, sub: str = ALICE_SUB) -> None:
    await Account.filter(id=account.id).update(google_sub=sub)


async def connected(account: Account, email: str, sub: str = ALICE_SUB) -> None:
    await GmailGrant.create(
        account_id=account.id, email=email, google_sub=sub, scopes=[], connected_at=clock.now()
    )


async def email_of(account: Account) -> str:
    return (await Account.get(id=account.id)).email


async def asked_at_google(world: World, account: Account) -> dict[str, str]:
    sent = await (await signed_in(world, account)).get("/settings/gmail/connect")
    return {name: values[0] for name, values in parse_qs(urlsplit(sent.place).query).items()}


async def test_alices_account_takes_the_address_that_google_has_given_her(world: World) -> None:
    await Account.filter(id=world.alice.id).update(email="alice.old@sandbox.example", google_sub=ALICE_SUB)
    assert (await signs_in(Walker(world), "alice")).status == 303
    assert await email_of(world.alice) == "alice@sandbox.example"
    assert await Account.all().count() == 3


async def test_alices_new_address_does_not_stop_her_from_connecting_and_is_stored(world: World) -> None:
    await Account.filter(id=world.alice.id).update(email="alice.old@sandbox.example", google_sub=ALICE_SUB)
    await connected(world.alice, "alice.old@sandbox.example")
    browser = await signed_in(world, await Account.get(id=world.alice.id))
    assert (await signs_in(browser, "alice", "/settings/gmail/connect")).status == 303
    assert await email_of(world.alice) == "alice@sandbox.example"
    assert (await GmailGrant.get()).email == "alice@sandbox.example"


async def test_a_connected_gmail_takes_its_new_address_when_its_owner_signs_in(world: World) -> None:
    await has_sub(world.alice)
    await connected(world.alice, "alice@sandbox.example")
    await connected(world.bob, "alice@sandbox.example")
    await connected(world.charlie, "charlie@sandbox.example", sub="another")
    await identity.follow(RENAMED)
    assert {grant.email for grant in await GmailGrant.filter(google_sub=ALICE_SUB)} == {RENAMED.email}
    assert (await GmailGrant.get(google_sub="another")).email == "charlie@sandbox.example"


async def test_a_new_address_takes_nobody_elses_account(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """Alice is called Bob at Google now; his account stays his, and hers stays hers."""
    await has_sub(world.alice)
    bobs = replace(RENAMED, email=world.bob.email)
    await identity.follow(bobs)
    assert (await identity.account_for(bobs)).id == world.alice.id
    assert await email_of(world.alice) == "alice@sandbox.example"
    assert await email_of(world.bob) == "bob@sandbox.example"
    assert any("keeps its address" in record.getMessage() for record in caplog.records)


async def test_an_address_that_google_cannot_vouch_for_is_not_taken_over(world: World) -> None:
    await has_sub(world.alice)
    for claims in (replace(RENAMED, speaks_for_address=False), replace(RENAMED, email="")):
        await identity.follow(claims)
        assert await email_of(world.alice) == "alice@sandbox.example"
        assert (await identity.account_for(claims)).id == world.alice.id


async def test_two_people_who_get_one_address_at_the_same_time_do_not_get_one_account(world: World) -> None:
    await has_sub(world.alice)
    await has_sub(world.bob, "bobs")
    await asyncio.gather(identity.follow(RENAMED), identity.follow(replace(RENAMED, sub="bobs")))
    emails = [await email_of(world.alice), await email_of(world.bob)]
    assert emails.count(RENAMED.email) == 1


async def test_whoever_gets_alices_old_address_gets_nothing_of_hers(world: World) -> None:
    """Covers row 13: the address was given to a new colleague, who has another Google account."""
    await has_sub(world.alice)
    colleague = IdTokenClaims("new", "alice@sandbox.example", "Alina", speaks_for_address=True)
    await identity.follow(colleague)
    with pytest.raises(UserError, match="linked to another Google account"):
        await identity.account_for(colleague)
    await identity.follow(RENAMED)
    with pytest.raises(UserError, match="no account here"):
        await identity.account_for(colleague)


@pytest.mark.parametrize(
    ("stored", "told"),
    [("alice@gmail.com", "alice@googlemail.com"), ("alice@googlemail.com", "alice@gmail.com")],
)
async def test_gmail_and_googlemail_are_one_person(world: World, stored: str, told: str) -> None:
    await Account.filter(id=world.alice.id).update(email=stored)
    claims = replace(RENAMED, email=told)
    assert (await identity.account_for(claims)).id == world.alice.id
    await identity.follow(claims)
    assert await email_of(world.alice) == stored
    with pytest.raises(UserError, match="already has an account"):
        await people.create(told, "Alice", people.MEMBER)


@pytest.mark.parametrize("told", ["al.ice@gmail.com", "alice+x@googlemail.com", "alice@notgooglemail.com"])
async def test_no_other_spelling_is_the_same_person(world: World, told: str) -> None:
    await Account.filter(id=world.alice.id).update(email="alice@gmail.com")
    with pytest.raises(UserError, match="no account here"):
        await identity.account_for(replace(RENAMED, email=told))


async def test_of_two_accounts_the_one_with_exactly_this_address_is_meant(world: World) -> None:
    await Account.filter(id=world.alice.id).update(email="a@gmail.com")
    await Account.filter(id=world.bob.id).update(email="a@googlemail.com")
    claims = replace(RENAMED, email="a@googlemail.com")
    assert (await identity.account_for(claims)).id == world.bob.id


async def test_alice_who_signs_in_with_google_is_asked_for_that_account(world: World) -> None:
    await has_sub(world.alice)
    asked = await asked_at_google(world, await Account.get(id=world.alice.id))
    assert (asked["prompt"], asked["login_hint"]) == ("consent", "alice@sandbox.example")


async def test_alice_who_signs_in_with_a_password_chooses_her_gmail(world: World) -> None:
    asked = await asked_at_google(world, world.alice)
    assert asked["prompt"] == "select_account consent"
    assert "login_hint" not in asked


async def test_where_another_gmail_is_connected_alice_chooses_which_one_she_means(world: World) -> None:
    await has_sub(world.alice)
    await connected(world.alice, "alice.private@gmail.com", sub="private")
    asked = await asked_at_google(world, await Account.get(id=world.alice.id))
    assert asked["prompt"] == "select_account consent"


async def test_gmails_other_name_is_no_reason_to_choose(world: World) -> None:
    await Account.filter(id=world.alice.id).update(email="alice@gmail.com")
    await connected(world.alice, "alice@googlemail.com")
    asked = await asked_at_google(world, await Account.get(id=world.alice.id))
    assert (asked["prompt"], asked["login_hint"]) == ("consent", "alice@googlemail.com")


async def test_after_connecting_alice_reads_that_her_messages_come_from_another_gmail(world: World) -> None:
    await has_sub(world.alice)
    browser = await signed_in(world, await Account.get(id=world.alice.id))
    await world.sends(world.alice, from_address="alice.work@gmail.com")
    back = await signs_in(browser, "alice", "/settings/gmail/connect")
    page = await browser.get(back.place)
    assert "The connected Gmail is alice@sandbox.example" in page.text
    assert "Your messages are sent from alice.work@gmail.com." in page.text
    [choose] = re.findall(r'href="(/settings/gmail/connect\?choose=yes)"', page.text)
    assert "prompt=select_account+consent" in (await browser.get(choose)).place


@pytest.mark.parametrize("sender", ["Alice@sandbox.example", "", None])
async def test_after_connecting_the_right_gmail_alice_reads_no_warning(
    world: World, sender: str | None
) -> None:
    await has_sub(world.alice)
    browser = await signed_in(world, await Account.get(id=world.alice.id))
    if sender is not None:
        await world.sends(world.alice, from_address=sender)
    await world.sends(world.bob, from_address="bob.work@gmail.com")
    back = await signs_in(browser, "alice", "/settings/gmail/connect")
    page = await browser.get(back.place)
    assert "Gmail connected" in page.text
    assert "The connected Gmail is" not in page.text
