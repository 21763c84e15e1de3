//! Licence plates: one key for all the ways a plate is written, another for all the ways a camera misreads it.

use std::fmt;

use crate::unicode::{is_mark, nfc, nfd, nfkc};

use super::{Lookup, SitePepper};

/// A licence plate, normalised: two plates that are the same on the road are equal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plate {
    base: String,
}

/// This is no licence plate: fewer than 2 or more than 12 letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not a licence plate; enter 2 to 12 letters and digits")]
pub struct NotAPlate;

impl Plate {
    /// Normalises a plate as typed or as read.
    pub fn parse(text: &str) -> Result<Self, NotAPlate> {
        let base = key_base(text);
        if (2..=12).contains(&base.chars().count()) { Ok(Self { base }) } else { Err(NotAPlate) }
    }

    /// One key for all the ways the plate is written: upper case, look-alikes of other alphabets as Latin letters,
    /// no accents on Latin letters, digits of any script as `0` to `9`, no spaces or signs.
    #[must_use]
    pub fn key_base(&self) -> &str {
        &self.base
    }

    /// One key for all the ways a camera misreads the plate: of each group of characters that look alike, the digit.
    #[must_use]
    pub fn key_ocr(&self) -> String {
        self.base.chars().map(|read| group_of(read).map_or(read, |group| char::from(group[0]))).collect()
    }

    /// What the plate is looked up by at a site.
    #[must_use]
    pub fn lookup(&self, site: &SitePepper) -> Lookup {
        site.lookup("vp-plate-v1", &self.base)
    }

    /// What plates that a camera might take for each other are looked up by at a site.
    #[must_use]
    pub fn ocr_lookup(&self, site: &SitePepper) -> Lookup {
        site.lookup("vp-plate-ocr-v1", &self.key_ocr())
    }

    /// Characters of the key.
    #[must_use]
    pub(super) fn length(&self) -> usize {
        self.base.chars().count()
    }

    /// In how many places two plates of the same length differ; `None` for different lengths.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Option<usize> {
        let differing = self.base.chars().zip(other.base.chars()).filter(|(ours, theirs)| ours != theirs).count();
        (self.length() == other.length()).then_some(differing)
    }

    /// All plates a camera may have seen if it took one character for another that looks like it: those with the
    /// same OCR key that differ in exactly one place. At most 36, so a service that keeps only look-ups can look
    /// each of them up.
    pub fn misreadings(&self) -> impl Iterator<Item = Self> {
        self.base.char_indices().flat_map(move |(place, read)| {
            let group = group_of(read).unwrap_or_default();
            group.iter().map(|other| char::from(*other)).filter(move |other| *other != read).map(move |other| {
                let (before, behind) = (&self.base[..place], &self.base[place + read.len_utf8()..]);
                Self { base: format!("{before}{other}{behind}") }
            })
        })
    }
}

/// Characters that plate cameras take for one another (the table Genetec `AutoVu` ships with), the digit first.
const LOOK_ALIKES: [&[u8]; 6] = [b"0ODQ", b"1I", b"2Z", b"5S", b"8B", b"6G"];

fn group_of(character: char) -> Option<&'static [u8]> {
    let byte = u8::try_from(character).ok()?;
    LOOK_ALIKES.into_iter().find(|group| group.contains(&byte))
}

fn key_base(text: &str) -> String {
    let upper = nfkc(text.chars()).flat_map(char::to_uppercase).map(as_latin);
    // What the marks decide is the character right before them: a letter of Thai or of the scripts of India keeps
    // them as part of itself, a Latin one does not (cameras disagree on accents: one reads Ö, another O), and on
    // anything else they mean nothing.
    let mut keeps_marks = false;
    let kept = nfd(upper).map(as_ascii_digit).filter(|character| {
        if is_mark(*character) {
            return keeps_marks && !is_selector(*character);
        }
        keeps_marks = character.is_alphabetic() && !is_latin(*character);
        character.is_alphabetic() || character.is_ascii_digit()
    });
    nfc(kept).collect()
}

/// Marks that are not written: variation selectors and the grapheme joiner.
fn is_selector(mark: char) -> bool {
    matches!(mark, '\u{34F}' | '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Letters of other alphabets that look like a Latin one, in upper case. Russian plates use twelve Cyrillic letters
/// and Ukrainian ones another twelve, all of them in here: nothing is lost.
fn as_latin(letter: char) -> char {
    const OTHERS: &str = "АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    const LATIN: &[u8] = b"ABEKMHOPCTYXIJSABEZHIKMNOPTYX";
    OTHERS.chars().position(|other| other == letter).map_or(letter, |place| char::from(LATIN[place]))
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}')
}

/// A decimal digit of any script as an ASCII one.
fn as_ascii_digit(character: char) -> char {
    /// The zeros of Unicode 14's decimal digits (general category Nd) that compatibility decomposition leaves; the
    /// other nine follow each.
    const ZEROS: [u32; 60] = [
        0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20,
        0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
        0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450,
        0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50,
        0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0, 0x30,
    ];
    let code = u32::from(character);
    let value = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10));
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(character)
}

/// Never shows the whole plate.
impl fmt::Debug for Plate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plate({} characters)", self.length())
    }
}
