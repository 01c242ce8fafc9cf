/// The man page: what the commands say of themselves, the keys of their records, and where things are.
struct ManualPage {
    private let root: CommandDump

    init(_ root: CommandDump) { self.root = root }

    /// In mdoc(7).
    func text() -> String {
        var roff = Roff()
        roff.macro("Dd", "")
        roff.macro("Dt", "UTKIK 1")
        roff.macro("Os", "")
        roff.section("NAME")
        roff.macro("Nm", "utkik")
        roff.macro("Nd", "a lookout over Sweden's municipalities")
        addSynopsis(&roff)
        roff.section("DESCRIPTION")
        roff.paragraphs(root.abstract)
        roff.paragraphs(root.discussion)
        roff.section("OPTIONS OF ALL COMMANDS")
        add(shared, to: &roff)
        addCommands(&roff)
        addRecords(&roff)
        ManualSections.add(to: &roff)
        return roff.text
    }

    /// A command of a group has the group's name before its own.
    private var commands: [CommandDump] {
        (root.subcommands ?? []).filter { $0.commandName != "help" }.flatMap { command in
            let inner = (command.subcommands ?? []).filter { $0.commandName != "help" }
            guard !inner.isEmpty else { return [command] }
            return inner.map { part in
                var part = part
                part.commandName = command.commandName + " " + part.commandName
                return part
            }
        }
    }

    /// Every command that reads takes them; the dashboard takes nothing else.
    private var shared: [CommandDump.Argument] {
        let dashboard = commands.first { $0.commandName == "dashboard" }
        return (dashboard?.arguments ?? []).filter { !CommandDump.isBuiltIn($0) }
    }

    private func addSynopsis(_ roff: inout Roff) {
        roff.section("SYNOPSIS")
        roff.macro("Nm", "utkik")
        roff.macro("Op", "Ar options")
        for command in commands where command.commandName != "dashboard" {
            roff.macro("Nm", "utkik")
            roff.macro("Cm", command.commandName)
            if !command.ownArguments(apartFrom: shared).isEmpty { roff.macro("Op", "Ar options") }
            for argument in command.ownArguments(apartFrom: shared)
            where argument.kind == .positional {
                roff.macro("Ar", argument.valueName ?? "")
            }
        }
    }

    private func addCommands(_ roff: inout Roff) {
        roff.section("COMMANDS")
        for command in commands {
            roff.subsection("utkik " + command.commandName)
            roff.paragraphs(command.abstract)
            roff.paragraphs(command.discussion)
            add(command.ownArguments(apartFrom: shared), to: &roff)
        }
    }

    private func add(_ arguments: [CommandDump.Argument], to roff: inout Roff) {
        guard !arguments.isEmpty else { return }
        roff.list(arguments.map { (Self.title(of: $0), Self.explanation(of: $0)) })
    }

    private static func title(of argument: CommandDump.Argument) -> String {
        let value = argument.valueName.map { "Ar " + Roff.word($0) } ?? ""
        let names = (argument.names ?? []).map { "Fl " + Roff.word(String($0.text.dropFirst())) }
        switch argument.kind {
        case .positional: return value
        case .flag: return names.joined(separator: " , ")
        case .option: return names.joined(separator: " , ") + " " + value
        }
    }

    private static func explanation(of argument: CommandDump.Argument) -> [String] {
        let isNamed = argument.valueName?.contains("|") ?? false
        let values = isNamed ? "" : (argument.allValues ?? []).joined(separator: ", ")
        return [
            argument.abstract, argument.discussion,
            values.isEmpty ? nil : "One of: " + values + ".",
            argument.defaultValue.map { "If left out: " + $0 + "." },
        ].compactMap { $0 }
    }

    private func addRecords(_ roff: inout Roff) {
        roff.section("RECORDS")
        roff.paragraphs(
            """
            With --format json a command prints an array of objects ('utkik municipality' one object), \
            with --format csv a line of headings and a line for each record (RFC 4180). Keys never \
            change their meaning; new ones may come. What is not known is null, in CSV nothing. Dates \
            and times are ISO 8601, as exactly as known.
            """)
        addRecord("utkik rankings", RankingRecord.columns, &roff)
        addRecord("utkik municipality", MunicipalityRecord.columns, &roff)
        addRecord("utkik projects", ProjectRecord.columns, &roff)
        addRecord("utkik news", NewsRecord.columns, &roff)
        addRecord("utkik source list", SourceRecord.columns, &roff)
        addRecord("utkik themes", ThemeRecord.columns, &roff)
    }

    private func addRecord<Row>(_ title: String, _ columns: [Column<Row>], _ roff: inout Roff) {
        roff.subsection(title)
        roff.list(columns.map { ("Va " + $0.key, [$0.help + "."]) })
    }
}
