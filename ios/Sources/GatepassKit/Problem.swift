// What went wrong, as a screen needs it.

import GatepassBindings

/// Something that did not work, in the resident's words.
public struct Problem: Error, Equatable, Sendable {
    /// The whole of it in one sentence.
    public var text: String
    /// By field, where fields are to blame.
    public var fields: [String: String]
    /// Whether the same again may work.
    public var mayPass: Bool

    public init(text: String, fields: [String: String] = [:], mayPass: Bool = false) {
        self.text = text
        self.fields = fields
        self.mayPass = mayPass
    }

    init(_ error: any Error, in words: Words) {
        guard let error = error as? GatepassError else {
            self.init(text: words.errors.internal, mayPass: true)
            return
        }
        switch error {
        case .Offline(let text, _), .Vault(let text, _), .Internal(let text, _):
            self.init(text: text, mayPass: true)
        case .Invalid(let text, let problems):
            self.init(text: text, fields: Dictionary(problems.map { ($0.field, $0.text) }) { first, _ in first })
        case .SignedOut(let text, _), .NotAllowed(let text, _), .NotFound(let text, _), .Conflict(let text, _),
            .StorageNewer(let text), .StorageBroken(let text, _), .Unreadable(let text, _):
            self.init(text: text)
        case .NotPrepared:
            self.init(text: words.errors.internal)
        }
    }
}
