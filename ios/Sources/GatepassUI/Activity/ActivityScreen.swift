// Who came, day by day.

import GatepassKit
import SwiftUI

struct ActivityScreen: View {
    @Bindable var model: ActivityModel
    @State private var photo: PhotoModel?
    @Environment(\.words) private var words

    var body: some View {
        List {
            if model.list == nil {
                ProgressView(words.common.loading)
                    .frame(maxWidth: .infinity)
            } else if model.days.isEmpty {
                ContentUnavailableView(
                    words.activity.emptyTitle, systemImage: "door.left.hand.closed",
                    description: Text(words.activity.emptyText)
                )
                .listRowBackground(Color.clear)
            }
            ForEach(model.days) { day in
                Section {
                    ForEach(day.entries, id: \.entry) { entry in
                        EntryRowView(entry: entry, moments: model.session.moments(in: entry.timeZone)) { entry in
                            photo = PhotoModel(model.session, entry)
                        }
                    }
                } header: {
                    Text(day.title)
                        .heading()
                }
            }
            if model.list?.more == true {
                Button(words.common.showMore) { model.showMore() }
            }
        }
        .screen("activity")
        .navigationTitle(words.activity.title)
        .toolbar {
            ToolbarItem(placement: .topBarTrailing) { filter }
        }
        .refreshable { await model.refresh() }
        .animation(.default, value: model.list)
        .sheet(item: $photo) { photo in
            PhotoScreen(model: photo)
        }
        .task(id: model.question) { await model.follow() }
    }

    private var filter: some View {
        Picker(words.activity.title, selection: $model.filter) {
            Text(words.activity.filterAll).tag(EntryFilter.all)
            Text(words.activity.filterArrivals).tag(EntryFilter.arrivals)
            Text(words.activity.filterRefused).tag(EntryFilter.refused)
        }
        .pickerStyle(.menu)
        .accessibilityIdentifier("activity.filter")
    }
}

/// One line of the log: who, what happened, which door, how, when; and the photo.
struct EntryRowView: View {
    let entry: EntryRow
    let moments: Moments
    /// Whether the guest has to be named; not among the visits of one pass.
    var namesGuest = true
    let showPhoto: @MainActor (EntryRow) -> Void
    @Environment(\.words) private var words

    var body: some View {
        HStack(alignment: .top, spacing: 12) {
            Image(systemName: symbol)
                .font(.title3)
                .foregroundStyle(color)
                .accessibilityHidden(true)
            VStack(alignment: .leading, spacing: 2) {
                Text(heading)
                    .font(.headline)
                if heading != entry.text { Text(entry.text) }
                Text(namesGuest ? "\(moments.time(entry.at)) · \(entry.place(in: words))" : entry.place(in: words))
                    .font(.subheadline)
                    .foregroundStyle(.secondary)
                if entry.photo {
                    Button(words.activity.photo, systemImage: "photo") { showPhoto(entry) }
                        .buttonStyle(.bordered)
                        .controlSize(.small)
                        .padding(.top, 4)
                        .accessibilityIdentifier("entry.photo")
                }
            }
        }
        .padding(.vertical, 2)
        // One element for a screen reader; a button inside becomes its action.
        .accessibilityElement(children: .combine)
        .accessibilityIdentifier("entry.row")
    }

    /// Who it was, or what happened where nobody is known; among the visits of one pass, when.
    private var heading: String {
        namesGuest ? entry.guest(in: words) ?? entry.text : moments.moment(entry.at)
    }

    private var symbol: String {
        switch entry.event {
        case .arrived: "figure.walk.arrival"
        case .opened, .openedAgain, .openedByManager: "door.left.hand.open"
        case .refused: "hand.raised.fill"
        case .notHandled: "questionmark.circle"
        }
    }

    private var color: Color {
        switch entry.event {
        case .arrived, .opened, .openedAgain, .openedByManager: .green
        case .refused: .red
        case .notHandled: .secondary
        }
    }
}
