// When the pass would open, and whether it would open at a moment the resident asks about.

import GatepassKit
import SwiftUI

struct OpeningsSection: View {
    let preview: OpeningsPreview
    let moments: Moments
    @Environment(\.words) private var words

    var body: some View {
        Section {
            ForEach(preview.openings, id: \.from) { opening in
                Text(moments.stretch(from: opening.from, to: opening.to))
                    .monospacedDigit()
            }
            if preview.more {
                Text(words.wizard.moreOpenings)
                    .foregroundStyle(.secondary)
            }
        } header: {
            Text(words.wizard.openingsTitle)
        } footer: {
            if let note = preview.zoneNote {
                Label(note, systemImage: "globe")
            }
        }
        .accessibilityIdentifier("wizard.openings")
    }
}

/// Whether it would open then, and when it would otherwise.
struct TrialSection: View {
    let trial: Trial
    let moments: Moments
    @Environment(\.words) private var words

    var body: some View {
        Section {
            Label {
                VStack(alignment: .leading, spacing: 4) {
                    Text(trial.opens ? words.wizard.opens : words.wizard.staysShut)
                        .font(.headline)
                    Text(trial.answer)
                        .foregroundStyle(.secondary)
                    if let next = trial.nextOpening {
                        Text(words.say(.wizardNextTime(time: moments.stretch(from: next.from, to: next.to))))
                            .foregroundStyle(.secondary)
                    }
                }
            } icon: {
                Image(systemName: trial.opens ? "checkmark.circle.fill" : "xmark.circle.fill")
                    .foregroundStyle(trial.opens ? .green : .red)
            }
            .accessibilityElement(children: .combine)
            .accessibilityIdentifier("wizard.trial")
        }
    }
}
