//! `gatepass-panel invite`, `invitation`, `resident` and `manager`.

use std::io::IsTerminal;

use clap::{Args, Subcommand};
use gatepass_core::api::{
    InvitationBody, InvitationCreated, InvitationRequest, ManagerBody, ManagerCreated, ManagerRequest, ResidentBody,
    UnitBody,
};
use gatepass_core::id::SiteId;
use gatepass_core::qr::{Colours, terminal};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::ask::one;
use super::{ApiClient, Failure, Printer};

/// `gatepass-panel invite`.
#[derive(Args)]
#[command(after_help = "Example:\n  gatepass-panel invite Ana --unit 12B")]
pub(super) struct InviteArguments {
    /// The resident's name
    name: String,
    /// The unit the resident belongs to, by name or id
    #[arg(long)]
    unit: String,
    /// Add a device to this resident, by id, instead of inviting a new one
    #[arg(long)]
    resident: Option<Uuid>,
    /// How long the invitation is good for, in hours, 1 to 720
    #[arg(long, default_value_t = 72)]
    hours: u32,
    /// The site, if there are several
    #[arg(long)]
    site: Option<String>,
}

pub(super) async fn invite(asked: InviteArguments, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    let site = api.site(asked.site.as_deref()).await?.id;
    let unit = api.unit(site, &asked.unit).await?.id;
    let request = InvitationRequest {
        resident_name: asked.name,
        resident: asked.resident.map(gatepass_core::id::ResidentId),
        valid_hours: Some(asked.hours),
    };
    let made: InvitationCreated = api.post(&format!("/v1/manage/units/{unit}/invitations"), &request).await?;
    printer.say(&made, || {
        let colours = if std::io::stdout().is_terminal() { Colours::On } else { Colours::Off };
        let drawn = terminal(&made.link, colours).unwrap_or_default();
        format!(
            "Invitation for {}, good once until {} (UTC).\n\n  code  {}\n  link  {}\n\n{drawn}\n",
            made.invitation.resident_name,
            made.invitation.expires_at.format("%Y-%m-%d %H:%M"),
            made.code,
            made.link,
        )
    });
    Ok(())
}

/// What the units of a site have, unit by unit.
async fn of_units<T: DeserializeOwned>(api: &ApiClient, site: SiteId, what: &str) -> Result<Vec<T>, Failure> {
    let units: Vec<UnitBody> = api.all(&format!("/v1/manage/sites/{site}/units")).await?;
    let mut found = Vec::new();
    for unit in units {
        found.extend(api.all(&format!("/v1/manage/units/{}/{what}", unit.id)).await?);
    }
    Ok(found)
}

/// `gatepass-panel invitation`.
#[derive(Subcommand)]
pub(super) enum InvitationCommand {
    /// List invitations
    List {
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Withdraw an invitation that was not used yet
    Withdraw {
        /// Its id
        id: Uuid,
    },
}

pub(super) async fn invitation(command: InvitationCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        InvitationCommand::List { site } => {
            let site = api.site(site.as_deref()).await?.id;
            let invitations: Vec<InvitationBody> = of_units(api, site, "invitations").await?;
            let row = |invitation: &InvitationBody| {
                let used = invitation.used_at.map_or("no".to_owned(), |at| at.to_rfc3339());
                let until = invitation.expires_at.to_rfc3339();
                [invitation.resident_name.clone(), until, used, invitation.id.to_string()]
            };
            let nothing = "No invitation. Invite somebody: gatepass-panel invite Ana --unit 12B";
            printer.list(&invitations, ["FOR", "GOOD UNTIL", "USED", "ID"], row, nothing);
        }
        InvitationCommand::Withdraw { id } => {
            api.delete(&format!("/v1/manage/invitations/{id}")).await?;
            printer.say(&id, || "Invitation withdrawn.".to_owned());
        }
    }
    Ok(())
}

/// `gatepass-panel resident`.
#[derive(Subcommand)]
pub(super) enum ResidentCommand {
    /// List residents and their devices
    List {
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Remove a resident; their devices stop at once
    Remove {
        /// Name or id
        resident: String,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Remove one device of a resident, a lost phone; it stops at once
    RemoveDevice {
        /// The device's id
        device: Uuid,
        /// The resident's name or id
        #[arg(long)]
        resident: String,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
}

pub(super) async fn resident(command: ResidentCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        ResidentCommand::List { site } => {
            let site = api.site(site.as_deref()).await?.id;
            let residents: Vec<ResidentBody> = of_units(api, site, "residents").await?;
            let row = |resident: &ResidentBody| {
                let devices: Vec<String> =
                    resident.devices.iter().map(|device| format!("{} ({})", device.name, device.id)).collect();
                [resident.name.clone(), devices.join(", "), resident.id.to_string()]
            };
            let nothing = "Nobody yet. Invite somebody: gatepass-panel invite Ana --unit 12B";
            printer.list(&residents, ["RESIDENT", "DEVICES", "ID"], row, nothing);
        }
        ResidentCommand::Remove { resident, site } => {
            let found = find_resident(api, site.as_deref(), &resident).await?;
            api.delete(&format!("/v1/manage/residents/{}", found.id)).await?;
            printer
                .say(&found, || format!("{} removed, every device of theirs, and the passes they gave.", found.name));
        }
        ResidentCommand::RemoveDevice { device, resident, site } => {
            let found = find_resident(api, site.as_deref(), &resident).await?;
            api.delete(&format!("/v1/manage/residents/{}/devices/{device}", found.id)).await?;
            printer.say(&device, || "Device removed.".to_owned());
        }
    }
    Ok(())
}

async fn find_resident(api: &ApiClient, site: Option<&str>, named: &str) -> Result<ResidentBody, Failure> {
    let site = api.site(site).await?.id;
    let residents: Vec<ResidentBody> = of_units(api, site, "residents").await?;
    one(&residents, named, |one| (one.id.to_string(), &one.name)).ok_or_else(|| {
        Failure::Unclear(format!("{named:?} names no resident, or several; `gatepass-panel resident list` has the ids"))
    })
}

/// `gatepass-panel manager`.
#[derive(Subcommand)]
pub(super) enum ManagerCommand {
    /// Add a manager, and print the token
    Add {
        /// Who it is
        name: String,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// List managers
    List {
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Remove a manager; the token stops at once
    Remove {
        /// The manager's id
        id: Uuid,
    },
}

pub(super) async fn manager(command: ManagerCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        ManagerCommand::Add { name, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let made: ManagerCreated =
                api.post(&format!("/v1/manage/sites/{site}/managers"), &ManagerRequest { name }).await?;
            printer.say(&made, || {
                format!(
                    "Manager {} added ({}).\nTheir token, shown once; send it as `Authorization: Bearer …`:\n  {}",
                    made.manager.name, made.manager.id, made.token
                )
            });
        }
        ManagerCommand::List { site } => {
            let site = api.site(site.as_deref()).await?.id;
            let managers: Vec<ManagerBody> = api.all(&format!("/v1/manage/sites/{site}/managers")).await?;
            let row =
                |manager: &ManagerBody| [manager.name.clone(), manager.created_at.to_rfc3339(), manager.id.to_string()];
            let nothing = "No manager yet. Add one: gatepass-panel manager add Bruno";
            printer.list(&managers, ["MANAGER", "SINCE", "ID"], row, nothing);
        }
        ManagerCommand::Remove { id } => {
            api.delete(&format!("/v1/manage/managers/{id}")).await?;
            printer.say(&id, || "Manager removed.".to_owned());
        }
    }
    Ok(())
}
