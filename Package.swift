// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built in Swift 6 language mode with warnings as errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "utkik",
    products: [
        .executable(name: "utkik", targets: ["utkik"]),
        .executable(name: "utkik-ingest", targets: ["utkik-ingest"]),
        .library(name: "ClimateModel", targets: ["ClimateModel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The dashboard: reads, never writes the content database, opens no socket.
        .executableTarget(name: "utkik", dependencies: ["UtkikApp"], swiftSettings: strict),
        .target(
            name: "UtkikApp",
            dependencies: [
                "Terminal", "Dashboard", "TextGrid", "ClimateStore", "Configuration",
                "ClimateModel", "CommandWords", "EmbeddedData",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        // What the argument parser says, in the user's language.
        .target(
            name: "CommandWords",
            dependencies: [
                "ClimateModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "Terminal", dependencies: ["CNcurses", "TextGrid", "ClimateModel"],
            swiftSettings: strict),
        .target(
            name: "Dashboard", dependencies: ["TextGrid", "ClimateModel"], swiftSettings: strict),
        .target(name: "TextGrid", swiftSettings: strict),
        .target(
            name: "ClimateStore",
            dependencies: [
                "CSQLite", "ClimateModel", "EmbeddedData",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        // What both programs read of the user's config file.
        .target(
            name: "Configuration",
            dependencies: ["ClimateModel", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: strict),
        .target(name: "ClimateModel", swiftSettings: strict),
        .target(name: "EmbeddedData"),

        // The writer: fetches, parses, and is the only one that writes the content database.
        .executableTarget(
            name: "utkik-ingest", dependencies: ["IngestApp"], swiftSettings: strict),
        .target(
            name: "IngestApp",
            dependencies: [
                "CMalloc", "Ingest", "Transport", "ClimateStore", "Configuration", "ClimateModel",
                "CommandWords", "TextGrid",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "Ingest",
            dependencies: [
                "ClimateModel", "CMime", "CXML", "CZip",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),

        // Everything that goes over the network: HTTP and mailboxes.
        .target(
            name: "Transport", dependencies: ["CCurl", "ClimateModel"], swiftSettings: strict),

        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip"),
        // What Swift can't call of SQLite's C interface; all else goes through GRDB.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
        // glibc's malloc.h, which Swift's Glibc module leaves out.
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CMime", pkgConfig: "gmime-3.0"),

        // Made-up content for tests and benchmarks; no part of the programs.
        .target(
            name: "ClimateFixtures", dependencies: ["ClimateModel"],
            path: "Tests/Support/ClimateFixtures", swiftSettings: strict),
        // Servers on the loopback that behave well or badly, as a test says.
        .target(
            name: "WebFixtures", path: "Tests/Support/WebFixtures",
            resources: [.copy("Certificates")], swiftSettings: strict),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "Transport", "WebFixtures", "ClimateModel", "ClimateFixtures", "TerminalDriver",
            ],
            swiftSettings: strict),
        // Started, killed and run as another user by the tests of the store.
        .executableTarget(
            name: "climate-store-probe", dependencies: ["ClimateStore", "ClimateFixtures"],
            path: "Tests/Support/StoreProbe", swiftSettings: strict),
        .testTarget(
            name: "ClimateModelTests", dependencies: ["ClimateModel", "ClimateFixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "ConfigurationTests", dependencies: ["Configuration", "ClimateModel"],
            swiftSettings: strict),
        .testTarget(name: "TextGridTests", dependencies: ["TextGrid"], swiftSettings: strict),
        .testTarget(
            name: "DashboardTests",
            dependencies: ["Dashboard", "TextGrid", "ClimateModel", "ClimateFixtures"],
            exclude: ["Golden/Screens"], swiftSettings: strict),
        .testTarget(
            name: "ClimateStoreTests",
            dependencies: [
                "ClimateStore", "ClimateModel", "ClimateFixtures", "TerminalDriver", "EmbeddedData",
                "climate-store-probe", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "IngestTests", dependencies: ["Ingest", "IngestApp", "ClimateStore", "CZip"],
            resources: [.copy("Data")], swiftSettings: strict),
        .testTarget(
            name: "SyncTests",
            dependencies: [
                "IngestApp", "Ingest", "Transport", "ClimateStore", "ClimateModel", "WebFixtures",
                "TerminalDriver", "utkik", "utkik-ingest",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["Terminal", "TextGrid", "TerminalDriver", "TerminalDemo"],
            swiftSettings: strict),
        // Runs a program in a pseudo-terminal and reads its screen through a terminal emulator.
        .target(
            name: "TerminalDriver", dependencies: ["CVTerm"],
            path: "Tests/Support/TerminalDriver", swiftSettings: strict),
        .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
        .executableTarget(
            name: "TerminalDemo", dependencies: ["Terminal", "TextGrid"],
            path: "Tests/TerminalDemo", swiftSettings: strict),
        .testTarget(
            name: "UtkikTests",
            dependencies: [
                "UtkikApp", "Dashboard", "ClimateStore", "Configuration", "ClimateModel",
                "TextGrid", "Terminal",
                "TerminalDriver", "utkik", "utkik-ingest",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Golden"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

// Programs that give parsers bytes made up by libFuzzer. They need the parsers built with its counters, which no other program
// can be linked with, so they take the place of all others where they are asked for:
// `UTKIK_FUZZ=1 swift build -c release --scratch-path .build/fuzz`.
if Context.environment["UTKIK_FUZZ"] == "1" {
    let parsers = ["ClimateModel", "Ingest"]
    package.products = []
    package.targets.removeAll { !(parsers + ["CMime", "CXML", "CZip"]).contains($0.name) }
    for target in package.targets where parsers.contains(target.name) {
        target.swiftSettings = strict + [.unsafeFlags(["-sanitize=fuzzer"])]
    }
    package.targets += [
        .systemLibrary(name: "CFuzz", path: "Tests/Fuzz/CFuzz"),
        .target(
            name: "FuzzSupport", dependencies: ["CFuzz", "Ingest", "ClimateModel"],
            path: "Tests/Fuzz/Support", swiftSettings: strict),
    ]
    let fuzzed = [
        "article", "document", "feed", "html", "json-feed", "kolada", "mail", "projects", "sources",
        "table", "workbook",
    ]
    package.targets += fuzzed.map { parser in
        .executableTarget(
            name: "fuzz-" + parser, dependencies: ["FuzzSupport"], path: "Tests/Fuzz/" + parser,
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
    }
}
