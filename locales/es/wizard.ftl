verbatim = { $text }

title-choose-profile = ¿Para qué vivienda es el pase?
title-choose-type = ¿Qué tipo de pase?
title-about = ¿Para quién es?
title-identifiers = ¿Cómo abrirá la puerta tu visita?
title-schedule = ¿Cuándo puede venir tu visita?
title-uses = ¿Cuántas veces puede venir tu visita?
title-doors = ¿Qué puertas puede abrir?
title-review = Revisa el pase
title-review-edit = Cambia el pase
title-saving = Un momento…
title-made = El pase está listo
title-changed = El pase ha cambiado
title-queued = A la espera de conexión
title-share = Envía el pase
title-unavailable = Ahora no se puede crear un pase
title-unavailable-edit = Este pase no se puede cambiar
title-closed = Hecho

explain-identifiers = Elige una o varias formas. Todas abren las mismas puertas a las mismas horas.
explain-uses = Una visita puede abrir varias puertas: calle, portal y ascensor cuentan como una.
explain-review = Toca una línea para cambiarla.
explain-made = «{ $name }» está listo para enviarlo a tu visita.
explain-changed = «{ $name }» ha cambiado. Tu visita conserva el mismo código: no hay que enviar nada de nuevo.
explain-queued = El pase está guardado en este teléfono y se creará en cuanto haya conexión. Entonces podrás enviarlo.
explain-queued-edit = El cambio está guardado en este teléfono y valdrá en cuanto haya conexión.
explain-share = Elige qué recibe tu visita.

label-profile = Vivienda
label-type = Tipo
label-name = Nombre
label-comment = Comentario
label-guest = Quién viene
label-identifiers = Formas de abrir
label-plate = Matrícula
label-starts-at = Desde
label-ends-at = Hasta
label-weekdays = Días de la semana
label-window-from = Abre a las
label-window-to = Cierra a las
label-first-day = Primer día
label-last-day = Último día
label-only-day = Día
label-time-zone = Hora
label-visit-limit = Visitas en total
label-daily-limit = Visitas al día
label-doors = Puertas
label-all-doors = Todas las puertas
label-times = Horario
label-trial-door = ¿Abrirá esta puerta…
label-trial-moment = …en este momento?
label-share-as = Enviar como
label-unlimited = Sin límite

hint-name = Tu visita lo ve. Si lo dejas vacío, elegimos uno.
hint-comment = Solo lo ves tú.
hint-plate = Tal como figura en el vehículo; los espacios y guiones no importan.
hint-window-to = Una hora anterior a la de apertura significa la mañana siguiente; las 23:59 significan el final del día.
hint-last-day = El último día en que abre.
hint-visit-limit = Desde la primera puerta, todas las del camino son una sola visita.
hint-used-so-far = Visitas hasta ahora: { $used }.

type-custom = Duración a medida
type-recurring = Acceso recurrente
type-business-hours = Horario laboral
type-full-day = Día completo
type-one-time = Una sola vez
type-custom-explained = De un momento a otro, para un fin de semana o una estancia larga.
type-recurring-explained = Las mismas horas los días que elijas, para quien limpia o pasea al perro.
type-business-hours-explained = De lunes a viernes, de 9 a 17 para empezar, para obras de varios días.
type-full-day-explained = Un día de medianoche a medianoche, cuantas veces haga falta, para una fiesta o una mudanza.
type-one-time-explained = Una visita en un día, para una entrega o una reparación.

profile-at = { $unit }, { $site }
profile-passes-off = Aquí los pases están desactivados.

guest-guest = Visita
guest-courier = Mensajero
name-of-guest = Visita, { DATETIME($date, day: "numeric") } { DATETIME($date, month: "short") }
name-of-courier = Mensajero, { DATETIME($date, day: "numeric") } { DATETIME($date, month: "short") }

identifier-qr = Código QR
identifier-code = Código de acceso
identifier-link = Enlace
identifier-plate = Matrícula
identifier-qr-explained = Se muestra a la cámara de la puerta.
identifier-code-explained = Se marca en el teclado de la puerta.
identifier-link-explained = Se abre en el teléfono de la visita, con un botón para cada puerta.
identifier-plate-explained = La lee la cámara del portón.

monday = Lunes
tuesday = Martes
wednesday = Miércoles
thursday = Jueves
friday = Viernes
saturday = Sábado
sunday = Domingo

zone-of-site = La del edificio ({ $zone })
zone-of-phone = La de este teléfono ({ $zone })

why-type-not-allowed = Este edificio no ofrece este tipo.
why-type-fixed = El tipo no cambia una vez usado el pase.
why-identifier-not-allowed = Este edificio no ofrece esta forma de abrir.
why-identifiers-fixed = No cambian nunca, para que no haya que enviar nada de nuevo.
why-door-not-shareable = Este edificio no permite que los residentes compartan esta puerta.
why-share-not-in-pass = Este pase no lo tiene.
why-share-not-yet = Podrás enviarlo cuando el pase esté creado.

summary-interval =
    Desde el { DATETIME($from, dateStyle: "full") } { $from ->
        [one] a la
       *[other] a las
    } { DATETIME($from, timeStyle: "short") } hasta el { DATETIME($to, dateStyle: "full") } { $to ->
        [one] a la
       *[other] a las
    } { DATETIME($to, timeStyle: "short") }
summary-weekdays =
    { $days ->
        [every] Todos los días
        [workdays] De lunes a viernes
       *[other] Los { $days }
    }
summary-every-day = Todos los días
summary-window = De { $from } a { $to }
summary-overnight = De { $from } a { $to } de la mañana siguiente
summary-all-day = Todo el día
summary-dates = Del { $first } al { $last } inclusive
summary-full-day = Todo el día el { $date }
summary-one-time = Una vez el { $date }
summary-zone = Según la hora de { $zone }
uses-unlimited = Cuantas veces haga falta
uses-once = Una visita
uses-limited = { $limit } visitas
uses-once-a-day = Una visita al día
uses-limited-a-day = { $limit } visitas al día
nothing-chosen = Aún sin elegir

zone-note-phone = Estas horas son las de { $zone }. Este teléfono muestra otra hora.
zone-note-site = Estas horas son las de { $zone }. En { $site } es otra hora.

trial-opens = Sí, entonces abre { $door }.
trial-not-active = No, { $door } sigue cerrada: el pase aún no ha empezado.
trial-outside-hours = No, { $door } sigue cerrada: está fuera de su horario.
trial-expired = No, { $door } sigue cerrada: para entonces el pase ha terminado.
trial-used-up = No, { $door } sigue cerrada: todas las visitas están usadas.
trial-used-up-today = No, { $door } sigue cerrada: las visitas de ese día están usadas.
trial-wrong-door = No, { $door } no está entre sus puertas.
trial-otherwise = No, { $door } sigue cerrada.

button-next = Siguiente
button-back = Atrás
button-review = Volver a la revisión
button-create = Crear el pase
button-save = Guardar el cambio
button-share = Enviar
button-done = Hecho
button-cancel = Cancelar

notice-door-gone = Ya no tienes acceso a «{ $door }». Se ha quitado del pase.
notice-door-not-shareable = «{ $door }» ya no se puede compartir. Se ha quitado del pase.
notice-unnamed-door-gone = Ya no tienes acceso a una de las puertas. Se ha quitado del pase.
notice-identifier-gone = Este edificio ya no ofrece una de las formas de abrir. Se ha quitado del pase.
notice-pass-changed = Entretanto el pase se cambió en otro lugar. Lo que has introducido aquí sigue ahí.
notice-look-again = Algo de lo que introdujiste ya no es correcto. Revísalo, por favor.
notice-failed = No ha funcionado: { $detail }
notice-shared = Enviado. Puedes enviarlo de nuevo, o enviar otra cosa.

unavailable-passes-off = Los pases están desactivados en { $site }. Pide a la administración del edificio que los active.
unavailable-too-many-passes =
    { $max ->
        [one] Tu vivienda tiene { $max } pase válido, todos los que permite este edificio. Elimínalo primero o pregunta a la administración del edificio.
       *[other] Tu vivienda tiene { $max } pases válidos, todos los que permite este edificio. Elimina uno primero o pregunta a la administración del edificio.
    }
unavailable-editing-off = En { $site } los pases no se pueden cambiar. Elimina este y crea otro, o pregunta a la administración del edificio.
unavailable-not-valid = El pase ya no es válido. Crea uno nuevo.
unavailable-no-type = { $site } no ofrece ningún tipo de pase por ahora. Pregunta a la administración del edificio.
unavailable-no-identifier = { $site } no ofrece por ahora ninguna forma de abrir con un pase. Pregunta a la administración del edificio.
unavailable-no-door = No tienes en { $site } ninguna puerta que se pueda compartir. Pregunta a la administración del edificio.
unavailable-no-profile = Este teléfono no tiene ninguna vivienda para la que crear un pase. Introduce primero una invitación de la administración de tu edificio.
unavailable-unknown-zone = Esta aplicación no conoce la zona horaria del edificio. Actualízala, por favor.

problem-missing = Rellena este campo.
problem-malformed = Esto no se puede leer. Introdúcelo de nuevo.
problem-malformed-moment = Esto no se puede leer. Introduce una fecha y hora como { $example }.
problem-malformed-time = Esto no se puede leer. Introduce una hora como { $example }.
problem-malformed-date = Esto no se puede leer. Introduce una fecha como { $example }.
problem-malformed-word = Esto no se puede leer. Elige entre estas palabras: { $words }.
problem-unreadable = Esto no se puede leer. Actualiza la app.
problem-out-of-range = Este número es demasiado pequeño o demasiado grande.
problem-unknown-field = No existe ese ajuste.
problem-unknown-make = Aquí no se conoce esta marca de panel.
problem-unknown-language = Aquí no se habla este idioma.
problem-ends-before-start = El final debe ser posterior al comienzo.
problem-starts-in-past = Está en el pasado. Elige el { $date } o después.
problem-already-over = Ya ha pasado. Elige un momento posterior.
problem-no-weekday = Elige al menos un día de la semana.
problem-empty-window = Debe cerrar a otra hora que la de apertura. Para todo el día elige de 00:00 a 23:59.
problem-never-opens = Entre estos días no hay ningún momento en que abra. Elige otros días.
problem-unknown-zone = No es una zona horaria conocida.
problem-no-such-date = Esa fecha no existe allí. Elige otra.
problem-more-than-a-year = Un pase termina antes de un año. Elige el { $date } o antes.
problem-too-long =
    { $days ->
        [one] Este edificio permite pases de hasta { $days } día. Elige un final anterior.
       *[other] Este edificio permite pases de hasta { $days } días. Elige un final anterior.
    }
problem-too-far-ahead =
    { $days ->
        [one] Este edificio permite pases con hasta { $days } día de antelación. Elige un comienzo anterior.
       *[other] Este edificio permite pases con hasta { $days } días de antelación. Elige un comienzo anterior.
    }
problem-no-door = Elige al menos una puerta.
problem-door-not-held = No tienes acceso a una de estas puertas. Quítala.
problem-door-not-shareable = Una de estas puertas no se puede compartir. Quítala.
problem-uses-out-of-range = Elige un número de 1 a { $max }, o sin límite.
problem-fewer-than-used = No pueden ser menos que las visitas ya hechas ({ $used }).
problem-one-time-has-one-use = Un pase de una sola vez vale para una visita.
problem-type-not-allowed = Este edificio no ofrece este tipo. Elige otro.
problem-type-fixed = El tipo no puede cambiar una vez usado el pase.
problem-no-identifier = Elige al menos una forma de abrir.
problem-identifier-not-allowed = Este edificio no ofrece una de ellas. Quítala.
problem-not-a-plate = No es una matrícula. Introduce de 2 a 12 letras y cifras.
problem-too-long-text = Es demasiado largo. Caben { $max } caracteres como máximo.
problem-too-many-passes =
    { $max ->
        [one] Tu vivienda tiene { $max } pase válido, todos los que permite este edificio. Elimínalo primero.
       *[other] Tu vivienda tiene { $max } pases válidos, todos los que permite este edificio. Elimina uno primero.
    }
problem-passes-off = Los pases están desactivados. Pide a la administración del edificio que los active.
problem-editing-off = Este edificio no permite cambiar un pase. Elimínalo y crea otro.
problem-not-valid-any-more = El pase ya no es válido. Crea uno nuevo.

problem-invitation-not-good = Esta invitación ya no es válida o está mal escrita. Pide una nueva.
problem-server-missing = El código solo no dice dónde está tu edificio. Escribe la dirección del servidor.
problem-not-a-server = Esto no es la dirección de un servidor. Escribe una como passes.example.com.
problem-plain-http = Esta dirección no va cifrada y otros podrían leer tus pases. Pide la dirección https.
problem-choose-profile = Tienes varias casas. Elige una.
problem-on-other-server = Esta casa ya está en este teléfono, en otro servidor. Cierra antes la sesión allí.
problem-not-on-server = Este pase aún no ha llegado a tu edificio. Compártelo cuando tengas conexión.
problem-too-late-to-undo = Ya es tarde para recuperar este pase, lo sentimos. Puedes crear uno nuevo cuando quieras.

share-message = Mensaje con todo
share-qr-picture = Código QR como imagen
share-access-code = Solo el código de acceso
share-link-only = Solo el enlace
