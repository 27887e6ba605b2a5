"""Knows addresses at which no person writes: they say so, or belong to mail servers and lists. Pure."""

from __future__ import annotations

import re
from typing import Final

# As the local part, or as a part of it between dots and the like: noreply+x@, x-no.reply@, do_not_reply@.
_NOBODY: Final = re.compile(
    r"(?:^|[.+_=-])"
    r"(?:no[._-]?(?:reply|replies|response|respond|answer|replay)"
    r"|(?:do|does)[._-]?not[._-]?(?:reply|respond|answer)|dont[._-]?(?:reply|respond)|not[._-]?reply"
    r"|(?:bitte[._-]?)?(?:nicht|keine)[._-]?antwort(?:en)?|ne[._-]?pas[._-]?repondre|pas[._-]?de[._-]?reponse"
    r"|no[._-]?(?:responder|contestar|responda)|non[._-]?rispondere|nao[._-]?(?:responda|responder)"
    r"|niet[._-]?(?:be)?antwoorden|nie[._-]?odpowiadaj|svara[._-]?(?:ej|inte)|inte[._-]?svara|ei[._-]?vastausta)"
    r"(?:$|[.+_=-]|\d)"
)
_NOBODYS_DOMAIN: Final = re.compile(r"@(?:[^@]*\.)?(?:no-?reply|no-?mail|donotreply)\.")
# A mail server or an answering program, such as Gmail's template ("bob+canned.response@").
_SERVER: Final = re.compile(
    r"(?:mailer[._-]?daemon|mail[._-]?daemon|postmaster|vacation|out[._-]?of[._-]?office|debbugs"
    r"|auto[._-]?(?:reply|respond|responder|response|answer|mailer))(?:[+=][^@]*)?"
    r"|[^@]+\+canned\.response"
)
# A list's software.
_SOFTWARE: Final = re.compile(
    r"(?:listserv|majordomo|mailman|mlmmj|sympa|ezmlm|owner-[^@]+|[^@]+-(?:bounces?|return|errors?|confirm)"
    r"|bounces?(?:[+=-][^@]*)?)(?:[+=][^@]*)?"
)
# A program that tells what happened; people have such addresses, too.
_PROGRAM: Final = re.compile(
    r"(?:[^@]+-request|(?:[^@]+[._-])?notifications?"
    r"|notify|notifier|alerts?|newsletters?|mailings?|mailer|robot|daemon|root|cron|nobody|www-data"
    r"|abuse-?reports?|(?:[^@]+[._-])?automated|automated[._-][^@]+)"
    r"(?:[+=][^@]*)?"
)


def is_nobody(address: str) -> bool:
    """Return whether the address says that nobody reads its mail ("noreply+7@…", "…@nomail.example")."""
    return bool(_NOBODY.search(_local(address)) or _NOBODYS_DOMAIN.search(address[-255:].lower()))


def is_server(address: str) -> bool:
    """Return whether the address is that of a mail server or an answering program."""
    return bool(_SERVER.fullmatch(_local(address)))


def is_software(address: str) -> bool:
    """Return whether the address is that of a list's software."""
    return bool(_SOFTWARE.fullmatch(_local(address)))


def is_program(address: str) -> bool:
    """Return whether a program that tells what happened often has such an address; people may, too."""
    return bool(_PROGRAM.fullmatch(_local(address)))


def _local(address: str) -> str:
    return (address.rpartition("@")[0] or address)[:120].lower()
