// One pass in the list.

import GatepassKit
import SwiftUI

struct PassRowView: View {
    let row: PassRow
    let moments: Moments
    @Environment(\.words) private var words

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(row.name)
                .font(.headline)
                .lineLimit(2)
            Text(row.state.phrase(in: words, moments))
                .font(.subheadline)
                .foregroundStyle(row.state.isOpen ? AnyShapeStyle(.green) : AnyShapeStyle(.secondary))
            if !marks.isEmpty {
                WrapLayout {
                    ForEach(marks) { mark in
                        RowMarkView(mark: mark)
                    }
                }
                .padding(.top, 2)
            }
        }
        .padding(.vertical, 4)
        .accessibilityElement(children: .combine)
    }

    private var marks: [RowMark] {
        var marks = row.badges.map { RowMark($0, in: words) }
        if let left = row.usesLeft {
            marks.append(
                RowMark(text: words.say(.passesUsesLeft(count: left)), symbol: "number", color: .secondary))
        }
        return marks
    }
}

/// Something worth a mark beside the name. The words say it; the colour only helps.
struct RowMark: Identifiable {
    let text: String
    let symbol: String
    let color: Color
    var id: String { text }
}

extension RowMark {
    init(_ badge: Badge, in words: Words) {
        let words = words.passes
        switch badge {
        case .courier: self.init(text: words.badgeCourier, symbol: "shippingbox", color: .secondary)
        case .visiting: self.init(text: words.badgeVisiting, symbol: "figure.walk.arrival", color: .green)
        case .lastUse: self.init(text: words.badgeLastUse, symbol: "hourglass", color: .orange)
        case .notOnServer: self.init(text: words.badgeNotOnServer, symbol: "icloud.slash", color: .orange)
        case .stuck: self.init(text: words.badgeStuck, symbol: "exclamationmark.triangle", color: .red)
        case .oneTime: self.init(text: words.badgeOneTime, symbol: "1.circle", color: .secondary)
        }
    }
}

private struct RowMarkView: View {
    let mark: RowMark

    var body: some View {
        Label(mark.text, systemImage: mark.symbol)
            .font(.caption.weight(.medium))
            .foregroundStyle(mark.color)
            .padding(.horizontal, 8)
            .padding(.vertical, 3)
            .background(.fill.tertiary, in: .capsule)
    }
}
