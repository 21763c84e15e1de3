//! Which pass is meant by what a plate camera read?

use super::Plate;

/// How near a read must come to the plate of a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlateMatching {
    /// The plate itself.
    Exact,
    /// The plate, or one character taken for another that looks like it.
    OneLookAlike,
}

/// What a camera read.
#[derive(Clone, Copy, Debug)]
pub struct PlateRead<'a> {
    /// The plate, and what else the camera takes it for.
    pub plates: &'a [Plate],
    /// How sure the camera is, 0 to 1; `None` where it does not say.
    pub confidence: Option<f32>,
}

/// The passes meant by a read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlateMatch<T> {
    /// These have the very plate. They are one car's: the first that opens the door lets it in.
    Exact(Vec<T>),
    /// Only this one's plate looks like it.
    LookAlike(T),
    /// Several passes' plates look like it: nobody is let in.
    Ambiguous,
    /// No pass has a plate near enough.
    None,
    /// The camera was not sure enough of what it read.
    Unsure,
}

/// The camera must be this sure for the plate itself: the factory threshold of Axis' Licence Plate Verifier.
const SURE_ENOUGH: f32 = 0.70;
/// And this sure where one character may differ.
const SURE_ENOUGH_TO_GUESS: f32 = 0.80;
/// A shorter plate with one character open is hardly a plate.
const LONG_ENOUGH_TO_GUESS: usize = 5;

/// Compares what a camera read with the plates of the passes live at a door.
///
/// `find` gives the passes live at the door that have this very plate, each with how near a read must come to it; it
/// is asked for the plates read and, only if no pass has one of them, for what they may be a misreading of. So a
/// service can answer from look-ups alone, see [`Plate::lookup`].
///
/// A camera that does not say how sure it is can open with the plate itself, never with one that looks like it.
pub fn match_plate<T: PartialEq>(
    read: &PlateRead<'_>,
    mut find: impl FnMut(&Plate) -> Vec<(T, PlateMatching)>,
) -> PlateMatch<T> {
    if read.confidence.is_some_and(|sure| sure.is_nan() || sure < SURE_ENOUGH) {
        return PlateMatch::Unsure;
    }
    let mut exact = Vec::new();
    for plate in read.plates {
        add_new(&mut exact, find(plate).into_iter().map(|(pass, _)| pass));
    }
    if !exact.is_empty() {
        return PlateMatch::Exact(exact);
    }
    let mut alike = Vec::new();
    if read.confidence.is_some_and(|sure| sure >= SURE_ENOUGH_TO_GUESS) {
        let long_enough = read.plates.iter().filter(|plate| plate.length() >= LONG_ENOUGH_TO_GUESS);
        for plate in long_enough.flat_map(Plate::misreadings) {
            let near_enough = |(pass, matching)| (matching == PlateMatching::OneLookAlike).then_some(pass);
            add_new(&mut alike, find(&plate).into_iter().filter_map(near_enough));
        }
    }
    match alike.len() {
        0 | 1 => alike.pop().map_or(PlateMatch::None, PlateMatch::LookAlike),
        _ => PlateMatch::Ambiguous,
    }
}

fn add_new<T: PartialEq>(known: &mut Vec<T>, more: impl Iterator<Item = T>) {
    for pass in more {
        if !known.contains(&pass) {
            known.push(pass);
        }
    }
}
