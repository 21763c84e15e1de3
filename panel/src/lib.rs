//! The panel-validation service.

pub mod clock;
pub mod decide;
pub mod keys;
pub mod ledger;
