// Views, and how they are put together.

/// Apple: `@MainActor @preconcurrency public protocol View { associatedtype Body: View; @ViewBuilder @MainActor @preconcurrency var body: Self.Body { get } }`
@MainActor @preconcurrency
public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency var body: Self.Body { get }
}

/// Apple: `extension Never: View`
extension Never: View {
    public var body: Never { fatalError("never drawn") }
}

/// A view that draws itself.
protocol Primitive: View, Drawn where Body == Never {}
extension Primitive {
    public var body: Never { fatalError("drawn without a body") }
}

/// Apple: `@resultBuilder public struct ViewBuilder`
@resultBuilder
public struct ViewBuilder {
    // Apple: static func buildExpression<Content>(_ content: Content) -> Content where Content: View
    public static func buildExpression<Content: View>(_ content: Content) -> Content { content }
    // Apple: static func buildBlock() -> EmptyView
    public static func buildBlock() -> EmptyView { EmptyView() }
    // Apple: static func buildBlock<Content>(_ content: Content) -> Content where Content: View
    public static func buildBlock<Content: View>(_ content: Content) -> Content { content }
    // Apple: static func buildBlock<each Content>(_ content: repeat each Content) -> TupleView<(repeat each Content)> where repeat each Content: View
    @MainActor
    public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<(repeat each Content)> {
        var parts: [(Context) -> [Node]] = []
        for view in repeat each content {
            parts.append { $0.draw(view) }
        }
        return TupleView(value: (repeat each content), parts: parts)
    }
    // Apple: static func buildIf<Content>(_ content: Content?) -> Content? where Content: View
    public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }
    // Apple: static func buildEither<TrueContent, FalseContent>(first: TrueContent) -> _ConditionalContent<TrueContent, FalseContent> where TrueContent: View, FalseContent: View
    @MainActor
    public static func buildEither<TrueContent: View, FalseContent: View>(
        first: TrueContent
    ) -> _ConditionalContent<TrueContent, FalseContent> { .init(storage: .trueContent(first)) }
    // Apple: static func buildEither<TrueContent, FalseContent>(second: FalseContent) -> _ConditionalContent<TrueContent, FalseContent> where TrueContent: View, FalseContent: View
    @MainActor
    public static func buildEither<TrueContent: View, FalseContent: View>(
        second: FalseContent
    ) -> _ConditionalContent<TrueContent, FalseContent> { .init(storage: .falseContent(second)) }
    // Apple: static func buildLimitedAvailability<Content>(_ content: Content) -> AnyView where Content: View
    @MainActor
    public static func buildLimitedAvailability<Content: View>(_ content: Content) -> AnyView { AnyView(content) }
}

/// Apple: `@frozen public struct TupleView<T>: View`
public struct TupleView<T>: Primitive {
    public var value: T
    let parts: [(Context) -> [Node]]
    func draw(_ context: Context) -> [Node] {
        parts.enumerated().flatMap { $1(context.at($0)) }
    }
}

/// Apple: `@frozen public struct _ConditionalContent<TrueContent, FalseContent>`
public struct _ConditionalContent<TrueContent: View, FalseContent: View>: Primitive {
    enum Storage {
        case trueContent(TrueContent)
        case falseContent(FalseContent)
    }
    let storage: Storage
    func draw(_ context: Context) -> [Node] {
        switch storage {
        case .trueContent(let view): context.at("if").draw(view)
        case .falseContent(let view): context.at("else").draw(view)
        }
    }
}

/// Apple: `extension Optional: View where Wrapped: View`
extension Optional: View where Wrapped: View {
    public var body: Never { fatalError("drawn without a body") }
}
extension Optional: Drawn where Wrapped: View {
    func draw(_ context: Context) -> [Node] {
        map { context.at("some").draw($0) } ?? []
    }
}

/// Apple: `@frozen public struct EmptyView: View`
public struct EmptyView: Primitive {
    // Apple: init()
    public nonisolated init() {}
    func draw(_ context: Context) -> [Node] { [] }
}

/// Apple: `@frozen public struct AnyView: View`
public struct AnyView: Primitive {
    let draw: (Context) -> [Node]
    // Apple: init<V>(_ view: V) where V: View
    public init<V: View>(_ view: V) { draw = { $0.at(of: V.self).draw(view) } }
    // Apple: init<V>(erasing view: V) where V: View
    public init<V: View>(erasing view: V) { self.init(view) }
    func draw(_ context: Context) -> [Node] { draw(context) }
}

/// Apple: `@frozen public struct Group<Content>` with `extension Group: View where Content: View`
public struct Group<Content: View>: Primitive {
    let content: Content
    // Apple: init(@ViewBuilder content: () -> Content)
    public init(@ViewBuilder content: () -> Content) { self.content = content() }
    func draw(_ context: Context) -> [Node] { context.at("group").draw(content) }
}

/// Apple: `public struct ForEach<Data, ID, Content> where Data: RandomAccessCollection, ID: Hashable`
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content: View>: Primitive {
    // Apple: var data: Data
    public var data: Data
    // Apple: var content: (Data.Element) -> Content
    public var content: (Data.Element) -> Content
    let id: (Data.Element) -> ID
    var delete: ((IndexSet) -> Void)?

    // Apple: init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> Content)   where Data.Element: Identifiable, ID == Data.Element.ID
    public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> Content)
    where Data.Element: Identifiable, ID == Data.Element.ID {
        self.data = data
        self.content = content
        id = { $0.id }
    }
    // Apple: init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content)
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content) {
        self.data = data
        self.content = content
        self.id = { $0[keyPath: id] }
    }
    // Apple: init(_ data: Range<Int>, @ViewBuilder content: @escaping (Int) -> Content)   where Data == Range<Int>, ID == Int
    public init(_ data: Range<Int>, @ViewBuilder content: @escaping (Int) -> Content) where Data == Range<Int>, ID == Int {
        self.data = data
        self.content = content
        id = { $0 }
    }
    func draw(_ context: Context) -> [Node] {
        var seen: Set<ID> = []
        return data.enumerated().flatMap { index, element in
            let id = id(element)
            precondition(seen.insert(id).inserted, "ForEach: the id \(id) occurs more than once")
            let nodes = context.at("\(id)").draw(content(element))
            if let delete {
                let action = Node(.button, label: "Delete")
                action.press = { delete(IndexSet(integer: index)) }
                for node in nodes { node.swipeActions.append(action) }
            }
            return nodes
        }
    }
}

extension ForEach {
    // Apple: func onDelete(perform action: ((IndexSet) -> Void)?) -> some DynamicViewContent
    public func onDelete(perform action: ((IndexSet) -> Void)?) -> Self {
        var copy = self
        copy.delete = action
        return copy
    }
}

/// Apple: `@MainActor @preconcurrency public protocol ViewModifier { associatedtype Body: View; @ViewBuilder func body(content: Self.Content) -> Self.Body; typealias Content }`
@MainActor @preconcurrency
public protocol ViewModifier {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency func body(content: Content) -> Body
    typealias Content = _ViewModifier_Content<Self>
}

/// Apple: `public struct _ViewModifier_Content<Modifier>: View`
public struct _ViewModifier_Content<Modifier>: Primitive {
    let drawContent: (Context) -> [Node]
    func draw(_ context: Context) -> [Node] { drawContent(context) }
}

/// Apple: `@frozen public struct ModifiedContent<Content, Modifier>`
public struct ModifiedContent<Content: View, Modifier: ViewModifier>: Primitive {
    public var content: Content
    public var modifier: Modifier
    func draw(_ context: Context) -> [Node] {
        let inside = context.at(of: Modifier.self)
        inside.install(in: modifier, at: inside)
        let inner = _ViewModifier_Content<Modifier> { [content] in $0.draw(content) }
        return inside.draw(modifier.body(content: inner))
    }
}

extension View {
    // Apple: func modifier<T>(_ modifier: T) -> ModifiedContent<Self, T>
    public func modifier<T: ViewModifier>(_ modifier: T) -> ModifiedContent<Self, T> {
        ModifiedContent(content: self, modifier: modifier)
    }
}

/// A view whose drawing is changed by one of the modifiers of this module.
struct Changed<Content: View>: Primitive {
    let content: Content
    let change: (Context, Content) -> [Node]
    func draw(_ context: Context) -> [Node] { change(context, content) }
}

extension View {
    /// Changes the nodes of this view.
    func nodes(_ change: @escaping (Node) -> Void) -> some View {
        Changed(content: self) { context, content in
            let nodes = context.draw(content)
            nodes.forEach(change)
            return nodes
        }
    }
    /// Draws this view in another environment.
    func environment(_ change: @escaping (inout EnvironmentValues) -> Void) -> some View {
        Changed(content: self) { context, content in
            var context = context
            change(&context.environment)
            return context.draw(content)
        }
    }
}

import Foundation
