//! Invitations are made, withdrawn, and used.

use std::sync::Arc;

use gatepass_core::id::ResidentId;
use uuid::Uuid;

use super::audit::shown;
use super::ids::new_id;
use super::{
    Act, DeviceHolder, DeviceRecord, EntityKind, IdempotentAnswer, IdempotentRequest, Invitation, LedgerError,
    NewDevice, NewInvitation, Outcome, Record, RefusalReason, Resident, Result,
};

/// Makes an invitation.
pub(crate) fn invite(
    act: &Act<'_>,
    new: NewInvitation,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<Invitation>>> {
    let directory = act.directory();
    let unit = directory.unit(new.unit)?;
    if let Some((made, kept)) = act.repeated(Some(unit.site), once.as_ref())? {
        let made = (**directory.invitation(made)?).clone();
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    let resident_name = match new.resident {
        None => new.resident_name,
        Some(id) => match directory.resident(id)? {
            resident if resident.unit == unit.id => resident.name.clone(),
            _ => return Err(LedgerError::NotFound(EntityKind::Resident)),
        },
    };
    let invitation = Invitation {
        id: new_id(act.now),
        site: unit.site,
        unit: unit.id,
        resident_name,
        resident: new.resident,
        expires_at: new.expires_at,
        used_at: None,
    };
    let record = Record::Invitation {
        invitation: Arc::new(invitation.clone()),
        code: new.code,
        seq: act.sequence(unit.site).next(),
    };
    let audit = act.audit(unit.site, "resident.invited", invitation.id, None, shown(&invitation.body()));
    let mut records = vec![record, audit];
    records.extend(act.request_done(Some(unit.site), once, invitation.id));
    Ok(Outcome { answer: IdempotentAnswer::new(invitation), records })
}

/// Withdraws an invitation that was not used.
pub(crate) fn withdraw_invitation(act: &Act<'_>, id: Uuid) -> Result<Outcome<()>> {
    let found = act.directory().invitation(id).ok().filter(|invitation| invitation.used_at.is_none());
    let invitation = found.ok_or(LedgerError::NotFound(EntityKind::UnusedInvitation))?;
    let audit = act.audit(invitation.site, "invitation.withdrawn", id, shown(&invitation.body()), None);
    let records = vec![Record::InvitationRemoved { site: invitation.site, invitation: id }, audit];
    Ok(Outcome { answer: (), records })
}

/// Uses an invitation, once, for a new device.
pub(crate) fn activate(
    act: &Act<'_>,
    activate: &NewDevice,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<DeviceHolder>>> {
    let directory = act.directory();
    let invitation = directory.invitation_by_code(activate.code).ok_or(RefusalReason::InvitationNotGood)?;
    let site = invitation.site;
    if let Some((made, kept)) = act.repeated(Some(site), once.as_ref())? {
        let made = directory.device(made)?;
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    if invitation.used_at.is_some() || invitation.expires_at <= act.now {
        return Err(LedgerError::Refused(RefusalReason::InvitationNotGood));
    }
    let mut sequence = act.sequence(site);
    let mut records = Vec::new();
    let resident = invitation.resident.unwrap_or_else(|| {
        let resident = Resident {
            id: ResidentId(new_id(act.now)),
            site,
            unit: invitation.unit,
            name: invitation.resident_name.clone(),
            devices: Vec::new(),
        };
        let id = resident.id;
        records.push(Record::Resident { resident: Arc::new(resident), seq: sequence.next() });
        id
    });
    let used = Invitation { used_at: Some(act.now), resident: Some(resident), ..(**invitation).clone() };
    let device = DeviceRecord { id: new_id(act.now), name: activate.device_name.clone(), created_at: act.now };
    let holder = DeviceHolder { device: device.id, resident, unit: invitation.unit, site };
    records.push(Record::Invitation { invitation: Arc::new(used), code: activate.code, seq: sequence.next() });
    records.push(Record::Device { site, resident, device, token: activate.token });
    records.push(Record::UnitChanged { site, unit: invitation.unit, seq: sequence.next() });
    records.extend(act.request_done(Some(site), once, holder.device));
    Ok(Outcome { answer: IdempotentAnswer::new(holder), records })
}
