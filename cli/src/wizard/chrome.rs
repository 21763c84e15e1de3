//! The shell's own few words around a wizard: what the keys do. What is asked and answered comes from the view.

use gatepass_core::share::Language;

use super::entry::Expected;

/// The words of one language.
#[derive(Debug)]
pub(super) struct Chrome {
    /// `{}` is the step, `{}` the number of steps.
    step: [&'static str; 2],
    pub(super) keys: &'static str,
    pub(super) keys_choose: &'static str,
    pub(super) keys_type: &'static str,
    pub(super) keys_step: &'static str,
    pub(super) openings: &'static str,
    pub(super) more_openings: &'static str,
    pub(super) busy: &'static str,
    time_of_day: &'static str,
    day: &'static str,
    moment: &'static str,
    number: &'static str,
}

const ENGLISH: Chrome = Chrome {
    step: ["step", "of"],
    keys: "↑↓ move · enter next · esc back · ctrl-c leave, keep draft",
    keys_choose: "↑↓ move · space choose · enter next · esc back · ctrl-c leave, keep draft",
    keys_type: "type · ↑↓ move · enter next · esc back · ctrl-c leave, keep draft",
    keys_step: "←→ change, or type · ↑↓ move · enter next · esc back · ctrl-c leave",
    openings: "Opens",
    more_openings: "… and so on",
    busy: "one moment …",
    time_of_day: "write a time of day such as 09:30",
    day: "write a date such as 2026-11-24",
    moment: "write a date and time such as 2026-11-24 14:20",
    number: "write a number",
};

const SPANISH: Chrome = Chrome {
    step: ["paso", "de"],
    keys: "↑↓ mover · intro seguir · esc volver · ctrl-c salir y guardar",
    keys_choose: "↑↓ mover · espacio elegir · intro seguir · esc volver · ctrl-c salir y guardar",
    keys_type: "escribir · ↑↓ mover · intro seguir · esc volver · ctrl-c salir y guardar",
    keys_step: "←→ cambiar, o escribir · ↑↓ mover · intro seguir · esc volver · ctrl-c salir",
    openings: "Abre",
    more_openings: "… y así sucesivamente",
    busy: "un momento …",
    time_of_day: "escriba una hora como 09:30",
    day: "escriba una fecha como 2026-11-24",
    moment: "escriba fecha y hora como 2026-11-24 14:20",
    number: "escriba un número",
};

const ARABIC: Chrome = Chrome {
    step: ["الخطوة", "من"],
    keys: "↑↓ تنقّل · enter التالي · esc رجوع · ctrl-c خروج مع حفظ المسودة",
    keys_choose: "↑↓ تنقّل · space اختيار · enter التالي · esc رجوع · ctrl-c خروج مع حفظ المسودة",
    keys_type: "اكتب · ↑↓ تنقّل · enter التالي · esc رجوع · ctrl-c خروج مع حفظ المسودة",
    keys_step: "←→ تغيير، أو اكتب · ↑↓ تنقّل · enter التالي · esc رجوع · ctrl-c خروج",
    openings: "يفتح",
    more_openings: "… وهكذا",
    busy: "لحظة …",
    time_of_day: "اكتب وقتًا مثل 09:30",
    day: "اكتب تاريخًا مثل 2026-11-24",
    moment: "اكتب تاريخًا ووقتًا مثل 2026-11-24 14:20",
    number: "اكتب رقمًا",
};

impl Chrome {
    /// The words of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English | Language::Pseudo => &ENGLISH,
            Language::Spanish => &SPANISH,
            Language::Arabic => &ARABIC,
        }
    }

    pub(super) fn progress(&self, at: u32, of: u32) -> String {
        format!("{} {at} {} {of}", self.step[0], self.step[1])
    }

    pub(super) fn expected(&self, what: Expected) -> &'static str {
        match what {
            Expected::TimeOfDay => self.time_of_day,
            Expected::Day => self.day,
            Expected::Moment => self.moment,
            Expected::Number => self.number,
        }
    }
}
