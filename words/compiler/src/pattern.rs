//! The parts of a message's text.

use crate::REFERENCE;
use crate::catalogue::{Argument, ArgumentKind};
use fluent_syntax::ast;

/// One part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Literal text.
    Text(String),
    /// The value of an argument.
    Placeholder {
        /// The index of the argument.
        argument: usize,
        /// The format of the value.
        style: Style,
    },
    /// One of several texts, chosen by an argument.
    Select {
        /// The index of the argument that selects.
        argument: usize,
        /// The variants with a condition, in order.
        variants: Vec<(VariantKey, Vec<Part>)>,
        /// The text if no condition is met.
        default: Vec<Part>,
    },
}

/// The format of an argument.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// The usual format of its kind: a date with its weekday, a number with the language's digits.
    #[default]
    Usual,
    /// A date, or the date of a moment, in this length.
    Date(DateStyle),
    /// `timeStyle: "short"`: the time of a moment.
    Time,
}

/// The length of a date, with the names of ECMA-402.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `dateStyle: "full"`: Tuesday, November 24, 2026.
    Full,
    /// `dateStyle: "long"`: November 24, 2026.
    Long,
    /// `dateStyle: "medium"`: Nov 24, 2026.
    Medium,
    /// `month: "short", day: "numeric"`: Nov 24.
    MonthDay,
    /// `day: "numeric"`: 24.
    Day,
    /// `month: "short"`: Nov.
    Month,
}

/// The condition of a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariantKey {
    /// The number is this one.
    Exactly(u32),
    /// The number, or a time's hour (0 to 23), is of this plural category: 0 to 5 for zero, one, two, few, many, other.
    Plural(u8),
    /// All seven weekdays.
    EveryDay,
    /// Monday to Friday.
    Workdays,
    /// The window closes with the day.
    Midnight,
}

const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The parts of a parsed pattern.
pub(crate) fn parts(pattern: &ast::Pattern<&str>, arguments: &[Argument]) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => push_text(&mut parts, value)?,
            ast::PatternElement::Placeable { expression } => placeable(expression, arguments, &mut parts)?,
        }
    }
    Ok(parts)
}

fn push_text(parts: &mut Vec<Part>, text: &str) -> Result<(), String> {
    if let Some(control) = text.chars().find(|c| c.is_control() && *c != '\n') {
        return Err(format!("the control character {control:?} cannot be part of a text; take it out"));
    }
    match parts.last_mut() {
        Some(Part::Text(before)) => before.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
    Ok(())
}

fn placeable(expression: &ast::Expression<&str>, arguments: &[Argument], parts: &mut Vec<Part>) -> Result<(), String> {
    match expression {
        ast::Expression::Select { selector, variants } => {
            parts.push(select(selector, variants, arguments)?);
            Ok(())
        }
        ast::Expression::Inline(inline) => match inline {
            ast::InlineExpression::StringLiteral { value } | ast::InlineExpression::NumberLiteral { value } => {
                push_text(parts, value)
            }
            ast::InlineExpression::VariableReference { id } => {
                parts.push(Part::Placeholder { argument: position(id.name, arguments)?, style: Style::Usual });
                Ok(())
            }
            ast::InlineExpression::FunctionReference { id, arguments: call } => {
                parts.push(function(id.name, call, arguments)?);
                Ok(())
            }
            ast::InlineExpression::Placeable { expression } => placeable(expression, arguments, parts),
            ast::InlineExpression::MessageReference { id, .. } => Err(format!(
                "it refers to the message {}; write the whole text here, so that every language can order it",
                id.name
            )),
            ast::InlineExpression::TermReference { id, .. } => {
                Err(format!("it refers to the term -{}; write the words here", id.name))
            }
        },
    }
}

fn position(name: &str, arguments: &[Argument]) -> Result<usize, String> {
    arguments.iter().position(|argument| argument.name == name).ok_or_else(|| {
        format!(
            "${name} is not declared; declare it in a comment of the {REFERENCE} message: # ${name} (Text) what it is"
        )
    })
}

fn function(name: &str, call: &ast::CallArguments<&str>, arguments: &[Argument]) -> Result<Part, String> {
    let [ast::InlineExpression::VariableReference { id }] = call.positional.as_slice() else {
        return Err(format!("{name} takes one argument, such as $date"));
    };
    let argument = position(id.name, arguments)?;
    let kind = arguments[argument].kind;
    let options: Vec<(&str, &str)> = call
        .named
        .iter()
        .filter_map(|option| match &option.value {
            ast::InlineExpression::StringLiteral { value } => Some((option.name.name, *value)),
            _ => None,
        })
        .collect();
    if name == "NUMBER" && kind == ArgumentKind::Number && call.named.is_empty() {
        return Ok(Part::Placeholder { argument, style: Style::Usual });
    }
    if name != "DATETIME"
        || !matches!(kind, ArgumentKind::Date | ArgumentKind::Moment)
        || options.len() != call.named.len()
    {
        return Err(format!("{name}(${}) is not known for a {}; use DATETIME for dates", id.name, kind.name()));
    }
    let style = match options.as_slice() {
        [("timeStyle", "short")] if kind == ArgumentKind::Moment => {
            return Ok(Part::Placeholder { argument, style: Style::Time });
        }
        [("dateStyle", "full")] => DateStyle::Full,
        [("dateStyle", "long")] => DateStyle::Long,
        [("dateStyle", "medium")] => DateStyle::Medium,
        [("month", "short"), ("day", "numeric")] => DateStyle::MonthDay,
        [("day", "numeric")] => DateStyle::Day,
        [("month", "short")] => DateStyle::Month,
        _ => {
            return Err(
                "DATETIME knows dateStyle (full, long, medium), timeStyle (short), month (short), day (numeric)"
                    .to_owned(),
            );
        }
    };
    Ok(Part::Placeholder { argument, style: Style::Date(style) })
}

fn select(
    selector: &ast::InlineExpression<&str>,
    variants: &[ast::Variant<&str>],
    arguments: &[Argument],
) -> Result<Part, String> {
    let ast::InlineExpression::VariableReference { id } = selector else {
        return Err("only an argument can choose between texts: { $count -> … }".to_owned());
    };
    let argument = position(id.name, arguments)?;
    let kind = arguments[argument].kind;
    let (mut conditional, mut default) = (Vec::new(), Vec::new());
    for variant in variants {
        let text = parts(&variant.value, arguments)?;
        if variant.default {
            default = text;
        } else {
            conditional.push((key(&variant.key, kind)?, text));
        }
    }
    Ok(Part::Select { argument, variants: conditional, default })
}

fn key(key: &ast::VariantKey<&str>, kind: ArgumentKind) -> Result<VariantKey, String> {
    let name = match key {
        ast::VariantKey::Identifier { name } => *name,
        ast::VariantKey::NumberLiteral { value } => {
            return match (kind, value.parse()) {
                (ArgumentKind::Number, Ok(number)) => Ok(VariantKey::Exactly(number)),
                _ => Err(format!("[{value}] does not fit a {}", kind.name())),
            };
        }
    };
    let plural = || PLURALS.iter().position(|known| *known == name).and_then(|at| u8::try_from(at).ok());
    match (kind, name) {
        (ArgumentKind::Number | ArgumentKind::Time | ArgumentKind::Moment, _) => {
            plural().map(VariantKey::Plural).ok_or_else(|| format!("[{name}] is no plural category"))
        }
        (ArgumentKind::Days, "every") => Ok(VariantKey::EveryDay),
        (ArgumentKind::Days, "workdays") => Ok(VariantKey::Workdays),
        (ArgumentKind::Closing, "midnight") => Ok(VariantKey::Midnight),
        _ => Err(format!("[{name}] does not fit a {}", kind.name())),
    }
}
