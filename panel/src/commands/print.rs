//! How commands answer: for people a line or a table, for scripts the API's own JSON.

use serde::Serialize;

/// Prints for a person or a program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printer {
    /// Whether a script reads.
    pub(crate) json: bool,
}

impl Printer {
    /// One answer: `text` for people, `value` for scripts.
    pub(crate) fn say(self, value: &impl Serialize, text: impl FnOnce() -> String) {
        if self.json {
            println!("{}", serde_json::to_string_pretty(value).expect("answers are JSON"));
        } else {
            println!("{}", text().trim_end());
        }
    }

    /// A list: a table for people, with a line about what to do where there is nothing.
    pub(crate) fn list<T: Serialize, const N: usize>(
        self,
        items: &[T],
        heads: [&str; N],
        row: impl Fn(&T) -> [String; N],
        nothing: &str,
    ) {
        self.say(&items, || if items.is_empty() { nothing.to_owned() } else { table(heads, items.iter().map(row)) });
    }
}

/// Columns as wide as their widest cell.
fn table<const N: usize>(heads: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let rows: Vec<[String; N]> = std::iter::once(heads.map(str::to_owned)).chain(rows).collect();
    let mut widths = [0; N];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |row: &[String; N]| {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
