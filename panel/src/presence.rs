//! Which panels are there: when each was last heard of, and which listen for commands now.
//!
//! In memory alone: after a restart panels come back by themselves.

use foldhash::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use gatepass_core::api::PanelCommand;
use gatepass_core::id::{EntryId, PanelId};
use gatepass_core::panel::CommandOutcome;
use tokio::sync::{broadcast, mpsc};

/// Commands a listener may be behind before it counts as gone.
const BACKLOG: usize = 16;

/// Reports a slow listener may fall behind by.
const REPORTS: usize = 256;

/// Which panels are there.
pub(crate) struct Presence {
    panels: Mutex<HashMap<PanelId, Panel>>,
    reports: broadcast::Sender<(EntryId, CommandOutcome)>,
}

impl Default for Presence {
    fn default() -> Self {
        Self { panels: Mutex::default(), reports: broadcast::channel(REPORTS).0 }
    }
}

#[derive(Default)]
struct Panel {
    last_seen: Option<DateTime<Utc>>,
    listeners: Vec<mpsc::Sender<PanelCommand>>,
}

impl Presence {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<PanelId, Panel>) -> T) -> T {
        work(&mut self.panels.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The panel asked something.
    pub(crate) fn seen(&self, panel: PanelId, now: DateTime<Utc>) {
        self.with(|panels| panels.entry(panel).or_default().last_seen = Some(now));
    }

    /// When the panel was last heard of, and whether it listens.
    pub(crate) fn of(&self, panel: PanelId) -> (Option<DateTime<Utc>>, bool) {
        self.with(|panels| match panels.get_mut(&panel) {
            None => (None, false),
            Some(panel) => (panel.last_seen, listeners(panel) > 0),
        })
    }

    /// How many panels listen now.
    pub(crate) fn listening(&self) -> usize {
        self.with(|panels| panels.values().filter(|panel| panel.listeners.iter().any(|one| !one.is_closed())).count())
    }

    /// The panel listens from now on, until the receiver is dropped.
    pub(crate) fn listen(&self, panel: PanelId) -> mpsc::Receiver<PanelCommand> {
        let (sender, receiver) = mpsc::channel(BACKLOG);
        self.with(|panels| panels.entry(panel).or_default().listeners.push(sender));
        receiver
    }

    /// Tells a panel; how many of its connections were told.
    pub(crate) fn tell(&self, panel: PanelId, command: &PanelCommand) -> u32 {
        self.with(|panels| {
            let Some(panel) = panels.get_mut(&panel) else { return 0 };
            panel.listeners.retain(|listener| listener.try_send(command.clone()).is_ok());
            u32::try_from(panel.listeners.len()).unwrap_or(u32::MAX)
        })
    }

    /// A panel reported the outcome of a command.
    pub(crate) fn reported(&self, command: EntryId, outcome: CommandOutcome) {
        // There may be no receiver.
        let _ = self.reports.send((command, outcome));
    }

    /// The outcomes of commands that panels report from now on.
    pub(crate) fn reports(&self) -> broadcast::Receiver<(EntryId, CommandOutcome)> {
        self.reports.subscribe()
    }

    /// Ends every stream of a panel whose token is no longer good.
    pub(crate) fn dismiss(&self, panel: PanelId) {
        self.with(|panels| panels.remove(&panel));
    }
}

fn listeners(panel: &mut Panel) -> usize {
    panel.listeners.retain(|listener| !listener.is_closed());
    panel.listeners.len()
}
