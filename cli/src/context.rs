//! What every command works with: the resident's client on this machine, and where answers go.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use gatepass_core::app::{
    App, AppConfig, AppError, PassDetails, PassHalf, PassQuery, PassRef, PassRow, ProfileView, SyncPhase, SyncState,
    SystemClock,
};
use gatepass_core::share::{self, Language};
use gatepass_core::time::Clock;
use gatepass_core::vault::{FileVault, KeyringVault, SecretVault};
use gatepass_words::terminal::Message;
use serde_json::{Value, json};

use crate::args::Global;
use crate::failure::{ACTIVATE, Failure};
use crate::output::Output;
use crate::words;

/// How long a command waits for the server before it goes on with what is on this machine.
const PATIENCE: Duration = Duration::from_secs(8);
/// The file with secrets, where one was asked for.
pub(crate) const SECRETS: &str = "secrets.json";

/// The client and the output.
pub(crate) struct Context {
    pub(crate) app: App,
    pub(crate) out: Output,
    pub(crate) global: Global,
    clock: Arc<dyn Clock>,
}

impl Context {
    /// Opens the data of this machine's resident.
    pub(crate) async fn open(global: Global, out: Output) -> Result<Self, Failure> {
        let folder = match &global.folder {
            Some(folder) => folder.clone(),
            None => default_folder()?,
        };
        let secrets = folder.join(SECRETS);
        let vault: Arc<dyn SecretVault> = if global.secrets_file || secrets.exists() {
            Arc::new(FileVault::at(secrets))
        } else {
            Arc::new(KeyringVault::open("gatepass").map_err(AppError::from)?)
        };
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let mut config = AppConfig::new(folder, vault);
        config.clock = Arc::clone(&clock);
        config.allow_plain_http = global.allow_plain_http;
        config.language = global.language().to_owned();
        config.runtime = Some(tokio::runtime::Handle::current());
        let app = App::open(config).await?;
        Ok(Self { app, out, global, clock })
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The profiles `--profile` and `--server` leave.
    pub(crate) async fn profiles(&self) -> Result<Vec<ProfileView>, Failure> {
        let all = self.app.profiles().await?;
        if all.is_empty() {
            return Err(Failure::not_found(Message::FailureNoProfile { command: ACTIVATE.to_owned() }));
        }
        let server = self.global.server.as_deref().map(|server| server.trim_end_matches('/'));
        let meant: Vec<_> = all
            .iter()
            .filter(|profile| server.is_none_or(|server| profile.server.trim_end_matches('/') == server))
            .filter(|profile| self.global.profile.as_deref().is_none_or(|name| answers_to(profile, name)))
            .cloned()
            .collect();
        if meant.is_empty() {
            return Err(Failure::not_found(Message::FailureNoSuchProfile { profiles: names(&all) }));
        }
        Ok(meant)
    }

    /// The one profile that is meant.
    pub(crate) async fn profile(&self) -> Result<ProfileView, Failure> {
        let mut meant = self.profiles().await?;
        match meant.len() {
            1 => Ok(meant.remove(0)),
            _ => Err(Failure::usage(Message::FailureSeveralProfiles { profiles: names(&meant) })),
        }
    }

    /// The profile whose passes to show: `None` is all.
    pub(crate) async fn narrowed(&self) -> Result<Option<ProfileView>, Failure> {
        let mut meant = self.profiles().await?;
        let narrow = self.global.profile.is_some() || self.global.server.is_some();
        if meant.len() > 1 && narrow {
            return self.profile().await.map(Some);
        }
        Ok(if meant.len() == 1 { meant.pop() } else { None })
    }

    /// The pass that is meant: by id, by the end of its id as `list` shows it, or by name.
    pub(crate) async fn pass(&self, text: &str) -> Result<PassRef, Failure> {
        let profile = self.narrowed().await?.map(|profile| profile.id);
        let query = PassQuery { profile, half: PassHalf::All, limit: 10_000, ..PassQuery::default() };
        let rows = self.app.passes(query).await?.rows;
        let wanted = text.to_lowercase();
        let by_id = |row: &&PassRow| {
            let id = row.pass.pass.to_string();
            wanted.len() >= 4 && id.ends_with(&wanted)
        };
        let named = |row: &&PassRow| row.name.to_lowercase() == wanted;
        let holds = |row: &&PassRow| row.name.to_lowercase().contains(&wanted);
        let valid = |row: &&PassRow| row.status.is_valid();
        // From the most exact to the least; a valid pass is meant rather than one that is over.
        let attempts: [Vec<&PassRow>; 5] = [
            rows.iter().filter(by_id).collect(),
            rows.iter().filter(named).filter(valid).collect(),
            rows.iter().filter(named).collect(),
            rows.iter().filter(holds).filter(valid).collect(),
            rows.iter().filter(holds).collect(),
        ];
        let Some(found) = attempts.into_iter().find(|found| !found.is_empty()) else {
            return Err(Failure::not_found(Message::FailureNoSuchPass { name: text.to_owned() }));
        };
        match found.as_slice() {
            [row] => Ok(row.pass),
            several => {
                let lines: Vec<_> =
                    several.iter().map(|row| format!("  {}  {}", words::short_id(row.pass.pass), row.name)).collect();
                Err(Failure::usage(Message::FailureSeveralPasses { name: text.to_owned(), passes: lines.join("\n") }))
            }
        }
    }

    /// When a pass is open, in one sentence.
    pub(crate) async fn validity(&self, pass: &PassDetails) -> Result<String, Failure> {
        let profiles = self.app.profiles().await?;
        let own = profiles.iter().find(|profile| profile.id == pass.row.pass.profile);
        let zone = pass.schedule.time_zone();
        let site_zone = own.and_then(|profile| profile.resident.site.zone().ok()).unwrap_or(zone);
        Ok(share::validity(&pass.schedule, site_zone, self.out.language))
    }

    /// Sends what waits and fetches what is new, if the server can be reached in good time.
    pub(crate) async fn sync(&self) -> Result<SyncState, Failure> {
        if !self.global.offline
            && let Ok(state) = tokio::time::timeout(PATIENCE, self.app.sync_now()).await
        {
            return Ok(state?);
        }
        let state = self.app.sync_state().await?;
        Ok(SyncState { phase: SyncPhase::Offline, ..state })
    }

    /// Says what stands in the way of being up to date, if anything does.
    pub(crate) async fn tell(&self, state: &SyncState) -> Result<(), Failure> {
        for line in words::sync_notes(state, self.global.offline) {
            self.out.warn(line);
        }
        for notice in self.app.notices().await? {
            self.out.warn(words::notice(&notice.kind));
            if !self.out.json {
                self.app.dismiss_notice(notice.id).await?;
            }
        }
        Ok(())
    }
}

impl Global {
    /// The language asked for, or the machine's, of those Gatepass speaks.
    pub(crate) fn speaks(&self) -> Language {
        Language::from_tag(self.language()).unwrap_or_default()
    }

    /// The language asked for, or the machine's.
    pub(crate) fn language(&self) -> &str {
        let wanted = self.language.as_deref();
        wanted.unwrap_or_else(|| {
            Language::ALL.map(Language::tag).into_iter().find(|tag| spoken_here(tag)).unwrap_or("en")
        })
    }
}

fn spoken_here(code: &str) -> bool {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty()));
    set.is_some_and(|locale| locale.starts_with(code))
}

/// How far this machine is behind the server, for scripts.
pub(crate) fn sync_json(state: &SyncState) -> Value {
    let (phase, reason) = match &state.phase {
        SyncPhase::Idle => ("idle", None),
        SyncPhase::Running => ("running", None),
        SyncPhase::Offline => ("offline", None),
        SyncPhase::Failed { reason } => ("failed", Some(reason)),
    };
    json!({"phase": phase, "reason": reason, "waiting": state.waiting, "stuck": state.stuck,
           "last_synced": state.last_synced})
}

fn answers_to(profile: &ProfileView, name: &str) -> bool {
    let resident = &profile.resident;
    let same = |text: &str| text.to_lowercase() == name.to_lowercase();
    profile.id.to_string() == name
        || same(&resident.site.name)
        || same(&format!("{}/{}", resident.site.name, resident.unit.name))
}

fn names(profiles: &[ProfileView]) -> String {
    let line = |profile: &ProfileView| {
        format!("  \"{}/{}\"  {}", profile.resident.site.name, profile.resident.unit.name, profile.server)
    };
    profiles.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The usual place for an application's data on this system.
fn default_folder() -> Result<PathBuf, Failure> {
    let of = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        of("APPDATA").map(|data| data.join("Gatepass"))
    } else if cfg!(target_os = "macos") {
        of("HOME").map(|home| home.join("Library/Application Support/Gatepass"))
    } else {
        of("XDG_DATA_HOME")
            .or_else(|| of("HOME").map(|home| home.join(".local/share")))
            .map(|data| data.join("gatepass"))
    };
    folder.ok_or_else(|| Failure::usage(Message::FailureNoFolder))
}
