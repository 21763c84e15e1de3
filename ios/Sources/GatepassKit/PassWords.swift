// Rows in words. What holds is the core's; here it only gets its sentence.

extension PassRow {
    /// Where the pass stands, in one line.
    public func state(in words: Words, _ moments: Moments) -> String {
        switch (status, opening) {
        case (.open, .some(let opening)): return words.say(.passesOpenUntil(time: moments.moment(opening.to)))
        case (.scheduled, .some(let opening)): return words.say(.passesOpensAt(time: moments.moment(opening.from)))
        case (.betweenWindows, .some(let opening)): return words.say(.passesNextOpening(time: moments.moment(opening.from)))
        case (.open, nil), (.scheduled, nil), (.betweenWindows, nil): return words.passes.valid
        case (.usedUp, _): return words.passes.usedUp
        case (.expired, _): return words.passes.expired
        case (.revoked, _): return words.passes.revoked
        }
    }

    /// How many uses are left, where that is limited and nothing else says so.
    public func usesLeft(in words: Words) -> String? {
        guard let left, kind != .oneTime, !badges.contains(.lastUse) else { return nil }
        return words.say(.passesUsesLeft(count: left))
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

extension SyncState {
    /// What the resident should know of it, where there is something.
    public func line(in words: Words) -> String? {
        if stuck > 0 { return words.say(.passesStuck(count: stuck)) }
        switch phase {
        case .offline: return waiting > 0 ? words.say(.passesOfflineWaiting(count: waiting)) : words.passes.offline
        case .failed: return words.passes.serverTrouble
        case .idle, .running: return waiting > 0 ? words.say(.passesWaiting(count: waiting)) : nil
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
