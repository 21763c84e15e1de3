// What the resident chooses for this phone.

import GatepassKit
import SwiftUI

struct SettingsScreen: View {
    let model: SettingsModel
    let addHome: @MainActor () -> Void
    @State private var leaving: ProfileView?
    @State private var isLeaving = false
    @Environment(\.words) private var words

    private var session: Session { model.session }

    var body: some View {
        Form {
            homes
            phone
            language
            about
        }
        .screen("settings")
        .navigationTitle(words.settings.title)
        .confirmationDialog(
            words.say(.settingsSignOutQuestion(site: leaving?.site ?? "")), isPresented: $isLeaving,
            titleVisibility: .visible, presenting: leaving
        ) { home in
            Button(words.settings.signOut, role: .destructive) {
                Task { await session.signOut(home.id) }
            }
            Button(words.common.cancel, role: .cancel) {}
        } message: { _ in
            Text(words.settings.signOutText)
        }
    }

    @ViewBuilder
    private var homes: some View {
        ForEach(session.profiles ?? [], id: \.id) { home in
            HomeSection(home: home) {
                leaving = home
                isLeaving = true
            }
        }
        Section {
            Button(words.settings.addProfile, systemImage: "plus", action: addHome)
                .accessibilityIdentifier("settings.addHome")
        }
    }

    private var phone: some View {
        Section {
            Toggle(words.settings.appLock, systemImage: "lock", isOn: lock)
                .disabled(!model.canLock)
                .accessibilityIdentifier("settings.appLock")
            Toggle(words.settings.notifications, systemImage: "bell", isOn: notifications)
                .accessibilityIdentifier("settings.notifications")
            if model.notificationsDenied {
                Button(words.welcome.openSettings) { session.phone.openSettings() }
            }
        } footer: {
            VStack(alignment: .leading, spacing: 4) {
                Text(model.canLock ? words.settings.appLockText : words.settings.appLockUnavailable)
                Text(
                    model.notificationsDenied ? words.settings.notificationsDenied : words.settings.notificationsText)
            }
        }
    }

    private var language: some View {
        Section {
            Picker(selection: chosenLanguage) {
                Text(words.settings.languagePhone).tag(String?.none)
                ForEach(Words.languages, id: \.tag) { language in
                    Text(language.name).tag(String?.some(language.tag))
                }
            } label: {
                Label(words.settings.language, systemImage: "globe")
            }
            .accessibilityIdentifier("settings.language")
        }
    }

    private var about: some View {
        Section(words.settings.about) {
            Text(words.say(.settingsVersion(version: libraryVersion)))
            if let source = URL(string: sourceCode) {
                Link(words.settings.sourceCode, destination: source)
            }
            NavigationLink(words.settings.licences) {
                ScrollView {
                    Text(words.settings.licencesText)
                        .padding()
                        .frame(maxWidth: .infinity, alignment: .leading)
                }
                .navigationTitle(words.settings.licences)
            }
        }
    }

    private var lock: Binding<Bool> {
        Binding {
            model.appLock
        } set: { on in
            Task { await model.lock(on) }
        }
    }

    private var notifications: Binding<Bool> {
        Binding {
            model.notifications
        } set: { on in
            Task { await model.notify(on) }
        }
    }

    private var chosenLanguage: Binding<String?> {
        Binding {
            model.language
        } set: { chosen in
            Task { await session.speak(chosen) }
        }
    }
}

/// Where anybody can read what the app does.
private let sourceCode = "https://github.com/gatepass/gatepass"

/// One home on this phone.
private struct HomeSection: View {
    let home: ProfileView
    let signOut: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Section {
            VStack(alignment: .leading, spacing: 2) {
                Text(home.resident)
                    .font(.headline)
                Text(words.say(.settingsUnit(unit: home.unit)))
                // Isolated (Unicode FSI, PDI): "1 Elm Street" keeps its number in front also among Arabic.
                Text(verbatim: "\u{2068}\(home.address)\u{2069}")
                    .font(.subheadline)
                    .foregroundStyle(.secondary)
                if !home.signedIn {
                    Label(words.settings.signedOut, systemImage: "iphone.slash")
                        .font(.subheadline)
                        .foregroundStyle(.red)
                }
            }
            .accessibilityElement(children: .combine)
            LabeledContent(words.settings.server, value: home.server)
            Text(words.say(.settingsDoorsHeld(doors: home.doors.map(\.name))))
            Button(words.settings.signOut, role: .destructive, action: signOut)
                .accessibilityIdentifier("settings.signOut")
        } header: {
            Text(home.site)
                .heading()
        }
    }
}
