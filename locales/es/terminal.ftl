state-open-until =
    { $time ->
        [one] abierto hasta la { $time }
       *[other] abierto hasta las { $time }
    }
state-open-until-tomorrow =
    { $time ->
        [one] abierto hasta mañana a la { $time }
       *[other] abierto hasta mañana a las { $time }
    }
state-open-until-on =
    { $time ->
        [one] abierto hasta el { $day } a la { $time }
       *[other] abierto hasta el { $day } a las { $time }
    }
state-open-all-day = abierto hasta medianoche
state-open-through-tomorrow = abierto todo el día de mañana
state-open-through = abierto hasta el final del { $day }
state-opens-at =
    { $time ->
        [one] abre a la { $time }
       *[other] abre a las { $time }
    }
state-opens-tomorrow =
    { $time ->
        [one] abre mañana a la { $time }
       *[other] abre mañana a las { $time }
    }
state-opens-on =
    { $time ->
        [one] abre el { $day } a la { $time }
       *[other] abre el { $day } a las { $time }
    }
state-used-up = agotado
state-expired = vencido
state-revoked = revocado

opening-hours =
    { $to ->
        [midnight] { $day }, de { $from } a medianoche
       *[other] { $day }, de { $from } a { $to }
    }
opening-days = { $first }, { $from }, hasta { $last }, { $to }

uses-of-limit =
    { $limit ->
        [one] { $used } de { $limit } visita
       *[other] { $used } de { $limit } visitas
    }
uses-of-limit-daily =
    { $limit ->
        [one] { $used } de { $limit } visita, { $daily } al día
       *[other] { $used } de { $limit } visitas, { $daily } al día
    }
uses-so-far =
    { $used ->
        [0] sin usar
        [one] { $used } visita
       *[other] { $used } visitas
    }
uses-so-far-daily =
    { $used ->
        [0] sin usar, { $daily } al día
        [one] { $used } visita, { $daily } al día
       *[other] { $used } visitas, { $daily } al día
    }

badge-courier = mensajería
badge-visiting = visita dentro
badge-last-use = última visita
badge-not-on-server = sin enviar
badge-stuck = rechazado, mira `show`
badge-one-time = una sola vez

list-valid = Válidos
list-invalid = Ya no válidos
list-no-valid = Ningún pase válido. Crea uno: gatepass new
list-no-invalid = Ninguno.
list-more = Hay más; añade --limit N o --search PALABRAS.
list-clock = Horas según el reloj de { $zones }.

label-next = Próximas
label-uses = Visitas
label-opens-by = Se abre con
label-sync = Envío
label-id = Id
card = Tarjeta
opens-by-later = { $ways }, en cuanto el servidor lo tenga
pass-waiting = espera para enviarse; hasta entonces no abre nada nuevo
pass-refused = rechazado por el servidor: { $why }

log-empty = Aún no ha venido nadie.
log-more = Hay más; añade --limit N.
log-day = { $day }
log-arrived = llegó
log-opened = abrió
log-opened-again = otra vez
log-refused = rechazo
log-ignored = omitido
how-qr = QR
how-code = código
how-link = enlace
how-plate = placa
how-card = tarjeta
how-manager = admin.

reason-ok = se abrió
reason-unknown = no es de ningún pase
reason-not-active = antes de que empiece el pase
reason-outside-hours = fuera de su horario
reason-expired = el pase ya terminó
reason-used-up = visitas agotadas
reason-used-up-today = sin visitas para ese día
reason-revoked = revocado
reason-wrong-door = no es una de sus puertas
reason-identifier-not-accepted = aquí no se acepta
reason-locked-out = demasiados códigos erróneos
reason-ambiguous-plate = podrían ser varios pases
reason-passes-off = los pases están desactivados
reason-error = no se pudo decidir

sync-done = todo al día
sync-offline = No se puede llegar al servidor; esto es lo que hay aquí.
sync-failed = El servidor responde, pero no como debería: { $reason }
sync-waiting =
    { $count ->
        [one] { $count } cambio espera para enviarse; `gatepass sync` lo envía.
       *[other] { $count } cambios esperan para enviarse; `gatepass sync` los envía.
    }
sync-stuck =
    { $count ->
        [one] El servidor rechazó { $count } cambio; `gatepass list` marca el pase.
       *[other] El servidor rechazó { $count } cambios; `gatepass list` marca los pases.
    }
notice-overruled = «{ $name }» se cambió antes en otro lugar; tu cambio se descartó y ahora está como lo tiene el servidor.
notice-gone = «{ $name }» ya no está en el servidor; tu cambio se descartó.
notice-signed-out = { $site } ya no conoce este dispositivo; pide una nueva invitación.
notice-storage = Los datos de aquí estaban dañados y se descargan de nuevo; el archivo anterior es { $file }.
notice-storage-lost = Los datos de aquí estaban dañados y se descargan de nuevo; el archivo anterior es { $file }. Es posible que se pierdan cambios que aún no se habían enviado.

pass-made = «{ $name }» está creado.
pass-changed = «{ $name }» ha cambiado; lo que tiene tu visita sigue valiendo.
pass-revoked = «{ $name }» está revocado; ya no abre ninguna puerta.
pass-revoked-here = «{ $name }» está revocado aquí, pero el servidor aún no lo sabe: hasta entonces sigue abriendo puertas.
revoke-question = ¿Terminar «{ $name }» para siempre? [s/N]
share-later = Se podrá compartir en cuanto el servidor lo tenga: gatepass share
share-heading = Para enviar a tu visita:
file-written = se guardó { $file }
draft-kept = Lo que escribiste queda guardado; { $command } lo continúa.
welcome = Te damos la bienvenida, { $name }. Este equipo da pases para { $unit } en { $site }.
welcome-doors = Puertas que puedes compartir: { $doors }
welcome-no-door = No tienes ninguna puerta que puedas compartir.
welcome-make = Crea un pase: { $command }
welcome-passes-off = Los pases están desactivados en este edificio; pide a la administración que los active.
signed-out = se cerró la sesión de { $site }; aquí no queda nada suyo
signed-out-untold = No se pudo avisar al servidor. Pide al edificio que quite este equipo de tus dispositivos, o hazlo desde otro.

label-address = Dirección
label-server = Servidor
label-devices = Dispositivos
label-passes = Pases
label-note = Nota
door-not-shareable = { $door } (no se comparte)
device-this = { $device } (este)
profile-passes-off = desactivados; pide a la administración del edificio que los active
profile-signed-out = el servidor ya no conoce este equipo; pide una nueva invitación

wizard-step = paso { $at } de { $of }
wizard-keys = ↑↓ mover · intro seguir · esc volver · ctrl-c salir y guardar
wizard-keys-choose = ↑↓ mover · espacio elegir · intro seguir · esc volver · ctrl-c salir y guardar
wizard-keys-type = escribir · ↑↓ mover · intro seguir · esc volver · ctrl-c salir y guardar
wizard-keys-change = ←→ cambiar, o escribir · ↑↓ mover · intro seguir · esc volver · ctrl-c salir
wizard-openings = Abre
wizard-more-openings = … y así sucesivamente
wizard-busy = un momento …
wizard-expects-time = escribe una hora como { $example }
wizard-expects-day = escribe una fecha como { $example }
wizard-expects-moment = escribe fecha y hora como { $example }
wizard-expects-number = escribe un número

failure-no-profile =
    este equipo aún no es de nadie; pide una invitación a tu edificio y luego
    { $command }
failure-no-such-profile =
    ningún perfil se llama así; existen:
    { $profiles }
failure-several-profiles =
    aquí hay varios perfiles; añade --profile con uno de
    { $profiles }
failure-profile-gone = el perfil de este pase ya no existe
failure-no-such-pass = ningún pase se llama «{ $name }»; mira `gatepass list --all`
failure-several-passes =
    «{ $name }» puede ser varios pases; usa el id:
    { $passes }
failure-no-folder = no hay carpeta personal; di dónde guardar los datos con --folder DIR
failure-which-server = ¿qué servidor? añade --server URL, o da el enlace completo de la invitación
failure-new-needs-terminal = paso a paso hace falta una terminal; di cómo es el pase con opciones, empezando por --type (mira `gatepass new --help`)
failure-edit-needs-terminal = paso a paso hace falta una terminal; di qué cambiar con opciones (mira --help)
failure-no-type = falta --type; elige custom, recurring, business-hours, full-day u one-time
failure-flag-unused = { $flag } no dice nada sobre un pase { $kind }; su horario se indica con { $flags }
failure-no-such-door = --door «{ $name }» no es ninguna de tus puertas; elige entre { $doors }
failure-no-draft = no quedó ningún pase a medias; `gatepass new` empieza uno
failure-nothing-changed = no se cambió nada
failure-no-qr = este pase no tiene código QR; mira `gatepass show`
failure-no-code = este pase no tiene código de acceso; mira `gatepass show`
failure-no-link = este pase no tiene enlace; mira `gatepass show`
failure-clock = el reloj del edificio: { $reason }
failure-terminal = no se puede usar la terminal: { $reason }
failure-threads = no se pueden iniciar hilos: { $reason }
failure-qr = no se puede dibujar el código QR: { $reason }
failure-file = no se puede escribir { $file }: { $reason }
failure-no-answer = ahora no se puede llegar al servidor; inténtalo más tarde
failure-offline = ahora no se puede llegar al servidor ({ $reason }); inténtalo más tarde
failure-signed-out = el edificio ya no conoce este dispositivo; pide una nueva invitación y luego `{ $command }`
failure-invalid = no se puede hacer tal como lo pides:
failure-not-found = no existe aquí: { $what }
failure-conflict = mientras tanto se cambió en otro lugar: { $reason }
failure-no-secret-service =
    en este equipo no hay ningún servicio de secretos que pueda guardar tu clave de acceso.
    Inicia uno (GNOME Keyring, KWallet, KeePassXC), o deja que Gatepass la guarde en un archivo que solo tú puedas leer: añade --secrets-file
failure-secrets = tus secretos no se pueden guardar o leer: { $reason }
failure-storage-newer = los datos de esta carpeta son de una versión más nueva de Gatepass; actualiza esta
failure-storage = los datos de este dispositivo no se pueden usar: { $reason }
failure-unreadable = no se entiende la respuesta del servidor: { $reason }
failure-internal = esto es un defecto de Gatepass; por favor, comunícalo: { $reason }
