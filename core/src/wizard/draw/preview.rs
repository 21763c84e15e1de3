//! When the pass would open, and whether it would open this door then: the same answers the door will give.

use super::Drawing;
use crate::id::DoorId;
use crate::pass::{AccessRequest, IdentifierKind, Pass, PassDraft, Reason, Timetable, Verdict, decide};
use crate::time::{DateTime, LocalMinute, Opening, Utc, Zone};
use crate::wizard::begin::usage_of;
use crate::wizard::compose::RuleContext;
use crate::wizard::plan::owner;
use crate::wizard::state::Intent;
use crate::wizard::view::{OpeningView, Preview, Trial};
use crate::wizard::{Phrase, WizardStep};

/// How many openings are shown.
const SHOWN: usize = 5;

impl Drawing<'_> {
    pub(super) fn preview(&self) -> Option<Preview> {
        let step = self.state.step;
        if !step.is_filled_in() || step < WizardStep::Schedule {
            return None;
        }
        let setting = self.setting.as_ref()?;
        let draft = self.sound_draft(setting)?;
        let timetable = Timetable::of(&draft.schedule);
        let mut openings: Vec<Opening> = timetable.openings(setting.now).take(SHOWN + 1).collect();
        let more = openings.len() > SHOWN;
        openings.truncate(SHOWN);
        let zone = timetable.zone();
        Some(Preview {
            more,
            time_zone: zone.name().to_owned(),
            zone_note: self.zone_note(zone, &openings, setting),
            trial: (step == WizardStep::Review).then(|| self.trial(&draft, &timetable, setting)).flatten(),
            openings: openings.iter().map(|opening| shown(*opening, zone)).collect(),
        })
    }

    /// The draft, if nothing is wrong with its schedule: only then is there anything to foretell.
    fn sound_draft(&self, setting: &RuleContext<'_>) -> Option<PassDraft> {
        let wrong = |found: &crate::wizard::compose::DraftProblem| found.field.map(owner) == Some(WizardStep::Schedule);
        if self.found.iter().any(wrong) {
            return None;
        }
        self.state.draft(setting)
    }

    /// A warning where a clock the resident may have in mind shows another time.
    fn zone_note(&self, zone: Zone, openings: &[Opening], setting: &RuleContext<'_>) -> Option<Phrase> {
        let moments = || std::iter::once(setting.now).chain(openings.iter().map(|opening| opening.from));
        let differs = |other: Zone| moments().any(|at| zone.offset_seconds(at) != other.offset_seconds(at));
        let site = setting.home.profile.site.name.as_str();
        let name = zone.name().to_owned();
        if self.context.phone_zone.is_some_and(differs) {
            Some(Phrase::ZoneNotePhone { zone: name })
        } else if differs(setting.zone) {
            Some(Phrase::ZoneNoteSite { zone: name, site: site.to_owned() })
        } else {
            None
        }
    }

    /// The door of the trial: the first of the pass, until the resident chooses.
    pub(super) fn trial_door(&self, setting: &RuleContext<'_>) -> Option<DoorId> {
        let held = |id: &DoorId| setting.home.profile.doors.iter().any(|door| door.id == *id);
        let first = || self.state.doors(setting).into_iter().find(held);
        let any = || setting.home.profile.doors.first().map(|door| door.id);
        self.state.trial_door.filter(held).or_else(first).or_else(any)
    }

    /// The moment of the trial: the next opening, until the resident chooses.
    pub(super) fn trial_moment(&self, setting: &RuleContext<'_>) -> Option<LocalMinute> {
        let draft = self.sound_draft(setting)?;
        let next = || {
            let timetable = Timetable::of(&draft.schedule);
            let at = timetable.opening_at_or_after(setting.now).map_or(setting.now, |next| next.from.max(setting.now));
            timetable.zone().local(at)
        };
        Some(self.state.trial_moment.unwrap_or_else(next))
    }

    /// What to offer: from today to the last opening.
    pub(super) fn trial_range(&self, setting: &RuleContext<'_>, at: LocalMinute) -> Option<(LocalMinute, LocalMinute)> {
        let timetable = Timetable::of(&self.sound_draft(setting)?.schedule);
        let zone = timetable.zone();
        let last = timetable.ends().unwrap_or(setting.now).max(setting.now);
        Some((zone.local(setting.now).min(at), zone.local(last).plus_days(1).max(at)))
    }

    fn trial(&self, draft: &PassDraft, timetable: &Timetable, setting: &RuleContext<'_>) -> Option<Trial> {
        let door = self.trial_door(setting)?;
        let at = self.trial_moment(setting)?;
        let zone = timetable.zone();
        let kind = draft.identifiers.first().copied().unwrap_or(IdentifierKind::Qr);
        let ask = AccessRequest { door, kind, at: zone.first_instant_of(at), opened_at: None };
        let usage = usage_of(&self.state.purpose);
        let verdict = decide(&self.as_pass(draft, setting.now), timetable, &usage, &setting.home.profile.policy, ask);
        let next_opening = match verdict {
            Verdict::Denied { next_opening, .. } => next_opening.map(|next| shown(next, zone)),
            Verdict::Granted { .. } | Verdict::NotHandled => None,
        };
        let name = setting.home.profile.doors.iter().find(|held| held.id == door).map_or("", |held| &held.name);
        let answer = words_of_answer(verdict.reason(), name.to_owned());
        Some(Trial { door, at, opens: verdict.is_granted(), answer, next_opening })
    }

    /// The pass the draft would become.
    fn as_pass(&self, draft: &PassDraft, now: DateTime<Utc>) -> Pass {
        let (version, created_at, revoked_at) = match &self.state.purpose {
            Intent::Create { .. } => (0, now, None),
            Intent::Edit { pass, .. } => (pass.version, pass.created_at, pass.revoked_at),
        };
        Pass {
            id: self.state.pass_id(),
            version,
            name: draft.name.clone(),
            comment: draft.comment.clone(),
            guest: draft.guest,
            schedule: draft.schedule.clone(),
            uses: draft.uses,
            doors: draft.doors.clone(),
            identifiers: Vec::new(),
            created_at,
            revoked_at,
        }
    }
}

fn shown(opening: Opening, zone: Zone) -> OpeningView {
    let minutes = (opening.to - opening.from).num_minutes();
    OpeningView {
        from: opening.from,
        to: opening.to,
        local_from: zone.local(opening.from),
        local_to: zone.local(opening.to),
        minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
    }
}

fn words_of_answer(reason: Reason, door: String) -> Phrase {
    match reason {
        Reason::Ok => Phrase::TrialOpens { door },
        Reason::NotActive => Phrase::TrialNotActive { door },
        Reason::OutsideHours => Phrase::TrialOutsideHours { door },
        Reason::Expired => Phrase::TrialExpired { door },
        Reason::UsedUp => Phrase::TrialUsedUp { door },
        Reason::UsedUpToday => Phrase::TrialUsedUpToday { door },
        Reason::WrongDoor => Phrase::TrialWrongDoor { door },
        _ => Phrase::TrialOtherwise { door },
    }
}
