import ArgumentParser
import ClimateModel
import Dashboard
import TextGrid

/// `utkik render`: a screen without a terminal.
struct RenderCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "render", abstract: "Draw a screen without a terminal.",
            discussion: """
                Views: home, rankings, projects, news, municipality:NAME, project:ID, reader:ID and help.
                """)
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, ansi, svg
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("What to draw.", valueName: "view"))
    var view = "home"

    @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH"))
    var size = ScreenSize(Size(width: 120, height: 40))

    @Option(help: "Plain text, text with colours for a terminal, or a picture.")
    var format: Format = .text

    @Option(
        help: ArgumentHelp(
            "The time that the screen shows, in ISO 8601; now if left out.", valueName: "time"))
    var at: Timestamp?

    @Option(
        help: ArgumentHelp("Whose standing is shown; yours if left out.", valueName: "name"))
    var municipality: String?

    @Flag(help: "Draw with ASCII alone.")
    var ascii = false

    func run(_ context: CommandContext) throws {
        let content = try context.open()
        let lookup = try Lookup(content.store)
        let destination = try lookup.destination(view, content.store)
        let depth: ColorDepth = format == .svg ? .trueColor : context.depth(options.color ?? .auto)
        let environment = context.environment(
            depth: format == .text ? .mono : depth, usesUnicode: !ascii)
        var state = AppState(
            environment: environment, language: context.language,
            theme: format == .text ? .plain : try context.theme(depth: depth),
            size: size.size, now: at ?? LocalTime.now,
            chosen: try chosen(context, content, lookup),
            followed: try context.followed(content.store))
        var program = Program(state: state, reader: content.store, describe: context.describe)
        _ = program.start()
        _ = program.send(.open(destination))
        state = program.state
        let stream = StandardOutput()
        try stream.write(text(of: state.view(), depth: depth))
        try stream.flush()
    }

    private func chosen(
        _ context: CommandContext, _ content: OpenContent, _ lookup: Lookup
    ) throws -> MunicipalityCode? {
        if let municipality { return try lookup.municipality(municipality).code }
        return try context.chosenMunicipality(content.store, lookup).code
    }

    private func text(of frame: Frame, depth: ColorDepth) -> String {
        switch format {
        case .text: frame.text()
        case .ansi: frame.ansi(depth: depth)
        case .svg: frame.svg(title: "utkik")
        }
    }
}

/// "120x40"; any size that the dashboard draws, from 1×1 to 500×200.
struct ScreenSize: ExpressibleByArgument {
    var size: Size

    init(_ size: Size) { self.size = size }

    init?(argument: String) {
        let numbers = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
            .map { Int($0) }
        guard numbers.count == 2, let width = numbers[0], let height = numbers[1],
            (1...500).contains(width), (1...200).contains(height)
        else { return nil }
        size = Size(width: width, height: height)
    }

    var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}

extension Timestamp: ExpressibleByArgument {
    /// Reads ISO 8601.
    public init?(argument: String) { self.init(argument) }
}
