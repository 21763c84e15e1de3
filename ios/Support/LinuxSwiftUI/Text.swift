// Words and pictures.

@_exported import Foundation
@_exported import Observation

/// Apple: `@frozen public struct LocalizedStringKey: Equatable, ExpressibleByStringInterpolation { init(_ value: String) }`
public struct LocalizedStringKey: Equatable, ExpressibleByStringInterpolation, Sendable {
    let key: String
    public init(_ value: String) { key = value }
    public init(stringLiteral value: String) { key = value }
}

/// Apple: `@frozen public struct Text: Equatable, View, Sendable`
public struct Text: Primitive, Equatable, Sendable {
    let words: String
    // Apple: init(verbatim content: String)
    public nonisolated init(verbatim content: String) { words = content }
    // Apple: init<S>(_ content: S) where S: StringProtocol
    @_disfavoredOverload
    public nonisolated init<S: StringProtocol>(_ content: S) { words = String(content) }
    // Apple: init(_ key: LocalizedStringKey, tableName: String? = nil, bundle: Bundle? = nil, comment: StaticString? = nil)
    public nonisolated init(_ key: LocalizedStringKey, tableName: String? = nil, bundle: Bundle? = nil, comment: StaticString? = nil) {
        words = key.key
    }
    // Apple: init<F>(_ input: F.FormatInput, format: F) where F: FormatStyle, F.FormatInput: Equatable, F.FormatOutput == String
    public nonisolated init<F: FormatStyle>(_ input: F.FormatInput, format: F) where F.FormatInput: Equatable, F.FormatOutput == String {
        words = format.format(input)
    }
    // Apple: init(_ attributedContent: AttributedString)
    public nonisolated init(_ attributedContent: AttributedString) { words = String(attributedContent.characters) }
    // Apple: init(_ image: Image)
    public nonisolated init(_ image: Image) { words = "" }
    // Apple: static func + (lhs: Text, rhs: Text) -> Text
    public nonisolated static func + (lhs: Text, rhs: Text) -> Text { Text(verbatim: lhs.words + rhs.words) }

    func draw(_ context: Context) -> [Node] { [context.node(.text, label: words)] }
}
extension Text {
    // Apple: func bold() -> Text
    public nonisolated func bold() -> Text { self }
    // Apple: func italic() -> Text
    public nonisolated func italic() -> Text { self }
    // Apple: func monospacedDigit() -> Text
    public nonisolated func monospacedDigit() -> Text { self }
    // Apple: func font(_ font: Font?) -> Text
    public nonisolated func font(_ font: Font?) -> Text { self }
    // Apple: func fontWeight(_ weight: Font.Weight?) -> Text
    public nonisolated func fontWeight(_ weight: Font.Weight?) -> Text { self }
    // Apple: func foregroundStyle<S>(_ style: S) -> Text where S: ShapeStyle
    public nonisolated func foregroundStyle<S: ShapeStyle>(_ style: S) -> Text { self }
    // Apple: func strikethrough(_ isActive: Bool = true, pattern: Text.LineStyle.Pattern = .solid, color: Color? = nil) -> Text
    public nonisolated func strikethrough(_ isActive: Bool = true, color: Color? = nil) -> Text { self }
    // Apple: func kerning(_ kerning: CGFloat) -> Text
    public nonisolated func kerning(_ kerning: CGFloat) -> Text { self }
    // Apple: func tracking(_ tracking: CGFloat) -> Text
    public nonisolated func tracking(_ tracking: CGFloat) -> Text { self }
    /// Apple: `public enum Text.TruncationMode: Sendable { case head, tail, middle }`
    public enum TruncationMode: Sendable { case head, tail, middle }
    /// Apple: `public enum Text.Case: Sendable { case uppercase, lowercase }`
    public enum Case: Sendable { case uppercase, lowercase }
}

/// Apple: `@frozen public struct Image: Equatable, Sendable` with `extension Image: View`
public struct Image: Primitive, Equatable, Sendable {
    let name: String
    let isDecorative: Bool
    let label: String
    // Apple: init(systemName: String)
    public nonisolated init(systemName: String) { self.init(symbol: systemName, label: "", decorative: false) }
    // Apple: init(_ name: String, bundle: Bundle? = nil)
    public nonisolated init(_ name: String, bundle: Bundle? = nil) { self.init(symbol: name, label: name, decorative: false) }
    // Apple: init(decorative name: String, bundle: Bundle? = nil)
    public nonisolated init(decorative name: String, bundle: Bundle? = nil) { self.init(symbol: name, label: "", decorative: true) }
    // Apple: init(decorative cgImage: CGImage, scale: CGFloat, orientation: Image.Orientation = .up)
    public nonisolated init(decorative cgImage: CGImage, scale: CGFloat) { self.init(symbol: "picture", label: "", decorative: true) }
    // Apple: init(_ cgImage: CGImage, scale: CGFloat, orientation: Image.Orientation = .up, label: Text)
    public nonisolated init(_ cgImage: CGImage, scale: CGFloat, label: Text) { self.init(symbol: "picture", label: label.words, decorative: false) }
    nonisolated init(symbol: String, label: String, decorative: Bool) {
        name = symbol
        self.label = label
        isDecorative = decorative
    }
    // Apple: func resizable(capInsets: EdgeInsets = EdgeInsets(), resizingMode: Image.ResizingMode = .stretch) -> Image
    public nonisolated func resizable() -> Image { self }
    // Apple: func interpolation(_ interpolation: Image.Interpolation) -> Image
    public nonisolated func interpolation(_ interpolation: Interpolation) -> Image { self }
    // Apple: func antialiased(_ isAntialiased: Bool) -> Image
    public nonisolated func antialiased(_ isAntialiased: Bool) -> Image { self }
    // Apple: func renderingMode(_ renderingMode: Image.TemplateRenderingMode?) -> Image
    public nonisolated func renderingMode(_ renderingMode: TemplateRenderingMode?) -> Image { self }
    // Apple: func symbolRenderingMode(_ mode: SymbolRenderingMode?) -> Image
    public nonisolated func symbolRenderingMode(_ mode: SymbolRenderingMode?) -> Image { self }
    /// Apple: `public enum Image.Interpolation: Sendable { case none, low, medium, high }`
    public enum Interpolation: Sendable { case none, low, medium, high }
    /// Apple: `public enum Image.TemplateRenderingMode: Sendable { case template, original }`
    public enum TemplateRenderingMode: Sendable { case template, original }
    /// Apple: `public enum Image.Scale: Sendable { case small, medium, large }`
    public enum Scale: Sendable { case small, medium, large }

    func draw(_ context: Context) -> [Node] {
        let node = context.node(.image, label: label)
        node.value = name
        node.isHidden = isDecorative
        return [node]
    }
}
/// Core Graphics is not there on Linux: a picture is only its bytes. Apple: `public class CGImage` with `CGImageSourceCreateImageAtIndex` of ImageIO.
public final class CGImage: Sendable {
    public let bytes: Data
    public init(bytes: Data) { self.bytes = bytes }
}
/// Apple: `public struct SymbolRenderingMode: Sendable { static let monochrome, multicolor, hierarchical, palette }`
public struct SymbolRenderingMode: Sendable {
    public static let monochrome = SymbolRenderingMode()
    public static let multicolor = SymbolRenderingMode()
    public static let hierarchical = SymbolRenderingMode()
    public static let palette = SymbolRenderingMode()
}

/// Apple: `public struct Label<Title, Icon>: View where Title: View, Icon: View`
public struct Label<Title: View, Icon: View>: Primitive {
    let title: Title
    let icon: Icon
    // Apple: init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon)
    public init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon) {
        self.title = title()
        self.icon = icon()
    }
    // An icon beside a title says nothing of its own.
    func draw(_ context: Context) -> [Node] {
        let icons = context.at("icon").draw(icon)
        for icon in icons { icon.isHidden = true }
        let node = context.node(.group, icons + context.at("title").draw(title))
        node.combines = true
        return [node]
    }
}
extension Label where Title == Text, Icon == Image {
    // Apple: init<S>(_ title: S, systemImage name: String) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, systemImage name: String) {
        self.init(title: { Text(title) }, icon: { Image(systemName: name) })
    }
    // Apple: init(_ titleKey: LocalizedStringKey, systemImage name: String)
    public init(_ titleKey: LocalizedStringKey, systemImage name: String) {
        self.init(title: { Text(titleKey) }, icon: { Image(systemName: name) })
    }
}

/// Apple: `public struct Link<Label>: View where Label: View`
public struct Link<Label: View>: Primitive {
    let destination: URL
    let label: Label
    // Apple: init(destination: URL, @ViewBuilder label: () -> Label)
    public init(destination: URL, @ViewBuilder label: () -> Label) {
        self.destination = destination
        self.label = label()
    }
    func draw(_ context: Context) -> [Node] {
        let node = context.node(.link, context.at("link").draw(label))
        let openURL = context.environment.openURL, memory = context.memory, destination = destination
        node.combines = true
        node.value = destination.absoluteString
        node.press = {
            if openURL.run(destination) == .systemAction { memory.opened.append(destination) }
        }
        return [node]
    }
}
extension Link where Label == Text {
    // Apple: init<S>(_ title: S, destination: URL) where S: StringProtocol
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, destination: URL) { self.init(destination: destination) { Text(title) } }
    // Apple: init(_ titleKey: LocalizedStringKey, destination: URL)
    public init(_ titleKey: LocalizedStringKey, destination: URL) { self.init(destination: destination) { Text(titleKey) } }
}
