//! How long a new access code must be, and how one is found.

use super::AccessCode;

/// More codes are live at one door than codes of eight digits can bear.
///
/// The caller should tell the resident to leave the access code out, and the manager that the door has too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{live} access codes are live at this door, more than {MOST}; use a QR code or a link, or end passes no longer needed"
)]
pub struct TooManyCodes {
    /// How many are live, the new one included.
    pub live: usize,
}

/// No code was found.
///
/// The caller should try again with one digit more, or without an access code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("found no free access code; use a longer one, or a QR code or a link")]
pub struct NoCodeLeft;

/// The most codes that may be live at one door.
const MOST: usize = 1500;

/// Random codes looked at before giving up. With half of all codes refused, all of these are with probability 2⁻²⁵⁶.
const TRIES: usize = 256;

/// Digits of a new code at a door where `live` codes are live, the new one included: so many that who guesses all
/// day against the lock-out gets in with a probability of at most one in a thousand.
pub fn length_for(live: usize) -> Result<usize, TooManyCodes> {
    match live {
        0..=15 => Ok(6),
        16..=150 => Ok(7),
        151..=MOST => Ok(8),
        _ => Err(TooManyCodes { live }),
    }
}

/// A new code of `length` digits, every one that is neither trivial nor refused equally likely.
///
/// `random` gives uniform 64-bit numbers of a cryptographic generator. `refused` says no to codes that are live (or
/// next to a live one, see [`AccessCode::neighbours`]) at a shared door, or were lately, or are the unit's number.
pub fn allocate(
    length: usize,
    mut random: impl FnMut() -> u64,
    mut refused: impl FnMut(&AccessCode) -> bool,
) -> Result<AccessCode, NoCodeLeft> {
    let length = length.clamp(AccessCode::SHORTEST, AccessCode::LONGEST);
    let codes = 10_u64.pow(u32::try_from(length).map_err(|_| NoCodeLeft)?);
    // Numbers past the last whole multiple would make small codes likelier.
    let unbiased = u64::MAX - u64::MAX % codes;
    let code = (0..TRIES)
        .map(|_| random())
        .filter(|number| *number < unbiased)
        .filter_map(|number| AccessCode::from_number(number % codes, length))
        .find(|code| !code.is_trivial() && !refused(code));
    code.ok_or(NoCodeLeft)
}
