"""An agent who does whatever comes to mind: random acts at a real desk, most of them on the way to the end."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from agent_tui.core.events.fact import Event
from agent_tui.core.fields import FieldError
from agent_tui.core.interaction import Interaction
from agent_tui.core.language import Gender, Language
from agent_tui.core.next_step import Step, next_step
from agent_tui.core.repertoire import repertoire
from agent_tui.core.rules import RuleError
from agent_tui.core.script import Field, FieldType, PromiseTerms
from agent_tui.core.vocabulary import (
    Answer,
    Channel,
    Comeback,
    Emergency,
    Fault,
    Mood,
    OptionStatus,
    ReadBackResult,
    Verified,
)
from agent_tui.desk import Desk

CALLBACK = {Language.ARABIC: "معاودة الاتصال", Language.ENGLISH: "Ring back"}
TYPED = {
    FieldType.TEXT: ["٤٥٢١", "4522", "45230", "SN4524", "هدى", "huda@example.org"],
    FieldType.NUMBER: ["3", "٤"],
    FieldType.MONEY: ["120", "٧٥٫٥", "300"],
    FieldType.DATE: ["3/11/2026", "2026-11-04"],
    FieldType.PHONE: ["0501234567", "٠٥٠٧٦٥٤٣٢١"],
    FieldType.BOOL: ["نعم", "no"],
}


class Agent:
    """Acts at random; what the rules forbid is passed over."""

    def __init__(self, desk: Desk, draw: random.Random) -> None:
        self.desk, self.draw = desk, draw
        self.call: Interaction | None = None

    def act(self) -> None:
        """Do one thing, lawful or not."""
        try:
            if self.call is None or self.call.state.ended:
                self._between_contacts()
            elif self.draw.random() < 0.6:
                self._onward(self.call)
            else:
                self.draw.choice(self._asides(self.call))()
        except (RuleError, FieldError):
            pass

    def _between_contacts(self) -> None:
        agenda, self.call = self.desk.agenda(), None
        if agenda.promises and self.draw.random() < 0.5:
            ledger, promise = self.desk.ledger, self.draw.choice(agenda.promises)
            acts: list[Callable[[], None]] = [
                lambda: ledger.keep(promise, "رسالة نصية"),
                lambda: ledger.break_off(promise, "no answer"),
                lambda: ledger.inform(promise, "told"),
                lambda: ledger.attempt(promise),
            ]
            self.draw.choice(acts)()
        elif agenda.callbacks and self.draw.random() < 0.5:
            self.call = self.desk.resume(agenda.callbacks[0].id, self._how())
        elif agenda.unfinished:
            self.call = self.desk.resume(agenda.unfinished[0].id, Comeback.RESTART)
        else:
            script = self.draw.choice(list(self.desk.library.scripts.values()))
            channel = self.draw.choice(sorted(script.channels))
            self.call = self.desk.begin(script, channel, self.draw.choice(list(Language)))

    def _how(self) -> Comeback:
        return self.draw.choice([Comeback.THEY_RANG, Comeback.WE_RANG])

    def _onward(self, call: Interaction) -> None:
        step, draw = next_step(call.state, call.script), self.draw
        match step.step:
            case Step.COME_BACK:
                call.come_back(self._how())
            case Step.UNHOLD:
                call.unhold()
            case Step.ASK_FIELD:
                self._answer(call, step.about or "")
            case Step.FINISH:
                call.finish_listening()
            case Step.READ_BACK:
                call.read_back(draw.choice(list(ReadBackResult)))
            case Step.SAY:
                self._say(call)
            case Step.OFFER:
                self._offer(call)
            case Step.ANSWER_OFFER:
                offered = call.state.current.with_status(OptionStatus.OFFERED)
                draw.choice([call.accept, call.decline])(offered[-1])
            case Step.PROMISE:
                call.promise(CALLBACK, PromiseTerms("agent", Channel.PHONE, days=1))
            case Step.ADVANCE:
                call.advance()
            case Step.ASK_SATISFACTION:
                call.rate(draw.choice([1, 4, 5, None]))
            case Step.GIVE_URGENT_REASON:
                call.give_urgent_reason("موعد غدًا")
            case Step.CLOSE_MATTER:
                call.close_matter(matter=step.about)
            case Step.CLOSE:
                call.close()

    def _asides(self, call: Interaction) -> Sequence[Callable[[], Any]]:
        draw = self.draw
        options = [None, *(one.id for one in call.options())]
        scripts = list(self.desk.library.scripts.values())
        return [
            lambda: call.note_mood(draw.choice(list(Mood))),
            lambda: call.note_fault(draw.choice(list(Fault)), believes_ours=draw.random() < 0.5),
            lambda: call.identify(name=draw.choice(["هدى السالم", "Omar"]), gender=draw.choice(list(Gender))),
            lambda: call.identify(phone="0501234567", verified=draw.choice(list(Verified))),
            lambda: call.add_note(draw.choice(["اتصل ثلاث مرات", "rang three times"])),
            lambda: call.change_language(call.state.language.other),
            lambda: self._answer(call, draw.choice([field.id for field in call.script.fields])),
            lambda: self._say(call),
            lambda: self._offer(call),
            lambda: self._offer(call),
            lambda: call.hold(),
            lambda: call.back(),
            lambda: call.show_fact(draw.randrange(4)),
            lambda: call.escalate("grade:supervisor", draw.choice(options)),
            lambda: self._ask_and_answer(call, draw.choice(options)),
            lambda: call.promise(CALLBACK, PromiseTerms("agent", Channel.PHONE, hours=2)),
            lambda: call.heard_first("عطل في البوابة"),
            lambda: call.urgent() if draw.random() < 0.2 else call.flag_abuse("…"),
            lambda: call.drop() if draw.random() < 0.3 else call.redirect("department:billing"),
            lambda: call.add_matter(draw.choice(scripts)) if len(call.state.matters) < 3 else None,
            lambda: call.switch_matter(draw.choice(list(call.state.matters))),
            lambda: call.emergency(draw.choice(list(Emergency))) if draw.random() < 0.1 else None,
        ]

    def _ask_and_answer(self, call: Interaction, option: str | None) -> None:
        if option not in call.state.current.escalations:
            call.escalate("grade:senior", option)
        call.answer_escalation(self.draw.choice(list(Answer)), self.desk.me.id, option)

    def _answer(self, call: Interaction, field_id: str) -> None:
        field = call.script.field(field_id)
        if field is not None:
            call.capture(field_id, self._typed(field))

    def _typed(self, field: Field) -> str:
        if field.type is FieldType.CHOICE:
            return self.draw.choice([choice.id for choice in field.choices])
        return self.draw.choice(TYPED[field.type])

    def _say(self, call: Interaction) -> None:
        fitting = repertoire(call.state, call.script, call.setting.organisation)
        if fitting:
            call.say(self.draw.choice(fitting[:4]), late=self.draw.random() < 0.2)

    def _offer(self, call: Interaction) -> None:
        option = self.draw.choice(call.options())
        if option.refusal:
            if option.may_cite and self.draw.random() < 0.3:
                call.cite(option.may_cite[0], option.id)
            call.refuse(option.id)
        else:
            call.offer(option.id, "50" if option.limit else None)


def by_stream(events: Sequence[Event]) -> dict[str, tuple[Event, ...]]:
    """Events by their stream, in order."""
    streams: dict[str, list[Event]] = {}
    for event in events:
        streams.setdefault(event.stream, []).append(event)
    return {stream: tuple(found) for stream, found in streams.items()}
