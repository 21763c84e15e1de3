//! The rules of a pass, held against what they promise, with cases made by chance.
//!
//! | file | what it proves |
//! |---|---|
//! | `openings` | a schedule is open in its windows and at no other instant |
//! | `visits` | no sequence of presentations spends more than the limits; the list agrees with the door |
//! | `decisions` | each reason, in its order |
//! | `drafts` | each rule for making a pass reports its field; defaults are accepted |
//! | `edits` | what may change, and until when |
//! | `problems` | every problem is said in every language, here and beyond the wire |
//! | `texts` | schedules survive writing and reading; whatever else is read is refused, never a panic |
//! | `zones` | the tables of offsets are those of the zone database |
#![expect(clippy::unwrap_used, reason = "tests")]

mod decisions;
mod drafts;
mod edits;
mod given;
mod openings;
mod problems;
mod texts;
mod visits;
mod zones;
