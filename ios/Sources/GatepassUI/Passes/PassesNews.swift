// What is said above the list: no connection, what is waiting or stuck, notices, an unfinished pass.

import GatepassKit
import SwiftUI

struct PassesNews: View {
    let model: PassesModel
    let continueDraft: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        if let line = model.sync.line(in: words) {
            Section {
                NoteRow(text: line, symbol: symbol)
                    .accessibilityIdentifier("passes.sync")
            }
        }
        ForEach(model.notices, id: \.id) { notice in
            Section {
                VStack(alignment: .leading, spacing: 12) {
                    Label(notice.text, systemImage: "info.circle")
                        .font(.callout)
                    Button(words.notices.dismiss) {
                        Task { await model.dismiss(notice) }
                    }
                    .buttonStyle(.bordered)
                }
                .padding(.vertical, 4)
            }
            .accessibilityIdentifier("passes.notice")
        }
        if model.draft != nil {
            Section {
                VStack(alignment: .leading, spacing: 12) {
                    Label(words.passes.draftTitle, systemImage: "square.and.pencil")
                        .font(.callout)
                    HStack {
                        Button(words.passes.draftContinue, action: continueDraft)
                            .buttonStyle(.borderedProminent)
                            .accessibilityIdentifier("passes.draft.continue")
                        Button(words.passes.draftDiscard, role: .destructive) {
                            Task { await model.discardDraft() }
                        }
                        .buttonStyle(.bordered)
                        .accessibilityIdentifier("passes.draft.discard")
                    }
                }
                .padding(.vertical, 4)
            }
        }
    }

    private var symbol: String {
        if model.sync.stuck > 0 { return "exclamationmark.triangle" }
        switch model.sync.phase {
        case .offline: return "wifi.slash"
        case .failed: return "exclamationmark.icloud"
        case .idle, .running: return "arrow.triangle.2.circlepath"
        }
    }
}

/// Why the list is empty, and what to do about it. A row, so that it scrolls in large text.
struct PassesEmpty: View {
    let model: PassesModel
    let newPass: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Group {
            if let home = model.shown, !home.signedIn {
                unavailable(words.passes.signedOutTitle, words.passes.signedOutText, "iphone.slash")
            } else if let home = model.shown, !home.passesEnabled {
                unavailable(words.passes.passesOffTitle, words.say(.passesPassesOffText(site: home.site)), "nosign")
            } else if !model.search.isEmpty {
                unavailable(
                    words.passes.emptySearchTitle, words.say(.passesEmptySearchText(search: model.search)), "magnifyingglass")
            } else if model.half == .invalid {
                unavailable(words.passes.emptyInvalidTitle, words.passes.emptyInvalidText, "clock.arrow.circlepath")
            } else {
                ContentUnavailableView {
                    Label(words.passes.emptyValidTitle, systemImage: "person.badge.key")
                } description: {
                    Text(words.passes.emptyValidText)
                } actions: {
                    Button(words.passes.newPass, action: newPass)
                        .buttonStyle(.borderedProminent)
                }
            }
        }
        .listRowBackground(Color.clear)
        .listRowSeparator(.hidden)
    }

    private func unavailable(_ title: String, _ text: String, _ symbol: String) -> some View {
        ContentUnavailableView(title, systemImage: symbol, description: Text(text))
    }
}
