-- Whether the visit under way had opened the door before.
ALTER TABLE entries ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
