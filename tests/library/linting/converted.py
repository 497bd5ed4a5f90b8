"""Scripts other people wrote, as scripts of ours: ABCD's retail policies and STAR's replies, in English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.library.linting.shelf import Content

HOUSE = {
    "name": {"en": "Somebody else's shop"},
    "customer_word": {"en": "customer"},
    "languages": ["en"],
    "timezone": "Europe/London",
    "grades": [{"id": "clerk", "title": {"en": "Agent"}, "supervises": True}],
    "week": {"monday": "09:00-17:00"},
    "emergency": [{"id": "danger", "text": {"en": "Please move away from the danger first."}}],
}
PROMISING = re.compile(r"\bwill\b")


def write_house(content: Content) -> None:
    content.write("library.yaml", _dumped(HOUSE))


def abcd_policies(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every policy with its name."""
    held = json.loads((folder / "guidelines.json").read_text("utf-8"))
    for flow in held.values():
        yield from flow["subflows"].items()


def abcd_script(name: str, policy: dict[str, Any]) -> dict[str, Any]:
    """A policy: what is asked of the agent becomes what to do, its particulars become facts, its buttons options."""
    actions = policy["actions"]
    particulars = [one for action in actions for one in action["subtext"]]
    buttons = list(dict.fromkeys(action["button"] for action in actions))
    return {
        "id": slug(name),
        "version": 1,
        "languages": ["en"],
        "title": {"en": name},
        "facts": [{"en": one, "review_by": "2030-01-01"} for one in particulars],
        "listen": {
            "do": [{"en": one} for one in policy["instructions"]],
            "say": [_phrase("ask", "What can I do for you?")],
            "read_back": [_phrase("read", "Is that all of it?")],
        },
        "apologise": {"say": [_phrase("sorry", "I am sorry for the trouble; let us look together.", parts=["effort"])]},
        "solve": {
            "do": [{"en": action["text"]} for action in actions],
            "say": [_phrase("look", "Let me see what is possible.")],
            "options": [{"id": slug(one), "title": {"en": one}} for one in buttons],
        },
        "thank": {"say": [_phrase("thank", "Thank you for telling us.")]},
    }


def abcd_strings(policy: dict[str, Any]) -> Iterator[str]:
    yield from policy["instructions"]
    for action in policy["actions"]:
        yield from (action["text"], action["button"], *action["subtext"])


def star_tasks(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("*/responses.json"))


def star_replies(task: Path) -> dict[str, str]:
    """The approved replies by their names; `{balance:d}` is a whole number there."""
    held = json.loads((task / "responses.json").read_text("utf-8"))
    return {name: re.sub(r"\{(\w+):d\}", r"{\1}", text) for name, text in held.items()}


def star_paraphrases(task: Path) -> dict[str, list[str]]:
    """What human agents typed when they meant a reply."""
    found: dict[str, list[str]] = {}
    for block in (task / "wizard_nlu_training_data.md").read_text("utf-8").split("## intent:")[1:]:
        name, *lines = block.splitlines()
        found[name.strip()] = [line[2:].strip() for line in lines if line.startswith("- ") and line[2:].strip()]
    return found


def star_script(task: Path) -> dict[str, Any]:
    """A task: its replies become phrases where they belong, the paraphrases other names for them."""
    replies, others = star_replies(task), star_paraphrases(task)
    places: dict[str, list[dict[str, Any]]] = {"listen": [], "solve": [], "thank": []}
    for name, text in replies.items():
        more: dict[str, Any] = {"aliases": {"en": others[name]}} if others.get(name) else {}
        if PROMISING.search(text):
            more["promises"] = True
        place = "thank" if "bye" in name else "solve" if "inform" in name or name == "anything_else" else "listen"
        places[place].append(_phrase(slug(name), text, **more))
    slots = dict.fromkeys(slot for text in replies.values() for slot in re.findall(r"\{(\w+)\}", text))
    return {
        "id": slug(task.name),
        "version": 1,
        "languages": ["en"],
        "title": {"en": task.name.replace("_", " ")},
        "fields": [{"id": slot, "label": {"en": slot}, "type": "number"} for slot in slots],
        "listen": {"say": places["listen"], "read_back": [_phrase("read", "Is that all of it?")]},
        "apologise": {"say": [_phrase("sorry", "I am sorry for the trouble; let us look together.", parts=["effort"])]},
        "solve": {"say": places["solve"], "options": [{"id": "done", "title": {"en": "Done"}}]},
        "thank": {"say": places["thank"]},
    }


def write_script(content: Content, script: dict[str, Any]) -> None:
    content.write(f"services/{script['id']}.yaml", _dumped(script))


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _phrase(phrase_id: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": phrase_id, **more, "text": {"en": text}}


def _dumped(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
