//! What an older seal closed is sealed again after the keys were rotated: identifiers, answers kept for repetitions, and
//! the payloads of open jobs. Photos are no records; `photos` seals them again.

use std::sync::Arc;

use gatepass_core::id::{PassId, SiteId};
use uuid::Uuid;

use super::secrets::context;
use super::{
    Act, Job, JobKind, KeptAnswer, NewJob, Outcome, Record, Result, SealedIdentifier, Site, jobs, kept_answer_context,
};

/// Boxes that are sealed again at once: a commit must not take long.
const SOME: usize = 500;

/// Plans the sealing again of every site. `seal` is the id of the seal to be used.
pub(crate) fn plan_reseals(act: &Act<'_>, seal: u32) -> Outcome<()> {
    let mut records: Vec<Record> = act.directory().sites().filter_map(|site| plan(act, site, seal)).collect();
    let audited = act.directory().sites().map(|site| act.audit(site.id, "keys.rotated", Uuid::nil(), None, None));
    records.extend(audited);
    records.extend(act.directory().sites().map(|site| key_mark(act, site.id)));
    Outcome { answer: (), records }
}

/// Plans the sealing again of the sites where an older seal closed something. A service that ended between a rotation and
/// its plan makes up for it so. `old_photos` are the sites with such photos.
pub(crate) fn plan_missing_reseals(act: &Act<'_>, seal: u32, old_photos: &[SiteId]) -> Result<Outcome<()>> {
    let prefix = act.keys.current_prefix();
    let mut records = Vec::new();
    for site in act.directory().sites() {
        let id = site.id;
        if old_photos.contains(&id)
            || act.site_state(id).jobs.iter().any(|job| !act.keys.is_current(&job.sealed))
            || !act.archive.sealed_otherwise(id, &prefix, None, 1)?.is_empty()
            || !act.archive.answers_sealed_otherwise(id, &prefix, None, 1)?.is_empty()
        {
            records.extend(plan(act, site, seal));
        }
    }
    Ok(Outcome { answer: (), records })
}

fn plan(act: &Act<'_>, site: &Site, seal: u32) -> Option<Record> {
    act.job(NewJob {
        site: site.id,
        kind: JobKind::Reseal,
        key: seal.to_string(),
        payload: &(),
        not_before: act.now,
        give_up_after: None,
    })
}

/// Seals the payloads of a site's open jobs again that an older seal closed.
pub(crate) fn reseal_payloads(act: &Act<'_>, site: SiteId) -> Outcome<()> {
    let old = act.site_state(site).jobs.iter().filter(|job| !act.keys.is_current(&job.sealed));
    let again = old.filter_map(|job| {
        let sealed = act.keys.seal_again(&jobs::context(site, job.id), &job.sealed).ok()?;
        Some(Record::Job(Arc::new(Job { sealed, ..(**job).clone() })))
    });
    Outcome { answer: (), records: again.collect() }
}

/// Up to which caller and key answers were looked at.
type AnswerCursor = (Uuid, String);

/// Seals some answers again that an older seal closed, those behind `after`. Where it has come to; `None` at the end.
pub(crate) fn reseal_answers(
    act: &Act<'_>,
    site: SiteId,
    after: Option<AnswerCursor>,
) -> Result<Outcome<Option<AnswerCursor>>> {
    let found = act.archive.answers_sealed_otherwise(site, &act.keys.current_prefix(), after, SOME)?;
    let next = found.last().filter(|_| found.len() == SOME).map(|last| (last.caller, last.key.clone()));
    let again = found.into_iter().filter_map(|answer| {
        let sealed = act.keys.seal_again(&kept_answer_context(&answer.caller), &answer.sealed).ok()?;
        Some(KeptAnswer { sealed, ..answer })
    });
    let answers: Vec<_> = again.collect();
    let records = if answers.is_empty() { vec![] } else { vec![Record::AnswersResealed { site, answers }] };
    Ok(Outcome { answer: next, records })
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

/// What a site recognises the current keys by.
pub(crate) fn key_mark(act: &Act<'_>, site: SiteId) -> Record {
    Record::KeyMark { site, mark: act.keys.mark_of(site) }
}
