import TextGrid

@testable import Dashboard

/// What each piece of a frame is, in words.
enum FrameDescription {
    /// A line for every row that holds more than plain text, its number first: what lies behind it and from which column to
    /// which, then the pieces of text. Roles are told by name where the frame is in the theme of roles, else colours.
    static func styles(_ frame: Frame) -> [String] {
        (0..<frame.size.height).compactMap { y in
            let pieces = surfaces(frame, y) + texts(frame, y)
            return pieces.isEmpty ? nil : "\(y): " + pieces.joined(separator: ", ")
        }
    }

    private struct Run {
        var name: String
        var start: Int
        var end: Int

        var text: String { start == end ? "\(start) \(name)" : "\(start)-\(end) \(name)" }
    }

    private static func surfaces(_ frame: Frame, _ y: Int) -> [String] {
        var runs: [Run] = []
        for x in 0..<frame.size.width {
            let name = surface(frame[x, y].style)
            if runs.last?.name == name {
                runs[runs.count - 1].end = x
            } else {
                runs.append(Run(name: name, start: x, end: x))
            }
        }
        return runs.filter { !$0.name.isEmpty }.map { "[" + $0.text + "]" }
    }

    /// Pieces of the same look that only blanks part are one.
    private static func texts(_ frame: Frame, _ y: Int) -> [String] {
        var runs: [Run] = []
        for x in 0..<frame.size.width where frame[x, y].character != " " {
            let cell = frame[x, y]
            let name = look(cell.style)
            let end = x + max(0, Int(cell.width) - 1)
            if runs.last?.name == name {
                runs[runs.count - 1].end = end
            } else {
                runs.append(Run(name: name, start: x, end: end))
            }
        }
        return runs.filter { !$0.name.isEmpty }.map(\.text)
    }

    /// What lies behind a cell; "" for the screen.
    private static func surface(_ style: Style) -> String {
        guard let surface = RoleTheme.surface(of: style.background) else {
            return style.attributes.contains(.reverse) ? "reverse" : ""
        }
        return surface == .screen ? "" : String(surface.rawValue.dropFirst("surface.".count))
    }

    /// What a cell's text is; "" for plain text.
    private static func look(_ style: Style) -> String {
        guard let role = RoleTheme.role(of: style.foreground) else {
            return ([color(style.foreground)] + attributes(style.attributes.subtracting(.reverse)))
                .filter { !$0.isEmpty }.joined(separator: "+")
        }
        let surface = RoleTheme.surface(of: style.background) ?? .screen
        let usual = RoleTheme.theme.style(role, on: surface).attributes
        let more = attributes(style.attributes.symmetricDifference(usual))
        if role == .text, more.isEmpty { return "" }
        return ([role.rawValue] + more).joined(separator: "+")
    }

    private static func attributes(_ attributes: Style.Attributes) -> [String] {
        [
            (Style.Attributes.bold, "bold"), (.dim, "dim"), (.italic, "italic"),
            (.underline, "underline"), (.reverse, "reverse"),
        ].compactMap { attributes.contains($0.0) ? $0.1 : nil }
    }

    private static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    ]

    private static func color(_ color: Color) -> String {
        guard let index = color.index(in: .ansi16) else { return "" }
        return index < 8 ? names[index] : "bright " + names[index - 8]
    }
}
