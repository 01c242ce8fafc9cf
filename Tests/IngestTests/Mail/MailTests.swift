import ClimateModel
import Testing

@testable import Ingest

/// Messages as newsletters are sent.
@Suite struct MailTests {
    static let head = """
        Message-ID: <2021-10.nyhetsbrev@kristinehamn.se>
        From: =?utf-8?Q?Kristinehamns_kommun?= <nyhetsbrev@kristinehamn.se>
        To: anna@example.org
        Subject: =?iso-8859-1?Q?Nyhetsbrev_till_n=E4ringslivet?=
        Date: Fri, 15 Oct 2021 09:30:00 +0200 (CEST)
        MIME-Version: 1.0

        """

    static func message(_ rest: String, head: String = head) -> String { head + rest }

    private func item(_ text: String) throws -> NewsItem {
        try #require(try read(text, fileName: "brev.eml").batch.news.first)
    }

    @Test func aPlainMessage() throws {
        let file = try read(
            Self.message(
                "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
                    + "F=F6retagsklimatet =96 150:e plats, upp 31.\n\nVi b=F6rjar med en l=E5ng r=\nad.\n"
            ),
            fileName: "brev.eml")
        let source = try #require(file.batch.sources.first)
        #expect(source.kind == .newsletter)
        #expect(source.title == "Kristinehamns kommun")
        let claims = try #require(file.batch.news.first?.claims)
        #expect(claims.map { [$0.year, $0.rank, $0.change] } == [[2021, 150, 31]])
        let expected = NewsItem(
            identity: "mid:2021-10.nyhetsbrev@kristinehamn.se", kind: .newsletter,
            title: "Nyhetsbrev till näringslivet",
            body: LocalizedBody(
                swedish: StructuredText([
                    .paragraph([.text("Företagsklimatet – 150:e plats, upp 31.")]),
                    .paragraph([.text("Vi börjar med en lång rad.")]),
                ])), published: .moment(try #require(Timestamp("2021-10-15T07:30:00Z"))),
            municipalities: [try Fixture.code("1781")],
            provenance: Provenance(
                source: source.id, publisher: "Kristinehamns kommun", fetched: Fixture.now),
            claims: claims)
        #expect(file.batch.news == [expected])
    }

    @Test func theFormWithStructureIsRead() throws {
        let item = try item(
            Self.message(
                """
                Content-Type: multipart/mixed; boundary="yttre"

                Visas inte
                --yttre
                Content-Type: multipart/related; boundary=inre; start="<rot>"

                --inre
                Content-Type: image/png; name="logga.png"
                Content-ID: <bild>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --inre
                Content-Type: multipart/alternative; boundary=val
                Content-ID: <rot>

                --val
                Content-Type: text/plain; charset=utf-8

                Bara text
                --val
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: base64

                PGgyPk55IHBsYXRzPC9oMj48cD5Lb21tdW5lbiBrbMOkdHRyYXIuPC9wPg==
                --val--
                --inre--
                --yttre
                Content-Type: application/pdf; name*=utf-8''%C3%85rsredovisning%202021.pdf
                Content-Disposition: attachment; filename*0*=utf-8''%C3%85rsredovisning%20;
                 filename*1=2021.pdf
                Content-Transfer-Encoding: base64

                JVBERi0=
                --yttre--
                """))
        #expect(
            item.body.swedish?.blocks == [
                .heading(level: 2, [.text("Ny plats")]), .paragraph([.text("Kommunen klättrar.")]),
                .paragraph([.text("Bilagor: Årsredovisning 2021.pdf")]),
            ])
    }

    @Test(arguments: [
        ("utf-8", [0x46, 0xC3, 0xB6, 0x72]), ("iso-8859-1", [0x46, 0xF6, 0x72]),
        ("windows-1252", [0x46, 0xF6, 0x72]), ("iso-8859-15", [0x46, 0xF6, 0x72]),
        ("x-okänd", [0x46, 0xF6, 0x72]), ("us-ascii", [0x46, 0xC3, 0xB6, 0x72]),
        ("utf-16", [0xFE, 0xFF, 0, 0x46, 0, 0xF6, 0, 0x72]), ("macintosh", [0x46, 0x9A, 0x72]),
        ("../../etc", [0x46, 0xF6, 0x72]),
    ])
    func charsets(name: String, bytes: [UInt8]) throws {
        let head = Self.message("Content-Type: text/plain; charset=\"\(name)\"\n\n")
        let isBinary = name == "utf-16"
        let encoded =
            isBinary
            ? Array(
                Self.message(
                    "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n/v8ARgD2AHI=\n"
                ).utf8) : Array(head.utf8) + bytes
        let file = try FileReader.read(encoded, context: Fixture.context())
        #expect(file.batch.news.first?.body.swedish?.plain == "För")
    }

    @Test func flowedTextIsJoined() throws {
        let item = try item(
            Self.message(
                "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
                    + "Kommunen \nklättrar 31 \nplatser.\n Fast rad\n\n> Ett \n> citat\n\n"
                    + "RUBRIK I VERSALER\n\nRubrik\n------\n- ett\n- två https://kristinehamn.se/a\n\n-- \nAnna\n"
            ))
        #expect(
            item.body.swedish?.blocks == [
                .paragraph([.text("Kommunen klättrar 31 platser.\nFast rad")]),
                .quote([.text("Ett\ncitat")]), .heading(level: 2, [.text("RUBRIK I VERSALER")]),
                .heading(level: 2, [.text("Rubrik")]),
                .list(
                    ordered: false,
                    items: [
                        [.text("ett")],
                        [
                            .text("två "),
                            .link(
                                text: "https://kristinehamn.se/a",
                                address: "https://kristinehamn.se/a"),
                        ],
                    ]),
            ])
    }

    @Test func withoutMessageIDAndDate() throws {
        let head = """
            Received: from a by b; Tue, 8 Sep 2026 07:00:00 +0200
            From: info@solna.se
            Subject: Hej
            To: x@y.se

            """
        let first = try item(head + "Content-Type: text/plain\n\nText\n")
        let same = try item(head + "Content-Type: text/plain\n\nText\n")
        let other = try item(head + "Content-Type: text/plain\n\nAnnat\n")
        #expect(first.published.iso8601 == "2026-09-08T05:00:00Z")
        #expect(first.identity == same.identity && first.identity != other.identity)
        #expect(first.provenance.publisher == "solna.se")
        #expect(first.municipalities == [try Fixture.code("0184")])
    }

    @Test func aMailboxHoldsManyMessages() throws {
        let one = Self.message("Content-Type: text/plain\n\nEtt\n\n>From början\n")
        let two = one.replacing("2021-10.", with: "2021-11.").replacing("Ett", with: "Två")
        let again = one.replacing("Ett", with: "Ett igen")
        let file = try read(
            "From a@b Fri Oct 15 09:30:00 2021\n\(one)\nFrom a@b Fri Oct 15 09:30:00 2021\n\(two)\n"
                + "From a@b Fri Oct 15 09:30:00 2021\n\(again)\n", fileName: "post.mbox")
        #expect(file.format == "mbox")
        #expect(
            file.batch.news.map { $0.body.swedish?.plain } == [
                "Ett igen\n\nFrom början", "Två\n\nFrom början",
            ])
    }

    @Test func whatTheSourceIsKnownAsHolds() throws {
        var context = Fixture.context(fileName: "1.eml")
        let id = Source.ID(rawValue: "brev")
        context.source = KnownSource(
            id: id,
            settings: SourceSettings(
                address: "imaps://post.se/INBOX", kind: .newsletter, title: "Brev",
                publisher: "Näringslivskontoret",
                municipality: try Fixture.code("0184")))
        let text = Self.message("Content-Type: text/plain\n\nText\n")
        let file = try FileReader.read(Array(text.utf8), context: context)
        #expect(
            file.batch.sources == [
                Source(
                    id: id, kind: .newsletter, title: "Brev", address: "imaps://post.se/INBOX",
                    lastSuccess: Fixture.now)
            ])
        let item = try #require(file.batch.news.first)
        #expect(item.provenance.publisher == "Näringslivskontoret")
        #expect(item.author == "Kristinehamns kommun")
        #expect(item.municipalities.first?.rawValue == "0184")
    }

    @Test func whatHoldsNothing() {
        #expect(
            failure(Self.message("Content-Type: image/png\n\nx\n"))?.problems[0].message
                == .emptyMail)
        let encrypted = """
            Content-Type: multipart/encrypted; boundary=b

            --b
            Content-Type: text/plain

            hemligt
            --b--
            """
        #expect(failure(Self.message(encrypted))?.problems[0].message == .emptyMail)
    }
}
