//! Residents, devices, invitations and managers are looked up.

use gatepass_core::id::{ResidentId, SiteId, UnitId};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::columns::{Id, Millis};
use super::readers::Reader;
use crate::keys::TokenHash;
use crate::ledger::{DeviceHolder, DeviceRecord, Invitation, LedgerError, Manager, Membership, Resident, Result};

const HOLDER: &str = "SELECT d.id, d.resident_id, r.unit_id, r.site_id, d.token FROM devices d
     JOIN residents r ON r.id = d.resident_id WHERE ";

fn holder_of(row: &Row<'_>) -> rusqlite::Result<(DeviceHolder, TokenHash)> {
    let holder = DeviceHolder {
        device: row.get::<_, Id>(0)?.0,
        resident: ResidentId(row.get::<_, Id>(1)?.0),
        unit: UnitId(row.get::<_, Id>(2)?.0),
        site: SiteId(row.get::<_, Id>(3)?.0),
    };
    Ok((holder, TokenHash::from_bytes(row.get(4)?)))
}

pub(super) fn device_by_token(reader: &Reader<'_>, token: TokenHash) -> Result<Option<DeviceHolder>> {
    let mut find = reader.connection.prepare_cached(&[HOLDER, "d.token = ?1"].concat())?;
    let found = find.query_row([&token.as_bytes()[..]], holder_of).optional()?;
    Ok(found.filter(|(_, kept)| kept.matches(&token)).map(|(holder, _)| holder))
}

pub(super) fn device_holder(connection: &Connection, device: Uuid) -> Result<Option<DeviceHolder>> {
    let mut find = connection.prepare_cached(&[HOLDER, "d.id = ?1"].concat())?;
    Ok(find.query_row([Id(device)], holder_of).optional()?.map(|(holder, _)| holder))
}

const INVITATION: &str = "SELECT id, site_id, unit_id, resident_name, expires_at, used_at FROM invitations WHERE ";

fn invitation_of(row: &Row<'_>) -> rusqlite::Result<Invitation> {
    Ok(Invitation {
        id: row.get::<_, Id>(0)?.0,
        site: SiteId(row.get::<_, Id>(1)?.0),
        unit: UnitId(row.get::<_, Id>(2)?.0),
        resident_name: row.get(3)?,
        expires_at: row.get::<_, Millis>(4)?.0,
        used_at: row.get::<_, Option<Millis>>(5)?.map(|at| at.0),
    })
}

pub(super) fn invitation(connection: &Connection, id: Uuid) -> Result<Invitation> {
    let mut find = connection.prepare_cached(&[INVITATION, "id = ?1"].concat())?;
    find.query_row([Id(id)], invitation_of).optional()?.ok_or(LedgerError::NotFound("invitation"))
}

pub(super) fn invitations(reader: &Reader<'_>, unit: UnitId) -> Result<Vec<Invitation>> {
    reader.places(|places| places.unit(unit))?;
    let mut find = reader.connection.prepare_cached(&[INVITATION, "unit_id = ?1 ORDER BY made_seq DESC"].concat())?;
    let found = find.query_map([Id(unit.0)], invitation_of)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

const MANAGER: &str = "SELECT id, site_id, name, created_at, token FROM managers WHERE ";

fn manager_of(row: &Row<'_>) -> rusqlite::Result<(Manager, TokenHash)> {
    let manager = Manager {
        id: row.get::<_, Id>(0)?.0,
        site: SiteId(row.get::<_, Id>(1)?.0),
        name: row.get(2)?,
        created_at: row.get::<_, Millis>(3)?.0,
    };
    Ok((manager, TokenHash::from_bytes(row.get(4)?)))
}

pub(super) fn manager(connection: &Connection, id: Uuid) -> Result<Manager> {
    let mut find = connection.prepare_cached(&[MANAGER, "id = ?1"].concat())?;
    let found = find.query_row([Id(id)], manager_of).optional()?;
    found.map(|(manager, _)| manager).ok_or(LedgerError::NotFound("manager"))
}

pub(super) fn manager_by_token(reader: &Reader<'_>, token: TokenHash) -> Result<Option<Manager>> {
    let mut find = reader.connection.prepare_cached(&[MANAGER, "token = ?1"].concat())?;
    let found = find.query_row([&token.as_bytes()[..]], manager_of).optional()?;
    Ok(found.filter(|(_, kept)| kept.matches(&token)).map(|(manager, _)| manager))
}

pub(super) fn managers(reader: &Reader<'_>, site: SiteId) -> Result<Vec<Manager>> {
    reader.places(|places| places.site(site))?;
    let mut find = reader.connection.prepare_cached(&[MANAGER, "site_id = ?1 ORDER BY created_at, id"].concat())?;
    let found = find.query_map([Id(site.0)], |row| Ok(manager_of(row)?.0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn resident_of(row: &Row<'_>) -> rusqlite::Result<Resident> {
    Ok(Resident {
        id: ResidentId(row.get::<_, Id>(0)?.0),
        site: SiteId(row.get::<_, Id>(1)?.0),
        unit: UnitId(row.get::<_, Id>(2)?.0),
        name: row.get(3)?,
        devices: Vec::new(),
    })
}

const RESIDENT: &str = "SELECT id, site_id, unit_id, name FROM residents WHERE ";

pub(super) fn residents(reader: &Reader<'_>, unit: UnitId) -> Result<Vec<Resident>> {
    reader.places(|places| places.unit(unit))?;
    let mut find = reader.connection.prepare_cached(&[RESIDENT, "unit_id = ?1 ORDER BY made_seq"].concat())?;
    let found = find.query_map([Id(unit.0)], resident_of)?.collect::<rusqlite::Result<Vec<_>>>()?;
    found.into_iter().map(|resident| with_devices(reader, resident)).collect()
}

fn with_devices(reader: &Reader<'_>, mut resident: Resident) -> Result<Resident> {
    let mut devices = reader
        .connection
        .prepare_cached("SELECT id, name, created_at FROM devices WHERE resident_id = ?1 ORDER BY created_at, id")?;
    let devices = devices.query_map([Id(resident.id.0)], |row| {
        Ok(DeviceRecord { id: row.get::<_, Id>(0)?.0, name: row.get(1)?, created_at: row.get::<_, Millis>(2)?.0 })
    })?;
    resident.devices = devices.collect::<rusqlite::Result<_>>()?;
    Ok(resident)
}

pub(super) fn membership(reader: &Reader<'_>, id: ResidentId) -> Result<Membership> {
    let mut find = reader.connection.prepare_cached(&[RESIDENT, "id = ?1"].concat())?;
    let resident = find.query_row([Id(id.0)], resident_of).optional()?.ok_or(LedgerError::NotFound("resident"))?;
    let resident = with_devices(reader, resident)?;
    reader.places(|places| {
        let unit = places.unit(resident.unit)?;
        let site = places.site(unit.site)?;
        let doors = places.held_by(&unit).map(|door| (**door).clone()).collect();
        Ok(Membership { resident, unit: (*unit).clone(), site: (*site).clone(), doors })
    })
}
