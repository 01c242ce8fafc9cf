import ClimateModel
import Configuration

extension Lookup {
    /// By code or name as the config has it.
    ///
    /// - Parameter key: the setting that names it.
    /// - Throws: `FileProblems` with path and line.
    func municipality(
        _ text: String, in place: ConfigPlace, at key: String
    ) throws(FileProblems) -> Municipality {
        if let found = gazetteer.municipality(text) { return found }
        let path = place.path ?? key
        throw FileProblems([
            FileProblem(
                path: path, line: SettingsFile.line(of: [key], in: path),
                message: gazetteer.unknown(text))
        ])
    }
}
