import ArgumentParser
import ClimateModel
import CommandWords

/// How a command prints what it found.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Phrase(
                sv:
                    "Hur det skrivs: kolumner för människor, JSON (RFC 8259) eller CSV (RFC 4180) för program.",
                en:
                    "How to print: columns for people, JSON (RFC 8259) or CSV (RFC 4180) for programs."
            ).said,
            valueName: "text|json|csv"))
    var format: OutputFormat = .text
}
