"""The approvals of a scripts folder as commands open them, and what cannot be done with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from agent_tui.cli.exits import Exit
from agent_tui.cli.office import NAMELESS, Office
from agent_tui.cli.page import Page, filled
from agent_tui.cli.records import Record
from agent_tui.cli.trouble import Trouble
from agent_tui.desk import ApprovalError, Approvals, Staff
from agent_tui.journal import Journal, SystemClock, new_id
from agent_tui.library import Approval
from agent_tui.library.approving.lock import ApprovalsBusy
from agent_tui.library.folder import LIBRARY
from agent_tui.locale import N_, _

PATIENCE_MS = 5_000
_ERRORS: dict[str, tuple[Exit, str]] = {
    "own": (Exit.REFUSED, N_("{name} cannot approve words of their own. Somebody else approves them: --as NAME")),
    "role": (
        Exit.REFUSED,
        N_("{name} may not approve or withdraw phrases: a supervisor or a trainer does that. Name one: --as NAME"),
    ),
    "left": (Exit.REFUSED, N_("{name} has left already.")),
    "reason": (Exit.USAGE, N_("A reason is needed: --reason TEXT")),
    "none": (Exit.NOT_FOUND, N_("{phrase} is not approved here, so there is nothing to withdraw.")),
}


@dataclass(frozen=True)
class ApprovalDesk:
    """The approvals, the staff who may change them, and the journal that records it."""

    approvals: Approvals
    staff: Staff
    journal: Journal

    @property
    def names(self) -> dict[str, str]:
        """Staff ids with the names of those they belong to, of whoever left too."""
        return {person.id: person.name or person.id for person in self.journal.people()}


@contextmanager
def approvals_of(office: Office, root: Path) -> Iterator[ApprovalDesk]:
    """The approvals of a folder, to be changed; what a stopped run left of a withdrawal is completed first."""
    with Journal.open(office.places.journal, create=False, busy_ms=PATIENCE_MS) as journal:
        clock, run = SystemClock(), new_id()
        approvals = Approvals(root, journal, clock, run)
        try:
            for one in approvals.complete():
                told = _("{phrase} ({language}) had been withdrawn; approvals.yaml says so now too.")
                Page.err().line(filled(told, phrase=one.phrase, language=one.language))
            yield ApprovalDesk(approvals, Staff(journal, NAMELESS, clock, run), journal)
        except ApprovalError as error:
            exit_code, sentence = _ERRORS[error.code]
            raise Trouble(exit_code, filled(_(sentence), **error.params)) from error
        except ApprovalsBusy as error:
            busy = _("Somebody else is writing the approvals. Nothing was changed; try again.")
            raise Trouble(Exit.UNUSABLE, busy) from error


def scripts_at(path: str | None, office: Office) -> tuple[Path, Path]:
    """The scripts folder a path lies in, and the part of it that is meant."""
    if path is None:
        return office.places.scripts, Path()
    meant = Path(path).expanduser().absolute()
    for folder in (meant, *meant.parents):
        if meant.exists() and (folder / LIBRARY).is_file():
            return folder, meant.relative_to(folder)
    raise Trouble(Exit.NOT_FOUND, filled(_("There are no scripts at {path}."), path=path))


def approval_record(approval: Approval) -> Record:
    """An approval, as its entry has it."""
    return {
        "phrase": approval.phrase,
        "language": approval.language.value,
        "hash": approval.hash,
        "twin": approval.twin,
        "author": approval.author,
        "approver": approval.approver,
        "at": approval.at,
    }
