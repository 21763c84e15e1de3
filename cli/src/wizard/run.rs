//! Turns keys into events until the wizard ends.

use std::io;

use gatepass_core::wizard::{FieldKind, FieldValue, WizardEvent, WizardStep, WizardView};
use gatepass_words::Language;
use gatepass_words::terminal::Message;

use super::draw::Drawing;
use super::field_editor::{FieldEditor, InputFormat};
use super::rows::{self, Row};
use crate::failure::Failure;
use crate::terminal::{Key, KeySource, Screen, Style};

/// A running wizard: the one of the resident's client, or one in a test.
pub(crate) trait WizardSession {
    /// The view to draw now.
    fn view(&mut self) -> impl Future<Output = Result<WizardView, Failure>>;
    /// Sends an event. An event that no longer fits is not an error: the next view shows why.
    fn send(&mut self, event: WizardEvent) -> impl Future<Output = Result<(), Failure>>;
    /// Waits for a busy wizard.
    fn settled(&mut self) -> impl Future<Output = Result<(), Failure>>;
}

/// How a wizard ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WizardOutcome {
    /// The pass is made or changed, or waits to be sent.
    Saved,
    /// The wizard was cancelled; its draft is gone.
    Cancelled,
    /// The person left; the draft is kept.
    DraftKept,
}

/// Runs a wizard until the pass is saved or the person at the keyboard leaves.
pub(crate) async fn run_wizard(
    session: &mut impl WizardSession,
    keys: &mut impl KeySource,
    screen: &mut impl Screen,
    style: Style,
    language: Language,
) -> Result<WizardOutcome, Failure> {
    let mut cursor: Option<Cursor> = None;
    loop {
        let view = session.view().await?;
        match view.step {
            WizardStep::Saved | WizardStep::Share => return leave(screen, WizardOutcome::Saved),
            WizardStep::Closed => return leave(screen, WizardOutcome::Cancelled),
            _ => {}
        }
        let mut at = Cursor::in_view(cursor.take(), &view, language);
        let drawing = Drawing { style, language, row: &at.row, editor: at.editor.as_ref(), unreadable: at.unreadable };
        let (lines, focus) = drawing.lines(&view);
        screen.draw(&lines, focus).map_err(terminal_failure)?;
        if view.busy {
            session.settled().await?;
            cursor = Some(at);
            continue;
        }
        match at.press(keys.next().map_err(terminal_failure)?, &view) {
            KeyAction::Stay => {}
            KeyAction::Leave => return leave(screen, WizardOutcome::DraftKept),
            KeyAction::Send(events) => {
                let steps_on = events.len() > 1 || !matches!(events.first(), Some(WizardEvent::Set { .. }));
                for event in events {
                    session.send(event).await?;
                }
                // A button that did not lead to another step shows what is missing; the cursor goes there.
                let after = session.view().await?;
                if steps_on && after.step == view.step && after.fields.iter().any(|field| !field.errors.is_empty()) {
                    at = Cursor::first(&after, language);
                }
            }
        }
        cursor = Some(at);
    }
}

fn leave(screen: &mut impl Screen, outcome: WizardOutcome) -> Result<WizardOutcome, Failure> {
    screen.clear().map_err(terminal_failure)?;
    Ok(outcome)
}

#[expect(clippy::needless_pass_by_value, reason = "a function for map_err")]
fn terminal_failure(error: io::Error) -> Failure {
    Failure::broken(Message::FailureTerminal { reason: error.to_string() })
}

/// The row the cursor is on, and the text being typed there.
struct Cursor {
    step: WizardStep,
    row: Row,
    editor: Option<FieldEditor>,
    unreadable: Option<InputFormat>,
    language: Language,
}

/// What a key leads to.
enum KeyAction {
    Stay,
    Leave,
    Send(Vec<WizardEvent>),
}

impl Cursor {
    fn first(view: &WizardView, language: Language) -> Self {
        Self::at(view, rows::first_row(view), language)
    }

    fn at(view: &WizardView, row: Row, language: Language) -> Self {
        let editor =
            row.field().and_then(|id| rows::field(view, id)).and_then(|field| FieldEditor::of(&field.kind, language));
        Self { step: view.step, row, editor, unreadable: None, language }
    }

    /// The cursor in the next view: on the same row if the view still has it, else on the first.
    fn in_view(before: Option<Self>, view: &WizardView, language: Language) -> Self {
        match before {
            Some(cursor) if cursor.step == view.step && rows::rows(view).contains(&cursor.row) => {
                let unchanged = cursor.editor.as_ref().is_none_or(|editor| !editor.is_changed());
                if unchanged { Self::at(view, cursor.row, language) } else { cursor }
            }
            _ => Self::first(view, language),
        }
    }

    fn press(&mut self, key: Key, view: &WizardView) -> KeyAction {
        match key {
            Key::Interrupt => KeyAction::Leave,
            Key::Escape => self.commit_then(view, |_| Some(WizardEvent::Back)),
            Key::Up | Key::BackTab => self.walk(view, -1),
            Key::Down | Key::Tab => self.walk(view, 1),
            Key::Enter => self.enter(view),
            Key::Char(' ') if self.editor.is_none() => {
                self.choose(view).map_or(KeyAction::Stay, |event| KeyAction::Send(vec![event]))
            }
            key => self.type_in(key, view),
        }
    }

    fn type_in(&mut self, key: Key, view: &WizardView) -> KeyAction {
        let field = self.row.field().and_then(|id| rows::field(view, id));
        let (Some(editor), Some(field)) = (&mut self.editor, field) else { return KeyAction::Stay };
        self.unreadable = None;
        if !editor.press(key, &field.kind) || matches!(field.kind, FieldKind::Text { .. }) {
            return KeyAction::Stay;
        }
        // A readable date or time is sent at once, so that the openings below follow it.
        match editor.value(&field.kind) {
            Ok(value) => KeyAction::Send(vec![WizardEvent::Set { field: field.id, value }]),
            Err(_) => KeyAction::Stay,
        }
    }

    /// The event for text that was typed and not sent yet; an error if it cannot be read.
    fn pending_event(&self, view: &WizardView) -> Result<Option<WizardEvent>, InputFormat> {
        let (Some(editor), Some(id)) = (&self.editor, self.row.field()) else { return Ok(None) };
        let Some(field) = rows::field(view, id).filter(|_| editor.is_changed()) else { return Ok(None) };
        editor.value(&field.kind).map(|value| Some(WizardEvent::Set { field: id, value }))
    }

    /// Sends what was typed, then the event of `then`; stays if the typed text cannot be read.
    fn commit_then(&mut self, view: &WizardView, then: impl FnOnce(&mut Self) -> Option<WizardEvent>) -> KeyAction {
        match self.pending_event(view) {
            Ok(pending) => {
                self.editor = None;
                let events: Vec<_> = pending.into_iter().chain(then(self)).collect();
                if events.is_empty() { KeyAction::Stay } else { KeyAction::Send(events) }
            }
            Err(expected) => {
                self.unreadable = Some(expected);
                KeyAction::Stay
            }
        }
    }

    fn walk(&mut self, view: &WizardView, by: isize) -> KeyAction {
        let rows = rows::rows(view);
        self.commit_then(view, |place| {
            let at = rows.iter().position(|row| *row == place.row).unwrap_or(0);
            let next = at.saturating_add_signed(by).min(rows.len().saturating_sub(1));
            if let Some(row) = rows.get(next) {
                *place = Self::at(view, row.clone(), place.language);
            }
            None
        })
    }

    fn choose(&self, view: &WizardView) -> Option<WizardEvent> {
        let set = |field, value| Some(WizardEvent::Set { field, value });
        match &self.row {
            Row::Everything(id) => set(*id, FieldValue::Everything),
            Row::Choice(id, choice) => match rows::field(view, *id)?.kind {
                FieldKind::ChooseSeveral { .. } => set(*id, FieldValue::Toggle { id: choice.clone() }),
                _ => set(*id, FieldValue::Choice { id: choice.clone() }),
            },
            row => rows::button_event(view, row),
        }
    }

    /// Enter presses a button, chooses if the step is one list of choices, and else goes to the next field or the button.
    fn enter(&mut self, view: &WizardView) -> KeyAction {
        if let Some(event) = rows::button_event(view, &self.row) {
            return KeyAction::Send(vec![event]);
        }
        if rows::is_single_choice(view) {
            let next = view.primary.as_ref().map(|button| button.event.clone());
            return KeyAction::Send(self.choose(view).into_iter().chain(next).collect());
        }
        let rows = rows::rows(view);
        let one_of_several = matches!(self.row, Row::Choice(..)) && !self.is_several(view);
        let chosen = if one_of_several { self.choose(view) } else { None };
        let action = self.commit_then(view, |cursor| {
            let mut below = rows.iter().skip_while(|row| **row != cursor.row);
            let next = below.find(|row| row.field() != cursor.row.field()).cloned().unwrap_or(Row::Primary);
            *cursor = Self::at(view, next, cursor.language);
            None
        });
        match (chosen, action) {
            (Some(event), KeyAction::Stay) => KeyAction::Send(vec![event]),
            (_, action) => action,
        }
    }

    fn is_several(&self, view: &WizardView) -> bool {
        let field = self.row.field().and_then(|id| rows::field(view, id));
        field.is_some_and(|field| matches!(field.kind, FieldKind::ChooseSeveral { .. }))
    }
}
