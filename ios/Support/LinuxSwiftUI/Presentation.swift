// Sheets, alerts and dialogs: screens on top of others. The topmost is the only one a resident can reach.

@MainActor
private func layer(_ kind: Node.Kind, _ context: Context, title: String = "", dismiss: @escaping () -> Void, closesOnPress: Bool, _ content: (Context) -> [Node]) {
    var inside = context
    inside.environment.dismiss = DismissAction { dismiss() }
    inside.environment.isPresented = true
    inside.environment.navigation = nil
    inside.environment.refresh = nil
    let memory = context.memory
    let at = memory.layers.count
    let node = Node(kind, label: title)
    memory.layers.append(node)
    let nodes = content(inside)
    if closesOnPress {
        for button in nodes.flatMap(\.visible) {
            if let press = button.press {
                button.press = {
                    dismiss()
                    press()
                }
            }
        }
    }
    node.children = nodes
    // A layer made inside this one lies above it.
    precondition(memory.layers[at] === node)
}

extension View {
    // Apple: func sheet<Content>(isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content) -> some View where Content: View
    public func sheet<Content: View>(isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content) -> some View {
        Changed(content: self) { context, view in
            let nodes = context.draw(view)
            if isPresented.wrappedValue {
                layer(.sheet, context.at("sheet"), dismiss: { isPresented.wrappedValue = false; onDismiss?() }, closesOnPress: false) { $0.draw(content()) }
            }
            return nodes
        }
    }
    // Apple: func sheet<Item, Content>(item: Binding<Item?>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping (Item) -> Content) -> some View where Item: Identifiable, Content: View
    public func sheet<Item: Identifiable, Content: View>(item: Binding<Item?>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping (Item) -> Content) -> some View {
        Changed(content: self) { context, view in
            let nodes = context.draw(view)
            if let value = item.wrappedValue {
                layer(.sheet, context.at("sheet-\(value.id)"), dismiss: { item.wrappedValue = nil; onDismiss?() }, closesOnPress: false) { $0.draw(content(value)) }
            }
            return nodes
        }
    }
    // Apple: func fullScreenCover<Content>(isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content) -> some View where Content: View
    public func fullScreenCover<Content: View>(isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content) -> some View {
        sheet(isPresented: isPresented, onDismiss: onDismiss, content: content)
    }
    // Apple: func fullScreenCover<Item, Content>(item: Binding<Item?>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping (Item) -> Content) -> some View where Item: Identifiable, Content: View
    public func fullScreenCover<Item: Identifiable, Content: View>(item: Binding<Item?>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping (Item) -> Content) -> some View {
        sheet(item: item, onDismiss: onDismiss, content: content)
    }
    // Apple: func popover<Content>(isPresented: Binding<Bool>, attachmentAnchor: PopoverAttachmentAnchor = .rect(.bounds), arrowEdge: Edge? = nil, @ViewBuilder content: @escaping () -> Content) -> some View where Content: View
    public func popover<Content: View>(isPresented: Binding<Bool>, @ViewBuilder content: @escaping () -> Content) -> some View {
        sheet(isPresented: isPresented, content: content)
    }
    // Apple: func alert<S, A, M>(_ title: S, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M) -> some View where S: StringProtocol, A: View, M: View
    @_disfavoredOverload
    public func alert<S: StringProtocol, A: View, M: View>(_ title: S, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M) -> some View {
        question(.alert, String(title), isPresented, actions(), message())
    }
    // Apple: func alert<S, A>(_ title: S, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A) -> some View where S: StringProtocol, A: View
    @_disfavoredOverload
    public func alert<S: StringProtocol, A: View>(_ title: S, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A) -> some View {
        question(.alert, String(title), isPresented, actions(), EmptyView())
    }
    // Apple: func alert<S, A, M, T>(_ title: S, isPresented: Binding<Bool>, presenting data: T?, @ViewBuilder actions: (T) -> A, @ViewBuilder message: (T) -> M) -> some View where S: StringProtocol, A: View, M: View
    @_disfavoredOverload
    public func alert<S: StringProtocol, A: View, M: View, T>(_ title: S, isPresented: Binding<Bool>, presenting data: T?, @ViewBuilder actions: (T) -> A, @ViewBuilder message: (T) -> M) -> some View {
        question(.alert, String(title), data == nil ? .constant(false) : isPresented, data.map(actions), data.map(message))
    }
    // Apple: func confirmationDialog<S, A>(_ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, @ViewBuilder actions: () -> A) -> some View where S: StringProtocol, A: View
    @_disfavoredOverload
    public func confirmationDialog<S: StringProtocol, A: View>(_ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, @ViewBuilder actions: () -> A) -> some View {
        question(.dialog, String(title), isPresented, actions(), EmptyView())
    }
    // Apple: func confirmationDialog<S, A, M>(_ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M) -> some View where S: StringProtocol, A: View, M: View
    @_disfavoredOverload
    public func confirmationDialog<S: StringProtocol, A: View, M: View>(_ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M) -> some View {
        question(.dialog, String(title), isPresented, actions(), message())
    }
    // Apple: func confirmationDialog<S, A, M, T>(_ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, presenting data: T?, @ViewBuilder actions: (T) -> A, @ViewBuilder message: (T) -> M) -> some View where S: StringProtocol, A: View, M: View
    @_disfavoredOverload
    public func confirmationDialog<S: StringProtocol, A: View, M: View, T>(_ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, presenting data: T?, @ViewBuilder actions: (T) -> A, @ViewBuilder message: (T) -> M) -> some View {
        question(.dialog, String(title), data == nil ? .constant(false) : isPresented, data.map(actions), data.map(message))
    }

    // Any button of a question answers it.
    private func question<A: View, M: View>(_ kind: Node.Kind, _ title: String, _ isPresented: Binding<Bool>, _ actions: A, _ message: M) -> some View {
        Changed(content: self) { context, view in
            let nodes = context.draw(view)
            if isPresented.wrappedValue {
                layer(kind, context.at(kind.rawValue), title: title, dismiss: { isPresented.wrappedValue = false }, closesOnPress: true) {
                    var buttons = $0.at("actions").draw(actions)
                    if kind == .alert, buttons.isEmpty {
                        let ok = Node(.button, label: "OK")
                        ok.press = {}
                        buttons = [ok]
                    }
                    return $0.at("message").draw(message) + buttons
                }
            }
            return nodes
        }
    }

    // Apple: func presentationDetents(_ detents: Set<PresentationDetent>) -> some View
    public func presentationDetents(_ detents: Set<PresentationDetent>) -> some View { self }
    // Apple: func presentationDragIndicator(_ visibility: Visibility) -> some View
    public func presentationDragIndicator(_ visibility: Visibility) -> some View { self }
    // Apple: func presentationBackground<S>(_ style: S) -> some View where S: ShapeStyle
    public func presentationBackground<S: ShapeStyle>(_ style: S) -> some View { self }
    // Apple: func interactiveDismissDisabled(_ isDisabled: Bool = true) -> some View
    public func interactiveDismissDisabled(_ isDisabled: Bool = true) -> some View { self }
    // Apple: func statusBarHidden(_ hidden: Bool = true) -> some View
    public func statusBarHidden(_ hidden: Bool = true) -> some View { self }
}
/// Apple: `public struct PresentationDetent: Hashable, Sendable { static let medium, large; static func fraction(_ fraction: CGFloat) -> PresentationDetent; static func height(_ height: CGFloat) -> PresentationDetent }`
public struct PresentationDetent: Hashable, Sendable {
    let size: CGFloat
    public static let medium = PresentationDetent(size: 0.5)
    public static let large = PresentationDetent(size: 1)
    public static func fraction(_ fraction: CGFloat) -> PresentationDetent { PresentationDetent(size: fraction) }
    public static func height(_ height: CGFloat) -> PresentationDetent { PresentationDetent(size: height) }
}
