import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

@Suite struct KioskTurningTests {
    @Test func scenesTakeTurns() {
        var kiosk = KioskDriver()
        var seen: [KioskScene?] = []
        for _ in 0..<5 {
            seen.append(kiosk.state.scene)
            kiosk.turn()
        }
        #expect(seen == [.home, .climbers, .projects, .news, .home])
    }

    @Test func thePlanOrdersThem() {
        let plan = KioskPlan(scenes: [.news, .home, .news])
        var kiosk = KioskDriver(plan: plan)
        var seen: [KioskScene?] = []
        for _ in 0..<4 {
            seen.append(kiosk.state.scene)
            kiosk.turn()
        }
        #expect(seen == [.news, .home, .news, .news])
    }

    @Test func aPlanIsBounded() {
        #expect(KioskPlan(seconds: -5).seconds == 3)
        #expect(KioskPlan(seconds: .max).seconds == 3_600)
        #expect(KioskPlan(scenes: []).scenes == KioskScene.allCases)
        #expect(KioskPlan(scenes: Array(repeating: .news, count: 500)).scenes.count == 12)
    }

    @Test func whatHasNoContentIsSkipped() {
        var content = Fixture.content
        content.projects = []
        var kiosk = KioskDriver(chosen: nil, content: content)
        var seen: Set<KioskScene?> = []
        for _ in 0..<6 {
            seen.insert(kiosk.state.scene)
            kiosk.turn()
        }
        #expect(seen == [.climbers, .news])
    }

    @Test func aSceneThatLosesItsContentGivesWay() {
        var kiosk = KioskDriver()
        kiosk.show(.projects)
        kiosk.store.content.projects = []
        kiosk.send(.contentChanged)
        #expect(kiosk.state.scene == .news)
        kiosk.store.content.news = []
        kiosk.send(.contentChanged)
        #expect(kiosk.state.scene == .home)
    }

    @Test func aSceneKeepsItsPlaceWhenContentComes() {
        var kiosk = KioskDriver()
        kiosk.show(.news)
        kiosk.send(.contentChanged)
        #expect(kiosk.state.scene == .news)
    }

    @Test func thePictureMovesByACellAtMost() {
        var kiosk = KioskDriver()
        var places: Set<[Int]> = []
        for _ in 0..<28 where kiosk.state.scene == .home {
            places.insert([kiosk.state.shift.dx, kiosk.state.shift.dy])
            kiosk.turn(4)
        }
        #expect(places.count == 7)
        #expect(places.joined().allSatisfy { abs($0) <= 1 })
    }

    /// Twenty days of a scene every seventeen seconds, in which content comes and goes and reads fail.
    @Test func nothingGrowsOverMonths() {
        var kiosk = KioskDriver(width: 80, height: 24)
        func size() -> Int {
            var text = ""
            dump(kiosk.state.content.climbers, to: &text)
            dump(kiosk.state.content.projects, to: &text)
            dump(kiosk.state.content.news, to: &text)
            dump(kiosk.state.content.standing, to: &text)
            dump(kiosk.state.reading, to: &text)
            dump(kiosk.state.shift, to: &text)
            return text.utf8.count
        }
        let before = size()
        let first = kiosk.screen
        for count in 1...140_000 {
            kiosk.turn()
            if count % 10_000 == 0 {
                kiosk.store.failing = count % 20_000 == 0 ? [.news] : []
                kiosk.send(.contentChanged)
            }
        }
        kiosk.store.failing = []
        kiosk.send(.contentChanged)
        kiosk.send(.tick(Fixture.now))
        #expect(kiosk.state.scene == .home)
        #expect(size() == before)
        #expect(kiosk.screen == first)
        #expect(kiosk.effects.isEmpty)
    }
}

@Suite struct KioskEnduranceTests {
    @Test func keysDoNothing() {
        var kiosk = KioskDriver()
        let before = kiosk.screen
        for name in ["q", "esc", "enter", "j", "space", "?", ":", "ctrl-l", "ctrl-z", "f1", "tab"] {
            guard let key = Key(name) else { continue }
            kiosk.send(.key(key))
        }
        kiosk.send(.paste("q"))
        kiosk.send(.mouse(MouseEvent(.press(.left), at: .init(x: 3, y: 3))))
        kiosk.send(.perform(.quit))
        kiosk.send(.notice("utkik: nej", isProblem: true))
        #expect(kiosk.screen == before)
        #expect(kiosk.effects.isEmpty)
    }

    @Test func contentThatIsLostStaysAndIsMarkedUntilThereIsSomeAgain() {
        var kiosk = KioskDriver()
        let before = kiosk.screen
        kiosk.send(.contentLost("skadad"))
        kiosk.wait(minutes: 0)
        #expect(kiosk.shows("! "))
        #expect(kiosk.screen.dropLast(4) == before.dropLast(4))
        kiosk.send(.contentChanged)
        #expect(kiosk.screen == before)
    }

    @Test(arguments: [
        MemoryStore.Part.base, .observations, .projects, .news,
    ])
    func anErrorLeavesTheLastGoodContent(part: MemoryStore.Part) {
        var kiosk = KioskDriver()
        let before = kiosk.screen
        kiosk.store.failing = [part]
        kiosk.store.content.news = []
        kiosk.store.content.projects = []
        kiosk.send(.contentChanged)
        #expect(kiosk.screen.dropLast(4) == before.dropLast(4))
        #expect(kiosk.shows("! hämtat"))
        #expect(!kiosk.shows("disk I/O"))
        #expect(kiosk.state.playable.count == 4)
    }

    @Test func whatFailedIsTriedEveryMinuteUntilItWorks() {
        var kiosk = KioskDriver(failing: [.news])
        #expect(kiosk.state.scene == nil)
        #expect(kiosk.shows("Innehållet går inte att läsa just nu."))
        kiosk.wait(minutes: 1)
        #expect(kiosk.state.scene == nil)
        kiosk.store.failing = []
        kiosk.wait(minutes: 2)
        #expect(kiosk.state.scene == .home)
        #expect(!kiosk.shows("!"))
        let reads = kiosk.store.reads.count
        kiosk.wait(minutes: 3)
        #expect(kiosk.store.reads.count == reads)
    }

    @Test func theAgeOfTheContentGrows() {
        var kiosk = KioskDriver()
        #expect(kiosk.shows("hämtat för 29 minuter sedan"))
        kiosk.wait(days: 3)
        #expect(kiosk.shows("hämtat för 3 dagar sedan"))
        kiosk.wait(days: 400)
        #expect(kiosk.shows("hämtat för 13 månader sedan"))
    }

    @Test func midnightReadsAnew() {
        var kiosk = KioskDriver()
        let reads = kiosk.store.reads.count
        kiosk.wait(minutes: 15 * 60)
        #expect(kiosk.store.reads.count == reads)
        kiosk.wait(minutes: 16 * 60)
        #expect(kiosk.store.reads.count > reads)
        kiosk.show(.projects)
        #expect(kiosk.shows("om 8 dagar"))
    }

    @Test func nothingAtAllSaysWhatToDo() {
        var kiosk = KioskDriver(width: 80, height: 24, content: ContentBatch())
        #expect(kiosk.state.scene == nil)
        #expect(kiosk.shows("Här finns inget att visa än."))
        #expect(kiosk.shows("utkik sync"))
        kiosk.turn(3)
        #expect(kiosk.state.scene == nil)
        kiosk.store.content = Fixture.content
        kiosk.send(.contentChanged)
        #expect(kiosk.state.scene == .home)
    }

    @Test func aThemeIsPutOn() {
        var kiosk = KioskDriver()
        kiosk.send(.themeLoaded("roles", .plain))
        #expect(kiosk.state.theme == .plain)
        #expect(kiosk.state.size == Size(width: 120, height: 40))
        kiosk.send(.resized(Size(width: 40, height: 12)))
        #expect(kiosk.screen.count == 12)
    }
}
