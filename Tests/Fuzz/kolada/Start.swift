import FuzzSupport

/// What libFuzzer calls with bytes of its own making.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    Fuzzed.kolada.test(start, count)
}

/// Where the package manager has a program start.
@_cdecl("fuzz_kolada_main")
public func start(_ count: CInt, _ arguments: Fuzzed.Arguments) -> CInt {
    Fuzzed.run(count, arguments) { test($0, $1) }
}
