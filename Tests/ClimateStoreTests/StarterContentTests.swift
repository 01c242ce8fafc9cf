import ClimateModel
import ClimateStore
import Testing

@Suite struct StarterContentTests {
    @Test func everythingIsThere() throws {
        let store = try ContentStore.starter()
        #expect(try store.municipalities().count == 290)
        let indicator = try #require(try store.indicators().first)
        #expect(try store.observations(of: indicator.id).count == 630)
    }
}
