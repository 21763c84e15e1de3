//! Keys into events, until the wizard is over.

use std::io;

use gatepass_core::wizard::{FieldKind, FieldValue, WizardEvent, WizardStep, WizardView};
use gatepass_words::Language;
use gatepass_words::terminal::Message;

use super::draw::Drawing;
use super::entry::{Entry, Expected};
use super::rows::{self, Row};
use crate::failure::Failure;
use crate::terminal::{Key, Keys, Screen, Style};

/// A wizard that can be played: the resident's own, with everything behind it, or one in a test.
pub(crate) trait Session {
    /// What to draw now.
    fn view(&mut self) -> impl Future<Output = Result<WizardView, Failure>>;
    /// Hands over an event. An event that no longer fits is not an error: the next view shows why.
    fn send(&mut self, event: WizardEvent) -> impl Future<Output = Result<(), Failure>>;
    /// Comes back when a busy wizard goes on.
    fn settled(&mut self) -> impl Future<Output = Result<(), Failure>>;
}

/// How a wizard was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// The pass is made or changed, or waits to be sent.
    Saved,
    /// Given up.
    Cancelled,
    /// Left for later; what was entered is kept.
    Kept,
}

/// Plays a wizard until the pass is saved or the person at the keyboard leaves.
pub(crate) async fn play(
    session: &mut impl Session,
    keys: &mut impl Keys,
    screen: &mut impl Screen,
    style: Style,
    language: Language,
) -> Result<Left, Failure> {
    let mut place: Option<Place> = None;
    loop {
        let view = session.view().await?;
        match view.step {
            WizardStep::Saved | WizardStep::Share => return leave(screen, Left::Saved),
            WizardStep::Closed => return leave(screen, Left::Cancelled),
            _ => {}
        }
        let mut at = Place::in_view(place.take(), &view, language);
        let drawing = Drawing { style, language, cursor: &at.row, entry: at.entry.as_ref(), unreadable: at.unreadable };
        let (lines, focus) = drawing.lines(&view);
        screen.draw(&lines, focus).map_err(terminal_broke)?;
        if view.busy {
            session.settled().await?;
            place = Some(at);
            continue;
        }
        match at.press(keys.next().map_err(terminal_broke)?, &view) {
            Act::Stay => {}
            Act::Leave => return leave(screen, Left::Kept),
            Act::Send(events) => {
                let steps_on = events.len() > 1 || !matches!(events.first(), Some(WizardEvent::Set { .. }));
                for event in events {
                    session.send(event).await?;
                }
                // A button that leads nowhere shows what is missing: go there.
                let after = session.view().await?;
                if steps_on && after.step == view.step && after.fields.iter().any(|field| !field.errors.is_empty()) {
                    at = Place::first(&after, language);
                }
            }
        }
        place = Some(at);
    }
}

fn leave(screen: &mut impl Screen, left: Left) -> Result<Left, Failure> {
    screen.clear().map_err(terminal_broke)?;
    Ok(left)
}

#[expect(clippy::needless_pass_by_value, reason = "a function for map_err")]
fn terminal_broke(error: io::Error) -> Failure {
    Failure::broken(Message::FailureTerminal { reason: error.to_string() })
}

/// Where the cursor is, and what is typed there.
struct Place {
    step: WizardStep,
    row: Row,
    entry: Option<Entry>,
    unreadable: Option<Expected>,
    language: Language,
}

enum Act {
    Stay,
    Leave,
    Send(Vec<WizardEvent>),
}

impl Place {
    fn first(view: &WizardView, language: Language) -> Self {
        Self::at(view, rows::first_row(view), language)
    }

    fn at(view: &WizardView, row: Row, language: Language) -> Self {
        let entry = row.field().and_then(|id| rows::field(view, id)).and_then(|field| Entry::of(&field.kind, language));
        Self { step: view.step, row, entry, unreadable: None, language }
    }

    /// The same place in the next view, as far as it still exists.
    fn in_view(before: Option<Self>, view: &WizardView, language: Language) -> Self {
        match before {
            Some(place) if place.step == view.step && rows::rows(view).contains(&place.row) => {
                let untouched = place.entry.as_ref().is_none_or(|entry| !entry.is_changed());
                if untouched { Self::at(view, place.row, language) } else { place }
            }
            _ => Self::first(view, language),
        }
    }

    fn press(&mut self, key: Key, view: &WizardView) -> Act {
        match key {
            Key::Interrupt => Act::Leave,
            Key::Escape => self.commit_then(view, |_| Some(WizardEvent::Back)),
            Key::Up | Key::BackTab => self.walk(view, -1),
            Key::Down | Key::Tab => self.walk(view, 1),
            Key::Enter => self.enter(view),
            Key::Char(' ') if self.entry.is_none() => {
                self.choose(view).map_or(Act::Stay, |event| Act::Send(vec![event]))
            }
            key => self.type_in(key, view),
        }
    }

    fn type_in(&mut self, key: Key, view: &WizardView) -> Act {
        let field = self.row.field().and_then(|id| rows::field(view, id));
        let (Some(entry), Some(field)) = (&mut self.entry, field) else { return Act::Stay };
        self.unreadable = None;
        if !entry.press(key, &field.kind) || matches!(field.kind, FieldKind::Text { .. }) {
            return Act::Stay;
        }
        // A date or time that can be read is told at once: the openings below follow.
        match entry.value(&field.kind) {
            Ok(value) => Act::Send(vec![WizardEvent::Set { field: field.id, value }]),
            Err(_) => Act::Stay,
        }
    }

    /// What has been typed and not been told yet; an error if it cannot be read.
    fn typed(&self, view: &WizardView) -> Result<Option<WizardEvent>, Expected> {
        let (Some(entry), Some(id)) = (&self.entry, self.row.field()) else { return Ok(None) };
        let Some(field) = rows::field(view, id).filter(|_| entry.is_changed()) else { return Ok(None) };
        entry.value(&field.kind).map(|value| Some(WizardEvent::Set { field: id, value }))
    }

    /// Tells what was typed, then `then`; stays where something unreadable is typed.
    fn commit_then(&mut self, view: &WizardView, then: impl FnOnce(&mut Self) -> Option<WizardEvent>) -> Act {
        match self.typed(view) {
            Ok(typed) => {
                self.entry = None;
                let events: Vec<_> = typed.into_iter().chain(then(self)).collect();
                if events.is_empty() { Act::Stay } else { Act::Send(events) }
            }
            Err(expected) => {
                self.unreadable = Some(expected);
                Act::Stay
            }
        }
    }

    fn walk(&mut self, view: &WizardView, by: isize) -> Act {
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
            row => rows::pressed(view, row),
        }
    }

    /// Enter: press a button; choose where choosing is all there is; else on to the next field, or the button.
    fn enter(&mut self, view: &WizardView) -> Act {
        if let Some(event) = rows::pressed(view, &self.row) {
            return Act::Send(vec![event]);
        }
        if rows::one_choice_only(view) {
            let next = view.primary.as_ref().map(|button| button.event.clone());
            return Act::Send(self.choose(view).into_iter().chain(next).collect());
        }
        let rows = rows::rows(view);
        let one_of_several = matches!(self.row, Row::Choice(..)) && !self.is_several(view);
        let chosen = if one_of_several { self.choose(view) } else { None };
        let act = self.commit_then(view, |place| {
            let mut below = rows.iter().skip_while(|row| **row != place.row);
            let next = below.find(|row| row.field() != place.row.field()).cloned().unwrap_or(Row::Primary);
            *place = Self::at(view, next, place.language);
            None
        });
        match (chosen, act) {
            (Some(event), Act::Stay) => Act::Send(vec![event]),
            (_, act) => act,
        }
    }

    fn is_several(&self, view: &WizardView) -> bool {
        let field = self.row.field().and_then(|id| rows::field(view, id));
        field.is_some_and(|field| matches!(field.kind, FieldKind::ChooseSeveral { .. }))
    }
}
