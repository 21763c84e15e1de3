//! What the boundary tests of every language call, and no app does: feature `probe`, never in a release. Values that
//! come back as they went, values as Rust sees them, failures on demand, and a store that is full without a server.
//!
//! The checks themselves are listed in `fixtures/boundary/checks.txt`.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use chrono::SubsecRound as _;
use gatepass_core::api::{Changes, DoorBody, DoorKind, PassBody, Profile, SiteBody, UnitBody, UsesBody};
use gatepass_core::app::{AppError, ProfileId, SystemClock};
use gatepass_core::id::{DoorId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::{GuestKind, Identifier, PassType, Policy, Schedule, ScheduleText, Status, Usage, UseLimits};
use gatepass_core::share::Language;
use gatepass_core::store::Store;
use gatepass_core::time::{Clock as _, LocalMinute, TimeDelta, WallTime, Zone};
use gatepass_core::vault::SecretVault as _;
use uuid::Uuid;

use crate::error::FieldProblem;
use crate::names::{LocalDate, Timestamp};
use crate::shell::Vault;
use crate::{GatepassError, SecretVault, WizardEvent, runtime};

/// A field of every kind that records of the library have.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ProbeRecord {
    /// A text.
    pub text: String,
    /// Perhaps a text.
    pub perhaps: Option<String>,
    /// Yes or no.
    pub flag: bool,
    /// A number.
    pub number: u32,
    /// Perhaps a number.
    pub limit: Option<u32>,
    /// A large number.
    pub large: i64,
    /// Bytes.
    pub bytes: Option<Vec<u8>>,
    /// A date.
    pub date: LocalDate,
    /// A date and time.
    pub minute: LocalMinute,
    /// A time of day.
    pub time: WallTime,
    /// The name of a pass.
    pub pass: PassId,
    /// Several of a kind.
    pub kinds: Vec<PassType>,
    /// Records in it.
    pub problems: Vec<FieldProblem>,
}

/// The record, as it came.
#[uniffi::export]
pub fn probe_record(record: ProbeRecord) -> Result<ProbeRecord, GatepassError> {
    Ok(record)
}

/// The record, as Rust sees it.
#[uniffi::export]
pub fn probe_record_text(record: ProbeRecord) -> Result<String, GatepassError> {
    let mut text = format!(
        "{}|{}|{}|{}|{}|{}|",
        record.text,
        record.perhaps.as_deref().unwrap_or("-"),
        record.flag,
        record.number,
        record.limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string()),
        record.large,
    );
    match &record.bytes {
        Some(bytes) => bytes.iter().try_for_each(|byte| write!(text, "{byte:02x}")).map_err(internal)?,
        None => text.push('-'),
    }
    write!(text, "|{}|{}|{}|{}|", record.date, record.minute, record.time, record.pass).map_err(internal)?;
    let kinds: Vec<String> = record.kinds.iter().map(|kind| format!("{kind:?}")).collect();
    let problems: Vec<String> =
        record.problems.iter().map(|problem| format!("{}/{}/{}", problem.field, problem.code, problem.text)).collect();
    write!(text, "{}|{}", kinds.join(","), problems.join(",")).map_err(internal)?;
    Ok(text)
}

/// The event, as it came.
#[uniffi::export]
pub fn probe_event(event: WizardEvent) -> Result<WizardEvent, GatepassError> {
    Ok(event)
}

/// The event, as the core sees it; of a text only the length.
#[uniffi::export]
pub fn probe_event_text(event: WizardEvent) -> Result<String, GatepassError> {
    Ok(format!("{:?}", gatepass_core::wizard::WizardEvent::from(event)))
}

/// The instant, as it came.
#[uniffi::export]
pub fn probe_instant(at: Timestamp) -> Result<Timestamp, GatepassError> {
    Ok(at)
}

/// The instant, as Rust sees it, to the millisecond: `2026-03-08T06:59:59.999Z`.
#[uniffi::export]
pub fn probe_instant_text(at: Timestamp) -> Result<String, GatepassError> {
    // A `Date` of Swift is a floating point number of seconds.
    Ok(at.round_subsecs(3).to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
}

/// What a clock in the zone shows at the instant.
#[uniffi::export]
pub fn probe_local(at: Timestamp, time_zone: String) -> Result<LocalMinute, GatepassError> {
    let zone = Zone::named(&time_zone).map_err(internal)?;
    Ok(zone.local(at))
}

/// Fails, in the way named like the variant.
#[uniffi::export]
pub fn probe_fail(variant: String) -> Result<(), GatepassError> {
    let (text, reason) = ("Für Sie".to_owned(), "for the log".to_owned());
    Err(match variant.as_str() {
        "Offline" => GatepassError::Offline { text, reason },
        "SignedOut" => GatepassError::SignedOut { text, profile: ProfileId(Uuid::from_u128(7)) },
        "Invalid" => {
            let problem = FieldProblem { field: "server".to_owned(), code: "missing".to_owned(), text: text.clone() };
            GatepassError::Invalid { text, problems: vec![problem] }
        }
        "NotAllowed" => GatepassError::NotAllowed { text, code: "passes_off".to_owned() },
        "NotFound" => GatepassError::NotFound { text, reason },
        "Conflict" => GatepassError::Conflict { text, reason },
        "StorageNewer" => GatepassError::StorageNewer { text },
        "StorageBroken" => GatepassError::StorageBroken { text, reason },
        "Vault" => GatepassError::Vault { text, reason },
        "Unreadable" => GatepassError::Unreadable { text, reason },
        "NotPrepared" => GatepassError::NotPrepared { reason },
        "Internal" => GatepassError::Internal { text, reason },
        _ => return Ok(()),
    })
}

/// The same, from another thread.
#[uniffi::export]
pub async fn probe_fail_later(variant: String) -> Result<(), GatepassError> {
    runtime::handle()?.spawn_blocking(move || probe_fail(variant)).await.map_err(internal)?
}

/// Panics; the caller must see an error and live on.
#[uniffi::export]
pub fn probe_panic() -> Result<(), GatepassError> {
    panic!("asked to");
}

/// Panics once it is awaited.
#[uniffi::export]
pub async fn probe_panic_later() -> Result<(), GatepassError> {
    tokio::task::yield_now().await;
    panic!("asked to");
}

/// Asks the shell's vault as the core does, so that what it throws is seen as an app would see it.
#[uniffi::export]
pub async fn probe_vault(vault: Arc<dyn SecretVault>, name: String) -> Result<Option<Vec<u8>>, GatepassError> {
    let asked = runtime::handle()?.spawn_blocking(move || Vault(vault).get(name)).await.map_err(internal)?;
    asked.map_err(|error| GatepassError::of(AppError::from(error), Language::English))
}

/// Makes the store of a resident who has this many passes and is signed in on a server that never answers.
#[uniffi::export]
pub async fn probe_fill(folder: String, passes: u32) -> Result<ProfileId, GatepassError> {
    runtime::handle()?.spawn(async move { fill(Path::new(&folder), passes).await }).await.map_err(internal)?
}

async fn fill(folder: &Path, passes: u32) -> Result<ProfileId, GatepassError> {
    let (store, _) = Store::open(folder).map_err(internal)?;
    let profile = ProfileId(Uuid::from_u128(1));
    // Port 1 of this machine: nobody is there.
    store.run(move |db| db.sign_in(profile, "http://127.0.0.1:1", &resident())).await.map_err(internal)?;
    let now = SystemClock.now();
    let zone = Zone::named(ZONE).map_err(internal)?;
    let passes = (0..passes).map(|number| pass(number, now, zone)).collect();
    let changes = Changes { passes, entries: Vec::new(), profile: None, cursor: "1".to_owned(), more: false };
    store.run(move |db| db.apply(profile, None, &changes, now)).await.map_err(internal)?;
    Ok(profile)
}

const ZONE: &str = "America/New_York";

fn resident() -> Profile {
    let door = |number: u128, name: &str, kind| DoorBody {
        id: DoorId(Uuid::from_u128(number)),
        name: name.to_owned(),
        kind,
        shareable: true,
        location: None,
    };
    Profile {
        id: ResidentId(Uuid::from_u128(1)),
        name: "Ana".to_owned(),
        site: SiteBody {
            id: SiteId(Uuid::from_u128(2)),
            name: "Elm House".to_owned(),
            address: "1 Elm Street".to_owned(),
            time_zone: ZONE.to_owned(),
        },
        unit: UnitBody { id: UnitId(Uuid::from_u128(3)), name: "12B".to_owned(), doors: None },
        doors: vec![door(4, "Street door", DoorKind::Street), door(5, "Lobby", DoorKind::Lobby)],
        policy: Policy { passes_enabled: true, ..Policy::default() },
        devices: Vec::new(),
    }
}

fn pass(number: u32, now: Timestamp, zone: Zone) -> PassBody {
    PassBody {
        id: PassId(Uuid::from_u128(u128::from(number) + 100)),
        version: 1,
        name: format!("Visitor {number}"),
        comment: "Rings twice, and brings the dog".to_owned(),
        guest: if number.is_multiple_of(5) { GuestKind::Courier } else { GuestKind::Guest },
        schedule: ScheduleText::from(&Schedule::default_of(PassType::BusinessHours, now, zone)),
        uses: UsesBody { limits: UseLimits { limit: Some(20), per_day: Some(2) }, usage: Usage::default() },
        doors: resident().doors.iter().map(|door| door.id).collect(),
        identifiers: vec![
            Identifier::Qr { text: "0024H36H2NCSVRH6DAQF6DVVQZ".to_owned() },
            Identifier::Code { digits: "482915".to_owned() },
        ],
        status: Status::Scheduled,
        next_opening: None,
        created_at: now - TimeDelta::minutes(i64::from(number) + 1),
        revoked_at: None,
    }
}

fn internal(error: impl std::fmt::Display) -> GatepassError {
    GatepassError::internal(error.to_string())
}
