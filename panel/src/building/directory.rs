//! Sites with their units, doors, panels, residents and managers: asked for all the time, changed seldom.

use foldhash::HashMap;
use std::sync::Arc;

use gatepass_core::id::{DoorId, EntryId, PanelId, ResidentId, SiteId, UnitId};
use gatepass_core::identifier::SitePepper;
use gatepass_core::pass::DraftDoor;
use uuid::Uuid;

use super::ids::{entry_id, site_mark};
use super::{
    DeviceHolder, DeviceRecord, Door, EntityKind, Entry, Invitation, LedgerError, Manager, Membership, Panel,
    PanelAtSite, Record, Resident, Result, Site, Unit,
};
use crate::keys::{Keys, TokenHash};

/// The sites and everything that belongs to them. Each list is in the order in which its members were made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    sites: HashMap<SiteId, SiteListing>,
    units: HashMap<UnitId, UnitListing>,
    doors: HashMap<DoorId, Arc<Door>>,
    panels: HashMap<PanelId, (Arc<Panel>, TokenHash)>,
    residents: HashMap<ResidentId, Arc<Resident>>,
    device_tokens: HashMap<Uuid, TokenHash>,
    invitations: HashMap<Uuid, (Arc<Invitation>, TokenHash)>,
    managers: HashMap<Uuid, (Arc<Manager>, TokenHash)>,
    panel_tokens: HashMap<TokenHash, PanelId>,
    devices: HashMap<TokenHash, DeviceHolder>,
    manager_tokens: HashMap<TokenHash, Uuid>,
    invitation_codes: HashMap<TokenHash, Uuid>,
    order: Vec<SiteId>,
}

#[derive(Clone, Debug, PartialEq)]
struct SiteListing {
    site: Arc<Site>,
    changed_seq: i64,
    units: Vec<UnitId>,
    doors: Vec<DoorId>,
    panels: Vec<PanelId>,
    managers: Vec<Uuid>,
}

#[derive(Clone, Debug, PartialEq)]
struct UnitListing {
    unit: Arc<Unit>,
    changed_seq: i64,
    residents: Vec<ResidentId>,
    invitations: Vec<Uuid>,
}

impl Directory {
    /// Takes a record in. `false`: the record does not change the directory.
    pub(crate) fn apply(&mut self, record: &Record) -> bool {
        match record {
            Record::Site { site, seq } => self.put_site(site, *seq),
            Record::SiteChanged { site, seq } => {
                self.sites.entry(*site).and_modify(|listing| listing.changed_seq = *seq);
            }
            Record::Unit { unit, seq } => self.put_unit(unit, *seq),
            Record::UnitChanged { unit, seq, .. } => {
                self.units.entry(*unit).and_modify(|listing| listing.changed_seq = *seq);
            }
            Record::Door { door, .. } => self.put_door(door),
            Record::Panel { panel, token, .. } => self.put_panel(panel, *token),
            Record::PanelRemoved { panel, .. } => self.remove_panel(*panel),
            Record::Resident { resident, .. } => self.put_resident(resident),
            Record::ResidentRemoved { resident, .. } => self.remove_resident(*resident),
            Record::Device { resident, device, token, .. } => self.put_device(*resident, device, *token),
            Record::DeviceRemoved { resident, device, .. } => self.remove_device(*resident, *device),
            Record::Invitation { invitation, code, .. } => self.put_invitation(invitation, *code),
            Record::InvitationRemoved { invitation, .. } => self.remove_invitation(*invitation),
            Record::MemoriesRemoved { site, invitations_before, .. } => {
                let old = self.invitations.values().map(|(invitation, _)| invitation);
                let old = old.filter(|old| old.site == *site && old.expires_at < *invitations_before);
                let old: Vec<Uuid> = old.map(|invitation| invitation.id).collect();
                for invitation in old {
                    self.remove_invitation(invitation);
                }
            }
            Record::Manager { manager, token } => self.put_manager(manager, *token),
            Record::ManagerRemoved { manager, .. } => self.remove_manager(*manager),
            _ => return false,
        }
        true
    }

    fn put_site(&mut self, site: &Arc<Site>, changed_seq: i64) {
        let site = Arc::clone(site);
        if let Some(listing) = self.sites.get_mut(&site.id) {
            (listing.site, listing.changed_seq) = (site, changed_seq);
        } else {
            self.order.push(site.id);
            let none = SiteListing {
                site: Arc::clone(&site),
                changed_seq,
                units: vec![],
                doors: vec![],
                panels: vec![],
                managers: vec![],
            };
            self.sites.insert(site.id, none);
        }
    }

    fn put_unit(&mut self, unit: &Arc<Unit>, changed_seq: i64) {
        let unit = Arc::clone(unit);
        if let Some(listing) = self.units.get_mut(&unit.id) {
            (listing.unit, listing.changed_seq) = (unit, changed_seq);
        } else {
            let (id, site) = (unit.id, unit.site);
            self.units.insert(id, UnitListing { unit, changed_seq, residents: vec![], invitations: vec![] });
            self.sites.entry(site).and_modify(|site| site.units.push(id));
        }
    }

    fn put_door(&mut self, door: &Arc<Door>) {
        if self.doors.insert(door.id, Arc::clone(door)).is_none() {
            self.sites.entry(door.site).and_modify(|site| site.doors.push(door.id));
        }
    }

    fn put_panel(&mut self, panel: &Arc<Panel>, token: TokenHash) {
        match self.panels.insert(panel.id, (Arc::clone(panel), token)) {
            Some((_, old)) => _ = self.panel_tokens.remove(&old),
            None => _ = self.sites.entry(panel.site).and_modify(|site| site.panels.push(panel.id)),
        }
        self.panel_tokens.insert(token, panel.id);
    }

    fn remove_panel(&mut self, id: PanelId) {
        if let Some((panel, token)) = self.panels.remove(&id) {
            self.panel_tokens.remove(&token);
            self.sites.entry(panel.site).and_modify(|site| site.panels.retain(|other| *other != id));
        }
    }

    fn put_resident(&mut self, resident: &Arc<Resident>) {
        if self.residents.insert(resident.id, Arc::clone(resident)).is_none() {
            self.units.entry(resident.unit).and_modify(|unit| unit.residents.push(resident.id));
        }
    }

    fn remove_resident(&mut self, id: ResidentId) {
        let Some(resident) = self.residents.remove(&id) else { return };
        for device in &resident.devices {
            self.device_tokens.remove(&device.id).map(|token| self.devices.remove(&token));
        }
        self.units.entry(resident.unit).and_modify(|unit| unit.residents.retain(|other| *other != id));
        let theirs = self.invitations.values().filter(|(invitation, _)| invitation.resident == Some(id));
        let theirs: Vec<Uuid> = theirs.map(|(invitation, _)| invitation.id).collect();
        for invitation in theirs {
            self.remove_invitation(invitation);
        }
    }

    fn put_device(&mut self, resident: ResidentId, device: &DeviceRecord, token: TokenHash) {
        let Some(resident) = self.residents.get_mut(&resident) else { return };
        let holder =
            DeviceHolder { device: device.id, resident: resident.id, unit: resident.unit, site: resident.site };
        Arc::make_mut(resident).devices.push(device.clone());
        self.device_tokens.insert(device.id, token);
        self.devices.insert(token, holder);
    }

    fn remove_device(&mut self, resident: ResidentId, device: Uuid) {
        if let Some(resident) = self.residents.get_mut(&resident) {
            Arc::make_mut(resident).devices.retain(|other| other.id != device);
        }
        self.device_tokens.remove(&device).map(|token| self.devices.remove(&token));
    }

    fn put_invitation(&mut self, invitation: &Arc<Invitation>, code: TokenHash) {
        if self.invitations.insert(invitation.id, (Arc::clone(invitation), code)).is_none() {
            self.units.entry(invitation.unit).and_modify(|unit| unit.invitations.push(invitation.id));
            self.invitation_codes.insert(code, invitation.id);
        }
    }

    fn remove_invitation(&mut self, id: Uuid) {
        if let Some((invitation, code)) = self.invitations.remove(&id) {
            self.invitation_codes.remove(&code);
            self.units.entry(invitation.unit).and_modify(|unit| unit.invitations.retain(|other| *other != id));
        }
    }

    fn put_manager(&mut self, manager: &Arc<Manager>, token: TokenHash) {
        if self.managers.insert(manager.id, (Arc::clone(manager), token)).is_none() {
            self.sites.entry(manager.site).and_modify(|site| site.managers.push(manager.id));
        }
        self.manager_tokens.insert(token, manager.id);
    }

    fn remove_manager(&mut self, id: Uuid) {
        if let Some((manager, token)) = self.managers.remove(&id) {
            self.manager_tokens.remove(&token);
            self.sites.entry(manager.site).and_modify(|site| site.managers.retain(|other| *other != id));
        }
    }

    /// A site.
    pub(crate) fn site(&self, id: SiteId) -> Result<&Arc<Site>> {
        self.sites.get(&id).map(|listing| &listing.site).ok_or(LedgerError::NotFound(EntityKind::Site))
    }

    /// All sites.
    pub(crate) fn sites(&self) -> impl Iterator<Item = &Arc<Site>> {
        self.order.iter().filter_map(|id| self.sites.get(id)).map(|listing| &listing.site)
    }

    /// When the site itself, its policy or its doors changed last, in the site's sequence of changes.
    pub(crate) fn site_changed(&self, id: SiteId) -> i64 {
        self.sites.get(&id).map_or(0, |listing| listing.changed_seq)
    }

    /// A unit.
    pub(crate) fn unit(&self, id: UnitId) -> Result<&Arc<Unit>> {
        self.units.get(&id).map(|listing| &listing.unit).ok_or(LedgerError::NotFound(EntityKind::Unit))
    }

    /// The units of a site.
    pub(crate) fn units(&self, site: SiteId) -> impl Iterator<Item = &Arc<Unit>> {
        let units = self.sites.get(&site).into_iter().flat_map(|listing| &listing.units);
        units.filter_map(|id| self.units.get(id)).map(|listing| &listing.unit)
    }

    /// A door.
    pub(crate) fn door(&self, id: DoorId) -> Result<&Arc<Door>> {
        self.doors.get(&id).ok_or(LedgerError::NotFound(EntityKind::Door))
    }

    /// The doors of a site.
    pub(crate) fn doors(&self, site: SiteId) -> impl Iterator<Item = &Arc<Door>> {
        let doors = self.sites.get(&site).into_iter().flat_map(|listing| &listing.doors);
        doors.filter_map(|id| self.doors.get(id))
    }

    /// The doors a unit's residents hold.
    pub(crate) fn held_by<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Arc<Door>> {
        self.doors(unit.site).filter(|door| unit.holds(door))
    }

    /// The same, as the rules want them.
    pub(crate) fn draft_doors(&self, unit: &Unit) -> Vec<DraftDoor> {
        self.held_by(unit).map(|door| DraftDoor { id: door.id, shareable: door.shareable }).collect()
    }

    /// A panel.
    pub(crate) fn panel(&self, id: PanelId) -> Result<&Arc<Panel>> {
        self.panels.get(&id).map(|(panel, _)| panel).ok_or(LedgerError::NotFound(EntityKind::Panel))
    }

    /// What a panel's token hashes to.
    pub(crate) fn panel_token(&self, id: PanelId) -> Result<TokenHash> {
        self.panels.get(&id).map(|(_, token)| *token).ok_or(LedgerError::NotFound(EntityKind::Panel))
    }

    /// The panels of a site.
    pub(crate) fn panels(&self, site: SiteId) -> impl Iterator<Item = &Arc<Panel>> {
        let panels = self.sites.get(&site).into_iter().flat_map(|listing| &listing.panels);
        panels.filter_map(|id| self.panels.get(id)).map(|(panel, _)| panel)
    }

    /// The panel that shows this token, with its site.
    pub(crate) fn panel_by_token(&self, token: TokenHash) -> Option<PanelAtSite> {
        let (panel, kept) = self.panels.get(self.panel_tokens.get(&token)?)?;
        let site = self.site(panel.site).ok()?;
        kept.matches(&token).then(|| PanelAtSite { panel: Arc::clone(panel), site: Arc::clone(site) })
    }

    /// A resident.
    pub(crate) fn resident(&self, id: ResidentId) -> Result<&Arc<Resident>> {
        self.residents.get(&id).ok_or(LedgerError::NotFound(EntityKind::Resident))
    }

    /// The residents of a unit.
    pub(crate) fn residents(&self, unit: UnitId) -> impl Iterator<Item = &Arc<Resident>> {
        let residents = self.units.get(&unit).into_iter().flat_map(|listing| &listing.residents);
        residents.filter_map(|id| self.residents.get(id))
    }

    /// A resident with unit, site and doors.
    pub(crate) fn membership(&self, id: ResidentId) -> Result<Membership> {
        let resident = self.resident(id)?;
        let unit = self.unit(resident.unit)?;
        let site = self.site(unit.site)?;
        Ok(Membership {
            resident: (**resident).clone(),
            unit: (**unit).clone(),
            site: (**site).clone(),
            doors: self.held_by(unit).map(|door| (**door).clone()).collect(),
        })
    }

    /// The device with this token, and its resident.
    pub(crate) fn device_by_token(&self, token: TokenHash) -> Option<DeviceHolder> {
        let holder = self.devices.get(&token)?;
        self.device_tokens.get(&holder.device)?.matches(&token).then_some(*holder)
    }

    /// The resident of a device.
    pub(crate) fn device(&self, id: Uuid) -> Result<DeviceHolder> {
        let holder = self.device_tokens.get(&id).and_then(|token| self.devices.get(token));
        holder.copied().ok_or(LedgerError::NotFound(EntityKind::Device))
    }

    /// An invitation.
    pub(crate) fn invitation(&self, id: Uuid) -> Result<&Arc<Invitation>> {
        let found = self.invitations.get(&id).map(|(invitation, _)| invitation);
        found.ok_or(LedgerError::NotFound(EntityKind::Invitation))
    }

    /// The invitation with this code.
    pub(crate) fn invitation_by_code(&self, code: TokenHash) -> Option<&Arc<Invitation>> {
        let (invitation, kept) = self.invitations.get(self.invitation_codes.get(&code)?)?;
        kept.matches(&code).then_some(invitation)
    }

    /// The invitations of a unit.
    pub(crate) fn invitations(&self, unit: UnitId) -> impl DoubleEndedIterator<Item = &Arc<Invitation>> {
        let invitations = self.units.get(&unit).into_iter().flat_map(|listing| &listing.invitations);
        invitations.filter_map(|id| self.invitations.get(id)).map(|(invitation, _)| invitation)
    }

    /// A manager.
    pub(crate) fn manager(&self, id: Uuid) -> Result<&Arc<Manager>> {
        self.managers.get(&id).map(|(manager, _)| manager).ok_or(LedgerError::NotFound(EntityKind::Manager))
    }

    /// The managers of a site.
    pub(crate) fn managers(&self, site: SiteId) -> impl Iterator<Item = &Arc<Manager>> {
        let managers = self.sites.get(&site).into_iter().flat_map(|listing| &listing.managers);
        managers.filter_map(|id| self.managers.get(id)).map(|(manager, _)| manager)
    }

    /// The manager who shows this token.
    pub(crate) fn manager_by_token(&self, token: TokenHash) -> Option<&Arc<Manager>> {
        let (manager, kept) = self.managers.get(self.manager_tokens.get(&token)?)?;
        kept.matches(&token).then_some(manager)
    }

    /// What short secrets of a site are hashed with.
    pub(crate) fn pepper(&self, site: SiteId, keys: &Keys) -> Result<SitePepper> {
        Ok(keys.pepper_of(self.site(site)?.number))
    }

    /// The number for a new site.
    pub(crate) fn next_number(&self) -> u32 {
        self.sites().map(|site| site.number).max().unwrap_or(0) + 1
    }

    /// The id of an entry.
    pub(crate) fn entry_id(&self, entry: &Entry) -> EntryId {
        let unmarked_until = self.sites.get(&entry.site).map_or(0, |listing| listing.site.unmarked_until);
        let mark = if entry.seq > unmarked_until { site_mark(entry.site) } else { 0 };
        entry_id(entry.at, mark, entry.seq)
    }
}
