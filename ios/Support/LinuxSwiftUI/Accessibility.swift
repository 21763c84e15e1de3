// What a screen reader says, and how tests find things.

/// Apple: `public struct AccessibilityTraits: SetAlgebra, Sendable { static let isButton, isHeader, isSelected, isLink, isSearchField, isImage, playsSound, isKeyboardKey, isStaticText, isSummaryElement, updatesFrequently, startsMediaSession, allowsDirectInteraction, causesPageTurn, isModal, isToggle, isTabBar }`
public struct AccessibilityTraits: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let isButton = Self(rawValue: 1), isHeader = Self(rawValue: 2), isSelected = Self(rawValue: 4), isLink = Self(rawValue: 8)
    public static let isSearchField = Self(rawValue: 16), isImage = Self(rawValue: 32), isStaticText = Self(rawValue: 64)
    public static let isSummaryElement = Self(rawValue: 128), updatesFrequently = Self(rawValue: 256), isModal = Self(rawValue: 512), isToggle = Self(rawValue: 1024)
}
/// Apple: `public struct AccessibilityChildBehavior: Hashable, Sendable { static let ignore, contain, combine }`
public struct AccessibilityChildBehavior: Hashable, Sendable {
    let name: String
    public static let ignore = Self(name: "ignore"), contain = Self(name: "contain"), combine = Self(name: "combine")
}
/// Apple: `public enum AccessibilityHeadingLevel: UInt, Sendable { case unspecified, h1, h2, h3, h4, h5, h6 }`
public enum AccessibilityHeadingLevel: UInt, Sendable { case unspecified, h1, h2, h3, h4, h5, h6 }
/// Apple: `public enum AccessibilityAdjustmentDirection: Sendable { case increment, decrement }`
public enum AccessibilityAdjustmentDirection: Sendable { case increment, decrement }

extension View {
    // Apple: func accessibilityIdentifier(_ identifier: String) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityIdentifier(_ identifier: String) -> some View { nodes { $0.identifier = identifier } }
    // Apple: func accessibilityLabel(_ label: Text) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityLabel(_ label: Text) -> some View { nodes { $0.spoken = label.words } }
    // Apple: func accessibilityLabel<S>(_ label: S) -> ModifiedContent<Self, AccessibilityAttachmentModifier> where S: StringProtocol
    @_disfavoredOverload
    public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View { accessibilityLabel(Text(label)) }
    // Apple: func accessibilityValue<S>(_ value: S) -> ModifiedContent<Self, AccessibilityAttachmentModifier> where S: StringProtocol
    @_disfavoredOverload
    public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View { nodes { $0.value = String(value) } }
    // Apple: func accessibilityValue(_ valueDescription: Text) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityValue(_ valueDescription: Text) -> some View { nodes { $0.value = valueDescription.words } }
    // Apple: func accessibilityHint<S>(_ hint: S) -> ModifiedContent<Self, AccessibilityAttachmentModifier> where S: StringProtocol
    @_disfavoredOverload
    public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View { nodes { $0.hint = String(hint) } }
    // Apple: func accessibilityHidden(_ hidden: Bool) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityHidden(_ hidden: Bool) -> some View { nodes { $0.isHidden = hidden } }
    // Apple: func accessibilityAddTraits(_ traits: AccessibilityTraits) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { nodes { $0.traits.formUnion(traits) } }
    // Apple: func accessibilityRemoveTraits(_ traits: AccessibilityTraits) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityRemoveTraits(_ traits: AccessibilityTraits) -> some View { nodes { $0.traits.subtract(traits) } }
    // Apple: func accessibilityHeading(_ level: AccessibilityHeadingLevel) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityHeading(_ level: AccessibilityHeadingLevel) -> some View { self }
    // Apple: func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View
    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
        Changed(content: self) { context, content in
            let nodes = context.draw(content)
            let node = nodes.count == 1 ? nodes[0] : context.node(.group, nodes)
            if children == .combine { node.combines = true }
            if children == .ignore { node.children.forEach { $0.isHidden = true } }
            return [node]
        }
    }
    // Apple: func accessibilityAction(named name: Text, _ handler: @escaping () -> Void) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityAction(named name: Text, _ handler: @escaping () -> Void) -> some View { nodes { $0.customActions.append(CustomAction(name: name.words, run: handler)) } }
    // Apple: func accessibilityAction<S>(named name: S, _ handler: @escaping () -> Void) -> ModifiedContent<Self, AccessibilityAttachmentModifier> where S: StringProtocol
    @_disfavoredOverload
    public func accessibilityAction<S: StringProtocol>(named name: S, _ handler: @escaping () -> Void) -> some View { accessibilityAction(named: Text(name), handler) }
    // Apple: func accessibilityAdjustableAction(_ handler: @escaping (AccessibilityAdjustmentDirection) -> Void) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilityAdjustableAction(_ handler: @escaping (AccessibilityAdjustmentDirection) -> Void) -> some View {
        nodes { $0.step = { handler($0 > 0 ? .increment : .decrement) } }
    }
    // Apple: func accessibilitySortPriority(_ sortPriority: Double) -> ModifiedContent<Self, AccessibilityAttachmentModifier>
    public func accessibilitySortPriority(_ sortPriority: Double) -> some View { self }
    // Apple: func accessibilityInputLabels<S>(_ inputLabels: [S]) -> ModifiedContent<Self, AccessibilityAttachmentModifier> where S: StringProtocol
    public func accessibilityInputLabels<S: StringProtocol>(_ inputLabels: [S]) -> some View { self }
    // Apple: func accessibilityIgnoresInvertColors(_ active: Bool = true) -> some View
    public func accessibilityIgnoresInvertColors(_ active: Bool = true) -> some View { self }
    // Apple: func accessibilityShowsLargeContentViewer() -> some View
    public func accessibilityShowsLargeContentViewer() -> some View { self }
    // Apple: func speechSpellsOutCharacters(_ value: Bool = true) -> some View
    public func speechSpellsOutCharacters(_ value: Bool = true) -> some View { self }
}
