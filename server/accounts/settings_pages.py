"""Pages of a person's own settings: profile, password, and signing out other browsers."""

from __future__ import annotations

from typing import Any

from quart import Response, abort, g, request
from tortoise.transactions import in_transaction

from server.accounts import (
    browsers,
    languages,
    passwords,
    people,
    proving,
    sessions,
    strength,
    time_zones,
    trust,
)
from server.accounts.models import Account, Session
from server.accounts.sessions import signed_in
from server.accounts.sign_in_pages import BUSY, too_many_tries
from server.accounts.threshold import NAMES, choices
from server.accounts.trust import Reason, TrustEnded
from server.lib import clock
from server.lib.hub import Hub
from server.lib.i18n import gettext
from server.lib.runtime import runtime
from server.lib.web import page


@signed_in
async def show_settings() -> Response:
    """Show the settings page."""
    return await _settings()


@signed_in
async def show_again() -> Response:
    """Redirect to the settings if a person reloads, or goes back to, the page of a rejected form."""
    return await page.go("accounts.settings", _anchor=request.path.rsplit("/", 1)[1])


@signed_in
async def change_profile() -> Response:
    """Change name, time zone, language, alerts, and the threshold from which a message counts as opened."""
    form = await request.form
    values = {
        "name": people.clean_name(form.get("name", "")),
        "time_zone": form.get("time_zone", ""),
        "language": form.get("language", g.account.language or languages.AUTOMATIC),
        "alerts_on": "alerts_on" in form,
        "threshold": form.get("threshold", g.account.threshold),
    }
    errors = _profile_errors(**values)
    if errors:
        return await _settings(422, errors, values)
    await Account.filter(id=g.account.id).update(**values | {"language": values["language"] or None})
    return await page.go("accounts.settings", done="profile", _anchor="profile")


@signed_in
async def change_password() -> Response:
    """Change the password after checking the old one; ends other sessions and, if wanted, all pairings.

    If there is no old one, the session must be fresh, so that an intruder who finds it open gets no way back.
    """
    form, account = await request.form, g.account
    if not _may_set_password():
        return await _settings(403)
    errors = await _password_errors(account, form.get("old_password", ""), form.get("password", ""))
    if errors:
        return await _settings(int(errors.pop("status", "422")), errors)
    kept = await passwords.hashed(form["password"])
    async with in_transaction():  # an intruder's old session must not outlive the old password
        await Account.filter(id=account.id).update(password_hash=kept)
        ended = await trust.end_trust(
            account.id, Reason.PASSWORD_CHANGED, keeps_browsers="browsers" not in form
        )
    trust.announce_end(runtime()[Hub], account.id)
    await sessions.begin(account)
    return await _ended("password", "password", ended)


@signed_in
async def end_session(session_id: int) -> Response:
    """Sign out one of the person's browsers, perhaps this one. 404 if they have no such session."""
    session = await Session.filter(id=session_id, account_id=g.account.id, revoked_at=None).first()
    if session is None:
        abort(404)
    if session.id == g.session.id:
        await sessions.end()
        return await page.go("accounts.sign_in")
    await sessions.revoke(session)
    return await page.go("accounts.settings", done="session", _anchor="sessions")


@signed_in
async def end_other_sessions() -> Response:
    """Sign out every browser of the person except this one and, if wanted, end all pairings."""
    keeps = "browsers" not in await request.form
    async with in_transaction():
        ended = await trust.end_trust(
            g.account.id, Reason.SIGNED_OUT_ELSEWHERE, but=g.session, keeps_browsers=keeps
        )
    trust.announce_end(runtime()[Hub], g.account.id)
    return await _ended("sessions", "sessions", ended)


async def _ended(done: str, anchor: str, ended: TrustEnded) -> Response:
    """Show the settings again; `done` also says whether browsers were disconnected."""
    done = f"{done}-browsers" if ended.browsers else done
    return await page.go("accounts.settings", done=done, _anchor=anchor)


async def _settings(
    status: int = 200, errors: dict[str, str] | None = None, values: dict[str, Any] | None = None
) -> Response:
    account: Account = g.account
    signed_in_at = sorted(await sessions.open_of(account), key=lambda session: session.id != g.session.id)
    kept = {"name": account.name, "time_zone": account.time_zone, "alerts_on": account.alerts_on}
    kept |= {"language": account.language or languages.AUTOMATIC, "threshold": account.threshold}
    return await page.show(
        "accounts/settings.html",
        status,
        values={**kept, **(values or {})},
        errors=errors or {},
        done=request.args.get("done"),
        may_set_password=_may_set_password(),
        thresholds=choices(),
        languages=languages.choices(),
        areas=time_zones.by_area(),
        paired=await trust.paired_browsers(clock.now()).filter(account_id=account.id).count(),
        sessions=[(session, browsers.in_words(session.user_agent)) for session in signed_in_at],
        this_session=g.session.id,
    )


def _profile_errors(name: str, time_zone: str, language: str, threshold: str, **_: bool) -> dict[str, str]:
    errors = {}
    if not name or len(name) > people.NAME_LENGTH:
        errors["name"] = gettext("Use 1 to %(num)s characters.", num=people.NAME_LENGTH)
    if time_zone not in time_zones.names():
        errors["time_zone"] = gettext("Choose a time zone from the list.")
    if language not in dict(languages.choices()):
        errors["language"] = gettext("Choose a language from the list.")
    if threshold not in NAMES:
        errors["threshold"] = gettext("Choose one of these options.")
    return errors


def _may_set_password() -> bool:
    return bool(g.account.password_hash) or sessions.is_fresh(g.session)


async def _password_errors(account: Account, old: str, new: str) -> dict[str, str]:
    if account.password_hash:
        from_, claimed = sessions.visitor_address(), sessions.claimed_address()
        match await proving.by_password(account.email, old, from_, claimed):
            case proving.TooManyAttempts(wait):
                return {"old_password": too_many_tries(wait), "status": "429"}
            case proving.Busy():
                return {"old_password": gettext(BUSY), "status": "503"}
            case proving.WrongPassword():
                return {"old_password": gettext("This isn’t your current password.")}
    weak = await strength.weakness(new, runtime().settings, account.email, account.name)
    return {"password": weak} if weak else {}
