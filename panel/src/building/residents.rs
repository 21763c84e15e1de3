//! Residents and their devices are removed. They come by invitations.

use gatepass_core::id::ResidentId;
use uuid::Uuid;

use super::audit::shown;
use super::change_pass::revoke_all_of;
use super::{Act, EntityKind, LedgerError, Outcome, Record, Result};

/// Ends a device; its token ends at once.
pub(crate) fn remove_device(act: &Act<'_>, resident: ResidentId, device: Uuid) -> Result<Outcome<()>> {
    let resident = act.directory().resident(resident)?;
    if !resident.devices.iter().any(|other| other.id == device) {
        return Err(LedgerError::NotFound(EntityKind::Device));
    }
    let site = resident.site;
    let gone = resident.devices.iter().find(|other| other.id == device);
    let records = vec![
        Record::DeviceRemoved { site, resident: resident.id, device },
        Record::UnitChanged { site, unit: resident.unit, seq: act.sequence(site).next() },
        act.audit(site, "device.removed", device, gone.and_then(|device| shown(&device.body(None))), None),
    ];
    Ok(Outcome { answer: (), records })
}

/// Removes a resident: every device ends at once, and every pass the resident gave is revoked.
pub(crate) fn remove_resident(act: &Act<'_>, resident: ResidentId) -> Result<Outcome<()>> {
    let resident = act.directory().resident(resident)?;
    let site = resident.site;
    let mut sequence = act.sequence(site);
    let mut records = vec![
        Record::ResidentRemoved { site, resident: resident.id },
        Record::UnitChanged { site, unit: resident.unit, seq: sequence.next() },
        act.audit(site, "resident.removed", resident.id.0, shown(&resident.body()), None),
    ];
    records.extend(revoke_all_of(act, resident.unit, resident.id, &mut sequence)?);
    Ok(Outcome { answer: (), records })
}
