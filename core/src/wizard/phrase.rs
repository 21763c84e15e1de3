//! What is said to the resident, as keys and parameters. A shell maps each key to a sentence of its own string
//! resources; [`super::words`] has English and Spanish for all of them.

use std::fmt;

use chrono::NaiveDate;

use crate::time::{Days, LocalMinute, WallTime};

/// A sentence to show.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// Which sentence.
    pub key: PhraseKey,
    /// What goes into its places, in order.
    pub args: Vec<PhraseArg>,
}

/// What goes into a sentence. Shells format dates and times for the phone's region.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum PhraseArg {
    /// A name or other text, as it is.
    Words {
        /// The text.
        text: String,
    },
    /// A number.
    Count {
        /// The number.
        number: u32,
    },
    /// A date.
    Day {
        /// The date.
        date: NaiveDate,
    },
    /// A time of day.
    TimeOfDay {
        /// The time.
        time: WallTime,
    },
    /// A local date and time.
    Moment {
        /// The moment.
        at: LocalMinute,
    },
    /// Weekdays, `mon` to `sun`.
    Weekdays {
        /// The days, Monday first.
        days: Vec<String>,
    },
}

/// Never shows a text: it may be a licence plate, and debug output ends up in logs.
impl fmt::Debug for PhraseArg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words { text } => write!(f, "Words({} characters)", text.chars().count()),
            Self::Count { number } => write!(f, "{number}"),
            Self::Day { date } => write!(f, "{date}"),
            Self::TimeOfDay { time } => write!(f, "{time}"),
            Self::Moment { at } => write!(f, "{at}"),
            Self::Weekdays { days } => write!(f, "{days:?}"),
        }
    }
}

impl Phrase {
    /// A sentence without parameters.
    #[must_use]
    pub fn plain(key: PhraseKey) -> Self {
        Self { key, args: Vec::new() }
    }

    /// A sentence with parameters.
    #[must_use]
    pub fn with(key: PhraseKey, args: Vec<PhraseArg>) -> Self {
        Self { key, args }
    }

    /// A name or other text that is the same in every language.
    #[must_use]
    pub fn verbatim(text: &str) -> Self {
        Self::with(PhraseKey::Verbatim, vec![text.into()])
    }
}

impl From<PhraseKey> for Phrase {
    fn from(key: PhraseKey) -> Self {
        Self::plain(key)
    }
}

impl From<&str> for PhraseArg {
    fn from(text: &str) -> Self {
        Self::Words { text: text.to_owned() }
    }
}

impl From<u32> for PhraseArg {
    fn from(number: u32) -> Self {
        Self::Count { number }
    }
}

impl From<NaiveDate> for PhraseArg {
    fn from(date: NaiveDate) -> Self {
        Self::Day { date }
    }
}

impl From<WallTime> for PhraseArg {
    fn from(time: WallTime) -> Self {
        Self::TimeOfDay { time }
    }
}

impl From<Days> for PhraseArg {
    fn from(days: Days) -> Self {
        Self::Weekdays { days: days.into() }
    }
}

impl From<LocalMinute> for PhraseArg {
    fn from(at: LocalMinute) -> Self {
        Self::Moment { at }
    }
}

macro_rules! keys {
    ($($name:ident $code:literal $args:literal),+ $(,)?) => {
        /// Every sentence of the wizard. See the English text for what each says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PhraseKey {
            $(#[doc = concat!("`", $code, "`, ", stringify!($args), " parameters.")] $name,)+
        }

        impl PhraseKey {
            /// Every key.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name in a shell's string resources.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// How many parameters its sentence has.
            #[must_use]
            pub fn parameters(self) -> usize {
                match self { $(Self::$name => $args,)+ }
            }
        }
    };
}

keys! {
    Verbatim "verbatim" 1,

    TitleChooseProfile "title_choose_profile" 0,
    TitleChooseType "title_choose_type" 0,
    TitleAbout "title_about" 0,
    TitleIdentifiers "title_identifiers" 0,
    TitleSchedule "title_schedule" 0,
    TitleUses "title_uses" 0,
    TitleDoors "title_doors" 0,
    TitleReview "title_review" 0,
    TitleReviewEdit "title_review_edit" 0,
    TitleSaving "title_saving" 0,
    TitleMade "title_made" 0,
    TitleChanged "title_changed" 0,
    TitleQueued "title_queued" 0,
    TitleShare "title_share" 0,
    TitleUnavailable "title_unavailable" 0,
    TitleUnavailableEdit "title_unavailable_edit" 0,
    TitleClosed "title_closed" 0,

    ExplainIdentifiers "explain_identifiers" 0,
    ExplainUses "explain_uses" 0,
    ExplainReview "explain_review" 0,
    ExplainMade "explain_made" 1,
    ExplainChanged "explain_changed" 1,
    ExplainQueued "explain_queued" 0,
    ExplainQueuedEdit "explain_queued_edit" 0,
    ExplainShare "explain_share" 0,

    LabelProfile "label_profile" 0,
    LabelType "label_type" 0,
    LabelName "label_name" 0,
    LabelComment "label_comment" 0,
    LabelGuest "label_guest" 0,
    LabelIdentifiers "label_identifiers" 0,
    LabelPlate "label_plate" 0,
    LabelStartsAt "label_starts_at" 0,
    LabelEndsAt "label_ends_at" 0,
    LabelWeekdays "label_weekdays" 0,
    LabelWindowFrom "label_window_from" 0,
    LabelWindowTo "label_window_to" 0,
    LabelFirstDay "label_first_day" 0,
    LabelLastDay "label_last_day" 0,
    LabelOnlyDay "label_only_day" 0,
    LabelTimeZone "label_time_zone" 0,
    LabelVisitLimit "label_visit_limit" 0,
    LabelDailyLimit "label_daily_limit" 0,
    LabelDoors "label_doors" 0,
    LabelAllDoors "label_all_doors" 0,
    LabelTimes "label_times" 0,
    LabelTrialDoor "label_trial_door" 0,
    LabelTrialMoment "label_trial_moment" 0,
    LabelShareAs "label_share_as" 0,
    LabelUnlimited "label_unlimited" 0,

    HintName "hint_name" 0,
    HintComment "hint_comment" 0,
    HintPlate "hint_plate" 0,
    HintWindowTo "hint_window_to" 0,
    HintLastDay "hint_last_day" 0,
    HintVisitLimit "hint_visit_limit" 0,
    HintUsedSoFar "hint_used_so_far" 1,

    TypeCustom "type_custom" 0,
    TypeRecurring "type_recurring" 0,
    TypeBusinessHours "type_business_hours" 0,
    TypeFullDay "type_full_day" 0,
    TypeOneTime "type_one_time" 0,
    TypeCustomExplained "type_custom_explained" 0,
    TypeRecurringExplained "type_recurring_explained" 0,
    TypeBusinessHoursExplained "type_business_hours_explained" 0,
    TypeFullDayExplained "type_full_day_explained" 0,
    TypeOneTimeExplained "type_one_time_explained" 0,

    ProfileAt "profile_at" 2,
    ProfilePassesOff "profile_passes_off" 0,

    GuestGuest "guest_guest" 0,
    GuestCourier "guest_courier" 0,
    NameOfGuest "name_of_guest" 1,
    NameOfCourier "name_of_courier" 1,

    IdentifierQr "identifier_qr" 0,
    IdentifierCode "identifier_code" 0,
    IdentifierLink "identifier_link" 0,
    IdentifierPlate "identifier_plate" 0,
    IdentifierQrExplained "identifier_qr_explained" 0,
    IdentifierCodeExplained "identifier_code_explained" 0,
    IdentifierLinkExplained "identifier_link_explained" 0,
    IdentifierPlateExplained "identifier_plate_explained" 0,

    Monday "monday" 0,
    Tuesday "tuesday" 0,
    Wednesday "wednesday" 0,
    Thursday "thursday" 0,
    Friday "friday" 0,
    Saturday "saturday" 0,
    Sunday "sunday" 0,

    ZoneOfSite "zone_of_site" 1,
    ZoneOfPhone "zone_of_phone" 1,

    WhyTypeNotAllowed "why_type_not_allowed" 0,
    WhyTypeFixed "why_type_fixed" 0,
    WhyIdentifierNotAllowed "why_identifier_not_allowed" 0,
    WhyIdentifiersFixed "why_identifiers_fixed" 0,
    WhyDoorNotShareable "why_door_not_shareable" 0,
    WhyShareNotInPass "why_share_not_in_pass" 0,
    WhyShareNotYet "why_share_not_yet" 0,

    SummaryInterval "summary_interval" 2,
    SummaryWeekdays "summary_weekdays" 1,
    SummaryEveryDay "summary_every_day" 0,
    SummaryWindow "summary_window" 2,
    SummaryOvernight "summary_overnight" 2,
    SummaryAllDay "summary_all_day" 0,
    SummaryDates "summary_dates" 2,
    SummaryFullDay "summary_full_day" 1,
    SummaryOneTime "summary_one_time" 1,
    SummaryZone "summary_zone" 1,
    UsesUnlimited "uses_unlimited" 0,
    UsesOnce "uses_once" 0,
    UsesLimited "uses_limited" 1,
    UsesOnceADay "uses_once_a_day" 0,
    UsesLimitedADay "uses_limited_a_day" 1,
    NothingChosen "nothing_chosen" 0,

    ZoneNotePhone "zone_note_phone" 2,
    ZoneNoteSite "zone_note_site" 2,

    TrialOpens "trial_opens" 1,
    TrialNotActive "trial_not_active" 1,
    TrialOutsideHours "trial_outside_hours" 1,
    TrialExpired "trial_expired" 1,
    TrialUsedUp "trial_used_up" 1,
    TrialUsedUpToday "trial_used_up_today" 1,
    TrialWrongDoor "trial_wrong_door" 1,
    TrialOtherwise "trial_otherwise" 1,

    ButtonNext "button_next" 0,
    ButtonBack "button_back" 0,
    ButtonReview "button_review" 0,
    ButtonCreate "button_create" 0,
    ButtonSave "button_save" 0,
    ButtonShare "button_share" 0,
    ButtonDone "button_done" 0,
    ButtonCancel "button_cancel" 0,

    NoticeDoorGone "notice_door_gone" 1,
    NoticeDoorNotShareable "notice_door_not_shareable" 1,
    NoticeUnnamedDoorGone "notice_unnamed_door_gone" 0,
    NoticeIdentifierGone "notice_identifier_gone" 0,
    NoticePassChanged "notice_pass_changed" 0,
    NoticeLookAgain "notice_look_again" 0,
    NoticeFailed "notice_failed" 1,
    NoticeShared "notice_shared" 0,

    UnavailablePassesOff "unavailable_passes_off" 1,
    UnavailableTooManyPasses "unavailable_too_many_passes" 1,
    UnavailableEditingOff "unavailable_editing_off" 1,
    UnavailableNotValid "unavailable_not_valid" 0,
    UnavailableNoType "unavailable_no_type" 1,
    UnavailableNoIdentifier "unavailable_no_identifier" 1,
    UnavailableNoDoor "unavailable_no_door" 1,
    UnavailableNoProfile "unavailable_no_profile" 0,
    UnavailableUnknownZone "unavailable_unknown_zone" 0,

    ProblemMissing "problem_missing" 0,
    ProblemMalformed "problem_malformed" 0,
    ProblemEndsBeforeStart "problem_ends_before_start" 0,
    ProblemStartsInPast "problem_starts_in_past" 1,
    ProblemAlreadyOver "problem_already_over" 0,
    ProblemNoWeekday "problem_no_weekday" 0,
    ProblemEmptyWindow "problem_empty_window" 0,
    ProblemNeverOpens "problem_never_opens" 0,
    ProblemUnknownZone "problem_unknown_zone" 0,
    ProblemNoSuchDate "problem_no_such_date" 0,
    ProblemMoreThanAYear "problem_more_than_a_year" 1,
    ProblemTooLong "problem_too_long" 1,
    ProblemTooFarAhead "problem_too_far_ahead" 1,
    ProblemNoDoor "problem_no_door" 0,
    ProblemDoorNotHeld "problem_door_not_held" 0,
    ProblemDoorNotShareable "problem_door_not_shareable" 0,
    ProblemUsesOutOfRange "problem_uses_out_of_range" 1,
    ProblemFewerThanUsed "problem_fewer_than_used" 1,
    ProblemOneTimeHasOneUse "problem_one_time_has_one_use" 0,
    ProblemTypeNotAllowed "problem_type_not_allowed" 0,
    ProblemTypeFixed "problem_type_fixed" 0,
    ProblemNoIdentifier "problem_no_identifier" 0,
    ProblemIdentifierNotAllowed "problem_identifier_not_allowed" 0,
    ProblemNotAPlate "problem_not_a_plate" 0,
    ProblemTooLongText "problem_too_long_text" 1,
    ProblemTooManyPasses "problem_too_many_passes" 1,
    ProblemPassesOff "problem_passes_off" 0,
    ProblemEditingOff "problem_editing_off" 0,
    ProblemNotValidAnyMore "problem_not_valid_any_more" 0,
    ShareMessage "share_message" 0,
    ShareQrPicture "share_qr_picture" 0,
    ShareAccessCode "share_access_code" 0,
    ShareLinkOnly "share_link_only" 0,
}
