"""The journal: where every fact is kept, in order and for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from agent_tui.core.events.fact import Event
from agent_tui.core.vocabulary import Mode
from agent_tui.journal import history, interactions, people, promises
from agent_tui.journal.append import append
from agent_tui.journal.ballast import Ballast
from agent_tui.journal.body import event_of
from agent_tui.journal.chain import rows
from agent_tui.journal.connection import Connections
from agent_tui.journal.drafts import Drafts
from agent_tui.journal.errors import DiskFailing, DiskFull
from agent_tui.journal.interactions import Filter, Place, process_alive
from agent_tui.journal.opening import open_for_reading, open_for_writing
from agent_tui.journal.personal import Vault, erase
from agent_tui.journal.projection import rebuild
from agent_tui.journal.rows import Earlier, InteractionRow, Person, PromiseRow, PromiseStatus, Recorded
from agent_tui.journal.runs import Runs
from agent_tui.journal.succession import set_aside
from agent_tui.journal.verify import Verdict, verify

PAGE = 50
HEARTBEAT_MS = 5_000


class Journal:
    """One file of events on this computer, with what is asked of it; every method may be called from any thread."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._ballast = Ballast(connections.path)
        self.drafts = Drafts(connections)
        self.runs = Runs(connections)

    @classmethod
    def open(cls, path: Path, *, create: bool, busy_ms: int = 250) -> Journal:
        """Open a journal and bring it up to date; `busy_ms` is how long a call waits for another program.

        Raises JournalMissing, JournalForeign, JournalNewer, JournalCorrupt, JournalReadOnly, JournalBusy, DiskFull.
        """
        journal = cls(open_for_writing(path, create=create, busy_ms=busy_ms))
        journal._ballast.keep()
        return journal

    @classmethod
    def open_read_only(cls, path: Path, *, busy_ms: int = 250) -> Journal:
        """Open a journal that cannot or should not be written."""
        return cls(open_for_reading(path, busy_ms=busy_ms))

    @classmethod
    def start_anew(cls, path: Path, *, busy_ms: int = 250) -> Journal:
        """Set a damaged journal aside, untouched, and open a new one that names it."""
        set_aside(path, busy_ms)
        return cls.open(path, create=False, busy_ms=busy_ms)

    def close(self) -> None:
        """Close the file; call it when no other thread uses the journal."""
        self._connections.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._connections.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be appended."""
        return self._connections.read_only

    @property
    def space_low(self) -> bool:
        """Whether the reserve on the disk had to be given up, or never found room."""
        return not self.read_only and not self._ballast.kept

    @property
    def predecessor(self) -> str | None:
        """The name of the damaged file this journal follows."""
        with self._connections.reading() as connection:
            row = connection.execute("SELECT predecessor FROM meta").fetchone()
            return row[0] if row else None

    # Writing

    def append(self, events: Sequence[Event], contents: Mapping[str, str]) -> None:
        """Put events on disk, all or none, before this returns; what is written already is passed over.

        `contents` is what the events name by hash (hex SHA-256 -> canonical JSON). A full disk costs the reserve
        first. Raises JournalBusy, DiskFull and DiskFailing (keep the events and call again), WrongSequence (replay
        first), EventConflict, PersonalConflict, ContentMismatch, NotWritable, JournalReadOnly, JournalCorrupt.
        """
        try:
            self._append(events, contents)
        except (DiskFull, DiskFailing):
            if not self._ballast.give_up():
                raise
            self._append(events, contents)

    def _append(self, events: Sequence[Event], contents: Mapping[str, str]) -> None:
        with self._connections.writing() as connection:
            append(connection, events, contents)

    def rebuild(self) -> None:
        """Fill all read models anew from the journal."""
        with self._connections.writing() as connection:
            rebuild(connection)

    def erase(self, refs: Iterable[str], at: int) -> None:
        """Forget values about a person (UTC milliseconds); the chain still holds, and they read as None."""
        with self._connections.writing() as connection:
            for ref in refs:
                erase(connection, ref, at)
        # The log still holds old pages; a reader in the way only puts this off to a later checkpoint.
        with self._connections.reading() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def keep_reserve(self) -> bool:
        """Take the reserve on the disk up again, once there is room; False where there is not."""
        return self._ballast.keep()

    # Events

    def events(self, stream: str) -> tuple[Event, ...]:
        """A stream's events in order; none for a stream there is not."""
        with self._connections.reading() as connection:
            bodies = connection.execute("SELECT body FROM journal WHERE stream = ? ORDER BY seq", (stream,)).fetchall()
            vault = Vault(connection)
            return tuple(event_of(body, vault.find) for (body,) in bodies)

    def stream(self, after: int = 0) -> Iterator[Recorded]:
        """Every event behind row `after`, in the order they were written, in flat memory."""
        with self._connections.reading() as connection:
            vault = Vault(connection)
            for n, body, _ in rows(connection, after):
                yield Recorded(n, event_of(body, vault.find))

    def bodies(self, after: int = 0) -> Iterator[tuple[int, str, bytes]]:
        """Every row behind `after` as it stands: n, body, hash."""
        with self._connections.reading() as connection:
            yield from rows(connection, after)

    def content(self, name: str) -> str | None:
        """The canonical JSON of a text by its hash (hex SHA-256)."""
        with suppress(ValueError), self._connections.reading() as connection:
            row = connection.execute("SELECT canonical FROM content WHERE hash = ?", (bytes.fromhex(name),)).fetchone()
            return row[0] if row else None
        return None

    def verify(self) -> Verdict:
        """Walk the whole journal and tell what is not as it was written."""
        with self._connections.reading() as connection:
            return verify(connection)

    # People

    def people(self) -> tuple[Person, ...]:
        """All members of staff by id, those who left included."""
        with self._connections.reading() as connection:
            return people.everybody(connection)

    def person(self, person: str) -> Person | None:
        """The member of staff with this id."""
        with self._connections.reading() as connection:
            return people.one(connection, person)

    def notices_read(self, person: str) -> dict[str, str]:
        """The notices somebody has acknowledged: notice -> its hash when last read."""
        with self._connections.reading() as connection:
            return people.notices_read(connection, person)

    def certificates(self, person: str) -> dict[str, str]:
        """What somebody may use live: script -> last day (ISO 8601 date)."""
        with self._connections.reading() as connection:
            return people.certificates(connection, person)

    # Interactions and promises

    def interaction(self, interaction: str) -> InteractionRow | None:
        """The interaction with this id."""
        with self._connections.reading() as connection:
            return interactions.one(connection, interaction)

    def interactions(
        self, wanted: Filter | None = None, *, after: Place | None = None, limit: int = PAGE
    ) -> tuple[InteractionRow, ...]:
        """A page of the newest interactions that fit; go on with `Place.after(last_row)`."""
        with self._connections.reading() as connection:
            return interactions.page(connection, wanted or Filter(), after, limit)

    def unfinished(
        self,
        mode: Mode,
        now: int,
        *,
        run: str = "",
        heartbeat_ms: int = HEARTBEAT_MS,
        alive: Callable[[int], bool] = process_alive,
        limit: int | None = None,
    ) -> tuple[InteractionRow, ...]:
        """Dropped interactions and those that dead runs left open, newest first; `run` is the caller's own."""
        with self._connections.reading() as connection:
            return interactions.unfinished(
                connection, mode, now, run=run, heartbeat_ms=heartbeat_ms, alive=alive, limit=limit
            )

    def callbacks(
        self, mode: Mode = Mode.LIVE, *, due_before: int | None = None, limit: int | None = None
    ) -> tuple[InteractionRow, ...]:
        """The interactions whose customer waits for us to ring back, the earliest due first."""
        with self._connections.reading() as connection:
            return interactions.callbacks(connection, mode, due_before, limit)

    def promises(
        self,
        *,
        owner: str | None = None,
        made_by: str | None = None,
        status: PromiseStatus | None = PromiseStatus.OPEN,
        due_before: int | None = None,
        limit: int = 1_000,
    ) -> tuple[PromiseRow, ...]:
        """The promises that fit, the earliest due first; `status=None` for settled ones too."""
        with self._connections.reading() as connection:
            return promises.board(
                connection, owner=owner, made_by=made_by, status=status, due_before=due_before, limit=limit
            )

    def promise(self, promise: str) -> PromiseRow | None:
        """The promise with this id."""
        with self._connections.reading() as connection:
            return promises.one(connection, promise)

    def history(self, values: Iterable[str], *, exclude: str | None = None, limit: int = 20) -> tuple[Earlier, ...]:
        """Earlier interactions with one of these telephone numbers, references or names, newest first."""
        with self._connections.reading() as connection:
            return history.history(connection, values, exclude, limit)
