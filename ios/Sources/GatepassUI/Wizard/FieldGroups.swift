// Fields as a form shows them: a list of choices or a text has a section of its own under its label, short values that
// stand on one line share one.

import GatepassKit
import SwiftUI

struct FieldGroup: Identifiable {
    /// The first of its fields.
    let id: FieldId
    var fields: [WizardField]
    /// Whether the label is written above, not beside the value.
    let isUnderLabel: Bool
    /// Whether it belongs to "will it open then?".
    var asksForTrial: Bool { id == .trialDoor || id == .trialMoment }
}

extension WizardView {
    var groups: [FieldGroup] {
        fields.reduce(into: []) { groups, field in
            if field.isShort, let last = groups.last, !last.isUnderLabel {
                groups[groups.count - 1].fields.append(field)
            } else {
                groups.append(FieldGroup(id: field.id, fields: [field], isUnderLabel: !field.isShort))
            }
        }
    }
}

extension WizardField {
    /// Label and value fit on one line.
    var isShort: Bool {
        switch kind {
        case .timeOfDay, .day, .moment: true
        case .number(_, _, _, let unlimitedLabel): unlimitedLabel == nil
        case .chooseOne(let choices): choices.isLong
        case .chooseSeveral, .text, .summary: false
        }
    }
}

extension [WizardChoice] {
    /// Too many to have them all on the screen at once.
    var isLong: Bool { count > 8 }
}

struct FieldGroupView: View {
    let group: FieldGroup
    let set: @MainActor (FieldId, FieldValue) -> Void
    let send: @MainActor (WizardEvent) -> Void

    var body: some View {
        Section {
            ForEach(group.fields, id: \.id) { field in
                FieldWithNotes(field: field, here: !group.isUnderLabel) {
                    FieldView(field: field, set: { set(field.id, $0) }, send: send)
                        .disabled(!field.enabled)
                }
            }
        } header: {
            if group.isUnderLabel, let field = group.fields.first {
                Text(field.label)
            }
        } footer: {
            if group.isUnderLabel, let field = group.fields.first {
                FieldNotes(field: field)
            }
        }
    }
}

/// A field, with what is to be said of it below where its section says nothing.
private struct FieldWithNotes<Content: View>: View {
    let field: WizardField
    let here: Bool
    @ViewBuilder let content: Content

    var body: some View {
        if here, field.hasNotes {
            VStack(alignment: .leading, spacing: 6) {
                content
                FieldNotes(field: field)
                    .font(.footnote)
                    .foregroundStyle(.secondary)
            }
        } else {
            content
        }
    }
}

extension WizardField {
    var hasNotes: Bool { hint != nil || !errors.isEmpty || (!enabled && whyNot != nil) }
}

/// What is wrong with a field, why it cannot be changed, what it is for.
private struct FieldNotes: View {
    let field: WizardField

    var body: some View {
        if field.hasNotes {
            VStack(alignment: .leading, spacing: 4) {
                ForEach(field.errors, id: \.self) { FieldProblemText(text: $0) }
                if !field.enabled, let why = field.whyNot { Text(why) }
                if let hint = field.hint { Text(hint) }
            }
        }
    }
}
