-- Instants are milliseconds of the Unix epoch; ids are 16 bytes; lists and rules are JSON. `site_id` is in every
-- table, so that a database of several machines can be cut by it. `…_seq` are places in the one sequence of changes.

CREATE TABLE marks (
  name  TEXT PRIMARY KEY,      -- 'last_seq': handed out, never again; 'folded_seq': see `usage` and `entries_of`;
                               -- 'secrets_removed_until': see `identifiers`
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO marks VALUES ('last_seq', 0), ('folded_seq', 0), ('secrets_removed_until', 0);

CREATE TABLE sites (
  id          BLOB PRIMARY KEY,
  number      INTEGER NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  address     TEXT NOT NULL,
  time_zone   TEXT NOT NULL,
  policy      TEXT NOT NULL,
  made_seq    INTEGER NOT NULL,
  changed_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE units (
  id          BLOB PRIMARY KEY,
  site_id     BLOB NOT NULL REFERENCES sites (id),
  name        TEXT NOT NULL,
  doors       TEXT,
  made_seq    INTEGER NOT NULL,
  changed_seq INTEGER NOT NULL,
  UNIQUE (site_id, name)
) STRICT;

CREATE TABLE doors (
  id        BLOB PRIMARY KEY,
  site_id   BLOB NOT NULL REFERENCES sites (id),
  name      TEXT NOT NULL,
  kind      TEXT NOT NULL,
  shareable INTEGER NOT NULL,
  location  TEXT,
  made_seq  INTEGER NOT NULL,
  UNIQUE (site_id, name)
) STRICT;

CREATE TABLE panels (
  id          BLOB PRIMARY KEY,
  site_id     BLOB NOT NULL REFERENCES sites (id),
  name        TEXT NOT NULL,
  locks       TEXT NOT NULL,
  adapter     TEXT NOT NULL,
  qr_alphabet TEXT NOT NULL,
  unknown     TEXT NOT NULL,
  open_ms     INTEGER NOT NULL,
  token       BLOB NOT NULL UNIQUE,
  made_seq    INTEGER NOT NULL,
  UNIQUE (site_id, name)
) STRICT;

CREATE TABLE residents (
  id       BLOB PRIMARY KEY,
  site_id  BLOB NOT NULL REFERENCES sites (id),
  unit_id  BLOB NOT NULL REFERENCES units (id),
  name     TEXT NOT NULL,
  made_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX residents_of_unit ON residents (unit_id, made_seq);

CREATE TABLE devices (
  id          BLOB PRIMARY KEY,
  site_id     BLOB NOT NULL REFERENCES sites (id),
  resident_id BLOB NOT NULL REFERENCES residents (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  token       BLOB NOT NULL UNIQUE,
  created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX devices_of_resident ON devices (resident_id, created_at);

CREATE TABLE invitations (
  id            BLOB PRIMARY KEY,
  site_id       BLOB NOT NULL REFERENCES sites (id),
  unit_id       BLOB NOT NULL REFERENCES units (id),
  resident_id   BLOB REFERENCES residents (id) ON DELETE CASCADE,
  resident_name TEXT NOT NULL,
  code          BLOB NOT NULL UNIQUE,
  expires_at    INTEGER NOT NULL,
  used_at       INTEGER,
  made_seq      INTEGER NOT NULL
) STRICT;
CREATE INDEX invitations_of_unit ON invitations (unit_id, made_seq);

CREATE TABLE managers (
  id         BLOB PRIMARY KEY,
  site_id    BLOB NOT NULL REFERENCES sites (id),
  name       TEXT NOT NULL,
  token      BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX managers_of_site ON managers (site_id, created_at);

-- Whoever removes a resident keeps the passes: the log speaks of them.
CREATE TABLE passes (
  id           BLOB PRIMARY KEY,
  site_id      BLOB NOT NULL REFERENCES sites (id),
  unit_id      BLOB NOT NULL REFERENCES units (id),
  resident_id  BLOB NOT NULL,
  version      INTEGER NOT NULL,
  name         TEXT NOT NULL,
  comment      TEXT NOT NULL,
  guest        TEXT NOT NULL,
  schedule     TEXT NOT NULL,
  uses         TEXT NOT NULL,
  doors        TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  revoked_at   INTEGER,
  ends_at      INTEGER NOT NULL,   -- when its last opening is over
  made_seq     INTEGER NOT NULL,
  changed_seq  INTEGER NOT NULL
) STRICT;
CREATE INDEX passes_of_unit ON passes (unit_id, made_seq);
CREATE INDEX passes_of_site ON passes (site_id, made_seq);
CREATE INDEX passes_changed ON passes (unit_id, changed_seq);
CREATE INDEX passes_by_end ON passes (ends_at);
CREATE INDEX passes_revoked ON passes (revoked_at) WHERE revoked_at IS NOT NULL;

-- Encrypted copies, to be shown again while the pass is valid; then they are removed, and `sealed` is empty.
CREATE TABLE identifiers (
  pass_id BLOB NOT NULL REFERENCES passes (id) ON DELETE CASCADE,
  place   INTEGER NOT NULL,
  site_id BLOB NOT NULL,
  kind    TEXT NOT NULL,
  sealed  BLOB NOT NULL,
  PRIMARY KEY (pass_id, place)
) STRICT, WITHOUT ROWID;

-- What a pass is found by. `form` is 'qr', 'code', 'link', 'plate' or 'plate_alike'.
CREATE TABLE lookups (
  lookup  BLOB NOT NULL,
  pass_id BLOB NOT NULL REFERENCES passes (id) ON DELETE CASCADE,
  site_id BLOB NOT NULL,
  form    TEXT NOT NULL,
  PRIMARY KEY (lookup, pass_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lookups_of_pass ON lookups (pass_id);

-- Codes of removed passes: not given again before `until`.
CREATE TABLE retired_codes (
  lookup  BLOB PRIMARY KEY,
  site_id BLOB NOT NULL,
  until   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The log. A decision is one row put at its end and touches no other page: every index of it is kept up later, in
-- bulk (see `entries_of` and `events`), but for the photos', which are few. Only granted entries have the reason 'ok'.
-- The id of an entry is made of `at` and `seq`. It names things that may be gone, so it has no foreign keys.
CREATE TABLE entries (
  seq         INTEGER PRIMARY KEY,
  site_id     BLOB NOT NULL,
  at          INTEGER NOT NULL,
  door_id     BLOB NOT NULL,
  lock        INTEGER NOT NULL,
  panel_id    BLOB,
  event_id    TEXT,
  kind        TEXT,
  fingerprint BLOB,
  reason      TEXT NOT NULL,
  arrival     INTEGER NOT NULL,
  pass_id     BLOB,
  pass_name   TEXT,
  unit_id     BLOB,
  manager_id  BLOB,
  photo       BLOB,
  next_from   INTEGER,
  next_to     INTEGER
) STRICT;
CREATE INDEX entries_with_photo ON entries (site_id, at) WHERE photo IS NOT NULL;

-- Entries up to 'folded_seq', by unit and by site.
CREATE TABLE entries_of (
  owner_id BLOB NOT NULL,
  seq      INTEGER NOT NULL,
  PRIMARY KEY (owner_id, seq)
) STRICT, WITHOUT ROWID;

-- Events of panels up to 'folded_seq'; the writer knows those after it by heart.
CREATE TABLE events (
  panel_id BLOB NOT NULL,
  event_id TEXT NOT NULL,
  seq      INTEGER NOT NULL,
  PRIMARY KEY (panel_id, event_id)
) STRICT, WITHOUT ROWID;

-- Uses of a pass up to `seq`; those after it are the arrivals in `entries` with a higher one.
CREATE TABLE usage (
  pass_id          BLOB PRIMARY KEY,
  seq              INTEGER NOT NULL,
  used             INTEGER NOT NULL,
  last_day         INTEGER,        -- days since 1970-01-01 on the pass's own calendar
  used_on_last_day INTEGER NOT NULL,
  visit_began      INTEGER
) STRICT, WITHOUT ROWID;

-- How far up the lock-out ladder a door is, up to 'folded_seq'.
CREATE TABLE ladders (
  door_id      BLOB PRIMARY KEY,
  misses       INTEGER NOT NULL,
  locked_until INTEGER
) STRICT, WITHOUT ROWID;

-- Wrong codes of a site on its local day, up to 'folded_seq'.
CREATE TABLE wrong_codes (
  site_id BLOB PRIMARY KEY,
  day     INTEGER NOT NULL,        -- days since 1970-01-01
  count   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Requests that were done: the same key again gives the same answer again.
CREATE TABLE done_once (
  caller  BLOB NOT NULL,
  key     TEXT NOT NULL,
  request BLOB NOT NULL,
  made    BLOB NOT NULL,
  keep    BLOB NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (caller, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX done_once_by_age ON done_once (at);
