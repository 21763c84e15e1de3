//! What can be done, and seen, without opening the app: from a widget, a shortcut, by voice.

use super::client::Client;
use super::{App, AppError, NextPass, PassHalf, PassQuery, PassRef, ProfileId, show};
use crate::api::Profile;
use crate::pass::{GuestKind, IdentifierKind, PassDraft, PassType, Policy, Problem, Schedule, UseLimits};
use crate::time::{NaiveDate, Zone};

/// A pass that is made with one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuickPass {
    /// For deliveries today: all day, a few visits.
    CourierToday,
    /// For a guest today: all day.
    GuestToday,
}

/// How many deliveries a courier's day has. One is too few: who finds nobody at the lift comes again.
const DELIVERIES: u32 = 3;

/// How many passes the widget looks through for the next one.
const LOOKED_AT: u32 = 500;

impl App {
    /// Makes a pass with one tap, for every door that can be shared and presented in every way the building allows but
    /// by plate. Without a profile it is for the only one; [`AppError::Invalid`] where there are several.
    pub async fn quick_pass(&self, profile: Option<ProfileId>, quick: QuickPass) -> Result<PassRef, AppError> {
        // One task: it is finished even if its caller is gone.
        self.run(move |client| async move {
            let (profile, draft) = client.quick_draft(profile, quick).await?;
            client.create(profile, draft).await
        })
        .await
    }

    /// The pass a guest will use next: one that is open now, or else the one that opens first. `None` where none will.
    pub async fn next_pass(&self) -> Result<Option<NextPass>, AppError> {
        self.run(|client| async move { client.next_pass().await }).await
    }
}

impl Client {
    async fn next_pass(&self) -> Result<Option<NextPass>, AppError> {
        let query = PassQuery { half: PassHalf::Valid, limit: LOOKED_AT, ..PassQuery::default() };
        let list = self.passes(query).await?;
        let opening = list.rows.into_iter().filter_map(|row| row.opening.map(|opening| (row.pass, opening)));
        let Some((pass, opening)) = opening.min_by_key(|(_, opening)| opening.from) else {
            return Ok(None);
        };
        let (stored, home) = self.stored_with_home(pass).await?;
        let details = show::details(&stored, &home, self.now(), self.language())?;
        let final_state = details.ahead.last().map_or(details.row.state, |ahead| ahead.state);
        Ok(Some(NextPass {
            known_until: final_state.next_turn(),
            row: details.row,
            opening,
            ahead: details.ahead,
            site: home.body.site.name,
        }))
    }

    async fn quick_draft(
        &self,
        profile: Option<ProfileId>,
        quick: QuickPass,
    ) -> Result<(ProfileId, PassDraft), AppError> {
        let mut profiles = self.stored_profiles().await?;
        profiles.retain(|stored| stored.signed_in && profile.is_none_or(|asked| asked == stored.id));
        let home = match profiles.as_slice() {
            [home] => home,
            [] => return Err(AppError::NotFound { what: "profile".to_owned() }),
            _ => return Err(AppError::field("profile", &Problem::Missing)),
        };
        let zone = home.body.site.zone().map_err(|unknown| AppError::Unreadable { reason: unknown.to_string() })?;
        let today = zone.date(self.now());
        Ok((home.id, draft(&home.body, today, zone, quick)))
    }
}

fn draft(resident: &Profile, today: NaiveDate, time_zone: Zone, quick: QuickPass) -> PassDraft {
    let policy = &resident.policy;
    let (guest, uses) = match quick {
        QuickPass::CourierToday => (GuestKind::Courier, UseLimits { limit: Some(DELIVERIES), per_day: None }),
        QuickPass::GuestToday => (GuestKind::Guest, UseLimits::UNLIMITED),
    };
    // Where whole days are not allowed, one visit on the day may be.
    let one_time = !policy.types.contains(&PassType::FullDay) && policy.types.contains(&PassType::OneTime);
    let (schedule, uses) = if one_time {
        (Schedule::OneTime { date: today, time_zone }, UseLimits::ONCE)
    } else {
        (Schedule::FullDay { date: today, time_zone }, uses)
    };
    PassDraft {
        name: String::new(),
        comment: String::new(),
        guest,
        schedule,
        uses,
        doors: resident.doors.iter().filter(|door| door.shareable).map(|door| door.id).collect(),
        identifiers: identifiers(policy),
        plate: None,
    }
}

fn identifiers(policy: &Policy) -> Vec<IdentifierKind> {
    let shown = |kind: &IdentifierKind| *kind != IdentifierKind::Plate && policy.identifiers.contains(kind);
    IdentifierKind::OF_A_PASS.into_iter().filter(shown).collect()
}
