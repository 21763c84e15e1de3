// The first tab: the list, and what is opened from it.

import GatepassKit
import SwiftUI

struct PassesTab: View {
    let model: PassesModel

    var body: some View {
        NavigationStack {
            PassesScreen(model: model)
                .navigationDestination(for: PassRef.self) { pass in
                    PassPage(session: model.session, pass: pass)
                }
        }
        .problemBar(model.session)
    }
}

/// A pass's screen with a model of its own for as long as it is shown.
struct PassPage: View {
    @State private var model: PassModel

    init(session: Session, pass: PassRef) {
        _model = State(initialValue: PassModel(session, pass))
    }

    var body: some View {
        PassScreen(model: model)
            .task(id: model.session.language) { await model.followPass() }
            .task(id: "\(model.session.language) \(model.visits)") { await model.followEntries() }
    }
}
