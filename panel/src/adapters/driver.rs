//! The way out: how a panel is asked to open.

use async_trait::async_trait;
use gatepass_core::api::PanelCommand;

use crate::app::App;
use crate::ledger::Panel;

/// Asks the panels of one make to open.
///
/// That a panel was asked is one fact, that it opened another: the driver brings about the first, the panel's report the
/// second.
#[async_trait]
pub(crate) trait Driver: Send + Sync {
    /// Whether the panel can be asked now.
    fn reaches(&self, app: &App, panel: &Panel) -> bool;
    /// Asks the panel. Returns on how many of its connections it was told; 0 means that it was not reached after all.
    async fn ask(&self, app: &App, panel: &Panel, command: &PanelCommand) -> u32;
}

/// Panels that listen at `GET /v1/panels/{token}/commands`.
pub(crate) struct ListeningPanels;

#[async_trait]
impl Driver for ListeningPanels {
    fn reaches(&self, app: &App, panel: &Panel) -> bool {
        app.presence().of(panel.id).1
    }

    async fn ask(&self, app: &App, panel: &Panel, command: &PanelCommand) -> u32 {
        app.presence().tell(panel.id, command)
    }
}
