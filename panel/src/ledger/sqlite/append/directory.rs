//! How sites, units, doors, panels and invitations are written.

use gatepass_core::id::{ResidentId, SiteId};
use rusqlite::Connection;

use super::run;
use crate::building::{DeviceRecord, Door, Invitation, Panel, Result, Site, Unit};
use crate::keys::TokenHash;
use crate::ledger::sqlite::columns::{Id, Json, Millis, Word};

pub(super) fn put_site(connection: &Connection, site: &Site, seq: i64) -> Result<()> {
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

pub(super) fn put_unit(connection: &Connection, unit: &Unit, seq: i64) -> Result<()> {
    run(
        connection,
        "INSERT INTO units (site_id, id, name, doors, made_seq, changed_seq) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
         ON CONFLICT (site_id, id) DO UPDATE SET name = ?3, doors = ?4, changed_seq = ?5",
        (Id(unit.site.0), Id(unit.id.0), &unit.name, unit.doors.as_ref().map(Json), seq),
    )?;
    Ok(())
}

pub(super) fn put_door(connection: &Connection, door: &Door, seq: i64) -> Result<()> {
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

pub(super) fn put_panel(connection: &Connection, panel: &Panel, token: TokenHash, seq: i64) -> Result<()> {
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

pub(super) fn put_invitation(
    connection: &Connection,
    invitation: &Invitation,
    code: TokenHash,
    seq: i64,
) -> Result<()> {
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

pub(super) fn put_device(
    connection: &Connection,
    site: SiteId,
    resident: ResidentId,
    device: &DeviceRecord,
    token: TokenHash,
) -> Result<()> {
    run(
        connection,
        "INSERT INTO devices (site_id, id, resident_id, name, token, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (Id(site.0), Id(device.id), Id(resident.0), &device.name, &token.as_bytes()[..], Millis(device.created_at)),
    )?;
    Ok(())
}
