// What surrounds a view.

import Foundation
import Observation

/// Apple: `public protocol EnvironmentKey { associatedtype Value; static var defaultValue: Self.Value { get } }`
public protocol EnvironmentKey {
    associatedtype Value
    static var defaultValue: Value { get }
}

/// Apple: `public struct EnvironmentValues: CustomStringConvertible`
public struct EnvironmentValues {
    private var values: [ObjectIdentifier: Any] = [:]
    private var objects: [ObjectIdentifier: AnyObject] = [:]
    // Apple: init()
    public init() {}
    // Apple: subscript<K>(key: K.Type) -> K.Value where K: EnvironmentKey { get set }
    public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value {
        get { values[ObjectIdentifier(key)] as? K.Value ?? K.defaultValue }
        set { values[ObjectIdentifier(key)] = newValue }
    }
    // Apple: subscript<T>(objectType: T.Type) -> T? where T: AnyObject, T: Observable { get set }
    public subscript<T: AnyObject>(objectType: T.Type) -> T? {
        get { objects[ObjectIdentifier(objectType)] as? T }
        set { objects[ObjectIdentifier(objectType)] = newValue }
    }

    // Apple: var isEnabled: Bool { get set }
    public var isEnabled = true
    // Apple: var locale: Locale { get set }
    public var locale = Locale(identifier: "en_US")
    // Apple: var calendar: Calendar { get set }
    public var calendar = Calendar(identifier: .gregorian)
    // Apple: var timeZone: TimeZone { get set }
    public var timeZone = TimeZone.current
    // Apple: var layoutDirection: LayoutDirection { get set }
    public var layoutDirection = LayoutDirection.leftToRight
    // Apple: var dynamicTypeSize: DynamicTypeSize { get set }
    public var dynamicTypeSize = DynamicTypeSize.large
    // Apple: var colorScheme: ColorScheme { get set }
    public var colorScheme = ColorScheme.light
    // Apple: var scenePhase: ScenePhase { get set }
    public var scenePhase = ScenePhase.active
    // Apple: var horizontalSizeClass: UserInterfaceSizeClass? { get set }
    public var horizontalSizeClass: UserInterfaceSizeClass? = .compact
    // Apple: var verticalSizeClass: UserInterfaceSizeClass? { get set }
    public var verticalSizeClass: UserInterfaceSizeClass? = .regular
    // Apple: var accessibilityReduceMotion: Bool { get }
    public var accessibilityReduceMotion = false
    // Apple: var accessibilityVoiceOverEnabled: Bool { get }
    public var accessibilityVoiceOverEnabled = false
    // Apple: var accessibilityDifferentiateWithoutColor: Bool { get }
    public var accessibilityDifferentiateWithoutColor = false
    // Apple: var colorSchemeContrast: ColorSchemeContrast { get }
    public var colorSchemeContrast = ColorSchemeContrast.standard
    // Apple: var isSearching: Bool { get }
    public var isSearching = false
    // Apple: var isPresented: Bool { get }
    public var isPresented = false
    // Apple: var displayScale: CGFloat { get set }
    public var displayScale: CGFloat = 3
    // Apple: var lineLimit: Int? { get set }
    public var lineLimit: Int?
    // Apple: var redactionReasons: RedactionReasons { get set }
    public var redactionReasons: RedactionReasons = []
    // Apple: var dismiss: DismissAction { get }
    public var dismiss = DismissAction {}
    // Apple: var dismissSearch: DismissSearchAction { get }
    public var dismissSearch = DismissSearchAction {}
    // Apple: var openURL: OpenURLAction { get set }
    public var openURL = OpenURLAction { _ in .systemAction }
    // Apple: var refresh: RefreshAction? { get }
    public var refresh: RefreshAction?

    var navigation: Navigation?
    var submit: (() -> Void)?
    var pickerSelection: PickerSelection?
}

/// Apple: `@frozen @propertyWrapper public struct Environment<Value>: DynamicProperty`
@propertyWrapper
public struct Environment<Value>: DynamicProperty {
    final class Link {
        var value: Value?
    }
    let link = Link()
    let find: (EnvironmentValues) -> Value
    // Apple: init(_ keyPath: KeyPath<EnvironmentValues, Value>)
    public init(_ keyPath: KeyPath<EnvironmentValues, Value>) { find = { $0[keyPath: keyPath] } }
    // Apple: init(_ objectType: Value.Type) where Value: AnyObject, Value: Observable
    public init(_ objectType: Value.Type) where Value: AnyObject & Observable {
        find = {
            guard let object = $0[objectType] else { fatalError("no \(objectType) in the environment") }
            return object
        }
    }
    // Apple: init<T>(_ objectType: T.Type) where Value == T?, T: AnyObject, T: Observable
    public init<T: AnyObject & Observable>(_ objectType: T.Type) where Value == T? { find = { $0[objectType] } }
    // Apple: var wrappedValue: Value { get }
    @MainActor public var wrappedValue: Value { link.value ?? find(EnvironmentValues()) }
}
extension Environment: Installable {
    func install(at context: Context) { link.value = find(context.environment) }
}

extension View {
    // Apple: func environment<V>(_ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View
    public func environment<V>(_ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View {
        environment { $0[keyPath: keyPath] = value }
    }
    // Apple: func environment<T>(_ object: T?) -> some View where T: AnyObject, T: Observable
    public func environment<T: AnyObject & Observable>(_ object: T?) -> some View { environment { $0[T.self] = object } }
    // Apple: func disabled(_ disabled: Bool) -> some View
    public func disabled(_ disabled: Bool) -> some View {
        environment { $0.isEnabled = $0.isEnabled && !disabled }
    }
    // Apple: func dynamicTypeSize(_ size: DynamicTypeSize) -> some View
    public func dynamicTypeSize(_ size: DynamicTypeSize) -> some View { environment(\.dynamicTypeSize, size) }
    // Apple: func dynamicTypeSize<T>(_ range: T) -> some View where T: RangeExpression, T.Bound == DynamicTypeSize
    public func dynamicTypeSize<T: RangeExpression>(_ range: T) -> some View where T.Bound == DynamicTypeSize { nodes { _ in } }
    // Apple: func preferredColorScheme(_ colorScheme: ColorScheme?) -> some View
    public func preferredColorScheme(_ colorScheme: ColorScheme?) -> some View {
        environment { if let colorScheme { $0.colorScheme = colorScheme } }
    }
    // Apple: func redacted(reason: RedactionReasons) -> some View
    public func redacted(reason: RedactionReasons) -> some View { environment(\.redactionReasons, reason) }
    // Apple: func privacySensitive(_ sensitive: Bool = true) -> some View
    public func privacySensitive(_ sensitive: Bool = true) -> some View { nodes { _ in } }
}

/// Apple: `public enum LayoutDirection: Hashable, CaseIterable, Sendable { case leftToRight, rightToLeft }`
public enum LayoutDirection: Hashable, CaseIterable, Sendable { case leftToRight, rightToLeft }
/// Apple: `public enum ColorScheme: CaseIterable, Sendable { case light, dark }`
public enum ColorScheme: CaseIterable, Sendable { case light, dark }
/// Apple: `public enum ColorSchemeContrast: CaseIterable, Sendable { case standard, increased }`
public enum ColorSchemeContrast: CaseIterable, Sendable { case standard, increased }
/// Apple: `public enum ScenePhase: Comparable, Sendable { case background, inactive, active }`
public enum ScenePhase: Comparable, Sendable { case background, inactive, active }
/// Apple: `public enum UserInterfaceSizeClass: Sendable { case compact, regular }`
public enum UserInterfaceSizeClass: Sendable { case compact, regular }
/// Apple: `public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable { case xSmall … accessibility5; var isAccessibilitySize: Bool { get } }`
public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
    case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5
    public var isAccessibilitySize: Bool { self >= .accessibility1 }
}
/// Apple: `public struct RedactionReasons: OptionSet, Sendable { static let placeholder, privacy, invalidated }`
public struct RedactionReasons: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let placeholder = RedactionReasons(rawValue: 1)
    public static let privacy = RedactionReasons(rawValue: 2)
}
/// Apple: `@MainActor @preconcurrency public struct DismissAction { func callAsFunction() }`
public struct DismissAction: @unchecked Sendable {
    let run: () -> Void
    @MainActor public func callAsFunction() { run() }
}
/// Apple: `@MainActor @preconcurrency public struct DismissSearchAction { func callAsFunction() }`
public struct DismissSearchAction: @unchecked Sendable {
    let run: () -> Void
    @MainActor public func callAsFunction() { run() }
}
/// Apple: `@MainActor @preconcurrency public struct OpenURLAction { init(handler: @escaping (URL) -> OpenURLAction.Result); func callAsFunction(_ url: URL); struct Result { static let handled, discarded, systemAction } }`
public struct OpenURLAction: @unchecked Sendable {
    public struct Result: Sendable, Equatable {
        let name: String
        public static let handled = Result(name: "handled")
        public static let discarded = Result(name: "discarded")
        public static let systemAction = Result(name: "systemAction")
    }
    let run: (URL) -> Result
    public init(handler: @escaping (URL) -> Result) { run = handler }
    @MainActor public func callAsFunction(_ url: URL) { _ = run(url) }
}
/// Apple: `public struct RefreshAction: Sendable { func callAsFunction() async }`
public struct RefreshAction: Sendable {
    let run: @Sendable () async -> Void
    public func callAsFunction() async { await run() }
}
