//! The passes of the demo: one of each type, made with the wizard's events.

use gatepass_core::app::{App, PassDetails, PassRef, ProfileView, WizardScreen};
use gatepass_core::pass::{Identifier, PassType};
use gatepass_core::share::{self, Language};
use gatepass_core::time::WallTime;
use gatepass_core::wizard::{FieldId, FieldKind, FieldValue, WizardEvent, WizardStep};

use super::Folders;
use super::report::Report;
use crate::commands::share::save;
use crate::commands::show::draw_qr;
use crate::failure::Failure;

/// The passes of the demo.
pub(super) struct DemoPasses {
    pub(super) visitor: PassRef,
    pub(super) sitter: PassRef,
    pub(super) walker: PassRef,
    pub(super) courier: PassRef,
    pub(super) party: PassRef,
}

/// The name of the one-time visitor.
pub(super) const VISITOR: &str = "Ana Lopez";

/// The values to enter in the wizard. Other fields keep their defaults.
struct WizardAnswers {
    kind: PassType,
    name: &'static str,
    doors: &'static [&'static str],
    fields: Vec<(FieldId, FieldValue)>,
}

/// Makes the passes.
pub(super) async fn make(app: &App, maria: &ProfileView, report: &mut Report) -> Result<DemoPasses, Failure> {
    let text = |id: &str| FieldValue::Choice { id: id.to_owned() };
    let time = |hour, minute| FieldValue::Time { time: WallTime::new(hour, minute).unwrap_or(WallTime::MIDNIGHT) };
    let visitor =
        WizardAnswers { kind: PassType::OneTime, name: VISITOR, doors: &["Street door", "Lobby"], fields: Vec::new() };
    let sitter = WizardAnswers {
        kind: PassType::Custom,
        name: "House sitter",
        doors: &["Street door", "Lobby", "Garage"],
        fields: vec![(FieldId::VisitLimit, FieldValue::Number { number: Some(30) })],
    };
    let walker = WizardAnswers {
        kind: PassType::Recurring,
        name: "Dog walker",
        doors: &["Street door", "Lobby"],
        fields: vec![
            (FieldId::Weekdays, FieldValue::Choices { ids: vec!["tue".to_owned(), "thu".to_owned()] }),
            (FieldId::WindowFrom, time(14, 20)),
            (FieldId::WindowTo, time(15, 20)),
        ],
    };
    let courier = WizardAnswers {
        kind: PassType::BusinessHours,
        name: "Parcels",
        doors: &["Garage"],
        fields: vec![(FieldId::Guest, text("courier"))],
    };
    let party = WizardAnswers {
        kind: PassType::FullDay,
        name: "Birthday party",
        doors: &["Street door", "Lobby"],
        fields: vec![(FieldId::Comment, FieldValue::Text { text: "cake at four".to_owned() })],
    };
    let mut made = Vec::new();
    for answers in [visitor, sitter, walker, courier, party] {
        made.push(make_one(app, maria, &answers, report).await?);
    }
    let sent = app.sync_now().await?;
    report.expect(
        "All five reach the service",
        "0 waiting, 0 refused",
        &format!("{} waiting, {} refused", sent.waiting, sent.stuck),
        &["now each has a QR code, an access code and a link"],
    );
    let [visitor, sitter, walker, courier, party] =
        made.try_into().map_err(|_| Failure::broken("five passes were to be made"))?;
    Ok(DemoPasses { visitor, sitter, walker, courier, party })
}

async fn make_one(
    app: &App,
    maria: &ProfileView,
    answers: &WizardAnswers,
    report: &mut Report,
) -> Result<PassRef, Failure> {
    let doors = maria.resident.doors.iter().filter(|door| answers.doors.contains(&&*door.name));
    let doors = doors.map(|door| door.id.to_string()).collect();
    let mut fields = vec![
        (FieldId::TypeOfPass, FieldValue::Choice { id: answers.kind.code().to_owned() }),
        (FieldId::Name, FieldValue::Text { text: answers.name.to_owned() }),
        (FieldId::Doors, FieldValue::Choices { ids: doors }),
    ];
    fields.extend(answers.fields.iter().cloned());

    let mut screen = app.start_wizard(Some(maria.id)).await?;
    let mut screens = 1;
    while screen.view.step.is_filled_in() {
        let before = screen.view.step;
        for (field, value) in &fields {
            if screen.view.fields.iter().any(|shown| shown.id == *field && is_asked(&shown.kind)) {
                screen = send(app, screen, WizardEvent::Set { field: *field, value: value.clone() }).await?;
            }
        }
        screen = end_of_stay(app, screen).await?;
        screen = send(app, screen, WizardEvent::Next).await?;
        if screen.view.step == before {
            return Err(stuck(&screen));
        }
        screens += 1;
    }
    if screen.view.step != WizardStep::Saved {
        return Err(stuck(&screen));
    }
    let pass = screen.pass.ok_or_else(|| Failure::broken("the wizard saved no pass"))?;
    send(app, screen, WizardEvent::Finish).await?;
    let details = app.pass(pass).await?;
    report.done(
        &format!("{}: {}", in_words(answers.kind), answers.name),
        &[&validity(&details), &format!("{} · opens {} · {screens} screens", uses(&details), answers.doors.join(", "))],
    );
    Ok(pass)
}

/// Whether a field is filled in on this step; the review shows the same fields read-only.
fn is_asked(kind: &FieldKind) -> bool {
    !matches!(kind, FieldKind::Summary { .. })
}

/// Sets the end of the house sitter's stay to two weeks after the start the wizard proposes.
async fn end_of_stay(app: &App, screen: WizardScreen) -> Result<WizardScreen, Failure> {
    let begins = screen.view.fields.iter().find_map(|field| match (field.id, &field.kind) {
        (FieldId::StartsAt, FieldKind::Moment { at, .. }) => Some(*at),
        _ => None,
    });
    match begins {
        Some(begins) => {
            let value = FieldValue::Moment { at: begins.plus_days(14) };
            send(app, screen, WizardEvent::Set { field: FieldId::EndsAt, value }).await
        }
        None => Ok(screen),
    }
}

async fn send(app: &App, screen: WizardScreen, event: WizardEvent) -> Result<WizardScreen, Failure> {
    let next = app.send_wizard(screen.draft, event).await?;
    match &next.rejected {
        Some(rejection) => Err(Failure::broken(format!("the wizard refuses: {rejection}"))),
        None => Ok(next),
    }
}

fn stuck(screen: &WizardScreen) -> Failure {
    let view = &screen.view;
    let problems = view.fields.iter().flat_map(|field| &field.errors).chain(&view.problems);
    let words: Vec<_> = problems.map(|phrase| phrase.say(Language::English)).collect();
    Failure::broken(format!("the wizard does not go on from {:?}: {}", view.step, words.join("; ")))
}

fn in_words(kind: PassType) -> &'static str {
    match kind {
        PassType::Custom => "Custom duration",
        PassType::Recurring => "Recurring",
        PassType::BusinessHours => "Business hours",
        PassType::FullDay => "Full day",
        PassType::OneTime => "One-time",
    }
}

fn validity(pass: &PassDetails) -> String {
    share::validity(&pass.schedule, pass.schedule.time_zone(), Language::English)
}

fn uses(pass: &PassDetails) -> String {
    match pass.row.uses.limit {
        Some(1) => "one visit".to_owned(),
        Some(limit) => format!("{limit} visits"),
        None => "any number of visits".to_owned(),
    }
}

/// Writes what each guest is sent, and prints the visitor's message.
pub(super) async fn share(
    app: &App,
    folders: &Folders,
    passes: &DemoPasses,
    report: &mut Report,
) -> Result<(), Failure> {
    let all = [passes.visitor, passes.sitter, passes.walker, passes.courier, passes.party];
    let mut written = 0;
    for pass in all {
        let name = app.pass(pass).await?.row.name;
        let payload = app.share(pass, "en".to_owned()).await?;
        written += save(&folders.shared(&name), &payload)?.len();
    }
    report.expect(
        "Message, QR picture and card of every pass are written",
        "20 files",
        &format!("{written} files"),
        &[&folders.shared("…").with_file_name("").display().to_string()],
    );
    let payload = app.share(passes.visitor, "en".to_owned()).await?;
    report.done(&format!("{VISITOR} gets this message, and this QR code:"), &[]);
    let out = report.output();
    out.line("");
    for line in payload.text.lines().flat_map(|line| crate::wizard::wrapped(line, 70)) {
        out.line(format!("      {line}").trim_end());
    }
    if let Some(text) = &payload.qr_text {
        draw_qr(out, text)?;
    }
    Ok(())
}

/// The digits of a pass's access code.
pub(super) async fn code_of(app: &App, pass: PassRef) -> Result<String, Failure> {
    let details = app.pass(pass).await?;
    let digits = details.identifiers.into_iter().find_map(|identifier| match identifier {
        Identifier::Code { digits } => Some(digits),
        _ => None,
    });
    digits.ok_or_else(|| Failure::broken("the pass has no access code"))
}
