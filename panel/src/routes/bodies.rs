//! What of the building goes over the wire, and how.

use gatepass_core::api::{
    Device, DoorBody, EntryBody, InvitationBody, ManagerBody, PassBody, Profile, ResidentBody, SiteBody, UnitBody,
};
use gatepass_core::pass::Identifier;
use uuid::Uuid;

use crate::building::{
    DeviceRecord, Door, Entry, EntryView, Invitation, Manager, Membership, PassView, Resident, Site, Unit, forget,
};

impl Site {
    /// The site on the wire.
    #[must_use]
    pub fn body(&self) -> SiteBody {
        SiteBody {
            id: self.id,
            name: self.name.clone(),
            address: self.address.clone(),
            time_zone: self.zone.name().to_owned(),
        }
    }
}

impl Unit {
    /// The unit on the wire.
    #[must_use]
    pub fn body(&self) -> UnitBody {
        UnitBody { id: self.id, name: self.name.clone(), doors: self.doors.clone() }
    }
}

impl Door {
    /// The door on the wire.
    #[must_use]
    pub fn body(&self) -> DoorBody {
        DoorBody {
            id: self.id,
            name: self.name.clone(),
            kind: self.kind,
            shareable: self.shareable,
            location: self.location,
        }
    }
}

impl Resident {
    /// The resident as managers see them.
    #[must_use]
    pub fn body(&self) -> ResidentBody {
        let devices = self.devices.iter().map(|device| device.body(None)).collect();
        ResidentBody { id: self.id, unit: self.unit, name: self.name.clone(), devices }
    }
}

impl DeviceRecord {
    /// The device on the wire; `asking` is the one that asks.
    #[must_use]
    pub fn body(&self, asking: Option<Uuid>) -> Device {
        Device { id: self.id, name: self.name.clone(), created_at: self.created_at, this: asking == Some(self.id) }
    }
}

impl Invitation {
    /// The invitation on the wire.
    #[must_use]
    pub fn body(&self) -> InvitationBody {
        InvitationBody {
            id: self.id,
            unit: self.unit,
            resident_name: self.resident_name.clone(),
            expires_at: self.expires_at,
            used_at: self.used_at,
        }
    }
}

impl Manager {
    /// The manager on the wire.
    #[must_use]
    pub fn body(&self) -> ManagerBody {
        ManagerBody { id: self.id, site: self.site, name: self.name.clone(), created_at: self.created_at }
    }
}

impl Membership {
    /// The profile on the wire; `asking` is the device that asks.
    #[must_use]
    pub fn profile(&self, asking: Option<Uuid>) -> Profile {
        Profile {
            id: self.resident.id,
            name: self.resident.name.clone(),
            site: self.site.body(),
            unit: self.unit.body(),
            doors: self.doors.iter().map(Door::body).collect(),
            policy: (*self.site.policy).clone(),
            devices: self.resident.devices.iter().map(|device| device.body(asking)).collect(),
        }
    }
}

impl PassView {
    /// The pass for its resident. `link` turns the token of a link into its address.
    #[must_use]
    pub fn body(&self, link: impl Fn(&str) -> String) -> PassBody {
        let mut body = PassBody::of(&self.pass, &self.usage, self.standing);
        for identifier in &mut body.identifiers {
            if let Identifier::Link { url } = identifier
                && !url.is_empty()
            {
                *url = link(url);
            }
        }
        body
    }

    /// The pass for a manager: without comment and without secrets.
    #[must_use]
    pub fn body_for_manager(&self) -> PassBody {
        let mut body = PassBody::of(&self.pass, &self.usage, self.standing);
        body.comment.clear();
        body.identifiers.iter_mut().for_each(forget);
        body
    }
}

impl EntryView {
    /// The entry on the wire.
    #[must_use]
    pub fn body(&self) -> EntryBody {
        let Entry { seq, at, door, kind, reason, arrival, again, pass, unit, outcome, .. } = self.entry;
        EntryBody {
            id: self.id,
            seq,
            at,
            door,
            door_name: self.door_name.clone(),
            kind,
            decision: self.entry.decision(),
            reason,
            arrival,
            again,
            pass,
            pass_name: self.entry.pass_name.clone(),
            unit,
            photo: self.entry.photo.is_some(),
            outcome,
        }
    }
}
