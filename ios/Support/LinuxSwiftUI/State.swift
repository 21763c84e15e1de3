// What a view remembers, and what it is lent.

import Foundation
import Observation

/// Apple: `public protocol DynamicProperty { mutating func update() }`
public protocol DynamicProperty {}

@MainActor
final class Box<Value> {
    var value: Value { didSet { memory?.invalidate() } }
    weak var memory: Memory?
    init(_ value: Value, _ memory: Memory?) {
        self.value = value
        self.memory = memory
    }
}

/// Apple: `@frozen @propertyWrapper public struct State<Value>: DynamicProperty`
@propertyWrapper
public struct State<Value>: DynamicProperty {
    @MainActor
    final class Link {
        var box: Box<Value>?
        nonisolated init() {}
    }
    let initial: Value
    let link = Link()

    // Apple: init(wrappedValue value: Value)
    public init(wrappedValue value: Value) { initial = value }
    // Apple: init(initialValue value: Value)
    public init(initialValue value: Value) { initial = value }
    // Apple: var wrappedValue: Value { get nonmutating set }
    @MainActor public var wrappedValue: Value {
        get { link.box?.value ?? initial }
        nonmutating set { link.box?.value = newValue }
    }
    // Apple: var projectedValue: Binding<Value> { get }
    @MainActor public var projectedValue: Binding<Value> {
        let link = link, initial = initial
        return Binding(get: { link.box?.value ?? initial }, set: { link.box?.value = $0 })
    }
}
extension State where Value: ExpressibleByNilLiteral {
    // Apple: init()   where Value: ExpressibleByNilLiteral
    public init() { self.init(wrappedValue: nil) }
}
extension State: Installable {
    func install(at context: Context) {
        link.box = context.memory.box(at: context.path) { Box(initial, context.memory) }
    }
}

/// Apple: `@frozen @propertyWrapper @dynamicMemberLookup public struct Binding<Value>`
@propertyWrapper @dynamicMemberLookup
public struct Binding<Value>: DynamicProperty {
    let read: @MainActor () -> Value
    let write: @MainActor (Value) -> Void
    // Apple: init(get: @escaping @isolated(any) @Sendable () -> Value, set: @escaping @isolated(any) @Sendable (Value) -> Void)
    // Here the closures are the main actor's: what Apple's accept from a view is nothing else.
    @preconcurrency
    public init(get: @escaping @MainActor () -> Value, set: @escaping @MainActor (Value) -> Void) {
        read = get
        write = set
    }
    // Apple: static func constant(_ value: Value) -> Binding<Value>
    @MainActor public static func constant(_ value: Value) -> Binding<Value> { Binding(get: { value }, set: { _ in }) }
    // Apple: var wrappedValue: Value { get nonmutating set }
    @MainActor public var wrappedValue: Value {
        get { read() }
        nonmutating set { write(newValue) }
    }
    // Apple: var projectedValue: Binding<Value> { get }
    public var projectedValue: Binding<Value> { self }
    // Apple: init(projectedValue: Binding<Value>)
    public init(projectedValue: Binding<Value>) { self = projectedValue }
    // Apple: subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject> { get }
    @MainActor public subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject> {
        let read = read, write = write
        return Binding<Subject>(
            get: { read()[keyPath: keyPath] },
            set: {
                var value = read()
                value[keyPath: keyPath] = $0
                write(value)
            })
    }
    // Apple: init?(_ base: Binding<Value?>)
    @MainActor public init?(_ base: Binding<Value?>) {
        guard let first = base.wrappedValue else { return nil }
        self.init(get: { base.wrappedValue ?? first }, set: { base.wrappedValue = $0 })
    }
    // Apple: init<V>(_ base: Binding<V>) where Value == V?
    @MainActor public init<V>(_ base: Binding<V>) where Value == V? {
        self.init(get: { base.read() }, set: { if let value = $0 { base.write(value) } })
    }
    // Apple: func animation(_ animation: Animation? = .default) -> Binding<Value>
    public func animation(_ animation: Animation? = .default) -> Binding<Value> { self }
}

/// Apple: `@dynamicMemberLookup @propertyWrapper public struct Bindable<Value>` with `where Value: AnyObject, Value: Observable`
@propertyWrapper @dynamicMemberLookup
public struct Bindable<Value: AnyObject & Observable> {
    // Apple: var wrappedValue: Value
    public var wrappedValue: Value
    // Apple: var projectedValue: Bindable<Value> { get }
    public var projectedValue: Bindable<Value> { self }
    // Apple: init(wrappedValue: Value)
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
    // Apple: init(_ wrappedValue: Value)
    public init(_ wrappedValue: Value) { self.wrappedValue = wrappedValue }
    // Apple: subscript<Subject>(dynamicMember keyPath: ReferenceWritableKeyPath<Value, Subject>) -> Binding<Subject> { get }
    @MainActor public subscript<Subject>(dynamicMember keyPath: ReferenceWritableKeyPath<Value, Subject>) -> Binding<Subject> {
        let object = wrappedValue
        return Binding(get: { object[keyPath: keyPath] }, set: { object[keyPath: keyPath] = $0 })
    }
}

/// Apple: `@frozen @propertyWrapper public struct FocusState<Value>: DynamicProperty where Value: Hashable`
@propertyWrapper
public struct FocusState<Value: Hashable>: DynamicProperty {
    /// Apple: `@frozen @propertyWrapper public struct FocusState.Binding`
    @propertyWrapper
    public struct Binding {
        let base: SwiftUI.Binding<Value>
        @MainActor public var wrappedValue: Value {
            get { base.wrappedValue }
            nonmutating set { base.wrappedValue = newValue }
        }
        public var projectedValue: Binding { self }
    }
    @State private var focused: Value
    // Apple: init()   where Value == Bool
    public init() where Value == Bool { _focused = State(wrappedValue: false) }
    // Apple: init<T>()   where Value == T?, T: Hashable
    public init<T: Hashable>() where Value == T? { _focused = State(wrappedValue: nil) }
    // Apple: var wrappedValue: Value { get nonmutating set }
    @MainActor public var wrappedValue: Value {
        get { focused }
        nonmutating set { focused = newValue }
    }
    // Apple: var projectedValue: FocusState<Value>.Binding { get }
    @MainActor public var projectedValue: Binding { Binding(base: $focused) }
}
extension FocusState: Installable {
    func install(at context: Context) { _focused.install(at: context) }
}

extension View {
    // Apple: func focused<Value>(_ binding: FocusState<Value>.Binding, equals value: Value) -> some View where Value: Hashable
    public func focused<Value: Hashable>(_ binding: FocusState<Value>.Binding, equals value: Value) -> some View { nodes { _ in } }
    // Apple: func focused(_ condition: FocusState<Bool>.Binding) -> some View
    public func focused(_ condition: FocusState<Bool>.Binding) -> some View { nodes { _ in } }
}

/// Apple: `@propertyWrapper public struct ScaledMetric<Value>: DynamicProperty where Value: BinaryFloatingPoint`
@propertyWrapper
public struct ScaledMetric<Value: BinaryFloatingPoint>: DynamicProperty {
    // Apple: var wrappedValue: Value { get }
    public var wrappedValue: Value
    // Apple: init(wrappedValue: Value)
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
    // Apple: init(wrappedValue: Value, relativeTo textStyle: Font.TextStyle)
    public init(wrappedValue: Value, relativeTo textStyle: Font.TextStyle) { self.wrappedValue = wrappedValue }
}

/// Apple: `@frozen @propertyWrapper public struct Namespace: DynamicProperty`
@propertyWrapper
public struct Namespace: DynamicProperty {
    /// Apple: `@frozen public struct Namespace.ID: Hashable`
    public struct ID: Hashable, Sendable {}
    // Apple: init()
    public init() {}
    // Apple: var wrappedValue: Namespace.ID { get }
    public var wrappedValue: ID { ID() }
}
