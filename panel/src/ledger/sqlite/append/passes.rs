//! How passes and their uses are written and removed.

use chrono::{DateTime, Utc};
use gatepass_core::id::{PassId, SiteId};
use gatepass_core::pass::Usage;
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, Value};

use super::run;
use crate::building::{LookupForm, PassState, Result};
use crate::ledger::sqlite::bulk;
use crate::ledger::sqlite::columns::{Id, Json, Millis, Word};

pub(super) fn put_pass(connection: &Connection, state: &PassState) -> Result<()> {
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

pub(super) const PUT_USAGE: &str =
    "INSERT OR REPLACE INTO usage (site_id, pass_id, seq, used, last_day, used_on_last_day, visit_began)";

pub(super) fn usage_values<'a>(site: &'a Id, pass: &'a Id, seq: i64, usage: &Usage) -> [ToSqlOutput<'a>; 7] {
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

pub(super) fn remove_passes(connection: &Connection, site: SiteId, passes: &[(PassId, DateTime<Utc>)]) -> Result<()> {
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
