"""Defines what a mutant changes: the usual operators, and dropping an entry of a table. Pure.

A number becomes one more and one less; a text gets two letters at each end; a comparison, an arithmetic or a
boolean operator becomes its neighbour; a returned or assigned value becomes None; a call, a `raise` or a
keyword disappears.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SWAPS = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "is": "is not", "is not": "is",
    "in": "not in", "not in": "in", "+": "-", "-": "+", "*": "/", "/": "*", "//": "/", "%": "*", "**": "*",
    "<<": ">>", ">>": "<<", "&": "|", "|": "&", "^": "&", "and": "or", "or": "and",
}  # fmt: skip
_TOKENS = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in", ast.Add: "+", ast.Sub: "-", ast.Mult: "*",
    ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>",
    ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.And: "and", ast.Or: "or",
}  # fmt: skip
_PREFIX = re.compile(rb"""[rRfFbBuU]*(?:'''|\"\"\"|'|")""")
_MANY = 3  # a literal with this many entries or more is a table


@dataclass(frozen=True, slots=True)
class Edit:
    """A change: `text` replaces the bytes from `start` to `end`."""

    operator: str
    start: int
    end: int
    text: str


class Source:
    """A module's text as bytes, because the positions in its syntax tree count bytes."""

    def __init__(self, text: str) -> None:
        self._bytes = text.encode()
        self._starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return where a node starts and ends."""
        start = self._starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
        end = self._starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
        return start, end

    def text(self, start: int, end: int) -> str:
        """Return the text between two positions."""
        return self._bytes[start:end].decode()

    def of(self, node: ast.AST) -> str:
        """Return the text of a node."""
        return self.text(*self.span(node))

    def token(self, start: int, end: int, token: str) -> tuple[int, int] | None:
        """Return the position of an operator between two operands."""
        pattern = rb"\s+".join(re.escape(word.encode()) for word in token.split())
        between = re.sub(rb"#[^\n]*", lambda found: b" " * len(found[0]), self._bytes[start:end])
        found = re.search(rb"\b" + pattern + rb"\b" if token[0].isalpha() else pattern, between)
        return (start + found.start(), start + found.end()) if found else None

    def without(self, node: ast.AST) -> tuple[int, int]:
        """Return what to delete for an argument or entry, which includes one comma."""
        start, end = self.span(node)
        if found := re.match(rb"\s*,[ \t]*", self._bytes[end:]):
            return start, end + found.end()
        before = re.search(rb",\s*$", self._bytes[:start])
        return (before.start() if before else start), end

    def lines(self, edit: Edit) -> frozenset[int]:
        """Return the numbers of the lines that an edit touches."""
        first, last = (self._bytes.count(b"\n", 0, place) + 1 for place in (edit.start, edit.end))
        return frozenset(range(first, last + 1))

    def with_edit(self, edit: Edit) -> str:
        """Return the mutated text."""
        return (self._bytes[: edit.start] + edit.text.encode() + self._bytes[edit.end :]).decode()

    def around(self, edit: Edit) -> tuple[str, str]:
        """Return the lines that an edit touches, before and after the edit, with single spaces."""
        first = self._bytes.rfind(b"\n", 0, edit.start) + 1
        last = self._bytes.find(b"\n", edit.end)
        last = len(self._bytes) if last < 0 else last
        becomes = self.text(first, edit.start) + edit.text + self.text(edit.end, last)
        return " ".join(self.text(first, last).split()), " ".join(becomes.split())


def edits_of(
    node: ast.AST, parent: ast.AST, source: Source, *, at_import: bool, silent: bool
) -> Iterator[Edit]:
    """Yield the changes to this node, not to its children. `silent`: texts with spaces are for the log."""
    match node:
        case ast.Constant(value=value):
            yield from _constant(value, node, parent, source, at_import=at_import, silent=silent)
        case ast.JoinedStr():
            yield from _formatted(node, parent, source, silent=silent)
        case ast.stmt():
            yield from _statement(node, source, at_import=at_import)
    yield from _of_expression(node, source)
    if at_import and isinstance(node, ast.Tuple | ast.List | ast.Set) and len(node.elts) >= _MANY:
        for each in node.elts:
            yield Edit("entry dropped", *source.without(each), "")


def _of_expression(node: ast.AST, source: Source) -> Iterator[Edit]:
    match node:
        case ast.Compare() | ast.BinOp() | ast.BoolOp():
            yield from _operator(node, source)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield Edit("operator removed", *source.span(node), f"({source.of(operand)})")
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield from _negated(test, source)
        case ast.comprehension(ifs=tests):
            for test in tests:
                yield from _negated(test, source)
        case ast.Lambda(body=body):
            yield Edit("None returned", *source.span(body), "None")
        case ast.Call(keywords=keywords):
            for keyword in keywords:
                if keyword.arg and keyword.arg != "strict":
                    yield Edit("keyword dropped", *source.without(keyword), "")


def _operator(node: ast.Compare | ast.BinOp | ast.BoolOp, source: Source) -> Iterator[Edit]:
    match node:
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            operands, tokens = [left, *comparators], [_TOKENS[type(each)] for each in ops]
        case ast.BoolOp(op=op, values=values):
            operands, tokens = values, [_TOKENS[type(op)]] * (len(values) - 1)
        case ast.BinOp(left=left, op=op, right=right):
            if _is_about_texts_or_types(left, op, right) or type(op) not in _TOKENS:
                return
            operands, tokens = [left, right], [_TOKENS[type(op)]]
    for place, token in enumerate(tokens):
        found = source.token(source.span(operands[place])[1], source.span(operands[place + 1])[0], token)
        if found:
            yield Edit("operator", *found, _SWAPS[token])


def _is_about_texts_or_types(left: ast.expr, op: ast.operator, right: ast.expr) -> bool:
    """Return whether changing the operator would only cause a type error, or change nothing."""
    if isinstance(op, ast.BitOr):
        leaves = [each for side in (left, right) for each in ast.walk(side) if isinstance(each, ast.Name)]
        plain = [side for side in (left, right) if isinstance(side, ast.Name | ast.Attribute | ast.Constant)]
        return bool(plain) and all(each.id.lstrip("_")[:1].isupper() for each in leaves)
    texts = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)
    return isinstance(op, ast.Add | ast.Mod) and any(
        isinstance(side, texts) or (isinstance(side, ast.Constant) and isinstance(side.value, str | bytes))
        for side in (left, right)
    )


def _negated(test: ast.expr, source: Source) -> Iterator[Edit]:
    if not isinstance(test, ast.Compare | ast.BoolOp) and not (
        isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    ):
        yield Edit("condition negated", *source.span(test), f"not ({source.of(test)})")


def _constant(
    value: object, node: ast.Constant, parent: ast.AST, source: Source, *, at_import: bool, silent: bool
) -> Iterator[Edit]:
    start, end = source.span(node)
    match value:
        case bool():
            yield Edit("constant", start, end, str(not value))
        case int() | float():
            yield Edit("constant", start, end, repr(value + 1))
            yield Edit("constant", start, end, repr(value - 1) if value >= 1 else f"({value - 1!r})")
        case str() | bytes():
            if at_import and isinstance(parent, ast.Tuple | ast.List | ast.Set) and len(parent.elts) >= _MANY:
                return  # it is dropped instead: a changed name of a network is only a type error
            if not (silent and " " in str(value)):
                mark: str | bytes = b"XX" if isinstance(value, bytes) else "XX"
                text = repr(mark + value + mark) if value else repr(mark)  # type: ignore[operator]
                yield Edit("text", start, end, text)


def _formatted(node: ast.JoinedStr, parent: ast.AST, source: Source, *, silent: bool) -> Iterator[Edit]:
    start, end = source.span(node)
    said = source.text(start, end)
    if isinstance(parent, ast.FormattedValue) or (silent and " " in said):
        return
    found = _PREFIX.match(said.encode())
    if found:
        yield Edit("text", start + found.end(), start + found.end(), "XX")


def _statement(node: ast.stmt, source: Source, *, at_import: bool) -> Iterator[Edit]:
    span = source.span(node)
    match node:
        case ast.Expr(value=ast.Call() | ast.Await(value=ast.Call())):
            yield Edit("call removed", *span, "pass")
        case ast.Raise() | ast.Delete():
            yield Edit("statement removed", *span, "pass")
        case ast.Break():
            yield Edit("loop", *span, "continue")
        case ast.Continue():
            yield Edit("loop", *span, "break")
        case ast.Return(value=None):
            yield Edit("statement removed", *span, "pass")
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield Edit("None returned", *source.span(value), "None")
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            if not at_import and not _is_none(value):
                yield Edit("None assigned", *source.span(value), "None")
        case ast.AugAssign():
            yield from _augmented(node, source)


def _augmented(node: ast.AugAssign, source: Source) -> Iterator[Edit]:
    token = f"{_TOKENS[type(node.op)]}="
    found = source.token(source.span(node.target)[1], source.span(node.value)[0], token)
    if found:
        yield Edit("operator", *found, "=")
        is_set = isinstance(node.op, ast.BitOr)
        if not is_set and not _is_about_texts_or_types(node.target, node.op, node.value):
            yield Edit("operator", *found, f"{_SWAPS[token[:-1]]}=")


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None
