// From an invitation to a home on this phone.

import GatepassKit
import SwiftUI

struct ActivationScreen: View {
    @Bindable var model: ActivationModel
    @Environment(\.words) private var words
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        NavigationStack {
            Form {
                invitation
                if model.asksServer { server }
                activate
            }
            .scrollDismissesKeyboard(.interactively)
            .screen("activation")
            .navigationTitle(words.welcome.invitationTitle)
            .navigationBarTitleDisplayMode(.inline)
            .toolbar {
                ToolbarItem(placement: .cancellationAction) {
                    Button(words.common.cancel) { dismiss() }
                }
            }
        }
        .interactiveDismissDisabled(model.isBusy)
        .onChange(of: model.profile) {
            if model.profile != nil { dismiss() }
        }
    }

    private var invitation: some View {
        Section {
            TextField(words.welcome.invitationLabel, text: $model.invitation, axis: .vertical)
                .lineLimit(1...6)
                .textInputAutocapitalization(.never)
                .autocorrectionDisabled()
                .accessibilityIdentifier("activation.invitation")
            PasteButton(payloadType: String.self) { pasted in
                guard let first = pasted.first else { return }
                Task { @MainActor in model.invitation = first }
            }
            .accessibilityIdentifier("activation.paste")
            if model.canScan {
                Button(words.welcome.scan, systemImage: "qrcode.viewfinder") {
                    Task { await model.scan() }
                }
                .accessibilityIdentifier("activation.scan")
                if model.cameraIsDenied {
                    Button(words.welcome.openSettings, systemImage: "gear", action: model.openSettings)
                }
            }
        } header: {
            Text(words.welcome.invitationText)
                .font(.body)
                .textCase(nil)
                .padding(.bottom, 8)
        } footer: {
            if let problem = model.invitationProblem {
                FieldProblemText(text: problem)
            } else {
                Text(words.welcome.invitationHint)
            }
        }
    }

    private var server: some View {
        Section {
            TextField(words.welcome.serverLabel, text: $model.server)
                .keyboardType(.URL)
                .textContentType(.URL)
                .textInputAutocapitalization(.never)
                .autocorrectionDisabled()
                .submitLabel(.go)
                .onSubmit { Task { await model.activate() } }
                .accessibilityIdentifier("activation.server")
        } header: {
            Text(words.welcome.serverLabel)
        } footer: {
            VStack(alignment: .leading, spacing: 4) {
                if let problem = model.serverProblem { FieldProblemText(text: problem) }
                Text(words.welcome.serverHint)
            }
        }
    }

    private var activate: some View {
        Section {
            Button {
                Task { await model.activate() }
            } label: {
                if model.isBusy {
                    ProgressView(words.welcome.activating)
                        .frame(maxWidth: .infinity)
                } else {
                    Text(words.welcome.activate)
                        .bold()
                        .frame(maxWidth: .infinity)
                }
            }
            .disabled(!model.canActivate)
            .accessibilityIdentifier("activation.activate")
        }
    }
}
