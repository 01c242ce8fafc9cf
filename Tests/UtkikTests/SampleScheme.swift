/// A scheme for tests, in the flat form's lines.
enum SampleScheme {
    /// The sixteen colours of a base16 scheme, a line each.
    static let base16 = """
        base00: "101418"
        base01: "1a2028"
        base02: "2a323e"
        base03: "4a5564"
        base04: "a0aab8"
        base05: "e0e4ea"
        base06: "f0f2f5"
        base07: "ffffff"
        base08: "f08a80"
        base09: "eba070"
        base0A: "e6c370"
        base0B: "8cc990"
        base0C: "7fcac4"
        base0D: "80baf2"
        base0E: "c3a5ec"
        base0F: "c79a7c"
        """
}
