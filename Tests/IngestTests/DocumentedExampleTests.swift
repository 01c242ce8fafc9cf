import ClimateModel
import Foundation
import Testing

@testable import Ingest

/// The examples of the documentation are read as it says.
@Suite struct DocumentedExampleTests {
    /// The fenced blocks of the article, but the one that shows messages and the one of a config.
    private static func examples() throws -> [String] {
        let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/UtkikApp/Utkik.docc/ImportFormats.md")
        let text = try String(contentsOf: article, encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        return parts.enumerated().filter { $0.offset % 2 == 1 }
            .map { $0.element.split(separator: "\n", omittingEmptySubsequences: false) }
            .map { $0.dropFirst().joined(separator: "\n") }
            .filter { !$0.contains("inget importerades") && !$0.hasPrefix("[[") }
    }

    @Test func everyExampleIsRead() throws {
        let files = try Self.examples().map { try read($0) }
        #expect(
            files.map(\.type) == [.ranking, .ranking, .indicator, .projects, .projects, .projects])
        #expect(files.map(\.records) == [2, 6, 2, 1, 1, 1])
        let project = try #require(files[3].batch.projects.first)
        #expect(project.milestones.map(\.isDone) == [false, true])
        #expect(
            project.decisions.count == 1 && project.people.count == 1 && project.links.count == 1)
        #expect(project.outcomes.first?.figure == 213)
        #expect(project.summary.english != nil)
        #expect(files[4].batch.projects.first?.milestones.count == 2)
    }
}
