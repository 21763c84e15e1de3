//! Panels are made, changed, removed, and get new tokens.

use std::sync::Arc;

use gatepass_core::id::PanelId;
use gatepass_core::panel::PanelLock;
use serde_json::{Value, json};

use super::ids::new_id;
use super::{
    Act, Conflict, IdempotentAnswer, IdempotentRequest, LedgerError, NewPanel, Outcome, Panel, PanelChange, Record,
    RefusalReason, Result,
};
use crate::keys::TokenHash;

/// Makes a panel.
pub(crate) fn add_panel(
    act: &Act<'_>,
    new: NewPanel,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<Panel>>> {
    if let Some((made, kept)) = act.repeated(Some(new.site), once.as_ref())? {
        let made = (**act.directory().panel(PanelId(made))?).clone();
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    let panel = Panel {
        id: PanelId(new_id(act.now)),
        site: new.site,
        name: new.name,
        locks: new.locks,
        adapter: new.adapter,
        qr_alphabet: new.qr_alphabet,
        unknown: new.unknown,
        open_ms: new.open_ms,
    };
    let Outcome { answer, mut records } = put(act, panel, new.token)?;
    records.extend(act.request_done(Some(new.site), once, answer.id.0));
    Ok(Outcome { answer: IdempotentAnswer::new(answer), records })
}

/// Changes a panel.
pub(crate) fn change_panel(act: &Act<'_>, id: PanelId, change: PanelChange) -> Result<Outcome<Panel>> {
    let mut panel = (**act.directory().panel(id)?).clone();
    panel.name = change.name.unwrap_or(panel.name);
    panel.locks = change.locks.unwrap_or(panel.locks);
    panel.unknown = change.unknown.unwrap_or(panel.unknown);
    panel.open_ms = change.open_ms.unwrap_or(panel.open_ms);
    put(act, panel, act.directory().panel_token(id)?)
}

/// Gives a panel a new token; the old one ends at once.
pub(crate) fn renew_panel(act: &Act<'_>, id: PanelId, token: TokenHash) -> Result<Outcome<Panel>> {
    let panel = (**act.directory().panel(id)?).clone();
    let seq = act.sequence(panel.site).next();
    let audit = act.audit(panel.site, "panel.renewed", id.0, Some(shown(&panel)), Some(shown(&panel)));
    let record = Record::Panel { panel: Arc::new(panel.clone()), token, seq };
    Ok(Outcome { answer: panel, records: vec![record, audit] })
}

/// Removes a panel; its token ends at once.
pub(crate) fn remove_panel(act: &Act<'_>, id: PanelId) -> Result<Outcome<()>> {
    let panel = act.directory().panel(id)?;
    let audit = act.audit(panel.site, "panel.removed", id.0, Some(shown(panel)), None);
    Ok(Outcome { answer: (), records: vec![Record::PanelRemoved { site: panel.site, panel: id }, audit] })
}

fn put(act: &Act<'_>, panel: Panel, token: TokenHash) -> Result<Outcome<Panel>> {
    let directory = act.directory();
    directory.site(panel.site)?;
    if directory.panels(panel.site).any(|other| other.name == panel.name && other.id != panel.id) {
        return Err(Conflict::NameTaken.into());
    }
    let own = |lock: &PanelLock| directory.door(lock.door).is_ok_and(|door| door.site == panel.site);
    if panel.locks.is_empty() || !panel.locks.iter().all(own) || !once_each(&panel.locks) {
        return Err(LedgerError::Refused(RefusalReason::BadLocks));
    }
    let seq = act.sequence(panel.site).next();
    let old = directory.panel(panel.id).ok();
    let done = if old.is_some() { "panel.changed" } else { "panel.added" };
    let before = old.map(|old| shown(old));
    let audit = act.audit(panel.site, done, panel.id.0, before, Some(shown(&panel)));
    let record = Record::Panel { panel: Arc::new(panel.clone()), token, seq };
    Ok(Outcome { answer: panel, records: vec![record, audit] })
}

/// What the audit shows of a panel: all but its token.
fn shown(panel: &Panel) -> Value {
    json!({
        "name": panel.name, "locks": panel.locks, "adapter": panel.adapter, "qr_alphabet": panel.qr_alphabet,
        "unknown": panel.unknown, "open_ms": panel.open_ms,
    })
}

/// Whether each number comes once.
fn once_each(locks: &[PanelLock]) -> bool {
    let mut numbers: Vec<u16> = locks.iter().map(|lock| lock.lock).collect();
    numbers.sort_unstable();
    numbers.windows(2).all(|pair| pair[0] != pair[1])
}
