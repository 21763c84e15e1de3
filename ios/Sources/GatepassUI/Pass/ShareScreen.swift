// Sending a pass to its guest.

import GatepassKit
import SwiftUI

struct ShareScreen: View {
    let model: ShareModel
    @Environment(\.words) private var words
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        NavigationStack {
            List {
                if let payload = model.payload {
                    Section {
                        ForEach(model.ways, id: \.self) { way in
                            Button(way.name(in: words), systemImage: way.symbol) { share(way) }
                                .accessibilityIdentifier("share.\(way)")
                        }
                    } header: {
                        VStack(alignment: .leading, spacing: 4) {
                            Text(payload.title)
                                .font(.headline)
                                .foregroundStyle(.primary)
                                .heading()
                            Text(payload.validity)
                        }
                        .textCase(nil)
                        .padding(.bottom, 8)
                    } footer: {
                        Text(words.share.text)
                    }
                } else if let problem = model.problem {
                    FieldProblemText(text: problem.text)
                    if problem.mayPass {
                        Button(words.common.retry) {
                            Task { await model.load() }
                        }
                    }
                } else {
                    ProgressView(words.common.loading)
                }
            }
            .screen("share")
            .navigationTitle(words.share.title)
            .navigationBarTitleDisplayMode(.inline)
            .toolbar {
                ToolbarItem(placement: .cancellationAction) {
                    Button(words.common.close) { dismiss() }
                        .accessibilityIdentifier("share.close")
                }
            }
        }
        .presentationDetents([.medium, .large])
        .task { await model.load() }
    }

    private func share(_ way: ShareAs) {
        Task {
            if await model.share(way) { dismiss() }
        }
    }
}

extension ShareAs {
    func name(in words: Words) -> String {
        switch self {
        case .message: words.share.asMessage
        case .qrPicture: words.share.asImage
        case .linkOnly: words.share.asLink
        case .accessCode: words.share.asCode
        }
    }

    var symbol: String {
        switch self {
        case .message: "text.bubble"
        case .qrPicture: "qrcode"
        case .linkOnly: "link"
        case .accessCode: "number"
        }
    }
}
