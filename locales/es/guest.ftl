subject = Tu pase para { $site }
greeting = Este es tu pase para { $site }: { $name }.
title = { $name } · { $site }
valid-interval =
    Válido desde el { DATETIME($from, dateStyle: "full") } { $from ->
        [one] a la
       *[other] a las
    } { DATETIME($from, timeStyle: "short") } hasta el { DATETIME($to, dateStyle: "full") } { $to ->
        [one] a la
       *[other] a las
    } { DATETIME($to, timeStyle: "short") } ({ $clock }).
valid-hours =
    { $to ->
        [midnight] Válido el { $date } de { $from } a medianoche ({ $clock }).
       *[other] Válido el { $date } de { $from } a { $to } ({ $clock }).
    }
valid-overnight = Válido el { $date } de { $from } a { $to } del día siguiente ({ $clock }).
valid-all-day = Válido todo el día el { $date } ({ $clock }).
valid-weekly-hours =
    { $days ->
        [every]
            { $to ->
                [midnight] Válido todos los días de { $from } a medianoche, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
               *[other] Válido todos los días de { $from } a { $to }, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
            }
        [workdays]
            { $to ->
                [midnight] Válido de lunes a viernes de { $from } a medianoche, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
               *[other] Válido de lunes a viernes de { $from } a { $to }, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
            }
       *[other]
            { $to ->
                [midnight] Válido los { $days } de { $from } a medianoche, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
               *[other] Válido los { $days } de { $from } a { $to }, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
            }
    }
valid-weekly-overnight =
    { $days ->
        [every] Válido todos los días de { $from } a { $to } del día siguiente, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
        [workdays] Válido de lunes a viernes de { $from } a { $to } del día siguiente, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
       *[other] Válido los { $days } de { $from } a { $to } del día siguiente, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
    }
valid-weekly-all-day =
    { $days ->
        [every] Válido todos los días, todo el día, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
        [workdays] Válido de lunes a viernes, todo el día, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
       *[other] Válido los { $days }, todo el día, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
    }
valid-always = Válido de día y de noche, del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") } inclusive ({ $clock }).
clock-of = hora de { $place }, { $letters }
doors = Abre: { $doors }.
visits-unlimited = Puedes venir cuantas veces quieras.
visits-all =
    { $limit ->
        [1] Vale para una visita.
       *[other] Vale para { $limit } visitas.
    }
visits-left =
    { $left ->
        [0] No queda ninguna visita.
        [1] Queda una de { $limit } visitas.
       *[other] Quedan { $left } de { $limit } visitas.
    }
visits-a-day =
    { $limit ->
        [1] Como máximo, una visita al día.
       *[other] Como máximo, { $limit } visitas al día.
    }
identifiers-follow = El código que abre la puerta llegará después.
use-qr = Código QR: sube el brillo de la pantalla y muestra el código a la cámara de la puerta.
use-code = Código de acceso: marca { $digits } en el teclado de la puerta.
use-link = Enlace: cuando estés ante la puerta, abre { $url } y toca el nombre de la puerta.
use-plate = Matrícula: acércate al portón con { $plate } y espera a que se abra.
