/// Words of a shell's command, for messages that tell what to type and for scripts.
extension String {
    /// As a shell takes it for one word (POSIX, Shell Command Language, 2.2.2), whatever is in it.
    public var inApostrophes: String { "'" + replacing("'", with: "'\\''") + "'" }

    /// The same, without apostrophes where there is nothing that a shell takes for something else.
    public var quotedForShell: String {
        let isPlain = allSatisfy { $0.isLetter || $0.isNumber || "/-_.,:=@%+".contains($0) }
        return isPlain && !isEmpty ? self : inApostrophes
    }
}
