import ClimateModel

extension Lookup {
    /// By code or name as the config has it.
    ///
    /// - Parameter key: the setting that names it.
    /// - Throws: `FileProblems` with path and line.
    func municipality(
        _ text: String, in place: ConfigPlace, at key: String
    ) throws(FileProblems) -> Municipality {
        do {
            return try municipality(text)
        } catch {
            let path = place.path ?? key
            throw FileProblems([
                FileProblem(
                    path: path, line: ConfigFile.line(of: key, in: path),
                    message: error.message
                        ?? CommandPhrases.unknown(
                            CommandPhrases.unknownMunicipality, text, meant: nil))
            ])
        }
    }
}
