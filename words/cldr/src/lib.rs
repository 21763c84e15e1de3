//! ICU4X's data for dates, times, numbers, plurals and lists, for the offered languages only. `cargo xtask cldr` writes `data/` from the Unicode Consortium's CLDR.

/// The data, for ICU4X's `try_new_unstable` constructors.
#[derive(Clone, Copy, Debug)]
pub struct Cldr;

include!("../data/mod.rs");
impl_data_provider!(Cldr);
