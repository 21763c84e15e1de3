// The wizard, one step at a time: draws the view the core made and sends what the resident does. It knows no step.

import GatepassKit
import SwiftUI

struct WizardPage: View {
    let model: WizardModel
    @State private var isLeaving = false
    @Environment(\.words) private var words
    @Environment(\.dismiss) private var dismiss

    private var view: WizardView { model.view }

    var body: some View {
        NavigationStack {
            Form {
                WizardHeader(view: view, rejection: model.rejection)
                fields { !$0.asksForTrial }
                if let preview = view.preview {
                    OpeningsSection(preview: preview, moments: moments(preview))
                }
                // The question, then the answer.
                fields(\.asksForTrial)
                if let preview = view.preview, let trial = preview.trial {
                    TrialSection(trial: trial, moments: moments(preview))
                }
            }
            // Each step begins at its top.
            .id(view.step)
            .scrollDismissesKeyboard(.interactively)
            .screen("wizard")
            .safeAreaInset(edge: .bottom) {
                WizardButtons(view: view, send: model.send)
            }
            .problemBar(model.session)
            .navigationBarTitleDisplayMode(.inline)
            .toolbar { tools }
        }
        .interactiveDismissDisabled()
        .confirmationDialog(words.wizard.leaveTitle, isPresented: $isLeaving, titleVisibility: .visible) {
            Button(words.wizard.keepDraft) { dismiss() }
            Button(words.wizard.discardDraft, role: .destructive) { model.send(.cancel) }
            Button(words.common.cancel, role: .cancel) {}
        } message: {
            Text(words.wizard.leaveText)
        }
        .task(id: model.session.language) { await model.follow() }
        .onChange(of: model.isOver) {
            if model.isOver { dismiss() }
        }
    }

    private func fields(_ shown: (FieldGroup) -> Bool) -> some View {
        ForEach(view.groups.filter(shown)) { group in
            FieldGroupView(group: group, set: model.set, send: model.send)
        }
    }

    private func moments(_ preview: OpeningsPreview) -> Moments {
        model.session.moments(in: preview.timeZone)
    }

    @ToolbarContentBuilder
    private var tools: some ToolbarContent {
        ToolbarItem(placement: .topBarLeading) {
            if view.canGoBack {
                Button {
                    model.send(.back)
                } label: {
                    Image(systemName: "chevron.backward")
                }
                .accessibilityLabel(words.common.back)
                .accessibilityIdentifier("wizard.back")
            }
        }
        ToolbarItem(placement: .topBarTrailing) {
            Button(words.common.close, action: leave)
                .accessibilityIdentifier("wizard.close")
        }
    }

    /// While there is something to fill in, it can be kept; after that, leaving only ends the wizard.
    private func leave() {
        if view.progress != nil {
            isLeaving = true
        } else {
            model.send(view.buttons.contains { $0.event == .finish } ? .finish : .cancel)
        }
    }
}

extension WizardView {
    var buttons: [WizardButton] { (primary.map { [$0] } ?? []) + secondary }
}

/// The heading of a step, and what is said before its fields.
private struct WizardHeader: View {
    let view: WizardView
    let rejection: String?
    @Environment(\.words) private var words

    var body: some View {
        Section {
            VStack(alignment: .leading, spacing: 8) {
                if let progress = view.progress {
                    ProgressView(value: Double(progress.at), total: Double(max(progress.of, 1)))
                        .accessibilityLabel(words.say(.commonStepOf(step: progress.at, steps: progress.of)))
                        .accessibilityIdentifier("wizard.progress")
                        .padding(.bottom, 4)
                }
                Text(view.title)
                    .font(.title2.bold())
                    .heading()
                    .accessibilityIdentifier("wizard.title")
                if let explanation = view.explanation {
                    Text(explanation)
                        .foregroundStyle(.secondary)
                }
                if view.busy {
                    ProgressView()
                        .accessibilityLabel(words.common.loading)
                }
            }
            .listRowInsets(EdgeInsets())
            .listRowBackground(Color.clear)
        }
        if !view.notices.isEmpty {
            Section {
                ForEach(view.notices, id: \.self) { NoteRow(text: $0, symbol: "info.circle") }
            }
        }
        if !problems.isEmpty {
            Section {
                ForEach(problems, id: \.self) { FieldProblemText(text: $0) }
            } header: {
                Text(words.wizard.problemsTitle)
                    .heading()
            }
        }
    }

    private var problems: [String] { view.problems + (rejection.map { [$0] } ?? []) }
}

/// The step's buttons, within reach of the thumb.
private struct WizardButtons: View {
    let view: WizardView
    let send: @MainActor (WizardEvent) -> Void

    var body: some View {
        if !view.buttons.isEmpty {
            VStack(spacing: 8) {
                if let why = view.primary?.whyNot {
                    Text(why)
                        .font(.footnote)
                        .foregroundStyle(.secondary)
                }
                if let primary = view.primary {
                    button(primary)
                        .buttonStyle(.borderedProminent)
                        .accessibilityIdentifier("wizard.primary")
                }
                ForEach(view.secondary, id: \.self) { secondary in
                    button(secondary)
                        .buttonStyle(.bordered)
                }
            }
            .controlSize(.large)
            .padding(.horizontal)
            .padding(.vertical, 12)
            .frame(maxWidth: .infinity)
            .background(.bar)
        }
    }

    private func button(_ button: WizardButton) -> some View {
        Button {
            send(button.event)
        } label: {
            Text(button.label)
                .frame(maxWidth: .infinity)
        }
        .disabled(!button.enabled || view.busy)
    }
}
