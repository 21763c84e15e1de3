//! Checks every message in every language.

use std::collections::BTreeSet;

use crate::REFERENCE;
use crate::catalogue::{Catalogue, Message};
use crate::error::Problem;
use crate::pattern::Part;

/// Finds arguments that a language does not use: English must use all declared arguments, and so must each other language.
///
/// A language may leave a number out of one variant ("One visit is left"), but not out of all of them.
pub(crate) fn arguments(catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = Vec::new();
    for resource in &catalogue.resources {
        for message in &resource.messages {
            for (language, parts) in &message.translations {
                let mut used = BTreeSet::new();
                collect(parts, &mut used);
                let path = format!("{language}/{}.ftl", resource.name);
                problems.extend(unused(message, &used).into_iter().map(|name| {
                    let remedy = if language == REFERENCE { "use it, or take its declaration out" } else { "use it" };
                    Problem::new(&path, &message.id, format!("${name} is not used; {remedy}"))
                }));
            }
        }
    }
    problems
}

fn unused<'m>(message: &'m Message, used: &BTreeSet<usize>) -> Vec<&'m str> {
    let arguments = message.arguments.iter().enumerate();
    arguments.filter(|(at, _)| !used.contains(at)).map(|(_, argument)| argument.name.as_str()).collect()
}

fn collect(parts: &[Part], used: &mut BTreeSet<usize>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Placeholder { argument, .. } => {
                used.insert(*argument);
            }
            Part::Select { argument, variants, default } => {
                used.insert(*argument);
                for (_, parts) in variants {
                    collect(parts, used);
                }
                collect(default, used);
            }
        }
    }
}
