"""Doing an act of the agent's: what a rule forbids is said, what the disk refuses is kept and tried again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from agent_tui.core.fields import FieldError
from agent_tui.core.rules import RuleError
from agent_tui.desk.journal_sentences import journal_sentence
from agent_tui.journal import JournalError
from agent_tui.locale import _
from agent_tui.locale.sentences import field_sentence, rule_sentence

if TYPE_CHECKING:
    from textual.app import App

RETRY_SECONDS = 0.25


class Acting:
    """Carries acts out one after another; while the disk refuses one, nothing else is recorded.

    `saved` is called after each act that is on disk, `tell` with what stood against one, `waiting` with what to
    say while one is not saved, None when it is. An act may be called again after the disk refused a part of it.
    """

    def __init__(
        self,
        app: App[object],
        saved: Callable[[], None],
        waiting: Callable[[str | None], None] | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self._app, self._saved = app, saved
        self._waiting = waiting or (lambda text: app.notify(text, severity="error") if text else None)
        self._tell = tell or (lambda text: app.notify(text, severity="warning"))
        self._pending: Callable[[], object] | None = None
        self._said: str | None = None

    @property
    def pending(self) -> bool:
        """Whether an act still waits for the disk."""
        return self._pending is not None

    def act(self, call: Callable[[], object]) -> bool:
        """Do it; False where a rule, a wrong answer or the disk stood against it."""
        if self._pending is not None:
            self._tell(_("Still saving. One moment."))
            return False
        return self._try(call)

    def _try(self, call: Callable[[], object]) -> bool:
        try:
            call()
        except RuleError as error:
            self._tell(rule_sentence(error))
            return False
        except FieldError as error:
            self._tell(field_sentence(error))
            return False
        except JournalError as error:
            return self._refused(call, error)
        self._saved()
        return True

    def _refused(self, call: Callable[[], object], error: JournalError) -> bool:
        if not error.retry:
            self._app.notify(journal_sentence(error), severity="error", timeout=20)
            return False
        self._pending = call
        self._say(journal_sentence(error))
        self._app.set_timer(RETRY_SECONDS, self._again)
        return False

    def _again(self) -> None:
        call, self._pending = self._pending, None
        if call is not None and (self._try(call) or self._pending is None):
            self._say(None)

    def _say(self, text: str | None) -> None:
        if text != self._said:
            self._said = text
            self._waiting(text)
