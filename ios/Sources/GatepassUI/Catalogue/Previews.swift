// The catalogue in Xcode's canvas.

#if canImport(UIKit)
    import SwiftUI

    #Preview("Catalogue") {
        NavigationStack {
            List(Catalogue.samples()) { sample in
                NavigationLink(sample.name) { sample.view }
            }
            .navigationTitle(Text(verbatim: "Catalogue"))
        }
    }

    #Preview("Passes") { Catalogue.sample("passes.valid")?.view }
    #Preview("Passes, dark") { Catalogue.sample("passes.offline")?.view.preferredColorScheme(.dark) }
    #Preview("Pass") { Catalogue.sample("pass.valid")?.view }
    #Preview("Pass, large text") { Catalogue.sample("pass.recurring")?.view.dynamicTypeSize(.accessibility3) }
    #Preview("Wizard") { Catalogue.sample("wizard.recurring")?.view }
    #Preview("Wizard, from the right") {
        Catalogue.sample("wizard.review")?.view.environment(\.layoutDirection, .rightToLeft)
    }
    #Preview("Spanish") { Catalogue.sample("settings", language: "es")?.view }
#endif
