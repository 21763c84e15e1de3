// The database: the tables, and the passes and panels the load generator is going to ask for.

import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const DOORS = 4;

export function open(folder) {
  const db = new Database(join(folder, 'peer.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -65536');
  return db;
}

export const tokenHash = (token) => createHash('sha256').update(token).digest();
export const qrHash = (text) => createHash('sha256').update('qr\0').update(text).digest();

/** Makes the tables and fills them from `panels.txt` (a token a line) and `passes.txt` (a QR text a line). */
export function seed(folder) {
  const db = open(folder);
  db.exec(`
    CREATE TABLE sites (id INTEGER PRIMARY KEY, grace_ms INTEGER NOT NULL, open_ms INTEGER NOT NULL);
    CREATE TABLE panels (
      id INTEGER PRIMARY KEY, site_id INTEGER NOT NULL REFERENCES sites, token_hash BLOB NOT NULL UNIQUE,
      lock INTEGER NOT NULL, door_id INTEGER NOT NULL);
    CREATE TABLE passes (
      id INTEGER PRIMARY KEY, site_id INTEGER NOT NULL REFERENCES sites, time_zone TEXT NOT NULL,
      days INTEGER NOT NULL, from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL,
      starts TEXT NOT NULL, expires TEXT NOT NULL, uses_limit INTEGER, used INTEGER NOT NULL DEFAULT 0,
      visit_until INTEGER NOT NULL DEFAULT 0, revoked_at INTEGER);
    CREATE TABLE pass_doors (
      pass_id INTEGER NOT NULL REFERENCES passes, door_id INTEGER NOT NULL,
      PRIMARY KEY (pass_id, door_id)) WITHOUT ROWID;
    CREATE TABLE identifiers (hash BLOB PRIMARY KEY, pass_id INTEGER NOT NULL REFERENCES passes) WITHOUT ROWID;
    CREATE TABLE entries (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL, panel_id INTEGER NOT NULL, event_id TEXT, pass_id INTEGER,
      door_id INTEGER NOT NULL, at INTEGER NOT NULL, decision TEXT NOT NULL, reason TEXT NOT NULL,
      UNIQUE (panel_id, event_id));
  `);
  const lines = (name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
  const addPanel = db.prepare('INSERT INTO panels (id, site_id, token_hash, lock, door_id) VALUES (?, 1, ?, 1, ?)');
  const addPass = db.prepare(`
    INSERT INTO passes (id, site_id, time_zone, days, from_minute, to_minute, starts, expires, uses_limit)
    VALUES (?, 1, 'America/New_York', 127, 0, 1440, '2000-01-01', '2099-12-31', 9999)`);
  const addDoor = db.prepare('INSERT INTO pass_doors (pass_id, door_id) VALUES (?, ?)');
  const addIdentifier = db.prepare('INSERT INTO identifiers (hash, pass_id) VALUES (?, ?)');
  db.transaction(() => {
    db.prepare('INSERT INTO sites (id, grace_ms, open_ms) VALUES (1, 0, 5000)').run();
    lines('panels.txt').forEach((token, at) => addPanel.run(at + 1, tokenHash(token), (at % DOORS) + 1));
    lines('passes.txt').forEach((text, at) => {
      addPass.run(at + 1);
      for (let door = 1; door <= DOORS; door++) addDoor.run(at + 1, door);
      addIdentifier.run(qrHash(text), at + 1);
    });
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

export const newId = randomUUID;
