import Testing

@Suite struct IngestSkeleton {
    @Test func builds() { #expect(Bool(true)) }
}
