//! The rows of a view that the cursor can be on.

use gatepass_core::wizard::{Field, FieldId, FieldKind, WizardEvent, WizardView};

/// A row for the cursor. It names its field or choice, so that the cursor stays there when the view is drawn again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A field that is typed in.
    Input(FieldId),
    /// One of a field's choices.
    Choice(FieldId, String),
    /// The switch that chooses everything.
    Everything(FieldId),
    /// A summary that can be changed.
    Summary(FieldId),
    /// The prominent button.
    Primary,
    /// Another button, by its index.
    Secondary(usize),
}

impl Row {
    /// The field the row belongs to.
    pub(super) fn field(&self) -> Option<FieldId> {
        match self {
            Self::Input(id) | Self::Choice(id, _) | Self::Everything(id) | Self::Summary(id) => Some(*id),
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
        | FieldKind::Number { .. } => vec![Row::Input(field.id)],
    }
}

/// The row of the cursor when a step is shown first: the first field with an error, else what is chosen or can be
/// typed. On a step that is only read it is the button.
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

/// Whether the step is one list of choices, so that a choice leads to the next step at once.
pub(super) fn is_single_choice(view: &WizardView) -> bool {
    matches!(view.fields.as_slice(), [Field { kind: FieldKind::ChooseOne { .. }, .. }])
}

/// The event of a row's button, if the row has one.
pub(super) fn button_event(view: &WizardView, row: &Row) -> Option<WizardEvent> {
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
