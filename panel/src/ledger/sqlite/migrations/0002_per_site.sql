-- Every table is cut by site: `site_id` comes first in every key, and each site has a sequence of its own. The places
-- handed out so far stay what they are, so that cursors and ids that clients keep stay good.

ALTER TABLE marks RENAME TO old_marks;
ALTER TABLE sites RENAME TO old_sites;
ALTER TABLE units RENAME TO old_units;
ALTER TABLE doors RENAME TO old_doors;
ALTER TABLE panels RENAME TO old_panels;
ALTER TABLE residents RENAME TO old_residents;
ALTER TABLE devices RENAME TO old_devices;
ALTER TABLE invitations RENAME TO old_invitations;
ALTER TABLE managers RENAME TO old_managers;
ALTER TABLE passes RENAME TO old_passes;
ALTER TABLE identifiers RENAME TO old_identifiers;
ALTER TABLE lookups RENAME TO old_lookups;
ALTER TABLE retired_codes RENAME TO old_retired_codes;
ALTER TABLE entries RENAME TO old_entries;
ALTER TABLE entries_of RENAME TO old_entries_of;
ALTER TABLE events RENAME TO old_events;
ALTER TABLE usage RENAME TO old_usage;
ALTER TABLE ladders RENAME TO old_ladders;
ALTER TABLE wrong_codes RENAME TO old_wrong_codes;

-- Of the file as a whole. 'epoch': grows with each opening, see `Journal`; 'totals_row': the last row of `entries` that
-- is in `entries_of`, `events` and the totals.
CREATE TABLE journal (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sites (
  id             BLOB PRIMARY KEY,
  number         INTEGER NOT NULL UNIQUE,
  name           TEXT NOT NULL,
  address        TEXT NOT NULL,
  time_zone      TEXT NOT NULL,
  policy         TEXT NOT NULL,
  changed_seq    INTEGER NOT NULL,
  unmarked_until INTEGER NOT NULL,       -- entries up to here have ids without a mark of their site
  last_seq       INTEGER NOT NULL,       -- places in the sequence up to here were handed out, whatever became of them
  totals_seq     INTEGER NOT NULL,       -- entries up to here are in `usage`, `ladders` and `wrong_codes`
  put_away_until INTEGER NOT NULL        -- passes over by then have no encrypted copies any more
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
  site_id     BLOB NOT NULL REFERENCES sites (id),
  id          BLOB NOT NULL,
  name        TEXT NOT NULL,
  doors       TEXT,
  made_seq    INTEGER NOT NULL,
  changed_seq INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE doors (
  site_id   BLOB NOT NULL REFERENCES sites (id),
  id        BLOB NOT NULL,
  name      TEXT NOT NULL,
  kind      TEXT NOT NULL,
  shareable INTEGER NOT NULL,
  location  TEXT,
  made_seq  INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE panels (
  site_id     BLOB NOT NULL REFERENCES sites (id),
  id          BLOB NOT NULL,
  name        TEXT NOT NULL,
  locks       TEXT NOT NULL,
  adapter     TEXT NOT NULL,
  qr_alphabet TEXT NOT NULL,
  unknown     TEXT NOT NULL,
  open_ms     INTEGER NOT NULL,
  token       BLOB NOT NULL,
  made_seq    INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, name),
  UNIQUE (site_id, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE residents (
  site_id  BLOB NOT NULL,
  id       BLOB NOT NULL,
  unit_id  BLOB NOT NULL,
  name     TEXT NOT NULL,
  made_seq INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  FOREIGN KEY (site_id, unit_id) REFERENCES units (site_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  site_id     BLOB NOT NULL,
  id          BLOB NOT NULL,
  resident_id BLOB NOT NULL,
  name        TEXT NOT NULL,
  token       BLOB NOT NULL,
  created_at  INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, token),
  FOREIGN KEY (site_id, resident_id) REFERENCES residents (site_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations (
  site_id       BLOB NOT NULL,
  id            BLOB NOT NULL,
  unit_id       BLOB NOT NULL,
  resident_id   BLOB,
  resident_name TEXT NOT NULL,
  code          BLOB NOT NULL,
  expires_at    INTEGER NOT NULL,
  used_at       INTEGER,
  made_seq      INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, code),
  FOREIGN KEY (site_id, unit_id) REFERENCES units (site_id, id),
  FOREIGN KEY (site_id, resident_id) REFERENCES residents (site_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE managers (
  site_id    BLOB NOT NULL REFERENCES sites (id),
  id         BLOB NOT NULL,
  name       TEXT NOT NULL,
  token      BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, token)
) STRICT, WITHOUT ROWID;

-- Whoever removes a resident keeps the passes: the log speaks of them.
CREATE TABLE passes (
  site_id      BLOB NOT NULL,
  id           BLOB NOT NULL,
  unit_id      BLOB NOT NULL,
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
  changed_seq  INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  FOREIGN KEY (site_id, unit_id) REFERENCES units (site_id, id)
) STRICT, WITHOUT ROWID;

-- Encrypted copies, to be shown again while the pass is valid; then they are removed, and `sealed` is empty.
CREATE TABLE identifiers (
  site_id BLOB NOT NULL,
  pass_id BLOB NOT NULL,
  place   INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  sealed  BLOB NOT NULL,
  PRIMARY KEY (site_id, pass_id, place),
  FOREIGN KEY (site_id, pass_id) REFERENCES passes (site_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What a pass is found by. `form` is 'qr', 'code', 'link', 'plate' or 'plate_alike'.
CREATE TABLE lookups (
  site_id BLOB NOT NULL,
  lookup  BLOB NOT NULL,
  pass_id BLOB NOT NULL,
  form    TEXT NOT NULL,
  PRIMARY KEY (site_id, lookup, pass_id),
  FOREIGN KEY (site_id, pass_id) REFERENCES passes (site_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Codes of removed passes: not given again before `until`.
CREATE TABLE retired_codes (
  site_id BLOB NOT NULL,
  lookup  BLOB NOT NULL,
  until   INTEGER NOT NULL,
  PRIMARY KEY (site_id, lookup)
) STRICT, WITHOUT ROWID;

-- The log. A decision is one row put at its end and touches no other page: every index of it is kept up later, in
-- bulk (see `entries_of` and `events`), but for the photos', which are few. Only granted entries have the reason 'ok'.
-- The id of an entry is made of its instant, its site and `seq`. It names things that may be gone, so it has no
-- foreign keys.
CREATE TABLE entries (
  row         INTEGER PRIMARY KEY,       -- in the order of writing; of this file alone
  site_id     BLOB NOT NULL,
  seq         INTEGER NOT NULL,          -- its place in the site's sequence
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

-- Entries up to 'totals_row', by site (`owner_id` is the site's own id) and by unit.
CREATE TABLE entries_of (
  site_id  BLOB NOT NULL,
  owner_id BLOB NOT NULL,
  seq      INTEGER NOT NULL,
  row      INTEGER NOT NULL,
  PRIMARY KEY (site_id, owner_id, seq)
) STRICT, WITHOUT ROWID;

-- Events of panels up to 'totals_row'; the writer knows those after it by heart.
CREATE TABLE events (
  site_id  BLOB NOT NULL,
  panel_id BLOB NOT NULL,
  event_id TEXT NOT NULL,
  seq      INTEGER NOT NULL,
  PRIMARY KEY (site_id, panel_id, event_id)
) STRICT, WITHOUT ROWID;

-- Uses of a pass up to `seq`; those after it are the arrivals in `entries` with a higher one.
CREATE TABLE usage (
  site_id          BLOB NOT NULL,
  pass_id          BLOB NOT NULL,
  seq              INTEGER NOT NULL,
  used             INTEGER NOT NULL,
  last_day         INTEGER,        -- days since 1970-01-01 on the pass's own calendar
  used_on_last_day INTEGER NOT NULL,
  visit_began      INTEGER,
  PRIMARY KEY (site_id, pass_id)
) STRICT, WITHOUT ROWID;

-- How far up the lock-out ladder a door is, up to the site's 'totals_seq'.
CREATE TABLE ladders (
  site_id      BLOB NOT NULL,
  door_id      BLOB NOT NULL,
  misses       INTEGER NOT NULL,
  locked_until INTEGER,
  PRIMARY KEY (site_id, door_id)
) STRICT, WITHOUT ROWID;

-- Wrong codes of a site on its local day, up to its 'totals_seq'.
CREATE TABLE wrong_codes (
  site_id BLOB PRIMARY KEY,
  day     INTEGER NOT NULL,        -- days since 1970-01-01
  count   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Requests that were done: the same key again gives the same answer again. Those that made a site have an empty
-- `site_id`.
CREATE TABLE requests (
  site_id BLOB NOT NULL,
  caller  BLOB NOT NULL,
  key     TEXT NOT NULL,
  request BLOB NOT NULL,
  made    BLOB NOT NULL,
  keep    BLOB NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (site_id, caller, key)
) STRICT, WITHOUT ROWID;

-- What panels said came of commands; `seq` is the entry of the command.
CREATE TABLE command_outcomes (
  site_id BLOB NOT NULL,
  seq     INTEGER NOT NULL,
  outcome TEXT NOT NULL,           -- 'opened' or 'failed'
  at      INTEGER NOT NULL,
  PRIMARY KEY (site_id, seq)
) STRICT, WITHOUT ROWID;

-- Work that is still to be done. `sealed` holds what it works on.
CREATE TABLE jobs (
  site_id    BLOB NOT NULL REFERENCES sites (id),
  id         BLOB NOT NULL,
  kind       TEXT NOT NULL,
  key        TEXT NOT NULL,          -- with the kind: what makes it single
  sealed     BLOB NOT NULL,
  not_before INTEGER NOT NULL,
  deadline   INTEGER,
  attempts   INTEGER NOT NULL,
  last_error TEXT,
  given_up   INTEGER NOT NULL,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, kind, key)
) STRICT, WITHOUT ROWID;

-- Administrative acts. `before` and `after` are what was changed, as JSON without secrets.
CREATE TABLE audit (
  site_id  BLOB NOT NULL REFERENCES sites (id),
  seq      INTEGER NOT NULL,         -- its place in the site's sequence
  at       INTEGER NOT NULL,
  actor    TEXT NOT NULL,            -- 'operator', 'manager', 'resident' or 'service'
  actor_id BLOB,
  act      TEXT NOT NULL,
  subject  BLOB NOT NULL,
  before   TEXT,
  after    TEXT,
  PRIMARY KEY (site_id, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO journal VALUES ('epoch', 0), ('totals_row', (SELECT value FROM old_marks WHERE name = 'folded_seq'));

CREATE TEMP TABLE handed_out AS SELECT max(
  (SELECT value FROM old_marks WHERE name = 'last_seq'),
  (SELECT coalesce(max(seq), 0) FROM old_entries),
  (SELECT coalesce(max(changed_seq), 0) FROM old_passes),
  (SELECT coalesce(max(changed_seq), 0) FROM old_sites),
  (SELECT coalesce(max(changed_seq), 0) FROM old_units)) AS seq;
INSERT INTO sites
  SELECT id, number, name, address, time_zone, policy, changed_seq, seq, seq,
    (SELECT value FROM old_marks WHERE name = 'folded_seq'),
    (SELECT value FROM old_marks WHERE name = 'secrets_removed_until')
  FROM old_sites, handed_out;
DROP TABLE handed_out;
INSERT INTO units SELECT site_id, id, name, doors, made_seq, changed_seq FROM old_units;
INSERT INTO doors SELECT site_id, id, name, kind, shareable, location, made_seq FROM old_doors;
INSERT INTO panels SELECT site_id, id, name, locks, adapter, qr_alphabet, unknown, open_ms, token, made_seq FROM old_panels;
INSERT INTO residents SELECT site_id, id, unit_id, name, made_seq FROM old_residents;
INSERT INTO devices SELECT site_id, id, resident_id, name, token, created_at FROM old_devices;
INSERT INTO invitations
  SELECT site_id, id, unit_id, resident_id, resident_name, code, expires_at, used_at, made_seq FROM old_invitations;
INSERT INTO managers SELECT site_id, id, name, token, created_at FROM old_managers;
INSERT INTO passes
  SELECT site_id, id, unit_id, resident_id, version, name, comment, guest, schedule, uses, doors, created_at, revoked_at,
    ends_at, made_seq, changed_seq FROM old_passes;
INSERT INTO identifiers
  SELECT p.site_id, i.pass_id, i.place, i.kind, i.sealed FROM old_identifiers i JOIN old_passes p ON p.id = i.pass_id;
INSERT INTO lookups
  SELECT p.site_id, l.lookup, l.pass_id, l.form FROM old_lookups l JOIN old_passes p ON p.id = l.pass_id;
INSERT INTO retired_codes SELECT site_id, lookup, until FROM old_retired_codes;
INSERT INTO entries
  SELECT seq, site_id, seq, at, door_id, lock, panel_id, event_id, kind, fingerprint, reason, arrival, pass_id, pass_name,
    unit_id, manager_id, photo, next_from, next_to FROM old_entries ORDER BY seq;
INSERT INTO entries_of SELECT e.site_id, o.owner_id, o.seq, o.seq FROM old_entries_of o JOIN old_entries e ON e.seq = o.seq;
INSERT INTO events
  SELECT e.site_id, v.panel_id, v.event_id, v.seq FROM old_events v JOIN old_entries e ON e.seq = v.seq;
INSERT INTO usage
  SELECT p.site_id, u.pass_id, u.seq, u.used, u.last_day, u.used_on_last_day, u.visit_began
  FROM old_usage u JOIN old_passes p ON p.id = u.pass_id;
INSERT INTO ladders
  SELECT d.site_id, l.door_id, l.misses, l.locked_until FROM old_ladders l JOIN old_doors d ON d.id = l.door_id;
INSERT INTO wrong_codes SELECT site_id, day, count FROM old_wrong_codes;
-- The site of an old request is that of what it made. Where that is gone, the request can come again.
INSERT INTO requests
  SELECT x'', caller, key, request, made, keep, at FROM done_once WHERE made IN (SELECT id FROM old_sites)
  UNION ALL
  SELECT made_at.site_id, caller, key, request, made, keep, at FROM done_once JOIN (
    SELECT id, site_id FROM old_units UNION ALL SELECT id, site_id FROM old_doors
    UNION ALL SELECT id, site_id FROM old_panels UNION ALL SELECT id, site_id FROM old_devices
    UNION ALL SELECT id, site_id FROM old_invitations UNION ALL SELECT id, site_id FROM old_managers
    UNION ALL SELECT id, site_id FROM old_passes
  ) made_at ON made_at.id = made;

DROP TABLE done_once;
DROP TABLE old_wrong_codes;
DROP TABLE old_ladders;
DROP TABLE old_usage;
DROP TABLE old_events;
DROP TABLE old_entries_of;
DROP TABLE old_entries;
DROP TABLE old_retired_codes;
DROP TABLE old_lookups;
DROP TABLE old_identifiers;
DROP TABLE old_passes;
DROP TABLE old_managers;
DROP TABLE old_invitations;
DROP TABLE old_devices;
DROP TABLE old_residents;
DROP TABLE old_panels;
DROP TABLE old_doors;
DROP TABLE old_units;
DROP TABLE old_sites;
DROP TABLE old_marks;

CREATE INDEX passes_of_unit ON passes (site_id, unit_id, made_seq);
CREATE INDEX passes_of_site ON passes (site_id, made_seq);
CREATE INDEX passes_changed ON passes (site_id, unit_id, changed_seq);
CREATE INDEX passes_by_end ON passes (site_id, ends_at);
CREATE INDEX passes_revoked ON passes (site_id, revoked_at) WHERE revoked_at IS NOT NULL;
CREATE INDEX identifiers_of_plates ON identifiers (site_id, pass_id) WHERE kind = 'plate';
CREATE INDEX lookups_of_pass ON lookups (site_id, pass_id, form);
CREATE INDEX entries_with_photo ON entries (site_id, at) WHERE photo IS NOT NULL;
CREATE INDEX requests_by_age ON requests (site_id, at);
CREATE INDEX residents_of_unit ON residents (site_id, unit_id);
CREATE INDEX devices_of_resident ON devices (site_id, resident_id);
CREATE INDEX invitations_of_unit ON invitations (site_id, unit_id);
CREATE INDEX invitations_of_resident ON invitations (site_id, resident_id);
