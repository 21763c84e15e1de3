//! How a guest presents a pass: tokens, access codes, licence plates.

mod plate;

pub use plate::{NotAPlate, Plate};
