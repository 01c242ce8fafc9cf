import Testing

@Suite struct UtkikSkeleton {
    @Test func builds() { #expect(Bool(true)) }
}
