//! Numbers and plural categories with ICU4X.

use gatepass_cldr::Cldr;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_plurals::{PluralCategory, PluralRules};

use crate::format::locale;
use crate::language::Language;

/// The number with the language's digits, without grouping: counts of visits and days are small.
pub(crate) fn number(number: u32, language: Language) -> String {
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(GroupingStrategy::Never);
    match DecimalFormatter::try_new_unstable(&Cldr, locale(language).into(), options) {
        Ok(formatter) => formatter.format(&Decimal::from(number)).to_string(),
        Err(_) => number.to_string(),
    }
}

/// The CLDR name of the number's plural category: `one`, `few`, `other`.
#[must_use]
pub fn plural_category(number: u32, language: Language) -> &'static str {
    match category(number, language) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

fn category(number: u32, language: Language) -> PluralCategory {
    let rules = PluralRules::try_new_cardinal_unstable(&Cldr, locale(language).into());
    rules.map_or(PluralCategory::Other, |rules| rules.category_for(number))
}

/// The number of the plural category in the catalogue's data.
pub(crate) fn plural(number: u32, language: Language) -> u8 {
    match category(number, language) {
        PluralCategory::Zero => 0,
        PluralCategory::One => 1,
        PluralCategory::Two => 2,
        PluralCategory::Few => 3,
        PluralCategory::Many => 4,
        PluralCategory::Other => 5,
    }
}
