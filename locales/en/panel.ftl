### What the display of an entrance panel shows a visitor. Many displays hold no more than 40 characters.

# The door is open.
come-in = Welcome, please come in
# No, whatever the reason: a visitor who tries codes must learn nothing.
not-valid = Not valid
# The keypad is locked for a while.
too-many-wrong-codes = Too many wrong codes, try again later
# $time (Time) When the pass opens this door.
opens-today = Opens today at { $time }
# $date (Date) The next day on which the pass opens this door.
# $time (Time) From when on that day.
opens-on = Opens { DATETIME($date, dateStyle: "medium") }, { $time }
