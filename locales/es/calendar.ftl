mondays = lunes
tuesdays = martes
wednesdays = miércoles
thursdays = jueves
fridays = viernes
saturdays = sábados
sundays = domingos
