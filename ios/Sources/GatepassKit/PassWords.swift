// Rows in words. What is said and offered is the core's; here it only gets its sentence.

extension RowState {
    /// Where the pass stands, in one line.
    public func phrase(in words: Words, _ moments: Moments) -> String {
        switch self {
        case .open(let until): words.say(.passesOpenUntil(time: moments.moment(until)))
        case .opens(let at): words.say(.passesOpensAt(time: moments.moment(at)))
        case .opensAgain(let at): words.say(.passesNextOpening(time: moments.moment(at)))
        case .usedUp: words.passes.usedUp
        case .expired: words.passes.expired
        case .revoked: words.passes.revoked
        }
    }

    /// The same where there is more room: it also says when the pass was deleted.
    public func sentence(in words: Words, _ moments: Moments) -> String {
        switch self {
        case .revoked(let at): words.say(.passRevokedAt(time: moments.moment(at)))
        case .open, .opens, .opensAgain, .usedUp, .expired: phrase(in: words, moments)
        }
    }

    /// Whether it is drawn as an open door.
    public var isOpen: Bool {
        switch self {
        case .open: true
        case .opens, .opensAgain, .usedUp, .expired, .revoked: false
        }
    }
}

extension PassRow {
    /// Whether the core offers this to be done with the pass now.
    public func offers(_ action: PassAction) -> Bool { actions.contains(action) }
}

extension PassAction {
    public func name(in words: Words) -> String {
        switch self {
        case .share: words.common.share
        case .edit: words.common.edit
        case .delete: words.common.delete
        case .undoDelete: words.common.undo
        case .retry: words.common.retry
        case .discard: words.pass.discard
        }
    }
}

extension PassType {
    public func name(in words: Words) -> String {
        switch self {
        case .custom: words.pass.typeCustom
        case .recurring: words.pass.typeRecurring
        case .businessHours: words.pass.typeBusinessHours
        case .fullDay: words.pass.typeFullDay
        case .oneTime: words.pass.typeOneTime
        }
    }
}

extension EntryRow {
    /// Who, as far as is known; nil when a manager opened the door from afar.
    public func guest(in words: Words) -> String? {
        switch guest {
        case .named(let pass): pass
        case .unknown: words.activity.unknownGuest
        case .nobody: nil
        }
    }

    /// Where and how: `Street door · QR code`.
    public func place(in words: Words) -> String {
        guard let kind else { return door }
        return words.say(.activityAtDoor(first: door, second: kind.name(in: words)))
    }
}

extension IdentifierKind {
    public func name(in words: Words) -> String {
        switch self {
        case .qr: words.activity.withQr
        case .code: words.activity.withCode
        case .link: words.activity.withLink
        case .plate: words.activity.withPlate
        case .card: words.activity.withCard
        }
    }
}

extension SyncNote {
    /// How far the phone is behind, in one line.
    public func phrase(in words: Words) -> String {
        switch self {
        case .stuck(let count): words.say(.passesStuck(count: count))
        case .offlineWaiting(let count): words.say(.passesOfflineWaiting(count: count))
        case .offline: words.passes.offline
        case .serverTrouble: words.passes.serverTrouble
        case .waiting(let count): words.say(.passesWaiting(count: count))
        }
    }
}
