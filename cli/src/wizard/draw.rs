//! Draws a view and the cursor as lines.

use gatepass_core::time::{LocalMinute, WallTime};
use gatepass_core::wizard::{Button, Choice, Field, FieldKind, Phrase, Preview, WizardView};
use gatepass_words::terminal::Message;
use gatepass_words::{Language, NaiveDate, weekday_and_date};

use super::field_editor::{FieldEditor, InputFormat, clock, date_and_clock};
use super::rows::Row;
use crate::terminal::Style;
use crate::words;

/// The column at which values begin.
const COLUMN: usize = 20;
/// The most choices of one list that are shown at once.
const SHOWN: usize = 9;

/// Draws a view: style, language and the state of the cursor.
pub(super) struct Drawing<'a> {
    pub(super) style: Style,
    /// The resident's language.
    pub(super) language: Language,
    /// The row the cursor is on.
    pub(super) row: &'a Row,
    pub(super) editor: Option<&'a FieldEditor>,
    /// The format the typed text should have, if it cannot be read.
    pub(super) unreadable: Option<InputFormat>,
}

impl Drawing<'_> {
    /// The whole screen, and the number of the line the cursor is on.
    pub(super) fn lines(&self, view: &WizardView) -> (Vec<String>, usize) {
        let lines = self.all_lines(view);
        let pointer = self.pointer(true);
        let focus = lines.iter().position(|line| line.contains(&pointer)).unwrap_or(lines.len() - 1);
        (lines, focus)
    }

    fn all_lines(&self, view: &WizardView) -> Vec<String> {
        let mut lines = vec![String::new(), self.heading(view)];
        if let Some(explanation) = &view.explanation {
            lines.extend(wrapped(&self.say(explanation), 76).iter().map(|line| format!("  {}", self.style.dim(line))));
        }
        lines.push(String::new());
        for notice in &view.notices {
            lines.extend(self.marked(&self.style.yellow("!"), notice));
        }
        for problem in &view.problems {
            lines.extend(self.marked(&self.style.red("✗"), problem));
        }
        for field in &view.fields {
            self.field(field, &mut lines);
        }
        if let Some(preview) = &view.preview {
            self.preview(preview, &mut lines);
        }
        if view.busy {
            lines.push(format!("  {}", self.style.dim(&Message::WizardBusy.say(self.language))));
        }
        lines.push(String::new());
        lines.push(self.buttons(view));
        lines.push(String::new());
        lines.push(format!("  {}", self.style.dim(&self.keys(view).say(self.language))));
        lines
    }

    fn say(&self, phrase: &Phrase) -> String {
        phrase.say(self.language)
    }

    fn heading(&self, view: &WizardView) -> String {
        let title = self.style.bold(&self.say(&view.title));
        match view.progress {
            Some(progress) => {
                let step = Message::WizardStep { at: progress.at, of: progress.of }.say(self.language);
                format!("  {title}   {}", self.style.dim(&step))
            }
            None => format!("  {title}"),
        }
    }

    fn marked(&self, mark: &str, phrase: &Phrase) -> Vec<String> {
        let lines = wrapped(&self.say(phrase), 74);
        let first_then_rest = std::iter::once(mark).chain(std::iter::repeat(" "));
        lines.iter().zip(first_then_rest).map(|(line, mark)| format!("  {mark} {line}")).collect()
    }

    fn field(&self, field: &Field, lines: &mut Vec<String>) {
        let label = self.say(&field.label);
        match &field.kind {
            FieldKind::ChooseOne { choices } => {
                lines.push(format!("  {}", self.style.bold(&label)));
                self.choices(field, choices, ["(•)", "( )"], lines);
            }
            FieldKind::ChooseSeveral { choices, all_label, all_chosen } => {
                lines.push(format!("  {}", self.style.bold(&label)));
                if let Some(all) = all_label {
                    let here = *self.row == Row::Everything(field.id);
                    let mark = if *all_chosen { "[x]" } else { "[ ]" };
                    lines.push(self.choice_line(here, field.enabled, mark, &self.say(all)));
                }
                self.choices(field, choices, ["[x]", "[ ]"], lines);
            }
            FieldKind::Summary { lines: words, change } => {
                let here = change.is_some() && *self.row == Row::Summary(field.id);
                for (at, phrase) in words.iter().enumerate() {
                    let label = if at == 0 { &*label } else { "" };
                    lines.push(self.labelled(here && at == 0, label, &self.say(phrase)));
                }
            }
            FieldKind::Text { text, placeholder, .. } => {
                let value = match placeholder {
                    Some(words) if text.is_empty() => self.style.dim(&self.say(words)),
                    _ => text.replace('\n', " "),
                };
                self.input_line(field, &label, &value, lines);
            }
            FieldKind::TimeOfDay { time } => self.input_line(field, &label, &clock(*time, self.language), lines),
            FieldKind::Day { date, .. } => {
                self.input_line(field, &label, &weekday_and_date(*date, self.language), lines);
            }
            FieldKind::Moment { at, .. } => {
                let day = weekday_and_date(at.date(), self.language);
                self.input_line(field, &label, &format!("{day}  {}", clock(at.time(), self.language)), lines);
            }
            FieldKind::Number { number, unlimited_label, .. } => {
                let value = match (number, unlimited_label) {
                    (Some(number), _) => number.to_string(),
                    (None, Some(words)) => self.say(words),
                    (None, None) => String::new(),
                };
                self.input_line(field, &label, &value, lines);
            }
        }
        self.below(field, lines);
    }

    /// The lines below a field: errors, hint, and why the field is fixed.
    fn below(&self, field: &Field, lines: &mut Vec<String>) {
        let indent = " ".repeat(COLUMN + 4);
        let mut add = |text: &str, paint: fn(Style, &str) -> String| {
            lines.extend(wrapped(text, 54).iter().map(|line| format!("{indent}{}", paint(self.style, line))));
        };
        if let Some(expected) = self.unreadable.filter(|_| self.row.field() == Some(field.id)) {
            add(&format!("✗ {}", self.expected(expected)), Style::red);
        }
        for error in &field.errors {
            add(&format!("✗ {}", self.say(error)), Style::red);
        }
        if let Some(words) = &field.why_not {
            add(&self.say(words), Style::dim);
        }
        if let Some(hint) = &field.hint {
            add(&self.say(hint), Style::dim);
        }
    }

    fn input_line(&self, field: &Field, label: &str, value: &str, lines: &mut Vec<String>) {
        let here = *self.row == Row::Input(field.id);
        let Some(editor) = self.editor.filter(|_| here) else {
            lines.push(self.labelled(here, label, value));
            return;
        };
        let (before, under, after) = editor.parts();
        let unlimited = match &field.kind {
            FieldKind::Number { unlimited_label: Some(words), .. } if before.is_empty() && under.is_none() => {
                format!(" {}", self.style.dim(&self.say(words)))
            }
            FieldKind::Text { placeholder: Some(words), .. } if before.is_empty() && under.is_none() => {
                format!(" {}", self.style.dim(&self.say(words)))
            }
            _ => String::new(),
        };
        let under = under.map_or(" ".to_owned(), String::from);
        // Without colours a bar marks the cursor.
        let under = if self.style.colours { self.style.inverse(&under) } else { format!("▏{}", under.trim_end()) };
        lines.push(self.labelled(true, label, &format!("{before}{under}{after}{unlimited}")));
    }

    fn labelled(&self, here: bool, label: &str, value: &str) -> String {
        let padding = " ".repeat(COLUMN.saturating_sub(label.chars().count()));
        format!("{}{}{padding}  {value}", self.pointer(here), self.style.bold(label))
    }

    fn pointer(&self, here: bool) -> String {
        if here { self.style.cyan("> ") } else { "  ".to_owned() }
    }

    fn choices(&self, field: &Field, choices: &[Choice], marks: [&str; 2], lines: &mut Vec<String>) {
        let here = |choice: &Choice| *self.row == Row::Choice(field.id, choice.id.clone());
        let at = choices.iter().position(here).or_else(|| choices.iter().position(|choice| choice.chosen)).unwrap_or(0);
        let from = at.saturating_sub(SHOWN / 2).min(choices.len().saturating_sub(SHOWN));
        if from > 0 {
            lines.push(format!("      {}", self.style.dim("↑ …")));
        }
        for choice in choices.iter().skip(from).take(SHOWN) {
            let here = here(choice);
            let mark = if choice.chosen { marks[0] } else { marks[1] };
            lines.push(self.choice_line(here, field.enabled && choice.enabled, mark, &self.say(&choice.label)));
            let words = choice.why_not.as_ref().or(choice.explanation.as_ref());
            // In a long list only the choice under the cursor is explained.
            if let Some(words) = words.filter(|_| here || choices.len() <= SHOWN) {
                let explanation = wrapped(&self.say(words), 70);
                lines.extend(explanation.iter().map(|line| format!("        {}", self.style.dim(line))));
            }
        }
        if from + SHOWN < choices.len() {
            lines.push(format!("      {}", self.style.dim("↓ …")));
        }
    }

    fn choice_line(&self, here: bool, enabled: bool, mark: &str, label: &str) -> String {
        let words = format!("{mark} {label}");
        let words = match (enabled, here) {
            (false, _) => self.style.dim(&words),
            (true, true) => self.style.bold(&words),
            (true, false) => words,
        };
        format!("{}  {words}", self.pointer(here))
    }

    fn preview(&self, preview: &Preview, lines: &mut Vec<String>) {
        lines.push(String::new());
        for (at, opening) in preview.openings.iter().enumerate() {
            let label = if at == 0 { Message::WizardOpenings.say(self.language) } else { String::new() };
            let hours = words::opening(opening.local_from, opening.local_to, self.language);
            lines.push(self.labelled(false, &label, &hours));
        }
        if preview.more {
            lines.push(self.labelled(false, "", &self.style.dim(&Message::WizardMoreOpenings.say(self.language))));
        }
        let zone = preview.zone_note.as_ref().map_or_else(|| preview.time_zone.clone(), |note| self.say(note));
        for line in wrapped(&zone, 54) {
            lines.push(self.labelled(false, "", &self.style.dim(&line)));
        }
        if let Some(trial) = &preview.trial {
            let mark = if trial.opens { self.style.green("✓") } else { self.style.red("✗") };
            for (at, line) in wrapped(&self.say(&trial.answer), 54).iter().enumerate() {
                let mark = if at == 0 { &*mark } else { " " };
                lines.push(self.labelled(false, "", &format!("{mark} {line}")));
            }
            if let Some(next) = &trial.next_opening {
                let hours = words::opening(next.local_from, next.local_to, self.language);
                lines.push(self.labelled(false, "", &format!("  → {hours}")));
            }
        }
    }

    fn buttons(&self, view: &WizardView) -> String {
        let draw = |button: &Button, row: &Row| {
            let words = format!("[ {} ]", self.say(&button.label));
            let words = if button.enabled { words } else { self.style.dim(&words) };
            if self.row == row {
                format!("{}{}", self.style.cyan("> "), self.style.bold(&words))
            } else {
                format!("  {words}")
            }
        };
        let primary = view.primary.iter().map(|button| draw(button, &Row::Primary));
        let others = view.secondary.iter().enumerate().map(|(at, button)| draw(button, &Row::Secondary(at)));
        let buttons = primary.chain(others).collect::<Vec<_>>().join(" ");
        let why = view.primary.as_ref().and_then(|button| button.why_not.as_ref());
        match why {
            Some(why) => format!("{buttons}  {}", self.style.dim(&self.say(why))),
            None => buttons,
        }
    }

    /// What to type, by an example.
    fn expected(&self, what: InputFormat) -> String {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
        let example = LocalMinute::new(day, WallTime::new(14, 20).unwrap_or(WallTime::MIDNIGHT));
        let message = match what {
            InputFormat::TimeOfDay => Message::WizardExpectsTime { example: example.time().into() },
            InputFormat::Day => Message::WizardExpectsDay { example: example.date().to_string() },
            InputFormat::Moment => Message::WizardExpectsMoment { example: date_and_clock(example, self.language) },
            InputFormat::Number => Message::WizardExpectsNumber,
        };
        message.say(self.language)
    }

    fn keys(&self, view: &WizardView) -> Message {
        let kind = self.row.field().and_then(|id| super::rows::field(view, id)).map(|field| &field.kind);
        match kind {
            Some(FieldKind::ChooseOne { .. } | FieldKind::ChooseSeveral { .. }) => Message::WizardKeysChoose,
            Some(FieldKind::Text { .. }) => Message::WizardKeysType,
            Some(FieldKind::Summary { .. }) | None => Message::WizardKeys,
            Some(_) => Message::WizardKeysChange,
        }
    }
}

/// The text in lines of at most `width` characters.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}
