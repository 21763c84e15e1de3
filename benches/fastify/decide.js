// One decision, one transaction: the same rule as the service's, for the recurring passes of the benchmark.

import { newId, qrHash } from './database.js';

const formats = new Map();

/** The local date, weekday (0 is Sunday) and minute of the day in a zone. Making a format is slow, using one is not. */
function local(zone, at) {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    });
    formats.set(zone, format);
  }
  // 2026-11-22, 09:41
  const text = format.format(at);
  const date = text.slice(0, 10);
  return { date, weekday: new Date(date).getUTCDay(), minute: Number(text.slice(12, 14)) * 60 + Number(text.slice(15, 17)) };
}

function judge(pass, holdsDoor, at) {
  if (!pass) return 'unknown';
  if (pass.revoked_at !== null) return 'revoked';
  if (!holdsDoor) return 'wrong_door';
  const { date, weekday, minute } = local(pass.time_zone, at);
  if (date < pass.starts) return 'not_active';
  if (date > pass.expires) return 'expired';
  if (!(pass.days & (1 << weekday)) || minute < pass.from_minute || minute >= pass.to_minute) return 'outside_hours';
  if (at < pass.visit_until) return 'ok';
  if (pass.uses_limit !== null && pass.used >= pass.uses_limit) return 'used_up';
  return 'ok';
}

/** Prepares the statements once and gives the function that decides. */
export function decider(db) {
  const stored = db.prepare('SELECT id, decision, reason FROM entries WHERE panel_id = ? AND event_id = ?');
  const find = db.prepare(`
    SELECT p.id, p.time_zone, p.days, p.from_minute, p.to_minute, p.starts, p.expires, p.uses_limit, p.used,
           p.visit_until, p.revoked_at
    FROM identifiers i JOIN passes p ON p.id = i.pass_id WHERE i.hash = ? AND p.site_id = ?`);
  const door = db.prepare('SELECT 1 FROM pass_doors WHERE pass_id = ? AND door_id = ?').pluck();
  const spend = db.prepare('UPDATE passes SET used = used + 1, visit_until = ? WHERE id = ?');
  const write = db.prepare(`
    INSERT INTO entries (id, panel_id, event_id, pass_id, door_id, at, decision, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);

  return db.transaction((panel, value, eventId, now) => {
    const before = eventId === null ? undefined : stored.get(panel.id, eventId);
    if (before) return before;
    const pass = find.get(qrHash(value), panel.site_id);
    const reason = judge(pass, pass && door.get(pass.id, panel.door_id) === 1, now);
    const decision = reason === 'ok' ? 'granted' : 'denied';
    if (decision === 'granted' && now >= pass.visit_until) spend.run(now + panel.grace_ms, pass.id);
    const id = newId();
    write.run(id, panel.id, eventId, pass ? pass.id : null, panel.door_id, now, decision, reason);
    return { id, decision, reason };
  }).immediate;
}
