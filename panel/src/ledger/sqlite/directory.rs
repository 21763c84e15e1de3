//! Sites, units, doors and panels in memory: few, asked for all the time, changed seldom.

use std::collections::HashMap;
use std::sync::Arc;

use gatepass_core::id::{DoorId, PanelId, SiteId, UnitId};
use gatepass_core::identifier::SitePepper;
use gatepass_core::pass::DraftDoor;
use rusqlite::{Connection, Row};

use super::columns::{Id, Json, Word};
use crate::keys::{Keys, TokenHash};
use crate::ledger::{Door, LedgerError, Panel, Result, Site, Unit};

/// All places, each list in the order in which they were made.
#[derive(Default)]
pub(super) struct Directory {
    sites: HashMap<SiteId, SitePlaces>,
    units: HashMap<UnitId, Arc<Unit>>,
    doors: HashMap<DoorId, Arc<Door>>,
    panels: HashMap<PanelId, (Arc<Panel>, TokenHash)>,
    tokens: HashMap<TokenHash, PanelId>,
    order: Vec<SiteId>,
}

#[derive(Clone)]
struct SitePlaces {
    site: Arc<Site>,
    changed_seq: i64,
    units: Vec<UnitId>,
    doors: Vec<DoorId>,
    panels: Vec<PanelId>,
}

impl Directory {
    pub(super) fn load(connection: &Connection) -> Result<Self> {
        let mut directory = Self::default();
        let mut sites = connection.prepare("SELECT * FROM sites ORDER BY made_seq")?;
        for site in sites.query_map((), site_of)? {
            let (site, changed_seq) = site?;
            directory.put_site(site, changed_seq);
        }
        let mut units = connection.prepare("SELECT * FROM units ORDER BY made_seq")?;
        for unit in units.query_map((), unit_of)? {
            directory.put_unit(unit?);
        }
        let mut doors = connection.prepare("SELECT * FROM doors ORDER BY made_seq")?;
        for door in doors.query_map((), door_of)? {
            directory.put_door(door?);
        }
        let mut panels = connection.prepare("SELECT * FROM panels ORDER BY made_seq")?;
        for panel in panels.query_map((), panel_of)? {
            let (panel, token) = panel?;
            directory.put_panel(panel, token);
        }
        Ok(directory)
    }

    pub(super) fn put_site(&mut self, site: Site, changed_seq: i64) {
        let id = site.id;
        if let Some(places) = self.sites.get_mut(&id) {
            places.site = Arc::new(site);
            places.changed_seq = changed_seq;
        } else {
            self.order.push(id);
            let places = SitePlaces { site: Arc::new(site), changed_seq, units: vec![], doors: vec![], panels: vec![] };
            self.sites.insert(id, places);
        }
    }

    pub(super) fn put_unit(&mut self, unit: Unit) {
        let (id, site) = (unit.id, unit.site);
        if self.units.insert(id, Arc::new(unit)).is_none()
            && let Some(places) = self.sites.get_mut(&site)
        {
            places.units.push(id);
        }
    }

    pub(super) fn put_door(&mut self, door: Door) {
        let (id, site) = (door.id, door.site);
        if self.doors.insert(id, Arc::new(door)).is_none()
            && let Some(places) = self.sites.get_mut(&site)
        {
            places.doors.push(id);
        }
    }

    pub(super) fn put_panel(&mut self, panel: Panel, token: TokenHash) {
        let (id, site) = (panel.id, panel.site);
        match self.panels.insert(id, (Arc::new(panel), token)) {
            Some((_, old)) => _ = self.tokens.remove(&old),
            None => {
                if let Some(places) = self.sites.get_mut(&site) {
                    places.panels.push(id);
                }
            }
        }
        self.tokens.insert(token, id);
    }

    pub(super) fn remove_panel(&mut self, id: PanelId) {
        if let Some((panel, token)) = self.panels.remove(&id) {
            self.tokens.remove(&token);
            if let Some(places) = self.sites.get_mut(&panel.site) {
                places.panels.retain(|panel| *panel != id);
            }
        }
    }

    pub(super) fn site(&self, id: SiteId) -> Result<Arc<Site>> {
        self.sites.get(&id).map(|places| Arc::clone(&places.site)).ok_or(LedgerError::NotFound("site"))
    }

    /// When the site itself, its policy or its doors changed last, in the sequence of changes.
    pub(super) fn site_changed(&self, id: SiteId) -> i64 {
        self.sites.get(&id).map_or(0, |places| places.changed_seq)
    }

    pub(super) fn set_site_changed(&mut self, id: SiteId, seq: i64) {
        if let Some(places) = self.sites.get_mut(&id) {
            places.changed_seq = seq;
        }
    }

    pub(super) fn unit(&self, id: UnitId) -> Result<Arc<Unit>> {
        self.units.get(&id).cloned().ok_or(LedgerError::NotFound("unit"))
    }

    pub(super) fn door(&self, id: DoorId) -> Result<Arc<Door>> {
        self.doors.get(&id).cloned().ok_or(LedgerError::NotFound("door"))
    }

    pub(super) fn panel(&self, id: PanelId) -> Result<(Arc<Panel>, TokenHash)> {
        self.panels.get(&id).cloned().ok_or(LedgerError::NotFound("panel"))
    }

    pub(super) fn panel_by_token(&self, token: TokenHash) -> Option<Arc<Panel>> {
        let (panel, kept) = self.panels.get(self.tokens.get(&token)?)?;
        kept.matches(&token).then(|| Arc::clone(panel))
    }

    pub(super) fn sites(&self) -> impl Iterator<Item = &Arc<Site>> {
        self.order.iter().filter_map(|id| self.sites.get(id)).map(|places| &places.site)
    }

    pub(super) fn units(&self, site: SiteId) -> impl Iterator<Item = &Arc<Unit>> {
        self.sites.get(&site).into_iter().flat_map(|places| &places.units).filter_map(|id| self.units.get(id))
    }

    pub(super) fn doors(&self, site: SiteId) -> impl Iterator<Item = &Arc<Door>> {
        self.sites.get(&site).into_iter().flat_map(|places| &places.doors).filter_map(|id| self.doors.get(id))
    }

    pub(super) fn panels(&self, site: SiteId) -> impl Iterator<Item = &Arc<Panel>> {
        let panels = self.sites.get(&site).into_iter().flat_map(|places| &places.panels);
        panels.filter_map(|id| self.panels.get(id)).map(|(panel, _)| panel)
    }

    /// The doors a unit's residents hold.
    pub(super) fn held_by<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Arc<Door>> {
        self.doors(unit.site).filter(|door| unit.holds(door))
    }

    /// The same, as the rules want them.
    pub(super) fn draft_doors(&self, unit: &Unit) -> Vec<DraftDoor> {
        self.held_by(unit).map(|door| DraftDoor { id: door.id, shareable: door.shareable }).collect()
    }

    /// What short secrets of a site are hashed with.
    pub(super) fn pepper(&self, site: SiteId, keys: &Keys) -> Result<SitePepper> {
        Ok(keys.pepper_of(self.site(site)?.number))
    }

    /// The number for a new site.
    pub(super) fn next_number(&self) -> u32 {
        self.sites().map(|site| site.number).max().unwrap_or(0) + 1
    }
}

fn site_of(row: &Row<'_>) -> rusqlite::Result<(Site, i64)> {
    let site = Site {
        id: SiteId(row.get::<_, Id>("id")?.0),
        number: row.get("number")?,
        name: row.get("name")?,
        address: row.get("address")?,
        zone: row.get::<_, Word<_>>("time_zone")?.0,
        policy: Arc::new(row.get::<_, Json<_>>("policy")?.0),
    };
    Ok((site, row.get("changed_seq")?))
}

fn unit_of(row: &Row<'_>) -> rusqlite::Result<Unit> {
    Ok(Unit {
        id: UnitId(row.get::<_, Id>("id")?.0),
        site: SiteId(row.get::<_, Id>("site_id")?.0),
        name: row.get("name")?,
        doors: row.get::<_, Option<Json<_>>>("doors")?.map(|doors| doors.0),
    })
}

fn door_of(row: &Row<'_>) -> rusqlite::Result<Door> {
    Ok(Door {
        id: DoorId(row.get::<_, Id>("id")?.0),
        site: SiteId(row.get::<_, Id>("site_id")?.0),
        name: row.get("name")?,
        kind: row.get::<_, Word<_>>("kind")?.0,
        shareable: row.get("shareable")?,
        location: row.get::<_, Option<Json<_>>>("location")?.map(|location| location.0),
    })
}

fn panel_of(row: &Row<'_>) -> rusqlite::Result<(Panel, TokenHash)> {
    let panel = Panel {
        id: PanelId(row.get::<_, Id>("id")?.0),
        site: SiteId(row.get::<_, Id>("site_id")?.0),
        name: row.get("name")?,
        locks: row.get::<_, Json<_>>("locks")?.0,
        adapter: row.get::<_, Word<_>>("adapter")?.0,
        qr_alphabet: row.get::<_, Word<_>>("qr_alphabet")?.0,
        unknown: row.get::<_, Word<_>>("unknown")?.0,
        open_ms: row.get("open_ms")?,
    };
    Ok((panel, TokenHash::from_bytes(row.get("token")?)))
}
