// Ways from one screen to the next.

/// Apple: `public struct NavigationPath { var count: Int { get }; var isEmpty: Bool { get }; init(); init<S>(_ elements: S) where S: Sequence, S.Element: Hashable; mutating func append<V>(_ value: V) where V: Hashable; mutating func removeLast(_ k: Int = 1) }`
public struct NavigationPath: Equatable {
    var values: [AnyHashable] = []
    public var count: Int { values.count }
    public var isEmpty: Bool { values.isEmpty }
    public init() {}
    public init<S: Sequence>(_ elements: S) where S.Element: Hashable { values = elements.map { AnyHashable($0) } }
    public mutating func append<V: Hashable>(_ value: V) { values.append(AnyHashable(value)) }
    public mutating func removeLast(_ k: Int = 1) { values.removeLast(k) }
}

/// What the views inside a stack tell it.
@MainActor
final class Navigation {
    var destinations: [(AnyHashable) -> ((Context) -> [Node])?] = []
    /// Screens shown by a flag or an item rather than by the path, in order.
    var shown: [(place: String, draw: (Context) -> [Node], dismiss: () -> Void)] = []
    var push: (AnyHashable) -> Void = { _ in }
    var title = ""
    var toolbar: [Node] = []
}

/// Apple: `@MainActor @preconcurrency public struct NavigationStack<Data, Root>: View where Root: View`
public struct NavigationStack<Data, Root: View>: View {
    let outside: Binding<[AnyHashable]>?
    let root: Root
    @State private var inside: [AnyHashable] = []

    // Apple: init(@ViewBuilder root: () -> Root)   where Data == NavigationPath
    public init(@ViewBuilder root: () -> Root) where Data == NavigationPath { (outside, self.root) = (nil, root()) }
    // Apple: init(path: Binding<NavigationPath>, @ViewBuilder root: () -> Root)   where Data == NavigationPath
    public init(path: Binding<NavigationPath>, @ViewBuilder root: () -> Root) where Data == NavigationPath {
        outside = Binding(get: { path.wrappedValue.values }, set: { path.wrappedValue.values = $0 })
        self.root = root()
    }
    // Apple: init(path: Binding<Data>, @ViewBuilder root: () -> Root)   where Data: MutableCollection, Data: RandomAccessCollection, Data: RangeReplaceableCollection, Data.Element: Hashable
    public init(path: Binding<Data>, @ViewBuilder root: () -> Root)
    where Data: MutableCollection & RandomAccessCollection & RangeReplaceableCollection, Data.Element: Hashable {
        outside = Binding(
            get: { path.wrappedValue.map { AnyHashable($0) } },
            set: { path.wrappedValue = Data($0.compactMap { $0.base as? Data.Element }) })
        self.root = root()
    }
    public var body: some View { Screens(path: outside ?? $inside, root: root) }
}

private struct Screens<Root: View>: Primitive {
    let path: Binding<[AnyHashable]>
    let root: Root

    func draw(_ context: Context) -> [Node] {
        let path = path
        var screens: [Node] = []
        var destinations: [(AnyHashable) -> ((Context) -> [Node])?] = []
        func screen(_ place: String, back: (() -> Void)?, _ content: (Context) -> [Node]) {
            let navigation = Navigation()
            navigation.destinations = destinations
            navigation.push = { path.wrappedValue.append($0) }
            let previous = screens.last?.label
            var inside = context.at(place).with(\.navigation, navigation)
            if let back {
                inside.environment.dismiss = DismissAction { back() }
                inside.environment.isPresented = true
            }
            let nodes = content(inside)
            destinations = navigation.destinations
            let node = Node(.screen, label: navigation.title)
            if let back {
                let button = Node(.button, label: previous.flatMap { $0.isEmpty ? nil : $0 } ?? "Back")
                button.identifier = "BackButton"
                button.press = back
                node.children.append(button)
            }
            node.children += navigation.toolbar + nodes
            screens.last?.isCovered = true
            screens.append(node)
            for next in navigation.shown { screen(next.place, back: next.dismiss, next.draw) }
        }
        screen("root", back: nil) { $0.draw(root) }
        for (index, value) in path.wrappedValue.enumerated() {
            guard let draw = destinations.lazy.compactMap({ $0(value) }).first else {
                fatalError("no navigationDestination for \(type(of: value.base))")
            }
            screen("\(index)-\(value)", back: { path.wrappedValue.removeLast(path.wrappedValue.count - index) }, draw)
        }
        return [Node(.navigation, children: screens)]
    }
}

extension View {
    // Apple: func navigationDestination<D, C>(for data: D.Type, @ViewBuilder destination: @escaping (D) -> C) -> some View where D: Hashable, C: View
    public func navigationDestination<D: Hashable, C: View>(for data: D.Type, @ViewBuilder destination: @escaping (D) -> C) -> some View {
        Changed(content: self) { context, content in
            context.environment.navigation?.destinations.append { value in
                (value.base as? D).map { value in { $0.draw(destination(value)) } }
            }
            return context.draw(content)
        }
    }
    // Apple: func navigationDestination<V>(isPresented: Binding<Bool>, @ViewBuilder destination: () -> V) -> some View where V: View
    public func navigationDestination<V: View>(isPresented: Binding<Bool>, @ViewBuilder destination: () -> V) -> some View {
        let destination = destination()
        return Changed(content: self) { context, content in
            if isPresented.wrappedValue {
                context.environment.navigation?.shown.append(("flag-\(V.self)", { $0.draw(destination) }, { isPresented.wrappedValue = false }))
            }
            return context.draw(content)
        }
    }
    // Apple: func navigationDestination<D, C>(item: Binding<Optional<D>>, @ViewBuilder destination: @escaping (D) -> C) -> some View where D: Hashable, C: View
    public func navigationDestination<D: Hashable, C: View>(item: Binding<D?>, @ViewBuilder destination: @escaping (D) -> C) -> some View {
        Changed(content: self) { context, content in
            if let value = item.wrappedValue {
                context.environment.navigation?.shown.append(("item-\(value)", { $0.draw(destination(value)) }, { item.wrappedValue = nil }))
            }
            return context.draw(content)
        }
    }
    // Apple: func navigationTitle<S>(_ title: S) -> some View where S: StringProtocol
    @_disfavoredOverload
    public func navigationTitle<S: StringProtocol>(_ title: S) -> some View { navigationTitle(Text(title)) }
    // Apple: func navigationTitle(_ titleKey: LocalizedStringKey) -> some View
    public func navigationTitle(_ titleKey: LocalizedStringKey) -> some View { navigationTitle(Text(titleKey)) }
    // Apple: func navigationTitle(_ title: Text) -> some View
    public func navigationTitle(_ title: Text) -> some View {
        Changed(content: self) { context, content in
            context.environment.navigation?.title = title.words
            return context.draw(content)
        }
    }
    // Apple: func navigationBarTitleDisplayMode(_ displayMode: NavigationBarItem.TitleDisplayMode) -> some View
    public func navigationBarTitleDisplayMode(_ displayMode: NavigationBarItem.TitleDisplayMode) -> some View { self }
    // Apple: func navigationBarBackButtonHidden(_ hidesBackButton: Bool = true) -> some View
    public func navigationBarBackButtonHidden(_ hidesBackButton: Bool = true) -> some View { self }
}
/// Apple: `public struct NavigationBarItem: Sendable { enum TitleDisplayMode: Sendable { case automatic, inline, large } }`
public struct NavigationBarItem: Sendable {
    public enum TitleDisplayMode: Sendable { case automatic, inline, large }
}

/// Apple: `public struct NavigationLink<Label, Destination>: View where Label: View, Destination: View`
public struct NavigationLink<Label: View, Destination: View>: View {
    let label: Label
    let destination: Destination?
    let value: AnyHashable?
    @State private var isShown = false
    // Apple: init(@ViewBuilder destination: () -> Destination, @ViewBuilder label: () -> Label)
    public init(@ViewBuilder destination: () -> Destination, @ViewBuilder label: () -> Label) {
        (self.destination, self.label, value) = (destination(), label(), nil)
    }
    public var body: some View {
        Changed(content: label) { [isShown = $isShown] context, label in
            let navigation = context.environment.navigation
            let node = context.node(.button, context.draw(label))
            node.combines = true
            node.traits.insert(.isButton)
            if let destination {
                if isShown.wrappedValue {
                    navigation?.shown.append((context.path, { $0.draw(destination) }, { isShown.wrappedValue = false }))
                }
                node.press = { isShown.wrappedValue = true }
            } else if let value {
                node.press = { navigation?.push(value) }
            } else {
                node.isEnabled = false
            }
            return [node]
        }
    }
}
extension NavigationLink where Destination == Never {
    // Apple: init<P>(value: P?, @ViewBuilder label: () -> Label) where P: Hashable
    public init<P: Hashable>(value: P?, @ViewBuilder label: () -> Label) {
        (destination, self.label, self.value) = (nil, label(), value.map { AnyHashable($0) })
    }
}
extension NavigationLink where Label == Text, Destination == Never {
    // Apple: init<S, P>(_ title: S, value: P?) where S: StringProtocol, P: Hashable
    @_disfavoredOverload
    public init<S: StringProtocol, P: Hashable>(_ title: S, value: P?) { self.init(value: value) { Text(title) } }
}
extension NavigationLink where Label == Text {
    // Apple: init<S>(_ title: S, @ViewBuilder destination: () -> Destination) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, @ViewBuilder destination: () -> Destination) { self.init(destination: destination) { Text(title) } }
}

/// Apple: `public protocol TabContent<TabValue>` with `@resultBuilder public struct TabContentBuilder<TabValue> where TabValue: Hashable`
@MainActor
public protocol TabContent<TabValue> {
    associatedtype TabValue: Hashable
    var tabs: [TabScreen<TabValue>] { get }
}
/// A tab, ready to be drawn.
public struct TabScreen<TabValue: Hashable> {
    let title: String, image: String, value: TabValue?, badge: String?
    let draw: (Context) -> [Node]
}
/// Apple: `public struct Tab<Value, Content, Label> where Label: View` with `extension Tab: TabContent where Value: Hashable, Content: View`
public struct Tab<Value: Hashable, Content: View, Label: View>: TabContent {
    public typealias TabValue = Value
    let title: String, image: String, value: Value?
    let content: () -> Content
    public var tabs: [TabScreen<Value>] { [TabScreen(title: title, image: image, value: value, badge: nil) { $0.draw(content()) }] }
}
extension Tab where Label == DefaultTabLabel {
    // Apple: init<S>(_ title: S, systemImage: String, value: Value, @ViewBuilder content: () -> Content) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, systemImage: String, value: Value, @ViewBuilder content: @escaping () -> Content) {
        (self.title, image, self.value, self.content) = (String(title), systemImage, value, content)
    }
    // Apple: init(_ titleKey: LocalizedStringKey, systemImage: String, value: Value, @ViewBuilder content: () -> Content)
    public init(_ titleKey: LocalizedStringKey, systemImage: String, value: Value, @ViewBuilder content: @escaping () -> Content) {
        (title, image, self.value, self.content) = (titleKey.key, systemImage, value, content)
    }
}
/// Apple: `public struct DefaultTabLabel: View`
public struct DefaultTabLabel: Primitive {
    func draw(_ context: Context) -> [Node] { [] }
}
struct BadgedTab<Base: TabContent>: TabContent {
    let base: Base, text: String?
    var tabs: [TabScreen<Base.TabValue>] {
        base.tabs.map { TabScreen(title: $0.title, image: $0.image, value: $0.value, badge: text, draw: $0.draw) }
    }
}
extension TabContent {
    // Apple: func badge(_ count: Int) -> some TabContent<Self.TabValue>
    public func badge(_ count: Int) -> some TabContent<TabValue> { BadgedTab(base: self, text: count == 0 ? nil : "\(count)") }
    // Apple: func accessibilityIdentifier(_ identifier: String, isEnabled: Bool = true) -> some TabContent<Self.TabValue>
    public func accessibilityIdentifier(_ identifier: String, isEnabled: Bool = true) -> some TabContent<TabValue> { self }
}
/// Apple: `@resultBuilder public struct TabContentBuilder<TabValue> where TabValue: Hashable`
@resultBuilder
public struct TabContentBuilder<TabValue: Hashable> {
    public struct Tabs: TabContent { public let tabs: [TabScreen<TabValue>] }
    @MainActor public static func buildExpression<C: TabContent>(_ content: C) -> [TabScreen<TabValue>] where C.TabValue == TabValue { content.tabs }
    public static func buildBlock(_ tabs: [TabScreen<TabValue>]...) -> [TabScreen<TabValue>] { tabs.flatMap { $0 } }
    public static func buildIf(_ tabs: [TabScreen<TabValue>]?) -> [TabScreen<TabValue>] { tabs ?? [] }
    @MainActor public static func buildFinalResult(_ tabs: [TabScreen<TabValue>]) -> Tabs { Tabs(tabs: tabs) }
}
/// Apple: `public struct TabView<SelectionValue, Content>: View where SelectionValue: Hashable, Content: View`
public struct TabView<SelectionValue: Hashable>: Primitive {
    let selection: Binding<SelectionValue>
    let tabs: [TabScreen<SelectionValue>]
    // Apple: init<C>(selection: Binding<SelectionValue>, @TabContentBuilder<SelectionValue> content: () -> C) where Content == TabContentBuilder<SelectionValue>.Content<C>, C: TabContent
    public init<C: TabContent>(selection: Binding<SelectionValue>, @TabContentBuilder<SelectionValue> content: () -> C) where C.TabValue == SelectionValue {
        (self.selection, tabs) = (selection, content().tabs)
    }
    // Tabs that were visited keep their state, as in UIKit; here all of them are kept, and the chosen one is on top.
    func draw(_ context: Context) -> [Node] {
        let selection = selection
        var bar: [Node] = [], screens: [Node] = []
        for (index, tab) in tabs.enumerated() {
            let button = context.node(.tab, label: tab.title)
            let chosen = tab.value == selection.wrappedValue
            if chosen { button.traits.insert(.isSelected) }
            button.value = tab.badge
            button.press = { if let value = tab.value { selection.wrappedValue = value } }
            bar.append(button)
            let screen = Node(.group, children: tab.draw(context.at("tab\(index)")))
            screen.isCovered = !chosen
            screens.append(screen)
        }
        return screens + bar
    }
}
