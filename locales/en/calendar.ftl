### Names of days.

# A day of the week that comes again and again: "on Mondays", "every Monday". Used in lists: "Mondays and Fridays".
mondays = Mondays
tuesdays = Tuesdays
wednesdays = Wednesdays
thursdays = Thursdays
fridays = Fridays
saturdays = Saturdays
sundays = Sundays
