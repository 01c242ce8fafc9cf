import Testing

@Suite struct DashboardSkeleton {
    @Test func builds() { #expect(Bool(true)) }
}
