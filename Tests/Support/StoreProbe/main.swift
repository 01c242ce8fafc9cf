// A process of its own for the store's tests: one that can be killed, and one that runs as another user.
import ClimateFixtures
import ClimateModel
import ClimateStore
import Foundation

let arguments = CommandLine.arguments
let location = StoreLocation(content: arguments[2])

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
default:
    let store = try ContentStore.open(location)
    print(try store.newsCount(NewsQuery()).total, try store.municipalities().count)
}
