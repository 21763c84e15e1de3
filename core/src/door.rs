//! What kind of door is it, and where?

use serde::{Deserialize, Serialize};

/// What kind of door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DoorKind {
    /// From the street.
    Street,
    /// Inside the building.
    Lobby,
    /// A lift.
    Lift,
    /// For vehicles.
    Garage,
    /// Of one unit.
    Unit,
}

/// A point on the map, WGS 84 degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Location {
    /// North is positive.
    pub latitude: f64,
    /// East is positive.
    pub longitude: f64,
}
