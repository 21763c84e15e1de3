### What the terminal shell gatepass says. Flags, commands and words in `backticks` stay as they are.

## Where a pass stands

# $time (Time) When it closes, today.
state-open-until = open until { $time }
# $time (Time) When it closes, tomorrow.
state-open-until-tomorrow = open until { $time } tomorrow
# $day (Text) The day on which it closes: Fri, Nov 27.
# $time (Time) When it closes.
state-open-until-on = open until { $day } at { $time }
# It closes when today ends.
state-open-all-day = open until midnight
# It closes when tomorrow ends.
state-open-through-tomorrow = open through tomorrow
# $day (Text) The last day, at the end of which it closes: Fri, Nov 27.
state-open-through = open through { $day }
# $time (Time) When it opens, today.
state-opens-at = opens at { $time }
# $time (Time) When it opens, tomorrow.
state-opens-tomorrow = opens tomorrow at { $time }
# $day (Text) The day: Fri, Nov 27.
# $time (Time) When it opens.
state-opens-on = opens { $day } at { $time }
state-used-up = used up
state-expired = expired
state-revoked = revoked

## One time at which a pass opens

# $day (Text) The day: Tue, Nov 24, 2026.
# $from (Time) From when.
# $to (Closing) Until when.
opening-hours =
    { $to ->
        [midnight] { $day }, { $from } to midnight
       *[other] { $day }, { $from } to { $to }
    }
# $first (Text) The first day: Tue, Nov 24, 2026.
# $from (Time) From when.
# $last (Text) The last day: Wed, Nov 25.
# $to (Time) Until when on the last day.
opening-days = { $first }, { $from } to { $last }, { $to }

## How often a pass was used

# $used (Number) Visits that were made.
# $limit (Number) Of how many.
uses-of-limit = { $used } of { $limit } used
# $used (Number) Visits that were made.
# $limit (Number) Of how many.
# $daily (Number) How many are allowed a day.
uses-of-limit-daily = { $used } of { $limit } used, { $daily } a day
# $used (Number) Visits that were made.
uses-so-far =
    { $used ->
        [0] not used yet
       *[other] used { $used }×
    }
# $used (Number) Visits that were made.
# $daily (Number) How many are allowed a day.
uses-so-far-daily =
    { $used ->
        [0] not used yet, { $daily } a day
       *[other] used { $used }×, { $daily } a day
    }

## Marks beside a pass

badge-courier = courier
badge-visiting = guest is in
badge-last-use = last use
badge-not-on-server = not sent yet
badge-stuck = refused, see `show`
badge-one-time = one-time

## The list

list-valid = Valid
list-invalid = No longer valid
list-no-valid = No valid pass. Make one: gatepass new
list-no-invalid = None.
list-more = There are more; add --limit N or --search WORDS.
# $zones (List) IANA names of time zones.
list-clock = Times on the clock of { $zones }.

## One pass

label-next = Next
label-uses = Uses
label-opens-by = Opens by
label-sync = Sync
label-id = Id
card = Card
# $ways (List) QR code, access code, link, license plate.
opens-by-later = { $ways }, once the server has it
pass-waiting = waits to be sent; it opens nothing new until then
# $why (Text) Why, as the server says it.
pass-refused = refused by the server: { $why }

## The log

log-empty = Nobody has come yet.
log-more = There is more; add --limit N.
# The heading above a day's lines.
# $day (Date) The day.
log-day = { $day }
# A column: a guest arrived.
log-arrived = arrived
# A column: a guest opened a door.
log-opened = opened
# A column: the same visit opened the same door once more.
log-opened-again = again
# A column: a guest was refused.
log-refused = refused
# A column: the panel decided by itself.
log-ignored = ignored
# How the door was opened, in a narrow column.
how-qr = QR
how-code = code
how-link = link
how-plate = plate
how-card = card
how-manager = manager

## Why a door stayed shut

reason-ok = opened
reason-unknown = belongs to no pass
reason-not-active = before the pass begins
reason-outside-hours = outside its hours
reason-expired = the pass is over
reason-used-up = all visits used up
reason-used-up-today = no visit left that day
reason-revoked = revoked
reason-wrong-door = not one of its doors
reason-identifier-not-accepted = not accepted here
reason-locked-out = too many wrong codes
reason-ambiguous-plate = several passes possible
reason-passes-off = passes are switched off
reason-error = could not be decided

## Being up to date

sync-done = up to date
sync-offline = The server cannot be reached; this is what is here.
# $reason (Text) What is strange, in English.
sync-failed = The server answers, but not as it should: { $reason }
# $count (Number) How many changes.
sync-waiting =
    { $count ->
        [one] { $count } change waits to be sent; `gatepass sync` sends it.
       *[other] { $count } changes wait to be sent; `gatepass sync` sends them.
    }
# $count (Number) How many changes.
sync-stuck =
    { $count ->
        [one] The server refused { $count } change; `gatepass list` marks the pass.
       *[other] The server refused { $count } changes; `gatepass list` marks the passes.
    }
# $name (Text) The pass's name.
notice-overruled = "{ $name }" was changed elsewhere first; your change was dropped and it is now as the server has it.
# $name (Text) The pass's name.
notice-gone = "{ $name }" is no longer on the server; your change was dropped.
# $site (Text) The building's name.
notice-signed-out = { $site } no longer knows this device; ask for a new invitation.
# $file (Text) Where the damaged file is now.
notice-storage = The data here was damaged and is fetched anew; the old file is { $file }.
# $file (Text) Where the damaged file is now.
notice-storage-lost = The data here was damaged and is fetched anew; the old file is { $file }. Changes that were not sent yet may be lost.

## What came of a command

# $name (Text) The pass's name.
pass-made = "{ $name }" is made.
# $name (Text) The pass's name.
pass-changed = "{ $name }" is changed; what your guest holds stays good.
# $name (Text) The pass's name.
pass-revoked = "{ $name }" is revoked; it opens no door any more.
# $name (Text) The pass's name.
pass-revoked-here = "{ $name }" is revoked here, but the server has not been told: it still opens doors until it is.
# The letters in brackets are what to type; the second is what holds if nothing is typed.
# $name (Text) The pass's name.
revoke-question = End "{ $name }" for good? [y/N]
share-later = It can be shared once the server has it: gatepass share
share-heading = To send to your guest:
# $file (Text) The file.
file-written = wrote { $file }
# $command (Text) The command that goes on with it.
draft-kept = What you entered is kept; { $command } goes on with it.
# $name (Text) The resident's name.
# $unit (Text) The home.
# $site (Text) The building's name.
welcome = Welcome, { $name }. This machine gives passes for { $unit } at { $site }.
# $doors (List) The doors' names.
welcome-doors = Doors you can share: { $doors }
welcome-no-door = You have no door that you can share.
# $command (Text) The command.
welcome-make = Make a pass: { $command }
welcome-passes-off = Passes are off in this building; ask its manager to switch them on.
# $site (Text) The building's name.
signed-out = signed out of { $site }; nothing of it is kept here
signed-out-untold = The server could not be told. Ask the building to remove this machine from your devices, or do it from another one.

## Profiles

label-address = Address
label-server = Server
label-devices = Devices
label-passes = Passes
label-note = Note
# $door (Text) The door's name.
door-not-shareable = { $door } (not to be shared)
# $device (Text) The device's name.
device-this = { $device } (this one)
profile-passes-off = off; ask the building's manager to switch them on
profile-signed-out = the server no longer knows this machine; ask for a new invitation

## The wizard's keys and examples

# $at (Number) Which step.
# $of (Number) Of how many.
wizard-step = step { $at } of { $of }
wizard-keys = ↑↓ move · enter next · esc back · ctrl-c leave, keep draft
wizard-keys-choose = ↑↓ move · space choose · enter next · esc back · ctrl-c leave, keep draft
wizard-keys-type = type · ↑↓ move · enter next · esc back · ctrl-c leave, keep draft
wizard-keys-change = ←→ change, or type · ↑↓ move · enter next · esc back · ctrl-c leave
# The label of the times at which the pass opens.
wizard-openings = Opens
wizard-more-openings = … and so on
wizard-busy = one moment …
# $example (Time) A time of day.
wizard-expects-time = write a time of day such as { $example }
# $example (Text) A date, 2026-11-24.
wizard-expects-day = write a date such as { $example }
# $example (Text) A date and a time, 2026-11-24 14:20.
wizard-expects-moment = write a date and time such as { $example }
wizard-expects-number = write a number

## Why nothing came of a command. It stands after “gatepass: ”

# $command (Text) The command to type.
failure-no-profile =
    this machine speaks for nobody yet; ask your building for an invitation, then
    { $command }
# $profiles (Text) The profiles, one a line.
failure-no-such-profile =
    no profile is called so; there are:
    { $profiles }
# $profiles (Text) The profiles, one a line.
failure-several-profiles =
    several profiles are here; add --profile with one of
    { $profiles }
failure-profile-gone = the profile of this pass is gone
# $name (Text) What was typed.
failure-no-such-pass = no pass is called "{ $name }"; see `gatepass list --all`
# $name (Text) What was typed.
# $passes (Text) The passes, one a line.
failure-several-passes =
    "{ $name }" could be several passes; use the id:
    { $passes }
failure-no-folder = no home folder is set; say where to keep the data with --folder DIR
failure-which-server = which server? add --server URL, or give the whole link of the invitation
failure-new-needs-terminal = step by step needs a terminal; say what the pass is with flags, beginning with --type (see `gatepass new --help`)
failure-edit-needs-terminal = step by step needs a terminal; say what to change with flags (see --help)
failure-no-type = --type is missing; choose custom, recurring, business-hours, full-day or one-time
# $flag (Text) The flag that was given.
# $kind (Text) The type of pass, as it is typed.
# $flags (Text) The flags that suit it.
failure-flag-unused = { $flag } says nothing about a { $kind } pass; its times are set with { $flags }
# $name (Text) What was typed.
# $doors (Text) The doors' names.
failure-no-such-door = --door "{ $name }" is none of your doors; choose from { $doors }
failure-no-draft = no pass was left unfinished; `gatepass new` begins one
failure-nothing-changed = nothing was changed
failure-no-qr = this pass has no QR code; see `gatepass show`
failure-no-code = this pass has no access code; see `gatepass show`
failure-no-link = this pass has no link; see `gatepass show`
# $reason (Text) What the system says, in English.
failure-clock = the building's clock: { $reason }
# $reason (Text) What the system says, in English.
failure-terminal = the terminal cannot be used: { $reason }
# $reason (Text) What the system says, in English.
failure-threads = no threads can be started: { $reason }
# $reason (Text) What is wrong, in English.
failure-qr = the QR code cannot be drawn: { $reason }
# $file (Text) The file.
# $reason (Text) What the system says, in English.
failure-file = { $file } cannot be written: { $reason }
failure-no-answer = the server cannot be reached now; try again later
# $reason (Text) What failed, in English.
failure-offline = the server cannot be reached now ({ $reason }); try again later
# $command (Text) The command to type.
failure-signed-out = the building no longer knows this device; ask for a new invitation, then `{ $command }`
failure-invalid = this cannot be done as asked:
# $what (Text) What was asked for, in English.
failure-not-found = there is no such { $what }
# $reason (Text) What changed, in English.
failure-conflict = it was changed elsewhere meanwhile: { $reason }
failure-no-secret-service =
    this machine runs no secret service that could keep your access token.
    Start one (GNOME Keyring, KWallet, KeePassXC), or let Gatepass keep it in a file that only you can read: add --secrets-file
# $reason (Text) What failed, in English.
failure-secrets = your secrets cannot be kept or read: { $reason }
failure-storage-newer = the data in this folder was written by a newer version of Gatepass; update this one
# $reason (Text) What failed, in English.
failure-storage = the data on this device cannot be used: { $reason }
# $reason (Text) What is strange, in English.
failure-unreadable = the server's answer cannot be understood: { $reason }
# $reason (Text) What broke, in English.
failure-internal = this is a defect of Gatepass; please report it: { $reason }
