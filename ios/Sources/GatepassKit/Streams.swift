// What can be followed, as async sequences. A sequence begins with the value of now, keeps only the newest value for a
// slow reader, and ends its subscription when its task is cancelled or nobody reads it any more.

import GatepassBindings

extension Gatepass {
    public func passList(_ query: PassQuery) -> AsyncStream<PassList> {
        .following { try observePasses(query: query, listener: $0) }
    }
    /// Nil when the pass is gone.
    public func details(of pass: PassRef) -> AsyncStream<PassDetails?> {
        .following { try observePass(pass: pass, listener: $0) }
    }
    public func entryList(_ query: EntryQuery) -> AsyncStream<EntryList> {
        .following { try observeEntries(query: query, listener: $0) }
    }
    public func profileList() -> AsyncStream<[ProfileView]> {
        .following { observeProfiles(listener: $0) }
    }
    public func syncStates() -> AsyncStream<SyncState> {
        .following { observeSync(listener: $0) }
    }
    public func wizardScreens(_ draft: DraftId) -> AsyncStream<WizardScreen> {
        .following { try observeWizard(draft: draft, listener: $0) }
    }
    public func noticeList() -> AsyncStream<[Notice]> {
        .following { observeNotices(listener: $0) }
    }
}

/// Hands what the library tells, on one of its own threads, to an async sequence.
final class StreamListener<Value: Sendable>: Sendable {
    private let continuation: AsyncStream<Value>.Continuation
    init(_ continuation: AsyncStream<Value>.Continuation) { self.continuation = continuation }
    func tell(_ value: Value) { continuation.yield(value) }
}

extension StreamListener: PassListListener where Value == PassList {
    func onPasses(list: PassList) { tell(list) }
}
extension StreamListener: PassListener where Value == PassDetails? {
    func onPass(pass: PassDetails?) { tell(pass) }
}
extension StreamListener: EntryListListener where Value == EntryList {
    func onEntries(list: EntryList) { tell(list) }
}
extension StreamListener: ProfilesListener where Value == [ProfileView] {
    func onProfiles(profiles: [ProfileView]) { tell(profiles) }
}
extension StreamListener: SyncListener where Value == SyncState {
    func onSync(state: SyncState) { tell(state) }
}
extension StreamListener: WizardListener where Value == WizardScreen {
    func onWizard(screen: WizardScreen) { tell(screen) }
}
extension StreamListener: NoticesListener where Value == [Notice] {
    func onNotices(notices: [Notice]) { tell(notices) }
}

extension AsyncStream where Element: Sendable {
    static func following(_ observe: (StreamListener<Element>) throws -> Subscription) -> Self {
        let (stream, continuation) = makeStream(bufferingPolicy: .bufferingNewest(1))
        // Only a name the library never gave is refused; then there is nothing to follow.
        guard let subscription = try? observe(StreamListener(continuation)) else {
            continuation.finish()
            return stream
        }
        // The closure keeps the subscription alive for as long as somebody may read.
        continuation.onTermination = { _ in subscription.cancel() }
        return stream
    }
}
