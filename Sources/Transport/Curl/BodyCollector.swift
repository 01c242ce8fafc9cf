/// Takes in content as it comes: the first bytes into memory, from a bound on into a file, up to a limit.
struct BodyCollector {
    private let limit: Int
    private let memoryLimit: Int
    private let folder: String
    private var memory: [UInt8] = []
    private var file: TemporaryFile?
    private(set) var count = 0

    init(limit: Int, memoryLimit: Int, folder: String) {
        self.limit = limit
        self.memoryLimit = memoryLimit
        self.folder = folder
    }

    /// Takes `bytes`, or tells why not.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> TransferResult.Stop? {
        guard bytes.count <= limit - count else { return .tooLarge }
        if file == nil, count + bytes.count <= memoryLimit {
            memory.append(contentsOf: bytes)
            count += bytes.count
            return nil
        }
        do {
            let file = try spilled()
            try file.write(bytes, at: count)
            count += bytes.count
            return nil
        } catch {
            return .storage
        }
    }

    /// The file, which takes over what memory holds the first time.
    private mutating func spilled() throws -> TemporaryFile {
        if let file { return file }
        let file = try TemporaryFile(in: folder)
        try memory.withUnsafeBytes { try file.write($0, at: 0) }
        memory = []
        self.file = file
        return file
    }

    /// What was taken.
    var body: WebBody {
        if let file { WebBody(file, count: count) } else { WebBody(memory) }
    }
}
