// The phone's share sheet.

import GatepassKit
import LinkPresentation
import UIKit

@MainActor
enum ShareSheet {
    /// True if something was sent.
    static func show(_ items: [ShareItem], over presenter: UIViewController) async -> Bool {
        let sheet = UIActivityViewController(
            activityItems: items.compactMap(source), applicationActivities: nil)
        // What opens a door does not belong into albums and address books.
        sheet.excludedActivityTypes = [.assignToContact, .addToReadingList, .openInIBooks]
        // On an iPad the sheet hangs on something: here the middle of the screen.
        sheet.popoverPresentationController?.sourceView = presenter.view
        sheet.popoverPresentationController?.sourceRect = CGRect(
            x: presenter.view.bounds.midX, y: presenter.view.bounds.midY, width: 0, height: 0)
        sheet.popoverPresentationController?.permittedArrowDirections = []
        return await withCheckedContinuation { continuation in
            var waiting: CheckedContinuation<Bool, Never>? = continuation
            sheet.completionWithItemsHandler = { activity, completed, _, _ in
                // An app that was chosen and left again gives the sheet back: then it is not over yet.
                guard completed || activity == nil else { return }
                waiting?.resume(returning: completed)
                waiting = nil
            }
            presenter.present(sheet, animated: true)
        }
    }

    private static func source(_ item: ShareItem) -> Any? {
        switch item {
        case .text(let text): text
        case .link(let url): url
        case .picture(let data, let title): UIImage(data: data).map { Picture(image: $0, title: title) }
        }
    }
}

/// A picture with its title at the top of the sheet.
private final class Picture: NSObject, UIActivityItemSource {
    private let image: UIImage
    private let title: String

    init(image: UIImage, title: String) {
        self.image = image
        self.title = title
    }

    func activityViewControllerPlaceholderItem(_ controller: UIActivityViewController) -> Any { image }

    func activityViewController(
        _ controller: UIActivityViewController, itemForActivityType type: UIActivity.ActivityType?
    ) -> Any? {
        image
    }

    func activityViewController(
        _ controller: UIActivityViewController, subjectForActivityType type: UIActivity.ActivityType?
    ) -> String {
        title
    }

    func activityViewControllerLinkMetadata(_ controller: UIActivityViewController) -> LPLinkMetadata? {
        let metadata = LPLinkMetadata()
        metadata.title = title
        metadata.imageProvider = NSItemProvider(object: image)
        return metadata
    }
}
