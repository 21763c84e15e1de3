//! Sealed identifiers are sealed again after the keys were rotated.

use std::sync::Arc;

use gatepass_core::id::{PassId, SiteId};
use uuid::Uuid;

use super::secrets::context;
use super::{Act, JobKind, NewJob, Outcome, Record, Result, SealedIdentifier, Site};

/// Boxes that are sealed again at once: a commit must not take long.
const SOME: usize = 500;

/// Plans the sealing again of every site. `seal` is the id of the seal to be used.
pub(crate) fn plan_reseals(act: &Act<'_>, seal: u32) -> Outcome<()> {
    let plan = |site: &Arc<Site>| {
        act.job(NewJob {
            site: site.id,
            kind: JobKind::Reseal,
            key: seal.to_string(),
            payload: &(),
            not_before: act.now,
            give_up_after: None,
        })
    };
    let mut records: Vec<Record> = act.directory().sites().filter_map(plan).collect();
    let audited = act.directory().sites().map(|site| act.audit(site.id, "keys.rotated", Uuid::nil(), None, None));
    records.extend(audited);
    Outcome { answer: (), records }
}

/// Seals some identifiers again that an older seal closed: those of passes after `after`, in the order of the passes.
/// Where it has come to; `None` at the end. A box that does not open stays as it is.
pub(crate) fn reseal_some(act: &Act<'_>, site: SiteId, after: Option<PassId>) -> Result<Outcome<Option<PassId>>> {
    let found = act.archive.sealed_otherwise(site, &act.keys.current_prefix(), after, SOME)?;
    let next = found.last().filter(|_| found.len() == SOME).map(|(pass, _)| *pass);
    let boxes = found.into_iter().filter_map(|(pass, old)| {
        let sealed = act.keys.seal_again(&context(pass, old.kind), &old.sealed).ok()?;
        Some((pass, SealedIdentifier { kind: old.kind, sealed }))
    });
    let boxes: Vec<_> = boxes.collect();
    let records = if boxes.is_empty() { vec![] } else { vec![Record::IdentifiersResealed { site, boxes }] };
    Ok(Outcome { answer: next, records })
}
