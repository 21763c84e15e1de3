// Modifiers that only change how a view looks or where it is: each gives the view back as it is.

/// Apple: `@frozen public struct Alignment: Equatable, Sendable { static let center, leading, trailing, top, bottom, topLeading, topTrailing, bottomLeading, bottomTrailing }`
public struct Alignment: Equatable, Sendable {
    public static let center = Self(), leading = Self(), trailing = Self(), top = Self(), bottom = Self()
    public static let topLeading = Self(), topTrailing = Self(), bottomLeading = Self(), bottomTrailing = Self()
}
/// Apple: `@frozen public struct HorizontalAlignment: Equatable, Sendable { static let leading, center, trailing }`
public struct HorizontalAlignment: Equatable, Sendable { public static let leading = Self(), center = Self(), trailing = Self() }
/// Apple: `@frozen public struct VerticalAlignment: Equatable, Sendable { static let top, center, bottom, firstTextBaseline, lastTextBaseline }`
public struct VerticalAlignment: Equatable, Sendable {
    public static let top = Self(), center = Self(), bottom = Self(), firstTextBaseline = Self(), lastTextBaseline = Self()
}
/// Apple: `@frozen public enum TextAlignment: Hashable, CaseIterable, Sendable { case leading, center, trailing }`
public enum TextAlignment: Hashable, CaseIterable, Sendable { case leading, center, trailing }
/// Apple: `@frozen public enum Axis: Int8, CaseIterable, Sendable { case horizontal, vertical; struct Set: OptionSet }`
public enum Axis: Int8, CaseIterable, Sendable {
    case horizontal, vertical
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let horizontal = Set(rawValue: 1), vertical = Set(rawValue: 2)
    }
}
/// Apple: `@frozen public enum Edge: Int8, CaseIterable, Sendable { case top, leading, bottom, trailing; struct Set: OptionSet { static let top, leading, bottom, trailing, all, horizontal, vertical } }`
public enum Edge: Int8, CaseIterable, Sendable {
    case top, leading, bottom, trailing
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let top = Set(rawValue: 1), leading = Set(rawValue: 2), bottom = Set(rawValue: 4), trailing = Set(rawValue: 8)
        public static let horizontal: Set = [.leading, .trailing], vertical: Set = [.top, .bottom], all: Set = [.horizontal, .vertical]
    }
}
/// Apple: `@frozen public enum HorizontalEdge: Int8, CaseIterable, Sendable { case leading, trailing }`
public enum HorizontalEdge: Int8, CaseIterable, Sendable { case leading, trailing }
/// Apple: `@frozen public enum VerticalEdge: Int8, CaseIterable, Sendable { case top, bottom }`
public enum VerticalEdge: Int8, CaseIterable, Sendable { case top, bottom }
/// Apple: `@frozen public struct EdgeInsets: Equatable, Sendable { init(top: CGFloat, leading: CGFloat, bottom: CGFloat, trailing: CGFloat); init() }`
public struct EdgeInsets: Equatable, Sendable {
    public init(top: CGFloat = 0, leading: CGFloat = 0, bottom: CGFloat = 0, trailing: CGFloat = 0) {}
}
/// Apple: `@frozen public struct UnitPoint: Hashable, Sendable { static let zero, center, leading, trailing, top, bottom, topLeading, topTrailing, bottomLeading, bottomTrailing }`
public struct UnitPoint: Hashable, Sendable {
    public static let zero = Self(), center = Self(), leading = Self(), trailing = Self(), top = Self(), bottom = Self()
    public static let topLeading = Self(), topTrailing = Self(), bottomLeading = Self(), bottomTrailing = Self()
}
/// Apple: `@frozen public enum Visibility: Hashable, CaseIterable, Sendable { case automatic, visible, hidden }`
public enum Visibility: Hashable, CaseIterable, Sendable { case automatic, visible, hidden }
/// Apple: `@frozen public enum ContentMode: Hashable, CaseIterable, Sendable { case fit, fill }`
public enum ContentMode: Hashable, CaseIterable, Sendable { case fit, fill }
/// Apple: `@frozen public enum BlendMode: Sendable { case normal, … }`
public enum BlendMode: Sendable { case normal, multiply }
/// Apple: `@frozen public struct Angle: Sendable { static func degrees(_ degrees: Double) -> Angle; static var zero: Angle }`
public struct Angle: Sendable {
    public static func degrees(_ degrees: Double) -> Angle { Angle() }
    public static let zero = Angle()
}
/// Apple: `@frozen public struct Animation: Equatable, Sendable { static let default, easeInOut, easeIn, easeOut, linear, spring, smooth, snappy, bouncy; static func easeInOut(duration: TimeInterval) -> Animation; func speed(_:), delay(_:), repeatForever(autoreverses:) }`
public struct Animation: Equatable, Sendable {
    public static let `default` = Self(), easeInOut = Self(), easeIn = Self(), easeOut = Self(), linear = Self(), spring = Self()
    public static let smooth = Self(), snappy = Self(), bouncy = Self()
    public static func easeInOut(duration: TimeInterval) -> Self { Self() }
}
/// Apple: `public func withAnimation<Result>(_ animation: Animation? = .default, _ body: () throws -> Result) rethrows -> Result`
@MainActor
public func withAnimation<Result>(_ animation: Animation? = .default, _ body: () throws -> Result) rethrows -> Result { try body() }
/// Apple: `@frozen public struct AnyTransition: Sendable { static let opacity, slide, identity, scale; static func move(edge: Edge) -> AnyTransition; func combined(with other: AnyTransition) -> AnyTransition }`
public struct AnyTransition: Sendable {
    public static let opacity = Self(), slide = Self(), identity = Self(), scale = Self()
    public static func move(edge: Edge) -> Self { Self() }
    public static func push(from edge: Edge) -> Self { Self() }
    public func combined(with other: AnyTransition) -> Self { self }
}
/// Apple: `public struct ContentTransition: Equatable, Sendable { static let identity, opacity, interpolate; static func numericText(countsDown: Bool = false) -> ContentTransition }`
public struct ContentTransition: Equatable, Sendable {
    public static let identity = Self(), opacity = Self(), interpolate = Self()
    public static func numericText(countsDown: Bool = false) -> Self { Self() }
}
/// Apple: `public struct SensoryFeedback: Equatable, Sendable { static let success, warning, error, selection, increase, decrease, impact … }`
public struct SensoryFeedback: Equatable, Sendable {
    public static let success = Self(), warning = Self(), error = Self(), selection = Self(), increase = Self(), decrease = Self(), impact = Self()
}
/// Apple (UIKit): `enum UIKeyboardType: Int { case default, asciiCapable, URL, numberPad, emailAddress … }`
public enum UIKeyboardType: Int, Sendable { case `default`, asciiCapable, numbersAndPunctuation, URL, numberPad, emailAddress }
/// Apple (UIKit): `struct UITextContentType: RawRepresentable { static let name, oneTimeCode, URL … }`
public struct UITextContentType: Sendable { public static let name = Self(), oneTimeCode = Self(), URL = Self() }
/// Apple: `public struct TextInputAutocapitalization: Sendable { static var never, words, sentences, characters }`
public struct TextInputAutocapitalization: Sendable { public static let never = Self(), words = Self(), sentences = Self(), characters = Self() }
/// Apple: `public struct ScrollDismissesKeyboardMode: Sendable { static var automatic, immediately, interactively, never }`
public struct ScrollDismissesKeyboardMode: Sendable { public static let automatic = Self(), immediately = Self(), interactively = Self(), never = Self() }
/// Apple: `public protocol TextSelectability { static var allowsSelection: Bool { get } }` with `.enabled`, `.disabled`
public struct TextSelectability: Sendable { public static let enabled = Self(), disabled = Self() }
/// Apple: `public struct SafeAreaRegions: OptionSet, Sendable { static let all, container, keyboard }`
public struct SafeAreaRegions: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let container = Self(rawValue: 1), keyboard = Self(rawValue: 2), all: Self = [.container, .keyboard]
}
/// Apple: `public struct ContentMarginPlacement: Sendable { static var automatic, scrollContent, scrollIndicators }`
public struct ContentMarginPlacement: Sendable { public static let automatic = Self(), scrollContent = Self(), scrollIndicators = Self() }

extension View {
    // Apple: func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { self }
    // Apple: func padding(_ length: CGFloat) -> some View
    public func padding(_ length: CGFloat) -> some View { self }
    // Apple: func padding(_ insets: EdgeInsets) -> some View
    public func padding(_ insets: EdgeInsets) -> some View { self }
    // Apple: func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View
    public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View { self }
    // Apple: func frame(minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil, idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center) -> some View
    public func frame(minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil, idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center) -> some View { self }
    // Apple: func fixedSize(horizontal: Bool, vertical: Bool) -> some View; func fixedSize() -> some View
    public func fixedSize(horizontal: Bool, vertical: Bool) -> some View { self }
    public func fixedSize() -> some View { self }
    // Apple: func layoutPriority(_ value: Double) -> some View
    public func layoutPriority(_ value: Double) -> some View { self }
    // Apple: func offset(x: CGFloat = 0, y: CGFloat = 0) -> some View
    public func offset(x: CGFloat = 0, y: CGFloat = 0) -> some View { self }
    // Apple: func aspectRatio(_ aspectRatio: CGFloat? = nil, contentMode: ContentMode) -> some View
    public func aspectRatio(_ aspectRatio: CGFloat? = nil, contentMode: ContentMode) -> some View { self }
    // Apple: func scaledToFit() -> some View; func scaledToFill() -> some View
    public func scaledToFit() -> some View { self }
    public func scaledToFill() -> some View { self }
    // Apple: func scaleEffect(_ s: CGFloat, anchor: UnitPoint = .center) -> some View
    public func scaleEffect(_ s: CGFloat, anchor: UnitPoint = .center) -> some View { self }
    // Apple: func rotationEffect(_ angle: Angle, anchor: UnitPoint = .center) -> some View
    public func rotationEffect(_ angle: Angle, anchor: UnitPoint = .center) -> some View { self }
    // Apple: func background<S>(_ style: S, ignoresSafeAreaEdges edges: Edge.Set = .all) -> some View where S: ShapeStyle
    public func background<S: ShapeStyle>(_ style: S, ignoresSafeAreaEdges edges: Edge.Set = .all) -> some View { self }
    // Apple: func background<S, T>(_ style: S, in shape: T, fillStyle: FillStyle = FillStyle()) -> some View where S: ShapeStyle, T: InsettableShape
    public func background<S: ShapeStyle, T: Shape>(_ style: S, in shape: T) -> some View { self }
    // Apple: func background<V>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View where V: View
    public func background<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View { self }
    // Apple: func overlay<V>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View where V: View
    public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
        let over = content()
        return Changed(content: self) { context, view in context.draw(view) + context.at("overlay").draw(over) }
    }
    // Apple: func safeAreaInset<V>(edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> V) -> some View where V: View
    public func safeAreaInset<V: View>(edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> V) -> some View {
        let inset = content()
        return Changed(content: self) { context, view in
            let around = context.at("inset").draw(inset)
            let nodes = context.draw(view)
            return edge == .top ? around + nodes : nodes + around
        }
    }
    // Apple: func clipShape<S>(_ shape: S, style: FillStyle = FillStyle()) -> some View where S: Shape
    public func clipShape<S: Shape>(_ shape: S) -> some View { self }
    // Apple: func contentShape<S>(_ shape: S, eoFill: Bool = false) -> some View where S: Shape
    public func contentShape<S: Shape>(_ shape: S) -> some View { self }
    // Apple: func clipped(antialiased: Bool = false) -> some View
    public func clipped(antialiased: Bool = false) -> some View { self }
    // Apple: func shadow(color: Color = Color(.sRGBLinear, white: 0, opacity: 0.33), radius: CGFloat, x: CGFloat = 0, y: CGFloat = 0) -> some View
    public func shadow(color: Color = .black, radius: CGFloat, x: CGFloat = 0, y: CGFloat = 0) -> some View { self }
    // Apple: func opacity(_ opacity: Double) -> some View; func blur(radius: CGFloat, opaque: Bool = false) -> some View
    public func opacity(_ opacity: Double) -> some View { self }
    public func blur(radius: CGFloat, opaque: Bool = false) -> some View { self }
    // Apple: func hidden() -> some View
    public func hidden() -> some View { Changed(content: self) { _, _ in [] } }
    // Apple: func zIndex(_ value: Double) -> some View
    public func zIndex(_ value: Double) -> some View { self }
    // Apple: func ignoresSafeArea(_ regions: SafeAreaRegions = .all, edges: Edge.Set = .all) -> some View
    public func ignoresSafeArea(_ regions: SafeAreaRegions = .all, edges: Edge.Set = .all) -> some View { self }
    // Apple: func contentMargins(_ edges: Edge.Set = .all, _ length: CGFloat?, for placement: ContentMarginPlacement = .automatic) -> some View
    public func contentMargins(_ edges: Edge.Set = .all, _ length: CGFloat?, for placement: ContentMarginPlacement = .automatic) -> some View { self }
    // Apple: func id<ID>(_ id: ID) -> some View where ID: Hashable
    public func id<ID: Hashable>(_ id: ID) -> some View { Changed(content: self) { context, view in context.at("id-\(id)").draw(view) } }

    // Apple: func font(_ font: Font?) -> some View
    public func font(_ font: Font?) -> some View { self }
    // Apple: func fontWeight(_ weight: Font.Weight?) -> some View; func fontDesign(_ design: Font.Design?) -> some View
    public func fontWeight(_ weight: Font.Weight?) -> some View { self }
    public func fontDesign(_ design: Font.Design?) -> some View { self }
    // Apple: func bold(_ isActive: Bool = true) -> some View; italic, monospaced, monospacedDigit(), underline, strikethrough
    public func bold(_ isActive: Bool = true) -> some View { self }
    public func italic(_ isActive: Bool = true) -> some View { self }
    public func monospaced(_ isActive: Bool = true) -> some View { self }
    public func monospacedDigit() -> some View { self }
    public func strikethrough(_ isActive: Bool = true, color: Color? = nil) -> some View { self }
    // Apple: func kerning(_ kerning: CGFloat) -> some View; func tracking(_ tracking: CGFloat) -> some View; func lineSpacing(_ lineSpacing: CGFloat) -> some View
    public func kerning(_ kerning: CGFloat) -> some View { self }
    public func tracking(_ tracking: CGFloat) -> some View { self }
    public func lineSpacing(_ lineSpacing: CGFloat) -> some View { self }
    // Apple: func lineLimit(_ number: Int?) -> some View; func lineLimit(_ limit: ClosedRange<Int>) -> some View; func lineLimit(_ limit: PartialRangeFrom<Int>) -> some View; func lineLimit(_ limit: Int, reservesSpace: Bool) -> some View
    public func lineLimit(_ number: Int?) -> some View { environment(\.lineLimit, number) }
    public func lineLimit(_ limit: ClosedRange<Int>) -> some View { self }
    public func lineLimit(_ limit: PartialRangeFrom<Int>) -> some View { self }
    public func lineLimit(_ limit: Int, reservesSpace: Bool) -> some View { self }
    // Apple: func minimumScaleFactor(_ factor: CGFloat) -> some View; func truncationMode(_ mode: Text.TruncationMode) -> some View; func textCase(_ textCase: Text.Case?) -> some View
    public func minimumScaleFactor(_ factor: CGFloat) -> some View { self }
    public func truncationMode(_ mode: Text.TruncationMode) -> some View { self }
    public func textCase(_ textCase: Text.Case?) -> some View { self }
    // Apple: func multilineTextAlignment(_ alignment: TextAlignment) -> some View; func textSelection<S>(_ selectability: S) -> some View where S: TextSelectability
    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { self }
    public func textSelection(_ selectability: TextSelectability) -> some View { self }
    // Apple: func foregroundStyle<S>(_ style: S) -> some View where S: ShapeStyle; func foregroundStyle<S1, S2>(_ primary: S1, _ secondary: S2) -> some View
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { self }
    public func foregroundStyle<S1: ShapeStyle, S2: ShapeStyle>(_ primary: S1, _ secondary: S2) -> some View { self }
    // Apple: func tint(_ tint: Color?) -> some View; func tint<S>(_ tint: S?) -> some View where S: ShapeStyle
    public func tint(_ tint: Color?) -> some View { self }
    // Apple: func imageScale(_ scale: Image.Scale) -> some View; func symbolRenderingMode(_ mode: SymbolRenderingMode?) -> some View; func symbolVariant(_ variant: SymbolVariants) -> some View
    public func imageScale(_ scale: Image.Scale) -> some View { self }
    public func symbolRenderingMode(_ mode: SymbolRenderingMode?) -> some View { self }
    public func symbolVariant(_ variant: SymbolVariants) -> some View { self }
    // Apple: func animation<V>(_ animation: Animation?, value: V) -> some View where V: Equatable; func transition(_ t: AnyTransition) -> some View; func contentTransition(_ transition: ContentTransition) -> some View
    public func animation<V: Equatable>(_ animation: Animation?, value: V) -> some View { self }
    public func transition(_ t: AnyTransition) -> some View { self }
    public func contentTransition(_ transition: ContentTransition) -> some View { self }
    // Apple: func sensoryFeedback<T>(_ feedback: SensoryFeedback, trigger: T) -> some View where T: Equatable
    public func sensoryFeedback<T: Equatable>(_ feedback: SensoryFeedback, trigger: T) -> some View { self }
    // Apple: func flipsForRightToLeftLayoutDirection(_ enabled: Bool) -> some View
    public func flipsForRightToLeftLayoutDirection(_ enabled: Bool) -> some View { self }
    // Apple: func badge(_ count: Int) -> some View; func badge<S>(_ label: S?) -> some View where S: StringProtocol
    public func badge(_ count: Int) -> some View { self }

    // Apple: func listRowInsets(_ insets: EdgeInsets?) -> some View; listRowBackground<V>(_ view: V?); listRowSeparator(_ visibility: Visibility, edges: VerticalEdge.Set = .all); listSectionSpacing(_ spacing: CGFloat); headerProminence(_ prominence: Prominence)
    public func listRowInsets(_ insets: EdgeInsets?) -> some View { self }
    public func listRowBackground<V: View>(_ view: V?) -> some View { self }
    public func listRowSeparator(_ visibility: Visibility) -> some View { self }
    public func listSectionSpacing(_ spacing: CGFloat) -> some View { self }
    public func headerProminence(_ prominence: Prominence) -> some View { self }
    // Apple: func scrollContentBackground(_ visibility: Visibility) -> some View; scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode); scrollIndicators(_ visibility: ScrollIndicatorVisibility, axes: Axis.Set = [.vertical, .horizontal]); scrollBounceBehavior(_ behavior: ScrollBounceBehavior, axes: Axis.Set = [.vertical])
    public func scrollContentBackground(_ visibility: Visibility) -> some View { self }
    public func scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode) -> some View { self }
    public func scrollIndicators(_ visibility: ScrollIndicatorVisibility) -> some View { self }
    public func scrollBounceBehavior(_ behavior: ScrollBounceBehavior) -> some View { self }
    // Apple: func keyboardType(_ type: UIKeyboardType) -> some View; textContentType(_ textContentType: UITextContentType?); autocorrectionDisabled(_ disable: Bool = true); textInputAutocapitalization(_ autocapitalization: TextInputAutocapitalization?)
    public func keyboardType(_ type: UIKeyboardType) -> some View { self }
    public func textContentType(_ textContentType: UITextContentType?) -> some View { self }
    public func autocorrectionDisabled(_ disable: Bool = true) -> some View { self }
    public func textInputAutocapitalization(_ autocapitalization: TextInputAutocapitalization?) -> some View { self }
    // Apple: func gridCellColumns(_ count: Int) -> some View; func gridColumnAlignment(_ guide: HorizontalAlignment) -> some View
    public func gridCellColumns(_ count: Int) -> some View { self }
    public func gridColumnAlignment(_ guide: HorizontalAlignment) -> some View { self }
}
/// Apple: `public enum Prominence: Sendable { case standard, increased }`
public enum Prominence: Sendable { case standard, increased }
/// Apple: `public struct ScrollIndicatorVisibility: Equatable, Sendable { static var automatic, visible, hidden, never }`
public struct ScrollIndicatorVisibility: Equatable, Sendable { public static let automatic = Self(), visible = Self(), hidden = Self(), never = Self() }
/// Apple: `public struct ScrollBounceBehavior: Sendable { static var automatic, always, basedOnSize }`
public struct ScrollBounceBehavior: Sendable { public static let automatic = Self(), always = Self(), basedOnSize = Self() }
/// Apple: `public struct SymbolVariants: Hashable, Sendable { static let none, circle, square, rectangle, fill, slash }`
public struct SymbolVariants: Hashable, Sendable { public static let none = Self(), circle = Self(), square = Self(), fill = Self(), slash = Self() }
