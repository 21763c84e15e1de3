// Colours, fonts, shapes and styles. They are checked as types; nothing is painted here.

/// Apple: `public protocol ShapeStyle: Sendable { associatedtype Resolved: ShapeStyle = Never; func resolve(in environment: EnvironmentValues) -> Self.Resolved }`
public protocol ShapeStyle: Sendable {}
/// Apple: `@frozen public struct Color: Hashable, CustomStringConvertible, Sendable` with `extension Color: View, ShapeStyle`
public struct Color: Hashable, ShapeStyle, Primitive, Sendable {
    let name: String
    // Apple: init(_ name: String, bundle: Bundle? = nil)
    public nonisolated init(_ name: String, bundle: Bundle? = nil) { self.name = name }
    // Apple: init(_ colorSpace: Color.RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double, opacity: Double = 1)
    public nonisolated init(red: Double, green: Double, blue: Double, opacity: Double = 1) { name = "\(red) \(green) \(blue) \(opacity)" }
    // Apple: init(_ colorSpace: Color.RGBColorSpace = .sRGB, white: Double, opacity: Double = 1)
    public nonisolated init(white: Double, opacity: Double = 1) { name = "\(white) \(opacity)" }
    // Apple: init(uiColor: UIColor)
    public nonisolated init(uiColor: UIColor) { name = uiColor.name }
    // Apple: static let red, orange, yellow, green, mint, teal, cyan, blue, indigo, purple, pink, brown, white, gray, black, clear, primary, secondary; static var accentColor: Color { get }
    public nonisolated static let red = Color("red"), orange = Color("orange"), yellow = Color("yellow"), green = Color("green"), mint = Color("mint")
    public nonisolated static let teal = Color("teal"), cyan = Color("cyan"), blue = Color("blue"), indigo = Color("indigo"), purple = Color("purple")
    public nonisolated static let pink = Color("pink"), brown = Color("brown"), white = Color("white"), gray = Color("gray"), black = Color("black")
    public nonisolated static let clear = Color("clear"), primary = Color("primary"), secondary = Color("secondary"), accentColor = Color("accent")
    // Apple: func opacity(_ opacity: Double) -> Color
    public nonisolated func opacity(_ opacity: Double) -> Color { self }
    // Apple: var gradient: AnyGradient { get }
    public nonisolated var gradient: AnyGradient { AnyGradient() }
    func draw(_ context: Context) -> [Node] { [] }
}
/// Apple (UIKit): `@MainActor class UIColor: NSObject { class var systemBackground, secondarySystemBackground, systemGroupedBackground, secondarySystemGroupedBackground, label, secondaryLabel, separator … }`
public struct UIColor: Sendable {
    let name: String
    public static let systemBackground = UIColor(name: "systemBackground"), secondarySystemBackground = UIColor(name: "secondarySystemBackground")
    public static let tertiarySystemBackground = UIColor(name: "tertiarySystemBackground"), systemGroupedBackground = UIColor(name: "systemGroupedBackground")
    public static let secondarySystemGroupedBackground = UIColor(name: "secondarySystemGroupedBackground"), separator = UIColor(name: "separator")
    public static let secondarySystemFill = UIColor(name: "secondarySystemFill"), tertiarySystemFill = UIColor(name: "tertiarySystemFill")
}
extension ShapeStyle where Self == Color {
    // Apple: static var red, orange, … : Color { get }
    public static var red: Color { .init("red") }
    public static var orange: Color { .init("orange") }
    public static var yellow: Color { .init("yellow") }
    public static var green: Color { .init("green") }
    public static var teal: Color { .init("teal") }
    public static var blue: Color { .init("blue") }
    public static var indigo: Color { .init("indigo") }
    public static var purple: Color { .init("purple") }
    public static var white: Color { .init("white") }
    public static var gray: Color { .init("gray") }
    public static var black: Color { .init("black") }
    public static var clear: Color { .init("clear") }
}
/// Apple: `@frozen public struct HierarchicalShapeStyle: ShapeStyle { static let primary, secondary, tertiary, quaternary }`
public struct HierarchicalShapeStyle: ShapeStyle {}
extension ShapeStyle where Self == HierarchicalShapeStyle {
    // Apple: static var primary, secondary, tertiary, quaternary: HierarchicalShapeStyle { get }
    public static var primary: HierarchicalShapeStyle { .init() }
    public static var secondary: HierarchicalShapeStyle { .init() }
    public static var tertiary: HierarchicalShapeStyle { .init() }
    public static var quaternary: HierarchicalShapeStyle { .init() }
}
/// Apple: `public struct TintShapeStyle: ShapeStyle`, `BackgroundStyle`, `FillShapeStyle`, `SeparatorShapeStyle` with `static var tint, background, fill, separator`
public struct TintShapeStyle: ShapeStyle {}
public struct BackgroundStyle: ShapeStyle {}
public struct FillShapeStyle: ShapeStyle {}
public struct SeparatorShapeStyle: ShapeStyle {}
extension ShapeStyle where Self == TintShapeStyle { public static var tint: TintShapeStyle { .init() } }
extension ShapeStyle where Self == BackgroundStyle { public static var background: BackgroundStyle { .init() } }
extension ShapeStyle where Self == FillShapeStyle { public static var fill: FillShapeStyle { .init() } }
extension ShapeStyle where Self == SeparatorShapeStyle { public static var separator: SeparatorShapeStyle { .init() } }
extension ShapeStyle {
    // Apple: func opacity(_ opacity: Double) -> some ShapeStyle
    public func opacity(_ opacity: Double) -> some ShapeStyle { self }
    // Apple: var secondary, tertiary, quaternary: some ShapeStyle { get }   (hierarchical levels of a style)
    public var secondary: some ShapeStyle { self }
    public var tertiary: some ShapeStyle { self }
    public var quaternary: some ShapeStyle { self }
}
/// Apple: `public struct Material: Sendable` with `extension ShapeStyle where Self == Material { static var regularMaterial, thickMaterial, thinMaterial, ultraThinMaterial, ultraThickMaterial, bar }`
public struct Material: ShapeStyle {}
extension ShapeStyle where Self == Material {
    public static var regularMaterial: Material { .init() }
    public static var thickMaterial: Material { .init() }
    public static var thinMaterial: Material { .init() }
    public static var ultraThinMaterial: Material { .init() }
    public static var bar: Material { .init() }
}
/// Apple: `public struct AnyShapeStyle: ShapeStyle { init<S>(_ style: S) where S: ShapeStyle }`
public struct AnyShapeStyle: ShapeStyle { public init<S: ShapeStyle>(_ style: S) {} }
/// Apple: `@frozen public struct AnyGradient: ShapeStyle`
public struct AnyGradient: ShapeStyle {}
/// Apple: `@frozen public struct LinearGradient: ShapeStyle, View, Sendable { init(colors: [Color], startPoint: UnitPoint, endPoint: UnitPoint) }`
public struct LinearGradient: ShapeStyle, Primitive, Sendable {
    public nonisolated init(colors: [Color], startPoint: UnitPoint, endPoint: UnitPoint) {}
    func draw(_ context: Context) -> [Node] { [] }
}

/// Apple: `public protocol Shape: Sendable, Animatable, View { nonisolated func path(in rect: CGRect) -> Path }`
public protocol Shape: View, Sendable {}
protocol DrawnShape: Shape, Primitive {}
extension DrawnShape { func draw(_ context: Context) -> [Node] { [] } }
/// Apple: `@frozen public struct Rectangle: Shape { init() }`
public struct Rectangle: DrawnShape { public nonisolated init() {} }
/// Apple: `@frozen public struct Circle: Shape { init() }`
public struct Circle: DrawnShape { public nonisolated init() {} }
/// Apple: `@frozen public struct Capsule: Shape { init(style: RoundedCornerStyle = .continuous) }`
public struct Capsule: DrawnShape { public nonisolated init(style: RoundedCornerStyle = .continuous) {} }
/// Apple: `@frozen public struct RoundedRectangle: Shape { init(cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous) }`
public struct RoundedRectangle: DrawnShape { public nonisolated init(cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous) {} }
/// Apple: `public enum RoundedCornerStyle: Sendable { case circular, continuous }`
public enum RoundedCornerStyle: Sendable { case circular, continuous }
extension Shape {
    // Apple: func fill<S>(_ content: S = .foreground, style: FillStyle = FillStyle()) -> some View where S: ShapeStyle
    public func fill<S: ShapeStyle>(_ content: S) -> some View { self }
    // Apple: func stroke<S>(_ content: S, lineWidth: CGFloat = 1, antialiased: Bool = true) -> some View where S: ShapeStyle
    public func stroke<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View { self }
    // Apple (InsettableShape): func strokeBorder<S>(_ content: S = .foreground, lineWidth: CGFloat = 1, antialiased: Bool = true) -> some View where S: ShapeStyle
    public func strokeBorder<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View { self }
}
extension Shape where Self == Circle { public static var circle: Circle { .init() } }
extension Shape where Self == Capsule { public static var capsule: Capsule { .init() } }
extension Shape where Self == Rectangle { public static var rect: Rectangle { .init() } }
extension Shape where Self == RoundedRectangle {
    // Apple: static func rect(cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous) -> Self
    public static func rect(cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous) -> Self { .init(cornerRadius: cornerRadius) }
}

/// Apple: `@frozen public struct Font: Hashable, Sendable { static let largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption, caption2; static func system(_ style: Font.TextStyle, design: Font.Design? = nil, weight: Font.Weight? = nil) -> Font; static func system(size: CGFloat, weight: Font.Weight? = nil, design: Font.Design? = nil) -> Font }`
public struct Font: Hashable, Sendable {
    public enum TextStyle: CaseIterable, Sendable { case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption, caption2 }
    public enum Design: Hashable, Sendable { case `default`, serif, rounded, monospaced }
    public enum Leading: Hashable, Sendable { case standard, tight, loose }
    public struct Weight: Hashable, Sendable {
        public static let ultraLight = Weight(), thin = Weight(), light = Weight(), regular = Weight(), medium = Weight()
        public static let semibold = Weight(), bold = Weight(), heavy = Weight(), black = Weight()
    }
    public static let largeTitle = Font(), title = Font(), title2 = Font(), title3 = Font(), headline = Font(), subheadline = Font()
    public static let body = Font(), callout = Font(), footnote = Font(), caption = Font(), caption2 = Font()
    public static func system(_ style: TextStyle, design: Design? = nil, weight: Weight? = nil) -> Font { Font() }
    public static func system(size: CGFloat, weight: Weight? = nil, design: Design? = nil) -> Font { Font() }
    // Apple: func bold() -> Font; func italic() -> Font; func monospaced() -> Font; func monospacedDigit() -> Font; func weight(_ weight: Font.Weight) -> Font; func leading(_ leading: Font.Leading) -> Font
    public func bold() -> Font { self }
    public func italic() -> Font { self }
    public func monospaced() -> Font { self }
    public func monospacedDigit() -> Font { self }
    public func weight(_ weight: Weight) -> Font { self }
    public func leading(_ leading: Leading) -> Font { self }
}

// Styles. Apple: each is a protocol with makeBody(configuration:) and static members for those built in.
/// Apple: `@MainActor @preconcurrency public protocol ButtonStyle { associatedtype Body: View; @ViewBuilder func makeBody(configuration: Self.Configuration) -> Self.Body; typealias Configuration = ButtonStyleConfiguration }`
@MainActor @preconcurrency
public protocol ButtonStyle {
    associatedtype Body: View
    typealias Configuration = ButtonStyleConfiguration
    @ViewBuilder func makeBody(configuration: Configuration) -> Body
}
/// Apple: `public struct ButtonStyleConfiguration { let role: ButtonRole?; let label: ButtonStyleConfiguration.Label; let isPressed: Bool }`
public struct ButtonStyleConfiguration {
    public struct Label: Primitive { func draw(_ context: Context) -> [Node] { [] } }
    public let role: ButtonRole?
    public let label: Label
    public let isPressed: Bool
}
/// Apple: `@MainActor @preconcurrency public protocol PrimitiveButtonStyle` with `.automatic, .plain, .borderless, .bordered, .borderedProminent`
public struct PrimitiveButtonStyle: Sendable {
    public static let automatic = Self(), plain = Self(), borderless = Self(), bordered = Self(), borderedProminent = Self()
}
/// Apple: protocols ListStyle, PickerStyle, ToggleStyle, DatePickerStyle, TextFieldStyle, LabelStyle, TabViewStyle, ProgressViewStyle, MenuStyle, ControlGroupStyle, LabeledContentStyle, DisclosureGroupStyle with these static members
public struct ListStyle: Sendable { public static let automatic = Self(), plain = Self(), insetGrouped = Self(), grouped = Self(), inset = Self(), sidebar = Self() }
public struct PickerStyle: Sendable { public static let automatic = Self(), menu = Self(), segmented = Self(), wheel = Self(), inline = Self(), navigationLink = Self(), palette = Self() }
public struct ToggleStyle: Sendable { public static let automatic = Self(), `switch` = Self(), button = Self() }
public struct DatePickerStyle: Sendable { public static let automatic = Self(), compact = Self(), graphical = Self(), wheel = Self() }
public struct TextFieldStyle: Sendable { public static let automatic = Self(), plain = Self(), roundedBorder = Self() }
public struct LabelStyle: Sendable { public static let automatic = Self(), iconOnly = Self(), titleOnly = Self(), titleAndIcon = Self() }
public struct TabViewStyle: Sendable { public static let automatic = Self(), page = Self(), sidebarAdaptable = Self(), tabBarOnly = Self() }
public struct ProgressViewStyle: Sendable { public static let automatic = Self(), linear = Self(), circular = Self() }
public struct MenuStyle: Sendable { public static let automatic = Self(), button = Self() }
public struct ButtonBorderShape: Sendable { public static let automatic = Self(), capsule = Self(), roundedRectangle = Self(), circle = Self() }
extension View {
    // Apple: func buttonStyle<S>(_ style: S) -> some View where S: PrimitiveButtonStyle
    public func buttonStyle(_ style: PrimitiveButtonStyle) -> some View { self }
    // Apple: func buttonStyle<S>(_ style: S) -> some View where S: ButtonStyle
    public func buttonStyle<S: ButtonStyle>(_ style: S) -> some View { self }
    // Apple: func buttonBorderShape(_ shape: ButtonBorderShape) -> some View
    public func buttonBorderShape(_ shape: ButtonBorderShape) -> some View { self }
    // Apple: func listStyle<S>(_ style: S) -> some View where S: ListStyle
    public func listStyle(_ style: ListStyle) -> some View { self }
    // Apple: func pickerStyle<S>(_ style: S) -> some View where S: PickerStyle
    public func pickerStyle(_ style: PickerStyle) -> some View { self }
    // Apple: func toggleStyle<S>(_ style: S) -> some View where S: ToggleStyle
    public func toggleStyle(_ style: ToggleStyle) -> some View { self }
    // Apple: func datePickerStyle<S>(_ style: S) -> some View where S: DatePickerStyle
    public func datePickerStyle(_ style: DatePickerStyle) -> some View { self }
    // Apple: func textFieldStyle<S>(_ style: S) -> some View where S: TextFieldStyle
    public func textFieldStyle(_ style: TextFieldStyle) -> some View { self }
    // Apple: func labelStyle<S>(_ style: S) -> some View where S: LabelStyle
    public func labelStyle(_ style: LabelStyle) -> some View { self }
    // Apple: func tabViewStyle<S>(_ style: S) -> some View where S: TabViewStyle
    public func tabViewStyle(_ style: TabViewStyle) -> some View { self }
    // Apple: func progressViewStyle<S>(_ style: S) -> some View where S: ProgressViewStyle
    public func progressViewStyle(_ style: ProgressViewStyle) -> some View { self }
    // Apple: func menuStyle<S>(_ style: S) -> some View where S: MenuStyle
    public func menuStyle(_ style: MenuStyle) -> some View { self }
    // Apple: func labelsHidden() -> some View
    public func labelsHidden() -> some View { self }
    // Apple: func controlSize(_ controlSize: ControlSize) -> some View
    public func controlSize(_ controlSize: ControlSize) -> some View { self }
}
/// Apple: `public enum ControlSize: CaseIterable, Sendable { case mini, small, regular, large, extraLarge }`
public enum ControlSize: CaseIterable, Sendable { case mini, small, regular, large, extraLarge }
