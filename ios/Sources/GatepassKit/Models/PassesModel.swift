// The list of passes.

import GatepassBindings
import Observation

@MainActor
@Observable
public final class PassesModel {
    /// Of which home; nil is of all.
    public var profile: ProfileId?
    public var half: PassHalf
    public var search: String
    private var limit: UInt32 = 50

    /// Nil until the list is known.
    public private(set) var list: PassList?
    public private(set) var sync: SyncState
    public private(set) var notices: [Notice]
    /// The newest wizard left before its end.
    public private(set) var draft: DraftRow?
    /// A pass that was just made with one tap, as the list has it by now: it can be shared once the server has it.
    public var made: PassRow? {
        justMade.map { made in list?.rows.first { $0.pass == made.pass } ?? made }
    }
    private var justMade: PassRow?
    /// A pass that was just deleted, while that can be taken back.
    public private(set) var undoable: PassRow?

    public let session: Session

    public init(_ session: Session) {
        self.session = session
        half = .valid
        search = ""
        sync = SyncState(phase: .idle, waiting: 0, stuck: 0, lastSynced: nil, note: nil)
        notices = []
    }

    /// Shows a state without following anything.
    public init(
        _ session: Session, showing list: PassList?, profile: ProfileId? = nil, half: PassHalf = .valid,
        search: String = "",
        sync: SyncState, notices: [Notice] = [], draft: DraftRow? = nil, undoable: PassRow? = nil
    ) {
        self.session = session
        self.list = list
        self.profile = profile
        self.half = half
        self.search = search
        self.sync = sync
        self.notices = notices
        self.draft = draft
        self.undoable = undoable
    }

    /// What the list is asked for; following starts anew when it changes.
    public struct Question: Equatable, Sendable {
        let query: PassQuery
        let language: String
    }
    public var question: Question {
        Question(
            query: PassQuery(profile: profile, half: half, search: search, limit: limit), language: session.language)
    }

    /// The home whose passes are shown: the chosen one, or the only one.
    public var shown: ProfileView? {
        session.profile(profile) ?? (session.profiles?.count == 1 ? session.profiles?.first : nil)
    }
    /// For which home a new pass is, where that is settled.
    public var forNewPass: ProfileId? { shown?.id }

    /// Follows the list until the task is cancelled.
    public func followList() async {
        let query = question.query
        guard let gatepass = session.gatepass else { return }
        for await list in gatepass.passList(query) { self.list = list }
    }

    /// Follows what is said above the list.
    public func followState() async {
        guard let gatepass = session.gatepass else { return }
        async let syncing: Void = followSync(gatepass)
        for await notices in gatepass.noticeList() { self.notices = notices }
        await syncing
    }

    private func followSync(_ gatepass: Gatepass) async {
        for await state in gatepass.syncStates() {
            sync = state
            await forgetUndoOfSent()
        }
    }

    /// Looks for an unfinished pass: when the list appears, and when a wizard was left.
    public func lookForDraft() async {
        guard session.gatepass != nil else { return }
        draft = await session.attempt { try await $0.drafts() }?.first
    }

    public func refresh() async {
        await session.run { _ = try await $0.syncNow() }
    }

    public func showMore() { limit += 50 }

    public func delete(_ row: PassRow) async {
        await session.run { try await $0.revoke(pass: row.pass) }
        undoable = row
        await forgetUndoOfSent()
    }

    /// A deletion can be taken back until the building knows of it.
    private func forgetUndoOfSent() async {
        guard let row = undoable else { return }
        let details = await session.attempt { try? await $0.pass(pass: row.pass) }
        if details??.row.offers(.undoDelete) != true, undoable?.pass == row.pass { undoable = nil }
    }

    public func undoDelete(_ row: PassRow) async {
        undoable = nil
        await session.run { try await $0.undoRevoke(pass: row.pass) }
    }

    public func retry(_ row: PassRow) async { await session.run { try await $0.retry(pass: row.pass) } }
    public func discard(_ row: PassRow) async { await session.run { try await $0.discard(pass: row.pass) } }

    public func forgetUndo() { undoable = nil }

    public func dismiss(_ notice: Notice) async {
        await session.run { try await $0.dismissNotice(notice: notice.id) }
    }

    public func discardDraft() async {
        guard let draft else { return }
        self.draft = nil
        await session.run { try await $0.discardDraft(draft: draft.id) }
    }

    /// Makes a pass with one tap.
    public func make(_ quick: QuickPass) async {
        let profile = forNewPass
        justMade = await session.attempt { gatepass in
            let pass = try await gatepass.quickPass(profile: profile, quick: quick)
            return try await gatepass.pass(pass: pass).row
        }
    }

    public func forgetMade() { justMade = nil }

    // MARK: Wizards

    public func startWizard() async -> WizardModel? {
        await wizard { try await $0.startWizard(profile: self.forNewPass) }
    }

    public func edit(_ row: PassRow) async -> WizardModel? {
        await wizard { try await $0.editWizard(pass: row.pass) }
    }

    public func continueDraft() async -> WizardModel? {
        guard let draft else { return nil }
        return await wizard { try await $0.wizard(draft: draft.id) }
    }

    private func wizard(_ open: (Gatepass) async throws -> WizardScreen) async -> WizardModel? {
        await session.attempt(open).map { WizardModel(session, $0) }
    }
}
