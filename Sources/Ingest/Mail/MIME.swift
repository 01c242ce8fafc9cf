import CMime

/// GMime's one-time set-up.
///
/// `g_mime_init` counts its callers without a lock, so it must not run twice at once: a static constant is set up once, with
/// all other threads waiting. After it the library keeps nothing that messages share but tables that it locks itself or
/// never changes, so each thread may parse messages of its own. It is never shut down: the process ends with it.
enum MIME {
    private static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    /// To be called before anything else of the library; only the first call does something.
    static func prepare() { _ = isReady }
}
