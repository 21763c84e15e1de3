//! Residents, devices, invitations and managers come and go.

use chrono::{DateTime, Utc};
use gatepass_core::id::{ResidentId, SiteId, UnitId};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::columns::{Id, Millis, new_id};
use super::core::Core;
use super::read_people::{device_holder, invitation, manager};
use super::write_places::touch_unit;
use super::{once, write_passes};
use crate::ledger::{
    Activate, DeviceHolder, Invitation, LedgerError, Made, Manager, NewInvitation, NewManager, Once, Refused, Result,
};

pub(super) fn invite(
    core: &mut Core,
    new: NewInvitation,
    once: Option<&Once>,
    now: DateTime<Utc>,
) -> Result<Made<Invitation>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        return Ok(Made { made: invitation(&core.connection, made)?, kept: Some(kept) });
    }
    let unit = core.places(|places| places.unit(new.unit))?;
    let mut resident_name = new.resident_name;
    if let Some(resident) = new.resident {
        let found = resident_of(core, resident)?.filter(|(_, home, _)| *home == unit.id);
        let (_, _, name) = found.ok_or(LedgerError::NotFound("resident"))?;
        resident_name = name;
    }
    let id = new_id(now);
    let seq = core.live.next_seq();
    core.connection.execute(
        "INSERT INTO invitations (id, site_id, unit_id, resident_id, resident_name, code, expires_at, made_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            Id(id),
            Id(unit.site.0),
            Id(unit.id.0),
            new.resident.map(|id| Id(id.0)),
            &resident_name,
            &new.code.as_bytes()[..],
            Millis(new.expires_at),
            seq,
        ),
    )?;
    once::remember(&core.connection, once, id, now)?;
    Ok(Made::now(invitation(&core.connection, id)?))
}

pub(super) fn withdraw_invitation(core: &mut Core, id: Uuid) -> Result<()> {
    let gone = core.connection.execute("DELETE FROM invitations WHERE id = ?1 AND used_at IS NULL", [Id(id)])?;
    if gone == 1 { Ok(()) } else { Err(LedgerError::NotFound("invitation that was not used")) }
}

pub(super) fn activate(
    core: &mut Core,
    activate: &Activate,
    once: Option<&Once>,
    now: DateTime<Utc>,
) -> Result<Made<DeviceHolder>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        let made = device_holder(&core.connection, made)?.ok_or(LedgerError::NotFound("device"))?;
        return Ok(Made { made, kept: Some(kept) });
    }
    let good = core
        .connection
        .query_row(
            "UPDATE invitations SET used_at = ?2 WHERE code = ?1 AND used_at IS NULL AND expires_at > ?2
             RETURNING site_id, unit_id, resident_id, resident_name, id",
            (&activate.code.as_bytes()[..], Millis(now)),
            |row| {
                Ok((
                    row.get::<_, Id>(0)?.0,
                    row.get::<_, Id>(1)?.0,
                    row.get::<_, Option<Id>>(2)?.map(|id| id.0),
                    row.get::<_, String>(3)?,
                    row.get::<_, Id>(4)?.0,
                ))
            },
        )
        .optional()?;
    let (site, unit, resident, name, invitation) = good.ok_or(Refused::InvitationNotGood)?;
    let resident = if let Some(resident) = resident {
        resident
    } else {
        let resident = new_id(now);
        let seq = core.live.next_seq();
        core.connection.execute(
            "INSERT INTO residents (id, site_id, unit_id, name, made_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
            (Id(resident), Id(site), Id(unit), &name, seq),
        )?;
        core.connection
            .execute("UPDATE invitations SET resident_id = ?2 WHERE id = ?1", (Id(invitation), Id(resident)))?;
        resident
    };
    let device = new_id(now);
    core.connection.execute(
        "INSERT INTO devices (id, site_id, resident_id, name, token, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (Id(device), Id(site), Id(resident), &activate.device_name, &activate.token.as_bytes()[..], Millis(now)),
    )?;
    once::remember(&core.connection, once, device, now)?;
    touch_unit(core, SiteId(site), unit)?;
    let made = DeviceHolder { device, resident: ResidentId(resident), unit: UnitId(unit), site: SiteId(site) };
    Ok(Made::now(made))
}

pub(super) fn remove_device(core: &mut Core, resident: ResidentId, device: Uuid) -> Result<()> {
    let (site, unit, _) = resident_of(core, resident)?.ok_or(LedgerError::NotFound("resident"))?;
    let gone = core
        .connection
        .execute("DELETE FROM devices WHERE id = ?1 AND resident_id = ?2", (Id(device), Id(resident.0)))?;
    if gone == 0 {
        return Err(LedgerError::NotFound("device"));
    }
    touch_unit(core, site, unit.0)
}

pub(super) fn remove_resident(core: &mut Core, resident: ResidentId, now: DateTime<Utc>) -> Result<()> {
    let (site, unit, _) = resident_of(core, resident)?.ok_or(LedgerError::NotFound("resident"))?;
    // The memory follows each pass at once, so whatever can fail comes first.
    core.connection.execute("DELETE FROM residents WHERE id = ?1", [Id(resident.0)])?;
    touch_unit(core, site, unit.0)?;
    write_passes::revoke_all_of(core, unit, resident, now)
}

pub(super) fn add_manager(
    core: &mut Core,
    new: &NewManager,
    once: Option<&Once>,
    now: DateTime<Utc>,
) -> Result<Made<Manager>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        return Ok(Made { made: manager(&core.connection, made)?, kept: Some(kept) });
    }
    core.places(|places| places.site(new.site))?;
    let made = Manager { id: new_id(now), site: new.site, name: new.name.clone(), created_at: now };
    core.connection.execute(
        "INSERT INTO managers (id, site_id, name, token, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (Id(made.id), Id(made.site.0), &made.name, &new.token.as_bytes()[..], Millis(now)),
    )?;
    once::remember(&core.connection, once, made.id, now)?;
    Ok(Made::now(made))
}

pub(super) fn remove_manager(core: &mut Core, id: Uuid) -> Result<()> {
    let gone = core.connection.execute("DELETE FROM managers WHERE id = ?1", [Id(id)])?;
    if gone == 1 { Ok(()) } else { Err(LedgerError::NotFound("manager")) }
}

fn resident_of(core: &Core, resident: ResidentId) -> Result<Option<(SiteId, UnitId, String)>> {
    let found = core.connection.query_row(
        "SELECT site_id, unit_id, name FROM residents WHERE id = ?1",
        [Id(resident.0)],
        |row| Ok((SiteId(row.get::<_, Id>(0)?.0), UnitId(row.get::<_, Id>(1)?.0), row.get(2)?)),
    );
    Ok(found.optional()?)
}
