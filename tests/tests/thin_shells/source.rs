//! The sources of the shells, split into code and string literals.

use std::path::{Path, PathBuf};

/// A source file.
pub(crate) struct Source {
    /// The path in the project's folder.
    pub(crate) path: String,
    /// The lines without comments and with empty string literals.
    pub(crate) code: Vec<String>,
    /// The string literals.
    pub(crate) texts: Vec<String>,
}

impl Source {
    /// Splits a text. Swift and Kotlin have the same syntax here: `//`, `/* */`, `"…"`, `"""…"""`.
    pub(crate) fn of(path: &str, text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let (mut code, mut texts, mut at) = (String::new(), Vec::new(), 0);
        let follows =
            |at: usize, what: &str| what.chars().enumerate().all(|(n, letter)| letters.get(at + n) == Some(&letter));
        while at < letters.len() {
            if follows(at, "//") {
                while at < letters.len() && letters[at] != '\n' {
                    at += 1;
                }
            } else if follows(at, "/*") {
                while at < letters.len() && !follows(at, "*/") {
                    code.extend(Some('\n').filter(|_| letters[at] == '\n'));
                    at += 1;
                }
                at += 2;
            } else if letters[at] == '"' {
                let mark = if follows(at, "\"\"\"") { "\"\"\"" } else { "\"" };
                at += mark.len();
                let mut inside = String::new();
                while at < letters.len() && !follows(at, mark) {
                    if letters[at] == '\\' {
                        at += 1;
                    }
                    code.extend(letters.get(at).copied().filter(|letter| *letter == '\n'));
                    inside.extend(letters.get(at));
                    at += 1;
                }
                at += mark.len();
                code.push_str("\"\"");
                texts.push(inside);
            } else {
                code.push(letters[at]);
                at += 1;
            }
        }
        Self { path: path.to_owned(), code: code.lines().map(str::to_owned).collect(), texts }
    }

    /// `path:line: what`, for each line in which `wrong` finds a violation.
    pub(crate) fn lines(&self, wrong: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let numbered = self.code.iter().enumerate();
        numbered.filter_map(|(n, line)| wrong(line).map(|why| format!("{}:{}: {why}", self.path, n + 1))).collect()
    }
}

/// The words and signs of a line. `<` or `>` between spaces becomes `compared`.
pub(crate) fn tokens(line: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut in_word = false;
    let letters: Vec<char> = line.chars().collect();
    let mut at = 0;
    while at < letters.len() {
        let letter = letters[at];
        let of_word = letter.is_alphanumeric() || letter == '_';
        if of_word && in_word {
            tokens.last_mut().expect("a word was begun").push(letter);
        } else if of_word {
            tokens.push(letter.to_string());
        } else if matches!(letter, '<' | '>') {
            let with_equals = letters.get(at + 1) == Some(&'=');
            let after = at + 1 + usize::from(with_equals);
            let alone = at > 0 && letters[at - 1] == ' ' && letters.get(after) == Some(&' ');
            // A bracket of a type parameter is no comparison.
            tokens.push(if alone { "compared".to_owned() } else { letter.to_string() });
            at += usize::from(with_equals);
        } else if !letter.is_whitespace() {
            tokens.push(letter.to_string());
        }
        in_word = of_word;
        at += 1;
    }
    tokens
}

/// The project's folder.
pub(crate) fn project_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All files of both apps that are not generated.
pub(crate) fn shells() -> Vec<Source> {
    let mut found = files("ios/Sources", "swift");
    found.retain(|source| !source.path.starts_with("ios/Sources/GatepassBindings"));
    found.extend(files("ios/App", "swift"));
    found.extend(files("android", "kt").into_iter().filter(|source| source.path.contains("/src/main/")));
    assert!(found.len() > 20, "where are the shells? {} files", found.len());
    found
}

/// The files below a folder with this extension.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<Source> {
    let (mut found, mut folders) = (Vec::new(), vec![project_folder().join(folder)]);
    while let Some(next) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !name.starts_with('.') && name != "build" {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == extension) {
                let below = path.strip_prefix(project_folder()).unwrap().to_string_lossy().into_owned();
                found.push(Source::of(&below, &std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}
