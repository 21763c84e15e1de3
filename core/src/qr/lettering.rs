//! Letters for the card: measured for both its forms, drawn for the PNG.
//!
//! A PNG cannot use the fonts of its viewer, so a part of Noto Sans is built in (`font/`, 48 KB): Latin
//! with Vietnamese, Greek, Cyrillic. What it lacks must not become boxes, see [`drawable`].

use std::sync::LazyLock;

use crate::unicode::{is_mark, nfc};
use ab_glyph::{Font, FontRef, PxScale, point};

static FONT: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("font/NotoSans-Card.ttf")).expect("the font that is built in can be read")
});

/// The text as far as the font can draw it. A sign without a sound of its own (an emoji, an arrow) is left out; with
/// a letter or digit of a script the font lacks, nothing is left: half a name is worse than none.
pub(super) fn drawable(text: &str) -> Option<String> {
    let mut drawn = String::new();
    for character in nfc(text.chars()) {
        if has(character) {
            drawn.push(character);
        } else if character.is_whitespace() {
            drawn.push(' ');
        } else if character.is_alphanumeric() || is_accent(character) {
            return None;
        }
    }
    let words: Vec<&str> = drawn.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Marks, but for those that only choose how an emoji looks.
fn is_accent(character: char) -> bool {
    is_mark(character) && !matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{20D0}'..='\u{20FF}')
}

fn has(character: char) -> bool {
    FONT.glyph_id(character).0 != 0
}

/// How wide the text is in letters of `size` pixels an em. What the font lacks counts a whole em a character.
pub(super) fn width(text: &str, size: f32) -> f32 {
    text.chars().map(|character| advance(character, size)).sum()
}

fn advance(character: char, size: f32) -> f32 {
    if has(character) {
        FONT.h_advance_unscaled(FONT.glyph_id(character)) / em() * size
    } else if is_mark(character) {
        0.0
    } else {
        size
    }
}

fn em() -> f32 {
    FONT.units_per_em().unwrap_or(1000.0)
}

/// Draws the text from `left` along `baseline`. It calls `dot` with each pixel and its ink, 0 to 1, except for pixels
/// above or left of the picture.
pub(super) fn draw(text: &str, size: f32, left: f32, baseline: f32, mut dot: impl FnMut(usize, usize, f32)) {
    // The library's scale is the height from the lowest to the highest letter.
    let scale = PxScale::from(size * FONT.height_unscaled() / em());
    let mut pen = left;
    for character in text.chars() {
        let glyph = FONT.glyph_id(character).with_scale_and_position(scale, point(pen, baseline));
        pen += advance(character, size);
        let Some(outline) = FONT.outline_glyph(glyph) else { continue };
        let corner = outline.px_bounds().min;
        outline.draw(|x, y, ink| {
            if let (Some(x), Some(y)) = (pixel(corner.x, x), pixel(corner.y, y)) {
                dot(x, y, ink.min(1.0));
            }
        });
    }
}

fn pixel(corner: f32, offset: u32) -> Option<usize> {
    #[expect(clippy::cast_possible_truncation, reason = "corners lie on whole pixels of a picture of some thousand")]
    usize::try_from(corner as i64 + i64::from(offset)).ok()
}
