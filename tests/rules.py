"""The rules of the house that no ready tool checks, each a function from text to what breaks it.

A checker knows nothing of the checkout: it gets a text and gives one `Breach` per place, so that a test may feed it
a bad sample and see that it is found.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40

CLOCK_READINGS = frozenset(
    f"{owner}.{reading}"
    for owner, readings in {
        "datetime": ("now", "utcnow", "today"),
        "date": ("today",),
        "time": ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime"),
    }.items()
    for reading in readings
)
PLAIN_ONLY = frozenset({"QLabel", "QMessageBox", "setToolTip", "setWhatsThis"})  # they guess HTML in what they get
WRITERS = frozenset({"write_text", "write_bytes"})
LOCK_HOSTS = frozenset({"https://pypi.org", "https://files.pythonhosted.org"})

_ABSOLUTE = re.compile(r"(?<![\w.}\])>*-])/(?:work|root|opt|home/\w+|Users/\w+|tmp/\w+)/")
_SOURCE = re.compile(r"\b(?:https?|file|ftp)://[^/\"\s]*")


@dataclass(frozen=True, slots=True, order=True)
class Breach:
    """One place that breaks a rule: line counted from 1, and what stands there."""

    line: int
    what: str


def long_file(text: str) -> list[Breach]:
    """A file of more than 400 lines is two things."""
    lines = len(text.splitlines())
    return [Breach(lines, f"{lines} lines")] if lines > MAX_FILE_LINES else []


def long_functions(text: str) -> list[Breach]:
    """A function of more than 40 lines is two things; its decorators are not counted, its docstring is."""
    if len(text.splitlines()) <= MAX_FUNCTION_LINES:
        return []
    return [
        Breach(node.lineno, f"{node.name} has {length} lines")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MAX_FUNCTION_LINES
    ]


def clock_readings(text: str) -> list[Breach]:
    """Below the screens and the commands the hour is passed in, never read: neither called nor handed on."""
    if not any(name in text for name in CLOCK_READINGS):  # most files: they need not be taken apart
        return []
    return [
        Breach(node.lineno, name)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and (name := f"{_last_name(node.value)}.{node.attr}") in CLOCK_READINGS
    ]


def file_writes(text: str) -> list[Breach]:
    """Files are written by the two modules that know how to leave them whole."""
    if not any(name in text for name in ("open", *WRITERS)):
        return []
    return [
        Breach(node.lineno, ast.unparse(node.func))
        for node in _calls(text)
        if _last_name(node.func) in WRITERS
        or (_last_name(node.func) in {"open", "fdopen"} and any(map(_is_writing_mode, _texts(node))))
    ]


def guessing_widgets(text: str) -> list[Breach]:
    """A label, message box or tooltip made outside `kit/plain.py` may read a citizen's text as HTML."""
    if not any(name in text for name in PLAIN_ONLY):
        return []
    made = [node.func for node in _calls(text)]
    inherited = [base for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef) for base in node.bases]
    return sorted(
        Breach(expression.lineno, ast.unparse(expression))
        for expression in [*made, *inherited]
        if not PLAIN_ONLY.isdisjoint(ast.unparse(expression).split("."))
    )


def machine_paths(text: str) -> list[Breach]:
    """Nothing we ship names a folder of the machine where it was written."""
    return [
        Breach(number, match.group())
        for number, line in enumerate(text.splitlines(), 1)
        for match in _ABSOLUTE.finditer(line)
    ]


def foreign_sources(text: str) -> list[Breach]:
    """A lock file that anyone can use names the public index and nothing else."""
    return [
        Breach(number, match.group())
        for number, line in enumerate(text.splitlines(), 1)
        for match in _SOURCE.finditer(line)
        if match.group() not in LOCK_HOSTS
    ]


def _calls(text: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Attribute():
            return node.attr
        case ast.Name():
            return node.id
        case _:
            return ""


def _texts(call: ast.Call) -> Iterator[str]:
    for value in [*call.args, *(keyword.value for keyword in call.keywords)]:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def _is_writing_mode(text: str) -> bool:
    return re.fullmatch(r"[rwaxbt+]{1,4}", text) is not None and re.search(r"[wax+]", text) is not None
