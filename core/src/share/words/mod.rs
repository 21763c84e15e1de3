//! All that is said to guests, once a language.

pub(crate) mod ar;
pub(crate) mod en;
pub(crate) mod es;

use chrono::NaiveDate;

pub(super) use ar::Arabic;
pub(super) use en::English;
pub(super) use es::Spanish;

use super::validity::Validity;
use crate::pass::GuestKind;
use crate::time::WallTime;

/// What a language must be able to say. Every method is a whole sentence or a whole phrase that stands alone, so that
/// each language may order its words as it likes; plural forms are the language's own affair.
pub(super) trait Words: Sync {
    /// `Courier, 22 Nov`.
    fn generated_name(&self, guest: GuestKind, date: NaiveDate) -> String;

    /// The subject of the mail that brings a pass.
    fn subject(&self, site: &str) -> String;
    /// The first sentence of the message: a pass of this name for this site.
    fn greeting(&self, name: &str, site: &str) -> String;
    /// The title of the card: name and site, no sentence.
    fn title(&self, name: &str, site: &str) -> String;
    /// When the pass is good. `clock` tells whose clock is meant: the zone's letters, or [`Words::clock_of`].
    fn validity(&self, validity: &Validity, clock: &str) -> String;
    /// The clock of a place that is not the site's: `London time, GMT`.
    fn clock_of(&self, place: &str, letters: &str) -> String;
    /// Which doors it opens; there is at least one.
    fn doors(&self, doors: &[&str]) -> String;
    /// How many visits are left of how many.
    fn visits(&self, limit: Option<u32>, used: u32) -> String;
    /// How many visits a day.
    fn visits_a_day(&self, limit: u32) -> String;
    /// The pass was made offline and has no identifier yet.
    fn identifiers_follow(&self) -> String;
    /// How to use the QR code.
    fn use_qr(&self) -> String;
    /// How to use the access code.
    fn use_code(&self, digits: &str) -> String;
    /// How to use the link.
    fn use_link(&self, url: &str) -> String;
    /// How to use the plate.
    fn use_plate(&self, plate: &str) -> String;

    /// On the display: the door is open.
    fn come_in(&self) -> String;
    /// On the display: no, whatever the reason.
    fn not_valid(&self) -> String;
    /// On the display: the keypad is locked for a while.
    fn too_many_wrong_codes(&self) -> String;
    /// On the display: later today.
    fn opens_today(&self, time: WallTime) -> String;
    /// On the display: another day.
    fn opens_on(&self, date: NaiveDate, time: WallTime) -> String;
}
