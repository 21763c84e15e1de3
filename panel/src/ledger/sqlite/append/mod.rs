//! Writes each kind of record.

mod directory;
mod log;
mod passes;

use gatepass_core::id::SiteId;
use rusqlite::{Connection, Params};

use super::columns::{Id, Json, Millis};
use super::journal::site_or_none;
use super::{entry_index, entry_row, key_marks};
use crate::building::{AuditEntry, IdempotencyRecord, Job, Record, Result};

/// Writes records, in the transaction that is open.
pub(super) fn records(connection: &Connection, records: &[Record]) -> Result<()> {
    for record in records {
        write(connection, record)?;
    }
    // The totals of all sites are in one batch, so the tail of the log is indexed once.
    if records.iter().any(|record| matches!(record, Record::Totals(_))) {
        entry_index::index_tail(connection)?;
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
        Record::Pass(pass) => return passes::put_pass(connection, pass),
        Record::Site { site, seq } => return directory::put_site(connection, site, *seq),
        Record::Unit { unit, seq } => return directory::put_unit(connection, unit, *seq),
        Record::Door { door, seq } => return directory::put_door(connection, door, *seq),
        Record::Panel { panel, token, seq } => return directory::put_panel(connection, panel, *token, *seq),
        Record::Invitation { invitation, code, seq } => {
            return directory::put_invitation(connection, invitation, *code, *seq);
        }
        Record::RequestDone { site, done } => return put_request(connection, site.as_ref(), done),
        Record::Totals(totals) => return log::put_totals(connection, totals),
        Record::PassesRemoved { site, passes } => return passes::remove_passes(connection, *site, passes),
        Record::EntriesRemoved { site, seqs } => return log::remove_entries(connection, *site, seqs),
        Record::PhotosRemoved { site, seqs } => return log::remove_photos(connection, *site, seqs),
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
        Record::KeyMark { site, mark } => return key_marks::put(connection, *site, mark),
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
        Record::Device { site, resident, device, token } => {
            return directory::put_device(connection, *site, *resident, device, *token);
        }
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
        Record::AnswersResealed { site, answers } => {
            let put = "UPDATE requests SET keep = ?4 WHERE site_id = ?1 AND caller = ?2 AND key = ?3";
            for answer in answers {
                run(put, &[&Id(site.0), &Id(answer.caller), &answer.key, &answer.sealed])?;
            }
            answers.len()
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

fn put_request(connection: &Connection, site: Option<&SiteId>, done: &IdempotencyRecord) -> Result<()> {
    let once = &done.once;
    run(
        connection,
        "INSERT INTO requests (site_id, caller, key, request, made, keep, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (site_or_none(site), Id(once.caller), &once.key, &once.request[..], Id(done.made), &once.keep, Millis(done.at)),
    )?;
    Ok(())
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
         ON CONFLICT (site_id, id) DO UPDATE SET sealed = ?5, not_before = ?6, deadline = ?7, attempts = ?8, last_error = ?9,
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
