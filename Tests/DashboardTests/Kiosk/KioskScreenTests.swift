import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// Every scene as it is to look, kept as the dashboard's own screens are.
@Suite struct KioskScreenTests {
    @Test(arguments: KioskScene.allCases) func looksAsKept(scene: KioskScene) throws {
        var variants = [
            GoldenVariant(width: 120, height: 40, look: .roles),
            GoldenVariant(width: 80, height: 24), GoldenVariant(width: 40, height: 12),
            GoldenVariant(width: 120, height: 40, language: .english),
            GoldenVariant(width: 80, height: 24, language: .english),
            GoldenVariant(width: 80, height: 24, unicode: false),
        ]
        if scene == .home { variants.append(GoldenVariant(width: 200, height: 60)) }
        let sections = variants.map { variant in
            var kiosk = Self.kiosk(variant)
            kiosk.show(scene)
            return variant.section(of: kiosk.state.view())
        }
        try GoldenFile(name: Self.fileName(scene.rawValue)).check(sections)
    }

    @Test func withoutContentItSaysSo() throws {
        let variant = GoldenVariant(width: 80, height: 24)
        let kiosk = Self.kiosk(variant, content: ContentBatch())
        try GoldenFile(name: Self.fileName("nothing"))
            .check([variant.section(of: kiosk.state.view())])
    }

    /// The names of the files that these tests keep.
    static var fileNames: [String] {
        (KioskScene.allCases.map(\.rawValue) + ["nothing"]).map { fileName($0) }
    }

    private static func fileName(_ scene: String) -> String { "kiosk-" + scene }

    private static func kiosk(
        _ variant: GoldenVariant, content: ContentBatch = Fixture.content
    ) -> KioskDriver {
        KioskDriver(
            width: variant.width, height: variant.height, language: variant.language,
            unicode: variant.unicode, theme: variant.theme, content: content)
    }
}
