-- Ids are 16 bytes, instants milliseconds of the epoch, bodies JSON of the wire types.

CREATE TABLE profiles (
    id        BLOB PRIMARY KEY,
    server    TEXT NOT NULL,
    signed_in INTEGER NOT NULL,
    body      TEXT NOT NULL
) STRICT;

-- How far each profile has been fetched; without a row or a cursor: not at all. `sweeping` while a fetch from the
-- start is under way: passes not `seen` by its end are gone from the server.
CREATE TABLE cursors (
    profile   BLOB PRIMARY KEY REFERENCES profiles(id) ON DELETE CASCADE,
    cursor    TEXT,
    synced_at INTEGER,
    sweeping  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- `server` is the pass as the server last showed it, NULL before it has it. `shown` is that with the changes that
-- wait applied to it, which is what screens show. The rest is there to list without reading bodies:
-- `valid_until` is the instant from which the pass is no longer valid as far as is known now.
CREATE TABLE passes (
    profile     BLOB NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
    id          BLOB NOT NULL,
    server      TEXT,
    shown       TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    search      TEXT NOT NULL,
    seen        INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (profile, id)
) STRICT;

CREATE INDEX passes_by_age ON passes (created_at DESC, id DESC, valid_until, profile);

CREATE TABLE entries (
    profile BLOB NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
    id      BLOB NOT NULL,
    pass    BLOB,
    seq     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (profile, id)
) STRICT;

CREATE INDEX entries_by_time ON entries (at DESC, seq DESC, profile);
CREATE INDEX entries_of_pass ON entries (pass, at DESC, seq DESC);

-- Changes that wait to be sent, in order. `sent` is set before a change first leaves the device: from then on the
-- server may have it, and it can no longer be altered here.
CREATE TABLE outbox (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    profile    BLOB NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
    pass       BLOB NOT NULL,
    key        TEXT NOT NULL UNIQUE,
    command    TEXT NOT NULL,
    sent       INTEGER NOT NULL DEFAULT 0,
    attempts   INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    refusal    TEXT
) STRICT;

CREATE INDEX outbox_of_pass ON outbox (profile, pass, seq);

-- Wizards left before their end. `pass` is the pass that is made or changed.
CREATE TABLE drafts (
    id      BLOB PRIMARY KEY,
    profile BLOB,
    pass    BLOB,
    edits   INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    state   TEXT NOT NULL
) STRICT;

CREATE TABLE notices (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    profile BLOB REFERENCES profiles(id) ON DELETE CASCADE,
    kind    TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
