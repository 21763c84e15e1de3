//! The offered languages.

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// The language of a BCP 47 tag such as `es-MX` or a phone's `es_MX`; `None` if it is not offered. `en-XA` is the pseudo-language.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-");
        if tag.eq_ignore_ascii_case(Self::Pseudo.tag()) {
            return Some(Self::Pseudo);
        }
        let primary = tag.split('-').next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}
