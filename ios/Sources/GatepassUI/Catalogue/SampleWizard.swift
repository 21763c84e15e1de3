// Views of the wizard as the core makes them, one for each way of drawing a field.

import Foundation
import GatepassKit

enum SampleWizard {
    static var views: [(String, WizardView)] {
        [
            ("wizard.type", type), ("wizard.about", about), ("wizard.identifiers", identifiers),
            ("wizard.recurring", recurring), ("wizard.custom", custom), ("wizard.uses", uses), ("wizard.doors", doors),
            ("wizard.review", review), ("wizard.problems", problems), ("wizard.saved", saved),
            ("wizard.unavailable", unavailable),
        ]
    }

    // MARK: Steps

    static var type: WizardView {
        step(
            .chooseType, "What kind of pass?", at: 1,
            fields: [
                field(
                    .typeOfPass, "Type",
                    .chooseOne(choices: [
                        choice("custom", "Custom duration", "From one moment to another", chosen: true),
                        choice("recurring", "Recurring access", "On certain weekdays, at certain hours"),
                        choice("business_hours", "Business hours", "Monday to Friday, 9 to 5"),
                        choice("full_day", "Full day", "One day, as often as you like"),
                        choice(
                            "one_time", "One-time", "One day, one visit", whyNot: "Your building does not offer it."),
                    ]))
            ])
    }
    static var about: WizardView {
        step(
            .about, "Who is it for?", at: 2,
            fields: [
                field(.name, "Name", text("", placeholder: "Guest, 24 Nov", max: 60)),
                field(
                    .comment, "Your note", text("Rex is friendly", max: 500, multiline: true), hint: "Only you see it."),
                field(
                    .guest, "Kind of guest",
                    .chooseOne(choices: [choice("guest", "Guest", chosen: true), choice("courier", "Courier")])),
            ])
    }
    static var identifiers: WizardView {
        step(
            .identifiers, "How will they open the door?", at: 3,
            fields: [
                field(
                    .identifiers, "Ways",
                    .chooseSeveral(
                        choices: [
                            choice("qr", "QR code", "Held in front of the camera", chosen: true),
                            choice("code", "Access code", "Typed at the keypad", chosen: true),
                            choice("link", "Link", "Opened on the phone"),
                            choice("plate", "Licence plate", "Read by the garage's camera", chosen: true),
                        ], allLabel: nil, allChosen: false)),
                field(.licencePlate, "Licence plate", text("ABC 1234", max: 16)),
            ])
    }
    static var recurring: WizardView {
        let days = [
            ("mon", "Mon"), ("tue", "Tue"), ("wed", "Wed"), ("thu", "Thu"), ("fri", "Fri"), ("sat", "Sat"),
            ("sun", "Sun"),
        ]
        return step(
            .schedule, "When does it open?", at: 4,
            fields: [
                field(
                    .weekdays, "Days",
                    .chooseSeveral(
                        choices: days.map { choice($0, $1, chosen: ["tue", "thu"].contains($0)) }, allLabel: nil,
                        allChosen: false)),
                field(.windowFrom, "From", .timeOfDay(time: "14:20")),
                field(.windowTo, "To", .timeOfDay(time: "15:20")),
                field(.firstDay, "First day", .day(date: "2026-11-24", earliest: "2026-11-24", latest: "2027-11-24")),
                field(.lastDay, "Last day", .day(date: "2027-05-01", earliest: "2026-11-24", latest: "2027-11-24")),
                field(.timeZone, "Time zone", .chooseOne(choices: zones)),
            ], preview: openings)
    }
    static var custom: WizardView {
        step(
            .schedule, "When does it open?", at: 4,
            fields: [
                field(.startsAt, "From", moment("2026-11-24T14:30")),
                field(.endsAt, "Until", moment("2026-11-25T14:30")),
            ], preview: openings)
    }
    static var uses: WizardView {
        step(
            .uses, "How often?", at: 5,
            fields: [
                field(.visitLimit, "Visits in all", .number(number: 3, min: 1, max: 9999, unlimitedLabel: "No limit")),
                field(.dailyLimit, "Visits a day", .number(number: nil, min: 1, max: 9999, unlimitedLabel: "No limit")),
            ])
    }
    static var doors: WizardView {
        step(
            .doors, "Which doors?", at: 6,
            fields: [
                field(
                    .doors, "Doors",
                    .chooseSeveral(
                        choices: [
                            choice("street", "Street door", chosen: true), choice("lobby", "Lobby", chosen: true),
                            choice("garage", "Garage", whyNot: "Residents may not share this door."),
                        ], allLabel: "All doors", allChosen: true))
            ])
    }
    static var review: WizardView {
        step(
            .review, "Is everything right?", at: 7,
            fields: summaries + [
                field(
                    .trialDoor, "Will it open this door",
                    .chooseOne(choices: [choice("street", "Street door", chosen: true), choice("lobby", "Lobby")])),
                field(.trialMoment, "at this time?", moment("2026-11-26T14:30")),
            ], preview: reviewed, primary: button("Create the pass"))
    }
    static var problems: WizardView {
        step(
            .schedule, "When does it open?", at: 4,
            fields: [
                field(.startsAt, "From", moment("2026-11-24T14:30")),
                field(.endsAt, "Until", moment("2026-11-24T12:00"), errors: ["It has to end after it begins."]),
            ], problems: ["Your building allows passes of at most 30 days."])
    }
    static var saved: WizardView {
        step(
            .saved, "Your pass is ready", at: nil,
            fields: [
                field(.times, "Dog walker", .summary(lines: ["Tuesdays and Thursdays, 14:20–15:20"], change: nil))
            ],
            primary: button("Share pass now"),
            secondary: [WizardButton(label: "Done", event: .finish, enabled: true, whyNot: nil)])
    }
    static var unavailable: WizardView {
        step(
            .unavailable, "Passes are off here", at: nil, fields: [],
            notices: ["Ask your building manager to switch them on."],
            primary: WizardButton(label: "Close", event: .cancel, enabled: true, whyNot: nil))
    }

    // MARK: Parts

    private static var summaries: [WizardField] {
        [
            field(.name, "Name", .summary(lines: ["Dog walker"], change: .jump(step: .about))),
            field(
                .times, "When",
                .summary(lines: ["Tuesdays and Thursdays", "14:20–15:20"], change: .jump(step: .schedule))),
            field(.doors, "Doors", .summary(lines: ["All doors"], change: .jump(step: .doors))),
        ]
    }
    private static var zones: [WizardChoice] {
        ["New_York", "Chicago", "Denver", "Phoenix", "Los_Angeles", "Anchorage", "Halifax", "St_Johns", "Havana"]
            .map { choice("America/\($0)", $0, chosen: $0 == "New_York") }
    }
    private static var openings: OpeningsPreview {
        OpeningsPreview(
            openings: [2, 7, 9].map { opening(days: $0) }, more: true, timeZone: "America/New_York",
            zoneNote: "Times are New York time; this phone is on another clock.", trial: nil)
    }
    private static var reviewed: OpeningsPreview {
        OpeningsPreview(
            openings: openings.openings, more: true, timeZone: "America/New_York", zoneNote: nil,
            trial: Trial(
                door: "street", at: "2026-11-26T14:30", opens: true, answer: "The street door opens then.",
                nextOpening: nil))
    }
    private static func opening(days: Double) -> OpeningView {
        let from = SampleClock.days(days)
        return OpeningView(
            from: from, to: from.addingTimeInterval(3600), localFrom: "2026-11-26T14:30", localTo: "2026-11-26T15:30",
            minutes: 60)
    }
    private static func moment(_ at: LocalMinute) -> FieldKind {
        .moment(at: at, earliest: "2026-11-24T00:00", latest: "2027-11-24T14:30")
    }
    private static func text(_ text: String, placeholder: String? = nil, max: UInt32, multiline: Bool = false)
        -> FieldKind
    {
        .text(text: text, placeholder: placeholder, max: max, multiline: multiline)
    }
    private static func choice(
        _ id: String, _ label: String, _ explanation: String? = nil, chosen: Bool = false, whyNot: String? = nil
    ) -> WizardChoice {
        WizardChoice(
            id: id, label: label, explanation: explanation, chosen: chosen, enabled: whyNot == nil, whyNot: whyNot)
    }
    private static func field(
        _ id: FieldId, _ label: String, _ kind: FieldKind, hint: String? = nil, errors: [String] = []
    ) -> WizardField {
        WizardField(id: id, label: label, hint: hint, errors: errors, enabled: true, whyNot: nil, kind: kind)
    }
    private static func button(_ label: String) -> WizardButton {
        WizardButton(label: label, event: .next, enabled: true, whyNot: nil)
    }
    private static func step(
        _ step: WizardStep, _ title: String, at: UInt32?, fields: [WizardField], notices: [String] = [],
        problems: [String] = [], preview: OpeningsPreview? = nil, primary: WizardButton? = nil,
        secondary: [WizardButton] = []
    ) -> WizardView {
        WizardView(
            purpose: .newPass, step: step, title: title, explanation: nil,
            progress: at.map { WizardProgress(at: $0, of: 7) }, notices: notices, problems: problems, fields: fields,
            preview: preview, canGoBack: (at ?? 1) > 1, canGoNext: problems.isEmpty, primary: primary ?? button("Next"),
            secondary: secondary, busy: false)
    }
}
