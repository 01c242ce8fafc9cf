import Foundation
import Testing

/// Expected screens, kept in a file beside the tests. With `UTKIK_RECORD=1` in the environment the file is written anew.
struct GoldenFile {
    /// A screen: how it was made, and its lines.
    struct Section: Equatable {
        var title: String
        var lines: [String]
    }

    let name: String

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Screens")
    private static let mark = "═══ "

    private var address: URL {
        Self.folder.appendingPathComponent(name + ".golden")
    }

    private static var isRecording: Bool {
        ProcessInfo.processInfo.environment["UTKIK_RECORD"] == "1"
    }

    /// Compares `sections` with those of the file, and tells what differs line by line.
    func check(_ sections: [Section], sourceLocation: SourceLocation = #_sourceLocation) throws {
        if Self.isRecording { return try write(sections) }
        guard let text = try? String(contentsOf: address, encoding: .utf8) else {
            Issue.record(
                "\(name).golden is missing; UTKIK_RECORD=1 writes it",
                sourceLocation: sourceLocation)
            return
        }
        let expected = Self.sections(of: text)
        #expect(
            expected.map(\.title) == sections.map(\.title), sourceLocation: sourceLocation)
        for (old, new) in zip(expected, sections) where old != new {
            Issue.record(
                "\(name), \(new.title), is another; UTKIK_RECORD=1 accepts it\n\(Self.difference(old.lines, new.lines))",
                sourceLocation: sourceLocation)
        }
    }

    private func write(_ sections: [Section]) throws {
        let text = sections.map { section in
            ([Self.mark + section.title] + section.lines).map { $0 + "\n" }.joined()
        }
        try FileManager.default.createDirectory(
            at: Self.folder, withIntermediateDirectories: true)
        try text.joined(separator: "\n").write(to: address, atomically: true, encoding: .utf8)
    }

    private static func sections(of text: String) -> [Section] {
        var sections: [Section] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(mark) {
                // A blank line parts the sections.
                if !sections.isEmpty { sections[sections.count - 1].lines.removeLast() }
                sections.append(Section(title: String(line.dropFirst(mark.count)), lines: []))
            } else if !sections.isEmpty {
                sections[sections.count - 1].lines.append(String(line))
            }
        }
        // What follows the last newline is no line.
        if !sections.isEmpty { sections[sections.count - 1].lines.removeLast() }
        return sections
    }

    /// The lines that went (−) and came (+), each with its number, those that are alike left out.
    private static func difference(_ old: [String], _ new: [String]) -> String {
        var text = ""
        var count = 0
        for index in 0..<max(old.count, new.count) {
            let before = old.indices.contains(index) ? old[index] : nil
            let after = new.indices.contains(index) ? new[index] : nil
            guard before != after else { continue }
            count += 1
            if count > 24 { return text + "  …\n" }
            if let before { text += "\(index + 1) − \(before)\n" }
            if let after { text += "\(index + 1) + \(after)\n" }
        }
        return text
    }
}
