"""Reads, finds, labels and sends mail in one person's Gmail. Failures are values, not exceptions."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build_from_document  # type: ignore[attr-defined]
from googleapiclient.discovery_cache import get_static_doc

from server.failures.codes import FailureCode
from server.google.consent.oauth import METADATA, MODIFY, READONLY, SEND
from server.google.failures import GONE, GoogleFailure, Unsure, may_only_send
from server.google.gmail_api import sent_copy, sent_headers, stored_mail, upload
from server.google.gmail_api.grant_keeping import GrantKeeper
from server.google.gmail_api.library_http import LibraryHttp
from server.google.gmail_api.sent_copy import SentCopy
from server.google.gmail_api.sent_headers import SentHeaders
from server.google.gmail_api.stored_mail import StoredMail
from server.google.judging.library_errors import STUMBLED, TROUBLE, explain
from server.google.settings import Google
from server.lib.failure import Failure, other
from server.lib.net.outgoing import Outgoing
from server.lib.outbox import Permanent

TIMEOUT = 20  # seconds for one answer
SENDING = 75  # seconds for the answer to a sent mail: several uploads of megabytes may run in parallel
RETRIES = 2  # within one call; the outbox tries again later
LOOKED_THROUGH = 25  # the number of newest sent mails that are read, if the scopes do not allow a search
LOOKED_FOR = 200  # the number of newest sent mails among which `find_sent` searches
HEADER_SCOPES = frozenset({METADATA, READONLY, MODIFY})
_GMAIL_ID = re.compile(r"[0-9a-f]{1,32}")
_NO_OBJECT = Failure(FailureCode.GOOGLE_UNREADABLE, {"error": "no JSON object"})
_TOO_LARGE = Permanent(Failure(FailureCode.MAIL_TOO_LARGE))
_NO_ID = Permanent(other("this is not the id of a Gmail message"))
_pool = ThreadPoolExecutor(8, "gmail")  # more than the mails sent at a time, which may each take long


@dataclass(frozen=True, slots=True)
class Gmail:
    """Gmail for one account. `keeper` hears of every answer of Google."""

    google: Google
    credentials: Credentials
    address: str
    scopes: frozenset[str]
    keeper: GrantKeeper
    retries: int = RETRIES

    @property
    def can_read_headers(self) -> bool:
        """Whether the person allowed us to read headers."""
        return not self.scopes.isdisjoint(HEADER_SCOPES)

    @property
    def can_read_bodies(self) -> bool:
        """Whether the person allowed us to read mails. With gmail.metadata, Google forbids reading bodies."""
        return READONLY in self.scopes and METADATA not in self.scopes

    @property
    def can_label(self) -> bool:
        """Whether the person allowed us to label mails."""
        return MODIFY in self.scopes

    @property
    def can_send(self) -> bool:
        """Whether the person allowed us to send mail."""
        return SEND in self.scopes

    @property
    def can_copy(self) -> bool:
        """Whether the person allowed us to read drafts and to send, which individual copies need."""
        return self.can_send and self.can_read_bodies

    async def sent_headers(self, gmail_id: str) -> SentHeaders | GoogleFailure:
        """Return the headers of the mail with this Gmail id (hexadecimal)."""
        if not _GMAIL_ID.fullmatch(gmail_id):
            return _NO_ID
        found = await self.call(
            lambda users: users.messages().get(
                userId="me", id=gmail_id, format="metadata", metadataHeaders=[*sent_headers.WANTED]
            )
        )
        return sent_headers.read(found) if isinstance(found, dict) else found

    async def sent_copy(self, gmail_id: str) -> SentCopy | GoogleFailure:
        """Return the labels and the HTML of the mail with this Gmail id, also of parts kept apart."""
        if not _GMAIL_ID.fullmatch(gmail_id):
            return _NO_ID
        found = await self.call(lambda users: users.messages().get(userId="me", id=gmail_id, format="full"))
        if not isinstance(found, dict):
            return found
        return await sent_copy.read(found, lambda attachment: self._attachment(gmail_id, attachment))

    async def stored(self, gmail_id: str, largest: int) -> StoredMail | GoogleFailure:
        """Return a mail or draft with its bytes, or without them if it is larger than `largest` bytes."""
        if not _GMAIL_ID.fullmatch(gmail_id):
            return _NO_ID
        mail = await self._stored(gmail_id, "minimal")
        if not isinstance(mail, StoredMail) or mail.size > largest:
            return mail
        return await self._stored(gmail_id, "raw")

    async def label_called(self, name: str) -> str | GoogleFailure:
        """Return the id of the person's label with this name; create the label if there is none."""
        found = await self.find_label(name)
        if found is not None:
            return found
        made = await self.call(lambda users: users.labels().create(userId="me", body={"name": name}))
        if isinstance(made, dict):
            return str(made["id"])
        # Race: somebody else has just created the label, which Google reports as a conflict.
        return await self.find_label(name) or made

    async def add_label(self, gmail_id: str, label_id: str) -> GoogleFailure | None:
        """Put a label on a mail, which may already have it. Return None when done."""
        body = {"addLabelIds": [label_id]}
        done = await self.call(lambda users: users.messages().modify(userId="me", id=gmail_id, body=body))
        return None if isinstance(done, dict) else done

    async def take_label(self, gmail_id: str, label_id: str) -> GoogleFailure | None:
        """Take a label off a mail; one without the label stays as it is. Return None when done."""
        body = {"removeLabelIds": [label_id]}
        done = await self.call(lambda users: users.messages().modify(userId="me", id=gmail_id, body=body))
        return None if isinstance(done, dict) else done

    async def remove_label(self, label_id: str) -> GoogleFailure | None:
        """Delete a label, but not the mails that have it. Return None when the label is gone."""
        done = await self.call(lambda users: users.labels().delete(userId="me", id=label_id))
        return None if isinstance(done, dict) or done == GONE else done

    async def find_by_rfc822_id(self, rfc822_id: str) -> str | GoogleFailure | None:
        """Return the Gmail id of the sent mail with this Message-ID; None if it is not found."""
        wanted = rfc822_id.strip().strip("<>")
        if not re.fullmatch(r"[^\s<>\"()]{3,400}", wanted):
            return Permanent(other("this is not a Message-ID"))
        # gmail.metadata forbids `q`, even together with a wider scope.
        return await (self._scan(wanted) if METADATA in self.scopes else self._search(wanted))

    async def find_sent(self, header: str, value: str, since: datetime) -> str | GoogleFailure | None:
        """Return the Gmail id of the mail sent after `since` with this value in `header`, or None."""
        found = await self.call(
            lambda users: users.messages().list(userId="me", labelIds=["SENT"], maxResults=LOOKED_FOR)
        )
        if not isinstance(found, dict):
            return found
        for each in found.get("messages", ()):
            mail = await self._with_header(str(each["id"]), header)
            if mail == GONE:  # deleted just now
                continue
            if not isinstance(mail, dict):
                return mail
            if value in stored_mail.values_of(mail, header):
                return str(mail["id"])
            if stored_mail.date_of(mail) < since:
                return None
        return Unsure(Failure(FailureCode.TOO_MANY_SENT)) if "nextPageToken" in found else None

    async def send(self, content: bytes, thread_id: str = "") -> str | GoogleFailure:
        """Send a whole mail (RFC 5322 bytes) as this person, optionally in a thread; return its Gmail id.

        The request is sent only once. If its answer is lost (Unsure), the mail may have been sent, and the
        caller has to decide what to do.
        """
        if len(content) > upload.LARGEST:
            return _TOO_LARGE
        barred = self.keeper.barred(sends=True)
        if barred is not None:
            return barred
        sent = await self.call(lambda users: upload.sending(users, content, thread_id), 0, SENDING)
        if not isinstance(sent, dict):
            return sent
        gmail_id = sent.get("id")
        return gmail_id if isinstance(gmail_id, str) else Unsure(_NO_OBJECT)

    async def find_label(self, name: str) -> str | GoogleFailure | None:
        """Return the id of the person's label with this name; None if there is no such label."""
        found = await self.call(lambda users: users.labels().list(userId="me"))
        if not isinstance(found, dict):
            return found
        labels = found.get("labels", ())
        return next((str(each["id"]) for each in labels if each["name"].lower() == name.lower()), None)

    async def _stored(self, gmail_id: str, form: str) -> StoredMail | GoogleFailure:
        found = await self.call(lambda users: users.messages().get(userId="me", id=gmail_id, format=form))
        return stored_mail.read(found) if isinstance(found, dict) else found

    async def _attachment(self, gmail_id: str, attachment: str) -> dict[str, Any] | GoogleFailure:
        return await self.call(
            lambda users: users.messages().attachments().get(userId="me", messageId=gmail_id, id=attachment)
        )

    async def _with_header(self, gmail_id: str, header: str) -> dict[str, Any] | GoogleFailure:
        return await self.call(
            lambda users: users.messages().get(
                userId="me", id=gmail_id, format="metadata", metadataHeaders=[header]
            )
        )

    async def _search(self, wanted: str) -> str | GoogleFailure | None:
        found = await self.call(
            lambda users: users.messages().list(userId="me", q=f"rfc822msgid:{wanted}", maxResults=1)
        )
        if not isinstance(found, dict):
            return found
        return next((str(message["id"]) for message in found.get("messages", ())), None)

    async def _scan(self, wanted: str) -> str | GoogleFailure | None:
        found = await self.call(
            lambda users: users.messages().list(userId="me", labelIds=["SENT"], maxResults=LOOKED_THROUGH)
        )
        if not isinstance(found, dict):
            return found
        for message in found.get("messages", ()):
            headers = await self.sent_headers(str(message["id"]))
            if not isinstance(headers, SentHeaders):
                return headers
            if headers.rfc822_message_id.strip("<>") == wanted:
                return headers.message_id
        return None

    async def profile(self, answer_timeout: float = TIMEOUT) -> dict[str, Any] | GoogleFailure:
        """Ask for the person's profile, even if the grant is barred: does it work again?"""
        answer = await self._executed(lambda users: users.getProfile(userId="me"), 0, answer_timeout)
        if isinstance(answer, dict) or may_only_send(answer):
            await self.keeper.worked()
            return answer
        return await self._failed(answer, of_profile=True)

    async def call(
        self, ask: Callable[[Any], Any], retries: int | None = None, answer_timeout: float = TIMEOUT
    ) -> dict[str, Any] | GoogleFailure:
        """Return Google's answer to the request that `ask` builds from users(), or the failure."""
        barred = self.keeper.barred(sends=False)
        if barred is not None:
            return barred
        return await self._asked(ask, self.retries if retries is None else retries, answer_timeout)

    async def _asked(
        self, ask: Callable[[Any], Any], retries: int, answer_timeout: float
    ) -> dict[str, Any] | GoogleFailure:
        answer = await self._executed(ask, retries, answer_timeout)
        if not isinstance(answer, dict):
            return await self._failed(answer)
        await self.keeper.worked()
        return answer

    async def _executed(
        self, ask: Callable[[Any], Any], retries: int, answer_timeout: float
    ) -> dict[str, Any] | GoogleFailure:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(_pool, self._execute, ask, retries, answer_timeout)

    async def _failed(self, failure: GoogleFailure, *, of_profile: bool = False) -> GoogleFailure:
        if failure.reason.code == FailureCode.GRANT_REFUSED:
            self.credentials.token = None  # so that the next try begins with a new one
        return await self.keeper.failed(failure, of_profile=of_profile)

    def _execute(
        self, ask: Callable[[Any], Any], retries: int, answer_timeout: float
    ) -> dict[str, Any] | GoogleFailure:
        way = Outgoing(TIMEOUT, answer_timeout, direct=self.google.sandbox)
        own = LibraryHttp(way, self.google.token_url)
        try:
            request = ask(_service(self.google.api_root).users())
            answer = request.execute(http=AuthorizedHttp(self.credentials, http=own), num_retries=retries)
        except TROUBLE as error:
            return explain(error)
        except STUMBLED:
            judged = own.judged()
            if judged is None:
                raise
            return judged
        if answer == "" and request.method == "DELETE":  # 204
            return {}
        # A proxy between us and Google may answer 200 with its own HTML page, which arrives here as text, or
        # with the error that it got.
        good = isinstance(answer, dict) and "error" not in answer and own.has_body
        return answer if good else own.judged() or Unsure(_NO_OBJECT)


@cache
def _service(api_root: str) -> Any:
    # The api_endpoint option does not apply to uploads and batches, so we change the bundled description.
    description = json.loads(get_static_doc("gmail", "v1"))  # type: ignore[no-untyped-call]
    description |= {"rootUrl": f"{api_root}/", "baseUrl": f"{api_root}/"}
    return build_from_document(description, http=object())  # each call passes its own
