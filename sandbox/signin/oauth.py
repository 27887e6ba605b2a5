"""Serves Google's sign-in pages: account chooser and consent page (OAuth 2.0, RFC 6749, 7636, 9207)."""

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from quart import Blueprint, redirect, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from sandbox.people import ACTIVE, Person, people, person_named
from sandbox.settings import CLIENT_ID
from sandbox.signin.grants import Code
from sandbox.signin.scopes import MEANINGS, SIGN_IN, known
from sandbox.state import here

pages = Blueprint("oauth", __name__)
STATUSES = {"invalid_client": 401, "deleted_client": 401, "disabled_client": 401, "access_denied": 403}


class RefusedError(Exception):
    """The request is invalid.

    The person sees an error page, and is not redirected to an address we cannot trust.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


@dataclass(frozen=True, slots=True)
class AuthRequest:
    """What the app asks for. `query` is the query of the original request, which each page passes on."""

    redirect_uri: str
    scopes: list[str]
    state: str | None
    nonce: str | None
    challenge: str | None
    offline: bool
    prompt: frozenset[str]
    widen: bool
    login_hint: str | None
    query: str

    @property
    def app(self) -> str:
        return urlsplit(self.redirect_uri).netloc


def read_auth_request(args: MultiDict[str, str]) -> AuthRequest:
    """Read and check the app's request. Raises RefusedError."""
    if args.get("client_id") != CLIENT_ID:
        raise RefusedError("invalid_client", f"The OAuth client was not found. (It must be {CLIENT_ID}.)")
    if reason := here().project.refusal:
        raise RefusedError(reason, f"The OAuth client was {here().project.state.client}.")
    uri = args.get("redirect_uri", "")
    if urlsplit(uri).hostname not in ("127.0.0.1", "localhost") or urlsplit(uri).scheme not in (
        "http",
        "https",
    ):
        raise RefusedError("redirect_uri_mismatch", "The sandbox redirects only to this machine.")
    if args.get("response_type") != "code":
        raise RefusedError("unsupported_response_type", "The sandbox supports only response_type=code.")
    if args.get("code_challenge") and args.get("code_challenge_method") != "S256":
        raise RefusedError("invalid_request", "The sandbox supports only code_challenge_method=S256.")
    return AuthRequest(
        redirect_uri=uri,
        scopes=_scopes(args.get("scope", "")),
        state=args.get("state"),
        nonce=args.get("nonce"),
        challenge=args.get("code_challenge"),
        offline=args.get("access_type") == "offline",
        prompt=frozenset(args.get("prompt", "").split()),
        widen=args.get("include_granted_scopes") == "true",
        login_hint=args.get("login_hint"),
        query=urlencode([(k, v) for k, v in args.items(multi=True) if k != "authuser"]),
    )


def _scopes(text: str) -> list[str]:
    try:
        scopes = known(text.split())
    except ValueError as error:
        raise RefusedError("invalid_scope", f"Unknown scope: {error}") from error
    if not scopes:
        raise RefusedError("invalid_request", "Missing required parameter: scope")
    return scopes


@pages.errorhandler(RefusedError)
async def refused(error: RefusedError) -> tuple[str, int]:
    status = STATUSES.get(error.code, 400)
    return await render_template("refused.html", error=error, status=status), status


@pages.get("/o/oauth2/v2/auth")
async def choose_account() -> AnyResponse | str:
    """Ask the person which account to use, unless the app's hint names one."""
    asked = read_auth_request(request.args)
    hinted = person_named(asked.login_hint) if "select_account" not in asked.prompt else None
    if "none" in asked.prompt:
        return _without_asking(asked, hinted)
    if hinted:
        return redirect(f"/signin/oauth/consent?{asked.query}&authuser={hinted.key}")
    return await render_template("chooser.html", asked=asked, people=people())


def _without_asking(asked: AuthRequest, person: Person | None) -> AnyResponse:
    if person is None:
        return send_back(asked, error="login_required")
    if _needs_consent(asked, person):
        return send_back(asked, error="consent_required")
    return _allow(asked, person, asked.scopes, again=True)


@pages.get("/signin/oauth/consent")
async def ask_consent() -> AnyResponse | str:
    """Ask the person what the app may do; skip this if all was allowed before, unless the app insists."""
    asked, person = read_auth_request(request.args), _chosen(request.args)
    if not _needs_consent(asked, person):
        return _allow(asked, person, asked.scopes, again=True)
    sign_in = [s for s in asked.scopes if s in SIGN_IN]
    rest = [s for s in asked.scopes if s not in SIGN_IN]
    values = {"asked": asked, "person": person, "sign_in": sign_in, "rest": rest, "meanings": MEANINGS}
    return await render_template("consent.html", **values)


@pages.post("/signin/oauth/consent")
async def answer_consent() -> AnyResponse:
    """Handle the person's answer: all, some or none of the requested scopes (granular consent)."""
    form = await request.form
    asked, person = read_auth_request(request.args), _chosen(request.args)
    if form.get("decision") != "allow":
        return send_back(asked, error="access_denied")
    ticked = set(form.getlist("scope"))
    return _allow(asked, person, [s for s in asked.scopes if s in SIGN_IN or s in ticked], again=False)


def _chosen(args: MultiDict[str, str]) -> Person:
    person = person_named(args.get("authuser"))
    if person is None:
        raise RefusedError("invalid_request", "Nobody here has that name.")
    if person.blocked:
        words = "This app is blocked by the policies of the organisation. Its admin can allow it."
        raise RefusedError("admin_policy_enforced", words)
    if person.account != ACTIVE or not here().project.may_try(person.address):
        words = "The app is being tested, and only its testers can use it; or the account was deleted."
        raise RefusedError("access_denied", words)
    return person


def _needs_consent(asked: AuthRequest, person: Person) -> bool:
    return "consent" in asked.prompt or not set(asked.scopes) <= set(here().grants.consented(person))


def _allow(asked: AuthRequest, person: Person, scopes: list[str], *, again: bool) -> AnyResponse:
    """Return to the app with a code. As at Google, only a new consent leads to a refresh token."""
    grants = here().grants
    granted = known([*scopes, *(grants.consented(person) if asked.widen else [])])
    offline = asked.offline and not again
    code = Code(person.key, asked.redirect_uri, granted, asked.nonce, asked.challenge, offline)
    return send_back(asked, code=grants.issue_code(code), scope=" ".join(granted), authuser="0")


def send_back(asked: AuthRequest, **values: str) -> AnyResponse:
    """Redirect to the app with the answer, the app's state and our issuer."""
    state = {"state": asked.state} if asked.state is not None else {}
    answer = urlencode({**state, "iss": here().settings.url, **values})
    return redirect(f"{asked.redirect_uri}{'&' if '?' in asked.redirect_uri else '?'}{answer}")
