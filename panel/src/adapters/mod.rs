//! Makes of panel, each in a folder: its words, its endpoints, its data, its fake device.
//!
//! A make knows its own words and nothing of passes. It turns what its panel asks into a presentation, and what was
//! decided into its panel's answer. Adding a make is adding its folder and a line to `MAKES`; the API, the command line
//! and every list of makes read that.
//!
//! | file | the question it answers |
//! |---|---|
//! | `make` | what does the service know of a make? |
//! | `ask` | how does a presentation get an answer in time, even after a failure? |
//! | `driver` | how is a panel asked to open? |
//! | `native/` | Gatepass's own protocol |
//! | `basip/` | BAS-IP panels |

mod ask;
pub mod basip;
mod driver;
mod make;
pub mod native;

pub(crate) use ask::{ask, display, kept_photo};
pub(crate) use driver::Driver;
pub(crate) use make::Make;

/// All makes. The first is meant where nobody says.
pub(crate) static MAKES: &[&Make] = &[&native::MAKE, &basip::MAKE];

/// The make of this name.
pub(crate) fn make(name: &str) -> Option<&'static Make> {
    MAKES.iter().copied().find(|make| make.name == name)
}
