// Choosing one or several of a list.

import GatepassKit
import SwiftUI

/// A choice on a line of its own, with its explanation, or why it cannot be taken.
struct ChoiceRow: View {
    let choice: WizardChoice
    let isOneOfMany: Bool
    let choose: @MainActor () -> Void

    var body: some View {
        Button(action: choose) {
            HStack(spacing: 12) {
                Image(systemName: symbol)
                    .font(.title3)
                    .foregroundStyle(choice.chosen ? AnyShapeStyle(.tint) : AnyShapeStyle(.tertiary))
                    .accessibilityHidden(true)
                VStack(alignment: .leading, spacing: 2) {
                    Text(choice.label)
                        .foregroundStyle(choice.enabled ? AnyShapeStyle(.primary) : AnyShapeStyle(.secondary))
                    if let explanation = choice.whyNot ?? choice.explanation {
                        Text(explanation)
                            .font(.footnote)
                            .foregroundStyle(.secondary)
                    }
                }
                Spacer(minLength: 0)
            }
            .contentShape(.rect)
        }
        .buttonStyle(.plain)
        .disabled(!choice.enabled)
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(choice.chosen ? [.isSelected] : [])
        .accessibilityIdentifier("choice.\(choice.id)")
    }

    private var symbol: String {
        switch (isOneOfMany, choice.chosen) {
        case (false, false): "circle"
        case (false, true): "largecircle.fill.circle"
        case (true, false): "square"
        case (true, true): "checkmark.square.fill"
        }
    }
}

/// One of more choices than a form can show: on a page of its own.
struct LongChoice: View {
    let label: String
    let choices: [WizardChoice]
    let set: @MainActor (FieldValue) -> Void

    var body: some View {
        Picker(label, selection: chosen) {
            ForEach(choices, id: \.id) { choice in
                Text(choice.label).tag(choice.id)
            }
        }
        .pickerStyle(.navigationLink)
    }

    private var chosen: Binding<String> {
        Binding {
            choices.first(where: \.chosen)?.id ?? ""
        } set: { id in
            set(.choice(id: id))
        }
    }
}

/// Chooses all of a list, or none of it.
struct AllToggle: View {
    let label: String
    let isOn: Bool
    let set: @MainActor (FieldValue) -> Void

    var body: some View {
        Toggle(
            label,
            isOn: Binding {
                isOn
            } set: { all in
                set(all ? .everything : .choices(ids: []))
            })
    }
}

/// The days of the week, next to each other where they fit.
struct WeekdayChips: View {
    let choices: [WizardChoice]
    let set: @MainActor (FieldValue) -> Void

    var body: some View {
        WrapLayout(spacing: 8) {
            ForEach(choices, id: \.id) { day in
                Button {
                    set(.toggle(id: day.id))
                } label: {
                    Text(day.label)
                        .font(.callout.weight(day.chosen ? .semibold : .regular))
                        .padding(.horizontal, 14)
                        .frame(minWidth: 44, minHeight: 44)
                        .foregroundStyle(day.chosen ? AnyShapeStyle(.white) : AnyShapeStyle(.primary))
                        .background(day.chosen ? AnyShapeStyle(.tint) : AnyShapeStyle(.fill.tertiary), in: .capsule)
                }
                .buttonStyle(.plain)
                .disabled(!day.enabled)
                .accessibilityAddTraits(day.chosen ? [.isSelected] : [])
                .accessibilityIdentifier("choice.\(day.id)")
            }
        }
        .padding(.vertical, 4)
    }
}
