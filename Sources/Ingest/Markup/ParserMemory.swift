import CXML
import Glibc

/// What becomes of a process that has no memory left for libxml2.
public enum ParserMemory {
    /// Has the process end then, as it does where Swift has none: left to itself, the library stops within the document, of
    /// which it says that it is not well-formed, or of HTML nothing at all.
    ///
    /// To be called before anything is read.
    public static func endProcessOnFailure() {
        xmlMemSetup(
            { free($0) },
            { ParserMemory.sure(malloc($0)) },
            { old, size in ParserMemory.sure(realloc(old, max(1, size))) },
            { text in text.flatMap { ParserMemory.sure(strdup($0)) } })
    }

    private static func sure<Place>(_ place: Place?) -> Place {
        guard let place else { abort() }
        return place
    }
}
