"""Finds every mutant of a module: one small change to its text, which leaves other lines in place. Pure.

operators.py says what is changed into what; this module finds where these changes apply. It leaves out what a
program only says or declares: annotations, decorators, assertions, docstrings, log lines, interface texts,
and sentences in exceptions.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.mutants import operators
from tests.mutants.operators import Edit, Source

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_LOGS = re.compile(r"^(?:log|logging|self\._\w+|_\w+)\.(?:debug|info|warning|warn|error|exception|critical)$")
_TEXTS = frozenset(
    {"gettext", "ngettext", "pgettext", "npgettext", "lazy_gettext", "gettext_noop", "TypeVar", "cast"}
)
_TYPE_NAME = re.compile(r"_?[A-Z][a-z]\w*")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change. `inside`: the function or class; `was` and `becomes`: the lines that it changes.

    `function` and `function_line` identify the outermost function whose code changes. Without a function, the
    change takes effect when the module is imported, and `names` are the names whose values it changes. A test
    that executes none of `lines` cannot notice the change.
    """

    path: str
    inside: str
    operator: str
    edit: Edit
    was: str
    becomes: str
    lines: frozenset[int]
    function: str = ""
    function_line: int = 0
    names: frozenset[str] = frozenset()

    def applied(self, text: str) -> str | None:
        """Return the module's text with the change, or None if it is no longer valid Python."""
        mutated = Source(text).with_edit(self.edit)
        try:
            compile(mutated, self.path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return None
        return mutated

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Identify the mutant even if lines have moved."""
        return self.path, self.inside, self.was, self.becomes


@dataclass(frozen=True, slots=True)
class _Place:
    """The current place in the walk through the syntax tree."""

    inside: tuple[str, ...] = ()
    function: str = ""
    function_line: int = 0
    names: frozenset[str] = frozenset()
    lines: frozenset[int] = frozenset()
    silent: bool = False  # in a `raise`: sentences are for the log
    parent: ast.AST = field(default_factory=ast.Pass)


def mutants_of(path: str, text: str) -> list[Mutant]:
    """Return the different mutants of a module, in the order of its text."""
    source = Source(text)
    module = ast.parse(text, path)
    found = [mutant for node in module.body for mutant in _walk(node, _Place(parent=module), path, source)]
    unique = {(mutant.edit.start, mutant.edit.end, mutant.edit.text): mutant for mutant in found}
    return sorted(unique.values(), key=lambda mutant: (mutant.edit.start, mutant.edit.end, mutant.edit.text))


def _walk(node: ast.AST, place: _Place, path: str, source: Source) -> Iterator[Mutant]:
    if _is_left_out(node, place):
        return
    place = _entered(node, place)
    for edit in operators.edits_of(
        node, place.parent, source, at_import=not place.function, silent=place.silent
    ):
        yield _mutant(edit, place, path, source)
    if isinstance(node, ast.JoinedStr):  # positions within it are unreliable before Python 3.12
        return
    for child in _children(node):
        yield from _walk(child, replace(_for_child(node, child, place), parent=node), path, source)


def _mutant(edit: Edit, place: _Place, path: str, source: Source) -> Mutant:
    was, becomes = source.around(edit)
    lines = place.lines | source.lines(edit)
    return Mutant(
        path, ".".join(place.inside), edit.operator, edit, was, becomes, lines,
        place.function, place.function_line, place.names,
    )  # fmt: skip


def _entered(node: ast.AST, place: _Place) -> _Place:
    """Return the place with what the node itself adds."""
    if isinstance(node, ast.ExceptHandler | ast.match_case):
        first = node.lineno if isinstance(node, ast.ExceptHandler) else node.pattern.lineno
        return replace(place, lines=frozenset({first}))
    if not isinstance(node, ast.stmt):
        return place
    place = replace(place, lines=frozenset({node.lineno}), silent=isinstance(node, ast.Raise))
    if not place.function and isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}
        return replace(place, names=place.names or frozenset(names))
    return place


def _for_child(node: ast.AST, child: ast.AST, place: _Place) -> _Place:
    if isinstance(node, ast.ClassDef) and not place.function:
        return replace(place, inside=(*place.inside, node.name), names=place.names | {node.name})
    if not isinstance(node, _FUNCTIONS) or place.function:
        return place
    inside = (*place.inside, node.name)
    if child in node.body:
        first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
        return replace(
            place, inside=inside, function=".".join(inside), function_line=first, names=frozenset()
        )
    body = range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
    return replace(place, inside=inside, lines=frozenset(body), names=frozenset({node.name}))


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the children that may be changed: no annotations, decorators or base classes."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_comment", "ctx"}:
            continue
        if isinstance(node, ast.ClassDef) and name in {"bases", "keywords"}:
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield each


def _is_left_out(node: ast.AST, place: _Place) -> bool:
    match node:
        case (
            ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Global() | ast.Nonlocal()
            | ast.Expr(value=ast.Constant())  # a docstring, or `...`
            | ast.If(test=ast.Name(id="TYPE_CHECKING"))
            | ast.keyword(arg="strict")  # zip(strict=True) is an assertion
        ):  # fmt: skip
            return True
        case ast.Expr(value=ast.Call(func=called)) | ast.Call(func=called):
            said = ast.unparse(called)
            return bool(_LOGS.match(said)) or said.split(".")[-1] in _TEXTS
        case ast.Assign(targets=[ast.Name(id=name)]) if not place.function and not place.inside:
            return bool(_TYPE_NAME.fullmatch(name))  # a type
        case _:
            return False
