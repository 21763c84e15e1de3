//! The rows and details of passes at an instant. The rules answer every question.

use super::row::Facts;
use super::{AppError, PassDetails, PassRow, PassSync, RowState, StateAhead};
use crate::api::{PassEdit, Profile};
use crate::outbox::revocation_to_undo;
use crate::pass::{Editing, Identifier, IdentifierKind, Pass, PassDraft, Rules, Standing, Timetable, standing};
use crate::share::{Language, validity};
use crate::store::{StoredPass, StoredProfile};
use crate::time::{DateTime, Opening, Utc};

/// How many openings a pass's own screen shows.
const OPENINGS: usize = 5;

/// A pass at an instant, with the answers of the rules, so that each is computed once.
struct PassSnapshot<'a> {
    stored: &'a StoredPass,
    home: &'a StoredProfile,
    now: DateTime<Utc>,
    pass: Pass,
    timetable: Timetable,
    standing: Standing,
    sync: PassSync,
    /// Why the rules do not allow to change it.
    not_editable_because: Option<String>,
}

impl<'a> PassSnapshot<'a> {
    fn at(stored: &'a StoredPass, home: &'a StoredProfile, now: DateTime<Utc>) -> Result<Self, AppError> {
        let pass = stored.shown.pass()?;
        let timetable = Timetable::of(&pass.schedule);
        let standing = standing(&pass, &timetable, &stored.shown.uses.usage, &home.body.policy, now);
        let not_editable_because = not_editable_because(stored, &pass, &home.body, now);
        Ok(Self { stored, home, now, pass, timetable, standing, sync: sync(stored), not_editable_because })
    }

    fn facts(&self) -> Facts<'_> {
        let usage = &self.stored.shown.uses.usage;
        Facts {
            pass: &self.pass,
            standing: self.standing,
            used: usage.used,
            visiting: usage.visit_under_way(self.now, self.home.body.policy.grace()),
            sync: &self.sync,
            on_server: self.stored.on_server,
            revocation_unsent: revocation_to_undo(&self.stored.queue).is_some(),
            editable: self.not_editable_because.is_none(),
            signed_in: self.home.signed_in,
        }
    }

    fn row(&self) -> PassRow {
        let (pass, facts) = (&self.pass, self.facts());
        let state = facts.state();
        PassRow {
            pass: self.stored.pass,
            name: pass.name.clone(),
            guest: pass.guest,
            kind: pass.pass_type(),
            status: self.standing.status,
            state,
            over: state.is_over(),
            opening: self.standing.opening,
            time_zone: pass.schedule.time_zone().name().to_owned(),
            uses: pass.uses,
            used: facts.used,
            uses_left: facts.uses_left(),
            identifiers: pass.identifiers.iter().map(Identifier::kind).collect(),
            badges: facts.badges(),
            actions: facts.actions(),
            sync: self.sync.clone(),
            created_at: pass.created_at,
        }
    }

    /// The next openings. The rules say from when on it opens next, which a limit a day may put off, into the middle of
    /// an opening that lasts for days.
    fn openings(&self) -> Vec<Opening> {
        let Some(next) = self.standing.opening else {
            return Vec::new();
        };
        let openings = self.timetable.openings(next.from.max(self.now));
        openings.map(|opening| Opening { from: opening.from.max(next.from), ..opening }).take(OPENINGS).collect()
    }

    /// What it will say at the ends of these openings, when the visit under way is over, and when it opens again after
    /// that: asked of the rules.
    fn ahead(&self, openings: &[Opening]) -> Vec<StateAhead> {
        let usage = &self.stored.shown.uses.usage;
        let policy = &self.home.body.policy;
        let left = usage.visit_began.map(|began| began + policy.grace());
        let standing_at = |at| standing(&self.pass, &self.timetable, usage, policy, at);
        let state = |at| RowState::of(standing_at(at), self.pass.revoked_at);
        let again = left.and_then(|left| standing_at(left).opening).map(|opening| opening.from);
        let of_openings = openings.iter().flat_map(|opening| [opening.from, opening.to]);
        let mut turns: Vec<_> = of_openings.chain(left).chain(again).collect();
        turns.retain(|turn| *turn > self.now);
        turns.sort_unstable();
        let mut before = RowState::of(self.standing, self.pass.revoked_at);
        let mut ahead = Vec::new();
        for since in turns {
            let state = state(since);
            if state != before {
                ahead.push(StateAhead { since, state });
                before = state;
            }
        }
        ahead
    }
}

pub(super) fn row(stored: &StoredPass, home: &StoredProfile, now: DateTime<Utc>) -> Result<PassRow, AppError> {
    Ok(PassSnapshot::at(stored, home, now)?.row())
}

/// Why the pass cannot be shared: a code, and the same in English.
pub(super) fn not_shareable_because(
    stored: &StoredPass,
    home: &StoredProfile,
    now: DateTime<Utc>,
) -> Result<Option<(&'static str, &'static str)>, AppError> {
    Ok(PassSnapshot::at(stored, home, now)?.facts().not_shareable_because())
}

fn sync(stored: &StoredPass) -> PassSync {
    match stored.queue.iter().find_map(|queued| queued.refusal.clone()) {
        Some(refusal) => PassSync::Stuck { code: refusal.code, reason: refusal.reason, fields: refusal.fields },
        None if stored.queue.is_empty() => PassSync::Synced,
        None => PassSync::Waiting,
    }
}

pub(super) fn details(
    stored: &StoredPass,
    home: &StoredProfile,
    now: DateTime<Utc>,
    language: Language,
) -> Result<PassDetails, AppError> {
    let shown = PassSnapshot::at(stored, home, now)?;
    let resident = &home.body;
    let (row, notes, openings) = (shown.row(), shown.facts().notes(), shown.openings());
    let ahead = shown.ahead(&openings);
    let pass = shown.pass;
    let zone = resident.site.zone().unwrap_or(pass.schedule.time_zone());
    Ok(PassDetails {
        row,
        validity: validity(&pass.schedule, zone, language),
        openings,
        usage: stored.shown.uses.usage,
        doors: resident.doors.iter().filter(|door| pass.doors.contains(&door.id)).cloned().collect(),
        identifiers: pass.identifiers.iter().filter(|identifier| has_text(identifier)).cloned().collect(),
        notes,
        not_editable_because: shown.not_editable_because,
        ahead,
        comment: pass.comment,
        schedule: pass.schedule,
    })
}

/// Whether the identifier can be presented; one without text only says that there is, or will be, one of its kind.
pub(super) fn has_text(identifier: &Identifier) -> bool {
    let text = match identifier {
        Identifier::Qr { text } => text,
        Identifier::Code { digits } => digits,
        Identifier::Link { url } => url,
        Identifier::Plate { plate } => plate,
    };
    !text.is_empty()
}

/// The first thing the rules have against changing the pass into what it already is.
fn not_editable_because(stored: &StoredPass, pass: &Pass, resident: &Profile, now: DateTime<Utc>) -> Option<String> {
    let usage = stored.shown.uses.usage;
    let same: PassDraft = PassEdit::default().apply_to(pass).ok()?;
    let doors = resident.draft_doors();
    let editing = Some(Editing { pass, usage: &usage });
    let rules = Rules { now, policy: &resident.policy, doors: &doors, live_passes: 0, editing };
    let invalid = same.check(&rules).err()?;
    // What is wrong with a field the resident can put right.
    let whole = invalid.0.iter().find(|found| matches!(found.field, "pass" | "passes"))?;
    Some(whole.problem.code().to_owned())
}

/// The text of the QR code, the access code and the link, as far as the pass has them.
pub(super) fn text_of(pass: &Pass, kind: IdentifierKind) -> Option<String> {
    pass.identifiers.iter().find(|identifier| identifier.kind() == kind && has_text(identifier)).map(|identifier| {
        match identifier {
            Identifier::Qr { text } => text.clone(),
            Identifier::Code { digits } => digits.clone(),
            Identifier::Link { url } => url.clone(),
            Identifier::Plate { plate } => plate.clone(),
        }
    })
}
