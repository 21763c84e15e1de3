// The list of passes.

import GatepassKit
import SwiftUI

struct PassesScreen: View {
    @Bindable var model: PassesModel
    @State private var wizard: WizardModel?
    @State private var sharing: ShareModel?
    @State private var deleting: PassRow?
    @State private var isDeleting = false
    @Environment(\.words) private var words

    var body: some View {
        Group {
            if hasSeveralHomes {
                list
                    .navigationBarTitleDisplayMode(.inline)
                    .toolbarTitleMenu { homes }
            } else {
                list
            }
        }
        .navigationTitle(title)
        .toolbar { newPass }
        .searchable(text: $model.search, prompt: words.passes.searchHint)
        .refreshable { await model.refresh() }
        .safeAreaInset(edge: .bottom) { bars }
        .animation(.default, value: model.list)
        .confirmationDialog(
            words.say(.passesDeleteQuestion(name: deleting?.name ?? "")), isPresented: $isDeleting,
            titleVisibility: .visible, presenting: deleting
        ) { row in
            Button(words.common.delete, role: .destructive) {
                Task { await model.delete(row) }
            }
            Button(words.common.cancel, role: .cancel) {}
        } message: { _ in
            Text(words.passes.deleteText)
        }
        .sheet(item: $sharing) { sharing in
            ShareScreen(model: sharing)
        }
        .sheet(item: $wizard, onDismiss: lookForDraft) { wizard in
            WizardPage(model: wizard)
        }
        .task(id: model.question) { await model.followList() }
        .task(id: model.session.language) { await model.followState() }
        .task { await model.lookForDraft() }
    }

    // MARK: Rows

    private var list: some View {
        List {
            PassesNews(model: model, continueDraft: continueDraft)
            Section {
                rows
            } header: {
                half
            } footer: {
                if let synced = model.sync.lastSynced, let home = model.session.profiles?.first {
                    Text(words.say(.passesUpdatedAt(time: model.session.moments(in: home.timeZone).moment(synced))))
                }
            }
        }
        .screen("passes")
    }

    @ViewBuilder
    private var rows: some View {
        if let list = model.list {
            ForEach(list.rows, id: \.pass) { row in
                NavigationLink(value: row.pass) {
                    PassRowView(row: row, moments: model.session.moments(in: row.timeZone))
                }
                .accessibilityIdentifier("pass.row")
                // The first of them is the outermost.
                .swipeActions(edge: .trailing, allowsFullSwipe: false) {
                    buttons(row.actions.filter(\.isSwiped).reversed(), on: row)
                }
                .contextMenu { buttons(row.actions, on: row) }
            }
            if list.more {
                Button(words.common.showMore) { model.showMore() }
            }
            if let empty = list.hints.empty {
                PassesEmpty(empty: empty, offersNew: list.hints.offersNew, newPass: startWizard)
            }
        } else {
            ProgressView(words.common.loading)
                .frame(maxWidth: .infinity)
        }
    }

    /// What can be done with a row. Pressing it long, and a screen reader's actions, offer all of it.
    private func buttons(_ actions: [PassAction], on row: PassRow) -> some View {
        ForEach(actions, id: \.self) { action in
            // None of the destructive role: the row stays until the question is answered.
            Button(action.name(in: words), systemImage: action.symbol) { act(action, on: row) }
                .tint(action.color)
        }
    }

    private func act(_ action: PassAction, on row: PassRow) {
        switch action {
        case .share: sharing = ShareModel(model.session, row.pass)
        case .edit: Task { wizard = await model.edit(row) }
        case .delete:
            deleting = row
            isDeleting = true
        case .undoDelete: Task { await model.undoDelete(row) }
        case .retry: Task { await model.retry(row) }
        case .discard: Task { await model.discard(row) }
        }
    }

    private var half: some View {
        Picker(words.passes.title, selection: $model.half) {
            Text(words.passes.valid).tag(PassHalf.valid)
            Text(words.passes.invalid).tag(PassHalf.invalid)
        }
        .pickerStyle(.segmented)
        .labelsHidden()
        .textCase(nil)
        .padding(.bottom, 8)
        .accessibilityIdentifier("passes.half")
    }

    @ViewBuilder
    private var bars: some View {
        if let row = model.made {
            Bar(text: words.say(.passesQuickMade(name: row.name)), symbol: "checkmark.circle", close: model.forgetMade)
            {
                if row.offers(.share) {
                    Button(words.common.share) {
                        sharing = ShareModel(model.session, row.pass)
                        model.forgetMade()
                    }
                }
            }
            .accessibilityElement(children: .contain)
            .accessibilityIdentifier("passes.made")
        }
        if let row = model.undoable {
            Bar(text: words.say(.passesDeletedNotSent(name: row.name)), symbol: "trash", close: model.forgetUndo) {
                Button(words.common.undo) {
                    Task { await model.undoDelete(row) }
                }
            }
            .accessibilityElement(children: .contain)
            .accessibilityIdentifier("passes.undo")
        }
    }

    // MARK: Homes

    private var hasSeveralHomes: Bool { (model.session.profiles?.count ?? 0) > 1 }

    private var title: String {
        guard hasSeveralHomes else { return words.passes.title }
        return model.shown.map { words.say(.passesProfileOf(site: $0.site, unit: $0.unit)) } ?? words.passes.allProfiles
    }

    private var homes: some View {
        Picker(words.passes.switchProfile, selection: $model.profile) {
            Text(words.passes.allProfiles).tag(ProfileId?.none)
            ForEach(model.session.profiles ?? [], id: \.id) { profile in
                Text(words.say(.passesProfileOf(site: profile.site, unit: profile.unit)))
                    .tag(ProfileId?.some(profile.id))
            }
        }
        .accessibilityIdentifier("passes.homes")
    }

    // MARK: Wizards

    @ToolbarContentBuilder
    private var newPass: some ToolbarContent {
        ToolbarItemGroup(placement: .topBarTrailing) {
            if let list = model.list, list.hints.offersNew {
                Menu(words.common.moreActions, systemImage: "ellipsis.circle") {
                    Button(words.passes.quickCourier, systemImage: "shippingbox") { make(.courierToday) }
                        .accessibilityIdentifier("passes.quick.courier")
                    Button(words.passes.quickGuest, systemImage: "person") { make(.guestToday) }
                        .accessibilityIdentifier("passes.quick.guest")
                }
                Button(words.passes.newPass, systemImage: "plus", action: startWizard)
                    .accessibilityIdentifier("passes.new")
            }
        }
    }

    private func make(_ quick: QuickPass) {
        Task { await model.make(quick) }
    }

    private func startWizard() {
        Task { wizard = await model.startWizard() }
    }

    private func continueDraft() {
        Task { wizard = await model.continueDraft() }
    }

    private func lookForDraft() {
        Task { await model.lookForDraft() }
    }
}

extension PassAction {
    var symbol: String {
        switch self {
        case .share: "square.and.arrow.up"
        case .edit: "pencil"
        case .delete: "trash"
        case .undoDelete: "arrow.uturn.backward"
        case .retry: "arrow.clockwise"
        case .discard: "xmark.bin"
        }
    }

    var color: Color {
        switch self {
        case .share: .blue
        case .delete, .discard: .red
        case .edit, .undoDelete, .retry: .gray
        }
    }

    /// Whether there is room for it behind a row that is slid.
    var isSwiped: Bool {
        switch self {
        case .share, .delete, .undoDelete: true
        case .edit, .retry, .discard: false
        }
    }
}
