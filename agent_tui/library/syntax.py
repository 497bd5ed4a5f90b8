"""From text to composed nodes: YAML's own complaints are told in our words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent_tui.library.guard import FILE_BYTES, Guard, UnreadableError

if TYPE_CHECKING:
    import yaml

BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}
CONTROL = re.compile("[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
COMPLAINTS = (
    ("quoted scalar", "unexpected end of stream", "unclosed_quote"),
    ("quoted scalar", "document indicator", "unclosed_quote"),
    ("quoted scalar", "escape", "bad_escape"),
    ("flow", "did not find expected", "unclosed_bracket"),
    ("", "mapping values are not allowed", "colon_in_text"),
    ("", "could not find expected ':'", "missing_colon"),
    ("block mapping", "did not find expected key", "indentation"),
    ("block collection", "did not find expected", "indentation"),
    ("", "block sequence entries are not allowed", "indentation"),
    ("", "cannot start any token", "special_character"),
    ("", "document start", "special_character"),
)
AT_OPENING = frozenset({"unclosed_quote", "unclosed_bracket"})


def decoded(raw: bytes) -> str:
    """The text of a file in UTF-8; `UnreadableError` for any other encoding."""
    if len(raw) > FILE_BYTES:
        raise UnreadableError("file_too_big", params={"limit": FILE_BYTES // 1000})
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            raise UnreadableError("other_encoding", params={"encoding": encoding})
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place(raw[: error.start].decode("utf-8-sig", "replace"))
        raise UnreadableError("not_utf8", line, column) from None
    control = CONTROL.search(text)
    if control is not None:
        line, column = _place(text[: control.start()])
        raise UnreadableError("control_in_file", line, column, {"character": f"U+{ord(control[0]):04X}"})
    return text


def _place(before: str) -> tuple[int, int]:
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def composed(text: str) -> yaml.Node:
    """The one document of a file as nodes with their places; `UnreadableError` for anything else."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    guard = Guard()
    try:
        for event in yaml.parse(text, Loader=loader):
            guard.pass_event(event)
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise _complaint(error, text) from None
    except yaml.YAMLError:
        raise UnreadableError("syntax") from None
    if node is None or (node.tag == "tag:yaml.org,2002:null"):
        raise UnreadableError("empty_file")
    return node


def _complaint(error: yaml.MarkedYAMLError, text: str) -> UnreadableError:
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    start = lines[line][: column + 1] if line < len(lines) else ""
    if "\t" in start and not start.strip():
        return UnreadableError("tab", line, start.index("\t"))
    code = next((code for about, what, code in COMPLAINTS if about in context and what in problem), "syntax")
    if code in AT_OPENING and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column
    params = {"character": start[-1:]} if code == "special_character" else {}
    return UnreadableError(code, line, column, params)
