import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords
import Dashboard
import TextGrid

/// `utkik render`: a screen without a terminal.
struct RenderCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "render",
            abstract: Phrase(
                sv: "Rita en skärm utan terminal.", en: "Draw a screen without a terminal."
            ).said,
            discussion: Phrase(
                sv: """
                    Vyer: home, rankings, projects, news, municipality:NAMN, project:ID, reader:ID, \
                    sources, help och kiosk:SCEN.
                    """,
                en: """
                    Views: home, rankings, projects, news, municipality:NAME, project:ID, reader:ID, \
                    sources, help and kiosk:SCENE.
                    """
            ).said)
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, ansi, svg
    }

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Vad som ritas.", en: "What to draw.").said, valueName: ValueName.view.said))
    var view = "home"

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Kolumner och rader.", en: "Columns and rows.").said, valueName: "WxH"))
    var size = ScreenSize(Size(width: 120, height: 40))

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Ren text, text med färger för en terminal, eller en bild.",
                en: "Plain text, text with colours for a terminal, or a picture."
            ).said))
    var format: Format = .text

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Tiden som skärmen visar, i ISO 8601; annars nu.",
                en: "The time that the screen shows, in ISO 8601; now if left out."
            ).said, valueName: ValueName.time.said))
    var at: Timestamp?

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Vems placering som visas; annars din.",
                en: "Whose standing is shown; yours if left out."
            ).said, valueName: ValueName.name.said))
    var municipality: String?

    @Flag(help: ArgumentHelp(Phrase(sv: "Rita bara med ASCII.", en: "Draw with ASCII alone.").said))
    var ascii = false

    func run(_ context: CommandContext) throws {
        let store = try context.open().store
        let lookup = try Lookup(store)
        if let scene = try KioskScene(view: view) {
            try drawKiosk(scene, context, store)
            return
        }
        let destination = try lookup.destination(view, store)
        let depth: ColorDepth = format == .svg ? .trueColor : context.depth
        var program = try context.program(
            store, lookup, theme: format == .text ? .plain : try context.theme(depth: depth),
            usesUnicode: usesUnicode(context), size: size.size, at: at ?? LocalTime.now,
            chosen: try municipality.map { try lookup.municipality($0).code })
        let stream = StandardOutput()
        if options.plain {
            try PlainText(state: program.state, reader: store, output: stream.write)
                .write(destination)
        } else {
            _ = program.send(.open(destination))
            try stream.write(text(of: program.state.view(), depth: depth))
        }
        try stream.flush()
    }

    private func drawKiosk(
        _ scene: KioskScene, _ context: CommandContext, _ store: ContentStore
    ) throws {
        let start = KioskStart(
            context: context, seconds: nil, scenes: [scene], municipality: municipality)
        let depth: ColorDepth = format == .svg ? .trueColor : context.depth
        let theme = format == .text ? .plain : try start.theme(depth: depth).theme
        let stream = StandardOutput()
        let frame = try start.frame(
            store, theme: theme, usesUnicode: usesUnicode(context), size: size.size,
            at: at ?? LocalTime.now)
        try stream.write(text(of: frame, depth: depth))
        try stream.flush()
    }

    /// A picture says itself how it is written; text is for whatever the locale can show.
    private func usesUnicode(_ context: CommandContext) -> Bool {
        !ascii && (format == .svg || context.usesUnicode)
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
