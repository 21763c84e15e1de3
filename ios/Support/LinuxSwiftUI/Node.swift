// What a drawn view is here: a tree of things a resident could see, hear or touch. Not part of Apple's SwiftUI.

import Foundation

/// What a screen reader offers besides pressing.
struct CustomAction {
    let name: String
    let run: () -> Void
}

/// One thing on the screen.
@MainActor
public final class Node {
    public enum Kind: String, Sendable {
        case group, text, image, button, toggle, stepper, picker, choice, datePicker, textField, secureField, progress, link
        case list, section, row, menu, tab, navigation, screen, sheet, alert, dialog, scroll, shape
    }

    public let kind: Kind
    /// What is written on it; the name a screen reader says, unless an accessibility label says otherwise.
    public internal(set) var label: String
    public internal(set) var identifier = ""
    public internal(set) var value: String?
    public internal(set) var hint: String?
    public internal(set) var traits: AccessibilityTraits = []
    public internal(set) var isEnabled = true
    /// Neither seen nor heard: hidden from screen readers, or below another screen.
    public internal(set) var isHidden = false
    public internal(set) var isCovered = false
    public internal(set) var children: [Node]
    /// What sliding a row to a side offers, and what pressing it long offers.
    public internal(set) var swipeActions: [Node] = []
    public internal(set) var menuItems: [Node] = []

    var spoken: String?
    var press: (() -> Void)?
    var setText: ((String) -> Void)?
    var setFlag: ((Bool) -> Void)?
    var setDate: ((Date) -> Void)?
    var step: ((Int) -> Void)?
    var submit: (() -> Void)?
    var refresh: (() async -> Void)?
    var customActions: [CustomAction] = []
    /// Whether descendants speak with one voice: a button reads its content.
    var combines = false

    init(_ kind: Kind, label: String = "", children: [Node] = []) {
        self.kind = kind
        self.label = label
        self.children = children
    }

    /// What a screen reader says.
    public var spokenLabel: String {
        if let spoken { return spoken }
        if !label.isEmpty { return label }
        return combines ? children.flatMap(\.spokenParts).joined(separator: ", ") : ""
    }

    private var spokenParts: [String] {
        if isHidden { return [] }
        let own = spokenLabel
        return own.isEmpty ? children.flatMap(\.spokenParts) : [own]
    }

    /// Everything that is on the screen below this, itself first.
    public var visible: [Node] {
        isCovered ? [] : [self] + children.flatMap(\.visible)
    }

    public var isControl: Bool {
        press != nil || setText != nil || setFlag != nil || setDate != nil || step != nil
    }

    /// The tree in words, for messages of failed tests.
    public func described(indent: Int = 0) -> String {
        var line = String(repeating: "  ", count: indent) + kind.rawValue
        if !spokenLabel.isEmpty { line += " “\(spokenLabel)”" }
        if !identifier.isEmpty { line += " #\(identifier)" }
        if let value { line += " = \(value)" }
        if !isEnabled { line += " (disabled)" }
        if isCovered { return line + " (covered)" }
        for item in swipeActions { line += " [swipe: \(item.spokenLabel)]" }
        return ([line] + children.map { $0.described(indent: indent + 1) }).joined(separator: "\n")
    }
}
