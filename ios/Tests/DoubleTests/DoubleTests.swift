// The double of SwiftUI is only worth something if it behaves: what these tests say of it is true of SwiftUI.

#if os(Linux)
    import SwiftUI
    import Testing

    @Observable @MainActor
    final class Shop {
        var items = ["Apple", "Pear"]
        var loads = 0
        var cancelled = false
    }

    @MainActor
    struct DoubleTests {
        struct Counter: View {
            @State private var count = 0
            @State private var log: [String] = []
            var body: some View {
                VStack {
                    Text("Count \(count)")
                    Button("Add") { count += 1 }.disabled(count >= 2)
                    Text(verbatim: log.joined(separator: ","))
                }
                .onAppear { log.append("appeared") }
                .onChange(of: count) { old, new in log.append("\(old)>\(new)") }
            }
        }

        @Test func stateLivesFromOneDrawingToTheNext() throws {
            let phone = PhoneInHand(Counter())
            try phone.tap("Add")
            try phone.tap("Add")
            #expect(phone.shows("Count 2"))
            #expect(phone.shows("appeared,0>1,1>2"))
            #expect(throws: NotOnScreen.self) { try phone.tap("Add") }
        }

        struct Rows: View {
            let shop: Shop
            @State private var search = ""
            @State private var doomed: String?
            var body: some View {
                NavigationStack {
                    List {
                        ForEach(shop.items.filter { search.isEmpty || $0.contains(search) }, id: \.self) { item in
                            NavigationLink(value: item) { Row(item: item) }
                                .swipeActions { Button("Delete", role: .destructive) { doomed = item } }
                        }
                    }
                    .navigationTitle("Fruit")
                    .searchable(text: $search, prompt: "Find")
                    .refreshable { shop.items.append("Plum") }
                    .navigationDestination(for: String.self) { Detail(item: $0) }
                    .toolbar {
                        ToolbarItem(placement: .primaryAction) {
                            Button("New", systemImage: "plus") { shop.items.insert("New", at: 0) }
                        }
                    }
                    .alert(
                        "Sure?", isPresented: Binding(get: { doomed != nil }, set: { if !$0 { doomed = nil } }),
                        presenting: doomed
                    ) { item in
                        Button("Delete", role: .destructive) { shop.items.removeAll { $0 == item } }
                        Button("Cancel", role: .cancel) {}
                    } message: {
                        Text("\($0) goes.")
                    }
                    .task {
                        shop.loads += 1
                        do { try await Task.sleep(for: .seconds(600)) } catch { shop.cancelled = true }
                    }
                }
            }
        }
        struct Row: View {
            let item: String
            @State private var liked = false
            var body: some View { Toggle(item, isOn: $liked).accessibilityIdentifier("like.\(item)") }
        }
        struct Detail: View {
            let item: String
            @Environment(\.dismiss) private var dismiss
            var body: some View {
                Text("All about \(item)").navigationTitle(item)
                Button("Enough") { dismiss() }
            }
        }

        @Test func stateFollowsTheIdentityOfARow() throws {
            let phone = PhoneInHand(Rows(shop: Shop()))
            try phone.turn("like.Pear", on: true)
            try phone.tap("New")
            #expect(phone.find("like.Pear")?.value == "1")
            #expect(phone.find("like.New")?.value == "0")
        }

        @Test func screensLieOnTopOfEachOther() throws {
            let phone = PhoneInHand(Rows(shop: Shop()))
            try phone.tap("Pear")
            #expect(phone.shows("All about Pear") && !phone.shows("like.Pear"))
            #expect(phone.find("BackButton")?.label == "Fruit")
            try phone.tap("Enough")
            #expect(phone.shows("like.Pear"))
            try phone.tap("Apple")
            try phone.back()
            #expect(phone.shows("like.Apple"))
        }

        @Test func aQuestionCoversTheScreenUntilItIsAnswered() throws {
            let shop = Shop()
            let phone = PhoneInHand(Rows(shop: shop))
            try phone.swipe("Pear", "Delete")
            #expect(phone.shows("Sure?") && phone.shows("Pear goes.") && !phone.shows("like.Pear"))
            try phone.tap("Cancel")
            #expect(shop.items.contains("Pear") && !phone.shows("Sure?"))
            try phone.swipe("Pear", "Delete")
            try phone.tap("Delete")
            #expect(!shop.items.contains("Pear") && !phone.shows("like.Pear"))
        }

        @Test func searchingRefreshingAndTasks() async throws {
            let shop = Shop()
            let phone = PhoneInHand(Rows(shop: shop))
            try phone.search("App")
            #expect(!phone.shows("like.Pear"))
            try phone.search("")
            try await phone.refresh()
            #expect(phone.shows("like.Plum"))
            try await phone.wait("the task") { _ in shop.loads == 1 }
            phone.close()
            try await phone.wait("its end") { _ in shop.cancelled }
        }

        struct Sheets: View {
            @State private var isOpen = false
            @State private var size = 1
            @State private var name = ""
            @State private var day = Date(timeIntervalSince1970: 0)
            @Environment(\.openURL) private var openURL
            @State private var received = ""
            var body: some View {
                TabView(selection: $size) {
                    Tab("One", systemImage: "1.circle", value: 1) { Button("Open") { isOpen = true } }
                    Tab("Two", systemImage: "2.circle", value: 2) { Text("Second \(received)") }
                }
                .sheet(isPresented: $isOpen) {
                    Form {
                        TextField("Name", text: $name).accessibilityIdentifier("name")
                        Picker("Size", selection: $size) {
                            Text("S").tag(1)
                            Text("L").tag(2)
                        }
                        Stepper("Size now \(size)", value: $size, in: 1...2)
                        DatePicker(
                            "Day", selection: $day,
                            in: Date(timeIntervalSince1970: 0)...Date(timeIntervalSince1970: 100))
                        Label("Said", systemImage: "mouth").accessibilityElement(children: .combine)
                        Button {
                            openURL(URL(string: "https://example.com")!)
                        } label: {
                            Label("Web", systemImage: "globe")
                        }
                        Closer()
                    }
                }
                .onOpenURL { received = $0.absoluteString }
            }
        }
        struct Closer: View {
            @Environment(\.dismiss) private var dismiss
            var body: some View { Button("Close") { dismiss() } }
        }

        @Test func sheetsTabsAndControls() throws {
            let phone = PhoneInHand(Sheets())
            try phone.tap("Open")
            #expect(!phone.shows("Open"))
            try phone.fill("name", "Ana")
            #expect(phone.find("name")?.value == "Ana")
            try phone.choose("L", in: "Size")
            #expect(phone.find("Size")?.value == "L")
            try phone.step("Size now 2", by: 1)
            #expect(phone.shows("Size now 2"), "a stepper stays in its bounds")
            try phone.step("Size now 2", by: -1)
            #expect(phone.shows("Size now 1"))
            try phone.pick("Day", Date(timeIntervalSince1970: 50))
            #expect(phone.find("Day")?.value == "1970-01-01T00:00:50Z")
            try phone.pick("Day", Date(timeIntervalSince1970: 500))
            #expect(phone.find("Day")?.value == "1970-01-01T00:00:50Z", "a picker stays in its range")
            try phone.tap("Web")
            #expect(phone.opened == [URL(string: "https://example.com")!])
            try phone.tap("Close")
            try phone.tap("Two")
            phone.open(URL(string: "gatepass://x")!)
            #expect(phone.shows("Second gatepass://x"))
        }
    }
#endif
