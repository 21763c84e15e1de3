// A wizard: draws what the core says, sends it what the resident does.

import Observation

@MainActor
@Observable
public final class WizardModel: Identifiable {
    public private(set) var screen: WizardScreen
    /// The session is over; the screen can go.
    public private(set) var isOver = false

    public let session: Session
    @ObservationIgnored private var sending: Task<Void, Never>?
    /// Something happened by itself while events were on their way.
    @ObservationIgnored private var isBehind = false

    public init(_ session: Session, _ screen: WizardScreen) {
        self.session = session
        self.screen = screen
    }

    public var view: WizardView { screen.view }
    /// Why the last event changed nothing, where there is a reason to tell.
    public var rejection: String? { screen.rejected.flatMap { $0.isEmpty ? nil : $0 } }

    /// Follows the wizard: the server's answer comes without being asked for.
    public func follow() async {
        guard let gatepass = session.gatepass else { return }
        for await next in gatepass.wizardScreens(screen.draft) {
            // What is told while an event is on its way may be older than the event's answer, or newer.
            if sending == nil { screen = next } else { isBehind = true }
        }
    }

    /// Sends an event. Events arrive in the order they were sent.
    public func send(_ event: WizardEvent) {
        guard let gatepass = session.gatepass else { return }
        let before = sending
        let draft = screen.draft
        let task = Task {
            await before?.value
            guard let next = await session.attempt({ _ in try await gatepass.sendWizard(draft: draft, event: event) })
            else { return }
            screen = next
            for task in next.tasks { await perform(task) }
        }
        sending = task
        Task {
            await task.value
            guard sending == task else { return }
            sending = nil
            if isBehind { await lookAgain(gatepass) }
        }
    }

    public func set(_ field: FieldId, _ value: FieldValue) { send(.set(field: field, value: value)) }

    private func lookAgain(_ gatepass: Gatepass) async {
        isBehind = false
        guard !isOver, let now = try? await gatepass.wizard(draft: screen.draft), sending == nil else { return }
        screen = WizardScreen(
            draft: now.draft, view: now.view, pass: now.pass, rejected: screen.rejected, tasks: [])
    }

    /// Waits until everything that was sent is done.
    public func settled() async { await sending?.value }

    private func perform(_ task: WizardTask) async {
        switch task {
        case .leave:
            isOver = true
        case .openShareSheet(let pass, let way):
            guard let payload = await session.attempt({ try await $0.share(pass: pass, language: nil) }) else { return }
            if await session.phone.share(payload.items(way)) { send(.shared) }
        }
    }
}
