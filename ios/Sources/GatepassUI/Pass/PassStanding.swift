// What the core says has to be known before anything else: not sent yet, refused, over, deleted and not yet told.

import GatepassKit
import SwiftUI

struct PassStanding: View {
    let model: PassModel
    let details: PassDetails
    @Environment(\.words) private var words

    var body: some View {
        ForEach(details.notes, id: \.self) { note($0) }
    }

    @ViewBuilder
    private func note(_ note: PassNote) -> some View {
        switch note {
        case .refused(let text):
            Section {
                Text(text)
                    .accessibilityIdentifier("pass.stuck")
                Button(words.common.retry, systemImage: "arrow.clockwise") {
                    Task { await model.retry() }
                }
                .accessibilityIdentifier("pass.retry")
                Button(words.pass.discard, systemImage: "xmark.bin", role: .destructive) {
                    Task { await model.discard() }
                }
                .accessibilityIdentifier("pass.discard")
            } header: {
                Label(words.pass.stuckTitle, systemImage: "exclamationmark.triangle")
                    .foregroundStyle(.red)
                    .heading()
            }
        case .notOnServer:
            Section { NoteRow(text: words.pass.notOnServerText, symbol: "icloud.slash") }
        case .waiting:
            Section { NoteRow(text: words.pass.waitingText, symbol: "arrow.triangle.2.circlepath") }
        case .deletedHere:
            Section {
                NoteRow(text: words.say(.passesDeletedNotSent(name: details.row.name)), symbol: "trash")
                Button(words.common.undo, systemImage: "arrow.uturn.backward") {
                    Task { await model.undoDelete() }
                }
                .accessibilityIdentifier("pass.undo")
            }
        case .over:
            Section { NoteRow(text: words.pass.overText, symbol: "clock.badge.xmark") }
        }
    }
}
