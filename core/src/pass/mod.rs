//! What a pass is: schedule, uses, doors, identifiers, and the rules that tell when it opens what.
//!
//! | file | the question it answers |
//! |---|---|
//! | `model` | what belongs to a pass? |
//! | `schedule` | when does its maker want it to open, in wall-clock words? |
//! | `schedule_text` | how is that written, on the wire and on disk? |
//! | `timetable` | at which instants is that? |
//! | `usage` | how often was it used, and is a visit under way? |
//! | `policy` | what does the site allow? |
//! | `draft`, `problem` | may this pass be made or changed so, and if not, which field and why? |
//! | `change` | what does an edit change? |
//! | `decide` | does it open this door now? |
//! | `presentation` | is this the same reading once more? |
//! | `status` | what is its status in a list? |

mod change;
mod decide;
mod draft;
mod model;
mod policy;
mod presentation;
mod problem;
mod problem_phrase;
mod reason;
mod schedule;
mod schedule_text;
mod status;
mod timetable;
mod usage;

// A pass is made of them.
pub use crate::identifier::{Identifier, IdentifierKind};
pub use change::PassChange;
pub use decide::{AccessRequest, Verdict, decide, opens_at};
pub use draft::{DraftDoor, Editing, MAX_COMMENT, MAX_NAME, MAX_USES, PassDraft, PlateText, Rules};
pub use model::{GuestKind, Pass, PassType, Terms, UseLimits};
pub use policy::Policy;
pub use presentation::{PRESENTATION, repeats};
pub use problem::{Expected, FieldProblem, Invalid, Problem};
pub use reason::Reason;
pub use schedule::{Schedule, Weekly};
pub use schedule_text::ScheduleText;
pub use status::{Standing, Status, standing};
pub use timetable::{Openings, Timetable};
pub use usage::Usage;
