//! Sites are made, renamed, and get their policy.

use std::sync::Arc;

use gatepass_core::id::SiteId;
use gatepass_core::pass::Policy;

use super::audit::shown;
use super::ids::new_id;
use super::reseal::key_mark;
use super::{Act, IdempotentAnswer, IdempotentRequest, NewSite, Outcome, Record, Result, Site, SiteChange};

/// Makes a site.
pub(crate) fn add_site(
    act: &Act<'_>,
    new: NewSite,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<Site>>> {
    if let Some((made, kept)) = act.repeated(None, once.as_ref())? {
        let made = (**act.directory().site(SiteId(made))?).clone();
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    let site = Site {
        id: SiteId(new_id(act.now)),
        number: act.directory().next_number(),
        name: new.name,
        address: new.address,
        zone: new.zone,
        policy: Arc::new(new.policy),
        unmarked_until: 0,
    };
    let mut records = vec![
        Record::Site { site: Arc::new(site.clone()), seq: act.sequence(site.id).next() },
        key_mark(act, site.id),
        act.audit(site.id, "site.added", site.id.0, None, shown(&site.body())),
    ];
    records.extend(act.request_done(None, once, site.id.0));
    Ok(Outcome { answer: IdempotentAnswer::new(site), records })
}

/// Renames a site.
pub(crate) fn change_site(act: &Act<'_>, id: SiteId, change: SiteChange) -> Result<Outcome<Site>> {
    let old = act.directory().site(id)?;
    let mut site = (**old).clone();
    site.name = change.name.unwrap_or(site.name);
    site.address = change.address.unwrap_or(site.address);
    let audit = act.audit(id, "site.changed", id.0, shown(&old.body()), shown(&site.body()));
    Ok(put(act, site, audit))
}

/// Gives a site another policy. It holds from the next decision on.
pub(crate) fn set_policy(act: &Act<'_>, id: SiteId, policy: Policy) -> Result<Outcome<Site>> {
    let old = act.directory().site(id)?;
    let site = Site { policy: Arc::new(policy), ..(**old).clone() };
    let audit = act.audit(id, "policy.changed", id.0, shown(&*old.policy), shown(&*site.policy));
    Ok(put(act, site, audit))
}

fn put(act: &Act<'_>, site: Site, audit: Record) -> Outcome<Site> {
    let record = Record::Site { site: Arc::new(site.clone()), seq: act.sequence(site.id).next() };
    Outcome { answer: site, records: vec![record, audit] }
}
