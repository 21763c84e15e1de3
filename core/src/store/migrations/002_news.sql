-- An entry is news from when it first reaches the device until the resident was told of it or has seen the log, however
-- late it comes. What the first fetch of a profile brings is history: `caught_up` is set at its end.
ALTER TABLE entries ADD COLUMN news INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cursors ADD COLUMN caught_up INTEGER NOT NULL DEFAULT 0;
UPDATE cursors SET caught_up = 1 WHERE synced_at IS NOT NULL;
CREATE INDEX entries_that_are_news ON entries (at, seq) WHERE news;
