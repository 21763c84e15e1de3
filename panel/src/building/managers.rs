//! Managers are added and removed.

use std::sync::Arc;

use uuid::Uuid;

use super::audit::shown;
use super::ids::new_id;
use super::{Act, IdempotentAnswer, IdempotentRequest, Manager, NewManager, Outcome, Record, Result};

/// Makes a manager.
pub(crate) fn add_manager(
    act: &Act<'_>,
    new: &NewManager,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<Manager>>> {
    let directory = act.directory();
    if let Some((made, kept)) = act.repeated(Some(new.site), once.as_ref())? {
        let made = (**directory.manager(made)?).clone();
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    directory.site(new.site)?;
    let manager = Manager { id: new_id(act.now), site: new.site, name: new.name.clone(), created_at: act.now };
    let mut records = vec![
        Record::Manager { manager: Arc::new(manager.clone()), token: new.token },
        act.audit(new.site, "manager.added", manager.id, None, shown(&manager.body())),
    ];
    records.extend(act.request_done(Some(new.site), once, manager.id));
    Ok(Outcome { answer: IdempotentAnswer::new(manager), records })
}

/// Removes a manager; the token ends at once.
pub(crate) fn remove_manager(act: &Act<'_>, id: Uuid) -> Result<Outcome<()>> {
    let manager = act.directory().manager(id)?;
    let audit = act.audit(manager.site, "manager.removed", id, shown(&manager.body()), None);
    Ok(Outcome { answer: (), records: vec![Record::ManagerRemoved { site: manager.site, manager: id }, audit] })
}
