//! Spanish, with the 24-hour clock.

use crate::wizard::PhraseKey;

/// The sentence of a key; `{0}` and `{1}` are the places of its parameters.
#[expect(clippy::too_many_lines, reason = "a line or two for each sentence")]
pub(super) fn sentence(key: PhraseKey) -> &'static str {
    match key {
        PhraseKey::Verbatim | PhraseKey::SummaryWeekdays => "{0}",
        PhraseKey::TitleChooseProfile => "¿Para qué vivienda es el pase?",
        PhraseKey::TitleChooseType => "¿Qué tipo de pase?",
        PhraseKey::TitleAbout => "¿Para quién es?",
        PhraseKey::TitleIdentifiers => "¿Cómo abrirá la puerta tu visita?",
        PhraseKey::TitleSchedule => "¿Cuándo puede venir tu visita?",
        PhraseKey::TitleUses => "¿Cuántas veces puede venir tu visita?",
        PhraseKey::TitleDoors => "¿Qué puertas puede abrir?",
        PhraseKey::TitleReview => "Revisa el pase",
        PhraseKey::TitleReviewEdit => "Cambia el pase",
        PhraseKey::TitleSaving => "Un momento…",
        PhraseKey::TitleMade => "El pase está listo",
        PhraseKey::TitleChanged => "El pase ha cambiado",
        PhraseKey::TitleQueued => "A la espera de conexión",
        PhraseKey::TitleShare => "Envía el pase",
        PhraseKey::TitleUnavailable => "Ahora no se puede crear un pase",
        PhraseKey::TitleUnavailableEdit => "Este pase no se puede cambiar",
        PhraseKey::TitleClosed | PhraseKey::ButtonDone => "Hecho",
        PhraseKey::ExplainIdentifiers => {
            "Elige una o varias formas. Todas abren las mismas puertas a las mismas horas."
        }
        PhraseKey::ExplainUses => "Una visita puede abrir varias puertas: calle, portal y ascensor cuentan como una.",
        PhraseKey::ExplainReview => "Toca una línea para cambiarla.",
        PhraseKey::ExplainMade => "«{0}» está listo para enviarlo a tu visita.",
        PhraseKey::ExplainChanged => {
            "«{0}» ha cambiado. Tu visita conserva el mismo código: no hay que enviar nada de nuevo."
        }
        PhraseKey::ExplainQueued => {
            "El pase está guardado en este teléfono y se creará en cuanto haya conexión. Entonces podrás enviarlo."
        }
        PhraseKey::ExplainQueuedEdit => "El cambio está guardado en este teléfono y valdrá en cuanto haya conexión.",
        PhraseKey::ExplainShare => "Elige qué recibe tu visita.",
        PhraseKey::LabelProfile => "Vivienda",
        PhraseKey::LabelType => "Tipo",
        PhraseKey::LabelName => "Nombre",
        PhraseKey::LabelComment => "Comentario",
        PhraseKey::LabelGuest => "Quién viene",
        PhraseKey::LabelIdentifiers => "Formas de abrir",
        PhraseKey::LabelPlate | PhraseKey::IdentifierPlate => "Matrícula",
        PhraseKey::LabelStartsAt => "Desde",
        PhraseKey::LabelEndsAt => "Hasta",
        PhraseKey::LabelWeekdays => "Días de la semana",
        PhraseKey::LabelWindowFrom => "Abre a las",
        PhraseKey::LabelWindowTo => "Cierra a las",
        PhraseKey::LabelFirstDay => "Primer día",
        PhraseKey::LabelLastDay => "Último día",
        PhraseKey::LabelOnlyDay => "Día",
        PhraseKey::LabelTimeZone => "Hora",
        PhraseKey::LabelVisitLimit => "Visitas en total",
        PhraseKey::LabelDailyLimit => "Visitas al día",
        PhraseKey::LabelDoors => "Puertas",
        PhraseKey::LabelAllDoors => "Todas las puertas",
        PhraseKey::LabelTimes => "Horario",
        PhraseKey::LabelTrialDoor => "¿Abrirá esta puerta…",
        PhraseKey::LabelTrialMoment => "…en este momento?",
        PhraseKey::LabelShareAs => "Enviar como",
        PhraseKey::LabelUnlimited => "Sin límite",
        PhraseKey::HintName => "Tu visita lo ve. Si lo dejas vacío, elegimos uno.",
        PhraseKey::HintComment => "Solo lo ves tú.",
        PhraseKey::HintPlate => "Tal como figura en el vehículo; los espacios y guiones no importan.",
        PhraseKey::HintWindowTo => {
            "Una hora anterior a la de apertura significa la mañana siguiente; las 23:59 significan el final del día."
        }
        PhraseKey::HintLastDay => "El último día en que abre.",
        PhraseKey::HintVisitLimit => "Desde la primera puerta, todas las del camino son una sola visita.",
        PhraseKey::HintUsedSoFar => "Visitas hasta ahora: {0}.",
        PhraseKey::TypeCustom => "Duración a medida",
        PhraseKey::TypeRecurring => "Acceso recurrente",
        PhraseKey::TypeBusinessHours => "Horario laboral",
        PhraseKey::TypeFullDay => "Día completo",
        PhraseKey::TypeOneTime => "Una sola vez",
        PhraseKey::TypeCustomExplained => "De un momento a otro, para un fin de semana o una estancia larga.",
        PhraseKey::TypeRecurringExplained => {
            "Las mismas horas los días que elijas, para quien limpia o pasea al perro."
        }
        PhraseKey::TypeBusinessHoursExplained => {
            "De lunes a viernes, de 9 a 17 para empezar, para obras de varios días."
        }
        PhraseKey::TypeFullDayExplained => {
            "Un día de medianoche a medianoche, cuantas veces haga falta, para una fiesta o una mudanza."
        }
        PhraseKey::TypeOneTimeExplained => "Una visita en un día, para una entrega o una reparación.",
        PhraseKey::ProfileAt => "{0}, {1}",
        PhraseKey::ProfilePassesOff => "Aquí los pases están desactivados.",
        PhraseKey::GuestGuest => "Visita",
        PhraseKey::GuestCourier => "Mensajero",
        PhraseKey::NameOfGuest => "Visita, {0}",
        PhraseKey::NameOfCourier => "Mensajero, {0}",
        PhraseKey::IdentifierQr => "Código QR",
        PhraseKey::IdentifierCode => "Código de acceso",
        PhraseKey::IdentifierLink => "Enlace",
        PhraseKey::IdentifierQrExplained => "Se muestra a la cámara de la puerta.",
        PhraseKey::IdentifierCodeExplained => "Se marca en el teclado de la puerta.",
        PhraseKey::IdentifierLinkExplained => "Se abre en el teléfono de la visita, con un botón para cada puerta.",
        PhraseKey::IdentifierPlateExplained => "La lee la cámara del portón.",
        PhraseKey::Monday => "Lunes",
        PhraseKey::Tuesday => "Martes",
        PhraseKey::Wednesday => "Miércoles",
        PhraseKey::Thursday => "Jueves",
        PhraseKey::Friday => "Viernes",
        PhraseKey::Saturday => "Sábado",
        PhraseKey::Sunday => "Domingo",
        PhraseKey::ZoneOfSite => "La del edificio ({0})",
        PhraseKey::ZoneOfPhone => "La de este teléfono ({0})",
        PhraseKey::WhyTypeNotAllowed => "Este edificio no ofrece este tipo.",
        PhraseKey::WhyTypeFixed => "El tipo no cambia una vez usado el pase.",
        PhraseKey::WhyIdentifierNotAllowed => "Este edificio no ofrece esta forma de abrir.",
        PhraseKey::WhyIdentifiersFixed => "No cambian nunca, para que no haya que enviar nada de nuevo.",
        PhraseKey::WhyDoorNotShareable => "Este edificio no permite que los residentes compartan esta puerta.",
        PhraseKey::WhyShareNotInPass => "Este pase no lo tiene.",
        PhraseKey::WhyShareNotYet => "Podrás enviarlo cuando el pase esté creado.",
        PhraseKey::SummaryInterval => "Desde el {0} hasta el {1}",
        PhraseKey::SummaryEveryDay => "Todos los días",
        PhraseKey::SummaryWindow => "De {0} a {1}",
        PhraseKey::SummaryOvernight => "De {0} a {1} de la mañana siguiente",
        PhraseKey::SummaryAllDay => "Todo el día",
        PhraseKey::SummaryDates => "Del {0} al {1} inclusive",
        PhraseKey::SummaryFullDay => "Todo el día el {0}",
        PhraseKey::SummaryOneTime => "Una vez el {0}",
        PhraseKey::SummaryZone => "Según la hora de {0}",
        PhraseKey::UsesUnlimited => "Cuantas veces haga falta",
        PhraseKey::UsesOnce => "Una visita",
        PhraseKey::UsesLimited => "{0} visitas",
        PhraseKey::UsesOnceADay => "Una visita al día",
        PhraseKey::UsesLimitedADay => "{0} visitas al día",
        PhraseKey::NothingChosen => "Aún sin elegir",
        PhraseKey::ZoneNotePhone => "Estas horas son las de {0}. Este teléfono muestra otra hora.",
        PhraseKey::ZoneNoteSite => "Estas horas son las de {0}. En {1} es otra hora.",
        PhraseKey::TrialOpens => "Sí, entonces abre {0}.",
        PhraseKey::TrialNotActive => "No, {0} sigue cerrada: el pase aún no ha empezado.",
        PhraseKey::TrialOutsideHours => "No, {0} sigue cerrada: está fuera de su horario.",
        PhraseKey::TrialExpired => "No, {0} sigue cerrada: para entonces el pase ha terminado.",
        PhraseKey::TrialUsedUp => "No, {0} sigue cerrada: todas las visitas están usadas.",
        PhraseKey::TrialUsedUpToday => "No, {0} sigue cerrada: las visitas de ese día están usadas.",
        PhraseKey::TrialWrongDoor => "No, {0} no está entre sus puertas.",
        PhraseKey::TrialOtherwise => "No, {0} sigue cerrada.",
        PhraseKey::ButtonNext => "Siguiente",
        PhraseKey::ButtonBack => "Atrás",
        PhraseKey::ButtonReview => "Volver a la revisión",
        PhraseKey::ButtonCreate => "Crear el pase",
        PhraseKey::ButtonSave => "Guardar el cambio",
        PhraseKey::ButtonShare => "Enviar",
        PhraseKey::ButtonCancel => "Cancelar",
        PhraseKey::NoticeDoorGone => "Ya no tienes acceso a «{0}». Se ha quitado del pase.",
        PhraseKey::NoticeDoorNotShareable => "«{0}» ya no se puede compartir. Se ha quitado del pase.",
        PhraseKey::NoticeUnnamedDoorGone => "Ya no tienes acceso a una de las puertas. Se ha quitado del pase.",
        PhraseKey::NoticeIdentifierGone => {
            "Este edificio ya no ofrece una de las formas de abrir. Se ha quitado del pase."
        }
        PhraseKey::NoticePassChanged => {
            "Entretanto el pase se cambió en otro lugar. Lo que has introducido aquí sigue ahí."
        }
        PhraseKey::NoticeLookAgain => "Algo de lo que introdujiste ya no es correcto. Revísalo, por favor.",
        PhraseKey::NoticeFailed => "No ha funcionado: {0}",
        PhraseKey::NoticeShared => "Enviado. Puedes enviarlo de nuevo, o enviar otra cosa.",
        PhraseKey::UnavailablePassesOff => {
            "Los pases están desactivados en {0}. Pide a la administración del edificio que los active."
        }
        PhraseKey::UnavailableTooManyPasses => {
            "Tu vivienda tiene {0} pases válidos, todos los que permite este edificio. Elimina uno primero o pregunta a la administración del edificio."
        }
        PhraseKey::UnavailableEditingOff => {
            "En {0} los pases no se pueden cambiar. Elimina este y crea otro, o pregunta a la administración del edificio."
        }
        PhraseKey::UnavailableNotValid | PhraseKey::ProblemNotValidAnyMore => {
            "El pase ya no es válido. Crea uno nuevo."
        }
        PhraseKey::UnavailableNoType => {
            "{0} no ofrece ningún tipo de pase por ahora. Pregunta a la administración del edificio."
        }
        PhraseKey::UnavailableNoIdentifier => {
            "{0} no ofrece por ahora ninguna forma de abrir con un pase. Pregunta a la administración del edificio."
        }
        PhraseKey::UnavailableNoDoor => {
            "No tienes en {0} ninguna puerta que se pueda compartir. Pregunta a la administración del edificio."
        }
        PhraseKey::UnavailableNoProfile => {
            "Este teléfono no tiene ninguna vivienda para la que crear un pase. Introduce primero una invitación de la administración de tu edificio."
        }
        PhraseKey::UnavailableUnknownZone => {
            "Esta aplicación no conoce la zona horaria del edificio. Actualízala, por favor."
        }
        PhraseKey::ProblemMissing => "Rellena este campo.",
        PhraseKey::ProblemMalformed => "Esto no se puede leer. Introdúcelo de nuevo.",
        PhraseKey::ProblemEndsBeforeStart => "El final debe ser posterior al comienzo.",
        PhraseKey::ProblemStartsInPast => "Está en el pasado. Elige el {0} o después.",
        PhraseKey::ProblemAlreadyOver => "Ya ha pasado. Elige un momento posterior.",
        PhraseKey::ProblemNoWeekday => "Elige al menos un día de la semana.",
        PhraseKey::ProblemEmptyWindow => {
            "Debe cerrar a otra hora que la de apertura. Para todo el día elige de 00:00 a 23:59."
        }
        PhraseKey::ProblemNeverOpens => "Entre estos días no hay ningún momento en que abra. Elige otros días.",
        PhraseKey::ProblemUnknownZone => "No es una zona horaria conocida.",
        PhraseKey::ProblemNoSuchDate => "Esa fecha no existe allí. Elige otra.",
        PhraseKey::ProblemMoreThanAYear => "Un pase termina antes de un año. Elige el {0} o antes.",
        PhraseKey::ProblemTooLong => "Este edificio permite pases de hasta {0} días. Elige un final anterior.",
        PhraseKey::ProblemTooFarAhead => {
            "Este edificio permite pases con hasta {0} días de antelación. Elige un comienzo anterior."
        }
        PhraseKey::ProblemNoDoor => "Elige al menos una puerta.",
        PhraseKey::ProblemDoorNotHeld => "No tienes acceso a una de estas puertas. Quítala.",
        PhraseKey::ProblemDoorNotShareable => "Una de estas puertas no se puede compartir. Quítala.",
        PhraseKey::ProblemUsesOutOfRange => "Elige un número de 1 a {0}, o sin límite.",
        PhraseKey::ProblemFewerThanUsed => "No pueden ser menos que las visitas ya hechas ({0}).",
        PhraseKey::ProblemOneTimeHasOneUse => "Un pase de una sola vez vale para una visita.",
        PhraseKey::ProblemTypeNotAllowed => "Este edificio no ofrece este tipo. Elige otro.",
        PhraseKey::ProblemTypeFixed => "El tipo no puede cambiar una vez usado el pase.",
        PhraseKey::ProblemNoIdentifier => "Elige al menos una forma de abrir.",
        PhraseKey::ProblemIdentifierNotAllowed => "Este edificio no ofrece una de ellas. Quítala.",
        PhraseKey::ProblemNotAPlate => "No es una matrícula. Introduce de 2 a 12 letras y cifras.",
        PhraseKey::ProblemTooLongText => "Es demasiado largo. Caben {0} caracteres como máximo.",
        PhraseKey::ProblemTooManyPasses => {
            "Tu vivienda tiene {0} pases válidos, todos los que permite este edificio. Elimina uno primero."
        }
        PhraseKey::ProblemPassesOff => {
            "Los pases están desactivados. Pide a la administración del edificio que los active."
        }
        PhraseKey::ProblemEditingOff => "Este edificio no permite cambiar un pase. Revócalo y crea otro.",
        PhraseKey::ShareMessage => "Mensaje con todo",
        PhraseKey::ShareQrPicture => "Código QR como imagen",
        PhraseKey::ShareAccessCode => "Solo el código de acceso",
        PhraseKey::ShareLinkOnly => "Solo el enlace",
    }
}
