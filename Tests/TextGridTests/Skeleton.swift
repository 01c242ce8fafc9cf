import Testing

@Suite struct TextGridSkeleton {
    @Test func builds() { #expect(Bool(true)) }
}
