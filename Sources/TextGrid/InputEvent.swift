/// What a user does at the terminal.
public enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Text pasted in one go, cleaned: it holds no control character but newlines, and is bounded in length.
    case paste(String)
    case mouse(MouseEvent)
    /// The terminal's window got (true) or lost the focus.
    case focus(Bool)
}

/// A click or a turn of the wheel.
public struct MouseEvent: Hashable, Sendable {
    public enum Action: Hashable, Sendable {
        case press(Button)
        case wheelUp, wheelDown
    }

    public enum Button: Hashable, Sendable {
        case left, middle, right
    }

    public var action: Action
    /// The cell, from 0 at the top left.
    public var position: Frame.Position
    public var modifiers: Key.Modifiers

    public init(_ action: Action, at position: Frame.Position, modifiers: Key.Modifiers = []) {
        self.action = action
        self.position = position
        self.modifiers = modifiers
    }
}
