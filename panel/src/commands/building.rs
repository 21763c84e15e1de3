//! `gatepass-panel site`, `unit` and `door`.

use clap::{Subcommand, ValueEnum};
use gatepass_core::api::{
    CommandOutcome, DoorBody, DoorChange, DoorKind, DoorRequest, Location, OpenedBody, SiteBody, SiteChange,
    SiteRequest, UnitBody, UnitChange, UnitRequest,
};
use gatepass_core::id::{DoorId, SiteId};

use super::{ApiClient, Failure, Printer};

/// `gatepass-panel site`.
#[derive(Subcommand)]
pub(super) enum SiteCommand {
    /// Add a property
    #[command(
        after_help = "Example:\n  gatepass-panel site add \"Elm House\" --time-zone America/New_York --address \"1 Elm St\""
    )]
    Add {
        /// What residents call it
        name: String,
        /// Its IANA time zone; the hours of passes are hours of this zone
        #[arg(long)]
        time_zone: String,
        /// Its postal address, as guests read it
        #[arg(long, default_value = "")]
        address: String,
    },
    /// List the properties
    List,
    /// Change a property's name or address
    Edit {
        /// Its name or id
        site: String,
        /// The new name
        #[arg(long)]
        name: Option<String>,
        /// The new address
        #[arg(long)]
        address: Option<String>,
    },
}

pub(super) async fn site(command: SiteCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        SiteCommand::Add { name, time_zone, address } => {
            let site: SiteBody = api.post("/v1/manage/sites", &SiteRequest { name, address, time_zone }).await?;
            printer.say(&site, || format!("Site {} added ({}). Passes are off until you switch them on: gatepass-panel policy set --passes on", site.name, site.id));
        }
        SiteCommand::List => {
            let sites: Vec<SiteBody> = api.all("/v1/manage/sites").await?;
            let row = |site: &SiteBody| {
                [site.name.clone(), site.time_zone.clone(), site.address.clone(), site.id.to_string()]
            };
            let nothing = "No site yet. Add one: gatepass-panel site add \"Elm House\" --time-zone America/New_York";
            printer.list(&sites, ["SITE", "TIME ZONE", "ADDRESS", "ID"], row, nothing);
        }
        SiteCommand::Edit { site, name, address } => {
            let id = api.site(Some(&site)).await?.id;
            let site: SiteBody = api.patch(&format!("/v1/manage/sites/{id}"), &SiteChange { name, address }).await?;
            printer.say(&site, || format!("Site {} changed.", site.name));
        }
    }
    Ok(())
}

/// `gatepass-panel unit`.
#[derive(Subcommand)]
pub(super) enum UnitCommand {
    /// Add a flat or office
    #[command(after_help = "Example:\n  gatepass-panel unit add 12B --door \"Street door\" --door Lobby")]
    Add {
        /// What it is called: 12B
        name: String,
        /// A door its residents hold, by name or id; repeat it for more. Without any: all doors but those of kind `unit`
        #[arg(long = "door", value_name = "DOOR")]
        doors: Vec<String>,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// List the flats and offices
    List {
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Change a unit's name or doors
    Edit {
        /// Its name or id
        unit: String,
        /// The new name
        #[arg(long)]
        name: Option<String>,
        /// A door its residents hold from now on; repeat it for more
        #[arg(long = "door", value_name = "DOOR")]
        doors: Vec<String>,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
}

pub(super) async fn unit(command: UnitCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        UnitCommand::Add { name, doors, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let doors = doors_of(api, site, &doors).await?;
            let unit: UnitBody =
                api.post(&format!("/v1/manage/sites/{site}/units"), &UnitRequest { name, doors }).await?;
            printer.say(&unit, || {
                format!(
                    "Unit {0} added ({1}). Invite its resident: gatepass-panel invite NAME --unit \"{0}\"",
                    unit.name, unit.id
                )
            });
        }
        UnitCommand::List { site } => {
            let site = api.site(site.as_deref()).await?.id;
            let units: Vec<UnitBody> = api.all(&format!("/v1/manage/sites/{site}/units")).await?;
            let row = |unit: &UnitBody| {
                let doors = unit.doors.as_ref().map_or("all".to_owned(), |doors| doors.len().to_string());
                [unit.name.clone(), doors, unit.id.to_string()]
            };
            printer.list(&units, ["UNIT", "DOORS", "ID"], row, "No unit yet. Add one: gatepass-panel unit add 12B");
        }
        UnitCommand::Edit { unit, name, doors, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let id = api.unit(site, &unit).await?.id;
            let doors = doors_of(api, site, &doors).await?;
            let unit: UnitBody = api.patch(&format!("/v1/manage/units/{id}"), &UnitChange { name, doors }).await?;
            printer.say(&unit, || format!("Unit {} changed.", unit.name));
        }
    }
    Ok(())
}

async fn doors_of(api: &ApiClient, site: SiteId, named: &[String]) -> Result<Option<Vec<DoorId>>, Failure> {
    if named.is_empty() {
        return Ok(None);
    }
    let mut doors = Vec::new();
    for name in named {
        doors.push(api.door(site, name).await?.id);
    }
    Ok(Some(doors))
}

/// The kinds of doors, as words of the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum DoorKindArgument {
    /// From the street
    Street,
    /// Inside the building
    Lobby,
    /// A lift
    Lift,
    /// For vehicles
    Garage,
    /// Of one unit
    Unit,
}

impl From<DoorKindArgument> for DoorKind {
    fn from(kind: DoorKindArgument) -> Self {
        match kind {
            DoorKindArgument::Street => Self::Street,
            DoorKindArgument::Lobby => Self::Lobby,
            DoorKindArgument::Lift => Self::Lift,
            DoorKindArgument::Garage => Self::Garage,
            DoorKindArgument::Unit => Self::Unit,
        }
    }
}

/// `gatepass-panel door`.
#[derive(Subcommand)]
pub(super) enum DoorCommand {
    /// Add a door
    #[command(after_help = "Example:\n  gatepass-panel door add Garage --kind garage --location 40.7411,-73.9897")]
    Add {
        /// What residents and guests call it
        name: String,
        /// What kind of door
        #[arg(long, value_enum, default_value = "street")]
        kind: DoorKindArgument,
        /// Residents hold it but may not share it
        #[arg(long)]
        private: bool,
        /// Where it is: latitude,longitude in degrees
        #[arg(long, value_parser = location, allow_hyphen_values = true)]
        location: Option<Location>,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// List the doors
    List {
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Change a door
    Edit {
        /// Its name or id
        door: String,
        /// The new name
        #[arg(long)]
        name: Option<String>,
        /// Whether residents may share it
        #[arg(long)]
        shareable: Option<bool>,
        /// Where it is: latitude,longitude in degrees
        #[arg(long, value_parser = location, allow_hyphen_values = true)]
        location: Option<Location>,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Open a door now, through the panel that listens for commands there
    Open {
        /// Its name or id
        door: String,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
}

fn location(text: &str) -> Result<Location, String> {
    let expected = "expected latitude,longitude in degrees, such as 40.7411,-73.9897";
    let (latitude, longitude) = text.split_once(',').ok_or(expected)?;
    let degrees =
        |text: &str, most: f64| text.trim().parse::<f64>().ok().filter(|degrees| degrees.abs() <= most).ok_or(expected);
    Ok(Location { latitude: degrees(latitude, 90.0)?, longitude: degrees(longitude, 180.0)? })
}

pub(super) async fn door(command: DoorCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        DoorCommand::Add { name, kind, private, location, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let request = DoorRequest { name, kind: kind.into(), shareable: !private, location };
            let door: DoorBody = api.post(&format!("/v1/manage/sites/{site}/doors"), &request).await?;
            printer.say(&door, || {
                format!(
                    "Door {0} added ({1}). Next, its panel: gatepass-panel panel add NAME --door \"{0}\"",
                    door.name, door.id
                )
            });
        }
        DoorCommand::List { site } => {
            let site = api.site(site.as_deref()).await?.id;
            let doors: Vec<DoorBody> = api.all(&format!("/v1/manage/sites/{site}/doors")).await?;
            let row = |door: &DoorBody| {
                let shared = if door.shareable { "yes" } else { "no" };
                [door.name.clone(), format!("{:?}", door.kind).to_lowercase(), shared.to_owned(), door.id.to_string()]
            };
            let nothing = "No door yet. Add one: gatepass-panel door add \"Street door\" --kind street";
            printer.list(&doors, ["DOOR", "KIND", "SHAREABLE", "ID"], row, nothing);
        }
        DoorCommand::Edit { door, name, shareable, location, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let id = api.door(site, &door).await?.id;
            let change = DoorChange { name, shareable, location };
            let door: DoorBody = api.patch(&format!("/v1/manage/doors/{id}"), &change).await?;
            printer.say(&door, || format!("Door {} changed.", door.name));
        }
        DoorCommand::Open { door, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let door = api.door(site, &door).await?;
            let opened: OpenedBody = api.post(&format!("/v1/manage/doors/{}/open?wait_ms=5000", door.id), &()).await?;
            printer.say(&opened, || {
                let (name, entry) = (&door.name, opened.decision_id);
                match opened.outcome {
                    Some(CommandOutcome::Opened) => format!("{name} opened; entry {entry}."),
                    Some(CommandOutcome::Failed) => format!("{name} did not open: its panel failed; entry {entry}."),
                    None => format!(
                        "{name} was asked to open ({} listening); no panel has said yet whether it did; entry {entry}.",
                        opened.panels
                    ),
                }
            });
        }
    }
    Ok(())
}
