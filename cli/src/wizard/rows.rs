//! The rows of a view that the cursor can stand on.

use gatepass_core::wizard::{Field, FieldId, FieldKind, WizardEvent, WizardView};

/// A place for the cursor. It names what stands there, so that it stays there when the view is drawn anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A field that is typed in.
    Entry(FieldId),
    /// One of a field's choices.
    Choice(FieldId, String),
    /// The switch that chooses everything.
    Everything(FieldId),
    /// A summary that can be changed.
    Summary(FieldId),
    /// The prominent button.
    Primary,
    /// Another button, by its place.
    Secondary(usize),
}

impl Row {
    /// The field the row belongs to.
    pub(super) fn field(&self) -> Option<FieldId> {
        match self {
            Self::Entry(id) | Self::Choice(id, _) | Self::Everything(id) | Self::Summary(id) => Some(*id),
            Self::Primary | Self::Secondary(_) => None,
        }
    }
}

/// All rows, from top to bottom.
pub(super) fn rows(view: &WizardView) -> Vec<Row> {
    let mut rows: Vec<Row> = view.fields.iter().flat_map(rows_of).collect();
    rows.extend(view.primary.iter().map(|_| Row::Primary));
    rows.extend((0..view.secondary.len()).map(Row::Secondary));
    rows
}

fn rows_of(field: &Field) -> Vec<Row> {
    match &field.kind {
        _ if !field.enabled => Vec::new(),
        FieldKind::ChooseOne { choices } => {
            choices.iter().map(|choice| Row::Choice(field.id, choice.id.clone())).collect()
        }
        FieldKind::ChooseSeveral { choices, all_label, .. } => {
            let all = all_label.iter().map(|_| Row::Everything(field.id));
            all.chain(choices.iter().map(|choice| Row::Choice(field.id, choice.id.clone()))).collect()
        }
        FieldKind::Summary { change, .. } => change.iter().map(|_| Row::Summary(field.id)).collect(),
        FieldKind::Text { .. }
        | FieldKind::TimeOfDay { .. }
        | FieldKind::Day { .. }
        | FieldKind::Moment { .. }
        | FieldKind::Number { .. } => vec![Row::Entry(field.id)],
    }
}

/// Where the cursor stands when a step is seen first: at what is wrong, else at what is chosen or can be typed, else,
/// where all is only to be read, at the button.
pub(super) fn first_row(view: &WizardView) -> Row {
    let rows = rows(view);
    let wrong = view.fields.iter().find(|field| !field.errors.is_empty()).map(|field| field.id);
    if let Some(row) = rows.iter().find(|row| wrong.is_some() && row.field() == wrong) {
        return row.clone();
    }
    let only_read = matches!(view.fields.first(), Some(Field { kind: FieldKind::Summary { .. }, .. }));
    let first = rows.first().filter(|_| !only_read || view.primary.is_none()).cloned();
    let first = first.unwrap_or(Row::Primary);
    match first.field().and_then(|id| field(view, id)).map(|field| (field.id, &field.kind)) {
        Some((id, FieldKind::ChooseOne { choices })) => {
            choices.iter().find(|choice| choice.chosen).map_or(first, |choice| Row::Choice(id, choice.id.clone()))
        }
        _ => first,
    }
}

/// The field with this id.
pub(super) fn field(view: &WizardView, id: FieldId) -> Option<&Field> {
    view.fields.iter().find(|field| field.id == id)
}

/// Whether choosing is all there is to do here, so that a choice goes on at once.
pub(super) fn one_choice_only(view: &WizardView) -> bool {
    matches!(view.fields.as_slice(), [Field { kind: FieldKind::ChooseOne { .. }, .. }])
}

/// What the button of a row sends, if the row is one that can be pressed.
pub(super) fn pressed(view: &WizardView, row: &Row) -> Option<WizardEvent> {
    match row {
        Row::Primary => view.primary.as_ref().map(|button| button.event.clone()),
        Row::Secondary(at) => {
            view.secondary.get(*at).filter(|button| button.enabled).map(|button| button.event.clone())
        }
        Row::Summary(id) => match &field(view, *id)?.kind {
            FieldKind::Summary { change, .. } => change.clone(),
            _ => None,
        },
        _ => None,
    }
}
