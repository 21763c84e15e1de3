//! A QR code as PNG: one bit a pixel, whole pixels a module.

use super::{Matrix, TooLong};

/// Pixels on one side at least.
pub(super) const SMALLEST: usize = 600;

/// The PNG of a text's QR code, at least 600 pixels on each side, the quiet zone included.
pub fn png(text: &str) -> Result<Vec<u8>, TooLong> {
    let matrix = Matrix::of(text)?;
    let scale = SMALLEST.div_ceil(matrix.side());
    let pixels = matrix.side() * scale;
    let mut rows = Vec::with_capacity(pixels * pixels.div_ceil(8));
    for row in 0..matrix.side() {
        let mut line = vec![0xFF_u8; pixels.div_ceil(8)];
        for (from, to) in matrix.runs(row) {
            for pixel in from * scale..to * scale {
                line[pixel / 8] &= !(0x80 >> (pixel % 8));
            }
        }
        for _ in 0..scale {
            rows.extend_from_slice(&line);
        }
    }
    Ok(encode(pixels, pixels, png::BitDepth::One, &rows))
}

/// A grey PNG of these rows.
pub(super) fn encode(width: usize, height: usize, depth: png::BitDepth, rows: &[u8]) -> Vec<u8> {
    let side = |pixels: usize| u32::try_from(pixels).expect("a picture has fewer than 2^32 pixels a side");
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side(width), side(height));
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::High);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(rows)?;
        writer.finish()
    });
    written.expect("memory takes all that is written, and the rows fit the header");
    file
}
