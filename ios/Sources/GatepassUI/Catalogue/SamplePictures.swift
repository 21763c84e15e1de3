// The smallest pictures there are: one dot for each module of a QR code, and a figure in a doorway.

import Foundation

enum SamplePictures {
    static let qr = decoded(
        """
        iVBORw0KGgoAAAANSUhEUgAAACEAAAAhAQAAAAB/n//CAAAAlElEQVR42mP4DwQNDJjkB9kY9gaG7zfufm9g+BLmKg4kg56CyABdIPn9qixQ
        /INoCFDN/2/qQPVf5O7IA0WKi883MPyWr7dvYPird+E6UFz43fYGhs+LWYHkl6k95g0M35QtgOxvBx2A7P/fnwNN+yCVCmR/v3bdHWTXA38g
        GSg/HUgGtwFVfr9rAHKPsOd1bO4EkwALAmq+H7KJ0gAAAABJRU5ErkJggg==
        """)
    static let photo = decoded(
        """
        iVBORw0KGgoAAAANSUhEUgAAADAAAABACAAAAAB5S6uaAAABRklEQVR42pXRR1JCQQBF0bswV+KOFHPAiDlgzhhBwbgIF0PhAC5WvUGf2e9/
        36Sbn0J8F+KrEJ+F+CjEeyE6hWgX4k1GAze8Shq4oSVp4IampIEbXiQN3PAsaeCGJ0kDNzxKGrjhQdLADfeSBm5oSBq44U7SwA23Mkh+e/pf
        briR4X6wcMO1/Ov7CzdcSRq44VLSwA0XkgZuOJc0cMOZpFtyw6mkd3DDiaSXdsOxpIEbjiQN3FCXNHDDoaSBGw4kDdywL2nghj1JAzfsShq4
        YUfSwA3bkgZu2JI0cMOmpIEbNiQN3FCTNHDDuqSBG9YkDdywKmnghhVJAzcsSxq4YUnSwA1V+fs7Mqx35IZFSQM3LEgauGFe0sANc5IGbpiV
        NHDDjKSBG6YlDdwwJWnghklJAzdMSBq4oSJp4IZxSQM3jEkauOkCWCxpqRh3e3oAAAAASUVORK5CYII=
        """)

    private static func decoded(_ base64: String) -> Data {
        Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data()
    }
}
