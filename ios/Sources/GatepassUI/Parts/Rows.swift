// Rows that many screens have.

import SwiftUI

/// A value with a button that copies it.
struct CopyRow: View {
    let title: String
    let value: String
    /// What is copied, where that is not what is shown.
    var copied: String?
    let copyLabel: String
    var isCode = false
    let copy: @MainActor (String) -> Void
    @State private var isCopied = false
    @Environment(\.words) private var words

    var body: some View {
        HStack {
            VStack(alignment: .leading, spacing: 2) {
                Text(title)
                    .font(.subheadline)
                    .foregroundStyle(.secondary)
                Text(value)
                    .font(isCode ? .title2.monospacedDigit() : .body)
                    .textSelection(.enabled)
                    .speechSpellsOutCharacters(isCode)
            }
            .accessibilityElement(children: .combine)
            Spacer()
            Button {
                copy(copied ?? value)
                isCopied = true
            } label: {
                Image(systemName: isCopied ? "checkmark" : "doc.on.doc")
                    .frame(minWidth: 44, minHeight: 44)
            }
            .buttonStyle(.borderless)
            .sensoryFeedback(.success, trigger: isCopied)
            .accessibilityLabel(copyLabel)
            .accessibilityValue(isCopied ? words.common.copied : "")
        }
    }
}

/// Something to know, beside a symbol.
struct NoteRow: View {
    let text: String
    let symbol: String

    var body: some View {
        Label(text, systemImage: symbol)
            .font(.callout)
            .foregroundStyle(.secondary)
    }
}
