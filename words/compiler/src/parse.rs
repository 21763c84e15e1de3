//! Reads and parses the files of the catalogue.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast;
use fluent_syntax::parser;

use crate::catalogue::{Argument, ArgumentKind, Catalogue, Message, Resource};
use crate::error::{CatalogueError, Problem};
use crate::{REFERENCE, check, pattern};

impl Catalogue {
    /// Reads `locales/`, which has a folder for each language with a file for each resource.
    ///
    /// # Errors
    /// A file cannot be read, or messages have errors.
    pub fn read(locales: &Path) -> Result<Self, CatalogueError> {
        let folders: Vec<String> = names(locales)?.into_iter().filter(|name| locales.join(name).is_dir()).collect();
        let mut languages: Vec<String> = folders.into_iter().filter(|name| name != REFERENCE).collect();
        languages.insert(0, REFERENCE.to_owned());
        let mut texts = BTreeMap::new();
        for language in &languages {
            for file in names(&locales.join(language))? {
                let path = locales.join(language).join(&file);
                let text = std::fs::read_to_string(&path)
                    .map_err(|source| CatalogueError::Unreadable { path: path.clone(), source })?;
                texts.insert((language.clone(), file), text);
            }
        }
        Self::parse(&texts)
    }

    /// Parses a catalogue from texts by language and file name.
    ///
    /// # Errors
    /// Messages have errors; the error lists all of them.
    pub fn parse(texts: &BTreeMap<(String, String), String>) -> Result<Self, CatalogueError> {
        let mut languages: Vec<String> = Vec::from([REFERENCE.to_owned()]);
        let others: BTreeSet<&String> = texts.keys().map(|(language, _)| language).collect();
        languages.extend(others.into_iter().filter(|language| *language != REFERENCE).cloned());
        let (mut resources, mut problems) = (Vec::new(), Vec::new());
        for ((language, file), text) in texts {
            if language == REFERENCE {
                resources.extend(reference(file, text, &mut problems));
            }
        }
        for ((language, file), text) in texts {
            if language != REFERENCE {
                translate(&mut resources, language, file, text, &mut problems);
            }
        }
        let catalogue = Self { languages, resources };
        problems.extend(check::arguments(&catalogue));
        if problems.is_empty() { Ok(catalogue) } else { Err(CatalogueError::Problems(problems)) }
    }
}

fn names(folder: &Path) -> Result<Vec<String>, CatalogueError> {
    let unreadable = |source| CatalogueError::Unreadable { path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        names.push(entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned());
    }
    names.sort_unstable();
    Ok(names)
}

/// Parses an English file, which defines the messages of a resource.
fn reference(file: &str, text: &str, problems: &mut Vec<Problem>) -> Option<Resource> {
    let path = format!("{REFERENCE}/{file}");
    let Some(name) = file.strip_suffix(".ftl") else {
        problems.push(Problem::new(&path, "", "only .ftl files belong here"));
        return None;
    };
    let mut resource = Resource { name: name.to_owned(), comment: String::new(), messages: Vec::new() };
    for entry in entries(&path, text, problems) {
        match entry {
            ast::Entry::ResourceComment(comment) => resource.comment = comment.content.join("\n"),
            ast::Entry::Message(message) => {
                let comment = message.comment.as_ref().map(|comment| comment.content.clone()).unwrap_or_default();
                let id = message.id.name;
                let arguments = match declared(&comment) {
                    Ok(arguments) => arguments,
                    Err(what) => {
                        problems.push(Problem::new(&path, id, what));
                        continue;
                    }
                };
                if resource.messages.iter().any(|known| known.id == id) {
                    problems.push(Problem::new(&path, id, "it stands here twice; take one out"));
                    continue;
                }
                let mut read = Message {
                    id: id.to_owned(),
                    comment: comment
                        .iter()
                        .filter(|line| !line.starts_with('$'))
                        .copied()
                        .collect::<Vec<_>>()
                        .join(" "),
                    arguments,
                    english: source_text(text, id),
                    translations: BTreeMap::new(),
                };
                add(&mut read, REFERENCE, &path, &message, problems);
                resource.messages.push(read);
            }
            _ => {}
        }
    }
    Some(resource)
}

/// Adds the messages of a file in another language.
fn translate(resources: &mut [Resource], language: &str, file: &str, text: &str, problems: &mut Vec<Problem>) {
    let path = format!("{language}/{file}");
    let Some(resource) = resources.iter_mut().find(|resource| format!("{}.ftl", resource.name) == file) else {
        problems.push(Problem::new(&path, "", format!("there is no {REFERENCE}/{file}; rename or remove it")));
        return;
    };
    for entry in entries(&path, text, problems) {
        let ast::Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        match resource.messages.iter_mut().find(|known| known.id == id) {
            None => problems.push(Problem::new(&path, id, format!("{REFERENCE} has no such message; remove it"))),
            Some(known) if known.translations.contains_key(language) => {
                problems.push(Problem::new(&path, id, "it stands here twice; take one out"));
            }
            Some(known) => add(known, language, &path, &message, problems),
        }
    }
}

/// The entries of a file. A syntax error is a problem with its line.
fn entries<'t>(path: &str, text: &'t str, problems: &mut Vec<Problem>) -> Vec<ast::Entry<&'t str>> {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err(partial) => partial,
    };
    for error in errors {
        let line = text.get(..error.pos.start).map_or(0, |before| before.matches('\n').count()) + 1;
        problems.push(Problem::new(path, "", format!("line {line}: {}", error.kind)));
    }
    resource.body
}

fn add(message: &mut Message, language: &str, path: &str, read: &ast::Message<&str>, problems: &mut Vec<Problem>) {
    if !read.attributes.is_empty() {
        problems.push(Problem::new(path, &message.id, "attributes are not used; make it a message of its own"));
    }
    let Some(value) = &read.value else {
        problems.push(Problem::new(path, &message.id, "it has no text"));
        return;
    };
    match pattern::parts(value, &message.arguments) {
        Ok(parts) => {
            message.translations.insert(language.to_owned(), parts);
        }
        Err(what) => problems.push(Problem::new(path, &message.id, what)),
    }
}

/// The arguments that a comment declares: `$site (Text) The building's name.`
fn declared(comment: &[&str]) -> Result<Vec<Argument>, String> {
    let mut arguments = Vec::new();
    for line in comment.iter().filter_map(|line| line.strip_prefix('$')) {
        let parse = || {
            let (name, rest) = line.split_once(" (")?;
            let (kind, comment) = rest.split_once(')')?;
            Some(Argument {
                name: name.to_owned(),
                kind: ArgumentKind::named(kind)?,
                comment: comment.trim().to_owned(),
            })
        };
        let known = ArgumentKind::ALL.map(|(_, name)| name).join(", ");
        arguments
            .push(parse().ok_or_else(|| {
                format!("\"${line}\" declares no argument: $name (kind) text; the kinds are {known}")
            })?);
    }
    Ok(arguments)
}

/// The source of a message in its file.
fn source_text(text: &str, id: &str) -> String {
    let starts = format!("{id} =");
    let mut lines = text.lines().skip_while(|line| !line.starts_with(&starts));
    let first = lines.next().and_then(|line| line.strip_prefix(&starts)).unwrap_or_default().trim();
    let more = lines.take_while(|line| line.starts_with(' ')).map(str::trim);
    std::iter::once(first).chain(more).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
