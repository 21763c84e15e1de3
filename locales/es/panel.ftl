come-in = ¡Adelante!
not-valid = No válido
too-many-wrong-codes = Demasiados códigos erróneos, espere
opens-today =
    { $time ->
        [one] Abre hoy a la { $time }
       *[other] Abre hoy a las { $time }
    }
opens-on = Abre el { DATETIME($date, dateStyle: "medium") }, { $time }
