//! What ICU4X has to know to write dates, times, numbers, plurals and lists in the offered languages, and nothing of other
//! languages. `cargo xtask cldr` writes `data/` from the Unicode Consortium's CLDR.

/// The data, for ICU4X's `try_new_unstable` constructors.
#[derive(Clone, Copy, Debug)]
pub struct Cldr;

include!("../data/mod.rs");
impl_data_provider!(Cldr);
