// Something that may be there, as a flag for dialogs.

import SwiftUI

extension Binding where Value: Sendable {
    /// True while there is something; setting it to false removes it.
    @MainActor
    func isThere<Wrapped: Sendable>() -> Binding<Bool> where Value == Wrapped? {
        Binding<Bool> {
            wrappedValue != nil
        } set: { isThere in
            if !isThere { wrappedValue = nil }
        }
    }
}
