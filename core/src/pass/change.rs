//! What an edit changes of a pass.

use super::{GuestKind, Identifier, Invalid, Pass, PassDraft, ScheduleText, UseLimits};
use crate::id::DoorId;

/// A change of a pass. A field that is `None` stays as it is; identifiers never change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassChange {
    /// A new name.
    pub name: Option<String>,
    /// A new comment.
    pub comment: Option<String>,
    /// Another guest kind.
    pub guest: Option<GuestKind>,
    /// Another schedule. It is parsed against the pass, whose time zone it keeps if it names none.
    pub schedule: Option<ScheduleText>,
    /// Other limits.
    pub uses: Option<UseLimits>,
    /// Other doors.
    pub doors: Option<Vec<DoorId>>,
}

impl PassChange {
    /// `pass` with the change applied, ready for [`PassDraft::check`]. Another type without limits gets the type's own.
    ///
    /// # Errors
    ///
    /// The fields of the schedule that cannot be read.
    pub fn apply_to(&self, pass: &Pass) -> Result<PassDraft, Invalid> {
        let schedule = match &self.schedule {
            Some(text) => text.parse(pass.schedule.time_zone())?,
            None => pass.schedule.clone(),
        };
        let same_type = schedule.pass_type() == pass.pass_type();
        let uses = match self.uses {
            Some(limits) => limits,
            None if same_type => pass.uses,
            None => schedule.pass_type().default_uses(),
        };
        Ok(PassDraft {
            name: self.name.as_deref().map_or(&*pass.name, str::trim).to_owned(),
            comment: self.comment.as_deref().map_or(&*pass.comment, str::trim).to_owned(),
            guest: self.guest.unwrap_or(pass.guest),
            schedule,
            uses,
            doors: self.doors.clone().unwrap_or_else(|| pass.doors.clone()),
            identifiers: pass.identifiers.iter().map(Identifier::kind).collect(),
            plate: pass.identifiers.iter().find_map(|identifier| match identifier {
                Identifier::Plate { plate } => Some(plate.clone()),
                _ => None,
            }),
        })
    }
}
