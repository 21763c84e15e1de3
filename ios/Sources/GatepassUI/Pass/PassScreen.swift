// One pass.

import GatepassKit
import SwiftUI

struct PassScreen: View {
    let model: PassModel
    @State private var isLarge = false
    @State private var isDeleting = false
    @State private var sharing: ShareModel?
    @State private var wizard: WizardModel?
    @State private var photo: PhotoModel?
    @Environment(\.words) private var words

    var body: some View {
        content
            .screen("pass")
            .navigationBarTitleDisplayMode(.inline)
            .navigationTitle(model.details?.row.name ?? "")
            .toolbar { tools }
            .confirmationDialog(
                words.say(.passesDeleteQuestion(name: model.details?.row.name ?? "")), isPresented: $isDeleting,
                titleVisibility: .visible
            ) {
                Button(words.common.delete, role: .destructive) {
                    Task { await model.delete() }
                }
                Button(words.common.cancel, role: .cancel) {}
            } message: {
                Text(words.passes.deleteText)
            }
            .sheet(item: $sharing) { sharing in
                ShareScreen(model: sharing)
            }
            .sheet(item: $wizard) { wizard in
                WizardPage(model: wizard)
            }
            .sheet(item: $photo) { photo in
                PhotoScreen(model: photo)
            }
            .fullScreenCover(isPresented: $isLarge) {
                if let qr = model.qr, let details = model.details {
                    QRScreen(name: details.row.name, png: qr, phone: model.session.phone)
                }
            }
    }

    @ViewBuilder
    private var content: some View {
        switch model.state {
        case .loading:
            ProgressView(words.common.loading)
        case .gone:
            ContentUnavailableView {
                Label(words.pass.goneTitle, systemImage: "questionmark.folder")
                    .heading()
            } description: {
                Text(words.pass.goneText)
            }
        case .shown(let details):
            List {
                PassStanding(model: model, details: details)
                if let qr = model.qr { code(qr, details) }
                PassIdentifiers(model: model, details: details)
                PassTimes(details: details, moments: model.session.moments(in: details.row.timeZone))
                PassVisits(model: model) { photo = PhotoModel(model.session, $0) }
            }
        }
    }

    /// The code on white with the name below; tapping it shows it large.
    private func code(_ qr: Data, _ details: PassDetails) -> some View {
        Section {
            VStack(spacing: 12) {
                Button {
                    isLarge = true
                } label: {
                    QRCode(png: qr, name: words.say(.passQrLabel(name: details.row.name)))
                        .frame(maxWidth: 280)
                }
                .buttonStyle(.plain)
                .accessibilityLabel(words.say(.passQrLabel(name: details.row.name)))
                .accessibilityHint(words.pass.qrLarge)
                .accessibilityIdentifier("pass.qr")
                Text(details.row.name)
                    .font(.headline)
                    .heading()
                Text(words.pass.qrHint)
                    .font(.footnote)
                    .foregroundStyle(.secondary)
                    .multilineTextAlignment(.center)
            }
            .frame(maxWidth: .infinity)
        }
        .listRowBackground(Color.clear)
    }

    @ToolbarContentBuilder
    private var tools: some ToolbarContent {
        ToolbarItemGroup(placement: .topBarTrailing) {
            if let details = model.details {
                if details.row.offers(.share) {
                    Button(words.common.share, systemImage: "square.and.arrow.up") {
                        sharing = ShareModel(model.session, model.pass)
                    }
                    .accessibilityIdentifier("pass.share")
                }
                Menu(words.common.moreActions, systemImage: "ellipsis.circle") {
                    Button(words.pass.edit, systemImage: "pencil") {
                        Task { wizard = await model.edit() }
                    }
                    .disabled(!details.row.offers(.edit))
                    .accessibilityIdentifier("pass.edit")
                    if details.row.offers(.delete) {
                        Button(words.pass.delete, systemImage: "trash", role: .destructive) { isDeleting = true }
                            .accessibilityIdentifier("pass.delete")
                    }
                }
                .accessibilityIdentifier("pass.more")
            }
        }
    }
}
