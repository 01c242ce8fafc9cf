import Testing

@Suite struct ClimateStoreSkeleton {
    @Test func builds() { #expect(Bool(true)) }
}
