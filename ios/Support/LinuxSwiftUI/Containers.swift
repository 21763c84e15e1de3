// What holds other views. Nothing is measured here: a container is its children, in order.

/// A container that only arranges.
protocol Arranging: Primitive {
    associatedtype Content: View
    var content: Content { get }
    var kind: Node.Kind { get }
}
extension Arranging {
    var kind: Node.Kind { .group }
    func draw(_ context: Context) -> [Node] { [context.node(kind, context.at(kind.rawValue).draw(content))] }
}

/// Apple: `@frozen public struct VStack<Content>: View where Content: View`
public struct VStack<Content: View>: Arranging {
    let content: Content
    // Apple: init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content)
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) { self.content = content() }
}
/// Apple: `@frozen public struct HStack<Content>: View where Content: View`
public struct HStack<Content: View>: Arranging {
    let content: Content
    // Apple: init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content)
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) { self.content = content() }
}
/// Apple: `@frozen public struct ZStack<Content>: View where Content: View`
public struct ZStack<Content: View>: Arranging {
    let content: Content
    // Apple: init(alignment: Alignment = .center, @ViewBuilder content: () -> Content)
    public init(alignment: Alignment = .center, @ViewBuilder content: () -> Content) { self.content = content() }
}
/// Apple: `public struct LazyVStack<Content>: View where Content: View`
public struct LazyVStack<Content: View>: Arranging {
    let content: Content
    // Apple: init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, pinnedViews: PinnedScrollableViews = .init(), @ViewBuilder content: () -> Content)
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) { self.content = content() }
}
/// Apple: `public struct LazyHStack<Content>: View where Content: View`
public struct LazyHStack<Content: View>: Arranging {
    let content: Content
    // Apple: init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, pinnedViews: PinnedScrollableViews = .init(), @ViewBuilder content: () -> Content)
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) { self.content = content() }
}
/// Apple: `public struct LazyVGrid<Content>: View where Content: View`
public struct LazyVGrid<Content: View>: Arranging {
    let content: Content
    // Apple: init(columns: [GridItem], alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, pinnedViews: PinnedScrollableViews = .init(), @ViewBuilder content: () -> Content)
    public init(columns: [GridItem], alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) { self.content = content() }
}
/// Apple: `public struct GridItem: Sendable { init(_ size: GridItem.Size = .flexible(), spacing: CGFloat? = nil, alignment: Alignment? = nil); enum Size { case fixed(CGFloat), flexible(minimum: CGFloat = 10, maximum: CGFloat = .infinity), adaptive(minimum: CGFloat, maximum: CGFloat = .infinity) } }`
public struct GridItem: Sendable {
    public enum Size: Sendable {
        case fixed(CGFloat)
        case flexible(minimum: CGFloat = 10, maximum: CGFloat = .infinity)
        case adaptive(minimum: CGFloat, maximum: CGFloat = .infinity)
    }
    public init(_ size: Size = .flexible(), spacing: CGFloat? = nil, alignment: Alignment? = nil) {}
}
/// Apple: `@frozen public struct Grid<Content> where Content: View`
public struct Grid<Content: View>: Arranging {
    let content: Content
    // Apple: init(alignment: Alignment = .center, horizontalSpacing: CGFloat? = nil, verticalSpacing: CGFloat? = nil, @ViewBuilder content: () -> Content)
    public init(alignment: Alignment = .center, horizontalSpacing: CGFloat? = nil, verticalSpacing: CGFloat? = nil, @ViewBuilder content: () -> Content) { self.content = content() }
}
/// Apple: `@frozen public struct GridRow<Content> where Content: View`
public struct GridRow<Content: View>: Arranging {
    let content: Content
    // Apple: init(alignment: VerticalAlignment? = nil, @ViewBuilder content: () -> Content)
    public init(alignment: VerticalAlignment? = nil, @ViewBuilder content: () -> Content) { self.content = content() }
}
/// Apple: `@frozen public struct ViewThatFits<Content>: View where Content: View`. Here the first always fits.
public struct ViewThatFits<Content: View>: Primitive {
    let content: Content
    // Apple: init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> Content)
    public init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> Content) { self.content = content() }
    func draw(_ context: Context) -> [Node] { Array(context.draw(content).prefix(1)) }
}
/// Apple: `public struct ScrollView<Content>: View where Content: View`
public struct ScrollView<Content: View>: Primitive {
    let content: Content
    // Apple: init(_ axes: Axis.Set = .vertical, showsIndicators: Bool = true, @ViewBuilder content: () -> Content)
    public init(_ axes: Axis.Set = .vertical, showsIndicators: Bool = true, @ViewBuilder content: () -> Content) { self.content = content() }
    func draw(_ context: Context) -> [Node] { [pullable(context.node(.scroll, context.at("scroll").draw(content)), context)] }
}
@MainActor
func pullable(_ node: Node, _ context: Context) -> Node {
    if let refresh = context.environment.refresh { node.refresh = { await refresh() } }
    return node
}
/// Apple: `@frozen public struct Spacer: View`
public struct Spacer: Primitive {
    // Apple: init(minLength: CGFloat? = nil)
    public nonisolated init(minLength: CGFloat? = nil) {}
    func draw(_ context: Context) -> [Node] { [] }
}
/// Apple: `public struct Divider: View`
public struct Divider: Primitive {
    // Apple: init()
    public nonisolated init() {}
    func draw(_ context: Context) -> [Node] { [] }
}
/// Apple: `public struct GroupBox<Label, Content>: View where Label: View, Content: View`
public struct GroupBox<Label: View, Content: View>: Primitive {
    let label: Label, content: Content
    // Apple: init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label)
    public init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label) {
        self.content = content()
        self.label = label()
    }
    func draw(_ context: Context) -> [Node] { [context.node(.group, context.at("label").draw(label) + context.at("content").draw(content))] }
}
extension GroupBox where Label == EmptyView {
    // Apple: init(@ViewBuilder content: () -> Content)   where Label == EmptyView
    public init(@ViewBuilder content: () -> Content) { self.init(content: content, label: { EmptyView() }) }
}

/// Apple: `public struct List<SelectionValue, Content>: View where SelectionValue: Hashable, Content: View`
public struct List<SelectionValue: Hashable, Content: View>: Primitive {
    let content: Content
    // A child is a row, unless it is a section.
    func draw(_ context: Context) -> [Node] {
        [pullable(context.node(.list, rows(context.at("list").draw(content), context)), context)]
    }
}
@MainActor
func rows(_ nodes: [Node], _ context: Context) -> [Node] {
    nodes.map { node in
        if node.kind == .section || node.kind == .row { return node }
        let row = context.node(.row, [node])
        row.swipeActions = node.swipeActions
        row.menuItems = node.menuItems
        return row
    }
}
extension List where SelectionValue == Never {
    // Apple: init(@ViewBuilder content: () -> Content)   where SelectionValue == Never
    public init(@ViewBuilder content: () -> Content) { self.content = content() }
    // Apple: init<Data, RowContent>(_ data: Data, @ViewBuilder rowContent: @escaping (Data.Element) -> RowContent) where Content == ForEach<Data, Data.Element.ID, RowContent>, Data: RandomAccessCollection, RowContent: View, Data.Element: Identifiable
    public init<Data: RandomAccessCollection, RowContent: View>(_ data: Data, @ViewBuilder rowContent: @escaping (Data.Element) -> RowContent)
    where Content == ForEach<Data, Data.Element.ID, RowContent>, Data.Element: Identifiable { content = ForEach(data, content: rowContent) }
    // Apple: init<Data, ID, RowContent>(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder rowContent: @escaping (Data.Element) -> RowContent) where Content == ForEach<Data, ID, RowContent>, …
    public init<Data: RandomAccessCollection, ID: Hashable, RowContent: View>(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder rowContent: @escaping (Data.Element) -> RowContent)
    where Content == ForEach<Data, ID, RowContent> { content = ForEach(data, id: id, content: rowContent) }
}
/// Apple: `public struct Form<Content>: View where Content: View`
public struct Form<Content: View>: Primitive {
    let content: Content
    // Apple: init(@ViewBuilder content: () -> Content)
    public init(@ViewBuilder content: () -> Content) { self.content = content() }
    func draw(_ context: Context) -> [Node] { [pullable(context.node(.list, rows(context.at("form").draw(content), context)), context)] }
}
/// Apple: `public struct Section<Parent, Content, Footer>` with `extension Section: View where Parent: View, Content: View, Footer: View`
public struct Section<Parent: View, Content: View, Footer: View>: Primitive {
    let header: Parent, content: Content, footer: Footer
    // Apple: init(@ViewBuilder content: () -> Content, @ViewBuilder header: () -> Parent, @ViewBuilder footer: () -> Footer)
    public init(@ViewBuilder content: () -> Content, @ViewBuilder header: () -> Parent, @ViewBuilder footer: () -> Footer) {
        self.content = content()
        self.header = header()
        self.footer = footer()
    }
    func draw(_ context: Context) -> [Node] {
        let heading = context.at("header").draw(header)
        heading.forEach { $0.traits.insert(.isHeader) }
        let body = rows(context.at("section").draw(content), context)
        return [context.node(.section, heading + body + context.at("footer").draw(footer))]
    }
}
extension Section where Parent == EmptyView, Footer == EmptyView {
    // Apple: init(@ViewBuilder content: () -> Content)   where Parent == EmptyView, Footer == EmptyView
    public init(@ViewBuilder content: () -> Content) { self.init(content: content, header: { EmptyView() }, footer: { EmptyView() }) }
}
extension Section where Footer == EmptyView {
    // Apple: init(@ViewBuilder content: () -> Content, @ViewBuilder header: () -> Parent)   where Footer == EmptyView
    public init(@ViewBuilder content: () -> Content, @ViewBuilder header: () -> Parent) { self.init(content: content, header: header, footer: { EmptyView() }) }
}
extension Section where Parent == EmptyView {
    // Apple: init(@ViewBuilder content: () -> Content, @ViewBuilder footer: () -> Footer)   where Parent == EmptyView
    public init(@ViewBuilder content: () -> Content, @ViewBuilder footer: () -> Footer) { self.init(content: content, header: { EmptyView() }, footer: footer) }
}
extension Section where Parent == Text, Footer == EmptyView {
    // Apple: init<S>(_ title: S, @ViewBuilder content: () -> Content) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, @ViewBuilder content: () -> Content) { self.init(content: content, header: { Text(title) }) }
    // Apple: init(_ titleKey: LocalizedStringKey, @ViewBuilder content: () -> Content)
    public init(_ titleKey: LocalizedStringKey, @ViewBuilder content: () -> Content) { self.init(content: content, header: { Text(titleKey) }) }
}
/// Apple: `public struct LabeledContent<Label, Content>` with `extension LabeledContent: View where Label: View, Content: View`
public struct LabeledContent<Label: View, Content: View>: Primitive {
    let label: Label, content: Content
    // Apple: init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label)
    public init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label) {
        self.content = content()
        self.label = label()
    }
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.group, context.at("label").draw(label) + context.at("content").draw(content))
        node.combines = true
        return [node]
    }
}
extension LabeledContent where Label == Text {
    // Apple: init<S>(_ title: S, @ViewBuilder content: () -> Content) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, @ViewBuilder content: () -> Content) { self.init(content: content, label: { Text(title) }) }
}
extension LabeledContent where Label == Text, Content == Text {
    // Apple: init<S1, S2>(_ title: S1, value: S2) where S1: StringProtocol, S2: StringProtocol
    @_disfavoredOverload
    public init<S1: StringProtocol, S2: StringProtocol>(_ title: S1, value: S2) { self.init(content: { Text(value) }, label: { Text(title) }) }
}
/// Apple: `public struct DisclosureGroup<Label, Content>: View where Label: View, Content: View`
public struct DisclosureGroup<Label: View, Content: View>: View {
    let expanded: Binding<Bool>?
    let label: Label
    let content: () -> Content
    @State private var isOpen = false
    // Apple: init(@ViewBuilder content: @escaping () -> Content, @ViewBuilder label: () -> Label)
    public init(@ViewBuilder content: @escaping () -> Content, @ViewBuilder label: () -> Label) {
        (expanded, self.content, self.label) = (nil, content, label())
    }
    // Apple: init(isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> Content, @ViewBuilder label: () -> Label)
    public init(isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> Content, @ViewBuilder label: () -> Label) {
        (expanded, self.content, self.label) = (isExpanded, content, label())
    }
    public var body: some View {
        let open = expanded ?? $isOpen
        Button { open.wrappedValue.toggle() } label: { label }.nodes { $0.value = open.wrappedValue ? "expanded" : "collapsed" }
        if open.wrappedValue { content() }
    }
}
extension DisclosureGroup where Label == Text {
    // Apple: init<S>(_ label: S, @ViewBuilder content: @escaping () -> Content) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ label: S, @ViewBuilder content: @escaping () -> Content) { self.init(content: content, label: { Text(label) }) }
    // Apple: init<S>(_ label: S, isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> Content) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ label: S, isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> Content) {
        self.init(isExpanded: isExpanded, content: content, label: { Text(label) })
    }
}
/// Apple: `public struct ContentUnavailableView<Label, Description, Actions>: View where Label: View, Description: View, Actions: View`
public struct ContentUnavailableView<Label: View, Description: View, Actions: View>: Primitive {
    let label: Label, description: Description, actions: Actions
    // Apple: init(@ViewBuilder label: () -> Label, @ViewBuilder description: () -> Description = { EmptyView() }, @ViewBuilder actions: () -> Actions = { EmptyView() })
    public init(
        @ViewBuilder label: () -> Label, @ViewBuilder description: () -> Description = { EmptyView() },
        @ViewBuilder actions: () -> Actions = { EmptyView() }
    ) { (self.label, self.description, self.actions) = (label(), description(), actions()) }
    func draw(_ context: Context) -> [Node] {
        [context.node(.group, context.at("label").draw(label) + context.at("description").draw(description) + context.at("actions").draw(actions))]
    }
}
extension ContentUnavailableView where Label == SwiftUI.Label<Text, Image>, Description == Text?, Actions == EmptyView {
    // Apple: init<S>(_ title: S, systemImage name: String, description: Text? = nil) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, systemImage name: String, description: Text? = nil) {
        self.init(label: { SwiftUI.Label(title, systemImage: name) }, description: { description }, actions: { EmptyView() })
    }
}
/// Apple: `@frozen public struct GeometryReader<Content>: View where Content: View`. Here everything is as big as a phone.
public struct GeometryReader<Content: View>: Primitive {
    let content: (GeometryProxy) -> Content
    // Apple: init(@ViewBuilder content: @escaping (GeometryProxy) -> Content)
    public init(@ViewBuilder content: @escaping (GeometryProxy) -> Content) { self.content = content }
    func draw(_ context: Context) -> [Node] { context.at("geometry").draw(content(GeometryProxy())) }
}
/// Apple: `public struct GeometryProxy { var size: CGSize { get } }`
public struct GeometryProxy: Sendable {
    public var size: CGSize { CGSize(width: 390, height: 844) }
}
/// Apple: `@frozen public struct ScrollViewReader<Content>: View where Content: View`
public struct ScrollViewReader<Content: View>: Primitive {
    let content: (ScrollViewProxy) -> Content
    // Apple: init(@ViewBuilder content: @escaping (ScrollViewProxy) -> Content)
    public init(@ViewBuilder content: @escaping (ScrollViewProxy) -> Content) { self.content = content }
    func draw(_ context: Context) -> [Node] { context.at("reader").draw(content(ScrollViewProxy())) }
}
/// Apple: `public struct ScrollViewProxy { func scrollTo<ID>(_ id: ID, anchor: UnitPoint? = nil) where ID: Hashable }`
public struct ScrollViewProxy {
    public func scrollTo<ID: Hashable>(_ id: ID, anchor: UnitPoint? = nil) {}
}
/// Apple: `@MainActor @preconcurrency public protocol Layout: Animatable { func sizeThatFits(proposal: ProposedViewSize, subviews: Self.Subviews, cache: inout Self.Cache) -> CGSize; func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Self.Subviews, cache: inout Self.Cache) }`
public protocol Layout {
    typealias Subviews = LayoutSubviews
    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize
    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void)
}
extension Layout {
    // Apple: func callAsFunction<V>(@ViewBuilder _ content: () -> V) -> some View where V: View
    @MainActor public func callAsFunction<V: View>(@ViewBuilder _ content: () -> V) -> some View { VStack(content: content) }
}
/// Apple: `@frozen public struct ProposedViewSize: Equatable, Sendable { var width: CGFloat?; var height: CGFloat?; static let unspecified }`
public struct ProposedViewSize: Equatable, Sendable {
    public var width: CGFloat?, height: CGFloat?
    public init(width: CGFloat?, height: CGFloat?) { (self.width, self.height) = (width, height) }
    public init(_ size: CGSize) { self.init(width: size.width, height: size.height) }
    public static let unspecified = ProposedViewSize(width: nil, height: nil)
}
/// Apple: `public struct LayoutSubviews: Equatable, RandomAccessCollection, Sendable`
public struct LayoutSubviews: RandomAccessCollection, Sendable {
    public var startIndex: Int { 0 }
    public var endIndex: Int { 0 }
    public subscript(index: Int) -> LayoutSubview { LayoutSubview() }
}
/// Apple: `public struct LayoutSubview: Equatable, Sendable { func sizeThatFits(_ proposal: ProposedViewSize) -> CGSize; func place(at position: CGPoint, anchor: UnitPoint = .topLeading, proposal: ProposedViewSize) }`
public struct LayoutSubview: Equatable, Sendable {
    public func sizeThatFits(_ proposal: ProposedViewSize) -> CGSize { .zero }
    public func place(at position: CGPoint, anchor: UnitPoint = .topLeading, proposal: ProposedViewSize) {}
}
