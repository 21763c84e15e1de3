//! How an operator sets the service up: a TOML file in the service's folder, over it the environment.
//!
//! Every key has a default, so an empty file is a working one. A key that is not known is an error that names it: a
//! typo must not leave a limit at its default unnoticed. `GATEPASS_PANEL_LISTEN` overrides `listen`,
//! `GATEPASS_PANEL_LIMITS_PANEL_PER_SECOND` overrides `limits.panel_per_second`; a list is written with commas.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use gatepass_core::share::Language;
use ipnet::IpNet;
use serde::{Deserialize, Deserializer, Serialize};
use toml::{Table, Value};

/// The name of the file in the folder.
pub const CONFIG_FILE: &str = "config.toml";
/// What every override in the environment begins with.
pub const ENV_PREFIX: &str = "GATEPASS_PANEL_";

/// Everything an operator can choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where the service keeps all it has: configuration, keys, database, photos. Not a key of the file in it.
    #[serde(skip)]
    pub folder: PathBuf,
    /// The address to listen on; port 0 takes a free one.
    pub listen: SocketAddr,
    /// How phones and panels reach the service, `https://gate.example.org`; empty: the address it listens on.
    pub public_url: String,
    /// The language of what visitors read where nobody says otherwise: `en`, `es` or `ar`.
    pub language: String,
    /// Reverse proxies whose `X-Forwarded-For` is believed, as addresses or networks.
    #[serde(deserialize_with = "networks")]
    pub trusted_proxies: Vec<IpNet>,
    /// What is written to standard error.
    pub log: LogSettings,
    /// How much of what is accepted.
    pub limits: Limits,
}

/// What is written to standard error.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogSettings {
    /// `auto` writes text to a terminal and JSON elsewhere.
    pub format: LogFormat,
    /// From which level on.
    pub level: LogLevel,
}

/// The form of log lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// Text on a terminal, JSON elsewhere.
    #[default]
    Auto,
    /// For people.
    Text,
    /// For log collectors, one object a line.
    Json,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogLevel {
    /// Only what needs somebody.
    Error,
    /// What may need somebody, too.
    Warn,
    /// What happened.
    #[default]
    Info,
    /// Every request, panels' included.
    Debug,
}

/// How much of what is accepted. A rate of 0 is no limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Requests a second of one panel.
    pub panel_per_second: u32,
    /// Requests a second of one resident's device or one manager.
    pub caller_per_second: u32,
    /// Requests a second from one address, of all its clients together.
    pub address_per_second: u32,
    /// Wrong tokens and invitation codes a minute from one address.
    pub wrong_tokens_per_minute: u32,
    /// The largest body, in bytes.
    pub body_bytes: usize,
    /// The largest body of a validation, which may carry a photo, in bytes.
    pub photo_body_bytes: usize,
    /// The time after which a panel without a decision gets "not handled", in milliseconds.
    pub decide_ms: u64,
    /// How long a client may take to send a request's head, in seconds; also how long an idle connection is kept.
    pub head_seconds: u64,
    /// How long a client may take to send a body, in seconds.
    pub body_seconds: u64,
    /// Connections at once.
    pub connections: usize,
    /// How long a stopping service waits for the requests under way, in seconds.
    pub stop_seconds: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            folder: PathBuf::from("gatepass"),
            listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080),
            public_url: String::new(),
            language: "en".to_owned(),
            trusted_proxies: Vec::new(),
            log: LogSettings::default(),
            limits: Limits::default(),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            panel_per_second: 20,
            caller_per_second: 20,
            address_per_second: 200,
            wrong_tokens_per_minute: 20,
            body_bytes: 64 * 1024,
            photo_body_bytes: 8 * 1024 * 1024,
            decide_ms: 1500,
            head_seconds: 30,
            body_seconds: 20,
            connections: 4096,
            stop_seconds: 20,
        }
    }
}

impl Limits {
    /// The deadline of a decision.
    #[must_use]
    pub fn decide(&self) -> Duration {
        Duration::from_millis(self.decide_ms)
    }

    /// The time to send a body in.
    #[must_use]
    pub fn body(&self) -> Duration {
        Duration::from_secs(self.body_seconds)
    }
}

/// A configuration that cannot be used. The operator corrects what the text names.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file is there but cannot be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Not TOML, a key that is not known, a value that does not fit.
    #[error("{origin}: {detail}")]
    Wrong {
        /// The file, or the environment.
        origin: String,
        /// What is wrong, naming the key.
        detail: String,
    },
    /// A variable in the environment that overrides nothing.
    #[error("{name} is no setting; `gatepass-panel config` lists them all")]
    UnknownVariable {
        /// The variable.
        name: String,
    },
}

impl Settings {
    /// The defaults, for this folder.
    #[must_use]
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), ..Self::default() }
    }

    /// What the folder's file says, and the environment over it. A file that is missing says nothing.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or a setting is unknown or not allowed. The text names it.
    pub fn load(folder: &Path, env: impl IntoIterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let path = folder.join(CONFIG_FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(source) => return Err(ConfigError::Unreadable { path, source }),
        };
        let mut settings = Self::read(&text, &path.display().to_string(), env)?;
        folder.clone_into(&mut settings.folder);
        Ok(settings)
    }

    /// Reads a configuration; `origin` is what errors call it.
    ///
    /// # Errors
    ///
    /// A setting is unknown or not allowed. The text names it.
    pub fn read(
        text: &str,
        origin: &str,
        env: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let wrong = |origin: &str, detail: String| ConfigError::Wrong { origin: origin.to_owned(), detail };
        let file: Self = toml::from_str(text).map_err(|error| wrong(origin, error.to_string().trim().to_owned()))?;
        let mut table = file.table();
        let mut overrides = Vec::new();
        for (name, value) in env {
            let Some(key) = name.strip_prefix(ENV_PREFIX) else { continue };
            if key == "FOLDER" {
                continue;
            }
            set(&mut table, key, &value).ok_or(ConfigError::UnknownVariable { name: name.clone() })?;
            overrides.push(name);
        }
        let settings: Self = Value::Table(table)
            .try_into()
            .map_err(|error: toml::de::Error| wrong(&overrides.join(", "), error.message().to_owned()))?;
        settings.checked().map_err(|detail| wrong(origin, detail))
    }

    /// The configuration as TOML, every key written out.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(&self.table()).expect("a table of plain values is always TOML")
    }

    fn table(&self) -> Table {
        Table::try_from(self).expect("settings are a table of plain values")
    }

    fn checked(self) -> Result<Self, String> {
        if !self.public_url.is_empty() {
            let scheme = ["https://", "http://"].into_iter().find(|scheme| self.public_url.starts_with(scheme));
            let host = scheme.map_or("", |scheme| &self.public_url[scheme.len()..]);
            if host.is_empty() || host.contains(['?', '#', ' ']) {
                return Err(format!(
                    "public_url = {:?}: expected an address such as \"https://gate.example.org\"",
                    self.public_url
                ));
            }
        }
        let tags = Language::ALL.map(Language::tag);
        if !tags.contains(&&*self.language) {
            return Err(format!("language = {:?}: expected one of {}", self.language, tags.join(", ")));
        }
        let limits = &self.limits;
        let positive = [
            ("limits.body_bytes", limits.body_bytes as u64),
            ("limits.photo_body_bytes", limits.photo_body_bytes as u64),
            ("limits.decide_ms", limits.decide_ms),
            ("limits.head_seconds", limits.head_seconds),
            ("limits.body_seconds", limits.body_seconds),
            ("limits.connections", limits.connections as u64),
        ];
        match positive.into_iter().find(|(_, value)| *value == 0) {
            Some((key, _)) => Err(format!("{key} = 0: must be at least 1")),
            None => Ok(self),
        }
    }
}

/// Sets the key an environment variable means; `None` if there is no such key.
fn set(table: &mut Table, key: &str, value: &str) -> Option<()> {
    for (name, current) in table.iter_mut() {
        let upper = name.to_ascii_uppercase();
        if upper == key {
            if current.is_table() {
                return None;
            }
            *current = like(current, value);
            return Some(());
        }
        let below = key.strip_prefix(&upper).and_then(|rest| rest.strip_prefix('_'));
        if let (Value::Table(inner), Some(rest)) = (current, below) {
            return set(inner, rest, value);
        }
    }
    None
}

/// `text` as the kind of value that is there by default. What does not fit stays text, so that reading it names the key.
fn like(current: &Value, text: &str) -> Value {
    match current {
        Value::Integer(_) => text.parse().map_or_else(|_| Value::String(text.to_owned()), Value::Integer),
        Value::Boolean(_) => text.parse().map_or_else(|_| Value::String(text.to_owned()), Value::Boolean),
        Value::Array(_) => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            Value::Array(items.map(|item| Value::String(item.to_owned())).collect())
        }
        _ => Value::String(text.to_owned()),
    }
}

/// Networks, where a bare address is the network of itself.
fn networks<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<IpNet>, D::Error> {
    let texts = Vec::<String>::deserialize(from)?;
    let network = |text: &String| {
        text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).map_err(|_| {
            serde::de::Error::custom(format!(
                "trusted_proxies: {text:?} is no address and no network such as \"10.0.0.0/8\""
            ))
        })
    };
    texts.iter().map(network).collect()
}
