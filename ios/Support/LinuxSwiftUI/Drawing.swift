// How views become nodes: bodies are called with a place to keep their state. Not part of Apple's SwiftUI.

import Foundation
import Observation
import Synchronization

/// A view that is not made of other views.
@MainActor
protocol Drawn {
    func draw(_ context: Context) -> [Node]
}

/// Where a view is: its place in the tree (by which its state is found again), and what surrounds it.
@MainActor
struct Context {
    let memory: Memory
    var path: String
    var environment = EnvironmentValues()

    func at(_ part: some CustomStringConvertible) -> Context {
        var context = self
        context.path += "/\(part)"
        return context
    }

    /// A place of its own for a view of this type. (Names of types are long, and slow to make.)
    func at(of type: Any.Type) -> Context { at(UInt(bitPattern: ObjectIdentifier(type).hashValue)) }

    func with<Value>(_ keyPath: WritableKeyPath<EnvironmentValues, Value>, _ value: Value) -> Context {
        var context = self
        context.environment[keyPath: keyPath] = value
        return context
    }

    func draw<V: View>(_ view: V) -> [Node] {
        if let drawn = view as? any Drawn { return drawn.draw(self) }
        let inside = at(of: V.self)
        install(in: view, at: inside)
        return inside.draw(view.body)
    }

    func node(_ kind: Node.Kind, label: String = "", _ children: [Node] = []) -> Node {
        let node = Node(kind, label: label, children: children)
        node.isEnabled = environment.isEnabled
        return node
    }

    /// Gives the properties of a view (or modifier) their memory.
    func install<Owner>(in owner: Owner, at place: Context) {
        let type = ObjectIdentifier(Owner.self)
        if memory.stateless.contains(type) { return }
        var found = false
        for child in Mirror(reflecting: owner).children {
            if let property = child.value as? any Installable {
                found = true
                property.install(at: place.at(child.label ?? "?"))
            }
        }
        if !found { memory.stateless.insert(type) }
    }
}

/// A property wrapper that has to know where its view is.
@MainActor
protocol Installable {
    func install(at context: Context)
}

/// What outlives one drawing: states by place, running tasks, screens on top of others.
@MainActor
final class Memory {
    private var boxes: [String: AnyObject] = [:]
    private var touched: Set<String> = []
    /// Observation tells of a change wherever it is made, so the mark can be made anywhere.
    private nonisolated let dirty = Mutex(true)
    var isDirty: Bool { dirty.withLock { $0 } }
    private var drawn: Node?
    private var tasks: [String: (id: Any, task: Task<Void, Never>)] = [:]
    private var present: [String: () -> Void] = [:]
    private var drawing: [String: Life] = [:]
    /// Sheets, alerts and dialogs of this drawing, the topmost last.
    var layers: [Node] = []
    var openURLHandlers: [(URL) -> Void] = []
    var opened: [URL] = []
    /// Types without properties to install.
    var stateless: Set<ObjectIdentifier> = []
    var shared: [String] = []
    var clipboard: String?

    struct Life {
        var appear: (() -> Void)?
        var disappear: (() -> Void)?
        var task: (id: Any, isSame: (Any) -> Bool, run: @Sendable () async -> Void)?
        var change: (value: Any, isSame: (Any) -> Bool, run: (Any) -> Void, initially: Bool)?
    }
    private var changes: [String: Any] = [:]

    func box<Box: AnyObject>(at path: String, _ make: () -> Box) -> Box {
        touched.insert(path)
        if let box = boxes[path] as? Box { return box }
        let box = make()
        boxes[path] = box
        return box
    }

    func live(at path: String, _ life: Life) { drawing[path] = life }

    nonisolated func invalidate() { dirty.withLock { $0 = true } }

    /// Draws until nothing changes any more: what appears may change what is drawn. What did not change is not drawn
    /// again; so a view that reads something SwiftUI cannot observe stays as it was, here as there.
    func settle(_ draw: () -> [Node]) -> Node {
        if !isDirty, let drawn { return drawn }
        var root = Node(.group)
        for _ in 0..<20 {
            dirty.withLock { $0 = false }
            touched = []
            drawing = [:]
            layers = []
            openURLHandlers = []
            let nodes = withObservationTracking { draw() } onChange: { [weak self] in self?.invalidate() }
            root = Node(.group, children: nodes)
            if let top = layers.last {
                nodes.forEach { $0.isCovered = true }
                layers.dropLast().forEach { $0.isCovered = true }
                top.isCovered = false
                root.children += layers
            }
            boxes = boxes.filter { touched.contains($0.key) }
            runLives()
            if !isDirty { break }
        }
        drawn = root
        return root
    }

    private func runLives() {
        for (path, gone) in present where drawing[path] == nil {
            present[path] = nil
            gone()
        }
        for (path, running) in tasks where drawing[path]?.task?.isSame(running.id) != true {
            running.task.cancel()
            tasks[path] = nil
        }
        changes = changes.filter { drawing[$0.key]?.change != nil }
        for (path, life) in drawing.sorted(by: { $0.key < $1.key }) {
            if present[path] == nil {
                present[path] = life.disappear ?? {}
                life.appear?()
            } else if let disappear = life.disappear {
                present[path] = disappear
            }
            if let task = life.task, tasks[path] == nil {
                tasks[path] = (task.id, Task { await task.run() })
            }
            if let change = life.change {
                if let old = changes[path] {
                    if !change.isSame(old) {
                        changes[path] = change.value
                        change.run(old)
                    }
                } else {
                    changes[path] = change.value
                    if change.initially { change.run(change.value) }
                }
            }
        }
    }

    func close() {
        tasks.values.forEach { $0.task.cancel() }
        tasks = [:]
        present.values.forEach { $0() }
        present = [:]
        boxes = [:]
    }
}
