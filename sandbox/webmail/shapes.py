"""Undoes the forms that `sandbox/static/js/shapes.js` gives to sync requests, and changes answers."""

import json
from typing import Any

LABELS = {"^d": "^r", "^d_bt": "^r_bt", "^out": "^pfg", "^later": "^scheduled"}


def request_in(shape: str, body: str) -> str:
    """Return the body of a request of this shape in the form that was captured from Gmail.

    Raises ValueError if it is not JSON.
    """
    if shape == "coded":
        return "".join(chr(int(letter, 36)) for letter in json.loads(body).split("."))
    return json.dumps(_restored(json.loads(body))) if shape in {"moved", "labels", "send-label"} else body


def _restored(tree: Any) -> Any:
    if not isinstance(tree, list):
        return tree
    if len(tree) > 11 and tree[0] is None and str(tree[1]).startswith("msg-a:"):
        return tree[1:]
    if len(tree) > 10 and str(tree[0]).startswith("msg-a:"):
        return [*tree[:10], [LABELS.get(label, label) for label in tree[10]], *tree[11:]]
    return [_restored(branch) for branch in tree]


def answer_in(shape: str, answer: str) -> str:
    """Return an answer in this shape: `responses` has objects instead of arrays, without what is null."""
    return json.dumps(_numbered(json.loads(answer))) if shape == "responses" else answer


def _numbered(tree: Any) -> Any:
    if not isinstance(tree, list):
        return tree
    return {str(place + 1): _numbered(branch) for place, branch in enumerate(tree) if branch is not None}
