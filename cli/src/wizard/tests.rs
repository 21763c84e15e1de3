//! Runs the wizard with scripted keys on a recorded screen.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::VecDeque;
use std::io;

use chrono::{DateTime, Utc};
use gatepass_core::api::{DoorBody, DoorKind, Profile, SiteBody, UnitBody};
use gatepass_core::id::{DoorId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::{PassDraft, PassType, Policy, Schedule, UseLimits};
use gatepass_core::share::Language;
use gatepass_core::time::{Days, Weekday};
use gatepass_core::wizard::{
    Effect, WizardContext, WizardEvent, WizardProfile, WizardState, WizardStep, WizardView, step, view,
};
use uuid::Uuid;

use super::{WizardOutcome, WizardSession, run_wizard};
use crate::failure::Failure;
use crate::terminal::{Key, KeySource, Screen, Style};

struct ScriptedKeys(VecDeque<Key>);

impl KeySource for ScriptedKeys {
    fn next(&mut self) -> io::Result<Key> {
        self.0.pop_front().ok_or_else(|| io::Error::other("the test button_event too few keys"))
    }
}

#[derive(Default)]
struct RecordedScreen {
    drawings: Vec<String>,
}

impl Screen for RecordedScreen {
    fn draw(&mut self, lines: &[String], focus: usize) -> io::Result<()> {
        assert!(focus < lines.len(), "the cursor is on the screen");
        self.drawings.push(lines.join("\n"));
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The pure wizard, and a server that accepts every pass later.
struct PureSession {
    state: WizardState,
    context: WizardContext,
    created: Vec<PassDraft>,
}

impl PureSession {
    fn act(&mut self, event: WizardEvent) {
        // An event that does not fit changes nothing; the next view shows why.
        if let Ok(next) = step(&self.state, event, &self.context) {
            self.state = next.state;
            self.created.extend(next.effects.into_iter().filter_map(|effect| match effect {
                Effect::Create { draft, .. } => Some(draft),
                _ => None,
            }));
        }
    }
}

impl WizardSession for PureSession {
    async fn view(&mut self) -> Result<WizardView, Failure> {
        Ok(view(&self.state, &self.context))
    }

    async fn send(&mut self, event: WizardEvent) -> Result<(), Failure> {
        self.act(event);
        Ok(())
    }

    async fn settled(&mut self) -> Result<(), Failure> {
        self.act(WizardEvent::Queued);
        Ok(())
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-24T15:00:00Z".parse().unwrap()
}

fn door(number: u128, name: &str, kind: DoorKind) -> DoorBody {
    DoorBody { id: DoorId(Uuid::from_u128(number)), name: name.to_owned(), kind, shareable: true, location: None }
}

fn session() -> PureSession {
    let policy = Policy { passes_enabled: true, ..Policy::default() };
    let profile = Profile {
        id: ResidentId(Uuid::from_u128(1)),
        name: "Maria".to_owned(),
        site: SiteBody {
            id: SiteId(Uuid::from_u128(2)),
            name: "Maple Court".to_owned(),
            address: String::new(),
            time_zone: "America/New_York".to_owned(),
        },
        unit: UnitBody { id: UnitId(Uuid::from_u128(3)), name: "12B".to_owned(), doors: None },
        doors: vec![door(11, "Street door", DoorKind::Street), door(12, "Lobby", DoorKind::Lobby)],
        policy,
        devices: Vec::new(),
    };
    let context =
        WizardContext { now: now(), phone_zone: None, profiles: vec![WizardProfile { profile, live_passes: 0 }] };
    PureSession { state: WizardState::create(PassId(Uuid::from_u128(9)), &context), context, created: Vec::new() }
}

fn typed(text: &str) -> impl Iterator<Item = Key> + '_ {
    text.chars().map(Key::Char)
}

async fn press(
    session: &mut PureSession,
    keys: impl IntoIterator<Item = Key>,
) -> (Result<WizardOutcome, Failure>, Vec<String>) {
    let mut screen = RecordedScreen::default();
    let mut keys = ScriptedKeys(keys.into_iter().collect());
    let outcome = run_wizard(session, &mut keys, &mut screen, Style::PLAIN, Language::English).await;
    (outcome, screen.drawings)
}

/// From the first screen to the second, with the type at this place of the list chosen.
fn type_at(place: usize) -> Vec<Key> {
    std::iter::repeat_n(Key::Down, place).chain([Key::Enter]).collect()
}

/// Through guest kind, name and comment, and through the identifiers: each as it stands.
const ON_TO_THE_SCHEDULE: [Key; 6] = [Key::Enter; 6];

async fn recurring_at_its_schedule() -> PureSession {
    let mut session = session();
    let keys = type_at(1).into_iter().chain(ON_TO_THE_SCHEDULE);
    press(&mut session, keys).await.0.unwrap_err();
    assert_eq!(session.state.step(), WizardStep::Schedule);
    session
}

#[tokio::test]
async fn a_one_time_pass_needs_little_more_than_enter() {
    let mut session = session();
    let keys = type_at(4).into_iter().chain([Key::Enter]).chain(typed("Ana")).chain([Key::Enter; 20]);
    let (outcome, drawings) = press(&mut session, keys).await;
    assert_eq!(outcome, Ok(WizardOutcome::Saved), "{}", drawings.last().unwrap());
    let draft = session.created.first().unwrap();
    assert_eq!(draft.name, "Ana");
    assert_eq!(draft.schedule.pass_type(), PassType::OneTime);
    assert_eq!(draft.uses, UseLimits::ONCE);
    assert_eq!(draft.doors.len(), 2, "all doors unless chosen otherwise");
}

#[tokio::test]
async fn what_is_missing_is_shown_beside_its_field_and_the_cursor_goes_there() {
    let mut session = recurring_at_its_schedule().await;
    // No weekday is chosen; five fields, and the button.
    let (_, drawings) = press(&mut session, [Key::Enter; 6]).await;
    assert_eq!(session.state.step(), WizardStep::Schedule);
    let last = drawings.last().unwrap();
    assert!(last.contains("✗ "), "{last}");
    assert!(last.contains(">   [ ] "), "the cursor is at the weekdays:\n{last}");
}

#[tokio::test]
async fn weekdays_are_chosen_with_the_space_bar_and_times_typed() {
    let mut session = recurring_at_its_schedule().await;
    // Below the switch for every day: Monday, Tuesday, Wednesday, Thursday.
    let space = Key::Char(' ');
    let days = [Key::Down, Key::Down, space, Key::Down, Key::Down, space, Key::Enter];
    let keys = days.into_iter().chain(typed("14:20")).chain([Key::Enter]).chain(typed("15:20")).chain([Key::Enter; 20]);
    let (outcome, drawings) = press(&mut session, keys).await;
    assert_eq!(outcome, Ok(WizardOutcome::Saved), "{}", drawings.last().unwrap());
    let Schedule::Recurring(weekly) = &session.created.first().unwrap().schedule else {
        panic!("a recurring pass was asked for");
    };
    assert_eq!(weekly.days, Days::of(&[Weekday::Tue, Weekday::Thu]));
    assert_eq!((weekly.from.to_string(), weekly.to.to_string()), ("14:20".to_owned(), "15:20".to_owned()));
}

#[tokio::test]
async fn dates_and_times_step_on_with_the_arrows() {
    let mut session = recurring_at_its_schedule().await;
    let keys = [Key::Char(' '), Key::Enter, Key::Right, Key::Right, Key::Enter, Key::Left, Key::Enter, Key::Right];
    let (outcome, drawings) = press(&mut session, keys.into_iter().chain([Key::Enter; 20])).await;
    assert_eq!(outcome, Ok(WizardOutcome::Saved), "{}", drawings.last().unwrap());
    let Schedule::Recurring(weekly) = &session.created.first().unwrap().schedule else {
        panic!("a recurring pass was asked for");
    };
    assert_eq!(weekly.days, Days::EVERY);
    assert_eq!((weekly.from.to_string(), weekly.to.to_string()), ("09:30".to_owned(), "16:45".to_owned()));
    assert_eq!(weekly.starts.to_string(), "2026-11-25");
}

#[tokio::test]
async fn what_cannot_be_read_is_said_and_kept_to_be_mended() {
    let mut session = recurring_at_its_schedule().await;
    let keys = [Key::Char(' '), Key::Enter].into_iter().chain(typed("25:99")).chain([Key::Enter]);
    let (_, drawings) = press(&mut session, keys).await;
    let last = drawings.last().unwrap();
    assert!(last.contains("25:99") && last.contains("write a time of day such as 2:20 PM"), "{last}");
}

#[tokio::test]
async fn escape_goes_back_and_keeps_what_was_typed_and_ctrl_c_leaves_a_draft() {
    let mut session = session();
    let there_and_back = [Key::Escape, Key::Enter, Key::Enter, Key::Interrupt];
    let keys = type_at(0).into_iter().chain([Key::Enter]).chain(typed("Bo")).chain(there_and_back);
    let (outcome, drawings) = press(&mut session, keys).await;
    assert_eq!(outcome, Ok(WizardOutcome::DraftKept));
    assert!(drawings.last().unwrap().contains("Bo▏"), "{}", drawings.last().unwrap());
    assert!(session.state.keep().is_some());
}

#[tokio::test]
async fn the_screens_look_so() {
    let mut session = recurring_at_its_schedule().await;
    let keys = [Key::Char(' '), Key::Enter].into_iter().chain(typed("22:00")).chain([Key::Enter]).chain(typed("6:00"));
    let (_, drawings) = press(&mut session, keys).await;
    insta::assert_snapshot!("schedule", drawings.last().unwrap());
    let (outcome, drawings) = press(&mut session, [Key::Enter; 20]).await;
    assert_eq!(outcome, Ok(WizardOutcome::Saved));
    let review = drawings.iter().rfind(|drawing| drawing.contains("step 7 of 7")).unwrap();
    insta::assert_snapshot!("review", review);
}

#[tokio::test]
async fn it_speaks_spanish() {
    let mut session = session();
    let mut screen = RecordedScreen::default();
    let mut keys = ScriptedKeys([Key::Interrupt].into());
    run_wizard(&mut session, &mut keys, &mut screen, Style::PLAIN, Language::Spanish).await.unwrap();
    insta::assert_snapshot!("tipo", screen.drawings.last().unwrap());
}
