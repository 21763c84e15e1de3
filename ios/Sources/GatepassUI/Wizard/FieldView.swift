// One field, drawn by its kind.

import GatepassKit
import SwiftUI

struct FieldView: View {
    let field: WizardField
    let set: @MainActor (FieldValue) -> Void
    let send: @MainActor (WizardEvent) -> Void

    var body: some View {
        switch field.kind {
        case .chooseOne(let choices) where choices.isLong:
            LongChoice(label: field.label, choices: choices, set: set)
                .accessibilityIdentifier(field.identifier)
        case .chooseOne(let choices):
            ForEach(choices, id: \.id) { choice in
                ChoiceRow(choice: choice, isOneOfMany: false) { set(.choice(id: choice.id)) }
            }
        case .chooseSeveral(let choices, _, _) where field.id == .weekdays:
            WeekdayChips(choices: choices, set: set)
        case .chooseSeveral(let choices, let allLabel, let allChosen):
            if let allLabel {
                AllToggle(label: allLabel, isOn: allChosen, set: set)
                    .accessibilityIdentifier("\(field.identifier).all")
            }
            ForEach(choices, id: \.id) { choice in
                ChoiceRow(choice: choice, isOneOfMany: true) { set(.toggle(id: choice.id)) }
            }
        case .text(let text, let placeholder, let max, let multiline):
            TextEntry(
                label: field.label, current: text, placeholder: placeholder, max: Int(max), isMultiline: multiline,
                isPlate: field.id == .licencePlate, set: set
            )
            .accessibilityIdentifier(field.identifier)
        case .timeOfDay(let time):
            WallPicker(label: field.label, current: WallClock.date(time: time), shows: .hourAndMinute) {
                set(.time(time: WallClock.time($0)))
            }
            .accessibilityIdentifier(field.identifier)
        case .day(let date, let earliest, let latest):
            WallPicker(
                label: field.label, current: WallClock.date(day: date),
                range: WallClock.range(WallClock.date(day: earliest), WallClock.date(day: latest)), shows: .date
            ) {
                set(.date(date: WallClock.day($0)))
            }
            .accessibilityIdentifier(field.identifier)
        case .moment(let at, let earliest, let latest):
            WallPicker(
                label: field.label, current: WallClock.date(moment: at),
                range: WallClock.range(WallClock.date(moment: earliest), WallClock.date(moment: latest)),
                shows: [.date, .hourAndMinute]
            ) {
                set(.moment(at: WallClock.moment($0)))
            }
            .accessibilityIdentifier(field.identifier)
        case .number(let number, let min, let max, let unlimitedLabel):
            NumberEntry(
                field: field, number: number, range: min...Swift.max(min, max), unlimitedLabel: unlimitedLabel, set: set
            )
        case .summary(let lines, let change):
            SummaryRow(label: field.label, lines: lines, change: change.map { event in { @MainActor in send(event) } })
                .accessibilityIdentifier(field.identifier)
        }
    }
}

extension WizardField {
    /// What tests find it by: `field.firstDay`.
    var identifier: String { "field.\(id)" }
}
