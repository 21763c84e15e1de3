// Typing, counting, and picking days and times.

import GatepassKit
import SwiftUI

/// A text. What is typed is shown at once and sent; what the core makes of it comes back once typing has ended.
struct TextEntry: View {
    let label: String
    let current: String
    let placeholder: String?
    let max: Int
    let isMultiline: Bool
    let isPlate: Bool
    let set: @MainActor (FieldValue) -> Void
    @State private var text: String
    @FocusState private var isTyping: Bool
    @Environment(\.words) private var words

    init(
        label: String, current: String, placeholder: String?, max: Int, isMultiline: Bool, isPlate: Bool,
        set: @escaping @MainActor (FieldValue) -> Void
    ) {
        self.label = label
        self.current = current
        self.placeholder = placeholder
        self.max = max
        self.isMultiline = isMultiline
        self.isPlate = isPlate
        self.set = set
        _text = State(initialValue: current)
    }

    var body: some View {
        TextField(label, text: $text, prompt: placeholder.map { Text($0) }, axis: isMultiline ? .vertical : .horizontal)
            .lineLimit(isMultiline ? 2...6 : 1...1)
            .textInputAutocapitalization(isPlate ? .characters : .sentences)
            .autocorrectionDisabled(isPlate)
            .focused($isTyping)
            .toolbar {
                // A line break is typed with the return key; this puts the keyboard away.
                ToolbarItemGroup(placement: .keyboard) {
                    if isTyping, isMultiline {
                        Spacer()
                        Button(words.common.done) { isTyping = false }
                    }
                }
            }
            .onChange(of: text) {
                if text.count > max { text = String(text.prefix(max)) }
                if text != current { set(.text(text: text)) }
            }
            .onChange(of: current) {
                if !isTyping { text = current }
            }
    }
}

/// A number, with or without the choice of no limit.
struct NumberEntry: View {
    let field: WizardField
    let number: UInt32?
    let range: ClosedRange<UInt32>
    let unlimitedLabel: String?
    let set: @MainActor (FieldValue) -> Void

    var body: some View {
        if let unlimitedLabel {
            Toggle(unlimitedLabel, isOn: isUnlimited)
                .accessibilityIdentifier("\(field.identifier).unlimited")
        }
        if let number {
            Stepper(value: count, in: Int(range.lowerBound)...Int(range.upperBound)) {
                if unlimitedLabel == nil {
                    LabeledContent(field.label, value: String(number))
                } else {
                    Text(String(number))
                        .monospacedDigit()
                }
            }
            .accessibilityLabel(field.label)
            .accessibilityValue(String(number))
            .accessibilityIdentifier(field.identifier)
        }
    }

    private var isUnlimited: Binding<Bool> {
        Binding {
            number == nil
        } set: { unlimited in
            set(.number(number: unlimited ? nil : range.lowerBound))
        }
    }

    private var count: Binding<Int> {
        Binding {
            Int(number ?? range.lowerBound)
        } set: { count in
            set(.number(number: UInt32(clamping: count)))
        }
    }
}

/// A day or a time on no particular clock; see `WallClock` for why the picker's is not the phone's.
struct WallPicker: View {
    let label: String
    let current: Date?
    var range: ClosedRange<Date>?
    let shows: DatePickerComponents
    let picked: @MainActor (Date) -> Void
    @Environment(\.locale) private var locale

    var body: some View {
        Group {
            if let range {
                DatePicker(label, selection: selection, in: range, displayedComponents: shows)
            } else {
                DatePicker(label, selection: selection, displayedComponents: shows)
            }
        }
        .environment(\.timeZone, WallClock.timeZone)
        .environment(\.calendar, WallClock.calendar(locale))
    }

    private var selection: Binding<Date> {
        Binding {
            current ?? WallClock.origin
        } set: { date in
            picked(date)
        }
    }
}

/// Something that was filled in before, with the way back to it.
struct SummaryRow: View {
    let label: String
    let lines: [String]
    let change: (@MainActor () -> Void)?
    @Environment(\.words) private var words

    var body: some View {
        if let change {
            Button(action: change) {
                HStack {
                    text
                    Spacer(minLength: 12)
                    Text(words.wizard.change)
                        .foregroundStyle(.tint)
                }
                .contentShape(.rect)
            }
            .buttonStyle(.plain)
            .accessibilityLabel("\(words.wizard.change): \(label)")
            .accessibilityValue(lines.joined(separator: ", "))
        } else {
            text
        }
    }

    private var text: some View {
        VStack(alignment: .leading, spacing: 2) {
            ForEach(lines, id: \.self) { Text($0) }
        }
    }
}
