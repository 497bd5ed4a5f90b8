"""Interactions as a sheet: one a row, as spreadsheets and RFC 4180 have it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, Protocol

from agent_tui.cli.records import Record

COLUMNS = (
    "id",
    "opened_at",
    "last_at",
    "closed_at",
    "status",
    "mode",
    "channel",
    "language",
    "outbound",
    "agent",
    "agent_name",
    "grade",
    "scripts",
    "stage",
    "outcome",
    "mood",
    "peak",
    "urgent",
    "emergency",
    "dropped",
    "abuse",
    "silent",
    "callback_due",
    "satisfaction",
    "thanks",
    "customer",
    "phone",
)
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""A spreadsheet takes a cell that begins with one of these for a formula, and runs it."""


class Sink(Protocol):
    """Whatever takes the rows as text."""

    def write(self, text: str, /) -> object: ...


def write_sheet(records: Iterable[Record], sink: Sink) -> None:
    """Write a heading, then a row for each record as it comes."""
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for record in records:
        writer.writerow([cell(record[column]) for column in COLUMNS])


def cell(value: Any) -> str:
    """A value as a cell; an apostrophe keeps what looks like a formula, such as +966, from being one."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            text = " ".join(map(str, value))
        case _:
            text = str(value)
    clean = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return f"'{clean}" if clean.startswith(FORMULA) else clean
