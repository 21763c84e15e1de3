// Bars above the lower edge: what went wrong, and what can be taken back.

import GatepassKit
import SwiftUI

/// A sentence with a button and a way to close it.
struct Bar<Action: View>: View {
    let text: String
    let symbol: String
    let close: @MainActor () -> Void
    @ViewBuilder let action: Action
    @Environment(\.words) private var words

    var body: some View {
        // Beside each other where there is room; below each other in large text.
        ViewThatFits(in: .horizontal) {
            HStack(spacing: 12) {
                sentence.fixedSize(horizontal: false, vertical: true)
                Spacer(minLength: 12)
                buttons
            }
            VStack(alignment: .leading, spacing: 12) {
                sentence
                buttons
            }
        }
        .padding()
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(.regularMaterial, in: .rect(cornerRadius: 16))
        .padding(.horizontal)
        .padding(.bottom, 8)
    }

    private var sentence: some View {
        Label(text, systemImage: symbol)
            .font(.callout)
    }

    private var buttons: some View {
        HStack(spacing: 8) {
            action
                .buttonStyle(.bordered)
            Button(action: close) {
                Image(systemName: "xmark")
                    .frame(minWidth: 28, minHeight: 28)
            }
            .buttonStyle(.borderless)
            .accessibilityLabel(words.common.close)
        }
    }
}

extension View {
    /// Says what went wrong last and belongs to no field.
    func problemBar(_ session: Session) -> some View {
        safeAreaInset(edge: .bottom) {
            if let problem = session.problem {
                ProblemBar(session: session, problem: problem)
                    .transition(.move(edge: .bottom).combined(with: .opacity))
            }
        }
        .animation(.default, value: session.problem)
    }
}

private struct ProblemBar: View {
    let session: Session
    let problem: Problem
    @Environment(\.words) private var words

    var body: some View {
        Bar(text: problem.text, symbol: "exclamationmark.triangle", close: session.dismissProblem) {
            if let retry = session.retry {
                Button(words.common.retry) {
                    Task { await retry() }
                }
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier("problem")
    }
}

/// A problem beside what it is about.
struct FieldProblemText: View {
    let text: String

    var body: some View {
        Label(text, systemImage: "exclamationmark.circle.fill")
            .font(.footnote)
            .foregroundStyle(.red)
    }
}
