//! The card a guest is sent: the QR code, below it what it opens and when.

use std::fmt::Write as _;

use super::lettering::{draw, drawable, width};
use super::picture::{self, SMALLEST};
use super::svg::strokes;
use super::{Matrix, TooLong};

/// A QR code with two texts below it.
///
/// A long title is set smaller and then cut with an ellipsis; a long line is broken into up to three. Whoever shows
/// the SVG brings the fonts, so it has every text; the PNG leaves out what its built-in letters cannot write.
#[derive(Clone, Copy)]
pub struct Card<'a> {
    /// The text of the QR code.
    pub qr: &'a str,
    /// What the pass is called.
    pub title: &'a str,
    /// When it is good.
    pub line: &'a str,
}

/// White left and right of the texts, in pixels.
const MARGIN: usize = 36;
/// Letters of the title, in pixels an em: the largest that fits.
const TITLE_SIZES: [usize; 6] = [38, 36, 34, 32, 30, 28];
/// Letters of the line, and from one baseline to the next.
const LINE_SIZE: usize = 24;
const LINE_STEP: usize = 34;
const LINES: usize = 3;
/// The ink of the line: a grey, lighter than the title.
const LINE_INK: f32 = 0.75;

struct Layout {
    matrix: Matrix,
    /// Pixels a module.
    scale: usize,
    width: usize,
    height: usize,
    texts: Vec<Text>,
}

struct Text {
    letters: String,
    size: usize,
    baseline: usize,
    ink: f32,
}

impl Card<'_> {
    /// As SVG, with pixels for units.
    pub fn svg(&self) -> Result<String, TooLong> {
        let layout = Layout::of(self.qr, &plain(self.title), &plain(self.line))?;
        let Layout { scale, width, height, .. } = layout;
        let mut texts = String::new();
        for text in &layout.texts {
            let (letters, Text { size, baseline, .. }) = (escaped(&text.letters), text);
            let colour = if text.ink < 1.0 { "#404040" } else { "#000" };
            let middle = width / 2;
            write!(texts, r#"<text x="{middle}" y="{baseline}" font-size="{size}" fill="{colour}">{letters}</text>"#)
                .expect("a string takes all that is written");
        }
        Ok(format!(
            concat!(
                r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">"##,
                r##"<title>{title}</title><path fill="#fff" d="M0 0h{width}v{height}H0z"/>"##,
                r##"<path stroke="#000" shape-rendering="crispEdges" transform="scale({scale})" d="{strokes}"/>"##,
                r##"<g font-family="Noto Sans,system-ui,sans-serif" text-anchor="middle" style="unicode-bidi:plaintext">{texts}</g></svg>"##,
            ),
            width = width,
            height = height,
            scale = scale,
            title = escaped(&plain(self.title)),
            strokes = strokes(&layout.matrix),
            texts = texts,
        ))
    }

    /// As PNG with 16 greys.
    pub fn png(&self) -> Result<Vec<u8>, TooLong> {
        let title = drawable(&plain(self.title)).unwrap_or_default();
        let line = drawable(&plain(self.line)).unwrap_or_default();
        Ok(Layout::of(self.qr, &title, &line)?.png())
    }
}

impl Layout {
    fn of(qr: &str, title: &str, line: &str) -> Result<Self, TooLong> {
        let matrix = Matrix::of(qr)?;
        let scale = SMALLEST.div_ceil(matrix.side());
        let width = matrix.side() * scale;
        let room = pixels(width - 2 * MARGIN);
        let mut texts = Vec::new();
        // The quiet zone stays empty; the texts begin below it.
        let mut baseline = width;
        if !title.is_empty() {
            let fitting = TITLE_SIZES.into_iter().find(|size| self::width(title, pixels(*size)) <= room);
            let size = fitting.unwrap_or(TITLE_SIZES[TITLE_SIZES.len() - 1]);
            baseline += TITLE_SIZES[0];
            texts.push(Text { letters: cut(title, pixels(size), room), size, baseline, ink: 1.0 });
        }
        for letters in broken(line, pixels(LINE_SIZE), room) {
            baseline += if texts.len() == 1 { LINE_STEP + 8 } else { LINE_STEP };
            texts.push(Text { letters, size: LINE_SIZE, baseline, ink: LINE_INK });
        }
        let height = if texts.is_empty() { width } else { baseline + MARGIN };
        Ok(Self { matrix, scale, width, height, texts })
    }

    fn png(&self) -> Vec<u8> {
        // Ink, 0 to 15.
        let mut ink = vec![0_u8; self.width * self.height];
        for row in 0..self.matrix.side() {
            for (from, to) in self.matrix.runs(row) {
                for y in row * self.scale..(row + 1) * self.scale {
                    ink[y * self.width..][from * self.scale..to * self.scale].fill(15);
                }
            }
        }
        for text in &self.texts {
            let left = (pixels(self.width) - width(&text.letters, pixels(text.size))) / 2.0;
            draw(&text.letters, pixels(text.size), left, pixels(text.baseline), |x, y, covered| {
                if x < self.width && y < self.height {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 15")]
                    let level = (covered * text.ink * 15.0).round() as u8;
                    let pixel = &mut ink[y * self.width + x];
                    *pixel = level.max(*pixel);
                }
            });
        }
        let two_a_byte = |row: &[u8]| -> Vec<u8> {
            row.chunks(2).map(|pair| (15 - pair[0]) << 4 | (15 - pair.get(1).copied().unwrap_or(0))).collect()
        };
        let rows: Vec<u8> = ink.chunks(self.width).flat_map(two_a_byte).collect();
        picture::encode(self.width, self.height, png::BitDepth::Four, &rows)
    }
}

fn pixels(whole: usize) -> f32 {
    f32::from(u16::try_from(whole).unwrap_or(u16::MAX))
}

/// One line, without what no picture and no XML can hold.
fn plain(text: &str) -> String {
    let visible = |c: char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.chars().filter(|c| visible(*c)).collect()).collect();
    words.join(" ").trim().to_owned()
}

/// As text in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// The text, with an ellipsis for what does not fit.
fn cut(text: &str, size: f32, room: f32) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        let shorter = format!("{}…", kept.trim_end());
        if width(&shorter, size) <= room {
            return shorter;
        }
    }
    String::new()
}

/// The text in up to [`LINES`] lines, broken between words; the last is cut if more is left.
fn broken(text: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let full = lines.len() == LINES;
        match lines.last_mut() {
            Some(line) if full || width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line, size, room)).collect()
}
