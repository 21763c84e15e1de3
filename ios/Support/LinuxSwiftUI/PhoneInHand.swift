// A phone for tests: shows a view, and lets a test do what a resident does. Not part of Apple's SwiftUI.

/// What a test asked for is not on the screen, or cannot be done.
public struct NotOnScreen: Error, CustomStringConvertible {
    public let description: String
}

@MainActor
public final class PhoneInHand {
    private let memory = Memory()
    private let draw: (Context) -> [Node]
    /// What surrounds the view: language, text size, direction.
    public var environment = EnvironmentValues() { didSet { memory.invalidate() } }

    public init<V: View>(_ view: V) {
        draw = { $0.draw(view) }
    }

    // MARK: what is seen

    /// The screen as it is now.
    public var screen: Node {
        var environment = environment
        if case let memory = memory, environment.openURL.run(URL(fileURLWithPath: "/")) == .systemAction {
            environment.openURL = OpenURLAction { [weak memory] url in
                memory?.opened.append(url)
                return .handled
            }
        }
        return memory.settle { [draw, memory] in draw(Context(memory: memory, path: "", environment: environment)) }
    }
    /// Everything that is on it.
    public var nodes: [Node] { screen.visible }
    /// Every word that is on it.
    public var texts: [String] { nodes.filter { $0.kind == .text }.map(\.label) }
    /// Links that were handed to the system.
    public var opened: [URL] { memory.opened }
    /// What was handed to the share sheet by a `ShareLink`.
    public var shared: [String] { memory.shared }

    /// What a `PasteButton` finds.
    public var clipboard: String? {
        get { memory.clipboard }
        set { memory.clipboard = newValue }
    }

    /// The thing with this accessibility identifier, or else with this label.
    public func find(_ name: String) -> Node? {
        let nodes = nodes
        return nodes.first { $0.identifier == name } ?? nodes.first { $0.isControl && $0.spokenLabel == name }
            ?? nodes.first { $0.spokenLabel == name || $0.label == name }
    }
    public func shows(_ name: String) -> Bool { find(name) != nil }
    /// Whether some text or label contains these words.
    public func says(_ words: String) -> Bool {
        nodes.contains { $0.label.contains(words) || ($0.spoken?.contains(words) ?? false) }
    }

    /// Fails with what is on the screen unless it is so.
    public func check(_ what: String, _ condition: (PhoneInHand) throws -> Bool) throws {
        if try !condition(self) { throw NotOnScreen(description: "not so: \(what)\n\(screen.described())") }
    }

    // MARK: what a resident does

    public func tap(_ name: String) throws {
        let node = try control(name, "tapped") { $0.press != nil || $0.setFlag != nil }
        if let press = node.press { press() } else { node.setFlag?(node.value != "1") }
        _ = screen
    }
    /// Taps the one of several with the same name in which these words are.
    public func tap(_ name: String, saying words: String) throws {
        let screen = screen
        let found = screen.visible.first { node in
            node.identifier.hasPrefix(name) && node.press != nil
                && (node.spokenLabel == words || node.visible.contains { $0.label == words })
        }
        guard let found, found.isEnabled else {
            throw NotOnScreen(description: "no “\(name)” saying “\(words)” to be tapped:\n\(screen.described())")
        }
        found.press?()
        _ = self.screen
    }
    public func fill(_ name: String, _ text: String) throws {
        try control(name, "filled") { $0.setText != nil }.setText?(text)
        _ = screen
    }
    public func submit(_ name: String) throws {
        try control(name, "submitted") { $0.submit != nil }.submit?()
        _ = screen
    }
    public func turn(_ name: String, on: Bool) throws {
        try control(name, "turned on or off") { $0.setFlag != nil }.setFlag?(on)
        _ = screen
    }
    public func pick(_ name: String, _ date: Date) throws {
        try control(name, "set to a date") { $0.setDate != nil }.setDate?(date)
        _ = screen
    }
    public func step(_ name: String, by steps: Int) throws {
        for _ in 0..<abs(steps) { try control(name, "stepped") { $0.step != nil }.step?(steps.signum()) }
        _ = screen
    }
    /// Chooses in a picker.
    public func choose(_ choice: String, in picker: String) throws {
        let node = try control(picker, "chosen from") { $0.kind == .picker }
        guard let found = node.visible.first(where: { $0.kind == .choice && ($0.spokenLabel == choice || $0.identifier == choice) }) else {
            throw NotOnScreen(description: "no “\(choice)” in “\(picker)”:\n\(node.described())")
        }
        found.press?()
        _ = screen
    }
    /// Slides a row and presses what appears, as any text inside the row names it.
    public func swipe(_ row: String, _ action: String) throws {
        let holds = nodes.filter { node in
            !node.swipeActions.isEmpty && node.visible.contains { $0.identifier == row || $0.spokenLabel.contains(row) || $0.label == row }
        }
        guard let found = holds.flatMap(\.swipeActions).first(where: { $0.spokenLabel == action || $0.identifier == action }) else {
            throw NotOnScreen(description: "“\(row)” cannot be slid to “\(action)”:\n\(screen.described())")
        }
        found.press?()
        _ = screen
    }
    /// Pulls the list down.
    public func refresh() async throws {
        guard let refresh = nodes.compactMap(\.refresh).last else {
            throw NotOnScreen(description: "nothing to pull:\n\(screen.described())")
        }
        await refresh()
        _ = screen
    }
    public func back() throws { try tap("BackButton") }
    public func search(_ text: String) throws { try fill("SearchField", text) }
    /// Follows a link into the app.
    public func open(_ url: URL) {
        _ = screen
        memory.openURLHandlers.forEach { $0(url) }
        _ = screen
    }
    /// Closes the app.
    public func close() { memory.close() }

    /// Waits until something is so, however it comes about; fails with what is on the screen if it never is.
    public func wait(_ what: String, seconds: Double = 20, until condition: (PhoneInHand) throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < deadline {
            if try condition(self) { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw NotOnScreen(description: "waited \(seconds) s for \(what):\n\(screen.described())")
    }
    public func wait(for name: String, seconds: Double = 20) async throws {
        try await wait("“\(name)”", seconds: seconds) { $0.shows(name) }
    }

    private func control(_ name: String, _ verb: String, _ can: (Node) -> Bool) throws -> Node {
        let screen = screen
        let all = screen.visible
        let named = all.filter { $0.identifier == name }
        // An identifier on a row means the control in it.
        let inside = named + named.flatMap(\.visible) + all.filter { $0.spokenLabel == name }
        guard let node = inside.first(where: can) else {
            throw NotOnScreen(description: "no “\(name)” to be \(verb):\n\(screen.described())")
        }
        guard node.isEnabled else {
            throw NotOnScreen(description: "“\(name)” is disabled:\n\(screen.described())")
        }
        return node
    }
}

/// A failed test describes what it was about; a phone has the whole app in it.
extension PhoneInHand: CustomReflectable {
    public nonisolated var customMirror: Mirror { Mirror(self, children: [:]) }
}
