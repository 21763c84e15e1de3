// The photo a door's camera took of a guest.

import GatepassKit
import SwiftUI

struct PhotoScreen: View {
    let model: PhotoModel
    @Environment(\.words) private var words
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        NavigationStack {
            content
                .frame(maxWidth: .infinity, maxHeight: .infinity)
                .screen("photo")
                .navigationTitle(model.entry.guest(in: words) ?? model.entry.door)
                .navigationBarTitleDisplayMode(.inline)
                .toolbar {
                    ToolbarItem(placement: .cancellationAction) {
                        Button(words.common.close) { dismiss() }
                            .accessibilityIdentifier("photo.close")
                    }
                }
        }
        .task { await model.load() }
    }

    @ViewBuilder
    private var content: some View {
        switch model.state {
        case .loading:
            ProgressView(words.common.loading)
        case .shown(let data):
            VStack(spacing: 12) {
                Picture(data: data, name: title)
                    .accessibilityIdentifier("photo.picture")
                Text(title)
                    .font(.footnote)
                    .foregroundStyle(.secondary)
            }
            .padding()
        case .gone:
            ContentUnavailableView(words.activity.photoGone, systemImage: "photo.badge.exclamationmark")
        case .failed(let problem):
            ContentUnavailableView {
                Label(problem.text, systemImage: "exclamationmark.triangle")
            } actions: {
                Button(words.common.retry) {
                    Task { await model.load() }
                }
            }
        }
    }

    private var title: String {
        let moments = model.session.moments(in: model.entry.timeZone)
        return words.say(.activityPhotoTitle(time: moments.moment(model.entry.at)))
    }
}
