//! Lists the messages that each language of the catalogue lacks.

use gatepass_words_compiler::{Catalogue, REFERENCE};

use crate::cargo;

/// Reads `locales/` as the build does and lists the missing messages of each language, which are shown in English. A
/// language that lacks messages still builds: translators work after developers.
pub(crate) fn check() -> Result<(), String> {
    let catalogue = Catalogue::read(&cargo::root().join("locales")).map_err(|error| error.to_string())?;
    let messages: usize = catalogue.resources.iter().map(|resource| resource.messages.len()).sum();
    println!("{messages} messages in {} languages", catalogue.languages.len());
    for language in catalogue.languages.iter().filter(|language| *language != REFERENCE) {
        let missing = catalogue.missing(language);
        if missing.is_empty() {
            println!("{language}: complete");
        } else {
            println!("{language}: {} missing, said in English:\n  {}", missing.len(), missing.join("\n  "));
        }
    }
    Ok(())
}
