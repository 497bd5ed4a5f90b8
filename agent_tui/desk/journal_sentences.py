"""What is wrong with the journal, as sentences for the person in front of the screen."""

from __future__ import annotations

from agent_tui.journal.errors import JournalError
from agent_tui.locale import N_, _

_SENTENCES: dict[str, str] = {
    "missing": N_("The journal {path} is not there. Restore it from a backup, or start with another --data folder."),
    "foreign": N_("{path} is not a journal of this program. Choose another --data folder."),
    "newer": N_("{path} was written by a newer version of this program. Install that version."),
    "older": N_("{path} must be brought up to date first: open it once where it can be written."),
    "corrupt": N_("The journal {path} is damaged. Stop using it, keep the file as it is, and tell your support."),
    "read_only": N_("The journal {path} cannot be written. Ask for write permission on its folder."),
    "busy": N_("Saving: another program is writing to the journal. Please wait."),
    "disk_full": N_("NOT SAVED: the disk is full. Free some space; this is kept and tried again."),
    "disk": N_("NOT SAVED: the disk does not answer. This is kept and tried again."),
    "wrong_sequence": N_("This interaction was changed from another window. Open it again from Home."),
}
_OTHER = N_("The journal cannot take this ({code}). Nothing was recorded; tell your support.")


def journal_sentence(error: JournalError) -> str:
    """What is wrong, and what to do."""
    return _(_SENTENCES.get(error.code, _OTHER)).format(code=error.code, **error.params)
