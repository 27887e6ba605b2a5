"""The sandbox and the product are compared with Google's own description of the Gmail API (discovery)."""

import ast
import asyncio
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from googleapiclient.discovery_cache import get_static_doc
from googleapiclient.http import MediaIoBaseUpload

from sandbox.app import create_app
from sandbox.settings import Settings
from sandbox.signin.scopes import MEANINGS
from tests.sandbox.conftest import GmailOf
from tests.sandbox.driving import RunningSandbox

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")
read: Callable[[str, str], str] = get_static_doc
DOCUMENT = json.loads(read("gmail", "v1"))
SCHEMAS = DOCUMENT["schemas"]
PRODUCT = Path(__file__).parents[2] / "server"


def methods_of(resource: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from resource.get("methods", {}).values()
    for inner in resource.get("resources", {}).values():
        yield from methods_of(inner)


METHODS = {method["id"].removeprefix("gmail.users."): method for method in methods_of(DOCUMENT)}


def place(path: str) -> str:
    """A path in which every variable part is {}."""
    return re.sub(r"<[^>]+>|\{[^}]+\}", "{}", path).lstrip("/")


PLACES = {(method["httpMethod"], place(method["path"])): name for name, method in METHODS.items()}
PLACES |= {
    (method["httpMethod"], place(method["mediaUpload"]["protocols"]["simple"]["path"])): name
    for name, method in METHODS.items()
    if "mediaUpload" in method
}


def offered(tmp_path: Path) -> dict[tuple[str, str], Any]:
    """What the sandbox serves of the Gmail API: the handler of each HTTP method and path."""
    app = create_app(Settings("http://127.0.0.1:1", 1, tmp_path))
    return {
        (method, place(rule.rule)): app.view_functions[rule.endpoint]
        for rule in app.url_map.iter_rules()
        if "/gmail/v1/" in rule.rule
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_path_of_the_sandbox_is_googles_and_needs_the_same_scopes(tmp_path: Path) -> None:
    found = offered(tmp_path)
    assert len(found) > 15
    assert found.keys() <= PLACES.keys()
    for key, handler in found.items():
        assert handler.scopes == set(METHODS[PLACES[key]]["scopes"]) & MEANINGS.keys(), key


def calls() -> Iterator[tuple[str, set[str], str]]:
    """The calls of Gmail methods in the product: name, keywords, and where."""
    for path in PRODUCT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and (name := chain(node)):
                keywords = {each.arg for each in node.keywords if each.arg}
                yield name, keywords, f"{path.name}:{node.lineno}"


def chain(node: ast.Call) -> str:
    """`messages.get` for `users.messages().get(…)`; empty for what is no call of a Gmail method."""
    names: list[str] = []
    here: ast.expr = node
    while isinstance(here, ast.Call) and isinstance(here.func, ast.Attribute):
        names.insert(0, here.func.attr)
        here = here.func.value
    of_gmail = isinstance(here, ast.Name) and here.id == "users"
    return ".".join(names) if of_gmail and ".".join(names) in METHODS else ""


def test_the_product_calls_only_what_google_and_the_sandbox_offer(tmp_path: Path) -> None:
    served = {PLACES[key] for key in offered(tmp_path)}
    found = list(calls())
    assert len({name for name, _, _ in found}) > 10
    for name, keywords, where in found:
        known = {*METHODS[name]["parameters"], "body", *({"media_body"} & keywords)}
        assert "media_body" not in keywords or "mediaUpload" in METHODS[name], where
        assert keywords <= known, where
        assert name in served, where


Mailbox = dict[str, str]
CALLS: dict[str, Callable[[Any, Mailbox], Any]] = {
    "getProfile": lambda users, _: users.getProfile(userId="me"),
    "messages.list": lambda users, _: users.messages().list(
        userId="me", q="in:inbox", labelIds=["INBOX"], maxResults=1, includeSpamTrash=True
    ),
    "messages.get": lambda users, box: users.messages().get(userId="me", id=box["mail"], format="full"),
    "messages.attachments.get": lambda users, box: (
        users.messages().attachments().get(userId="me", messageId=box["mail"], id="ANGjdJx.0")
    ),
    "messages.send": lambda users, box: users.messages().send(
        userId="me",
        body={"threadId": box["thread"]},
        media_body=MediaIoBaseUpload(io.BytesIO(b"To: bob@sandbox.example\r\n\r\nHi"), "message/rfc822"),
    ),
    "messages.modify": lambda users, box: users.messages().modify(
        userId="me", id=box["mail"], body={"addLabelIds": ["STARRED"], "removeLabelIds": ["UNREAD"]}
    ),
    "messages.batchModify": lambda users, box: users.messages().batchModify(
        userId="me", body={"ids": [box["mail"]], "addLabelIds": ["STARRED"]}
    ),
    "threads.get": lambda users, box: users.threads().get(userId="me", id=box["thread"], format="full"),
    "threads.modify": lambda users, box: users.threads().modify(
        userId="me", id=box["thread"], body={"addLabelIds": ["IMPORTANT"]}
    ),
    "labels.list": lambda users, _: users.labels().list(userId="me"),
    "labels.create": lambda users, _: users.labels().create(userId="me", body={"name": "Another"}),
    "labels.get": lambda users, box: users.labels().get(userId="me", id=box["label"]),
    "labels.delete": lambda users, box: users.labels().delete(userId="me", id=box["label"]),
    "history.list": lambda users, box: users.history().list(userId="me", startHistoryId=box["history"]),
    "settings.sendAs.list": lambda users, _: users.settings().sendAs().list(userId="me"),
}


def check(value: Any, schema: dict[str, Any], where: str) -> None:
    """Fail if a value is not of the schema, or has a field that the schema does not have."""
    if "$ref" in schema:
        schema = SCHEMAS[schema["$ref"]]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    assert isinstance(value, kinds[schema["type"]]), where
    if isinstance(value, dict):
        assert value.keys() <= schema["properties"].keys(), where
        for name, inner in value.items():
            check(inner, schema["properties"][name], f"{where}.{name}")
    elif isinstance(value, list):
        for inner in value:
            check(inner, schema["items"], f"{where}[]")
    elif "enum" in schema:
        assert value in schema["enum"], where
    elif schema.get("format") in ("int64", "uint64"):
        assert str(value).isdigit(), where


async def test_every_answer_of_the_sandbox_is_of_googles_schema(
    sandbox: RunningSandbox, gmail_of: GmailOf, tmp_path: Path
) -> None:
    assert CALLS.keys() == {PLACES[key] for key in offered(tmp_path)}
    # The client was made from the same description: it refuses unknown methods and parameters by itself.
    users = await gmail_of("alice", "gmail.modify", "gmail.settings.basic")
    history = (await asyncio.to_thread(CALLS["getProfile"](users, {}).execute))["historyId"]
    made = await asyncio.to_thread(users.labels().create(userId="me", body={"name": "Opened"}).execute)
    filled = await sandbox.post("/sandbox/fill", json={"person": "alice", "count": 1, "label": "INBOX"})
    [mail] = await sandbox.mails("alice")
    await asyncio.to_thread(
        users.messages().modify(userId="me", id=mail["id"], body={"addLabelIds": [made["id"]]}).execute
    )
    box = {"mail": mail["id"], "thread": filled["threads"][0], "label": made["id"], "history": history}
    for name, call in CALLS.items():
        answer = await asyncio.to_thread(call(users, box).execute)
        expected = METHODS[name].get("response")
        if expected is None:
            assert answer == "", name
            continue
        assert answer, name
        check(answer, expected, name)
