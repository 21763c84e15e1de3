// What happens by itself, and what a resident does besides touching: bars, searching, pulling, sliding.

extension View {
    // Apple: func onAppear(perform action: (() -> Void)? = nil) -> some View
    public func onAppear(perform action: (() -> Void)? = nil) -> some View { living("appear") { .init(appear: action) } }
    // Apple: func onDisappear(perform action: (() -> Void)? = nil) -> some View
    public func onDisappear(perform action: (() -> Void)? = nil) -> some View { living("disappear") { .init(disappear: action) } }
    // Apple: func task(priority: TaskPriority = .userInitiated, _ action: @escaping @Sendable () async -> Void) -> some View   (with @_inheritActorContext)
    public func task(priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void) -> some View {
        living("task") { .init(task: (0, { _ in true }, action)) }
    }
    // Apple: func task<T>(id value: T, priority: TaskPriority = .userInitiated, _ action: @escaping @Sendable () async -> Void) -> some View where T: Equatable   (with @_inheritActorContext)
    public func task<T: Equatable>(id value: T, priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void) -> some View {
        living("task-id") { .init(task: (value, { $0 as? T == value }, action)) }
    }
    // Apple: func onChange<V>(of value: V, initial: Bool = false, _ action: @escaping (_ oldValue: V, _ newValue: V) -> Void) -> some View where V: Equatable
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void) -> some View {
        living("change") {
            .init(change: (value, { $0 as? V == value }, { if let old = $0 as? V { action(old, value) } }, initial))
        }
    }
    // Apple: func onChange<V>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some View where V: Equatable
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some View {
        onChange(of: value, initial: initial) { _, _ in action() }
    }
    private func living(_ name: String, _ life: @escaping () -> Memory.Life) -> some View {
        Changed(content: self) { context, content in
            let inside = context.at(name)
            context.memory.live(at: inside.path, life())
            return inside.draw(content)
        }
    }
    // Apple: func onOpenURL(perform action: @escaping (URL) -> ()) -> some View
    public func onOpenURL(perform action: @escaping (URL) -> Void) -> some View {
        Changed(content: self) { context, content in
            context.memory.openURLHandlers.append(action)
            return context.draw(content)
        }
    }
    // Apple: func refreshable(action: @escaping @Sendable () async -> Void) -> some View   (with @_inheritActorContext)
    public func refreshable(@_inheritActorContext action: @escaping @Sendable () async -> Void) -> some View {
        environment { $0.refresh = RefreshAction { await action() } }
    }
    // Apple: func searchable<S>(text: Binding<String>, placement: SearchFieldPlacement = .automatic, prompt: S) -> some View where S: StringProtocol
    @_disfavoredOverload
    public func searchable<S: StringProtocol>(text: Binding<String>, placement: SearchFieldPlacement = .automatic, prompt: S) -> some View {
        searchable(text: text, placement: placement, prompt: Text(prompt))
    }
    // Apple: func searchable(text: Binding<String>, placement: SearchFieldPlacement = .automatic, prompt: Text? = nil) -> some View
    public func searchable(text: Binding<String>, placement: SearchFieldPlacement = .automatic, prompt: Text? = nil) -> some View {
        Changed(content: self) { context, content in
            let node = context.node(.textField, label: prompt?.words ?? "Search")
            node.identifier = "SearchField"
            node.traits.insert(.isSearchField)
            node.value = text.wrappedValue
            node.setText = { text.wrappedValue = $0 }
            return [node] + context.with(\.isSearching, !text.wrappedValue.isEmpty).draw(content)
        }
    }
    // Apple: func onSubmit(of triggers: SubmitTriggers = .text, _ action: @escaping (() -> Void)) -> some View
    public func onSubmit(of triggers: SubmitTriggers = .text, _ action: @escaping () -> Void) -> some View { environment { $0.submit = action } }
    // Apple: func submitLabel(_ submitLabel: SubmitLabel) -> some View
    public func submitLabel(_ submitLabel: SubmitLabel) -> some View { self }
    // Apple: func swipeActions<T>(edge: HorizontalEdge = .trailing, allowsFullSwipe: Bool = true, @ViewBuilder content: () -> T) -> some View where T: View
    public func swipeActions<T: View>(edge: HorizontalEdge = .trailing, allowsFullSwipe: Bool = true, @ViewBuilder content: () -> T) -> some View {
        let actions = content()
        return Changed(content: self) { context, view in
            let nodes = context.draw(view)
            nodes.first?.swipeActions += context.at("swipe").draw(actions)
            return nodes
        }
    }
    // Apple: func contextMenu<MenuItems>(@ViewBuilder menuItems: () -> MenuItems) -> some View where MenuItems: View
    public func contextMenu<MenuItems: View>(@ViewBuilder menuItems: () -> MenuItems) -> some View {
        let items = menuItems()
        return Changed(content: self) { context, view in
            let nodes = context.draw(view)
            nodes.first?.menuItems += context.at("menu").draw(items)
            return nodes
        }
    }
    // Apple: func onTapGesture(count: Int = 1, perform action: @escaping () -> Void) -> some View
    public func onTapGesture(count: Int = 1, perform action: @escaping () -> Void) -> some View { nodes { $0.press = action } }
    // Apple: func toolbar<Content>(@ToolbarContentBuilder content: () -> Content) -> some View where Content: ToolbarContent
    public func toolbar<Content: ToolbarContent>(@ToolbarContentBuilder content: () -> Content) -> some View {
        let items = content()
        return toolbar { items.drawItems($0) }
    }
    // Apple: func toolbar<Content>(@ViewBuilder content: () -> Content) -> some View where Content: View
    public func toolbar<Content: View>(@ViewBuilder content: () -> Content) -> some View {
        let items = content()
        return toolbar { $0.draw(items) }
    }
    private func toolbar(_ items: @escaping (Context) -> [Node]) -> some View {
        Changed(content: self) { context, content in
            let nodes = items(context.at("toolbar"))
            let body = context.draw(content)
            guard let navigation = context.environment.navigation else { return nodes + body }
            navigation.toolbar += nodes
            return body
        }
    }
    // Apple: func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View
    public func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View { self }
    // Apple: func toolbarBackground<S>(_ style: S, for bars: ToolbarPlacement...) -> some View where S: ShapeStyle
    public func toolbarBackground<S: ShapeStyle>(_ style: S, for bars: ToolbarPlacement...) -> some View { self }
    // Apple: func toolbarTitleMenu<C>(@ViewBuilder content: () -> C) -> some View where C: View
    public func toolbarTitleMenu<C: View>(@ViewBuilder content: () -> C) -> some View {
        let items = content()
        return Changed(content: self) { context, content in
            let nodes = context.at("title-menu").draw(items)
            let body = context.draw(content)
            if !nodes.isEmpty {
                let menu = context.node(.menu, nodes)
                menu.identifier = "TitleMenu"
                menu.spoken = context.environment.navigation?.title
                context.environment.navigation?.toolbar.append(menu)
            }
            return body
        }
    }
    // Apple: func toolbarTitleDisplayMode(_ mode: ToolbarTitleDisplayMode) -> some View
    public func toolbarTitleDisplayMode(_ mode: ToolbarTitleDisplayMode) -> some View { self }
}

/// Apple: `public protocol ToolbarContent { associatedtype Body: ToolbarContent; @ToolbarContentBuilder var body: Self.Body { get } }`
@MainActor
public protocol ToolbarContent {
    func drawItems(_ place: ToolbarDrawing) -> [Node]
}

/// Where the bar is drawn.
@MainActor
public struct ToolbarDrawing { let context: Context }
extension ToolbarContent {
    func drawItems(_ context: Context) -> [Node] { drawItems(ToolbarDrawing(context: context)) }
}
/// Apple: `public struct ToolbarItem<ID, Content>: ToolbarContent where Content: View`
public struct ToolbarItem<Content: View>: ToolbarContent {
    let content: Content
    // Apple: init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content)   where ID == ()
    public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content) { self.content = content() }
    public func drawItems(_ place: ToolbarDrawing) -> [Node] { place.context.draw(content) }
}
/// Apple: `public struct ToolbarItemGroup<Content>: ToolbarContent where Content: View`
public struct ToolbarItemGroup<Content: View>: ToolbarContent {
    let content: Content
    // Apple: init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content)
    public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content) { self.content = content() }
    public func drawItems(_ place: ToolbarDrawing) -> [Node] { place.context.draw(content) }
}
/// Apple: `@resultBuilder public struct ToolbarContentBuilder`
@resultBuilder
public struct ToolbarContentBuilder {
    public struct Items: ToolbarContent {
        let items: [any ToolbarContent]
        public func drawItems(_ place: ToolbarDrawing) -> [Node] {
            items.enumerated().flatMap { $1.drawItems(ToolbarDrawing(context: place.context.at($0))) }
        }
    }
    public static func buildExpression<C: ToolbarContent>(_ content: C) -> C { content }
    @MainActor public static func buildBlock(_ items: any ToolbarContent...) -> Items { Items(items: items) }
    @MainActor public static func buildIf(_ items: (any ToolbarContent)?) -> Items { Items(items: items.map { [$0] } ?? []) }
    @MainActor public static func buildEither(first: any ToolbarContent) -> Items { Items(items: [first]) }
    @MainActor public static func buildEither(second: any ToolbarContent) -> Items { Items(items: [second]) }
}
/// Apple: `public struct ToolbarItemPlacement { static let automatic, principal, topBarLeading, topBarTrailing, bottomBar, confirmationAction, cancellationAction, primaryAction, secondaryAction, destructiveAction, navigation, keyboard, status }`
public struct ToolbarItemPlacement: Sendable {
    public static let automatic = Self(), principal = Self(), topBarLeading = Self(), topBarTrailing = Self(), bottomBar = Self()
    public static let confirmationAction = Self(), cancellationAction = Self(), primaryAction = Self(), secondaryAction = Self()
    public static let destructiveAction = Self(), navigation = Self(), keyboard = Self(), status = Self()
}
/// Apple: `public struct ToolbarPlacement: Sendable { static var automatic, navigationBar, tabBar, bottomBar }`
public struct ToolbarPlacement: Sendable {
    public static let automatic = Self(), navigationBar = Self(), tabBar = Self(), bottomBar = Self()
}
/// Apple: `public struct ToolbarTitleDisplayMode: Sendable { static var automatic, large, inlineLarge, inline }`
public struct ToolbarTitleDisplayMode: Sendable {
    public static let automatic = Self(), large = Self(), inlineLarge = Self(), inline = Self()
}
/// Apple: `public struct SearchFieldPlacement: Sendable { static let automatic, toolbar, sidebar, navigationBarDrawer; static func navigationBarDrawer(displayMode: NavigationBarDrawerDisplayMode) -> SearchFieldPlacement }`
public struct SearchFieldPlacement: Sendable {
    public enum NavigationBarDrawerDisplayMode: Sendable { case automatic, always }
    public static let automatic = Self(), toolbar = Self()
    public static func navigationBarDrawer(displayMode: NavigationBarDrawerDisplayMode) -> Self { Self() }
}
/// Apple: `public struct SubmitTriggers: OptionSet, Sendable { static let text, search }`
public struct SubmitTriggers: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let text = Self(rawValue: 1), search = Self(rawValue: 2)
}
/// Apple: `public struct SubmitLabel: Sendable { static var done, go, send, join, route, search, return, next, continue }`
public struct SubmitLabel: Sendable {
    public static let done = Self(), go = Self(), send = Self(), search = Self(), next = Self(), `return` = Self(), `continue` = Self()
}
