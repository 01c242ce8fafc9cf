import Foundation
import Testing
import TextGrid

@testable import Dashboard

@Suite struct GoldenTests {
    @Test(arguments: GoldenView.allCases) func looksAsKept(view: GoldenView) throws {
        let sections = view.variants.map { variant in
            variant.section(of: view.driver(variant).state.view())
        }
        try GoldenFile(name: view.rawValue).check(sections)
    }

    @Test func smallWindowsSaySo() throws {
        let sections = [(30, 8), (19, 6), (20, 5), (60, 5), (9, 2), (1, 1)].map { width, height in
            let variant = GoldenVariant(width: width, height: height)
            return variant.section(of: GoldenView.home.driver(variant).state.view())
        }
        try GoldenFile(name: "small").check(sections)
    }

    @Test func noFileIsLeftOver() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: GoldenFile.folder.path)
        let names =
            GoldenView.allCases.map(\.rawValue) + ["small"] + KioskScreenTests.fileNames
        #expect(Set(files).subtracting(names.map { $0 + ".golden" }).isEmpty)
    }
}
