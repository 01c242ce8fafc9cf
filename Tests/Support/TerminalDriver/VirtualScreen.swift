import CVTerm

/// A terminal emulator (libvterm): what a user would see of the bytes that a program has written.
public final class VirtualScreen {
    /// One cell as the user sees it.
    public struct Cell: Hashable {
        /// Empty for a cell that nothing was written to, and for the right half of a wide character.
        public var text: String
        public var width: Int
        public var foreground: Color
        public var background: Color
        public var isBold: Bool
        public var isItalic: Bool
        public var isUnderlined: Bool
        public var isReversed: Bool
    }

    public enum Color: Hashable {
        case terminal
        case palette(Int)
        case rgb(Int)
    }

    public private(set) var columns: Int
    public private(set) var rows: Int
    /// All that was written, in order.
    public private(set) var log: [UInt8] = []

    private let terminal: OpaquePointer
    private let screen: OpaquePointer
    private let properties: Properties
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

    /// What the emulator tells through callbacks.
    private final class Properties {
        var isAlternate = false
        var isCursorVisible = true
        var mouse = 0
        var bells = 0
        var replies: [UInt8] = []
    }

    public init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        terminal = vterm_new(Int32(rows), Int32(columns))
        vterm_set_utf8(terminal, 1)
        screen = vterm_obtain_screen(terminal)
        properties = Properties()
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: VTermScreenCallbacks())
        callbacks.pointee.settermprop = { property, value, user in
            guard let value, let user else { return 0 }
            let properties = Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue()
            switch property {
            case VTERM_PROP_ALTSCREEN: properties.isAlternate = value.pointee.boolean != 0
            case VTERM_PROP_CURSORVISIBLE: properties.isCursorVisible = value.pointee.boolean != 0
            case VTERM_PROP_MOUSE: properties.mouse = Int(value.pointee.number)
            default: return 0
            }
            return 1
        }
        callbacks.pointee.bell = { user in
            guard let user else { return 0 }
            Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue().bells += 1
            return 1
        }
        let user = Unmanaged.passUnretained(properties).toOpaque()
        vterm_screen_set_callbacks(screen, callbacks, user)
        vterm_output_set_callback(
            terminal,
            { bytes, count, user in
                guard let bytes, let user else { return }
                let properties = Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue()
                let buffer = UnsafeRawBufferPointer(start: bytes, count: count)
                properties.replies += Array(buffer)
            }, user)
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_reset(screen, 1)
    }

    deinit {
        vterm_free(terminal)
        callbacks.deinitialize(count: 1)
        callbacks.deallocate()
    }

    /// Shows what a program has written.
    public func write(_ bytes: [UInt8]) {
        log += bytes
        bytes.withUnsafeBytes {
            _ = vterm_input_write(
                terminal, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
    }

    /// What the terminal answers to the program, once.
    public func takeReplies() -> [UInt8] {
        defer { properties.replies = [] }
        return properties.replies
    }

    public func resize(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        vterm_set_size(terminal, Int32(rows), Int32(columns))
    }

    // MARK: What is seen

    public var isAlternate: Bool { properties.isAlternate }
    public var isCursorVisible: Bool { properties.isCursorVisible }
    /// Whether the program asked to hear of clicks.
    public var tellsMouse: Bool { properties.mouse != 0 }
    public var bells: Int { properties.bells }

    public var cursor: (x: Int, y: Int) {
        var position = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
        return (Int(position.col), Int(position.row))
    }

    public subscript(x: Int, y: Int) -> Cell {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(screen, utkik_vterm_position(Int32(y), Int32(x)), &cell)
        var text = String.UnicodeScalarView()
        for index in 0..<6 {
            let value = utkik_vterm_scalar(&cell, Int32(index))
            guard value != 0, let scalar = Unicode.Scalar(value) else { break }
            text.append(scalar)
        }
        return Cell(
            text: String(text), width: Int(utkik_vterm_width(&cell)),
            foreground: Self.color(cell.fg), background: Self.color(cell.bg),
            isBold: utkik_vterm_bold(&cell), isItalic: utkik_vterm_italic(&cell),
            isUnderlined: utkik_vterm_underline(&cell), isReversed: utkik_vterm_reverse(&cell))
    }

    private static func color(_ color: VTermColor) -> Color {
        switch utkik_vterm_color(color) {
        case -1: .terminal
        case let rgb where rgb >= 0x100_0000: .rgb(Int(rgb) & 0xFF_FFFF)
        case let index: .palette(Int(index))
        }
    }

    /// The text of a row, without blanks at its end.
    public func row(_ y: Int) -> String {
        var text = ""
        var x = 0
        while x < columns {
            let cell = self[x, y]
            text += cell.text.isEmpty ? " " : cell.text
            x += max(1, cell.width)
        }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    public var text: String { (0..<rows).map(row).joined(separator: "\n") }

    /// Whether `text` stands in one row of the screen.
    public func shows(_ text: String) -> Bool { (0..<rows).contains { row($0).contains(text) } }
}
