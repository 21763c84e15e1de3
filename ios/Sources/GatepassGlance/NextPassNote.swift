// What the widget shows of the next pass. The app writes it down, the widget reads it: the widget opens neither the
// database nor the Keychain, and holds nothing that opens a door.

import Foundation

/// The next pass, in words, for now and for the moments at which the words change.
public struct NextPassNote: Codable, Equatable, Sendable {
    /// What is true from an instant on.
    public struct Line: Codable, Equatable, Sendable {
        public var since: Date
        /// "Open until 17:00", "Opens tomorrow, 09:00".
        public var text: String
        public var isOpen: Bool

        public init(since: Date, text: String, isOpen: Bool) {
            self.since = since
            self.text = text
            self.isOpen = isOpen
        }
    }

    /// The heading of the widget, in the app's language.
    public var heading: String
    /// The pass's name; none when no pass waits for a guest.
    public var name: String?
    /// The site's name.
    public var site: String?
    public var isCourier: Bool
    /// In order; the first is true when the note is written.
    public var lines: [Line]
    /// Opens the pass in the app.
    public var link: URL?

    public init(heading: String, name: String?, site: String?, isCourier: Bool, lines: [Line], link: URL?) {
        self.heading = heading
        self.name = name
        self.site = site
        self.isCourier = isCourier
        self.lines = lines
        self.link = link
    }
}

/// Where app and widget keep the note.
public struct NextPassNoteStore: Sendable {
    /// The container both may read.
    public static let group = "group.org.gatepass.app"
    private let file: URL

    public init(folder: URL) { file = folder.appendingPathComponent("next-pass.json") }

    #if !os(Linux)
        /// The board in the container of app and widget; none without the entitlement.
        public init?() {
            guard let folder = FileManager.default.containerURL(forSecurityApplicationGroupIdentifier: Self.group)
            else {
                return nil
            }
            self.init(folder: folder)
        }
    #endif

    /// Nil where nothing was written yet, or by another version.
    public func read() -> NextPassNote? {
        guard let data = try? Data(contentsOf: file) else { return nil }
        return try? JSONDecoder().decode(NextPassNote.self, from: data)
    }

    /// Writes the note down; true if it says something else than before.
    @discardableResult
    public func write(_ note: NextPassNote) throws -> Bool {
        if read() == note { return false }
        try JSONEncoder().encode(note).write(to: file, options: .atomic)
        return true
    }

    public func clear() {
        try? FileManager.default.removeItem(at: file)
    }
}
