"""Lists the scopes that the stand-in knows, what they mean to a person, and Google's names for them."""

API = "https://www.googleapis.com/auth/"
MAIL = "https://mail.google.com/"
METADATA, SEND, READONLY = API + "gmail.metadata", API + "gmail.send", API + "gmail.readonly"
MODIFY, COMPOSE, LABELS = API + "gmail.modify", API + "gmail.compose", API + "gmail.labels"
SETTINGS = API + "gmail.settings.basic"
PROFILE, EMAIL = API + "userinfo.profile", API + "userinfo.email"

FULL_NAMES = {"email": EMAIL, "profile": PROFILE}
SIGN_IN = (EMAIL, PROFILE, "openid")
MEANINGS = {
    EMAIL: "See your email address",
    PROFILE: "See your name and picture",
    "openid": "Know who you are",
    METADATA: "See the headers and labels of your email, but not its text",
    READONLY: "Read all your email",
    SEND: "Send email as you",
    COMPOSE: "Write and send email as you",
    LABELS: "Create and change your labels",
    SETTINGS: "See and change your email settings",
    MODIFY: "Read, write and send email, and change labels",
    MAIL: "Read, write, send and delete all your email",
}


def known(scopes: list[str]) -> list[str]:
    """Return the scopes by Google's names, in Google's order. Raises ValueError for an unknown one."""
    wanted = {FULL_NAMES.get(scope, scope) for scope in scopes}
    if not wanted <= MEANINGS.keys():
        raise ValueError(", ".join(sorted(wanted - MEANINGS.keys())))
    return [scope for scope in MEANINGS if scope in wanted]
