//! Prints the numbered steps of the demo and counts the failed ones.

use std::path::Path;

use crate::failure::Failure;
use crate::output::Output;

/// Prints steps and counts the failed ones.
pub(super) struct Report {
    out: Output,
    steps: u32,
    failed: u32,
}

impl Report {
    pub(super) fn new(out: Output) -> Self {
        Self { out, steps: 0, failed: 0 }
    }

    pub(super) fn output(&self) -> Output {
        self.out
    }

    pub(super) fn title(&self, folder: &Path) {
        let style = self.out.style;
        self.out.line(style.bold("Gatepass, the whole job on this machine"));
        self.out.line(style.dim(&format!("everything is kept in {}", folder.display())));
    }

    /// Prints a heading.
    pub(super) fn chapter(&self, title: &str) {
        self.out.line("");
        self.out.line(self.out.style.bold(title));
    }

    /// Prints a step that succeeded.
    pub(super) fn done(&mut self, what: &str, details: &[&str]) {
        self.step(true, what, details);
    }

    /// Prints a step, which succeeded if `got` is `expected`.
    pub(super) fn expect(&mut self, what: &str, expected: &str, got: &str, details: &[&str]) {
        if expected == got {
            self.step(true, &format!("{what} → {got}"), details);
        } else {
            self.step(false, what, &[&format!("expected: {expected}"), &format!("got:      {got}")]);
        }
    }

    fn step(&mut self, well: bool, what: &str, details: &[&str]) {
        self.steps += 1;
        self.failed += u32::from(!well);
        let style = self.out.style;
        let mark = if well { style.green("✓") } else { style.red("✗") };
        let number = style.dim(&format!("{:>2}", self.steps));
        let mut lines = crate::wizard::wrapped(what, 72).into_iter();
        self.out.line(format!(" {number} {mark} {}", lines.next().unwrap_or_default()));
        for line in lines {
            self.out.line(format!("      {line}"));
        }
        for line in details.iter().flat_map(|detail| crate::wizard::wrapped(detail, 72)) {
            self.out.line(format!("      {}", style.dim(&line)));
        }
    }

    /// Prints whether all steps succeeded.
    pub(super) fn verdict(&self) {
        self.out.line("");
        if self.failed == 0 {
            let words = format!("All {} steps came out as they should.", self.steps);
            self.out.line(self.out.style.green(&words));
        } else {
            self.out.line(self.out.style.red(&self.failures()));
        }
    }

    /// Whether all steps succeeded, for the exit status.
    ///
    /// # Errors
    ///
    /// A step failed.
    pub(super) fn outcome(&self) -> Result<(), Failure> {
        if self.failed == 0 { Ok(()) } else { Err(Failure::broken(self.failures())) }
    }

    fn failures(&self) -> String {
        format!("{} of {} steps did not come out as they should.", self.failed, self.steps)
    }
}

#[cfg(test)]
mod tests {
    use gatepass_words::Language;

    use super::*;
    use crate::terminal::Style;

    #[test]
    fn one_wrong_step_is_a_failure_of_the_whole() {
        let mut report = Report::new(Output { json: true, style: Style::PLAIN, language: Language::English });
        report.done("built", &[]);
        report.expect("the door", "granted", "granted", &[]);
        assert_eq!(report.outcome(), Ok(()));
        report.expect("the door", "granted", "denied, used_up", &[]);
        let failure = report.outcome().expect_err("a step came out wrong");
        assert_eq!(failure.lines(Language::English), ["1 of 3 steps did not come out as they should."]);
    }
}
