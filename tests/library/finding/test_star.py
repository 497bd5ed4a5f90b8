"""Real agents' searches (STAR, Rasa): what was typed, and which approved reply was then picked, in three scripts."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from agent_tui.library.finding import PhraseIndex
from tests.library.finding.bank import EN, ids, phrase

STAR = Path(__file__).resolve().parents[4] / "shared" / "data" / "star"
SCRIPTS = ("bank_balance", "bank_fraud_report", "hotel_service_request")
pytestmark = pytest.mark.skipif(
    not STAR.is_dir(), reason="no data of others beside this checkout (../shared/data/star)"
)


def paraphrases(script: str) -> dict[str, list[str]]:
    found, reply = defaultdict[str, list[str]](list), ""
    for line in (STAR / script / "wizard_nlu_training_data.md").read_text("utf-8").splitlines():
        if line.startswith("## intent:"):
            reply = line.partition(":")[2].strip()
        elif line.startswith("- "):
            found[reply].append(line[2:].strip())
    return found


def index_of(script: str, *, aliases: bool) -> PhraseIndex:
    others = paraphrases(script) if aliases else {}
    replies = json.loads((STAR / script / "responses.json").read_text("utf-8"))
    return PhraseIndex(
        phrase(name, en=re.sub(r"\{(\w+):\w\}", r"{\1}", text), aliases={EN: tuple(others.get(name, ()))})
        for name, text in replies.items()
    )


def shares(script: str, *, aliases: bool) -> tuple[float, float]:
    """Per cent of the picks that stood first, and among the first three."""
    index = index_of(script, aliases=aliases)
    rows = json.loads((STAR / "picks.json").read_text("utf-8"))
    picks = Counter((row["typed"], row["picked"]) for row in rows if row["task"] == script)
    first = three = 0
    for (typed, picked), times in picks.items():
        found = ids(index, typed, limit=3)
        first += times * (found[:1] == [picked])
        three += times * (picked in found)
    return 100 * first / picks.total(), 100 * three / picks.total()


@pytest.mark.parametrize(("aliases", "first", "three"), [(False, 84.0, 94.5), (True, 90.0, 95.8)])
def test_the_picked_reply_is_among_the_first_three(aliases: bool, first: float, three: float) -> None:
    found = [shares(script, aliases=aliases) for script in SCRIPTS]
    assert sum(one for one, _ in found) / len(found) >= first, found
    assert sum(one for _, one in found) / len(found) >= three, found
