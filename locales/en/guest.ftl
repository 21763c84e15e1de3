### What a guest is sent: the message, its subject, and the card with the QR code.

# The subject of the mail that brings a pass.
# $site (Text) The building's name.
subject = Your pass for { $site }
# The first sentence of the message.
# $site (Text) The building's name.
# $name (Text) The pass's name.
greeting = Here is your pass for { $site }: { $name }.
# The title of the card: no sentence.
# $name (Text) The pass's name.
# $site (Text) The building's name.
title = { $name } · { $site }

# When the pass is good: from one date to another.
# $from (Moment) When it begins.
# $to (Moment) When it ends.
# $clock (Text) Whose clock is meant: letters such as EST, or the text of clock-of.
valid-interval = Valid from { $from } until { $to } ({ $clock }).
# When the pass is good: some hours of one date.
# $date (Date) The day.
# $from (Time) From when.
# $to (Closing) Until when.
# $clock (Text) Whose clock is meant.
valid-hours =
    { $to ->
        [midnight] Valid on { $date } from { $from } to midnight ({ $clock }).
       *[other] Valid on { $date } from { $from } to { $to } ({ $clock }).
    }
# When the pass is good: from one date into the next morning.
# $date (Date) The day on which it begins.
# $from (Time) From when.
# $to (Time) Until when on the next day.
# $clock (Text) Whose clock is meant.
valid-overnight = Valid on { $date } from { $from } until { $to } the next day ({ $clock }).
# When the pass is good: one date, all of it.
# $date (Date) The day.
# $clock (Text) Whose clock is meant.
valid-all-day = Valid all day on { $date } ({ $clock }).
# When the pass is good: the same hours on chosen weekdays.
# $days (Days) The weekdays.
# $from (Time) From when.
# $to (Closing) Until when.
# $first (Date) The first day.
# $last (Date) The last day on which it opens.
# $clock (Text) Whose clock is meant.
valid-weekly-hours =
    { $days ->
        [every]
            { $to ->
                [midnight] Valid every day from { $from } to midnight, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
               *[other] Valid every day from { $from } to { $to }, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
            }
        [workdays]
            { $to ->
                [midnight] Valid Monday to Friday from { $from } to midnight, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
               *[other] Valid Monday to Friday from { $from } to { $to }, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
            }
       *[other]
            { $to ->
                [midnight] Valid on { $days } from { $from } to midnight, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
               *[other] Valid on { $days } from { $from } to { $to }, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
            }
    }
# When the pass is good: chosen weekdays, into the next morning.
# $days (Days) The weekdays on which it begins.
# $from (Time) From when.
# $to (Time) Until when on the next day.
# $first (Date) The first day.
# $last (Date) The last day on which it opens.
# $clock (Text) Whose clock is meant.
valid-weekly-overnight =
    { $days ->
        [every] Valid every day from { $from } until { $to } the next day, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
        [workdays] Valid Monday to Friday from { $from } until { $to } the next day, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
       *[other] Valid on { $days } from { $from } until { $to } the next day, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
    }
# When the pass is good: chosen weekdays, all of them.
# $days (Days) The weekdays.
# $first (Date) The first day.
# $last (Date) The last day on which it opens.
# $clock (Text) Whose clock is meant.
valid-weekly-all-day =
    { $days ->
        [every] Valid every day, all day, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
        [workdays] Valid Monday to Friday, all day, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
       *[other] Valid on { $days }, all day, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
    }
# When the pass is good: round the clock.
# $first (Date) The first day.
# $last (Date) The last day on which it opens.
# $clock (Text) Whose clock is meant.
valid-always = Valid day and night, { DATETIME($first, dateStyle: "medium") } through { DATETIME($last, dateStyle: "medium") } ({ $clock }).
# The clock of a place that is not the building's; stands in brackets.
# $place (Text) A city, in English.
# $letters (Text) The zone's letters: GMT, UTC+5:45.
clock-of = { $place } time, { $letters }

# $doors (List) The names of the doors; at least one.
doors = It opens: { $doors }.
visits-unlimited = You may come as often as you like.
# No visit was made yet.
# $limit (Number) How many visits the pass is good for.
visits-all =
    { $limit ->
        [1] It is good for one visit.
       *[other] It is good for { $limit } visits.
    }
# Some visits were made.
# $left (Number) How many visits are left.
# $limit (Number) Of how many; more than are left.
visits-left =
    { $left ->
        [0] No visits are left.
        [1] One of { $limit } visits is left.
       *[other] { $left } of { $limit } visits are left.
    }
# $limit (Number) How many visits a day.
visits-a-day =
    { $limit ->
        [1] At most one visit a day.
       *[other] At most { $limit } visits a day.
    }
# The pass was made offline and has no code yet.
identifiers-follow = The code that opens the door will follow.
use-qr = QR code: make your screen bright and hold the code in front of the camera at the door.
# $digits (Text) The access code.
use-code = Access code: enter { $digits } on the keypad at the door.
# $url (Text) The address of the guest's page.
use-link = Link: when you stand at the door, open { $url } and tap the door's name.
# $plate (Text) The plate.
use-plate = License plate: drive up to the gate with { $plate } and wait until it opens.
