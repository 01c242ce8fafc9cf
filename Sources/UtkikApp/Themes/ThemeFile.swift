import ClimateModel
import Configuration
import Dashboard
import TextGrid
import Yams

/// Reads scheme files as the tinted-theming project defines them, base16 and base24, in the form of today (`palette:`)
/// and the older flat one, with an optional `utkik:` block that says how single roles look.
///
/// Source: github.com/tinted-theming/home, `builder.md`, "Scheme files". Beyond it, a colour may be written
/// without quotes even after `#`, which YAML takes for a comment.
public struct ThemeFile {
    /// The most that a file may hold.
    public static let sizeLimit = 64 * 1024

    private let path: String
    private let lines: [Substring]
    private var problems: [FileProblem] = []

    /// The theme called `name` that `text` defines.
    ///
    /// - Parameter path: what problems call the file.
    /// - Throws: every problem found, each with its line.
    public static func parse(
        _ text: String, name: String, path: String
    ) throws(FileProblems) -> ThemeDefinition {
        var file = ThemeFile(
            path: path,
            lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
        let definition = file.definition(name: name, text: text)
        guard file.problems.isEmpty, let definition else { throw FileProblems(file.problems) }
        return definition
    }

    private init(path: String, lines: [Substring]) {
        self.path = path
        self.lines = lines
    }

    private mutating func definition(name: String, text: String) -> ThemeDefinition? {
        guard let root = root(of: text) else { return nil }
        guard let palette = palette(in: root) else { return nil }
        let colors = colors(in: palette)
        let variant = variant(in: root)
        let block = utkikBlock(in: root)
        let scheme = Base16Scheme(
            name: root["name"]?.string ?? root["scheme"]?.string ?? name,
            author: root["author"]?.string ?? "", variant: variant, colors: colors)
        return scheme.map {
            ThemeDefinition(name: name, scheme: $0, roles: block.roles, surfaces: block.surfaces)
        }
    }

    private mutating func root(of text: String) -> Node.Mapping? {
        do {
            // Every scalar is read as text; telling numbers from text would take longer than all the rest.
            if let mapping = try Yams.compose(yaml: text, .basic)?.mapping { return mapping }
            report(
                line: 1,
                Phrase(
                    sv: "är inget färgschema: väntade rader som base00: \"181818\"",
                    en: "is no colour scheme: expected lines as base00: \"181818\""))
        } catch let error as YamlError {
            report(error)
        } catch {
            report(line: nil, Phrase(sv: "går inte att tolka som YAML", en: "is not YAML"))
        }
        return nil
    }

    /// The lines with the colours: those below `palette:`, or all in the older form.
    private mutating func palette(in root: Node.Mapping) -> Node.Mapping? {
        guard let node = root["palette"] else { return root }
        if let mapping = node.mapping { return mapping }
        report(
            node,
            Phrase(
                sv: "palette ska vara rader som base00: \"181818\"",
                en: "palette should be lines as base00: \"181818\""))
        return nil
    }

    private mutating func colors(in palette: Node.Mapping) -> [Base16Scheme.Slot: Color] {
        var colors: [Base16Scheme.Slot: Color] = [:]
        for (key, value) in palette {
            guard let slot = key.string.flatMap(Self.slot) else { continue }
            if let color = color(value, key: key) {
                colors[slot] = color
            } else {
                report(
                    key,
                    Phrase(
                        sv:
                            "\(slot.rawValue) ska vara en färg med sex hexadecimala siffror, som \"1a2b3c\"",
                        en:
                            "\(slot.rawValue) should be a colour of six hexadecimal digits, as \"1a2b3c\""
                    ))
                colors[slot] = .terminal
            }
        }
        let missing = Base16Scheme.Slot.required.filter { colors[$0] == nil }.map(\.rawValue)
        if !missing.isEmpty {
            let list = missing.joined(separator: ", ")
            report(line: nil, Phrase(sv: "saknar \(list)", en: "lacks \(list)"))
        }
        return colors
    }

    private mutating func variant(in root: Node.Mapping) -> Base16Scheme.Variant? {
        guard let node = root["variant"], let text = node.string, !text.isEmpty else { return nil }
        let variant = Base16Scheme.Variant(rawValue: text.lowercased())
        if variant == nil {
            report(
                node,
                Phrase(
                    sv: "variant ska vara dark eller light", en: "variant should be dark or light"))
        }
        return variant
    }

    /// "base0a" as well as "base0A".
    static func slot(_ name: String) -> Base16Scheme.Slot? {
        guard name.utf8.count == 6, name.lowercased().hasPrefix("base") else { return nil }
        return Base16Scheme.Slot(rawValue: "base" + name.suffix(2).uppercased())
    }
}

// MARK: - The utkik block

extension ThemeFile {
    private mutating func utkikBlock(
        in root: Node.Mapping
    ) -> (roles: [Role: ThemeRule], surfaces: [Surface: ThemeRule]) {
        var roles: [Role: ThemeRule] = [:]
        var surfaces: [Surface: ThemeRule] = [:]
        guard let node = root["utkik"], node.scalar?.string != "" else { return (roles, surfaces) }
        guard let block = node.mapping else {
            report(
                node,
                Phrase(
                    sv: "utkik ska vara rader som rankings.up: base0B",
                    en: "utkik should be lines as rankings.up: base0B"))
            return (roles, surfaces)
        }
        for (key, value) in block {
            let name = key.string ?? ""
            if let role = Role(rawValue: name) {
                roles[role] = rule(value, key: key)
            } else if let surface = Surface(rawValue: name) {
                surfaces[surface] = rule(value, key: key)
            } else {
                reportUnknown(key, name)
            }
        }
        return (roles, surfaces)
    }

    private mutating func reportUnknown(_ key: Node, _ name: String) {
        let names = Role.allCases.map(\.rawValue) + Surface.allCases.map(\.rawValue)
        let shown = CleanText.line(name.prefix(60))
        let guess = nearest(to: name, among: names)
        report(
            key,
            Phrase(
                sv: "okänd roll \"\(shown)\"" + (guess.map { " – menade du \($0)?" } ?? ""),
                en: "unknown role “\(shown)”" + (guess.map { " – did you mean \($0)?" } ?? "")))
    }

    private mutating func rule(_ node: Node, key: Node) -> ThemeRule? {
        guard let mapping = node.mapping else {
            return themeColor(node, key: key).map { ThemeRule(foreground: $0) }
        }
        var rule = ThemeRule()
        for (key, value) in mapping {
            switch key.string {
            case "color": rule.foreground = themeColor(value, key: key)
            case "background": rule.background = themeColor(value, key: key)
            case "style": rule.attributes = attributes(value)
            default:
                report(
                    key,
                    Phrase(
                        sv: "väntade color, background eller style",
                        en: "expected color, background or style"))
            }
        }
        return rule
    }

    private mutating func themeColor(_ node: Node, key: Node) -> ThemeColor? {
        if let slot = node.string.flatMap(Self.slot) { return .slot(slot) }
        if let color = color(node, key: key) { return .rgb(color) }
        report(
            key,
            Phrase(
                sv: "väntade en färg: base00 till base17, eller sex hexadecimala siffror",
                en: "expected a colour: base00 to base17, or six hexadecimal digits"))
        return nil
    }

    /// The colour that `node` writes, or that stands as a YAML comment after its key.
    private func color(_ node: Node, key: Node) -> Color? {
        guard let text = node.string else { return nil }
        if !text.isEmpty { return Color(hex: text) }
        guard let line = key.mark.map({ $0.line - 1 }), lines.indices.contains(line),
            let hash = lines[line].firstIndex(of: "#")
        else { return nil }
        return Color(hex: lines[line][hash...].prefix { !$0.isWhitespace })
    }

    private mutating func attributes(_ node: Node) -> Style.Attributes {
        var result: Style.Attributes = []
        for item in node.sequence.map(Array.init) ?? [node] {
            switch item.string {
            case "bold": result.insert(.bold)
            case "dim": result.insert(.dim)
            case "italic": result.insert(.italic)
            case "underline": result.insert(.underline)
            case "reverse": result.insert(.reverse)
            case "plain": break
            default:
                report(
                    item,
                    Phrase(
                        sv: "väntade bold, dim, italic, underline, reverse eller plain",
                        en: "expected bold, dim, italic, underline, reverse or plain"))
            }
        }
        return result
    }
}

// MARK: - Problems

extension ThemeFile {
    private mutating func report(_ node: Node, _ message: Phrase) {
        report(line: node.mark?.line, message)
    }

    private mutating func report(line: Int?, _ message: Phrase) {
        problems.append(FileProblem(path: path, line: line, message: message))
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let reason = CleanText.line(problem.prefix(200))
            report(
                line: mark.line,
                Phrase(sv: "går inte att tolka som YAML: \(reason)", en: "is not YAML: \(reason)"))
        case .duplicatedKeysInMapping(let duplicates, _):
            let names = CleanText.line(
                duplicates.map(String.init(describing:)).joined(separator: ", ").prefix(200))
            report(line: nil, Phrase(sv: "\(names) står två gånger", en: "\(names) is given twice"))
        default:
            report(line: nil, Phrase(sv: "går inte att tolka som YAML", en: "is not YAML"))
        }
    }
}
