//! Encodes one resource in one language for the library. `gatepass_words::pattern` reads it.
//!
//! ```text
//! resource  = count: u16, count + 1 offsets: u32, the messages' bytes
//! message   = parts
//! part      = text: UTF-8 without control characters but U+000A
//!           | 0x01 argument: u8 style: u8
//!           | 0x02 argument: u8 count: u8 { key length: u16 parts } length: u16 parts
//! key       = 0x00 number: u32 | 0x01 category: u8 | 0x02 every day | 0x03 workdays | 0x04 midnight
//! ```
//! All numbers are little-endian. The last parts of a selection are the ones without a condition.

use crate::REFERENCE;
use crate::catalogue::Resource;
use crate::error::{CatalogueError, Problem};
use crate::pattern::{DateStyle, Part, Style, VariantKey};

/// The bytes of a resource in one language.
pub type EncodedResource = Vec<u8>;

/// Encodes a resource in one language. A message that the language lacks is encoded in English.
///
/// # Errors
/// A text is longer than the format allows.
pub fn encode(resource: &Resource, language: &str) -> Result<EncodedResource, CatalogueError> {
    let (mut offsets, mut texts) = (Vec::new(), Vec::new());
    let mut problems = Vec::new();
    for message in &resource.messages {
        offsets.push(texts.len());
        let parts = message.translations.get(language).or_else(|| message.translations.get(REFERENCE));
        if write(parts.map_or(&[], Vec::as_slice), &mut texts).is_none() {
            let file = format!("{language}/{}.ftl", resource.name);
            problems.push(Problem::new(&file, &message.id, "it is too long; make two messages of it"));
        }
    }
    offsets.push(texts.len());
    let mut bytes = Vec::new();
    let count = u16::try_from(resource.messages.len());
    let offsets: Result<Vec<u32>, _> = offsets.into_iter().map(u32::try_from).collect();
    let (Ok(count), Ok(offsets), true) = (count, offsets, problems.is_empty()) else {
        problems.push(Problem::new(&format!("{language}/{}.ftl", resource.name), "", "it is too large; split it"));
        return Err(CatalogueError::Problems(problems));
    };
    bytes.extend(count.to_le_bytes());
    bytes.extend(offsets.into_iter().flat_map(u32::to_le_bytes));
    bytes.extend(texts);
    Ok(bytes)
}

fn write(parts: &[Part], bytes: &mut Vec<u8>) -> Option<()> {
    for part in parts {
        match part {
            Part::Text(text) => bytes.extend(text.as_bytes()),
            Part::Placeholder { argument, style } => {
                bytes.extend([1, u8::try_from(*argument).ok()?, style_code(*style)]);
            }
            Part::Select { argument, variants, default } => {
                bytes.extend([2, u8::try_from(*argument).ok()?, u8::try_from(variants.len()).ok()?]);
                for (key, parts) in variants {
                    match key {
                        VariantKey::Exactly(number) => {
                            bytes.push(0);
                            bytes.extend(number.to_le_bytes());
                        }
                        VariantKey::Plural(category) => bytes.extend([1, *category]),
                        VariantKey::EveryDay => bytes.push(2),
                        VariantKey::Workdays => bytes.push(3),
                        VariantKey::Midnight => bytes.push(4),
                    }
                    write_counted(parts, bytes)?;
                }
                write_counted(default, bytes)?;
            }
        }
    }
    Some(())
}

fn write_counted(parts: &[Part], bytes: &mut Vec<u8>) -> Option<()> {
    let mut text = Vec::new();
    write(parts, &mut text)?;
    bytes.extend(u16::try_from(text.len()).ok()?.to_le_bytes());
    bytes.extend(text);
    Some(())
}

fn style_code(style: Style) -> u8 {
    match style {
        Style::Usual => 0,
        Style::Date(DateStyle::Full) => 1,
        Style::Date(DateStyle::Long) => 2,
        Style::Date(DateStyle::Medium) => 3,
        Style::Date(DateStyle::MonthDay) => 4,
        Style::Date(DateStyle::Day) => 5,
        Style::Date(DateStyle::Month) => 6,
        Style::Time => 7,
    }
}
