// What each screen does with its state, without a library behind it.

#if os(Linux)
    import GatepassKit
    import SwiftUI
    import Testing

    @testable import GatepassUI

    @MainActor
    struct ScreenTests {
        let words = Words.of("en")

        private func phone(_ sample: String) throws -> PhoneInHand {
            PhoneInHand(try #require(Catalogue.sample(sample)).view)
        }

        // MARK: Passes

        @Test func aRowIsOneElementThatSaysAll() throws {
            let phone = try phone("passes.valid")
            let row = try #require(phone.nodes.first { $0.identifier == "pass.row" })
            #expect(row.spokenLabel.contains("Plumber"))
            #expect(row.spokenLabel.contains(words.passes.badgeLastUse))
        }

        @Test func slidingARowOffersSharing() throws {
            let phone = try phone("passes.valid")
            try phone.swipe("Plumber", words.common.share)
            #expect(phone.shows("share"))
        }

        @Test func deletingAsksFirst() throws {
            let phone = try phone("passes.valid")
            try phone.swipe("Plumber", words.common.delete)
            #expect(phone.says(words.say(.passesDeleteQuestion(name: "Plumber"))))
            try phone.tap(words.common.cancel)
            #expect(!phone.says(words.passes.deleteText))
            #expect(phone.says("Plumber"))
        }

        @Test func whatIsOverOffersNeitherDeletingNorSharing() throws {
            let phone = try phone("passes.invalid")
            #expect(phone.says("Electrician"))
            #expect(throws: NotOnScreen.self) { try phone.swipe("Electrician", words.common.delete) }
            #expect(throws: NotOnScreen.self) { try phone.swipe("Electrician", words.common.share) }
        }

        @Test func whatTheServerDoesNotHaveCannotBeShared() throws {
            let phone = try phone("passes.offline")
            #expect(throws: NotOnScreen.self) { try phone.swipe("Gardener", words.common.share) }
            try phone.swipe("Gardener", words.common.delete)
            #expect(phone.says(words.passes.deleteText))
        }

        @Test func offlineSaysWhatWaitsAndOffersUndoAndTheDraft() throws {
            let phone = try phone("passes.offline")
            #expect(phone.says(words.say(.passesOfflineWaiting(count: 2))))
            #expect(phone.shows("passes.undo"))
            #expect(phone.shows("passes.draft.continue"))
            #expect(phone.says(words.say(.noticesChangeOverruled(name: "Cleaner"))))
        }

        @Test func anEmptyListSaysWhy() throws {
            #expect(try phone("passes.empty").says(words.passes.emptyValidTitle))
            #expect(try phone("passes.search_empty").says(words.say(.passesEmptySearchText(search: "Zoë"))))
            #expect(try phone("passes.off").says(words.say(.passesPassesOffText(site: "Elm House"))))
            #expect(try phone("passes.signed_out").says(words.passes.signedOutTitle))
        }

        @Test func theTitleSwitchesHomes() throws {
            let phone = try phone("passes.two_homes")
            #expect(phone.says(words.say(.passesProfileOf(site: "Harbour Court", unit: "3"))))
            try phone.choose(words.say(.passesProfileOf(site: "Elm House", unit: "12B")), in: "passes.homes")
            let title = phone.nodes.first { $0.kind == .screen && $0.spokenLabel.contains("Elm House") }
            #expect(title != nil, "\(phone.screen.described())")
        }

        // MARK: A pass

        @Test func theCodeIsReadInGroupsAndCopiedWhole() throws {
            let page = try pass("pass.valid")
            #expect(page.phone.says("482\u{00A0}915"))
            try page.phone.tap(words.pass.copyCode)
            #expect(page.device.copied == ["482915"])
            #expect(page.device.announced == [words.common.copied])
        }

        @Test func theLargeCodeIsBrightWhileItIsShown() throws {
            let page = try pass("pass.valid")
            try page.phone.tap("pass.qr")
            #expect(page.phone.shows("qr"))
            #expect(page.device.isBright)
            page.phone.environment.scenePhase = .background
            #expect(page.phone.shows("qr"))
            #expect(!page.device.isBright, "brightness stays up behind the app")
            page.phone.environment.scenePhase = .active
            #expect(page.phone.shows("qr"))
            #expect(page.device.isBright)
            try page.phone.tap("qr.close")
            #expect(!page.phone.shows("qr"))
            #expect(!page.device.isBright)
        }

        @Test func aPassThatIsNotOnTheServerSaysSo() throws {
            let phone = try phone("pass.not_on_server")
            #expect(phone.says(words.pass.notOnServerText))
            #expect(!phone.shows("pass.qr"))
            #expect(!phone.shows("pass.share"))
        }

        @Test func aRefusedChangeSaysWhyAndWhatCanBeDone() throws {
            let phone = try phone("pass.stuck")
            #expect(phone.says(words.pass.stuckTitle))
            #expect(phone.shows("pass.retry"))
            #expect(phone.shows("pass.discard"))
        }

        @Test func aPassThatIsOverCanNeitherBeEditedNorDeleted() throws {
            let phone = try phone("pass.over")
            #expect(phone.says(words.pass.overText))
            #expect(phone.find("pass.edit")?.isEnabled == false)
            #expect(!phone.shows("pass.delete"))
        }

        // MARK: Sharing

        @Test func everyWayGoesToTheShareSheet() async throws {
            let device = SamplePhone()
            let session = session(device)
            let passes = SamplePasses(home: SampleHomes(language: "en").elm)
            let model = ShareModel(session, passes.plumber.pass, showing: passes.payload)
            for way in model.ways { await model.share(way) }
            let link = try #require(URL(string: passes.payload.url ?? ""))
            let picture = ShareItem.picture(SamplePictures.qr, title: passes.payload.title)
            #expect(device.shared == [[.text(passes.payload.text)], [picture], [.link(link)], [.text("482915")]])
        }

        // MARK: The wizard

        @Test func leavingAsksWhetherToKeepWhatWasEntered() throws {
            let phone = try phone("wizard.about")
            try phone.tap("wizard.close")
            #expect(phone.says(words.wizard.leaveText))
            #expect(phone.shows(words.wizard.keepDraft))
            #expect(phone.shows(words.wizard.discardDraft))
        }

        @Test func leavingASavedPassAsksNothing() throws {
            let phone = try phone("wizard.saved")
            try phone.tap("wizard.close")
            #expect(!phone.says(words.wizard.leaveText))
        }

        @Test func aChoiceThatCannotBeTakenSaysWhy() throws {
            let phone = try phone("wizard.type")
            #expect(phone.find("choice.one_time")?.isEnabled == false)
            #expect(phone.says("Your building does not offer it."))
            #expect(phone.find("choice.custom")?.traits.contains(.isSelected) == true)
        }

        @Test func problemsStandBesideTheirFieldAndAboveAll() throws {
            let phone = try phone("wizard.problems")
            #expect(phone.says("It has to end after it begins."))
            #expect(phone.says("Your building allows passes of at most 30 days."))
            #expect(phone.says(words.wizard.problemsTitle))
        }

        @Test func theReviewAsksAndThenAnswers() throws {
            let shown = try phone("wizard.review").nodes.map(\.identifier)
            let order = ["field.times", "wizard.openings", "field.trialMoment", "wizard.trial"]
            #expect(shown.filter(order.contains) == order)
        }

        @Test func theFirstStepCannotGoBack() throws {
            #expect(try !phone("wizard.type").shows("wizard.back"))
            #expect(try phone("wizard.about").shows("wizard.back"))
        }

        @Test func everyFieldSendsWhatTheCoreExpects() throws {
            var sent: [FieldId: FieldValue] = [:]
            func draw(_ view: WizardView) -> PhoneInHand {
                PhoneInHand(
                    Form {
                        ForEach(view.groups) { group in
                            FieldGroupView(group: group, set: { sent[$0] = $1 }, send: { _ in })
                        }
                    })
            }
            try draw(SampleWizard.type).tap("choice.recurring")
            #expect(sent[.typeOfPass] == .choice(id: "recurring"))
            try draw(SampleWizard.about).fill("field.name", "Rosa")
            #expect(sent[.name] == .text(text: "Rosa"))
            let schedule = draw(SampleWizard.recurring)
            try schedule.tap("choice.fri")
            #expect(sent[.weekdays] == .toggle(id: "fri"))
            try schedule.pick("field.windowTo", try #require(WallClock.date(time: "16:00")))
            #expect(sent[.windowTo] == .time(time: "16:00"))
            try schedule.pick("field.lastDay", try #require(WallClock.date(day: "2027-03-14")))
            #expect(sent[.lastDay] == .date(date: "2027-03-14"))
            try schedule.choose("Denver", in: "field.timeZone")
            #expect(sent[.timeZone] == .choice(id: "America/Denver"))
            try draw(SampleWizard.custom).pick("field.endsAt", try #require(WallClock.date(moment: "2027-03-14T02:30")))
            #expect(sent[.endsAt] == .moment(at: "2027-03-14T02:30"))
            let uses = draw(SampleWizard.uses)
            try uses.step("field.visitLimit", by: 1)
            #expect(sent[.visitLimit] == .number(number: 4))
            try uses.turn("field.visitLimit.unlimited", on: true)
            #expect(sent[.visitLimit] == .number(number: nil))
            try uses.turn("field.dailyLimit.unlimited", on: false)
            #expect(sent[.dailyLimit] == .number(number: 1))
            let doors = draw(SampleWizard.doors)
            try doors.turn("field.doors.all", on: false)
            #expect(sent[.doors] == .choices(ids: []))
            try doors.tap("choice.lobby")
            #expect(sent[.doors] == .toggle(id: "lobby"))
        }

        @Test func aTextLongerThanAllowedIsCut() throws {
            var sent: [FieldValue] = []
            let phone = PhoneInHand(
                TextEntry(label: "Plate", current: "", placeholder: nil, max: 4, isMultiline: false, isPlate: true) {
                    sent.append($0)
                })
            try phone.fill("Plate", "ABCDEFG")
            #expect(phone.find("Plate")?.value == "ABCD")
            #expect(sent.last == .text(text: "ABCD"))
        }

        // MARK: Activity

        @Test func theLogIsToldByDay() throws {
            let phone = try phone("activity")
            #expect(phone.says(words.activity.unknownGuest))
            #expect(phone.says(words.reasons.outsideHours))
            let headings = phone.nodes.filter { $0.traits.contains(.isHeader) }.map(\.spokenLabel)
            let days = [words.common.today, words.common.yesterday]
            #expect(headings.filter { days.contains($0) } == days)
        }

        @Test func theLogIsNarrowedByTheCore() throws {
            let model = ActivityModel(session(SamplePhone()), showing: [])
            let phone = PhoneInHand(NavigationStack { ActivityScreen(model: model) }.speaking(model.session))
            for (choice, filter) in [
                (words.activity.filterArrivals, EntryFilter.arrivals), (words.activity.filterRefused, .refused),
                (words.activity.filterAll, .all),
            ] {
                try phone.choose(choice, in: "activity.filter")
                #expect(model.question.query.only == filter)
            }
        }

        @Test func aPhotoOpensFromItsEntry() throws {
            let phone = try phone("activity")
            try phone.tap("entry.photo")
            #expect(phone.shows("photo"))
            try phone.tap("photo.close")
            #expect(!phone.shows("photo"))
        }

        // MARK: Settings

        @Test func signingOutAsksFirst() throws {
            let phone = try phone("settings")
            try phone.tap("settings.signOut")
            #expect(phone.says(words.say(.settingsSignOutQuestion(site: "Elm House"))))
            #expect(phone.says(words.settings.signOutText))
        }

        // MARK: The root

        @Test func aLockedAppShowsNothingUntilItIsUnlocked() async throws {
            let homes = SampleHomes(language: "en")
            let session = Session(
                showing: [homes.elm], language: "en", isLocked: true, phone: SamplePhone(),
                preferences: Preferences(store: .standard))
            let phone = PhoneInHand(AppScreen(session))
            #expect(phone.shows("lock"))
            #expect(!phone.shows("passes"))
            try await phone.wait(for: "passes")
        }

        @Test func withoutAHomeAnInvitationIsAskedFor() throws {
            let session = SampleHomes(language: "en").session(with: [])
            let phone = PhoneInHand(AppScreen(session))
            try phone.tap("welcome.haveInvitation")
            #expect(phone.shows("activation"))
            #expect(phone.find("activation.activate")?.isEnabled == false)
            phone.clipboard = "https://passes.example.com/i/7KQ2-MXPA"
            try phone.tap("activation.paste")
        }

        @Test func aLinkFillsTheFieldByItself() async throws {
            let session = SampleHomes(language: "en").session(with: [])
            let phone = PhoneInHand(AppScreen(session))
            phone.open(try #require(URL(string: "gatepass://activate?server=passes.example.com&code=7KQ2-MXPA")))
            try await phone.wait("the link in the field") {
                $0.find("activation.invitation")?.value?.contains("7KQ2-MXPA") == true
            }
        }

        // MARK: Help

        private func session(_ device: SamplePhone) -> Session {
            let homes = SampleHomes(language: "en")
            return Session(
                showing: [homes.elm], language: "en", phone: device, preferences: Preferences(store: .standard))
        }

        private func pass(_ name: String) throws -> (phone: PhoneInHand, device: SamplePhone) {
            let device = SamplePhone()
            let session = session(device)
            let passes = SamplePasses(home: SampleHomes(language: "en").elm)
            let model = PassModel(
                session, passes.plumber.pass, showing: .shown(passes.plumberDetails), qr: SamplePictures.qr, entries: []
            )
            let view = NavigationStack { PassScreen(model: model) }.speaking(session)
            return (PhoneInHand(view), device)
        }
    }
#endif
