import Testing

@Suite struct ClimateModelSkeleton {
    @Test func builds() { #expect(Bool(true)) }
}
