// Pictures from bytes: the core's QR codes and the doors' photos.

import Foundation
import SwiftUI

#if canImport(ImageIO)
    import ImageIO

    extension CGImage {
        /// A PNG or JPEG picture; nil if it is neither.
        static func decoded(_ data: Data) -> CGImage? {
            guard let source = CGImageSourceCreateWithData(data as CFData, nil) else { return nil }
            return CGImageSourceCreateImageAtIndex(source, 0, nil)
        }
    }
#else
    extension CGImage {
        static func decoded(_ data: Data) -> CGImage? { data.isEmpty ? nil : CGImage(bytes: data) }
    }
#endif

/// A picture that fits into its place, with a name for those who do not see it.
struct Picture: View {
    let data: Data
    let name: String

    var body: some View {
        if let picture = CGImage.decoded(data) {
            Image(picture, scale: 1, label: Text(name))
                .resizable()
                .scaledToFit()
        } else {
            Image(systemName: "photo")
                .foregroundStyle(.secondary)
                .accessibilityLabel(name)
        }
    }
}

/// A QR code: black on white whatever the phone's colours are, and with sharp edges, or cameras do not read it.
struct QRCode: View {
    let png: Data
    let name: String

    var body: some View {
        if let code = CGImage.decoded(png) {
            Image(code, scale: 1, label: Text(name))
                .interpolation(.none)
                .resizable()
                .scaledToFit()
                .padding()
                .background(Color.white, in: .rect(cornerRadius: 16))
                .accessibilityIgnoresInvertColors()
        }
    }
}
