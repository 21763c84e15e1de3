// What is said above the list: no connection, what is waiting or stuck, notices, an unfinished pass.

import GatepassKit
import SwiftUI

struct PassesNews: View {
    let model: PassesModel
    let continueDraft: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        if let note = model.sync.note {
            Section {
                NoteRow(text: note.phrase(in: words), symbol: note.symbol)
                    .accessibilityIdentifier("passes.sync")
            }
        }
        if let hindrance = model.list?.hints.hindrance {
            Section {
                NoteRow(text: hindrance.text(in: words), symbol: hindrance.symbol)
                    .accessibilityIdentifier("passes.hindrance")
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
}

extension SyncNote {
    var symbol: String {
        switch self {
        case .stuck: "exclamationmark.triangle"
        case .offline, .offlineWaiting: "wifi.slash"
        case .serverTrouble: "exclamationmark.icloud"
        case .waiting: "arrow.triangle.2.circlepath"
        }
    }
}

extension Hindrance {
    func title(in words: Words) -> String {
        switch self {
        case .signedOut: words.passes.signedOutTitle
        case .passesOff: words.passes.passesOffTitle
        }
    }

    func text(in words: Words) -> String {
        switch self {
        case .signedOut: words.passes.signedOutText
        case .passesOff(let site): words.say(.passesPassesOffText(site: site))
        }
    }

    var symbol: String {
        switch self {
        case .signedOut: "iphone.slash"
        case .passesOff: "nosign"
        }
    }
}

/// Why the list is empty, and what to do about it. A row, so that it scrolls in large text.
struct PassesEmpty: View {
    let empty: EmptyList
    let offersNew: Bool
    let newPass: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Group {
            switch empty {
            case .nothingFound(let search):
                unavailable(
                    words.passes.emptySearchTitle, words.say(.passesEmptySearchText(search: search)), "magnifyingglass")
            case .hindered(let by):
                unavailable(by.title(in: words), by.text(in: words), by.symbol)
            case .noneInvalid:
                unavailable(words.passes.emptyInvalidTitle, words.passes.emptyInvalidText, "clock.arrow.circlepath")
            case .noneValid:
                ContentUnavailableView {
                    Label(words.passes.emptyValidTitle, systemImage: "person.badge.key")
                } description: {
                    Text(words.passes.emptyValidText)
                } actions: {
                    if offersNew {
                        Button(words.passes.newPass, action: newPass)
                            .buttonStyle(.borderedProminent)
                    }
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
