//! A simulated panel: it decodes pictures and asks the service over HTTP.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use gatepass_core::api::ValidateResponse;
use gatepass_core::id::DoorId;
use gatepass_core::pass::IdentifierKind;
use gatepass_panel::adapters::{basip, native};
use rxing::common::HybridBinarizer;
use rxing::qrcode::QRCodeReader;
use rxing::{BinaryBitmap, Luma8LuminanceSource, Reader};
use serde_json::Value;

use super::api_client::ApiClient;
use crate::failure::Failure;

/// A panel at one door.
pub(super) struct Panel {
    api: ApiClient,
    pub(super) token: String,
    pub(super) door: DoorId,
}

impl Panel {
    pub(super) fn new(url: &str, token: &str, door: DoorId) -> Result<Self, Failure> {
        Ok(Self { api: ApiClient::new(url, None)?, token: token.to_owned(), door })
    }

    /// Asks whether to open. `event` is the panel's id of the presentation.
    pub(super) async fn ask(
        &self,
        kind: IdentifierKind,
        value: &str,
        event: &str,
    ) -> Result<ValidateResponse, Failure> {
        self.api.post(&native::fake::path(&self.token), &native::fake::question(kind, value, event)).await
    }

    /// Asks with the request of a BAS-IP panel.
    pub(super) async fn ask_as_basip(&self, kind: &str, value: &str) -> Result<Value, Failure> {
        self.api.post(&basip::fake::path(&self.token), &basip::fake::question(kind, value)).await
    }
}

/// The text of the QR code in a PNG picture.
pub(super) fn scan(picture: &Path) -> Result<String, Failure> {
    let unreadable = |why: String| Failure::broken(format!("{}: {why}", picture.display()));
    let (width, height, grey) = grey_pixels(picture).map_err(unreadable)?;
    let source = Luma8LuminanceSource::new(grey, width, height).map_err(|error| unreadable(error.to_string()))?;
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let read =
        QRCodeReader.decode(&mut bitmap).map_err(|error| unreadable(format!("no QR code was found: {error}")))?;
    Ok(read.getText().to_owned())
}

/// Width, height, and a byte of brightness for each pixel.
fn grey_pixels(picture: &Path) -> Result<(u32, u32, Vec<u8>), String> {
    let file = File::open(picture).map_err(|error| error.to_string())?;
    let mut decoder = png::Decoder::new(BufReader::new(file));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|error| error.to_string())?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("the picture is too large")?];
    let frame = reader.next_frame(&mut pixels).map_err(|error| error.to_string())?;
    pixels.truncate(frame.buffer_size());
    let grey = match frame.color_type.samples() {
        1 => pixels,
        // Grey and its opacity, or colours, of which green is the brightest.
        2 => pixels.chunks_exact(2).map(|pixel| pixel[0]).collect(),
        samples => pixels.chunks_exact(samples).map(|pixel| pixel[1]).collect(),
    };
    Ok((frame.width, frame.height, grey))
}
