import ArgumentParser

/// How a command prints what it found.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to print: columns for people, JSON (RFC 8259) or CSV (RFC 4180) for programs.",
            valueName: "text|json|csv"))
    var format: OutputFormat = .text
}
