//! What every command uses: the resident's client on this machine, and the output.

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

use crate::args::GlobalOptions;
use crate::failure::{ACTIVATE, Failure};
use crate::output::Output;
use crate::words;

/// How long a command waits for the server before it continues with the data on this machine.
const SYNC_TIMEOUT: Duration = Duration::from_secs(8);
/// The file with secrets that `--secrets-file` makes.
pub(crate) const SECRETS_FILE: &str = "secrets.json";

/// The client and the output.
pub(crate) struct Context {
    pub(crate) app: App,
    pub(crate) out: Output,
    pub(crate) global: GlobalOptions,
    clock: Arc<dyn Clock>,
}

impl Context {
    /// Opens the data of this machine's resident.
    pub(crate) async fn open(global: GlobalOptions, out: Output) -> Result<Self, Failure> {
        let folder = match &global.folder {
            Some(folder) => folder.clone(),
            None => default_folder()?,
        };
        let secrets = folder.join(SECRETS_FILE);
        let vault: Arc<dyn SecretVault> = if global.secrets_file || secrets.exists() {
            Arc::new(FileVault::at(secrets))
        } else {
            Arc::new(KeyringVault::open("gatepass").map_err(AppError::from)?)
        };
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let mut config = AppConfig::new(folder, vault);
        config.clock = Arc::clone(&clock);
        config.allow_plain_http = global.allow_plain_http;
        config.language = global.language_tag().to_owned();
        config.runtime = Some(tokio::runtime::Handle::current());
        let app = App::open(config).await?;
        Ok(Self { app, out, global, clock })
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The profiles that match `--profile` and `--server`.
    ///
    /// # Errors
    ///
    /// There is no profile, or none matches.
    pub(crate) async fn profiles(&self) -> Result<Vec<ProfileView>, Failure> {
        let all = self.app.profiles().await?;
        if all.is_empty() {
            return Err(Failure::not_found(Message::FailureNoProfile { command: ACTIVATE.to_owned() }));
        }
        let server = self.global.server.as_deref().map(|server| server.trim_end_matches('/'));
        let selected: Vec<_> = all
            .iter()
            .filter(|profile| server.is_none_or(|server| profile.server.trim_end_matches('/') == server))
            .filter(|profile| self.global.profile.as_deref().is_none_or(|name| matches_name(profile, name)))
            .cloned()
            .collect();
        if selected.is_empty() {
            return Err(Failure::not_found(Message::FailureNoSuchProfile { profiles: names(&all) }));
        }
        Ok(selected)
    }

    /// The one profile that matches `--profile` and `--server`.
    ///
    /// # Errors
    ///
    /// There is none, or there are several.
    pub(crate) async fn profile(&self) -> Result<ProfileView, Failure> {
        let mut selected = self.profiles().await?;
        match selected.len() {
            1 => Ok(selected.remove(0)),
            _ => Err(Failure::usage(Message::FailureSeveralProfiles { profiles: names(&selected) })),
        }
    }

    /// The profile whose passes to show; `None` means all profiles.
    pub(crate) async fn selected_profile(&self) -> Result<Option<ProfileView>, Failure> {
        let mut selected = self.profiles().await?;
        let narrow = self.global.profile.is_some() || self.global.server.is_some();
        if selected.len() > 1 && narrow {
            return self.profile().await.map(Some);
        }
        Ok(if selected.len() == 1 { selected.pop() } else { None })
    }

    /// The pass that `text` names: by its id, the end of its id as `list` shows it, or its name.
    ///
    /// # Errors
    ///
    /// No pass has this name, or several have it.
    pub(crate) async fn pass(&self, text: &str) -> Result<PassRef, Failure> {
        let profile = self.selected_profile().await?.map(|profile| profile.id);
        let query = PassQuery { profile, half: PassHalf::All, limit: 10_000, ..PassQuery::default() };
        let rows = self.app.passes(query).await?.rows;
        let requested = text.to_lowercase();
        let by_id = |row: &&PassRow| {
            let id = row.pass.pass.to_string();
            requested.len() >= 4 && id.ends_with(&requested)
        };
        let named = |row: &&PassRow| row.name.to_lowercase() == requested;
        let holds = |row: &&PassRow| row.name.to_lowercase().contains(&requested);
        let valid = |row: &&PassRow| row.status.is_valid();
        // From the most exact match to the least; a valid pass comes before one that is over.
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

    /// The sentence that says when a pass is open.
    pub(crate) async fn validity(&self, pass: &PassDetails) -> Result<String, Failure> {
        let profiles = self.app.profiles().await?;
        let own = profiles.iter().find(|profile| profile.id == pass.row.pass.profile);
        let zone = pass.schedule.time_zone();
        let site_zone = own.and_then(|profile| profile.resident.site.zone().ok()).unwrap_or(zone);
        Ok(share::validity(&pass.schedule, site_zone, self.out.language))
    }

    /// Syncs with the server, if it answers within [`SYNC_TIMEOUT`].
    pub(crate) async fn sync(&self) -> Result<SyncState, Failure> {
        if !self.global.offline
            && let Ok(state) = tokio::time::timeout(SYNC_TIMEOUT, self.app.sync_now()).await
        {
            return Ok(state?);
        }
        let state = self.app.sync_state().await?;
        Ok(SyncState { phase: SyncPhase::Offline, ..state })
    }

    /// Prints what keeps this machine from being up to date, and the notices of the client.
    pub(crate) async fn print_sync_notes(&self, state: &SyncState) -> Result<(), Failure> {
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

impl GlobalOptions {
    /// The language of the output: the one asked for or the machine's, if it is offered.
    pub(crate) fn ui_language(&self) -> Language {
        Language::from_tag(self.language_tag()).unwrap_or_default()
    }

    /// The tag of the language asked for, or of the machine's.
    pub(crate) fn language_tag(&self) -> &str {
        let requested = self.language.as_deref();
        requested.unwrap_or_else(|| {
            Language::ALL.map(Language::tag).into_iter().find(|tag| is_system_language(tag)).unwrap_or("en")
        })
    }
}

/// Whether the machine's locale, such as `es_MX.UTF-8`, is of this language.
fn is_system_language(code: &str) -> bool {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty()));
    set.is_some_and(|locale| locale.split(['_', '.', '@', '-']).next() == Some(code))
}

/// The state of the sync, for scripts.
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

fn matches_name(profile: &ProfileView, name: &str) -> bool {
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
