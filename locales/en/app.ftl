### What the phones’ apps say around the wizard. The first word of an id is the screen: passes-title.

## Buttons and labels of many screens

common-ok = OK
common-cancel = Cancel
common-done = Done
common-back = Back
common-close = Close
common-delete = Delete
common-undo = Undo
common-retry = Try again
common-edit = Edit
common-share = Share
common-copy = Copy
common-copied = Copied
common-search = Search
common-show-more = Show more
common-loading = Loading…
common-today = Today
common-yesterday = Yesterday
common-unlimited = No limit
common-more-actions = More
# $time (Text) A time or date, as the phone writes it.
# $place (Text) A city, in English.
common-time-in-zone = { $time }, { $place } time
# $step (Number) Which step of the wizard.
# $steps (Number) Of how many.
common-step-of = Step { $step } of { $steps }
# A button beside a number.
common-increase = One more
# A button beside a number.
common-decrease = One fewer
common-choose-time = Choose a time
common-tab-passes = Passes
common-tab-activity = Activity
common-tab-settings = Settings

## Before there is a profile

welcome-title = Let your guests in
welcome-text = Give a visitor a pass that opens exactly the right doors at exactly the right times. They need no app.
welcome-have-invitation = I have an invitation
welcome-invitation-title = Your invitation
welcome-invitation-text = Your building manager sent you a link or a code. Paste it here, or scan its QR code.
welcome-invitation-label = Link or code
welcome-invitation-hint = The whole message will do, too.
welcome-paste = Paste
welcome-scan = Scan the QR code
welcome-server-label = Your building’s server
welcome-server-hint = Its address is in the invitation, such as passes.example.com.
welcome-activate = Continue
welcome-activating = Setting up this phone…
welcome-scan-title = Scan the invitation
welcome-scan-text = Hold the QR code of your invitation in the frame.
welcome-camera-denied = Gatepass may not use the camera. You can allow it in the phone’s settings, or paste the code.
welcome-open-settings = Open settings
welcome-no-invitation = No invitation? Ask your building manager for one.

## The list of passes

passes-title = Passes
# A tab: passes that still open doors. Plural.
passes-valid = Valid
# A tab: passes that are over. Plural.
passes-invalid = Past
passes-new-pass = New pass
passes-search-hint = Name, comment or plate
passes-empty-valid-title = Expecting someone?
passes-empty-valid-text = Make a pass, and your guest can open the door with a QR code, a code or a link.
passes-empty-invalid-title = Nothing here yet
passes-empty-invalid-text = Passes that are used up, expired or deleted are kept here.
passes-empty-search-title = Nothing found
# $search (Text) What was searched for.
passes-empty-search-text = No pass matches “{ $search }”.
passes-passes-off-title = Passes are off here
# $site (Text) The building's name.
passes-passes-off-text = { $site } does not use visitor passes yet. Ask your building manager to switch them on.
passes-signed-out-title = This phone is signed out
passes-signed-out-text = Ask your building manager for a new invitation, then activate this phone again.
passes-offline = You are offline. Passes you have shared still work.
# $count (Number) How many changes.
passes-offline-waiting =
    { $count ->
        [one] You are offline. { $count } change waits to be sent.
       *[other] You are offline. { $count } changes wait to be sent.
    }
# $count (Number) How many changes.
passes-waiting =
    { $count ->
        [one] Sending { $count } change…
       *[other] Sending { $count } changes…
    }
# $count (Number) How many changes.
passes-stuck =
    { $count ->
        [one] { $count } change could not be sent
       *[other] { $count } changes could not be sent
    }
passes-server-trouble = The building’s server does not answer as it should. We keep trying.
# $time (Text) A time or date, as the phone writes it.
passes-open-until = Open until { $time }
# $time (Text) A time or date, as the phone writes it.
passes-opens-at = Opens { $time }
# $time (Text) A time or date, as the phone writes it.
passes-next-opening = Opens again { $time }
passes-used-up = Used up
passes-expired = Expired
passes-revoked = Deleted
# $count (Number) How many visits.
passes-uses-left =
    { $count ->
        [one] { $count } visit left
       *[other] { $count } visits left
    }
passes-badge-courier = Courier
passes-badge-one-time = One-time
# A mark on a pass: its guest has come in a moment ago.
passes-badge-visiting = Guest is in
# A mark on a pass: one visit is left.
passes-badge-last-use = Last visit
passes-badge-not-on-server = Not sent yet
# A mark on a pass: the building refused the change.
passes-badge-stuck = Not sent
# $name (Text) The pass's name.
passes-delete-question = Delete “{ $name }”?
passes-delete-text = It stops opening doors at once, and cannot be brought back.
# $name (Text) The pass's name.
passes-deleted-not-sent = “{ $name }” will be deleted as soon as you are online.
passes-draft-title = You have an unfinished pass.
passes-draft-continue = Continue
passes-draft-discard = Discard
# $site (Text) The building's name.
# $unit (Text) The home.
passes-profile-of = { $site }, { $unit }
passes-switch-profile = Switch home
passes-all-profiles = All homes
passes-quick-courier = Courier today
passes-quick-guest = Guest today
# $name (Text) The pass's name.
passes-quick-made = “{ $name }” is ready.
# $time (Text) A time or date, as the phone writes it.
passes-updated-at = Updated { $time }

## One pass

# $name (Text) The pass's name.
pass-qr-label = QR code of the pass “{ $name }”
pass-qr-hint = Hold it in front of the camera at the door.
pass-qr-large = Show the QR code large
pass-code = Access code
pass-link = Link
pass-plate = License plate
# A heading: when the pass is good.
pass-validity = When
pass-doors = Doors
pass-uses = Visits
# $used (Number) Visits that were made.
# $limit (Number) Visits in all.
pass-used-of = { $used } of { $limit } used
# $used (Number) Visits that were made.
pass-used =
    { $used ->
        [0] Not used yet
        [one] Used { $used } time
       *[other] Used { $used } times
    }
# $limit (Number) How many visits a day.
pass-used-today-limit = At most { $limit } a day
pass-next-openings = Next openings
pass-comment = Your note
pass-entries = Who came
pass-no-entries = Nobody has used this pass yet.
pass-all-entries = Show all
pass-edit = Edit pass
pass-delete = Delete pass
pass-not-on-server-text = This pass has not reached your building yet. You can share it as soon as you are online.
pass-waiting-text = Your changes are sent as soon as you are online.
pass-stuck-title = Your building did not accept this
pass-discard = Discard the change
# The pass is no longer on this phone.
pass-gone-title = This pass is gone
pass-gone-text = It is no longer on this phone.
pass-over-text = This pass opens nothing any more.
pass-copy-code = Copy access code
pass-copy-link = Copy link
# $time (Text) A time or date, as the phone writes it.
pass-made-at = Made { $time }
# $time (Text) A time or date, as the phone writes it.
pass-revoked-at = Deleted { $time }
pass-type-custom = Custom duration
pass-type-recurring = Recurring access
pass-type-business-hours = Business hours
pass-type-full-day = Full day
pass-type-one-time = One-time
pass-guest = Guest
pass-courier = Courier

## Sending a pass to its guest

share-title = Share pass
share-text = Your guest needs only one of these.
# A way to send the pass.
share-as-message = Message with everything
# A way to send the pass.
share-as-link = Link
# A way to send the pass.
share-as-image = Picture with QR code
# A way to send the pass.
share-as-code = Access code
share-no-apps = There is no app on this phone to share with. The text was copied.

## The wizard's own frame; its fields and sentences are in wizard.ftl

wizard-leave-title = Leave for now?
wizard-leave-text = What you entered can be kept for later.
wizard-keep-draft = Keep for later
wizard-discard-draft = Discard
wizard-openings-title = When it opens
wizard-more-openings = and so on
# The answer to "will it open then?".
wizard-opens = It opens
# The answer to "will it open then?".
wizard-stays-shut = It stays shut
# $time (Text) A stretch of time, as the phone writes it.
wizard-next-time = Next opening: { $time }
wizard-problems-title = Please check
wizard-change = Change

## Who came

activity-title = Activity
activity-empty-title = Nobody came yet
activity-empty-text = When a guest uses one of your passes, you see it here.
# A visit began.
activity-arrived = Arrived
# A further door of the same visit was opened.
activity-opened = Opened another door
# The same visit opened the same door once more.
activity-opened-again = Opened the door again
activity-opened-by-manager = Opened by the manager
activity-unknown-guest = Someone without a pass
# $first (Text) A door's name, or a time.
# $second (Text) How it was opened, or a door and how.
activity-at-door = { $first } · { $second }
activity-with-qr = QR code
activity-with-code = Access code
activity-with-link = Link
activity-with-plate = License plate
activity-with-card = Card
activity-photo = Show the photo
# $time (Text) A time or date, as the phone writes it.
activity-photo-title = Photo from { $time }
activity-photo-gone = The photo is no longer kept.
activity-filter-all = All
activity-filter-arrivals = Arrivals
activity-filter-refused = Refused

## Settings

settings-title = Settings
settings-profiles = Homes
settings-add-profile = Add a home
# $unit (Text) The home.
settings-unit = Unit { $unit }
settings-server = Server
settings-signed-out = Signed out
settings-sign-out = Sign out
# $site (Text) The building's name.
settings-sign-out-question = Sign out of { $site }?
settings-sign-out-text = Passes, visits and unsent changes of this home are removed from this phone. Passes you gave keep working.
settings-sign-out-server-not-told = Signed out on this phone. The server could not be reached: ask your manager to end this device.
settings-app-lock = App lock
settings-app-lock-text = Ask for your face, fingerprint or passcode when Gatepass opens.
settings-app-lock-unavailable = Set up a screen lock on this phone first.
settings-notifications = Notifications
settings-notifications-text = Tell me when a guest arrives.
settings-notifications-denied = Notifications are off for Gatepass in the phone’s settings.
settings-language = Language
# A choice of the language setting.
settings-language-phone = As the phone
settings-about = About
# $version (Text) Digits and points.
settings-version = Version { $version }
settings-licences = Licenses
settings-licences-text = Gatepass is free software under the MIT and Apache 2.0 licenses. It is built on the work of many others. What joins it to the phone is UniFFI by Mozilla, under the MPL 2.0; its source code is at github.com/mozilla/uniffi-rs.
settings-source-code = Source code
# $doors (List) The doors' names.
settings-doors-held = Your doors: { $doors }

## The app lock

lock-title = Gatepass is locked
lock-unlock = Unlock
lock-reason = Unlock Gatepass to see your passes.

## The widget, shortcuts and spoken commands

quick-next-pass = Next pass
quick-no-pass = No pass is waiting for a guest.
quick-courier-today = Courier pass for today
quick-guest-today = Guest pass for today
# $name (Text) The pass's name.
quick-ready = “{ $name }” is ready to share.
quick-choose-in-app = You have several homes. Open Gatepass and choose one.
quick-open-app = Open Gatepass

## Notifications

# $guest (Text) The pass's name.
notifications-arrived-title = { $guest } arrived
# $door (Text) The door's name.
# $time (Text) A time, as the phone writes it.
notifications-arrived-text = { $door }, { $time }
# $guest (Text) The pass's name.
notifications-refused-title = { $guest } was not let in
# $door (Text) The door's name.
# $reason (Text) Why, one of the reasons.
notifications-refused-text = { $door }: { $reason }
# The name of a kind of notification in the phone's settings.
notifications-channel = Arrivals

## What the resident is told until it is dismissed

# $name (Text) The pass's name.
notices-change-overruled = “{ $name }” was changed elsewhere first. Your change was dropped.
# $name (Text) The pass's name.
notices-pass-gone = “{ $name }” is no longer at your building. Your change was dropped.
# $site (Text) The building's name.
notices-signed-out = This phone was signed out of { $site }. Ask your building manager for a new invitation.
notices-storage-repaired = The data on this phone was damaged and has been fetched again. Nothing was lost.
notices-storage-lost = The data on this phone was damaged and has been fetched again. Changes that were not sent may be missing.
notices-dismiss = Dismiss

## Errors

errors-title = That did not work
errors-offline = Your building’s server cannot be reached. Check the connection and try again.
errors-signed-out = This phone is signed out. Ask your building manager for a new invitation.
errors-invalid = Please check what you entered.
errors-not-found = This is no longer on this phone.
errors-conflict = This was changed elsewhere meanwhile. Look at it again.
errors-storage-newer = The data on this phone was written by a newer version of Gatepass. Update the app.
errors-storage-broken = The data on this phone cannot be used. Free some space and restart the phone.
errors-vault = The phone’s key store is locked. Unlock the phone and try again.
errors-unreadable = The server’s answer cannot be understood. Update the app, or check the server’s address.
errors-internal = Something went wrong in Gatepass. Please try again.

## Why a door stayed shut

# No refusal: the door opened.
reasons-ok = Let in
reasons-unknown = Refused: no such pass
reasons-not-active = Refused: too early, the pass is not valid yet
reasons-outside-hours = Refused: outside the pass’s hours
reasons-expired = Refused: the pass has expired
reasons-used-up = Refused: all visits are used
reasons-used-up-today = Refused: today’s visits are used
reasons-revoked = Refused: the pass was deleted
reasons-wrong-door = Refused: the pass does not open this door
reasons-identifier-not-accepted = Refused: the building does not accept this kind of key
reasons-locked-out = Refused: too many wrong codes at this door
reasons-ambiguous-plate = Refused: the plate could not be read for certain
reasons-passes-off = Refused: passes are off in this building
reasons-error = Left to the panel: something went wrong
