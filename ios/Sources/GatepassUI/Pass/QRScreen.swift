// A pass's QR code as large as the phone is, for the camera at the door.

import GatepassKit
import SwiftUI

struct QRScreen: View {
    let name: String
    let png: Data
    let phone: any Phone
    @Environment(\.words) private var words
    @Environment(\.dismiss) private var dismiss
    @Environment(\.scenePhase) private var scenePhase

    var body: some View {
        VStack(spacing: 16) {
            HStack {
                Spacer()
                Button {
                    dismiss()
                } label: {
                    Image(systemName: "xmark.circle.fill")
                        .font(.title)
                        .symbolRenderingMode(.hierarchical)
                        .frame(minWidth: 44, minHeight: 44)
                }
                .accessibilityLabel(words.common.close)
                .accessibilityIdentifier("qr.close")
            }
            Spacer()
            QRCode(png: png, name: words.say(.passQrLabel(name: name)))
            Text(name)
                .font(.title2.bold())
                .heading()
            Text(words.pass.qrHint)
                .foregroundStyle(.secondary)
            Spacer()
        }
        .multilineTextAlignment(.center)
        .padding()
        .frame(maxWidth: .infinity, maxHeight: .infinity)
        .background(Color.white)
        // White paper in the dark, too: a camera has to read it.
        .environment(\.colorScheme, .light)
        .accessibilityIgnoresInvertColors()
        .screen("qr")
        .onChange(of: scenePhase, initial: true) {
            if scenePhase == .active { phone.brighten() } else { phone.dim() }
        }
        .onDisappear { phone.dim() }
    }
}
