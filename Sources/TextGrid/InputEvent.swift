/// What a user does at the terminal.
public enum InputEvent: Hashable, Sendable {
    /// A key, or a character that was typed.
    case key(Key)
    /// Text pasted in one go, cleaned: it holds no control character but newlines, and is bounded in length.
    case paste(String)
    /// A click or a turn of the wheel.
    case mouse(MouseEvent)
    /// The terminal's window got (true) or lost the focus.
    case focus(Bool)
}

/// A click or a turn of the wheel.
public struct MouseEvent: Hashable, Sendable {
    /// What the mouse did.
    public enum Action: Hashable, Sendable {
        /// A button went down.
        case press(Button)
        /// The wheel was turned one step.
        case wheelUp, wheelDown
    }

    /// A button of the mouse.
    public enum Button: Hashable, Sendable {
        /// The three that terminals tell apart.
        case left, middle, right
    }

    /// What the mouse did.
    public var action: Action
    /// The cell, from 0 at the top left.
    public var position: Frame.Position
    /// The modifier keys held meanwhile.
    public var modifiers: Key.Modifiers

    /// Takes what the terminal told.
    public init(_ action: Action, at position: Frame.Position, modifiers: Key.Modifiers = []) {
        self.action = action
        self.position = position
        self.modifiers = modifiers
    }
}
