//! Spanish, with the 24-hour clock, which every Spanish-speaking country reads.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Words;
use crate::pass::GuestKind;
use crate::share::validity::{Closing, Validity};
use crate::time::{Days, LocalMinute, WallTime};

/// Spanish.
pub(in crate::share) struct Spanish;

const MONTHS: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"];

impl Words for Spanish {
    fn generated_name(&self, guest: GuestKind, date: NaiveDate) -> String {
        let (day, month) = (date.day(), month(date));
        match guest {
            GuestKind::Guest => format!("Visita, {day} {month}"),
            GuestKind::Courier => format!("Mensajero, {day} {month}"),
        }
    }

    fn subject(&self, site: &str) -> String {
        format!("Tu pase para {site}")
    }

    fn greeting(&self, name: &str, site: &str) -> String {
        format!("Este es tu pase para {site}: {name}.")
    }

    fn title(&self, name: &str, site: &str) -> String {
        format!("{name} · {site}")
    }

    fn validity(&self, validity: &Validity, clock: &str) -> String {
        match *validity {
            Validity::Interval { from, to } => {
                format!("Válido desde el {} hasta el {} ({clock}).", moment(from), moment(to))
            }
            Validity::Hours { date: on, from, to } => {
                format!("Válido el {} de {} a {} ({clock}).", date(on), time(from), closing(to))
            }
            Validity::Overnight { date: on, from, to } => {
                format!("Válido el {} de {} a {} del día siguiente ({clock}).", date(on), time(from), time(to))
            }
            Validity::AllDay { date: on } => format!("Válido todo el día el {} ({clock}).", date(on)),
            Validity::WeeklyHours { days: on, from, to, first, last } => {
                let (on, from, to, first, last) =
                    (days(on), time(from), closing(to), short_date(first), short_date(last));
                format!("Válido {on} de {from} a {to}, del {first} al {last} inclusive ({clock}).")
            }
            Validity::WeeklyOvernight { days: on, from, to, first, last } => {
                let (on, from, to, first, last) = (days(on), time(from), time(to), short_date(first), short_date(last));
                format!("Válido {on} de {from} a {to} del día siguiente, del {first} al {last} inclusive ({clock}).")
            }
            Validity::WeeklyAllDay { days: on, first, last } => {
                let (on, first, last) = (days(on), short_date(first), short_date(last));
                format!("Válido {on}, todo el día, del {first} al {last} inclusive ({clock}).")
            }
            Validity::Always { first, last } => {
                let (first, last) = (short_date(first), short_date(last));
                format!("Válido de día y de noche, del {first} al {last} inclusive ({clock}).")
            }
        }
    }

    fn clock_of(&self, place: &str, letters: &str) -> String {
        format!("hora de {place}, {letters}")
    }

    fn doors(&self, doors: &[&str]) -> String {
        format!("Abre: {}.", doors.join(", "))
    }

    fn visits(&self, limit: Option<u32>, used: u32) -> String {
        let Some(limit) = limit else {
            return "Puedes venir cuantas veces quieras.".to_owned();
        };
        match (limit.saturating_sub(used), limit) {
            (0, _) => "No queda ninguna visita.".to_owned(),
            (1, 1) => "Vale para una visita.".to_owned(),
            (left, limit) if left == limit => format!("Vale para {limit} visitas."),
            (1, limit) => format!("Queda una de {limit} visitas."),
            (left, limit) => format!("Quedan {left} de {limit} visitas."),
        }
    }

    fn visits_a_day(&self, limit: u32) -> String {
        match limit {
            1 => "Como máximo, una visita al día.".to_owned(),
            limit => format!("Como máximo, {limit} visitas al día."),
        }
    }

    fn identifiers_follow(&self) -> String {
        "El código que abre la puerta llegará después.".to_owned()
    }

    fn use_qr(&self) -> String {
        "Código QR: sube el brillo de la pantalla y muestra el código a la cámara de la puerta.".to_owned()
    }

    fn use_code(&self, digits: &str) -> String {
        format!("Código de acceso: marca {digits} en el teclado de la puerta.")
    }

    fn use_link(&self, url: &str) -> String {
        format!("Enlace: cuando estés ante la puerta, abre {url} y toca el nombre de la puerta.")
    }

    fn use_plate(&self, plate: &str) -> String {
        format!("Matrícula: acércate al portón con {plate} y espera a que se abra.")
    }

    fn come_in(&self) -> String {
        "¡Adelante!".to_owned()
    }

    fn not_valid(&self) -> String {
        "No válido".to_owned()
    }

    fn too_many_wrong_codes(&self) -> String {
        "Demasiados códigos erróneos, espere".to_owned()
    }

    fn opens_today(&self, opens: WallTime) -> String {
        format!("Abre hoy {}", at_time(opens))
    }

    fn opens_on(&self, on: NaiveDate, opens: WallTime) -> String {
        format!("Abre el {}, {}", short_date(on), time(opens))
    }
}

/// `nov`.
fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// `24 nov 2026`.
fn short_date(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// `martes 24 nov 2026`.
pub(crate) fn date(date: NaiveDate) -> String {
    format!("{} {}", weekday(date.weekday()), short_date(date))
}

/// `14:20`.
pub(crate) fn time(time: WallTime) -> String {
    time.to_string()
}

fn closing(closing: Closing) -> String {
    match closing {
        Closing::At(at) => time(at),
        Closing::Midnight => "medianoche".to_owned(),
    }
}

/// `martes 24 nov 2026 a las 14:20`.
pub(crate) fn moment(at: LocalMinute) -> String {
    format!("{} {}", date(at.date()), at_time(at.time()))
}

/// `a la 01:20`, `a las 14:20`.
fn at_time(at: WallTime) -> String {
    match at.minutes() / 60 {
        1 => format!("a la {}", time(at)),
        _ => format!("a las {}", time(at)),
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "lunes",
        Weekday::Tue => "martes",
        Weekday::Wed => "miércoles",
        Weekday::Thu => "jueves",
        Weekday::Fri => "viernes",
        Weekday::Sat => "sábado",
        Weekday::Sun => "domingo",
    }
}

/// `todos los días`, `de lunes a viernes`, `los martes y jueves`.
pub(crate) fn days(days: Days) -> String {
    if days == Days::EVERY {
        return "todos los días".to_owned();
    }
    if days == Days::WORKDAYS {
        return "de lunes a viernes".to_owned();
    }
    let names: Vec<&str> = days
        .iter()
        .map(|day| match day {
            Weekday::Sat => "sábados",
            Weekday::Sun => "domingos",
            other => weekday(other),
        })
        .collect();
    match names.as_slice() {
        [one] => format!("los {one}"),
        [first @ .., last] => format!("los {} y {last}", first.join(", ")),
        [] => "ningún día".to_owned(),
    }
}
