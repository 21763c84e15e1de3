// What a resident touches.

/// Apple: `public struct ButtonRole: Equatable, Sendable { static let destructive, cancel }` (and `close`, `confirm` from iOS 26)
public struct ButtonRole: Equatable, Sendable {
    let name: String
    public static let destructive = ButtonRole(name: "destructive")
    public static let cancel = ButtonRole(name: "cancel")
}

/// Apple: `public struct Button<Label>: View where Label: View`
public struct Button<Label: View>: Primitive {
    let role: ButtonRole?
    let action: @MainActor () -> Void
    let label: Label
    // Apple: init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label)
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) { self.init(role: nil, action: action, label: label) }
    // Apple: init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label)
    public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
        self.role = role
        self.action = action
        self.label = label()
    }
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.button, context.at("button").draw(label))
        node.combines = true
        node.traits.insert(.isButton)
        node.value = role?.name
        node.press = action
        return [node]
    }
}
extension Button where Label == Text {
    // Apple: init<S>(_ title: S, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) { self.init(role: role, action: action) { Text(title) } }
    // Apple: init(_ titleKey: LocalizedStringKey, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void)
    public init(_ titleKey: LocalizedStringKey, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) { self.init(role: role, action: action) { Text(titleKey) } }
}
extension Button where Label == SwiftUI.Label<Text, Image> {
    // Apple: init<S>(_ title: S, systemImage: String, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, systemImage: String, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) {
        self.init(role: role, action: action) { SwiftUI.Label(title, systemImage: systemImage) }
    }
}

/// Apple: `public struct Menu<Label, Content>: View where Label: View, Content: View`. Its items are always there to press.
public struct Menu<Label: View, Content: View>: Primitive {
    let content: Content, label: Label
    // Apple: init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label)
    public init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label) { (self.content, self.label) = (content(), label()) }
    func draw(_ context: Context) -> [Node] {
        let label = context.node(.group, context.at("label").draw(label))
        label.combines = true
        let node = context.node(.menu, context.at("menu").draw(content))
        node.spoken = label.spokenLabel
        return [node]
    }
}
extension Menu where Label == Text {
    // Apple: init<S>(_ title: S, @ViewBuilder content: () -> Content) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, @ViewBuilder content: () -> Content) { self.init(content: content, label: { Text(title) }) }
}
extension Menu where Label == SwiftUI.Label<Text, Image> {
    // Apple: init<S>(_ title: S, systemImage: String, @ViewBuilder content: () -> Content) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, systemImage: String, @ViewBuilder content: () -> Content) { self.init(content: content, label: { SwiftUI.Label(title, systemImage: systemImage) }) }
}
/// Apple: `public struct ControlGroup<Content>: View where Content: View`
public struct ControlGroup<Content: View>: Arranging {
    let content: Content
    // Apple: init(@ViewBuilder content: () -> Content)
    public init(@ViewBuilder content: () -> Content) { self.content = content() }
}

/// Apple: `public struct Toggle<Label>: View where Label: View`
public struct Toggle<Label: View>: Primitive {
    let isOn: Binding<Bool>
    let label: Label
    // Apple: init(isOn: Binding<Bool>, @ViewBuilder label: () -> Label)
    public init(isOn: Binding<Bool>, @ViewBuilder label: () -> Label) { (self.isOn, self.label) = (isOn, label()) }
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.toggle, context.at("toggle").draw(label))
        let isOn = isOn
        node.combines = true
        node.value = isOn.wrappedValue ? "1" : "0"
        node.setFlag = { isOn.wrappedValue = $0 }
        return [node]
    }
}
extension Toggle where Label == Text {
    // Apple: init<S>(_ title: S, isOn: Binding<Bool>) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, isOn: Binding<Bool>) { self.init(isOn: isOn) { Text(title) } }
    // Apple: init(_ titleKey: LocalizedStringKey, isOn: Binding<Bool>)
    public init(_ titleKey: LocalizedStringKey, isOn: Binding<Bool>) { self.init(isOn: isOn) { Text(titleKey) } }
}
extension Toggle where Label == SwiftUI.Label<Text, Image> {
    // Apple: init<S>(_ title: S, systemImage: String, isOn: Binding<Bool>) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, systemImage: String, isOn: Binding<Bool>) { self.init(isOn: isOn) { SwiftUI.Label(title, systemImage: systemImage) } }
}

/// Apple: `public struct Stepper<Label>: View where Label: View`
public struct Stepper<Label: View>: Primitive {
    let label: Label
    let step: (Int) -> Void
    var value: String?
    // Apple: init(@ViewBuilder label: () -> Label, onIncrement: (() -> Void)?, onDecrement: (() -> Void)?, onEditingChanged: @escaping (Bool) -> Void = { _ in })
    public init(@ViewBuilder label: () -> Label, onIncrement: (() -> Void)?, onDecrement: (() -> Void)?, onEditingChanged: @escaping (Bool) -> Void = { _ in }) {
        self.label = label()
        step = { $0 > 0 ? onIncrement?() : onDecrement?() }
    }
    // Apple: init<V>(value: Binding<V>, in bounds: ClosedRange<V>, step: V.Stride = 1, @ViewBuilder label: () -> Label, onEditingChanged: @escaping (Bool) -> Void = { _ in }) where V: Strideable
    public init<V: Strideable>(value: Binding<V>, in bounds: ClosedRange<V>, step: V.Stride = 1, @ViewBuilder label: () -> Label, onEditingChanged: @escaping (Bool) -> Void = { _ in }) {
        self.label = label()
        self.value = "\(value.wrappedValue)"
        self.step = { direction in
            let next = value.wrappedValue.advanced(by: direction > 0 ? step : -step)
            if bounds.contains(next) { value.wrappedValue = next }
        }
    }
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.stepper, context.at("stepper").draw(label))
        node.combines = true
        node.value = value
        node.step = step
        return [node]
    }
}
extension Stepper where Label == Text {
    // Apple: init<S, V>(_ title: S, value: Binding<V>, in bounds: ClosedRange<V>, step: V.Stride = 1, onEditingChanged: @escaping (Bool) -> Void = { _ in }) where S: StringProtocol, V: Strideable
    @_disfavoredOverload
    public init<S: StringProtocol, V: Strideable>(_ title: S, value: Binding<V>, in bounds: ClosedRange<V>, step: V.Stride = 1, onEditingChanged: @escaping (Bool) -> Void = { _ in }) {
        self.init(value: value, in: bounds, step: step, label: { Text(title) })
    }
    // Apple: init<S>(_ title: S, onIncrement: (() -> Void)?, onDecrement: (() -> Void)?, onEditingChanged: @escaping (Bool) -> Void = { _ in }) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, onIncrement: (() -> Void)?, onDecrement: (() -> Void)?, onEditingChanged: @escaping (Bool) -> Void = { _ in }) {
        self.init(label: { Text(title) }, onIncrement: onIncrement, onDecrement: onDecrement)
    }
}

/// The picker around a choice: what is chosen, and how to choose.
struct PickerSelection: @unchecked Sendable {
    let current: AnyHashable
    let choose: (AnyHashable) -> Void
}
/// Apple: `public struct Picker<Label, SelectionValue, Content>: View where Label: View, SelectionValue: Hashable, Content: View`
public struct Picker<Label: View, SelectionValue: Hashable, Content: View>: Primitive {
    let selection: Binding<SelectionValue>
    let content: Content, label: Label
    // Apple: init(selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label)
    public init(selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label) {
        (self.selection, self.content, self.label) = (selection, content(), label())
    }
    func draw(_ context: Context) -> [Node] {
        let label = context.node(.group, context.at("label").draw(label))
        label.combines = true
        let selection = selection
        let inside = context.at("picker").with(
            \.pickerSelection,
            PickerSelection(current: selection.wrappedValue) { if let value = $0.base as? SelectionValue { selection.wrappedValue = value } })
        let choices = inside.draw(content)
        let node = context.node(.picker, choices)
        node.spoken = label.spokenLabel
        node.value = choices.first { $0.traits.contains(.isSelected) }?.spokenLabel
        return [node]
    }
}
extension Picker where Label == Text {
    // Apple: init<S>(_ title: S, selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content) { self.init(selection: selection, content: content, label: { Text(title) }) }
    // Apple: init(_ titleKey: LocalizedStringKey, selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content)
    public init(_ titleKey: LocalizedStringKey, selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content) { self.init(selection: selection, content: content, label: { Text(titleKey) }) }
}
extension View {
    // Apple: func tag<V>(_ tag: V, includeOptional: Bool = true) -> some View where V: Hashable
    public func tag<V: Hashable>(_ tag: V, includeOptional: Bool = true) -> some View {
        Changed(content: self) { context, content in
            let inner = context.node(.choice, context.draw(content))
            inner.combines = true
            if let picker = context.environment.pickerSelection {
                if picker.current == AnyHashable(tag) { inner.traits.insert(.isSelected) }
                inner.press = { picker.choose(AnyHashable(tag)) }
            }
            return [inner]
        }
    }
}

/// Apple: `public struct DatePicker<Label>: View where Label: View`
public struct DatePicker<Label: View>: Primitive {
    /// Apple: `public struct DatePickerComponents: OptionSet, Sendable { static let hourAndMinute, date }`
    public typealias Components = DatePickerComponents
    let selection: Binding<Date>
    let label: Label
    let range: (Date) -> Bool
    // Apple: init(selection: Binding<Date>, displayedComponents: DatePicker<Label>.Components = [.hourAndMinute, .date], @ViewBuilder label: () -> Label)
    public init(selection: Binding<Date>, displayedComponents: Components = [.hourAndMinute, .date], @ViewBuilder label: () -> Label) {
        (self.selection, self.label, range) = (selection, label(), { _ in true })
    }
    // Apple: init(selection: Binding<Date>, in range: ClosedRange<Date>, displayedComponents: DatePicker<Label>.Components = [.hourAndMinute, .date], @ViewBuilder label: () -> Label)
    public init(selection: Binding<Date>, in range: ClosedRange<Date>, displayedComponents: Components = [.hourAndMinute, .date], @ViewBuilder label: () -> Label) {
        (self.selection, self.label, self.range) = (selection, label(), { range.contains($0) })
    }
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.datePicker, context.at("date").draw(label))
        let selection = selection, range = range
        node.combines = true
        node.value = selection.wrappedValue.formatted(.iso8601)
        node.setDate = { if range($0) { selection.wrappedValue = $0 } }
        return [node]
    }
}
extension DatePicker where Label == Text {
    // Apple: init<S>(_ title: S, selection: Binding<Date>, displayedComponents: DatePicker<Label>.Components = [.hourAndMinute, .date]) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, selection: Binding<Date>, displayedComponents: Components = [.hourAndMinute, .date]) {
        self.init(selection: selection, displayedComponents: displayedComponents) { Text(title) }
    }
    // Apple: init<S>(_ title: S, selection: Binding<Date>, in range: ClosedRange<Date>, displayedComponents: DatePicker<Label>.Components = [.hourAndMinute, .date]) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, selection: Binding<Date>, in range: ClosedRange<Date>, displayedComponents: Components = [.hourAndMinute, .date]) {
        self.init(selection: selection, in: range, displayedComponents: displayedComponents) { Text(title) }
    }
}
public struct DatePickerComponents: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let hourAndMinute = DatePickerComponents(rawValue: 1)
    public static let date = DatePickerComponents(rawValue: 2)
}

@MainActor
private func field(_ kind: Node.Kind, _ context: Context, _ label: [Node], _ text: Binding<String>, _ prompt: Text?) -> [Node] {
    let node = context.node(kind, label)
    let submit = context.environment.submit
    node.combines = true
    node.value = text.wrappedValue
    node.hint = prompt?.words
    node.setText = { text.wrappedValue = $0 }
    node.submit = { submit?() }
    return [node]
}
/// Apple: `public struct TextField<Label>: View where Label: View`
public struct TextField<Label: View>: Primitive {
    let text: Binding<String>
    let prompt: Text?
    let label: Label
    // Apple: init(text: Binding<String>, prompt: Text? = nil, axis: Axis, @ViewBuilder label: () -> Label)
    public init(text: Binding<String>, prompt: Text? = nil, axis: Axis = .horizontal, @ViewBuilder label: () -> Label) { (self.text, self.prompt, self.label) = (text, prompt, label()) }
    func draw(_ context: Context) -> [Node] { field(.textField, context, context.at("field").draw(label), text, prompt) }
}
extension TextField where Label == Text {
    // Apple: init<S>(_ title: S, text: Binding<String>, prompt: Text? = nil, axis: Axis) where S: StringProtocol   (and without prompt, without axis)
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text? = nil, axis: Axis = .horizontal) { self.init(text: text, prompt: prompt, axis: axis) { Text(title) } }
    // Apple: init(_ titleKey: LocalizedStringKey, text: Binding<String>, prompt: Text? = nil, axis: Axis)
    public init(_ titleKey: LocalizedStringKey, text: Binding<String>, prompt: Text? = nil, axis: Axis = .horizontal) { self.init(text: text, prompt: prompt, axis: axis) { Text(titleKey) } }
}
/// Apple: `public struct SecureField<Label>: View where Label: View`
public struct SecureField<Label: View>: Primitive {
    let text: Binding<String>
    let prompt: Text?
    let label: Label
    // Apple: init(text: Binding<String>, prompt: Text? = nil, @ViewBuilder label: () -> Label)
    public init(text: Binding<String>, prompt: Text? = nil, @ViewBuilder label: () -> Label) { (self.text, self.prompt, self.label) = (text, prompt, label()) }
    func draw(_ context: Context) -> [Node] { field(.secureField, context, context.at("field").draw(label), text, prompt) }
}
/// Apple: `public struct ProgressView<Label, CurrentValueLabel>: View where Label: View, CurrentValueLabel: View`
public struct ProgressView<Label: View, CurrentValueLabel: View>: Primitive {
    let label: Label
    var value: String?
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.progress, context.at("progress").draw(label))
        node.combines = true
        node.value = value
        return [node]
    }
}
extension ProgressView where Label == EmptyView, CurrentValueLabel == EmptyView {
    // Apple: init()   where Label == EmptyView
    public init() { label = EmptyView() }
    // Apple: init<V>(value: V?, total: V = 1.0) where V: BinaryFloatingPoint
    public init<V: BinaryFloatingPoint>(value: V?, total: V = 1.0) { (label, self.value) = (EmptyView(), value.map { "\(Int((Double($0 / total) * 100).rounded())) %" }) }
}
extension ProgressView where Label == Text, CurrentValueLabel == EmptyView {
    // Apple: init<S>(_ title: S) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S) { label = Text(title) }
    // Apple: init<S, V>(_ title: S, value: V?, total: V = 1.0) where S: StringProtocol, V: BinaryFloatingPoint
    @_disfavoredOverload
    public init<S: StringProtocol, V: BinaryFloatingPoint>(_ title: S, value: V?, total: V = 1.0) { (label, self.value) = (Text(title), value.map { "\(Int((Double($0 / total) * 100).rounded())) %" }) }
}

/// Apple: `public struct ShareLink<Data, PreviewImage, PreviewIcon, Label>: View where Data: RandomAccessCollection, Data.Element: Transferable, …`. Here a text or a URL.
public struct ShareLink<Label: View>: Primitive {
    let item: String
    let label: Label
    // Apple: init(item: String, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> Label)
    public init(item: String, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> Label) { (self.item, self.label) = (item, label()) }
    // Apple: init(item: URL, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> Label)
    public init(item: URL, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> Label) { (self.item, self.label) = (item.absoluteString, label()) }
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.button, context.at("share").draw(label))
        let memory = context.memory, item = item
        node.combines = true
        node.press = { memory.shared.append(item) }
        return [node]
    }
}

/// Apple: `@MainActor @preconcurrency public struct PasteButton: View`. Here the clipboard is what `PhoneInHand.clipboard` says.
public struct PasteButton: Primitive {
    let paste: ([String]) -> Void
    // Apple: init<T>(payloadType: T.Type, onPaste: @escaping @Sendable ([T]) -> Void) where T: Transferable
    public init(payloadType: String.Type, onPaste: @escaping @Sendable ([String]) -> Void) { paste = onPaste }
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.button, label: "Paste")
        let memory = context.memory, paste = paste
        node.press = { if let text = memory.clipboard { paste([text]) } }
        return [node]
    }
}
