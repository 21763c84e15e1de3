// Rows in words. What holds is the core's; here it only gets its sentence.

extension PassRow {
    /// Where the pass stands, in one line.
    public func state(in words: Words, _ moments: Moments) -> String {
        let words = words.passes
        switch (status, opening) {
        case (.open, .some(let opening)): return words.openUntil.filled(moments.moment(opening.to))
        case (.scheduled, .some(let opening)): return words.opensAt.filled(moments.moment(opening.from))
        case (.betweenWindows, .some(let opening)): return words.nextOpening.filled(moments.moment(opening.from))
        case (.open, nil), (.scheduled, nil), (.betweenWindows, nil): return words.valid
        case (.usedUp, _): return words.usedUp
        case (.expired, _): return words.expired
        case (.revoked, _): return words.revoked
        }
    }

    /// How many uses are left, where that is limited and nothing else says so.
    public func usesLeft(in words: Words) -> String? {
        guard let left, kind != .oneTime, !badges.contains(.lastUse) else { return nil }
        return words.passes.usesLeft.filled(String(left))
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
        passName ?? (kind == nil ? nil : words.activity.unknownGuest)
    }

    /// Where and how: `Street door · QR code`.
    public func place(in words: Words) -> String {
        guard let kind else { return door }
        return words.activity.atDoor.filled(door, kind.name(in: words))
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

extension SyncState {
    /// What the resident should know of it, where there is something.
    public func line(in words: Words) -> String? {
        let words = words.passes
        if stuck > 0 { return words.stuck.filled(String(stuck)) }
        switch phase {
        case .offline: return waiting > 0 ? words.offlineWaiting.filled(String(waiting)) : words.offline
        case .failed: return words.serverTrouble
        case .idle, .running: return waiting > 0 ? words.waiting.filled(String(waiting)) : nil
        }
    }
}

extension PassRow {
    /// It opens nothing any more.
    public var isOver: Bool {
        switch status {
        case .usedUp, .expired, .revoked: true
        case .scheduled, .open, .betweenWindows: false
        }
    }
    /// Whether deleting and sharing are worth offering; the core has the last word.
    public var canBeDeleted: Bool { !isOver }
    public var canBeShared: Bool { !isOver && !badges.contains(.notOnServer) }
}
