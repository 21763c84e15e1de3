//! What is said of a pass on the device, at an instant. All of it is asked of the rules.

use super::{AppError, Badge, PassDetails, PassRow, PassSync};
use crate::api::{PassEdit, Profile};
use crate::outbox::revocation_to_undo;
use crate::pass::{Editing, GuestKind, Identifier, IdentifierKind, Pass, PassDraft, Rules, Timetable, standing};
use crate::share::{Language, validity};
use crate::store::StoredPass;
use crate::time::{DateTime, Utc};

/// How many openings a pass's own screen shows.
const OPENINGS: usize = 5;

pub(super) fn row(stored: &StoredPass, resident: &Profile, now: DateTime<Utc>) -> Result<PassRow, AppError> {
    let pass = stored.shown.pass()?;
    let usage = stored.shown.uses.usage;
    let stands = standing(&pass, &Timetable::of(&pass.schedule), &usage, &resident.policy, now);
    let sync = sync(stored);
    let valid = stands.status.is_valid();
    let mut badges = Vec::new();
    let mut badge = |badge, on| {
        if on {
            badges.push(badge);
        }
    };
    badge(Badge::Courier, pass.guest == GuestKind::Courier);
    badge(Badge::Visiting, usage.visit_under_way(now, resident.policy.grace()));
    badge(Badge::LastUse, valid && pass.uses.limit.is_some_and(|limit| limit > 1 && limit == usage.used + 1));
    badge(Badge::NotOnServer, !stored.on_server);
    badge(Badge::Stuck, matches!(sync, PassSync::Stuck { .. }));
    Ok(PassRow {
        pass: stored.pass,
        guest: pass.guest,
        kind: pass.pass_type(),
        status: stands.status,
        opening: stands.opening,
        time_zone: pass.schedule.time_zone().name().to_owned(),
        uses: pass.uses,
        used: usage.used,
        left: pass.uses.limit.map(|limit| limit.saturating_sub(usage.used)),
        identifiers: pass.identifiers.iter().map(Identifier::kind).collect(),
        badges,
        sync,
        created_at: pass.created_at,
        name: pass.name,
    })
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
    resident: &Profile,
    now: DateTime<Utc>,
    language: Language,
) -> Result<PassDetails, AppError> {
    let pass = stored.shown.pass()?;
    let row = row(stored, resident, now)?;
    let timetable = Timetable::of(&pass.schedule);
    // The rules say from when on it opens next, which a limit a day may put off.
    let from = row.opening.map(|opening| opening.from.max(now));
    let openings = from.map(|from| timetable.openings(from).take(OPENINGS).collect()).unwrap_or_default();
    let why_not = not_editable_because(stored, &pass, resident, now);
    let zone = resident.site.zone().unwrap_or(pass.schedule.time_zone());
    Ok(PassDetails {
        validity: validity(&pass.schedule, zone, language),
        openings,
        usage: stored.shown.uses.usage,
        doors: resident.doors.iter().filter(|door| pass.doors.contains(&door.id)).cloned().collect(),
        identifiers: pass.identifiers.iter().filter(|identifier| has_text(identifier)).cloned().collect(),
        editable: why_not.is_none(),
        not_editable_because: why_not,
        revoked_at: pass.revoked_at,
        can_undo_revoke: revocation_to_undo(&stored.queue).is_some(),
        can_share: stored.on_server && row.status.is_valid(),
        comment: pass.comment,
        schedule: pass.schedule,
        row,
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
