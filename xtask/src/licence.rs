//! Evaluates licence expressions (SPDX, and the older `MIT/Apache-2.0`) against the licences we accept.

/// Licences that only require attribution, so that the whole can be offered under MIT or Apache-2.0.
const ACCEPTED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether we accept `expression`: one side of `OR`, both sides of `AND`.
pub(crate) fn accepted(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let met = or_expression(&mut rest);
    met && rest.is_empty()
}

/// `and_expression (OR and_expression)*`
fn or_expression(rest: &mut &[&str]) -> bool {
    let mut met = and_expression(rest);
    while take(rest, "OR") {
        met |= and_expression(rest);
    }
    met
}

/// `term (AND term)*`
fn and_expression(rest: &mut &[&str]) -> bool {
    let mut met = term(rest);
    while take(rest, "AND") {
        met &= term(rest);
    }
    met
}

/// A licence, with its exception if it has one, or an expression in parentheses.
fn term(rest: &mut &[&str]) -> bool {
    if take(rest, "(") {
        let met = or_expression(rest);
        return take(rest, ")") && met;
    }
    let Some((name, after)) = rest.split_first() else { return false };
    *rest = after;
    match rest {
        ["WITH", exception, after @ ..] => {
            let name = format!("{name} WITH {exception}");
            *rest = after;
            ACCEPTED.contains(&name.as_str())
        }
        _ => ACCEPTED.contains(name),
    }
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, after)) if *first == word => {
            *rest = after;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::accepted;

    #[test]
    fn one_side_of_or_is_enough() {
        assert!(accepted("MIT"));
        assert!(accepted("GPL-3.0-only OR MIT"));
        assert!(accepted("MIT/Apache-2.0"));
        assert!(accepted("Apache-2.0 / MIT"));
        assert!(accepted("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only"));
    }

    #[test]
    fn both_sides_of_and_are_needed() {
        assert!(accepted("(MIT OR GPL-2.0-only) AND Unicode-3.0"));
        assert!(!accepted("MIT AND GPL-3.0-only"));
        assert!(!accepted("(MIT AND GPL-3.0-only) OR AGPL-3.0-only"));
        assert!(accepted("GPL-2.0-only AND MIT OR ISC"));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for expression in ["", "(MIT", "MIT Apache-2.0", "MIT AND", "GPL-2.0-only WITH Classpath-exception-2.0"] {
            assert!(!accepted(expression), "{expression}");
        }
    }
}
