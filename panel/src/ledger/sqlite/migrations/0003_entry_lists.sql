-- The index of the log lists many entries in a row. It is made again from the log itself, and so are the events.

DROP TABLE entries_of;

-- A log that was removed to its end gives rows anew, and so does one whose mark came from a sequence that passes shared.
-- What is above the last row is not in any index.
UPDATE journal SET value = min(value, (SELECT coalesce(max(row), 0) FROM entries)) WHERE name = 'totals_row';

-- Entries up to 'totals_row', by site (`owner_id` is the site's own id) and by unit. `entries` lists up to 56 of them in
-- the order of `seq`, the last being `last_seq`: for each its `seq` and its `row`, 8 bytes each, big-endian.
CREATE TABLE entry_lists (
  site_id  BLOB NOT NULL,
  owner_id BLOB NOT NULL,
  last_seq INTEGER NOT NULL,
  entries  BLOB NOT NULL,
  PRIMARY KEY (site_id, owner_id, last_seq)
) STRICT, WITHOUT ROWID;

-- Those after it, which are in no index.
CREATE VIEW entries_after_totals AS
  SELECT * FROM entries WHERE row > (SELECT value FROM journal WHERE name = 'totals_row');

INSERT INTO entry_lists
  SELECT site_id, owner_id, max(seq), unhex(group_concat(printf('%016x%016x', seq, row), '' ORDER BY seq))
  FROM (
    SELECT *, (row_number() OVER (PARTITION BY site_id, owner_id ORDER BY seq) - 1) / 56 AS nth
    FROM (
      SELECT site_id, site_id AS owner_id, seq, row FROM entries
      UNION ALL SELECT site_id, unit_id, seq, row FROM entries WHERE unit_id IS NOT NULL
    ) WHERE row <= (SELECT value FROM journal WHERE name = 'totals_row')
  ) GROUP BY site_id, owner_id, nth;

INSERT OR IGNORE INTO events
  SELECT site_id, panel_id, event_id, seq FROM entries
  WHERE panel_id IS NOT NULL AND event_id IS NOT NULL AND row <= (SELECT value FROM journal WHERE name = 'totals_row');
