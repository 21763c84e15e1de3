//! What the apps say around the wizard: one record of texts, whole in the file of each language. Both shells draw these,
//! so the two apps cannot drift apart, and a new language is one file here (and one in the core's `share::words` and
//! `wizard::words`).
//!
//! `{0}` and `{1}` are places for names, numbers and formatted times. No sentence depends on a number's grammar:
//! "Uses left: 3" is right in every language.

mod ar;
mod en;
mod es;

use gatepass_core::pass::Reason;
use gatepass_core::share::Language;

/// Declares the groups of texts, and the macro with which a language's file is written.
macro_rules! groups {
    ($($(#[$doc:meta])+ $group:ident: $name:ident { $($text:ident),+ $(,)? })+) => {
        $(
            $(#[$doc])+
            #[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
            #[expect(missing_docs, reason = "the English text says what each is")]
            pub struct $name {
                $(pub $text: String,)+
            }
        )+

        /// Every text of the apps in one language, by screen.
        #[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
        #[expect(missing_docs, reason = "each group says what it is")]
        pub struct Words {
            $(pub $group: $name,)+
        }

        impl Words {
            /// Every text with its name, `passes.title`: for tests.
            #[must_use]
            pub fn all(&self) -> Vec<(&'static str, &str)> {
                vec![$($((concat!(stringify!($group), ".", stringify!($text)), self.$group.$text.as_str()),)+)+]
            }
        }
    };
}

groups! {
    /// Buttons and labels of many screens.
    common: CommonWords {
        ok, cancel, done, back, close, delete, undo, retry, edit, share, copy, copied, search, show_more,
        loading, today, yesterday, unlimited, more_actions, time_in_zone, step_of, increase, decrease,
        choose_time, tab_passes, tab_activity, tab_settings,
    }
    /// Before there is a profile.
    welcome: WelcomeWords {
        title, text, have_invitation, invitation_title, invitation_text, invitation_label, invitation_hint, paste, scan,
        server_label, server_hint, activate, activating, scan_title, scan_text, camera_denied, open_settings,
        no_invitation,
    }
    /// The list of passes.
    passes: PassesWords {
        title, valid, invalid, new_pass, search_hint, empty_valid_title, empty_valid_text, empty_invalid_title,
        empty_invalid_text, empty_search_title, empty_search_text, passes_off_title, passes_off_text, signed_out_title,
        signed_out_text, offline, offline_waiting, waiting, stuck, server_trouble, open_until, opens_at, next_opening,
        used_up, expired, revoked, uses_left, badge_courier, badge_one_time, badge_visiting, badge_last_use,
        badge_not_on_server, badge_stuck, delete_question, delete_text, deleted_not_sent, draft_title, draft_continue,
        draft_discard, profile_of, switch_profile, all_profiles, quick_courier, quick_guest, quick_made, updated_at,
    }
    /// One pass.
    pass: PassWords {
        qr_label, qr_hint, qr_large, code, link, plate, validity, doors, uses, used_of, used, used_today_limit,
        next_openings, comment, entries, no_entries, all_entries, edit, delete, not_on_server_text, waiting_text,
        stuck_title, discard, gone_title, gone_text, over_text, copy_code, copy_link, made_at, revoked_at,
        type_custom, type_recurring, type_business_hours, type_full_day, type_one_time, guest, courier,
    }
    /// Sending a pass to its guest.
    share: ShareWords {
        title, text, as_message, as_link, as_image, as_code, no_apps,
    }
    /// The wizard's own frame; its fields and sentences come with its view.
    wizard: WizardWords {
        leave_title, leave_text, keep_draft, discard_draft, openings_title, more_openings, opens, stays_shut, next_time,
        problems_title, change,
    }
    /// Who came.
    activity: ActivityWords {
        title, empty_title, empty_text, arrived, opened, opened_by_manager, unknown_guest, at_door, with_qr, with_code,
        with_link, with_plate, with_card, photo, photo_title, photo_gone, filter_all, filter_arrivals, filter_refused,
    }
    /// Settings.
    settings: SettingsWords {
        title, profiles, add_profile, unit, server, signed_out, sign_out, sign_out_question, sign_out_text,
        sign_out_server_not_told, app_lock, app_lock_text, app_lock_unavailable, notifications, notifications_text,
        notifications_denied, language, language_phone, about, version, licences, licences_text, source_code, doors_held,
    }
    /// The app lock.
    lock: LockWords {
        title, unlock, reason,
    }
    /// The widget, shortcuts and spoken commands.
    quick: QuickWords {
        next_pass, no_pass, courier_today, guest_today, ready, choose_in_app, open_app,
    }
    /// Notifications.
    notifications: NotificationWords {
        arrived_title, arrived_text, refused_title, refused_text, channel,
    }
    /// What the resident is told until it is dismissed.
    notices: NoticeWords {
        change_overruled, pass_gone, signed_out, storage_repaired, storage_lost, dismiss,
    }
    /// Errors.
    errors: ErrorWords {
        title, offline, signed_out, invalid, not_found, conflict, storage_newer, storage_broken, vault, unreadable,
        internal, bad_invitation, server_missing, bad_server, server_insecure, choose_profile, on_other_server,
        not_on_server,
    }
    /// Why a door stayed shut.
    reasons: ReasonWords {
        ok, unknown, not_active, outside_hours, expired, used_up, used_up_today, revoked, wrong_door,
        identifier_not_accepted, locked_out, ambiguous_plate, passes_off, error,
    }
}

/// A language's file: every group with every text; the compiler says which is missing.
macro_rules! language {
    ($($group:ident: $name:ident { $($text:ident: $says:literal),+ $(,)? })+) => {
        $crate::words::Words {
            $($group: $crate::words::$name { $($text: $crate::words::owned($says),)+ },)+
        }
    };
}
use language;

impl Words {
    /// The texts of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        match language {
            Language::English => en::words(),
            Language::Spanish => es::words(),
            Language::Arabic => ar::words(),
        }
    }
}

/// One function for some hundred texts, so that it is not repeated as often in the library.
#[inline(never)]
fn owned(text: &str) -> String {
    text.to_owned()
}

impl ReasonWords {
    /// The words for a reason.
    #[must_use]
    pub fn of(&self, reason: Reason) -> String {
        let words = match reason {
            Reason::Ok => &self.ok,
            Reason::Unknown => &self.unknown,
            Reason::NotActive => &self.not_active,
            Reason::OutsideHours => &self.outside_hours,
            Reason::Expired => &self.expired,
            Reason::UsedUp => &self.used_up,
            Reason::UsedUpToday => &self.used_up_today,
            Reason::Revoked => &self.revoked,
            Reason::WrongDoor => &self.wrong_door,
            Reason::IdentifierNotAccepted => &self.identifier_not_accepted,
            Reason::LockedOut => &self.locked_out,
            Reason::AmbiguousPlate => &self.ambiguous_plate,
            Reason::PassesOff => &self.passes_off,
            Reason::Error => &self.error,
        };
        words.clone()
    }
}

/// A language the apps speak.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct LanguageChoice {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Its name in itself, `Español`.
    pub name: String,
}

/// The languages the apps speak.
#[uniffi::export]
#[must_use]
pub fn languages() -> Vec<LanguageChoice> {
    let choice = |language: Language| LanguageChoice {
        tag: language.tag().to_owned(),
        name: match language {
            Language::English => "English",
            Language::Spanish => "Español",
            Language::Arabic => "العربية",
        }
        .to_owned(),
    };
    Language::ALL.into_iter().map(choice).collect()
}

/// Every text of the apps in this language (a BCP 47 tag); one Gatepass does not speak falls back to English.
#[uniffi::export]
#[must_use]
pub fn words(language: String) -> Words {
    Words::of(Language::from_tag(&language).unwrap_or_default())
}

/// A text with its places filled: `{0}` by the first argument. What is filled in is not looked at again.
#[uniffi::export]
#[must_use]
pub fn fill(text: String, arguments: Vec<String>) -> String {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    filled(&text, &arguments)
}

pub(crate) fn filled(text: &str, arguments: &[&str]) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        whole.push_str(before);
        let Some((place, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        whole.push_str(place.parse().ok().and_then(|place: usize| arguments.get(place)).copied().unwrap_or_default());
        rest = after;
    }
    whole.push_str(rest);
    whole
}
