// What is known of a pass: how it is presented, when it opens what, who came with it.

import GatepassKit
import SwiftUI

struct PassIdentifiers: View {
    let model: PassModel
    let details: PassDetails
    @Environment(\.words) private var words

    var body: some View {
        let identifiers = details.identifiers.filter(\.isReadable)
        if !identifiers.isEmpty {
            Section {
                ForEach(identifiers, id: \.self) { row($0) }
            }
        }
    }

    @ViewBuilder
    private func row(_ identifier: PassIdentifier) -> some View {
        switch identifier {
        case .code(let digits):
            CopyRow(
                title: words.pass.code, value: codeInGroups(digits), copied: digits, copyLabel: words.pass.copyCode,
                isCode: true, copy: model.copy)
        case .link(let url):
            CopyRow(title: words.pass.link, value: url, copyLabel: words.pass.copyLink, copy: model.copy)
        case .plate(let plate):
            CopyRow(title: words.pass.plate, value: plate, copyLabel: words.common.copy, copy: model.copy)
        case .qr:
            EmptyView()
        }
    }
}

extension PassIdentifier {
    /// Whether it can be read by people; the QR code is a picture of its own.
    var isReadable: Bool {
        if case .qr = self { false } else { true }
    }
}

struct PassTimes: View {
    let details: PassDetails
    let moments: Moments
    @Environment(\.words) private var words

    var body: some View {
        Section {
            Text(details.validity)
            Text(details.row.state.sentence(in: words, moments))
                .foregroundStyle(.secondary)
        } header: {
            Text(words.pass.validity)
                .heading()
        }
        if !details.openings.isEmpty {
            Section {
                ForEach(details.openings, id: \.self) { opening in
                    Text(moments.stretch(from: opening.from, to: opening.to))
                        .monospacedDigit()
                }
            } header: {
                Text(words.pass.nextOpenings)
                    .heading()
            }
        }
        Section {
            LabeledContent(details.kind.name(in: words), value: guest)
            LabeledContent(words.pass.doors, value: details.doors.map(\.name).joined(separator: ", "))
            LabeledContent(words.pass.uses, value: uses)
            if let perDay = details.perDay {
                Text(words.say(.passUsedTodayLimit(limit: perDay)))
            }
            if !details.comment.isEmpty {
                LabeledContent(words.pass.comment, value: details.comment)
            }
        } footer: {
            VStack(alignment: .leading, spacing: 4) {
                Text(words.say(.passMadeAt(time: moments.moment(details.createdAt))))
                if let why = details.notEditableBecause { Text(why) }
            }
        }
    }

    private var guest: String {
        switch details.row.guest {
        case .guest: words.pass.guest
        case .courier: words.pass.courier
        }
    }

    private var uses: String {
        let used = details.used
        guard let limit = details.limit else { return words.say(.passUsed(used: used)) }
        return words.say(.passUsedOf(used: used, limit: limit))
    }
}

struct PassVisits: View {
    let model: PassModel
    let showPhoto: @MainActor (EntryRow) -> Void
    @Environment(\.words) private var words

    var body: some View {
        Section {
            if model.entries.rows.isEmpty {
                Text(words.pass.noEntries)
                    .foregroundStyle(.secondary)
            }
            ForEach(model.entries.rows, id: \.entry) { entry in
                EntryRowView(
                    entry: entry, moments: model.session.moments(in: entry.timeZone), namesGuest: false,
                    showPhoto: showPhoto)
            }
            if model.entries.more {
                Button(words.pass.allEntries) { model.showMoreVisits() }
            }
        } header: {
            Text(words.pass.entries)
                .heading()
        }
    }
}
