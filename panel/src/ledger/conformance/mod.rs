//! The conformance suite: what a [`Ledger`] must do on any database. It uses only the traits.
//!
//! Each subject of the ledger has its part of the suite beside its trait, in `conformance.rs`. The database's own tests
//! provide a [`Backend`] and run every part with [`conformance!`]; `sqlite/tests` shows how.

pub(crate) mod building;

use std::sync::Arc;

use crate::keys::Keys;
use crate::ledger::Ledger;
use async_trait::async_trait;
use chrono::{DateTime, Utc};

pub(crate) use building::Building;

pub(crate) use super::decisions::{conformance as decisions, uses_conformance as uses};
pub(crate) use super::jobs::conformance as jobs;
pub(crate) use super::log::{audit_conformance as audit, conformance as log};
pub(crate) use super::maintenance::conformance as maintenance;
pub(crate) use super::passes::conformance as passes;
pub(crate) use super::people::conformance as people;
pub(crate) use super::places::conformance as places;

/// Somewhere to keep a ledger.
#[async_trait]
pub(crate) trait Backend: Send + Sync {
    /// The keys of what is kept there.
    fn keys(&self) -> Arc<Keys>;
    /// The ledger, empty at first. After it was closed: the same again.
    async fn open(&self, now: DateTime<Utc>) -> Arc<dyn Ledger>;
    /// The ledger as it would be, had it been killed now. The one that is open stays as it is.
    async fn after_a_kill(&self, now: DateTime<Utc>) -> (Arc<dyn Ledger>, Box<dyn Backend>);
}

/// Runs the whole suite on a backend.
macro_rules! conformance {
    ($backend:expr) => {
        $crate::ledger::conformance::conformance! { @each $backend,
            uses: one_of_256_gets_in, limits_of_three_and_per_day, a_visit_passes_all_its_doors,
                strict_grace_spends_at_every_door, a_door_opens_again_for_a_minute, editing_the_limit_counts_what_was_used;
            decisions: the_same_again_within_ten_seconds_is_one, a_presentation_ends_with_an_edit_or_an_opening,
                an_event_keeps_its_answer_forever,
                concurrent_repetitions_of_an_event_agree, reasons_are_the_true_ones,
                unknown_is_denied_or_left_to_the_panel, cards_are_never_handled, every_dialect_of_a_qr_code_opens,
                plates_are_read_with_sense, the_ladder_slows_guessing, a_revoked_pass_opens_nothing_at_once,
                a_manager_opens_a_door, many_wrong_codes_are_noticed, answers_survive_a_kill;
            passes: a_pass_is_made_once, a_pass_is_made_as_the_rules_allow, edits_need_the_version_they_saw,
                secrets_are_shown_only_while_valid, codes_differ_and_grow, the_panel_decides_the_alphabet,
                lists_come_by_pages, strangers_see_nothing;
            people: an_invitation_is_good_once, invitations_expire_and_are_withdrawn, a_token_ends_at_once,
                removing_a_resident_ends_the_passes, managers_come_and_go;
            places: panels_come_and_go, names_are_taken_once, places_are_listed_in_order, requests_are_done_once;
            log: whoever_follows_the_cursor_knows_everything, listeners_are_notified, a_restart_changes_nothing;
            jobs: a_job_is_on_disk_with_its_act, a_failed_job_waits_and_is_given_up, one_job_for_a_key,
                records_are_sealed_again, a_lost_plan_is_made_again;
            audit: every_administrative_act_is_written_down, sites_are_apart;
            maintenance: a_purge_keeps_the_uses, a_purge_removes_what_is_not_kept, a_purge_keeps_the_sequence,
                a_purge_of_everything_loses_nothing_later, a_closed_ledger_says_so;
        }
    };
    (@each $backend:expr, $($module:ident: $($test:ident),+;)+) => {$(
        mod $module {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    $crate::ledger::conformance::$module::$test(&$backend).await;
                }
            )+
        }
    )+};
}
pub(crate) use conformance;
