### What the wizard says that makes or changes a pass. It speaks to the resident.

# A name or other text that is the same in every language.
# $text (Text) The text.
verbatim = { $text }

## Titles of the steps

title-choose-profile = Which home is the pass for?
title-choose-type = What kind of pass?
title-about = Who is it for?
title-identifiers = How will your guest open the door?
title-schedule = When may your guest come?
title-uses = How often may your guest come?
title-doors = Which doors may it open?
title-review = Check the pass
title-review-edit = Change the pass
title-saving = One moment…
title-made = The pass is ready
title-changed = The pass is changed
title-queued = Waiting for the network
title-share = Send the pass
title-unavailable = No pass can be made now
title-unavailable-edit = This pass cannot be changed
title-closed = Done

## Explanations below the titles

explain-identifiers = Choose one or more. They all open the same doors at the same times.
explain-uses = One visit may open several doors: street, lobby and lift count as one.
# The review of the wizard: each line leads to its step.
explain-review = Tap a line to change it.
# $name (Text) The pass's name.
explain-made = “{ $name }” is ready to be sent to your guest.
# $name (Text) The pass's name.
explain-changed = “{ $name }” is changed. Your guest keeps the same code: nothing has to be sent again.
explain-queued = The pass is stored on this phone and will be made as soon as there is a connection. Then you can send it.
explain-queued-edit = The change is stored on this phone and holds as soon as there is a connection.
explain-share = Choose what your guest gets.

## Labels of fields

label-profile = Home
label-type = Type
label-name = Name
label-comment = Comment
label-guest = Who comes
label-identifiers = Ways to open
label-plate = License plate
label-starts-at = From
label-ends-at = Until
label-weekdays = Days of the week
label-window-from = Opens at
label-window-to = Closes at
label-first-day = First day
label-last-day = Last day
label-only-day = Day
label-time-zone = Clock
label-visit-limit = Visits in all
label-daily-limit = Visits a day
label-doors = Doors
label-all-doors = All doors
label-times = Times
# Followed by a choice of doors, then by label-trial-moment.
label-trial-door = Will it open this door…
# Ends the question that label-trial-door begins.
label-trial-moment = …at this time?
label-share-as = Send as
label-unlimited = No limit

## Hints below fields

hint-name = Your guest sees it. Leave it empty and we choose one.
hint-comment = Only you see this.
hint-plate = As it stands on the vehicle; spaces and hyphens do not matter.
# Name the last minute of the day as the language writes times.
hint-window-to = A time before the opening means the next morning; 11:59 PM means the end of the day.
hint-last-day = The last day on which it opens.
hint-visit-limit = From the first door on, all doors on the way in are one visit.
# $used (Number) Visits that were made.
hint-used-so-far = Visits so far: { $used }.

## The five types of pass

type-custom = Custom Duration
type-recurring = Recurring Access
type-business-hours = Business Hours
type-full-day = Full Day Use
type-one-time = One-Time
type-custom-explained = From one moment to another, for a weekend or a long stay.
type-recurring-explained = The same hours on the days you choose, for a cleaner or a dog walker.
type-business-hours-explained = Monday to Friday, 9 to 5 to begin with, for work that takes some days.
type-full-day-explained = One day from midnight to midnight, as often as needed, for a party or a move.
type-one-time-explained = One visit on one day, for a delivery or a repair.

## Homes

# $unit (Text) The home.
# $site (Text) The building's name.
profile-at = { $unit }, { $site }
profile-passes-off = Passes are switched off here.

## Who comes

guest-guest = Guest
guest-courier = Courier
# The name of a pass whose maker gave none.
# $date (Date) The first day on which it opens.
name-of-guest = Guest, { DATETIME($date, day: "numeric") } { DATETIME($date, month: "short") }
# The name of a pass for a courier whose maker gave none.
# $date (Date) The first day on which it opens.
name-of-courier = Courier, { DATETIME($date, day: "numeric") } { DATETIME($date, month: "short") }

## Ways to open a door

# A way to open a door.
identifier-qr = QR code
identifier-code = Access code
identifier-link = Link
identifier-plate = License plate
identifier-qr-explained = Shown to the camera at the door.
identifier-code-explained = Typed on the keypad at the door.
identifier-link-explained = Opened on the guest's phone, with a button for each door.
identifier-plate-explained = Read by the camera at the gate.

## Days to choose from

monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday

## Clocks to choose from

# $zone (Text) The zone's IANA name.
zone-of-site = The building's ({ $zone })
# $zone (Text) The zone's IANA name.
zone-of-phone = This phone's ({ $zone })

## Why a choice is not offered

why-type-not-allowed = This building does not offer this type.
why-type-fixed = The type stays as it is once the pass was used.
why-identifier-not-allowed = This building does not offer this way to open.
why-identifiers-fixed = These never change, so that nothing has to be sent again.
why-door-not-shareable = This building does not let residents share this door.
why-share-not-in-pass = This pass has none.
why-share-not-yet = You can send it once the pass is made.

## Lines of the summary

# $from (Moment) When it begins.
# $to (Moment) When it ends.
summary-interval = From { $from } until { $to }
# $days (Days) The weekdays.
summary-weekdays =
    { $days ->
        [every] Every day
        [workdays] Monday to Friday
       *[other] On { $days }
    }
summary-every-day = Every day
# $from (Time) When it opens.
# $to (Time) When it closes.
summary-window = From { $from } to { $to }
# The window opens on one day and closes on the next.
# $from (Time) When it opens.
# $to (Time) When it closes.
summary-overnight = From { $from } to { $to } the next morning
summary-all-day = All day
# $first (Date) The first day.
# $last (Date) The last day on which it opens.
summary-dates = From { $first } through { $last }
# $date (Date) The day.
summary-full-day = All day on { $date }
# $date (Date) The day.
summary-one-time = Once on { $date }
# $zone (Text) The zone's IANA name.
summary-zone = On the clock of { $zone }
uses-unlimited = As often as needed
uses-once = One visit
# As a line of the summary.
# $limit (Number) How many; more than one.
uses-limited = { $limit } visits
uses-once-a-day = One visit a day
# $limit (Number) How many; more than one.
uses-limited-a-day = { $limit } visits a day
nothing-chosen = Nothing chosen yet

## Notes about clocks

# $zone (Text) The zone's IANA name.
zone-note-phone = These times are on the clock of { $zone }. This phone shows another time.
# $zone (Text) The zone's IANA name.
# $site (Text) The building's name.
zone-note-site = These times are on the clock of { $zone }. At { $site } it is another time.

## Will it open this door at this time? The answers

# $door (Text) The door's name.
trial-opens = Yes, it opens { $door } then.
# $door (Text) The door's name.
trial-not-active = No, { $door } stays shut: the pass has not begun yet.
# $door (Text) The door's name.
trial-outside-hours = No, { $door } stays shut: that is outside its hours.
# $door (Text) The door's name.
trial-expired = No, { $door } stays shut: the pass is over by then.
# $door (Text) The door's name.
trial-used-up = No, { $door } stays shut: all visits are used.
# $door (Text) The door's name.
trial-used-up-today = No, { $door } stays shut: the visits of that day are used.
# $door (Text) The door's name.
trial-wrong-door = No, { $door } is not among its doors.
# $door (Text) The door's name.
trial-otherwise = No, { $door } stays shut.

## Buttons

button-next = Next
button-back = Back
# From a step that was reached from the review.
button-review = Back to the review
button-create = Make the pass
button-save = Save the change
button-share = Send
button-done = Done
button-cancel = Cancel

## Notices

# $door (Text) The door's name.
notice-door-gone = You no longer have access to “{ $door }”. It was taken out of the pass.
# $door (Text) The door's name.
notice-door-not-shareable = “{ $door }” can no longer be shared. It was taken out of the pass.
notice-unnamed-door-gone = You no longer have access to one of the doors. It was taken out of the pass.
notice-identifier-gone = This building no longer offers one of the ways to open. It was taken out of the pass.
notice-pass-changed = The pass was changed elsewhere meanwhile. What you entered here is still there.
notice-look-again = Something you entered is no longer right. Please look at it again.
# $detail (Text) What the service or the phone said.
notice-failed = That did not work: { $detail }
notice-shared = Sent. You can send it again, or something else.

## Why no pass can be made

# $site (Text) The building's name.
unavailable-passes-off = Passes are switched off at { $site }. Ask the manager of the building to switch them on.
# $max (Number) How many the building allows.
unavailable-too-many-passes =
    { $max ->
        [one] Your home has { $max } valid pass, as many as this building allows. Delete it first, or ask the manager of the building.
       *[other] Your home has { $max } valid passes, as many as this building allows. Delete one first, or ask the manager of the building.
    }
# $site (Text) The building's name.
unavailable-editing-off = Passes cannot be changed at { $site }. Delete this one and make a new one, or ask the manager of the building.
unavailable-not-valid = The pass is no longer valid. Make a new one.
# $site (Text) The building's name.
unavailable-no-type = { $site } offers no type of pass at the moment. Ask the manager of the building.
# $site (Text) The building's name.
unavailable-no-identifier = { $site } offers no way to open a door with a pass at the moment. Ask the manager of the building.
# $site (Text) The building's name.
unavailable-no-door = You have no door at { $site } that can be shared. Ask the manager of the building.
unavailable-no-profile = This phone has no home to make a pass for. Enter an invitation from the manager of your building first.
unavailable-unknown-zone = This app does not know the time zone of the building. Please update the app.

## What is wrong with what was entered

problem-missing = Please fill this in.
problem-malformed = This cannot be read. Please enter it again.
# $example (Text) A date and time, the same in every language.
problem-malformed-moment = This cannot be read. Enter a date and time like { $example }.
# $example (Text) A time of day, the same in every language.
problem-malformed-time = This cannot be read. Enter a time like { $example }.
# $example (Text) A date, the same in every language.
problem-malformed-date = This cannot be read. Enter a date like { $example }.
# $words (Text) The words, the same in every language.
problem-malformed-word = This cannot be read. Choose from these words: { $words }.
problem-unreadable = This cannot be read. Please update the app.
problem-out-of-range = This number is too small or too large.
problem-unknown-field = There is no such setting.
problem-unknown-make = This make of panel is not known here.
problem-unknown-language = This language is not spoken here.
problem-ends-before-start = The end must be after the start.
# $date (Date) The earliest day.
problem-starts-in-past = This is in the past. Choose { $date } or later.
problem-already-over = This is already over. Choose a later time.
problem-no-weekday = Choose at least one day of the week.
# Name the first and the last minute of the day as the language writes times.
problem-empty-window = It must close at another time than it opens. For the whole day choose 12:00 AM to 11:59 PM.
problem-never-opens = Between these days there is no time at which it opens. Choose other days.
problem-unknown-zone = This is not a known time zone.
problem-no-such-date = This date does not exist there. Choose another.
# $date (Date) The latest day.
problem-more-than-a-year = A pass ends within a year. Choose { $date } or earlier.
# $days (Number) How many the building allows.
problem-too-long =
    { $days ->
        [one] This building allows passes of up to { $days } day. Choose an earlier end.
       *[other] This building allows passes of up to { $days } days. Choose an earlier end.
    }
# $days (Number) How many the building allows.
problem-too-far-ahead =
    { $days ->
        [one] This building allows passes up to { $days } day ahead. Choose an earlier start.
       *[other] This building allows passes up to { $days } days ahead. Choose an earlier start.
    }
problem-no-door = Choose at least one door.
problem-door-not-held = You have no access to one of these doors. Leave it out.
problem-door-not-shareable = One of these doors cannot be shared. Leave it out.
# $max (Number) The largest number.
problem-uses-out-of-range = Choose a number from 1 to { $max }, or no limit.
# $used (Number) Visits that were made.
problem-fewer-than-used = It cannot be fewer than the visits already made ({ $used }).
problem-one-time-has-one-use = A one-time pass is good for one visit.
problem-type-not-allowed = This building does not offer this type. Choose another.
problem-type-fixed = The type cannot change once the pass was used.
problem-no-identifier = Choose at least one way to open.
problem-identifier-not-allowed = This building does not offer one of these. Leave it out.
problem-not-a-plate = This is not a license plate. Enter 2 to 12 letters and digits.
# $max (Number) How many characters fit.
problem-too-long-text = This is too long. At most { $max } characters fit.
# $max (Number) How many the building allows.
problem-too-many-passes =
    { $max ->
        [one] Your home has { $max } valid pass, as many as this building allows. Delete it first.
       *[other] Your home has { $max } valid passes, as many as this building allows. Delete one first.
    }
problem-passes-off = Passes are switched off. Ask the manager of the building to switch them on.
problem-editing-off = This building does not allow changing a pass. Delete it and make a new one.
problem-not-valid-any-more = The pass is no longer valid. Make a new one.

## What is wrong with an invitation, a home or a thing to send

problem-invitation-not-good = This invitation is not valid any more, or was mistyped. Ask for a new one.
problem-server-missing = The code alone does not say where your building is. Enter the server’s address.
problem-not-a-server = This is not a server’s address. Enter one such as passes.example.com.
problem-plain-http = This address is not encrypted, so others could read your passes. Ask for the https address.
problem-choose-profile = You have several homes. Choose one.
problem-on-other-server = This home is already on this phone, on another server. Sign out there first.
problem-not-on-server = This pass has not reached your building yet. Share it once you are online.
# The building knows already of the deletion that the resident wants to take back.
problem-too-late-to-undo = It is too late to bring this pass back, sorry. You can make a new one at any time.

## What can be sent

share-message = Message with everything
# One of several things to send.
share-qr-picture = QR code as a picture
share-access-code = Access code only
share-link-only = Link only
