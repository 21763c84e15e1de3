//! What is sent to the guest?

use super::client::Client;
use super::{App, AppError, PassRef, SharePayload, show};
use crate::pass::IdentifierKind;
use crate::qr;
use crate::share::{Language, PassLocation, message};
use crate::wizard::ShareAs;

impl App {
    /// What to send to the guest, in this language (`en`, `es`, `ar`; others fall back to English). A pass that is not on
    /// the server yet has nothing to share, nor has one that is over: [`AppError::NotAllowed`] with code
    /// `not_on_server` or `not_valid_any_more`.
    pub async fn share(&self, pass: PassRef, language: String) -> Result<SharePayload, AppError> {
        self.run(|client| async move { client.share(pass, &language).await }).await
    }
}

impl Client {
    async fn share(&self, id: PassRef, language: &str) -> Result<SharePayload, AppError> {
        let (stored, home) = self.stored_with_home(id).await?;
        let pass = stored.shown.pass()?;
        let usage = stored.shown.uses.usage;
        if let Some((code, reason)) = show::not_shareable_because(&stored, &home, self.now())? {
            return Err(AppError::NotAllowed { code: code.to_owned(), reason: reason.to_owned() });
        }
        let resident = home.body;
        let doors: Vec<&str> =
            resident.doors.iter().filter(|door| pass.doors.contains(&door.id)).map(|door| door.name.as_str()).collect();
        let zone = resident.site.zone().unwrap_or(pass.schedule.time_zone());
        let place = PassLocation { site: &resident.site.name, address: &resident.site.address, zone, doors: &doors };
        let sent = message(&pass, &usage, &place, Language::from_tag(language).unwrap_or_default());
        let too_long = |_| AppError::Unreadable { reason: "the QR code's text is too long".to_owned() };
        let qr_text = show::text_of(&pass, IdentifierKind::Qr);
        let card = qr_text.as_deref().map(|qr| qr::Card { qr, title: &sent.title, line: &sent.validity });
        let (card_png, card_svg) = (card.map(|card| card.png()), card.map(|card| card.svg()));
        let ways =
            ShareAs::ALL.into_iter().filter(|way| way.needs().is_none_or(|kind| show::text_of(&pass, kind).is_some()));
        Ok(SharePayload {
            subject: sent.subject,
            text: sent.text,
            title: sent.title,
            ways: ways.collect(),
            validity: sent.validity,
            url: sent.url,
            code: show::text_of(&pass, IdentifierKind::Code),
            qr_png: qr_text.as_deref().map(qr::png).transpose().map_err(too_long)?,
            qr_svg: qr_text.as_deref().map(qr::svg).transpose().map_err(too_long)?,
            card_png: card_png.transpose().map_err(too_long)?,
            card_svg: card_svg.transpose().map_err(too_long)?,
            qr_text,
        })
    }
}
