common-ok = Aceptar
common-cancel = Cancelar
common-done = Listo
common-back = Atrás
common-close = Cerrar
common-delete = Eliminar
common-undo = Deshacer
common-retry = Reintentar
common-edit = Editar
common-share = Compartir
common-copy = Copiar
common-copied = Copiado
common-search = Buscar
common-show-more = Mostrar más
common-loading = Cargando…
common-today = Hoy
common-yesterday = Ayer
common-unlimited = Sin límite
common-more-actions = Más
common-time-in-zone = { $time }, hora de { $place }
common-step-of = Paso { $step } de { $steps }
common-increase = Uno más
common-decrease = Uno menos
common-choose-time = Elegir hora
common-tab-passes = Pases
common-tab-activity = Actividad
common-tab-settings = Ajustes

welcome-title = Deja entrar a tus visitas
welcome-text = Da a tu visita un pase que abre justo las puertas correctas y justo a la hora correcta. No necesita ninguna app.
welcome-have-invitation = Tengo una invitación
welcome-invitation-title = Tu invitación
welcome-invitation-text = La administración de tu edificio te envió un enlace o un código. Pégalo aquí o escanea su código QR.
welcome-invitation-label = Enlace o código
welcome-invitation-hint = También vale el mensaje entero.
welcome-paste = Pegar
welcome-scan = Escanear el código QR
welcome-server-label = Servidor de tu edificio
welcome-server-hint = La dirección está en la invitación; por ejemplo, passes.example.com.
welcome-activate = Continuar
welcome-activating = Preparando este teléfono…
welcome-scan-title = Escanear la invitación
welcome-scan-text = Pon el código QR de tu invitación dentro del marco.
welcome-camera-denied = Gatepass no puede usar la cámara. Puedes permitirlo en los ajustes del teléfono o pegar el código.
welcome-open-settings = Abrir ajustes
welcome-no-invitation = ¿No tienes invitación? Pídela a la administración de tu edificio.

passes-title = Pases
passes-valid = Vigentes
passes-invalid = Pasados
passes-new-pass = Nuevo pase
passes-search-hint = Nombre, nota o matrícula
passes-empty-valid-title = ¿Esperas a alguien?
passes-empty-valid-text = Crea un pase y tu visita abrirá la puerta con un código QR, un código o un enlace.
passes-empty-invalid-title = Aún no hay nada
passes-empty-invalid-text = Aquí quedan los pases usados, caducados o eliminados.
passes-empty-search-title = Sin resultados
passes-empty-search-text = Ningún pase coincide con «{ $search }».
passes-passes-off-title = Aquí no hay pases
passes-passes-off-text = { $site } aún no usa pases de visita. Pide a la administración que los active.
passes-signed-out-title = Sesión cerrada en este teléfono
passes-signed-out-text = Pide una nueva invitación a la administración y vuelve a activar este teléfono.
passes-offline = No tienes conexión. Los pases que compartiste siguen funcionando.
passes-offline-waiting =
    { $count ->
        [one] No tienes conexión. { $count } cambio por enviar.
       *[other] No tienes conexión. { $count } cambios por enviar.
    }
passes-waiting =
    { $count ->
        [one] Enviando { $count } cambio…
       *[other] Enviando { $count } cambios…
    }
passes-stuck =
    { $count ->
        [one] No se pudo enviar { $count } cambio
       *[other] No se pudieron enviar { $count } cambios
    }
passes-server-trouble = El servidor del edificio no responde bien. Seguimos intentándolo.
passes-open-until = Abierto hasta { $time }
passes-opens-at = Abre { $time }
passes-next-opening = Vuelve a abrir { $time }
passes-used-up = Agotado
passes-expired = Caducado
passes-revoked = Eliminado
passes-uses-left =
    { $count ->
        [one] Queda { $count } visita
       *[other] Quedan { $count } visitas
    }
passes-badge-courier = Reparto
passes-badge-one-time = Un solo uso
passes-badge-visiting = Está dentro
passes-badge-last-use = Última visita
passes-badge-not-on-server = Pendiente
passes-badge-stuck = Rechazado
passes-delete-question = ¿Eliminar «{ $name }»?
passes-delete-text = Dejará de abrir puertas al instante y no se podrá recuperar.
passes-deleted-not-sent = «{ $name }» se eliminará en cuanto tengas conexión.
passes-draft-title = Tienes un pase sin terminar.
passes-draft-continue = Continuar
passes-draft-discard = Descartar
passes-profile-of = { $site }, { $unit }
passes-switch-profile = Cambiar de casa
passes-all-profiles = Todas las casas
passes-quick-courier = Reparto hoy
passes-quick-guest = Visita hoy
passes-quick-made = «{ $name }» está listo.
passes-updated-at = Actualizado { $time }

pass-qr-label = Código QR del pase «{ $name }»
pass-qr-hint = Ponlo delante de la cámara de la puerta.
pass-qr-large = Mostrar el código QR en grande
pass-code = Código de acceso
pass-link = Enlace
pass-plate = Matrícula
pass-validity = Cuándo
pass-doors = Puertas
pass-uses = Visitas
pass-used-of = { $used } de { $limit } usadas
pass-used =
    { $used ->
        [0] Aún sin usar
        [one] Usado { $used } vez
       *[other] Usado { $used } veces
    }
pass-used-today-limit = Como máximo { $limit } al día
pass-next-openings = Próximas aperturas
pass-comment = Tu nota
pass-entries = Quién vino
pass-no-entries = Nadie ha usado este pase todavía.
pass-all-entries = Ver todo
pass-edit = Editar pase
pass-delete = Eliminar pase
pass-not-on-server-text = Este pase aún no ha llegado a tu edificio. Podrás compartirlo en cuanto tengas conexión.
pass-waiting-text = Tus cambios se enviarán en cuanto tengas conexión.
pass-stuck-title = Tu edificio no lo aceptó
pass-discard = Descartar el cambio
pass-gone-title = Este pase ya no está
pass-gone-text = Ya no está en este teléfono.
pass-over-text = Este pase ya no abre nada.
pass-copy-code = Copiar código de acceso
pass-copy-link = Copiar enlace
pass-made-at = Creado { $time }
pass-revoked-at = Eliminado { $time }
pass-type-custom = Duración a medida
pass-type-recurring = Acceso recurrente
pass-type-business-hours = Horario laboral
pass-type-full-day = Día completo
pass-type-one-time = Un solo uso
pass-guest = Visita
pass-courier = Reparto

share-title = Compartir pase
share-text = A tu visita le basta con uno de estos.
share-as-message = Mensaje con todo
share-as-link = Enlace
share-as-image = Imagen con código QR
share-as-code = Código de acceso
share-no-apps = No hay ninguna app para compartir en este teléfono. El texto se ha copiado.

wizard-leave-title = ¿Salir por ahora?
wizard-leave-text = Puedes guardar lo que escribiste para más tarde.
wizard-keep-draft = Guardar para luego
wizard-discard-draft = Descartar
wizard-openings-title = Cuándo abre
wizard-more-openings = y así sucesivamente
wizard-opens = Abre
wizard-stays-shut = No abre
wizard-next-time = Próxima apertura: { $time }
wizard-problems-title = Revisa esto
wizard-change = Cambiar

activity-title = Actividad
activity-empty-title = Aún no ha venido nadie
activity-empty-text = Cuando una visita use uno de tus pases, lo verás aquí.
activity-arrived = Llegó
activity-opened = Abrió otra puerta
activity-opened-again = Abrió la puerta otra vez
activity-opened-by-manager = Abierta por la administración
activity-unknown-guest = Alguien sin pase
activity-at-door = { $first } · { $second }
activity-with-qr = Código QR
activity-with-code = Código de acceso
activity-with-link = Enlace
activity-with-plate = Matrícula
activity-with-card = Tarjeta
activity-photo = Ver la foto
activity-photo-title = Foto de { $time }
activity-photo-gone = La foto ya no se conserva.
activity-filter-all = Todo
activity-filter-arrivals = Llegadas
activity-filter-refused = Rechazos

settings-title = Ajustes
settings-profiles = Casas
settings-add-profile = Añadir una casa
settings-unit = Unidad { $unit }
settings-server = Servidor
settings-signed-out = Sesión cerrada
settings-sign-out = Cerrar sesión
settings-sign-out-question = ¿Cerrar sesión en { $site }?
settings-sign-out-text = Los pases, las visitas y los cambios sin enviar de esta casa se borran de este teléfono. Los pases que diste siguen funcionando.
settings-sign-out-server-not-told = Sesión cerrada en este teléfono. No se pudo avisar al servidor: pide a la administración que dé de baja este dispositivo.
settings-app-lock = Bloqueo de la app
settings-app-lock-text = Pedir tu cara, tu huella o tu clave al abrir Gatepass.
settings-app-lock-unavailable = Configura antes un bloqueo de pantalla en este teléfono.
settings-notifications = Notificaciones
settings-notifications-text = Avisarme cuando llegue una visita.
settings-notifications-denied = Las notificaciones de Gatepass están desactivadas en los ajustes del teléfono.
settings-language = Idioma
settings-language-phone = El del teléfono
settings-about = Acerca de
settings-version = Versión { $version }
settings-licences = Licencias
settings-licences-text = Gatepass es software libre con licencias MIT y Apache 2.0. Se apoya en el trabajo de muchas otras personas. Lo que lo une al teléfono es UniFFI, de Mozilla, con licencia MPL 2.0; su código fuente está en github.com/mozilla/uniffi-rs.
settings-source-code = Código fuente
settings-doors-held = Tus puertas: { $doors }

lock-title = Gatepass está bloqueado
lock-unlock = Desbloquear
lock-reason = Desbloquea Gatepass para ver tus pases.

quick-next-pass = Próximo pase
quick-no-pass = Ningún pase espera a una visita.
quick-courier-today = Pase de reparto para hoy
quick-guest-today = Pase de visita para hoy
quick-ready = «{ $name }» está listo para compartir.
quick-choose-in-app = Tienes varias casas. Abre Gatepass y elige una.
quick-open-app = Abrir Gatepass

notifications-arrived-title = Llegó { $guest }
notifications-arrived-text = { $door }, { $time }
notifications-refused-title = No se dejó entrar a { $guest }
notifications-refused-text = { $door }: { $reason }
notifications-channel = Llegadas

notices-change-overruled = «{ $name }» se cambió antes en otro lugar. Tu cambio se descartó.
notices-pass-gone = «{ $name }» ya no está en tu edificio. Tu cambio se descartó.
notices-signed-out = Se cerró la sesión de { $site } en este teléfono. Pide una nueva invitación a la administración.
notices-storage-repaired = Los datos de este teléfono estaban dañados y se han vuelto a descargar. No se perdió nada.
notices-storage-lost = Los datos de este teléfono estaban dañados y se han vuelto a descargar. Pueden faltar cambios sin enviar.
notices-dismiss = Descartar

errors-title = No ha funcionado
errors-offline = No se puede conectar con el servidor de tu edificio. Revisa la conexión e inténtalo de nuevo.
errors-signed-out = La sesión está cerrada en este teléfono. Pide una nueva invitación a la administración.
errors-invalid = Revisa lo que escribiste.
errors-not-found = Esto ya no está en este teléfono.
errors-conflict = Esto se cambió mientras tanto en otro lugar. Míralo de nuevo.
errors-storage-newer = Los datos de este teléfono son de una versión más nueva de Gatepass. Actualiza la app.
errors-storage-broken = No se pueden usar los datos de este teléfono. Libera espacio y reinicia el teléfono.
errors-vault = El almacén de claves del teléfono está bloqueado. Desbloquea el teléfono e inténtalo de nuevo.
errors-unreadable = No se entiende la respuesta del servidor. Actualiza la app o revisa la dirección del servidor.
errors-internal = Algo falló en Gatepass. Inténtalo de nuevo.

reasons-ok = Entró
reasons-unknown = Rechazado: no existe ese pase
reasons-not-active = Rechazado: aún es pronto, el pase no ha empezado
reasons-outside-hours = Rechazado: fuera del horario del pase
reasons-expired = Rechazado: el pase ha caducado
reasons-used-up = Rechazado: no quedan visitas
reasons-used-up-today = Rechazado: no quedan visitas para hoy
reasons-revoked = Rechazado: el pase se eliminó
reasons-wrong-door = Rechazado: el pase no abre esta puerta
reasons-identifier-not-accepted = Rechazado: el edificio no acepta este tipo de llave
reasons-locked-out = Rechazado: demasiados códigos erróneos en esta puerta
reasons-ambiguous-plate = Rechazado: la matrícula no se leyó con seguridad
reasons-passes-off = Rechazado: los pases están desactivados en este edificio
reasons-error = Lo decidió el panel: algo falló
