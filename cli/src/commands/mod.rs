//! The commands, one file each.

pub(crate) mod activate;
pub(crate) mod edit;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod new;
pub(crate) mod profiles;
pub(crate) mod revoke;
pub(crate) mod share;
pub(crate) mod show;
pub(crate) mod sign_out;
pub(crate) mod sync;

mod flags;
mod interactive;
