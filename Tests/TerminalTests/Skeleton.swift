import Testing

@Suite struct TerminalSkeleton {
    @Test func builds() { #expect(Bool(true)) }
}
