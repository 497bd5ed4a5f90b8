"""Lives of the program for a test to end: `python -m tests.crash.server SCRIPTS` forks one for each line it reads.

A line names a data folder and a seed. A life says "begun PID", and "ack LENGTH EVENT" for every event once the
journal's append has returned; when it is over, the server says "ended".
"""

from __future__ import annotations

import base64
import os
import pickle
import random
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from agent_tui.core.events.fact import Event
from agent_tui.core.language import Language
from agent_tui.desk import Desk
from agent_tui.journal import Journal, JournalBusy, SystemClock
from agent_tui.journal.warming import warm_up
from agent_tui.library import Library, load
from agent_tui.places import Places
from tests.crash.agent import Agent


def tell(*words: str) -> None:
    """One line, written at once and outside the journal."""
    os.write(1, f"{' '.join(words)}\n".encode())


class Witness(Journal):
    """A journal that tells of every event after it was acknowledged."""

    def append(self, events: Sequence[Event], contents: Mapping[str, str]) -> None:
        super().append(events, contents)
        for event in events:
            body = base64.b64encode(pickle.dumps(event)).decode()
            tell("ack", str(len(body)), body)


def live(places: Places, library: Library, seed: int) -> None:
    """Open the journal as the program does, sit down, and work until somebody ends this process."""
    tell("begun", str(os.getpid()))
    journal = patient(places)
    desk = Desk(library, journal, SystemClock())
    people = desk.staff.active()
    desk.sit_down(people[0] if people else desk.staff.add("سلمى", "agent", Language.ARABIC))
    agent = Agent(desk, random.Random(seed))
    while True:
        agent.act()


def patient(places: Places) -> Journal:
    """The journal, made where there is none yet."""
    while True:
        try:
            return Witness.open(places.journal, create=True)
        except JournalBusy:
            continue


def main(scripts: str) -> None:
    """Fork a life for every line."""
    warm_up()
    library = load(Path(scripts))
    tell("ready")
    for line in sys.stdin:
        data, seed = line.split("\t")
        child = os.fork()
        if child == 0:
            try:
                live(Places(Path(data), Path(scripts)), library, int(seed))
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(1)
        os.waitpid(child, 0)
        tell("\nended")  # on a line of its own, wherever the life was cut off


if __name__ == "__main__":
    main(sys.argv[1])
