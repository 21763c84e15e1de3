// The outermost parts; the app itself is not started here.

/// Apple: `@MainActor @preconcurrency public protocol PreviewProvider { associatedtype Previews: View; @ViewBuilder static var previews: Self.Previews { get } }`
@MainActor @preconcurrency
public protocol PreviewProvider {
    associatedtype Previews: View
    @ViewBuilder @MainActor static var previews: Previews { get }
}
extension View {
    // Apple: func previewDisplayName(_ value: String?) -> some View
    public func previewDisplayName(_ value: String?) -> some View { self }
}
