//! Unicode's normal forms, by the tables that host names and dates need too: a phone holds them once.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

const NFD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();
#[cfg(feature = "client")]
const NFKD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfkd();
const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();
const CATEGORY: icu_properties::CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::new();

/// Letters and their marks apart.
pub(crate) fn nfd<I: Iterator<Item = char>>(text: I) -> impl Iterator<Item = char> {
    NFD.normalize_iter(text)
}

/// The same, and what only looks different made the same.
#[cfg(feature = "client")]
pub(crate) fn nfkd<I: Iterator<Item = char>>(text: I) -> impl Iterator<Item = char> {
    NFKD.normalize_iter(text)
}

/// Letters with their marks.
pub(crate) fn nfc<I: Iterator<Item = char>>(text: I) -> impl Iterator<Item = char> {
    NFC.normalize_iter(text)
}

/// The same, and what only looks different made the same.
pub(crate) fn nfkc<I: Iterator<Item = char>>(text: I) -> impl Iterator<Item = char> {
    NFKC.normalize_iter(text)
}

/// Whether it is drawn on the letter before it.
pub(crate) fn is_mark(letter: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CATEGORY.get(letter))
}
