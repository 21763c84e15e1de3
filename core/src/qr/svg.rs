//! A QR code as SVG: one path of horizontal strokes.

use std::fmt::Write as _;

use super::{Matrix, TooLong};

/// The SVG of a text's QR code, the quiet zone included; one unit is one module.
pub fn svg(text: &str) -> Result<String, TooLong> {
    let matrix = Matrix::of(text)?;
    let side = matrix.side();
    Ok(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{}"/></svg>"##,
        strokes(&matrix)
    ))
}

/// Each run of dark modules as a stroke one module wide along the middle of its row.
pub(super) fn strokes(matrix: &Matrix) -> String {
    let mut path = String::new();
    for row in 0..matrix.side() {
        for (from, to) in matrix.runs(row) {
            write!(path, "M{from} {row}.5h{}", to - from).expect("a string takes all that is written");
        }
    }
    path
}
