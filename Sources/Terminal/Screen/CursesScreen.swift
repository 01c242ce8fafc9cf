import CNcurses
import Glibc
import TextGrid

/// ncurses' picture of the screen, and the bytes that it wants written to bring the terminal to it.
///
/// ncurses writes into a file in memory, and the session hands that to the terminal: so a terminal that doesn't read can't
/// stop the program inside of ncurses, and a frame goes out in one piece. One at a time in a process.
final class CursesScreen {
    private let screen: OpaquePointer
    private let output: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>
    private var presenter: Presenter
    private var pens: PenFilter?
    private var size: Size

    /// - Throws: `TerminalError.system`.
    init(type: TerminalType, size: Size, usesUnicode: Bool) throws(TerminalError) {
        let descriptor = utkik_memory_file()
        guard descriptor >= 0, let output = fdopen(descriptor, "w"),
            let input = fopen("/dev/null", "r")
        else { throw .system(String(cString: strerror(errno))) }
        guard let screen = Self.open(type, output, input) else {
            fclose(output)
            fclose(input)
            throw .typeTooPoor(type.entry.name)
        }
        (self.screen, self.output, self.input, self.size) = (screen, output, input, size)
        typeahead(-1)
        nonl()
        resize_term(Int32(size.height), Int32(size.width))
        let hasColors = type.depth != .mono && start_color() == OK && use_default_colors() == OK
        presenter = Presenter(
            depth: hasColors ? type.depth : .mono, pairs: utkik_color_pairs(),
            usesUnicode: usesUnicode)
        pens = type.isOwn ? PenFilter() : nil
        idlok(utkik_standard_window(), true)
        leaveok(utkik_standard_window(), true)
        curs_set(0)
    }

    deinit {
        delscreen(screen)
        fclose(output)
        fclose(input)
    }

    /// ncurses takes an entry that is not in its database from TERMINFO itself (terminfo(5), "hex:").
    private static func open(
        _ type: TerminalType, _ output: UnsafeMutablePointer<FILE>,
        _ input: UnsafeMutablePointer<FILE>
    ) -> OpaquePointer? {
        guard type.isOwn else { return newterm(type.entry.name, output, input) }
        let earlier = EnvironmentVariables.value("TERMINFO")
        defer {
            if let earlier { setenv("TERMINFO", earlier, 1) } else { unsetenv("TERMINFO") }
        }
        setenv("TERMINFO", "hex:" + Hex.digits(type.entry.compiled()), 1)
        return newterm(type.entry.name, output, input)
    }

    /// The bytes that bring the terminal from the last frame to this one; none where they are equal.
    ///
    /// - Complexity: O(*c*) in the number of cells, a fraction of a millisecond.
    func present(_ frame: Frame) -> [UInt8] {
        guard presenter.draw(frame) else { return [] }
        doupdate()
        return take()
    }

    /// The bytes that draw the last frame anew on a screen whose content is not known.
    func redraw() -> [UInt8] {
        utkik_redraw_all()
        pens?.forget()
        doupdate()
        return take()
    }

    /// Has the next frame drawn in full, in the new size.
    func resize(to size: Size) {
        self.size = size
        resize_term(Int32(size.height), Int32(size.width))
        presenter.forget()
        pens?.forget()
        utkik_redraw_all()
    }

    /// The bytes that give the screen back to the shell.
    func leave() -> [UInt8] {
        endwin()
        presenter.forget()
        let bytes = take()
        pens?.forget()
        return bytes
    }

    /// What ncurses has written since the last time.
    private func take() -> [UInt8] {
        fflush(output)
        let descriptor = fileno(output)
        let length = lseek(descriptor, 0, SEEK_CUR)
        guard length > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, length, 0))
        }
        lseek(descriptor, 0, SEEK_SET)
        ftruncate(descriptor, 0)
        return pens?.filter(bytes) ?? bytes
    }
}

enum Hex {
    static func digits(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }
}
