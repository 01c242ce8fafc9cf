// A process of its own for the store's tests: one that can be killed, and one that runs as another user.
import ClimateFixtures
import ClimateModel
import ClimateStore
import Foundation

let arguments = CommandLine.arguments
let location = StoreLocation(content: arguments[2])

func report(_ store: ContentStore) throws {
    let line = "\(try store.newsCount(NewsQuery()).total) \(try store.municipalities().count)\n"
    FileHandle.standardOutput.write(Data(line.utf8))
}

switch arguments[1] {
case "write":
    // Writes batch after batch until it is killed, telling of each when it is in.
    let writer = try ContentWriter.open(at: location, now: Timestamp(seconds: 0))
    let news = SyntheticNews(municipalities: try StarterContent.batch().municipalities)
    _ = try writer.write(ContentBatch(sources: news.sources))
    for number in 0... {
        let items = news.items(number * 50..<(number + 1) * 50)
        _ = try writer.write(ContentBatch(news: items))
        FileHandle.standardOutput.write(Data("\(number)\n".utf8))
    }
case "follow":
    // Tells what it reads, and once more when that has changed.
    let watch = try ContentWatch(location)
    var store = try ContentStore.open(location)
    let count = try store.newsCount(NewsQuery()).total
    try report(store)
    let deadline = ContinuousClock.now + .seconds(20)
    while try store.newsCount(NewsQuery()).total == count, ContinuousClock.now < deadline {
        var waiting = pollfd(fd: watch.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 20_000) == 1, watch.drain() else { continue }
        if try store.condition() == .replaced, let opened = try? ContentStore.open(location) {
            store = opened
        }
    }
    try report(store)
case "locked":
    // Whether another process holds SQLite's lock of readers on the file (sqlite.org/src/file/src/os.h, SHARED_FIRST).
    let file = open(location.content, O_RDWR)
    var range = flock()
    range.l_type = Int16(F_WRLCK)
    range.l_start = 0x4000_0002
    range.l_len = 510
    guard file >= 0, fcntl(file, F_GETLK, &range) == 0 else { exit(1) }
    FileHandle.standardOutput.write(Data("\(range.l_type != Int16(F_UNLCK))\n".utf8))
default:
    try report(ContentStore.open(location))
}
