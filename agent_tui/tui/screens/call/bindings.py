"""The keys of the Call screen, in the order the foot shows them."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from agent_tui.locale import N_
from agent_tui.tui.keys import command, letter

BINDINGS: list[BindingType] = [
    command("call", "enter", "next", N_("next"), N_("Do the one next thing")),
    *(Binding(letter(str(n)), f"pick({n})", show=False) for n in range(1, 10)),
    command("call", "x", "decline", N_("declined"), N_("The customer does not want the option offered last")),
    command("call", "e", "escalate", N_("escalate"), N_("Ask somebody with more authority, or note their answer")),
    command("call", "v", "cite", N_("cite"), N_("Cite a rule to the customer, which opens a refusal")),
    command("call", "p", "promise", N_("promise"), N_("Promise an answer and enter it in the ledger")),
    command("call", "o", "outcome", N_("outcome"), N_("Choose another outcome")),
    command("call", "w", "message", N_("message"), N_("Show the message composed for a written channel")),
    command("call", "b", "back", N_("back"), N_("Go back a stage")),
    command("call", "slash,ظ", "find", N_("find"), N_("Find another approved phrase")),
    command("call", "m", "mood", N_("mood"), N_("Note how the customer feels: calm, upset, angry")),
    command("call", "f", "fault", N_("fault"), N_("Note whose fault it is: not known, ours, not ours")),
    command("call", "c", "caller", N_("caller"), N_("Note who is on the line, and whether that was checked")),
    command("call", "n", "note", N_("note"), N_("Type a note of your own")),
    command("call", "h", "hold", N_("hold"), N_("Put the customer on hold, or come back")),
    command("call", "u", "urgent", N_("urgent"), N_("Go straight to Solve; the reason is asked afterwards")),
    command("call", "f2", "more", N_("more"), N_("What happens less often: dropped line, transfer, emergency …")),
    command("call", "f4", "facts", N_("facts"), N_("Look at the facts of this service")),
    command("call", "l", "language", N_("language"), N_("Go on in the customer's other language")),
    command("call", "s", "say_earlier", N_("said already"), N_("Note a phrase that was said before")),
    command("call", "a", "believes", N_("blames us"), N_("The customer believes the fault is ours")),
    command("call", "f8", "drop", N_("line dropped"), N_("The line dropped, or is back")),
    command("call", "f9", "emergency", N_("emergency"), N_("Danger: the supervisor is alerted, stay on the line")),
    command("call", "plus", "add_matter", N_("matter"), N_("Begin another matter of the same contact")),
    Binding("escape", "leave_field", show=False),
]
