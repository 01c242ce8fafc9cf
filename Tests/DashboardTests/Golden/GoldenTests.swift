import Foundation
import Testing
import TextGrid

@testable import Dashboard

@Suite struct GoldenTests {
    @Test(arguments: GoldenView.allCases) func looksAsKept(view: GoldenView) throws {
        let sections = view.variants.map { variant in
            let frame = view.driver(variant).state.view()
            let styles = variant.look == .text ? [] : ["───"] + FrameDescription.styles(frame)
            return GoldenFile.Section(
                title: variant.title, lines: FrameDescription.text(frame) + styles)
        }
        try GoldenFile(name: view.rawValue).check(sections)
    }

    @Test func smallWindowsSaySo() throws {
        let sections = [(30, 8), (19, 6), (20, 5), (60, 5), (9, 2), (1, 1)].map { width, height in
            let variant = GoldenVariant(width: width, height: height)
            let frame = GoldenView.home.driver(variant).state.view()
            return GoldenFile.Section(title: variant.title, lines: frame.rows())
        }
        try GoldenFile(name: "small").check(sections)
    }

    @Test func noFileIsLeftOver() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: GoldenFile.folder.path)
        let expected = GoldenView.allCases.map { $0.rawValue + ".golden" } + ["small.golden"]
        #expect(Set(files).subtracting(expected).isEmpty)
    }
}
