//! Sites, units, doors and panels are made and changed.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use gatepass_core::api::{DoorChange, PanelChange, PanelLock, SiteChange, UnitChange};
use gatepass_core::id::{DoorId, PanelId, SiteId, UnitId};
use gatepass_core::pass::Policy;
use uuid::Uuid;

use super::columns::{Id, Json, Word, new_id};
use super::core::Core;
use super::once;
use crate::keys::TokenHash;
use crate::ledger::{
    Conflict, Door, LedgerError, Made, NewDoor, NewPanel, NewSite, NewUnit, Once, Panel, Refused, Result, Site, Unit,
};

pub(super) fn add_site(core: &mut Core, new: NewSite, once: Option<&Once>, now: DateTime<Utc>) -> Result<Made<Site>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        let made = core.places(|places| places.site(SiteId(made)))?;
        return Ok(Made { made: (*made).clone(), kept: Some(kept) });
    }
    let site = Site {
        id: SiteId(new_id(now)),
        number: core.places(super::directory::Directory::next_number),
        name: new.name,
        address: new.address,
        zone: new.zone,
        policy: Arc::new(new.policy),
    };
    let seq = core.live.next_seq();
    core.connection.execute(
        "INSERT INTO sites (id, number, name, address, time_zone, policy, made_seq, changed_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        (Id(site.id.0), site.number, &site.name, &site.address, Word(site.zone), Json(&*site.policy), seq),
    )?;
    once::remember(&core.connection, once, site.id.0, now)?;
    put_site(core, &site, seq);
    Ok(Made::now(site))
}

pub(super) fn change_site(core: &mut Core, id: SiteId, change: SiteChange) -> Result<Site> {
    let mut site = (*core.places(|places| places.site(id))?).clone();
    site.name = change.name.unwrap_or(site.name);
    site.address = change.address.unwrap_or(site.address);
    write_site(core, site)
}

pub(super) fn set_policy(core: &mut Core, id: SiteId, policy: Policy) -> Result<Site> {
    let mut site = (*core.places(|places| places.site(id))?).clone();
    site.policy = Arc::new(policy);
    write_site(core, site)
}

fn write_site(core: &mut Core, site: Site) -> Result<Site> {
    let seq = core.live.next_seq();
    core.connection.execute(
        "UPDATE sites SET name = ?2, address = ?3, policy = ?4, changed_seq = ?5 WHERE id = ?1",
        (Id(site.id.0), &site.name, &site.address, Json(&*site.policy), seq),
    )?;
    put_site(core, &site, seq);
    core.note_change(site.id, None, seq);
    Ok(site)
}

fn put_site(core: &mut Core, site: &Site, seq: i64) {
    let site = site.clone();
    core.after_commit(move |places| places.put_site(site, seq));
}

pub(super) fn add_unit(core: &mut Core, new: NewUnit, once: Option<&Once>, now: DateTime<Utc>) -> Result<Made<Unit>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        let made = core.places(|places| places.unit(UnitId(made)))?;
        return Ok(Made { made: (*made).clone(), kept: Some(kept) });
    }
    let unit = Unit { id: UnitId(new_id(now)), site: new.site, name: new.name, doors: new.doors };
    check_unit(core, &unit)?;
    let seq = core.live.next_seq();
    core.connection.execute(
        "INSERT INTO units (id, site_id, name, doors, made_seq, changed_seq) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        (Id(unit.id.0), Id(unit.site.0), &unit.name, unit.doors.as_ref().map(Json), seq),
    )?;
    once::remember(&core.connection, once, unit.id.0, now)?;
    let put = unit.clone();
    core.after_commit(move |places| places.put_unit(put));
    Ok(Made::now(unit))
}

pub(super) fn change_unit(core: &mut Core, id: UnitId, change: UnitChange) -> Result<Unit> {
    let mut unit = (*core.places(|places| places.unit(id))?).clone();
    unit.name = change.name.unwrap_or(unit.name);
    unit.doors = change.doors.or(unit.doors);
    check_unit(core, &unit)?;
    let seq = core.live.next_seq();
    core.connection.execute(
        "UPDATE units SET name = ?2, doors = ?3, changed_seq = ?4 WHERE id = ?1",
        (Id(unit.id.0), &unit.name, unit.doors.as_ref().map(Json), seq),
    )?;
    core.note_change(unit.site, Some(unit.id), seq);
    let put = unit.clone();
    core.after_commit(move |places| places.put_unit(put));
    Ok(unit)
}

fn check_unit(core: &Core, unit: &Unit) -> Result<()> {
    core.places(|places| {
        places.site(unit.site)?;
        let taken = places.units(unit.site).any(|other| other.name == unit.name && other.id != unit.id);
        let own = |door: &DoorId| places.door(*door).is_ok_and(|door| door.site == unit.site);
        if taken {
            Err(Conflict::NameTaken.into())
        } else if unit.doors.iter().flatten().all(own) {
            Ok(())
        } else {
            Err(LedgerError::Refused(Refused::BadDoors))
        }
    })
}

pub(super) fn add_door(core: &mut Core, new: NewDoor, once: Option<&Once>, now: DateTime<Utc>) -> Result<Made<Door>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        let made = core.places(|places| places.door(DoorId(made)))?;
        return Ok(Made { made: (*made).clone(), kept: Some(kept) });
    }
    let door = Door {
        id: DoorId(new_id(now)),
        site: new.site,
        name: new.name,
        kind: new.kind,
        shareable: new.shareable,
        location: new.location,
    };
    check_door(core, &door)?;
    let seq = core.live.next_seq();
    core.connection.execute(
        "INSERT INTO doors (id, site_id, name, kind, shareable, location, made_seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            Id(door.id.0),
            Id(door.site.0),
            &door.name,
            Word(door.kind),
            door.shareable,
            door.location.as_ref().map(Json),
            seq,
        ),
    )?;
    once::remember(&core.connection, once, door.id.0, now)?;
    put_door(core, &door, seq)?;
    Ok(Made::now(door))
}

pub(super) fn change_door(core: &mut Core, id: DoorId, change: DoorChange) -> Result<Door> {
    let mut door = (*core.places(|places| places.door(id))?).clone();
    door.name = change.name.unwrap_or(door.name);
    door.shareable = change.shareable.unwrap_or(door.shareable);
    door.location = change.location.or(door.location);
    check_door(core, &door)?;
    let seq = core.live.next_seq();
    core.connection.execute(
        "UPDATE doors SET name = ?2, shareable = ?3, location = ?4 WHERE id = ?1",
        (Id(door.id.0), &door.name, door.shareable, door.location.as_ref().map(Json)),
    )?;
    put_door(core, &door, seq)?;
    Ok(door)
}

fn check_door(core: &Core, door: &Door) -> Result<()> {
    core.places(|places| {
        places.site(door.site)?;
        let taken = places.doors(door.site).any(|other| other.name == door.name && other.id != door.id);
        if taken { Err(Conflict::NameTaken.into()) } else { Ok(()) }
    })
}

/// A door is part of the profile of everybody at its site.
fn put_door(core: &mut Core, door: &Door, seq: i64) -> Result<()> {
    core.connection.execute("UPDATE sites SET changed_seq = ?2 WHERE id = ?1", (Id(door.site.0), seq))?;
    core.note_change(door.site, None, seq);
    let put = door.clone();
    core.after_commit(move |places| {
        places.set_site_changed(put.site, seq);
        places.put_door(put);
    });
    Ok(())
}

pub(super) fn add_panel(
    core: &mut Core,
    new: NewPanel,
    once: Option<&Once>,
    now: DateTime<Utc>,
) -> Result<Made<Panel>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        let (made, _) = core.places(|places| places.panel(PanelId(made)))?;
        return Ok(Made { made: (*made).clone(), kept: Some(kept) });
    }
    let token = new.token;
    let panel = Panel {
        id: PanelId(new_id(now)),
        site: new.site,
        name: new.name,
        locks: new.locks,
        adapter: new.adapter,
        qr_alphabet: new.qr_alphabet,
        unknown: new.unknown,
        open_ms: new.open_ms,
    };
    check_panel(core, &panel)?;
    let seq = core.live.next_seq();
    core.connection.execute(
        "INSERT INTO panels (id, site_id, name, locks, adapter, qr_alphabet, unknown, open_ms, token, made_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        rusqlite::params![
            Id(panel.id.0),
            Id(panel.site.0),
            panel.name,
            Json(&panel.locks),
            Word(panel.adapter),
            Word(panel.qr_alphabet),
            Word(panel.unknown),
            panel.open_ms,
            &token.as_bytes()[..],
            seq,
        ],
    )?;
    once::remember(&core.connection, once, panel.id.0, now)?;
    put_panel(core, &panel, token);
    Ok(Made::now(panel))
}

pub(super) fn change_panel(core: &mut Core, id: PanelId, change: PanelChange) -> Result<Panel> {
    let (panel, token) = core.places(|places| places.panel(id))?;
    let mut panel = (*panel).clone();
    panel.name = change.name.unwrap_or(panel.name);
    panel.locks = change.locks.unwrap_or(panel.locks);
    panel.unknown = change.unknown.unwrap_or(panel.unknown);
    panel.open_ms = change.open_ms.unwrap_or(panel.open_ms);
    check_panel(core, &panel)?;
    core.connection.execute(
        "UPDATE panels SET name = ?2, locks = ?3, unknown = ?4, open_ms = ?5 WHERE id = ?1",
        (Id(id.0), &panel.name, Json(&panel.locks), Word(panel.unknown), panel.open_ms),
    )?;
    put_panel(core, &panel, token);
    Ok(panel)
}

pub(super) fn renew_panel(core: &mut Core, id: PanelId, token: TokenHash) -> Result<Panel> {
    let (panel, _) = core.places(|places| places.panel(id))?;
    core.connection.execute("UPDATE panels SET token = ?2 WHERE id = ?1", (Id(id.0), &token.as_bytes()[..]))?;
    put_panel(core, &panel, token);
    Ok((*panel).clone())
}

pub(super) fn remove_panel(core: &mut Core, id: PanelId) -> Result<()> {
    core.places(|places| places.panel(id))?;
    core.connection.execute("DELETE FROM panels WHERE id = ?1", [Id(id.0)])?;
    core.after_commit(move |places| places.remove_panel(id));
    Ok(())
}

fn put_panel(core: &mut Core, panel: &Panel, token: TokenHash) {
    let panel = panel.clone();
    core.after_commit(move |places| places.put_panel(panel, token));
}

fn check_panel(core: &Core, panel: &Panel) -> Result<()> {
    let once_each = |locks: &[PanelLock]| {
        let mut numbers: Vec<u16> = locks.iter().map(|lock| lock.lock).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len() == locks.len()
    };
    core.places(|places| {
        places.site(panel.site)?;
        let taken = places.panels(panel.site).any(|other| other.name == panel.name && other.id != panel.id);
        let own = |lock: &PanelLock| places.door(lock.door).is_ok_and(|door| door.site == panel.site);
        if taken {
            Err(Conflict::NameTaken.into())
        } else if !panel.locks.is_empty() && once_each(&panel.locks) && panel.locks.iter().all(own) {
            Ok(())
        } else {
            Err(LedgerError::Refused(Refused::BadLocks))
        }
    })
}

/// Something of a unit's people changed: their profiles tell of it.
pub(super) fn touch_unit(core: &mut Core, site: SiteId, unit: Uuid) -> Result<()> {
    let seq = core.live.next_seq();
    core.connection.execute("UPDATE units SET changed_seq = ?2 WHERE id = ?1", (Id(unit), seq))?;
    core.note_change(site, Some(UnitId(unit)), seq);
    Ok(())
}
