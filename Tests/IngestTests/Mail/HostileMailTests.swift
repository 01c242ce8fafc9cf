import ClimateModel
import Testing

@testable import Ingest

/// Mail and pages made to hurt: refused or made harmless, soon.
@Suite(.timeLimit(.minutes(1))) struct HostileMailTests {
    private func kind(_ rest: String) -> ImportFailure.Kind? {
        failure(MailTests.message(rest))?.kind
    }

    @Test func manyParts() {
        let parts = String(repeating: "--b\n\n", count: 1_000_000)
        #expect(kind("Content-Type: multipart/mixed; boundary=b\n\n" + parts) == .overLimits)
        let nested = (0..<5_000).map {
            "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n"
        }.joined()
        #expect(kind(nested) == .overLimits)
        let deep = (0..<400).map {
            "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n"
        }.joined()
        #expect(kind(deep + "Content-Type: text/plain\n\nbotten\n") == .empty)
    }

    @Test func messagesInMessages() {
        let nested = String(repeating: "Content-Type: message/rfc822\n\n", count: 100_000)
        #expect(kind(nested) == .overLimits)
    }

    @Test func longHeaders() {
        let long = String(repeating: "x", count: 10 << 20)
        #expect(kind("Subject: \(long)\nContent-Type: text/plain\n\nx\n") == .overLimits)
        #expect(kind(String(repeating: "A: b\n", count: 200_000) + "\nx\n") == .overLimits)
        let folded = String(repeating: " y\n", count: 200_000)
        #expect(kind("X-A: x\n\(folded)Content-Type: text/plain\n\nx\n") == .overLimits)
        let inner = "Content-Type: message/rfc822\n\nSubject: \(long)\n\nx\n"
        #expect(kind(inner) == .overLimits)
    }

    @Test func headersThatNest() throws {
        for value in [
            String(repeating: "(", count: 100_000), String(repeating: "a:", count: 20_000),
            String(repeating: "=?utf-8?q?=C3?= ", count: 5_000),
            String(repeating: "<", count: 90_000),
            String(repeating: "\"\\", count: 40_000),
        ] {
            let head = MailTests.head.replacing(
                "To: anna@example.org", with: "Cc: \(value)\nSender: \(value)")
            let file = try read(head + "Content-Type: text/plain\n\nText\n", fileName: "a.eml")
            #expect(file.records == 1)
        }
        let parameters = (0..<5_000).map { "; a*\($0)*=utf-8''b" }.joined()
        let text = MailTests.message("Content-Type: text/plain\(parameters)\n\nText\n")
        #expect(try read(text, fileName: "a.eml").records == 1)
    }

    /// Lines that begin as boundaries do are text, however much comes before the next blank line.
    @Test(arguments: ["-->", "--", "-- ", "---------- Meddelande"])
    func linesThatOnlyLookLikeBoundaries(line: String) throws {
        let rules = (0..<5_000).map { ".c\($0) { padding:\($0)px; }\n" }.joined()
        let page = "<html><style>\n<!--\n\(line)\n\(rules)</style><p>Hej.</p></html>\n"
        let text = MailTests.message("Content-Type: text/html; charset=utf-8\n\n" + page)
        #expect(try read(text, fileName: "brev.eml").records == 1)
    }

    /// A line that is no field doesn't let the fields after it through.
    @Test func fieldsAfterALineThatIsNone() {
        let fields = String(repeating: "A: b\n", count: 200_000)
        let inner = "Content-Type: multipart/mixed; boundary=b\n\n--b\ninget fält\n\(fields)\nx\n"
        #expect(kind(inner) == .overLimits)
    }

    @Test func brokenEncodings() throws {
        var random = SeededGenerator(seed: 3)
        for encoding in ["base64", "quoted-printable", "x-uuencode", "8bit", "okänd"] {
            let noise = (0..<20_000).map { _ in
                Character(Unicode.Scalar(UInt8.random(in: 32...126, using: &random)))
            }
            let text = MailTests.message(
                "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: \(encoding)\n\n"
                    + String(noise) + "\n")
            _ = failure(text)
        }
    }

    @Test func largeTexts() {
        let huge = String(repeating: "x", count: Limits.mailText + 1)
        #expect(kind("Content-Type: text/plain\n\n\(huge)\n") == .overLimits)
        let tags = String(repeating: "<b>x</b>", count: 100_000)
        #expect(kind("Content-Type: text/html\n\n\(tags)\n") == .overLimits)
        let deep = String(repeating: "<table><tr><td>", count: 2_000)
        #expect(kind("Content-Type: text/html\n\n\(deep)\n") == .overLimits)
    }

    /// Cut or changed anywhere, mail is read or refused.
    @Test func changedAnywhere() {
        let text = Array(
            MailTests.message(
                "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8; format=flowed\n\nEtt \ntvå\n"
                    + "--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p style=3D\"display:none\">F=F6re</p><table><tr><td>x</td></tr></table>\n--b--\n"
            ).utf8)
        for count in stride(from: 0, to: text.count, by: 3) { _ = failure(Array(text[..<count])) }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            _ = failure(bytes)
        }
    }

    @Test func pages() {
        let attributes = (0..<200_000).map { " a\($0)=1" }.joined()
        #expect(failure("<html><body\(attributes)><p>text</p></body></html>") == nil)
        let json = "<script type='application/ld+json'>" + String(repeating: "[", count: 500_000)
        #expect(failure("<html>\(json)</script><p>text</p></html>") == nil)
        let classes = String(repeating: "nav ", count: 1_900)
        let many = String(repeating: "<div class='\(classes)'>x</div>", count: 500)
        #expect(failure("<html><body>\(many)<p>text</p></body></html>") == nil)
        let huge = String(repeating: "<p>xxxxxxxxx</p>", count: 400_000)
        #expect(failure("<html><body>\(huge)</body></html>")?.kind == .overLimits)
        let unending = "<html><p>text</p>" + String(repeating: "<!--", count: 200_000) + "<p>y</p>"
        #expect(failure(unending) == nil)
        #expect(failure("<html><p>text</p>" + String(repeating: "<script>", count: 200_000)) == nil)
    }
}
