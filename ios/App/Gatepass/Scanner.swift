// Reads the QR code of an invitation with the camera.

import AVFoundation
import GatepassKit
import UIKit
import VisionKit

@MainActor
final class Scanner: NSObject {
    static var isSupported: Bool { DataScannerViewController.isSupported }

    /// Asks for the camera, the first time.
    static func isAllowed() async -> Bool {
        await AVCaptureDevice.requestAccess(for: .video) && DataScannerViewController.isAvailable
    }

    /// Shows the camera until it reads a code, or the resident closes it: then the answer is nil.
    static func read(over presenter: UIViewController, _ words: Words) async -> String? {
        let scanner = Scanner()
        scanner.camera.title = words.welcome.scanTitle
        scanner.camera.navigationItem.prompt = words.welcome.scanText
        return await withCheckedContinuation { continuation in
            scanner.show(over: presenter) { continuation.resume(returning: $0) }
        }
    }

    private let camera = DataScannerViewController(
        recognizedDataTypes: [.barcode(symbologies: [.qr])], qualityLevel: .balanced, isHighlightingEnabled: true)
    private var answer: ((String?) -> Void)?
    /// Nothing else holds the scanner while it is on the screen.
    private var itself: Scanner?

    private func show(over presenter: UIViewController, answer: @escaping (String?) -> Void) {
        self.answer = answer
        itself = self
        camera.delegate = self
        camera.navigationItem.rightBarButtonItem = UIBarButtonItem(
            systemItem: .close, primaryAction: UIAction { [weak self] _ in self?.finish(nil) })
        let navigation = UINavigationController(rootViewController: camera)
        navigation.presentationController?.delegate = self
        presenter.present(navigation, animated: true) { [weak self] in
            do { try self?.camera.startScanning() } catch { self?.finish(nil) }
        }
    }

    private func finish(_ text: String?) {
        guard let answer else { return }
        self.answer = nil
        camera.stopScanning()
        if let presenting = camera.presentingViewController {
            presenting.dismiss(animated: true) { answer(text) }
        } else {
            answer(text)
        }
        itself = nil
    }
}

extension Scanner: DataScannerViewControllerDelegate {
    func dataScanner(_ scanner: DataScannerViewController, didAdd added: [RecognizedItem], allItems: [RecognizedItem]) {
        for case .barcode(let code) in added {
            guard let text = code.payloadStringValue else { continue }
            UINotificationFeedbackGenerator().notificationOccurred(.success)
            finish(text)
            return
        }
    }

    func dataScanner(
        _ scanner: DataScannerViewController,
        becameUnavailableWithError error: DataScannerViewController.ScanningUnavailable
    ) {
        finish(nil)
    }
}

extension Scanner: UIAdaptivePresentationControllerDelegate {
    func presentationControllerDidDismiss(_ presentationController: UIPresentationController) {
        finish(nil)
    }
}
