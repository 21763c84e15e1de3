//! Commands to panels, and the outcomes they report.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::response::sse::Event;
use futures_util::stream;
use gatepass_core::api::{CommandReport, PanelCommand};
use gatepass_core::id::EntryId;
use serde::Deserialize;

use crate::app::App;
use crate::http::{JsonBody, PanelCaller, PathParams, Refusal};
use crate::routes::stream::answer;

/// A panel listens for commands
///
/// Server-sent events: the event's name is the command, its data a `PanelCommand`. The panel carries it out at once,
/// once for each `decision_id`, and not after `expires_at`, and then says what came of it. It connects again whenever
/// the stream ends.
#[utoipa::path(
    get, path = "/v1/panels/{token}/commands", tag = "panel", operation_id = "commands",
    params(("token" = String, Path, description = "The panel's token")),
    responses((status = OK, body = PanelCommand, content_type = "text/event-stream")),
)]
pub(super) async fn commands(State(app): State<App>, caller: PanelCaller) -> Response {
    let listener = app.presence().listen(caller.panel.id);
    let commands = stream::unfold(listener, async |mut listener| {
        let command = listener.recv().await?;
        let PanelCommand::Open { decision_id, .. } = &command;
        let event = Event::default().event("open").id(decision_id.to_string());
        let data = serde_json::to_string(&command).expect("a command is plain JSON");
        Some((event.data(data), listener))
    });
    answer(&app, commands)
}

/// Which command.
#[derive(Deserialize)]
pub(super) struct Command {
    decision_id: EntryId,
}

/// A panel says what came of a command
///
/// The log keeps "asked to open" and what came of it apart. The first report of a command counts; the same again is
/// welcome, another is refused.
#[utoipa::path(
    post, path = "/v1/panels/{token}/commands/{decision_id}", tag = "panel", operation_id = "report_command",
    request_body = CommandReport,
    params(
        ("token" = String, Path, description = "The panel's token"),
        ("decision_id" = EntryId, Path, description = "The command's `decision_id`"),
    ),
    responses(
        (status = NO_CONTENT, description = "Written down"),
        (status = CONFLICT, description = "Another outcome was reported before"),
    ),
)]
pub(super) async fn report(
    State(app): State<App>,
    caller: PanelCaller,
    PathParams(Command { decision_id }): PathParams<Command>,
    JsonBody { value: CommandReport { outcome }, .. }: JsonBody<CommandReport>,
) -> Result<StatusCode, Refusal> {
    app.decisions().settle_command(caller.panel.id, decision_id, outcome, caller.now).await?;
    app.presence().reported(decision_id, outcome);
    Ok(StatusCode::NO_CONTENT)
}
