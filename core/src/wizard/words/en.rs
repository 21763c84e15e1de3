//! English, with dates and times as in the United States.

use crate::wizard::PhraseKey;

/// The sentence of a key; `{0}` and `{1}` are the places of its parameters.
#[expect(clippy::too_many_lines, reason = "a line or two for each sentence")]
pub(super) fn sentence(key: PhraseKey) -> &'static str {
    match key {
        PhraseKey::Verbatim | PhraseKey::SummaryWeekdays => "{0}",
        PhraseKey::TitleChooseProfile => "Which home is the pass for?",
        PhraseKey::TitleChooseType => "What kind of pass?",
        PhraseKey::TitleAbout => "Who is it for?",
        PhraseKey::TitleIdentifiers => "How will your guest open the door?",
        PhraseKey::TitleSchedule => "When may your guest come?",
        PhraseKey::TitleUses => "How often may your guest come?",
        PhraseKey::TitleDoors => "Which doors may it open?",
        PhraseKey::TitleReview => "Check the pass",
        PhraseKey::TitleReviewEdit => "Change the pass",
        PhraseKey::TitleSaving => "One moment…",
        PhraseKey::TitleMade => "The pass is ready",
        PhraseKey::TitleChanged => "The pass is changed",
        PhraseKey::TitleQueued => "Waiting for the network",
        PhraseKey::TitleShare => "Send the pass",
        PhraseKey::TitleUnavailable => "No pass can be made now",
        PhraseKey::TitleUnavailableEdit => "This pass cannot be changed",
        PhraseKey::TitleClosed | PhraseKey::ButtonDone => "Done",
        PhraseKey::ExplainIdentifiers => "Choose one or more. They all open the same doors at the same times.",
        PhraseKey::ExplainUses => "One visit may open several doors: street, lobby and lift count as one.",
        PhraseKey::ExplainReview => "Tap a line to change it.",
        PhraseKey::ExplainMade => "“{0}” is ready to be sent to your guest.",
        PhraseKey::ExplainChanged => "“{0}” is changed. Your guest keeps the same code: nothing has to be sent again.",
        PhraseKey::ExplainQueued => {
            "The pass is stored on this phone and will be made as soon as there is a connection. Then you can send it."
        }
        PhraseKey::ExplainQueuedEdit => {
            "The change is stored on this phone and holds as soon as there is a connection."
        }
        PhraseKey::ExplainShare => "Choose what your guest gets.",
        PhraseKey::LabelProfile => "Home",
        PhraseKey::LabelType => "Type",
        PhraseKey::LabelName => "Name",
        PhraseKey::LabelComment => "Comment",
        PhraseKey::LabelGuest => "Who comes",
        PhraseKey::LabelIdentifiers => "Ways to open",
        PhraseKey::LabelPlate | PhraseKey::IdentifierPlate => "License plate",
        PhraseKey::LabelStartsAt => "From",
        PhraseKey::LabelEndsAt => "Until",
        PhraseKey::LabelWeekdays => "Days of the week",
        PhraseKey::LabelWindowFrom => "Opens at",
        PhraseKey::LabelWindowTo => "Closes at",
        PhraseKey::LabelFirstDay => "First day",
        PhraseKey::LabelLastDay => "Last day",
        PhraseKey::LabelOnlyDay => "Day",
        PhraseKey::LabelTimeZone => "Clock",
        PhraseKey::LabelVisitLimit => "Visits in all",
        PhraseKey::LabelDailyLimit => "Visits a day",
        PhraseKey::LabelDoors => "Doors",
        PhraseKey::LabelAllDoors => "All doors",
        PhraseKey::LabelTimes => "Times",
        PhraseKey::LabelTrialDoor => "Will it open this door…",
        PhraseKey::LabelTrialMoment => "…at this time?",
        PhraseKey::LabelShareAs => "Send as",
        PhraseKey::LabelUnlimited => "No limit",
        PhraseKey::HintName => "Your guest sees it. Leave it empty and we choose one.",
        PhraseKey::HintComment => "Only you see this.",
        PhraseKey::HintPlate => "As it stands on the vehicle; spaces and hyphens do not matter.",
        PhraseKey::HintWindowTo => {
            "A time before the opening means the next morning; 11:59 PM means the end of the day."
        }
        PhraseKey::HintLastDay => "The last day on which it opens.",
        PhraseKey::HintVisitLimit => "From the first door on, all doors on the way in are one visit.",
        PhraseKey::HintUsedSoFar => "Visits so far: {0}.",
        PhraseKey::TypeCustom => "Custom Duration",
        PhraseKey::TypeRecurring => "Recurring Access",
        PhraseKey::TypeBusinessHours => "Business Hours",
        PhraseKey::TypeFullDay => "Full Day Use",
        PhraseKey::TypeOneTime => "One-Time",
        PhraseKey::TypeCustomExplained => "From one moment to another, for a weekend or a long stay.",
        PhraseKey::TypeRecurringExplained => "The same hours on the days you choose, for a cleaner or a dog walker.",
        PhraseKey::TypeBusinessHoursExplained => {
            "Monday to Friday, 9 to 5 to begin with, for work that takes some days."
        }
        PhraseKey::TypeFullDayExplained => {
            "One day from midnight to midnight, as often as needed, for a party or a move."
        }
        PhraseKey::TypeOneTimeExplained => "One visit on one day, for a delivery or a repair.",
        PhraseKey::ProfileAt => "{0}, {1}",
        PhraseKey::ProfilePassesOff => "Passes are switched off here.",
        PhraseKey::GuestGuest => "Guest",
        PhraseKey::GuestCourier => "Courier",
        PhraseKey::NameOfGuest => "Guest, {0}",
        PhraseKey::NameOfCourier => "Courier, {0}",
        PhraseKey::IdentifierQr => "QR code",
        PhraseKey::IdentifierCode => "Access code",
        PhraseKey::IdentifierLink => "Link",
        PhraseKey::IdentifierQrExplained => "Shown to the camera at the door.",
        PhraseKey::IdentifierCodeExplained => "Typed on the keypad at the door.",
        PhraseKey::IdentifierLinkExplained => "Opened on the guest's phone, with a button for each door.",
        PhraseKey::IdentifierPlateExplained => "Read by the camera at the gate.",
        PhraseKey::Monday => "Monday",
        PhraseKey::Tuesday => "Tuesday",
        PhraseKey::Wednesday => "Wednesday",
        PhraseKey::Thursday => "Thursday",
        PhraseKey::Friday => "Friday",
        PhraseKey::Saturday => "Saturday",
        PhraseKey::Sunday => "Sunday",
        PhraseKey::ZoneOfSite => "The building's ({0})",
        PhraseKey::ZoneOfPhone => "This phone's ({0})",
        PhraseKey::WhyTypeNotAllowed => "This building does not offer this type.",
        PhraseKey::WhyTypeFixed => "The type stays as it is once the pass was used.",
        PhraseKey::WhyIdentifierNotAllowed => "This building does not offer this way to open.",
        PhraseKey::WhyIdentifiersFixed => "These never change, so that nothing has to be sent again.",
        PhraseKey::WhyDoorNotShareable => "This building does not let residents share this door.",
        PhraseKey::WhyShareNotInPass => "This pass has none.",
        PhraseKey::WhyShareNotYet => "You can send it once the pass is made.",
        PhraseKey::SummaryInterval => "From {0} until {1}",
        PhraseKey::SummaryEveryDay => "Every day",
        PhraseKey::SummaryWindow => "From {0} to {1}",
        PhraseKey::SummaryOvernight => "From {0} to {1} the next morning",
        PhraseKey::SummaryAllDay => "All day",
        PhraseKey::SummaryDates => "From {0} through {1}",
        PhraseKey::SummaryFullDay => "All day on {0}",
        PhraseKey::SummaryOneTime => "Once on {0}",
        PhraseKey::SummaryZone => "On the clock of {0}",
        PhraseKey::UsesUnlimited => "As often as needed",
        PhraseKey::UsesOnce => "One visit",
        PhraseKey::UsesLimited => "{0} visits",
        PhraseKey::UsesOnceADay => "One visit a day",
        PhraseKey::UsesLimitedADay => "{0} visits a day",
        PhraseKey::NothingChosen => "Nothing chosen yet",
        PhraseKey::ZoneNotePhone => "These times are on the clock of {0}. This phone shows another time.",
        PhraseKey::ZoneNoteSite => "These times are on the clock of {0}. At {1} it is another time.",
        PhraseKey::TrialOpens => "Yes, it opens {0} then.",
        PhraseKey::TrialNotActive => "No, {0} stays shut: the pass has not begun yet.",
        PhraseKey::TrialOutsideHours => "No, {0} stays shut: that is outside its hours.",
        PhraseKey::TrialExpired => "No, {0} stays shut: the pass is over by then.",
        PhraseKey::TrialUsedUp => "No, {0} stays shut: all visits are used.",
        PhraseKey::TrialUsedUpToday => "No, {0} stays shut: the visits of that day are used.",
        PhraseKey::TrialWrongDoor => "No, {0} is not among its doors.",
        PhraseKey::TrialOtherwise => "No, {0} stays shut.",
        PhraseKey::ButtonNext => "Next",
        PhraseKey::ButtonBack => "Back",
        PhraseKey::ButtonReview => "Back to the review",
        PhraseKey::ButtonCreate => "Make the pass",
        PhraseKey::ButtonSave => "Save the change",
        PhraseKey::ButtonShare => "Send",
        PhraseKey::ButtonCancel => "Cancel",
        PhraseKey::NoticeDoorGone => "You no longer have access to “{0}”. It was taken out of the pass.",
        PhraseKey::NoticeDoorNotShareable => "“{0}” can no longer be shared. It was taken out of the pass.",
        PhraseKey::NoticeUnnamedDoorGone => {
            "You no longer have access to one of the doors. It was taken out of the pass."
        }
        PhraseKey::NoticeIdentifierGone => {
            "This building no longer offers one of the ways to open. It was taken out of the pass."
        }
        PhraseKey::NoticePassChanged => {
            "The pass was changed elsewhere meanwhile. What you entered here is still there."
        }
        PhraseKey::NoticeLookAgain => "Something you entered is no longer right. Please look at it again.",
        PhraseKey::NoticeFailed => "That did not work: {0}",
        PhraseKey::NoticeShared => "Sent. You can send it again, or something else.",
        PhraseKey::UnavailablePassesOff => {
            "Passes are switched off at {0}. Ask the manager of the building to switch them on."
        }
        PhraseKey::UnavailableTooManyPasses => {
            "Your home has {0} valid passes, as many as this building allows. Delete one first, or ask the manager of the building."
        }
        PhraseKey::UnavailableEditingOff => {
            "Passes cannot be changed at {0}. Delete this one and make a new one, or ask the manager of the building."
        }
        PhraseKey::UnavailableNotValid | PhraseKey::ProblemNotValidAnyMore => {
            "The pass is no longer valid. Make a new one."
        }
        PhraseKey::UnavailableNoType => "{0} offers no type of pass at the moment. Ask the manager of the building.",
        PhraseKey::UnavailableNoIdentifier => {
            "{0} offers no way to open a door with a pass at the moment. Ask the manager of the building."
        }
        PhraseKey::UnavailableNoDoor => "You have no door at {0} that can be shared. Ask the manager of the building.",
        PhraseKey::UnavailableNoProfile => {
            "This phone has no home to make a pass for. Enter an invitation from the manager of your building first."
        }
        PhraseKey::UnavailableUnknownZone => {
            "This app does not know the time zone of the building. Please update the app."
        }
        PhraseKey::ProblemMissing => "Please fill this in.",
        PhraseKey::ProblemMalformed => "This cannot be read. Please enter it again.",
        PhraseKey::ProblemEndsBeforeStart => "The end must be after the start.",
        PhraseKey::ProblemStartsInPast => "This is in the past. Choose {0} or later.",
        PhraseKey::ProblemAlreadyOver => "This is already over. Choose a later time.",
        PhraseKey::ProblemNoWeekday => "Choose at least one day of the week.",
        PhraseKey::ProblemEmptyWindow => {
            "It must close at another time than it opens. For the whole day choose 12:00 AM to 11:59 PM."
        }
        PhraseKey::ProblemNeverOpens => "Between these days there is no time at which it opens. Choose other days.",
        PhraseKey::ProblemUnknownZone => "This is not a known time zone.",
        PhraseKey::ProblemNoSuchDate => "This date does not exist there. Choose another.",
        PhraseKey::ProblemMoreThanAYear => "A pass ends within a year. Choose {0} or earlier.",
        PhraseKey::ProblemTooLong => "This building allows passes of up to {0} days. Choose an earlier end.",
        PhraseKey::ProblemTooFarAhead => "This building allows passes up to {0} days ahead. Choose an earlier start.",
        PhraseKey::ProblemNoDoor => "Choose at least one door.",
        PhraseKey::ProblemDoorNotHeld => "You have no access to one of these doors. Leave it out.",
        PhraseKey::ProblemDoorNotShareable => "One of these doors cannot be shared. Leave it out.",
        PhraseKey::ProblemUsesOutOfRange => "Choose a number from 1 to {0}, or no limit.",
        PhraseKey::ProblemFewerThanUsed => "It cannot be fewer than the visits already made ({0}).",
        PhraseKey::ProblemOneTimeHasOneUse => "A one-time pass is good for one visit.",
        PhraseKey::ProblemTypeNotAllowed => "This building does not offer this type. Choose another.",
        PhraseKey::ProblemTypeFixed => "The type cannot change once the pass was used.",
        PhraseKey::ProblemNoIdentifier => "Choose at least one way to open.",
        PhraseKey::ProblemIdentifierNotAllowed => "This building does not offer one of these. Leave it out.",
        PhraseKey::ProblemNotAPlate => "This is not a license plate. Enter 2 to 12 letters and digits.",
        PhraseKey::ProblemTooLongText => "This is too long. At most {0} characters fit.",
        PhraseKey::ProblemTooManyPasses => {
            "Your home has {0} valid passes, as many as this building allows. Delete one first."
        }
        PhraseKey::ProblemPassesOff => "Passes are switched off. Ask the manager of the building to switch them on.",
        PhraseKey::ProblemEditingOff => "This building does not allow changing a pass. Delete it and make a new one.",
        PhraseKey::ShareMessage => "Message with everything",
        PhraseKey::ShareQrPicture => "QR code as a picture",
        PhraseKey::ShareAccessCode => "Access code only",
        PhraseKey::ShareLinkOnly => "Link only",
    }
}
