// The next pass on the home screen, the lock screen and in the smart stack.

import GatepassGlance
import SwiftUI
import WidgetKit

@main
struct NextPassWidget: Widget {
    var body: some WidgetConfiguration {
        StaticConfiguration(kind: "next-pass", provider: NextPassTimeline()) { entry in
            NextPassView(entry: entry)
                .containerBackground(.background, for: .widget)
        }
        .configurationDisplayName("Next pass")
        .description("Shows the pass your next guest uses, and when it opens.")
        .supportedFamilies([.systemSmall, .systemMedium, .accessoryRectangular, .accessoryInline])
    }
}

struct NextPassEntry: TimelineEntry {
    let date: Date
    let note: NextPassNote?
    let line: NextPassNote.Line?
}

/// The app says what is true from when on; the system shows each line at its time.
struct NextPassTimeline: TimelineProvider {
    func placeholder(in context: Context) -> NextPassEntry { entry(nil, nil) }

    func getSnapshot(in context: Context, completion: @escaping (NextPassEntry) -> Void) {
        let note = NextPassNoteStore()?.read()
        completion(entry(note, note?.lines.first))
    }

    func getTimeline(in context: Context, completion: @escaping (Timeline<NextPassEntry>) -> Void) {
        let note = NextPassNoteStore()?.read()
        let entries = note?.lines.map { entry(note, $0) } ?? [entry(nil, nil)]
        // The app asks for a new timeline when something changes.
        completion(Timeline(entries: entries, policy: .never))
    }

    private func entry(_ note: NextPassNote?, _ line: NextPassNote.Line?) -> NextPassEntry {
        NextPassEntry(date: line?.since ?? .now, note: note, line: line)
    }
}

struct NextPassView: View {
    let entry: NextPassEntry
    @Environment(\.widgetFamily) private var family

    var body: some View {
        content
            .widgetURL(entry.note?.link)
            .privacySensitive()
    }

    @ViewBuilder private var content: some View {
        switch family {
        case .accessoryInline:
            Label(
                [entry.note?.name, entry.line?.text].compactMap(\.self).joined(separator: " · "), systemImage: symbol)
        case .accessoryRectangular:
            words
        default:
            VStack(alignment: .leading) {
                Image(systemName: symbol)
                    .font(.title2)
                    .foregroundStyle(entry.line?.isOpen == true ? AnyShapeStyle(.green) : AnyShapeStyle(.tint))
                    .accessibilityHidden(true)
                Spacer(minLength: 8)
                words
            }
            .frame(maxWidth: .infinity, alignment: .leading)
        }
    }

    private var words: some View {
        VStack(alignment: .leading, spacing: 2) {
            if let name = entry.note?.name {
                Text(name).font(.headline).lineLimit(2)
            } else if let heading = entry.note?.heading {
                Text(heading).font(.headline)
            }
            if let text = entry.line?.text {
                Text(text).font(.subheadline).foregroundStyle(.secondary)
            }
            if family == .systemMedium, let site = entry.note?.site {
                Text(site).font(.footnote).foregroundStyle(.tertiary)
            }
        }
        .accessibilityElement(children: .combine)
    }

    private var symbol: String {
        if entry.note?.isCourier == true { return "shippingbox" }
        return entry.line?.isOpen == true ? "door.left.hand.open" : "door.left.hand.closed"
    }
}
