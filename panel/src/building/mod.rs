//! What the service means: the state of its sites, and every act on it.
//!
//! An act is a function. It is given the `State`, an [`Archive`] to ask for what is not in memory, the
//! request and the instant, and it returns the answer and the [`Record`]s to be written. It changes nothing itself.
//! `State::apply` takes each record into the memory, when an act has made it and when it is read from disk at the start,
//! so memory and disk cannot differ. There is no database, no clock and no thread in here.
//!
//! | file | the question it answers |
//! |---|---|
//! | `places`, `people`, `passes`, `entries`, `idempotency` | what is there? |
//! | `record` | what does an act write? |
//! | `archive` | what may an act ask that is not in memory? |
//! | `state` | what is in memory, and how does a record change it? |
//! | `directory` | which sites, units, doors, panels, residents and managers are there? |
//! | `live` | which passes are held ready for decisions? |
//! | `visits` | which doors have the visits under way opened? |
//! | `guard` | is somebody guessing, and is this the same presentation again? |
//! | `act` | what is every act given, and what does it return? |
//! | `present` | what is said to a panel? |
//! | `make_pass`, `mint`, `change_pass` | how are passes made and changed, and which identifiers do they get? |
//! | `sites`, `units`, `doors`, `panels` | how do places change? |
//! | `invitations`, `residents`, `managers` | how are people added and removed? |
//! | `jobs` | what is still to be done, after an act's answer? |
//! | `audit` | who administers what? |
//! | `upkeep` | how is the log added up, and what is no longer kept? |
//! | `secrets`, `reseal` | how are identifiers shown again, and sealed again after the keys were rotated? |
//! | `ids`, `error` | how are ids made, and refusals told? |

mod act;
mod archive;
mod audit;
mod change_pass;
mod directory;
mod doors;
mod entries;
mod error;
mod guard;
mod idempotency;
pub(crate) mod ids;
mod invitations;
mod jobs;
mod live;
mod make_pass;
mod managers;
mod mint;
mod panels;
mod passes;
mod people;
mod places;
mod present;
mod record;
mod reseal;
mod residents;
pub(crate) mod secrets;
mod sites;
mod state;
mod units;
mod upkeep;
mod visits;

pub(crate) use act::{Act, Outcome};
pub use archive::{Archive, ArchivedPass, OldEntry};
pub use audit::{Actor, Attribution, AuditEntry};
pub(crate) use change_pass::{edit_pass, revoke_pass};
pub use directory::Directory;
pub(crate) use doors::{add_door, change_door, open_door, settle_command};
pub use entries::{Entry, EntryView, PanelAnswer, Presentation};
pub use error::{Conflict, EntityKind, LedgerError, RefusalReason, Result, StoreFailure};
pub(crate) use guard::MANY_WRONG_CODES;
pub use guard::WrongCodes;
pub(crate) use idempotency::context as kept_answer_context;
pub use idempotency::{IdempotencyRecord, IdempotentAnswer, IdempotentRequest, KeptAnswer};
pub(crate) use invitations::{activate, invite, withdraw_invitation};
pub use jobs::{Job, JobKind, JobResult, PayloadError};
pub(crate) use jobs::{NewJob, drop_job, list_jobs, retry_job, settle_job};
pub(crate) use live::stays_after_end;
pub(crate) use make_pass::make_pass;
pub(crate) use managers::{add_manager, remove_manager};
pub(crate) use panels::{add_panel, change_panel, remove_panel, renew_panel};
pub(crate) use passes::forget;
pub use passes::{NewPass, PassUpdate, PassView, Scope};
pub use people::{
    DeviceHolder, DeviceRecord, Invitation, Manager, Membership, NewDevice, NewInvitation, NewManager, Resident,
};
pub use places::{
    Door, DoorChange, NewDoor, NewPanel, NewSite, NewUnit, Panel, PanelAtSite, PanelChange, Site, SiteChange, Unit,
    UnitChange,
};
pub(crate) use present::present;
pub use record::{LookupForm, PassState, Record, SealedIdentifier, Totals};
pub(crate) use reseal::{plan_missing_reseals, plan_reseals, reseal_answers, reseal_payloads, reseal_some};
pub(crate) use residents::{remove_device, remove_resident};
pub(crate) use sites::{add_site, change_site, set_policy};
pub(crate) use state::{SiteState, State};
pub(crate) use units::{add_unit, change_unit};
pub use upkeep::PurgeReport;
pub(crate) use upkeep::{add_up, plan_purges, purge_some};
pub(crate) use visits::LONGEST_VISIT;
