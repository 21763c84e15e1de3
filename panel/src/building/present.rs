//! A presentation: the hot path. Decided in memory, written down as one entry.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use gatepass_core::id::{PassId, UnitId};
use gatepass_core::identifier::{Plate, PlateMatch, PlateRead, match_plate};
use gatepass_core::panel::{Decision, PanelLock, UnknownPolicy};
use gatepass_core::pass::{AccessRequest, IdentifierKind, Reason, Timetable, Verdict, decide, opens_at};

use super::live::LivePass;
use super::{
    Act, ArchivedPass, Conflict, Entry, Outcome, Panel, PanelAnswer, Presentation, Record, RefusalReason, Result, Site,
    SiteState,
};
use crate::decide::{Reading, choose};

/// What is said, and of which pass. Where no pass is meant, of none.
struct Judgement {
    pass: Option<NamedPass>,
    verdict: Verdict,
}

/// A pass as the log names it.
struct NamedPass {
    id: PassId,
    name: String,
    unit: UnitId,
}

impl Judgement {
    fn refused(reason: Reason) -> Self {
        Self { pass: None, verdict: Verdict::Denied { reason, next_opening: None } }
    }
}

/// What a decision at one lock of a panel looks at.
struct DecisionContext<'a> {
    act: &'a Act<'a>,
    panel: &'a Arc<Panel>,
    site: &'a Arc<Site>,
    state: &'a SiteState,
    reading: &'a Reading,
    lock: PanelLock,
}

/// Decides.
pub(crate) fn present(act: &Act<'_>, presentation: &Presentation) -> Result<Outcome<PanelAnswer>> {
    let panel = act.directory().panel(presentation.panel)?;
    let site = act.directory().site(panel.site)?;
    let lock = panel.lock(presentation.lock).ok_or(RefusalReason::NoSuchLock)?;
    let reading = &presentation.reading;
    if reading.kind == IdentifierKind::Card {
        return Ok(Outcome::unchanged(PanelAnswer::not_handled(lock)));
    }
    let context = DecisionContext { act, panel, site, state: act.site_state(site.id), reading, lock };
    let earlier = match &presentation.event_id {
        Some(event_id) => context.same_event(event_id)?,
        None => context.same_presentation(),
    };
    if let Some(answer) = earlier {
        return Ok(Outcome::unchanged(answer));
    }
    let Some(Judgement { pass, verdict }) = context.judge()? else {
        return Ok(Outcome::unchanged(PanelAnswer::not_handled(lock)));
    };
    let again = pass.as_ref().is_some_and(|pass| context.opened_at(pass.id).is_some())
        && verdict == Verdict::Granted { begins_visit: false };
    let (arrival, next_opening) = match verdict {
        Verdict::Granted { begins_visit } => (begins_visit, None),
        Verdict::Denied { next_opening, .. } => (false, next_opening),
        Verdict::NotHandled => (false, None),
    };
    let entry = Entry {
        seq: act.sequence(site.id).next(),
        site: site.id,
        at: act.now,
        door: lock.door,
        lock: lock.lock,
        panel: Some(panel.id),
        event_id: presentation.event_id.clone(),
        kind: Some(reading.kind),
        fingerprint: Some(reading.fingerprint),
        reason: verdict.reason(),
        arrival,
        again,
        pass: pass.as_ref().map(|pass| pass.id),
        unit: pass.as_ref().map(|pass| pass.unit),
        pass_name: pass.map(|pass| pass.name),
        manager: None,
        photo: presentation.photo,
        next_opening,
        outcome: None,
    };
    let answer = entry.answer(act.directory(), false);
    Ok(Outcome { answer, records: vec![Record::Entry(Box::new(entry))] })
}

impl DecisionContext<'_> {
    /// The decision this event of this panel got before, however long ago.
    fn same_event(&self, event_id: &str) -> Result<Option<PanelAnswer>> {
        let (site, panel) = (self.site.id, self.panel.id);
        let entry = match self.state.guard.event(panel, event_id) {
            Some(seq) => self.act.archive.entry(site, seq)?,
            None => self.act.archive.event(site, panel, event_id)?,
        };
        let Some(entry) = entry else { return Ok(None) };
        let same = entry.fingerprint == Some(self.reading.fingerprint)
            && entry.kind == Some(self.reading.kind)
            && entry.door == self.lock.door;
        if !same {
            return Err(Conflict::EventReused.into());
        }
        Ok(Some(entry.answer(self.act.directory(), true)))
    }

    /// The decision the same value got at the same door within the last seconds, if it still holds: a grant while the
    /// pass is not revoked, has the door and was not moved away; a refusal while nothing has changed that could turn it
    /// and the door has not opened meanwhile.
    fn same_presentation(&self) -> Option<PanelAnswer> {
        let presented = (self.lock.door, self.reading.kind, self.reading.fingerprint);
        let earlier = self.state.guard.earlier(&presented, self.act.now)?;
        let policy = &self.site.policy;
        let holds = if earlier.answer.decision == Decision::Granted {
            let open = policy.passes_enabled && policy.identifiers.contains(&self.reading.kind);
            let pass = earlier.answer.pass.and_then(|pass| self.state.passes.pass(pass));
            open && pass.is_some_and(|pass| {
                let terms = self.state.passes.terms(pass);
                let was_edited = pass.seq > earlier.seq;
                !terms.revoked
                    && terms.doors.contains(&self.lock.door)
                    && (!was_edited || opens_at(&pass.timetable, policy, self.act.now))
            })
        } else {
            let still_locked =
                earlier.answer.reason != Reason::LockedOut || self.state.guard.is_locked(self.lock.door, self.act.now);
            let opens =
                earlier.answer.next_opening.is_some_and(|next| next.from - policy.early_arrival() <= self.act.now);
            still_locked
                && !opens
                && self.act.directory().site_changed(self.site.id) < earlier.seq
                && self.candidates().iter().all(|pass| pass.seq < earlier.seq)
        };
        holds.then(|| earlier.answer.clone())
    }

    /// The passes of this site the value might mean. For a plate, what a camera may have misread is among them.
    fn candidates(&self) -> Vec<&LivePass> {
        let by = self.reading.plate.as_ref().map(|plate| plate.look_alike).or(self.reading.lookup);
        by.map_or_else(Vec::new, |lookup| self.state.passes.found_by(&lookup))
    }

    /// What is asked of a pass.
    fn request(&self, pass: PassId) -> AccessRequest {
        AccessRequest {
            door: self.lock.door,
            kind: self.reading.kind,
            at: self.act.now,
            opened_at: self.opened_at(pass),
        }
    }

    /// When the latest visit of a pass first opened this door, if it has.
    fn opened_at(&self, pass: PassId) -> Option<DateTime<Utc>> {
        self.state.visits.opened_at(pass, self.lock.door)
    }

    fn verdict(&self, pass: &LivePass) -> Verdict {
        let terms = self.state.passes.terms(pass);
        decide(terms, &pass.timetable, &pass.usage, &self.site.policy, self.request(pass.id))
    }

    /// What is to be said. `None`: not handled.
    fn judge(&self) -> Result<Option<Judgement>> {
        let leave_to_panel = self.panel.unknown == UnknownPolicy::NotHandled;
        if self.reading.kind == IdentifierKind::Code && self.state.guard.is_locked(self.lock.door, self.act.now) {
            // A panel with its own list has codes that Gatepass does not know and must not lock out.
            return Ok((!leave_to_panel).then(|| Judgement::refused(Reason::LockedOut)));
        }
        let live = self.candidates();
        let found = match &self.reading.plate {
            None => choose(live.into_iter().map(|pass| (pass, self.verdict(pass)))),
            Some(read) => match self.match_plate(&live, &read.plate, read.confidence) {
                PlateMatch::Exact(passes) => choose(passes.iter().filter_map(|id| self.by_id(*id))),
                PlateMatch::LookAlike(pass) => self.by_id(pass),
                PlateMatch::Ambiguous => return Ok(Some(Judgement::refused(Reason::AmbiguousPlate))),
                PlateMatch::Unsure | PlateMatch::None => None,
            },
        };
        let found = match found {
            Some((pass, verdict)) => {
                let pass = NamedPass { id: pass.id, name: pass.name.to_string(), unit: pass.unit };
                Some(Judgement { pass: Some(pass), verdict })
            }
            None => self.long_over()?,
        };
        Ok(found.or_else(|| (!leave_to_panel).then(|| Judgement::refused(Reason::Unknown))))
    }

    fn by_id(&self, id: PassId) -> Option<(&LivePass, Verdict)> {
        self.state.passes.pass(id).map(|pass| (pass, self.verdict(pass)))
    }

    fn match_plate(&self, live: &[&LivePass], read: &Plate, confidence: Option<f32>) -> PlateMatch<PassId> {
        let find = |plate: &Plate| {
            let same = live.iter().filter(|pass| self.state.passes.plate(pass.id) == Some(plate));
            // Only passes that would open this door now compete for a misread plate.
            let same = same.filter(|pass| plate == read || self.verdict(pass).is_granted());
            same.map(|pass| (pass.id, self.state.passes.terms(pass).uses.plate_matching())).collect()
        };
        match_plate(&PlateRead { plates: std::slice::from_ref(read), confidence }, find)
    }

    /// A pass long over, so that the log says "expired" and not "unknown".
    fn long_over(&self) -> Result<Option<Judgement>> {
        let Some(lookup) = self.reading.lookup else { return Ok(None) };
        let mut over = self.act.archive.passes_found_by(self.site.id, &lookup)?;
        // The passes in memory were asked before.
        over.retain(|old| self.state.passes.pass(old.pass.id).is_none());
        let with_verdict = |old: ArchivedPass| {
            let timetable = Timetable::of(&old.pass.schedule);
            let verdict = decide(&old.pass, &timetable, &old.usage, &self.site.policy, self.request(old.pass.id));
            (old, verdict)
        };
        // What is not in memory is over, so this never grants; should it ever, nobody gets in on it.
        let found = choose(over.into_iter().map(with_verdict)).filter(|(_, verdict)| !verdict.is_granted());
        Ok(found.map(|(old, verdict)| {
            let pass = NamedPass { id: old.pass.id, name: old.pass.name, unit: old.unit };
            Judgement { pass: Some(pass), verdict }
        }))
    }
}
