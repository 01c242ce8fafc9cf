import Testing

@Suite struct HomeTests {
    @Test func showsWhereWeStand() {
        let driver = Driver()
        for line in driver.screen { print(line) }
        #expect(driver.shows("▲31"))
    }
}
