//! Medians, and the lines that `cargo xtask bench` makes its table from.

use std::time::Instant;

/// The start of a measurement. All benchmarks use this clock.
#[expect(clippy::disallowed_methods, reason = "measuring is what a benchmark is for")]
pub(crate) fn stopwatch() -> Instant {
    Instant::now()
}

/// The middle value, or the mean of the two middle values; NaN of none.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    match (sorted.len(), sorted.len() / 2) {
        (0, _) => f64::NAN,
        (length, middle) if length % 2 == 1 => sorted[middle],
        (_, middle) => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}

/// The target of a figure.
pub(crate) enum Target {
    AtMost(f64),
    AtLeast(f64),
    /// No target; the figure is only shown.
    None,
}

/// Reports a figure in `unit`.
pub(crate) fn report(measured: &str, figure: f64, unit: &str, target: &Target) {
    let shown = |value: f64| format!("{value:.*}{unit}", if value.abs() < 20.0 { 2 } else { 0 });
    let (target, verdict) = match target {
        Target::AtMost(most) => (format!("≤ {}", shown(*most)), if figure <= *most { "met" } else { "missed" }),
        Target::AtLeast(least) => (format!("≥ {}", shown(*least)), if figure >= *least { "met" } else { "missed" }),
        Target::None => (String::new(), ""),
    };
    println!("FIGURE\t{measured}\t{}\t{target}\t{verdict}", shown(figure));
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    #[expect(clippy::float_cmp, reason = "small whole numbers are exact")]
    fn the_middle_is_the_median() {
        assert_eq!(median([3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median([]).is_nan());
    }
}
