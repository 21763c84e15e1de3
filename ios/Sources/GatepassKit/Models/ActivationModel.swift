// From an invitation to a home on this phone.

import Foundation
import Observation

@MainActor
@Observable
public final class ActivationModel: Identifiable {
    /// What was pasted, scanned or opened: the code, the link or the whole message. The core finds the code in it.
    public var invitation: String
    public var server = ""
    /// Whether the server's address has to be asked for: the invitation does not name it.
    public private(set) var asksServer = false
    public private(set) var isBusy = false
    public private(set) var problem: Problem?
    /// The resident once said no to the camera; only the phone's settings can change that.
    public private(set) var cameraIsDenied = false
    /// The new home, once it is on this phone.
    public private(set) var profile: ProfileView?

    private let session: Session

    public init(_ session: Session, invitation: String = "") {
        self.session = session
        self.invitation = invitation
    }

    /// Shows a state without doing anything.
    public init(_ session: Session, showing invitation: String, asksServer: Bool, problem: Problem?) {
        self.session = session
        self.invitation = invitation
        self.asksServer = asksServer
        self.problem = problem
    }

    public var canScan: Bool { session.phone.canScan }
    public var canActivate: Bool { !isBusy && !invitation.isEmpty && (!asksServer || !server.isEmpty) }

    /// What is wrong with the server's address, to be said beside it.
    public var serverProblem: String? { asksServer ? problem?.fields["server"] : nil }
    /// Everything else that is wrong, to be said beside the invitation.
    public var invitationProblem: String? { serverProblem == nil ? problem?.text : nil }

    public func activate() async {
        guard canActivate else { return }
        isBusy = true
        defer { isBusy = false }
        problem = nil
        let server = asksServer ? server : nil
        do throws(Problem) {
            profile = try await session.ask { try await $0.activate(invitation: self.invitation, server: server) }
        } catch {
            problem = error
            if error.fields["server"] != nil { asksServer = true }
        }
    }

    public func scan() async {
        do throws(CameraAccessDenied) {
            guard let scanned = try await session.phone.scanInvitation() else { return }
            await take(scanned)
        } catch {
            problem = Problem(text: session.words.welcome.cameraDenied)
            cameraIsDenied = true
        }
    }

    public func openSettings() { session.phone.openSettings() }

    /// Takes an invitation from outside and goes on by itself.
    public func take(_ invitation: String) async {
        self.invitation = invitation
        await activate()
    }
}
