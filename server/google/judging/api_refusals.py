"""Recognises in errors of Gmail's API what somebody can repair: the first rule that fits decides. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.failures.codes import FailureCode
from server.google.failures import Refused
from server.google.judging.error_body import ErrorBody
from server.lib.failure import Failure

CONSOLE = "https://console.cloud.google.com/apis/library/gmail.googleapis.com"


@dataclass(frozen=True, slots=True)
class RefusalRule:
    """One cause: recognised by the names of the error (without regard to spelling), or by its sentence.

    `needs`: a name that the error must have anyway.
    """

    code: FailureCode
    names: frozenset[str]
    words: re.Pattern[str] | None = None
    link: str = ""

    needs: str = ""

    def fits(self, body: ErrorBody) -> bool:
        """Whether an error has this cause."""
        if self.needs and self.needs not in body.keys:
            return False
        return bool(body.keys & self.names) or bool(self.words and self.words.search(body.text))


def _rule(code: FailureCode, names: str, words: str = "", link: str = "") -> RefusalRule:
    return RefusalRule(
        code, frozenset(names.split()), re.compile(words, re.IGNORECASE) if words else None, link
    )


RULES = (
    _rule(
        FailureCode.PROJECT_SUSPENDED,
        "consumersuspended projectsuspended containersuspended",
        r"(?:consumer|project)\b.{0,80}\bsuspended",
    ),
    _rule(
        FailureCode.PROJECT_DELETED,
        "consumerinvalid projectdeleted projectinvalid resourceprojectinvalid userprojectdenied",
        r"\bproject\b.{0,80}\b(?:not found|deleted|deletion)",
    ),
    _rule(
        FailureCode.PROJECT_BILLING,
        "billingdisabled billingnotenabled billingnotactive",
        r"enable billing|billing (?:account .{0,60}|has )?(?:is |been )?(?:not|disabled|closed)",
    ),
    _rule(
        FailureCode.API_DISABLED,
        "accessnotconfigured servicedisabled apidisabled",
        r"not been used in project|access not configured|\bapi\b.{0,60}\b(?:disabled|not (?:been )?enabled)",
        CONSOLE,
    ),
    _rule(
        FailureCode.DOMAIN_POLICY,
        "domainpolicy domaincannotuseapis adminpolicyenforced orgrestrictionviolation accessdeniedbyadmin "
        "securitypolicyviolated locationpolicyviolated",
        r"\badministrators? ha|prohibited by organi[sz]ation|organi[sz]ation.{0,3} policy|domain policy",
    ),
    _rule(
        FailureCode.ACCOUNT_SUSPENDED,
        "usersuspended accountsuspended accountdisabled userdisabled accountstateinvalid",
        r"(?:user|account)(?:'s|’s)? (?:\S+ )?(?:has been |is )?(?:suspended|disabled)",
    ),
    _rule(
        FailureCode.NO_GMAIL,
        "mailservicenotenabled notagmailuser",
        r"mail service (?:is )?not enabled|\bgmail (?:service )?(?:is )?(?:not enabled|disabled)|no gmail",
    ),
    _rule(FailureCode.DELEGATION_REFUSED, "", r"domain-?wide (?:delegation|authority)"),
    _rule(FailureCode.OTHER_MAILBOX, "delegationdenied", r"\bdelegation denied"),
    _rule(FailureCode.MAILBOX_FULL, "storagequotaexceeded", r"\bstorage (?:quota|is full)|out of storage"),
    _rule(
        FailureCode.NOT_PERMITTED,
        "insufficientpermissions insufficientpermission accesstokenscopeinsufficient insufficientscope",
        r"insufficient (?:authentication )?(?:scopes?|permission)|metadata scope",
    ),
    RefusalRule(  # with another sentence it is about the request itself
        FailureCode.PRECONDITION,
        frozenset(),
        re.compile(r"^(?:precondition check failed|failed precondition|bad request)?\.?$", re.IGNORECASE),
        needs="failedprecondition",
    ),
)
_NO_QUOTA = re.compile(r"\b(?:limit|quota):? (?:of )?'?0\b", re.IGNORECASE)


def refusal_for(status: int, body: ErrorBody) -> Refused | None:
    """Return the refusal that a 4xx answer means; None if none of the rules fits."""
    if not body.found or status == 401:
        return None
    if body.metadata.get("quota_limit_value") == "0" or _NO_QUOTA.search(body.text):
        return Refused(Failure(FailureCode.PROJECT_QUOTA, body.values))
    rule = next((each for each in RULES if each.fits(body)), None)
    return None if rule is None else Refused(Failure(rule.code, {"link": rule.link, **body.values}))
