//! How each record is written.

use gatepass_core::id::{PassId, SiteId};
use gatepass_core::pass::Usage;
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, Params};

use super::columns::{Day, Id, Json, Millis, Word};
use super::journal::site_or_none;
use super::{bulk, entry_row};
use crate::building::{
    AuditEntry, Door, IdempotencyRecord, Invitation, Job, LookupForm, Panel, PassState, Record, Result, Site, Totals,
    Unit,
};
use crate::keys::TokenHash;

/// Writes records, in the transaction that is open.
pub(super) fn records(connection: &Connection, records: &[Record]) -> Result<()> {
    for record in records {
        write(connection, record)?;
    }
    // The totals of all sites come together, so that the tail of the log is indexed once.
    if records.iter().any(|record| matches!(record, Record::Totals(_))) {
        bulk::index_tail(connection)?;
    }
    Ok(())
}

fn run(connection: &Connection, statement: &str, values: impl Params) -> Result<usize> {
    Ok(connection.prepare_cached(statement)?.execute(values)?)
}

fn write(connection: &Connection, record: &Record) -> Result<()> {
    let run = |statement: &str, values: &[&dyn rusqlite::ToSql]| run(connection, statement, values);
    match record {
        Record::Entry(entry) => return entry_row::insert(connection, entry),
        Record::Pass(pass) => return put_pass(connection, pass),
        Record::Site { site, seq } => return put_site(connection, site, *seq),
        Record::Unit { unit, seq } => return put_unit(connection, unit, *seq),
        Record::Door { door, seq } => return put_door(connection, door, *seq),
        Record::Panel { panel, token, seq } => return put_panel(connection, panel, *token, *seq),
        Record::Invitation { invitation, code, seq } => return put_invitation(connection, invitation, *code, *seq),
        Record::RequestDone { site, done } => return put_request(connection, site.as_ref(), done),
        Record::Totals(totals) => return put_totals(connection, totals),
        Record::PassesRemoved { site, passes } => return remove_passes(connection, *site, passes),
        Record::EntriesRemoved { site, seqs } => return remove_entries(connection, *site, seqs),
        Record::PhotosRemoved { site, seqs } => return remove_photos(connection, *site, seqs),
        Record::SiteChanged { site, seq } => {
            run("UPDATE sites SET changed_seq = ?2 WHERE id = ?1", &[&Id(site.0), seq])?
        }
        Record::UnitChanged { site, unit, seq } => {
            let update = "UPDATE units SET changed_seq = ?3 WHERE site_id = ?1 AND id = ?2";
            run(update, &[&Id(site.0), &Id(unit.0), seq])?
        }
        Record::CommandSettled { site, seq, outcome, at } => run(
            "INSERT INTO command_outcomes (site_id, seq, outcome, at) VALUES (?1, ?2, ?3, ?4)",
            &[&Id(site.0), seq, &outcome.code(), &Millis(*at)],
        )?,
        Record::Audit(entry) => return put_audit(connection, entry),
        Record::Job(job) => return put_job(connection, job),
        Record::JobRemoved { site, job } => {
            run("DELETE FROM jobs WHERE site_id = ?1 AND id = ?2", &[&Id(site.0), &Id(*job)])?
        }
        Record::PanelRemoved { site, panel } => {
            run("DELETE FROM panels WHERE site_id = ?1 AND id = ?2", &[&Id(site.0), &Id(panel.0)])?
        }
        Record::Resident { resident, seq } => run(
            "INSERT INTO residents (site_id, id, unit_id, name, made_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&Id(resident.site.0), &Id(resident.id.0), &Id(resident.unit.0), &resident.name, seq],
        )?,
        Record::ResidentRemoved { site, resident } => {
            run("DELETE FROM residents WHERE site_id = ?1 AND id = ?2", &[&Id(site.0), &Id(resident.0)])?
        }
        Record::Device { site, resident, device, token } => run(
            "INSERT INTO devices (site_id, id, resident_id, name, token, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &[
                &Id(site.0),
                &Id(device.id),
                &Id(resident.0),
                &device.name,
                &&token.as_bytes()[..],
                &Millis(device.created_at),
            ],
        )?,
        Record::DeviceRemoved { site, device, .. } => {
            run("DELETE FROM devices WHERE site_id = ?1 AND id = ?2", &[&Id(site.0), &Id(*device)])?
        }
        Record::InvitationRemoved { site, invitation } => {
            run("DELETE FROM invitations WHERE site_id = ?1 AND id = ?2", &[&Id(site.0), &Id(*invitation)])?
        }
        Record::Manager { manager, token } => run(
            "INSERT INTO managers (site_id, id, name, token, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&Id(manager.site.0), &Id(manager.id), &manager.name, &&token.as_bytes()[..], &Millis(manager.created_at)],
        )?,
        Record::ManagerRemoved { site, manager } => {
            run("DELETE FROM managers WHERE site_id = ?1 AND id = ?2", &[&Id(site.0), &Id(*manager)])?
        }
        Record::IdentifiersResealed { site, boxes } => {
            let put = "UPDATE identifiers SET sealed = ?4 WHERE site_id = ?1 AND pass_id = ?2 AND kind = ?3";
            for (pass, identifier) in boxes {
                run(put, &[&Id(site.0), &Id(pass.0), &identifier.kind.code(), &identifier.sealed])?;
            }
            boxes.len()
        }
        Record::PassesPutAway { site, over_at } => {
            run(
                "UPDATE identifiers SET sealed = x'' WHERE site_id = ?1 AND pass_id IN (SELECT id FROM passes
                     WHERE site_id = ?1 AND ends_at <= ?2
                         AND ends_at > (SELECT put_away_until FROM sites WHERE id = ?1))",
                &[&Id(site.0), &Millis(*over_at)],
            )?;
            let mark = "UPDATE sites SET put_away_until = ?2 WHERE id = ?1 AND put_away_until < ?2";
            run(mark, &[&Id(site.0), &Millis(*over_at)])?
        }
        Record::MemoriesRemoved { site, requests_before, invitations_before, codes_until, audit_before } => {
            let id = Id(site.0);
            run("DELETE FROM audit WHERE site_id = ?1 AND at < ?2", &[&id, &Millis(*audit_before)])?;
            run("DELETE FROM requests WHERE site_id IN (?1, x'') AND at < ?2", &[&id, &Millis(*requests_before)])?;
            let invitations = "DELETE FROM invitations WHERE site_id = ?1 AND expires_at < ?2";
            run(invitations, &[&id, &Millis(*invitations_before)])?;
            run("DELETE FROM retired_codes WHERE site_id = ?1 AND until < ?2", &[&id, &Millis(*codes_until)])?
        }
    };
    Ok(())
}

fn put_site(connection: &Connection, site: &Site, seq: i64) -> Result<()> {
    run(
        connection,
        "INSERT INTO sites (id, number, name, address, time_zone, policy, changed_seq, unmarked_until, last_seq,
             totals_seq, put_away_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7, 0, 0)
         ON CONFLICT (id) DO UPDATE SET name = ?3, address = ?4, policy = ?6, changed_seq = ?7",
        rusqlite::params![
            Id(site.id.0),
            site.number,
            site.name,
            site.address,
            Word(site.zone),
            Json(&*site.policy),
            seq,
            site.unmarked_until,
        ],
    )?;
    Ok(())
}

fn put_unit(connection: &Connection, unit: &Unit, seq: i64) -> Result<()> {
    run(
        connection,
        "INSERT INTO units (site_id, id, name, doors, made_seq, changed_seq) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
         ON CONFLICT (site_id, id) DO UPDATE SET name = ?3, doors = ?4, changed_seq = ?5",
        (Id(unit.site.0), Id(unit.id.0), &unit.name, unit.doors.as_ref().map(Json), seq),
    )?;
    Ok(())
}

fn put_door(connection: &Connection, door: &Door, seq: i64) -> Result<()> {
    run(
        connection,
        "INSERT INTO doors (site_id, id, name, kind, shareable, location, made_seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (site_id, id) DO UPDATE SET name = ?3, shareable = ?5, location = ?6",
        (
            Id(door.site.0),
            Id(door.id.0),
            &door.name,
            Word(door.kind),
            door.shareable,
            door.location.as_ref().map(Json),
            seq,
        ),
    )?;
    Ok(())
}

fn put_panel(connection: &Connection, panel: &Panel, token: TokenHash, seq: i64) -> Result<()> {
    run(
        connection,
        "INSERT INTO panels (site_id, id, name, locks, adapter, qr_alphabet, unknown, open_ms, token, made_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (site_id, id) DO UPDATE SET name = ?3, locks = ?4, unknown = ?7, open_ms = ?8, token = ?9",
        rusqlite::params![
            Id(panel.site.0),
            Id(panel.id.0),
            panel.name,
            Json(&panel.locks),
            Word(&panel.adapter),
            Word(panel.qr_alphabet),
            Word(panel.unknown),
            panel.open_ms,
            &token.as_bytes()[..],
            seq,
        ],
    )?;
    Ok(())
}

fn put_invitation(connection: &Connection, invitation: &Invitation, code: TokenHash, seq: i64) -> Result<()> {
    run(
        connection,
        "INSERT INTO invitations (site_id, id, unit_id, resident_id, resident_name, code, expires_at, used_at, made_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (site_id, id) DO UPDATE SET resident_id = ?4, used_at = ?8",
        rusqlite::params![
            Id(invitation.site.0),
            Id(invitation.id),
            Id(invitation.unit.0),
            invitation.resident.map(|id| Id(id.0)),
            invitation.resident_name,
            &code.as_bytes()[..],
            Millis(invitation.expires_at),
            invitation.used_at.map(Millis),
            seq,
        ],
    )?;
    Ok(())
}

fn put_request(connection: &Connection, site: Option<&SiteId>, done: &IdempotencyRecord) -> Result<()> {
    let once = &done.once;
    run(
        connection,
        "INSERT INTO requests (site_id, caller, key, request, made, keep, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (site_or_none(site), Id(once.caller), &once.key, &once.request[..], Id(done.made), &once.keep, Millis(done.at)),
    )?;
    Ok(())
}

fn put_pass(connection: &Connection, state: &PassState) -> Result<()> {
    let (pass, site) = (&state.pass, Id(state.site.0));
    run(
        connection,
        "INSERT INTO passes (site_id, id, unit_id, resident_id, version, name, comment, guest, schedule, uses, doors,
             created_at, revoked_at, ends_at, made_seq, changed_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15)
         ON CONFLICT (site_id, id) DO UPDATE SET version = ?5, name = ?6, comment = ?7, guest = ?8, schedule = ?9,
             uses = ?10, doors = ?11, revoked_at = ?13, ends_at = ?14, changed_seq = ?15",
        rusqlite::params![
            site,
            Id(pass.id.0),
            Id(state.unit.0),
            Id(state.resident.0),
            pass.version,
            pass.name,
            pass.comment,
            Word(pass.guest),
            Json(&pass.schedule),
            Json(pass.uses),
            Json(&pass.doors),
            Millis(pass.created_at),
            pass.revoked_at.map(Millis),
            Millis(state.ends_at),
            state.seq,
        ],
    )?;
    for (place, identifier) in (0_i64..).zip(&state.sealed) {
        run(
            connection,
            "INSERT INTO identifiers (site_id, pass_id, place, kind, sealed) VALUES (?1, ?2, ?3, ?4, ?5)",
            (site, Id(pass.id.0), place, identifier.kind.code(), &identifier.sealed),
        )?;
    }
    for (lookup, form) in &state.lookups {
        run(
            connection,
            "INSERT INTO lookups (site_id, lookup, pass_id, form) VALUES (?1, ?2, ?3, ?4)",
            (site, &lookup.as_bytes()[..], Id(pass.id.0), form.code()),
        )?;
    }
    if state.counted_until > 0 {
        let id = Id(pass.id.0);
        let values = usage_values(&site, &id, state.counted_until, &state.usage);
        bulk::insert(connection, PUT_USAGE, std::iter::once(values))?;
    }
    Ok(())
}

const PUT_USAGE: &str =
    "INSERT OR REPLACE INTO usage (site_id, pass_id, seq, used, last_day, used_on_last_day, visit_began)";

fn usage_values<'a>(site: &'a Id, pass: &'a Id, seq: i64, usage: &Usage) -> [ToSqlOutput<'a>; 7] {
    let last_day = usage.last_day.map_or(Value::Null, |day| Value::Integer(day.to_epoch_days().into()));
    let visit_began = usage.visit_began.map_or(Value::Null, |at| Value::Integer(at.timestamp_millis()));
    [
        bulk::blob(site),
        bulk::blob(pass),
        seq.into(),
        usage.used.into(),
        ToSqlOutput::Owned(last_day),
        usage.used_on_last_day.into(),
        ToSqlOutput::Owned(visit_began),
    ]
}

fn put_audit(connection: &Connection, entry: &AuditEntry) -> Result<()> {
    run(
        connection,
        "INSERT INTO audit (site_id, seq, at, actor, actor_id, act, subject, before, after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        rusqlite::params![
            Id(entry.site.0),
            entry.seq,
            Millis(entry.at),
            entry.actor,
            entry.actor_id.map(Id),
            entry.act,
            Id(entry.subject),
            entry.before.as_ref().map(Json),
            entry.after.as_ref().map(Json),
        ],
    )?;
    Ok(())
}

fn put_job(connection: &Connection, job: &Job) -> Result<()> {
    run(
        connection,
        "INSERT INTO jobs (site_id, id, kind, key, sealed, not_before, deadline, attempts, last_error, given_up)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (site_id, id) DO UPDATE SET not_before = ?6, deadline = ?7, attempts = ?8, last_error = ?9,
             given_up = ?10",
        rusqlite::params![
            Id(job.site.0),
            Id(job.id),
            job.kind.code(),
            job.key,
            job.sealed,
            Millis(job.not_before),
            job.deadline.map(Millis),
            job.attempts,
            job.last_error,
            job.given_up,
        ],
    )?;
    Ok(())
}

fn put_totals(connection: &Connection, totals: &Totals) -> Result<()> {
    let site = Id(totals.site.0);
    let passes: Vec<_> = totals.usage.iter().map(|(pass, usage)| (Id(pass.0), usage)).collect();
    let usage = passes.iter().map(|(pass, usage)| usage_values(&site, pass, totals.seq, usage));
    bulk::insert(connection, PUT_USAGE, usage)?;
    for (door, ladder) in &totals.ladders {
        run(
            connection,
            "INSERT OR REPLACE INTO ladders (site_id, door_id, misses, locked_until) VALUES (?1, ?2, ?3, ?4)",
            (site, Id(door.0), ladder.misses(), ladder.locked_until().map(Millis)),
        )?;
    }
    if let Some(wrong) = totals.wrong_codes {
        let put = "INSERT OR REPLACE INTO wrong_codes (site_id, day, count) VALUES (?1, ?2, ?3)";
        run(connection, put, (site, Day(wrong.day), wrong.count))?;
    }
    let mark = "UPDATE sites SET totals_seq = ?2, last_seq = max(last_seq, ?2) WHERE id = ?1";
    run(connection, mark, (site, totals.seq))?;
    Ok(())
}

fn remove_passes(
    connection: &Connection,
    site: SiteId,
    passes: &[(PassId, chrono::DateTime<chrono::Utc>)],
) -> Result<()> {
    for (pass, code_rests_until) in passes {
        let (site, pass) = (Id(site.0), Id(pass.0));
        run(
            connection,
            "INSERT OR REPLACE INTO retired_codes (site_id, lookup, until)
             SELECT site_id, lookup, ?3 FROM lookups WHERE site_id = ?1 AND pass_id = ?2 AND form = ?4",
            (site, pass, Millis(*code_rests_until), LookupForm::Code.code()),
        )?;
        run(connection, "DELETE FROM usage WHERE site_id = ?1 AND pass_id = ?2", (site, pass))?;
        run(connection, "DELETE FROM passes WHERE site_id = ?1 AND id = ?2", (site, pass))?;
    }
    Ok(())
}

fn remove_entries(connection: &Connection, site: SiteId, seqs: &[i64]) -> Result<()> {
    let id = Id(site.0);
    for seq in seqs {
        let Some(row) = entry_row::row_of(connection, site, *seq)? else { continue };
        run(
            connection,
            "DELETE FROM events WHERE (site_id, panel_id, event_id) IN
                 (SELECT site_id, panel_id, event_id FROM entries WHERE row = ?1 AND event_id IS NOT NULL)",
            [row],
        )?;
        run(
            connection,
            "DELETE FROM entries_of WHERE site_id = ?1 AND seq = ?2 AND owner_id IN
                 (SELECT site_id FROM entries WHERE row = ?3 UNION ALL SELECT unit_id FROM entries WHERE row = ?3)",
            (id, seq, row),
        )?;
        run(connection, "DELETE FROM command_outcomes WHERE site_id = ?1 AND seq = ?2", (id, seq))?;
        run(connection, "DELETE FROM entries WHERE row = ?1", [row])?;
    }
    Ok(())
}

/// The entry stays, its photo goes.
fn remove_photos(connection: &Connection, site: SiteId, seqs: &[i64]) -> Result<()> {
    for seq in seqs {
        if let Some(row) = entry_row::row_of(connection, site, *seq)? {
            run(connection, "UPDATE entries SET photo = NULL WHERE row = ?1", [row])?;
        }
    }
    Ok(())
}
