"""The tables as they were first made; a released statement is never edited, only followed by a migration."""

from __future__ import annotations

APPLICATION_ID = 0x4C415354
"""`LAST` in ASCII: marks the file as ours (https://sqlite.org/pragma.html#pragma_application_id)."""

TRUTH = (
    """CREATE TABLE meta(
        one INTEGER PRIMARY KEY CHECK(one = 1), journal_id TEXT NOT NULL, genesis BLOB NOT NULL,
        created_at INTEGER NOT NULL, predecessor TEXT) STRICT""",
    """CREATE TABLE journal(
        n INTEGER PRIMARY KEY, body TEXT NOT NULL CHECK(json_valid(body)), hash BLOB NOT NULL CHECK(length(hash) = 32),
        event TEXT NOT NULL AS (json_extract(body, '$.id')) VIRTUAL,
        stream TEXT NOT NULL AS (json_extract(body, '$.stream')) VIRTUAL,
        seq INTEGER NOT NULL AS (json_extract(body, '$.seq')) VIRTUAL) STRICT""",
    "CREATE UNIQUE INDEX journal_event ON journal(event)",
    "CREATE UNIQUE INDEX journal_stream ON journal(stream, seq)",
    """CREATE TRIGGER journal_never_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END""",
    """CREATE TRIGGER journal_never_deleted BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the journal'); END""",
    """CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
        WHEN NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM journal)
        BEGIN SELECT RAISE(ABORT, 'the journal only grows at its end'); END""",
    "CREATE TABLE personal(ref TEXT PRIMARY KEY, salt BLOB NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE erasure(ref TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE content(hash BLOB PRIMARY KEY, canonical TEXT NOT NULL) STRICT",
    """CREATE TRIGGER content_never_changed BEFORE UPDATE ON content
        BEGIN SELECT RAISE(ABORT, 'a text is never changed once used'); END""",
    """CREATE TRIGGER content_never_deleted BEFORE DELETE ON content
        BEGIN SELECT RAISE(ABORT, 'a text is kept once used'); END""",
)

WORKING = (
    """CREATE TABLE draft(
        interaction TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY(interaction, name)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE run(
        id TEXT PRIMARY KEY, by TEXT NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL, started_at INTEGER NOT NULL,
        beat_at INTEGER NOT NULL, ended_at INTEGER) STRICT, WITHOUT ROWID""",
    "CREATE INDEX run_living ON run(beat_at) WHERE ended_at IS NULL",
)

READ_MODELS = (
    # n is that of the opening event: it orders interactions as they came, and is the key search indexes point to.
    """CREATE TABLE interaction(
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, agent TEXT NOT NULL, grade TEXT NOT NULL, mode TEXT NOT NULL,
        channel TEXT NOT NULL, language TEXT NOT NULL, outbound INTEGER NOT NULL, opened_at INTEGER NOT NULL,
        last_at INTEGER NOT NULL, closed_at INTEGER, seq INTEGER NOT NULL, run TEXT NOT NULL, status TEXT NOT NULL,
        stage TEXT NOT NULL, matter TEXT, scripts TEXT NOT NULL, outcome TEXT, mood TEXT NOT NULL, peak TEXT NOT NULL,
        urgent INTEGER NOT NULL, emergency TEXT, dropped INTEGER NOT NULL, held INTEGER NOT NULL,
        abuse INTEGER NOT NULL, silent INTEGER NOT NULL, callback_due INTEGER, csat INTEGER, thanks TEXT,
        name_ref TEXT, phone_ref TEXT) STRICT""",
    "CREATE INDEX interaction_opened ON interaction(opened_at)",
    "CREATE INDEX interaction_agent ON interaction(agent, opened_at)",
    "CREATE INDEX interaction_unfinished ON interaction(opened_at) WHERE status IN ('open', 'dropped')",
    "CREATE INDEX interaction_callback ON interaction(callback_due) WHERE callback_due IS NOT NULL",
    """CREATE TABLE matter(
        interaction TEXT NOT NULL, id TEXT NOT NULL, script TEXT NOT NULL, version INTEGER NOT NULL,
        script_hash TEXT NOT NULL, enquiry INTEGER NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER,
        closed_seq INTEGER, outcome TEXT, cause TEXT, department TEXT,
        PRIMARY KEY(interaction, id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX matter_script ON matter(script, opened_at)",
    """CREATE TABLE promise(
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, interaction TEXT NOT NULL, matter TEXT NOT NULL,
        owner TEXT NOT NULL, due INTEGER NOT NULL, title TEXT NOT NULL, channel TEXT NOT NULL, option TEXT,
        status TEXT NOT NULL, made_by TEXT NOT NULL, made_at INTEGER NOT NULL, seq INTEGER NOT NULL,
        attempts INTEGER NOT NULL, informed INTEGER NOT NULL, extended INTEGER NOT NULL,
        settled_by TEXT, settled_at INTEGER) STRICT""",
    "CREATE INDEX promise_interaction ON promise(interaction)",
    "CREATE INDEX promise_status ON promise(status, due)",
    "CREATE INDEX promise_owner ON promise(owner, status, due)",
    "CREATE INDEX promise_made_by ON promise(made_by, status, due)",
    """CREATE TABLE staff(
        id TEXT PRIMARY KEY, name_ref TEXT, language TEXT, grade TEXT, roles TEXT NOT NULL, active INTEGER NOT NULL,
        shift_since INTEGER, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE notice_read(
        staff TEXT NOT NULL, notice TEXT NOT NULL, notice_hash TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY(staff, notice, notice_hash)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE certificate(
        staff TEXT NOT NULL, script TEXT NOT NULL, until TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY(staff, script)) STRICT, WITHOUT ROWID""",
    # Where a personal value is used, and the folded values by which a customer is known again: both erasable.
    "CREATE TABLE mention(ref TEXT NOT NULL, stream TEXT NOT NULL, PRIMARY KEY(ref, stream)) STRICT, WITHOUT ROWID",
    """CREATE TABLE customer_key(
        key TEXT NOT NULL, interaction TEXT NOT NULL, ref TEXT NOT NULL,
        PRIMARY KEY(key, interaction, ref)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX customer_key_ref ON customer_key(ref)",
)

READ_MODEL_TABLES = (
    "interaction",
    "matter",
    "promise",
    "staff",
    "notice_read",
    "certificate",
    "mention",
    "customer_key",
)
"""What `rebuild` empties and fills again; the newest schema's list."""
