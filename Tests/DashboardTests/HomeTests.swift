import Testing

@Suite struct HomeTests {
    @Test func showsWhereWeStand() {
        let driver = Driver()
        #expect(driver.shows("▲31"))
    }
}
