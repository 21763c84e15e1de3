//! The pseudo-language: English with accents and brackets. A text on a screen without them is not in the catalogue; a
//! missing bracket shows that a text was cut off.

const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ACCENTED: &str = "ȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑ";

pub(crate) fn accented(text: &str) -> String {
    text.chars().map(|c| PLAIN.find(c).and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(c)).collect()
}

pub(crate) fn bracketed(text: &str) -> String {
    format!("[{text}]")
}
