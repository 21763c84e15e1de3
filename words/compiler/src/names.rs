//! Converts ids of messages to names in Rust.

/// `visits-left` → `VisitsLeft`.
pub(crate) fn type_name(id: &str) -> String {
    id.split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

/// `visits-left` → `visits_left`.
pub(crate) fn field_name(id: &str) -> String {
    id.replace('-', "_")
}

/// `passes-open-until` → (`passes`, `open-until`): the group of a text of the apps, and its name in it.
pub(crate) fn group(id: &str) -> Option<(&str, &str)> {
    id.split_once('-')
}
