"""One member of staff at work: the library and the journal brought together for screens and commands."""

from agent_tui.desk.approval import ApprovalError, Approvals, Waiting, Why
from agent_tui.desk.desk import Agenda, Desk
from agent_tui.desk.ledger import Ledger
from agent_tui.desk.staff import Staff, StaffError

__all__ = ["Agenda", "ApprovalError", "Approvals", "Desk", "Ledger", "Staff", "StaffError", "Waiting", "Why"]
