extension Phrase {
    /// About so many seconds: "1 minut" for that and less, "45 minuter", "6 timmar" below two days, "3 dagar"; always the nearest
    /// whole one.
    public static func duration(_ seconds: Int) -> Phrase {
        func nearest(_ unit: Int) -> Int { (seconds + unit / 2) / unit }
        let (minutes, hours, days) = (nearest(60), nearest(3_600), nearest(86_400))
        switch (minutes, hours) {
        case (..<2, _): return Phrase(sv: "1 minut", en: "1 minute")
        case (..<60, _): return Phrase(sv: "\(minutes) minuter", en: "\(minutes) minutes")
        case (_, ..<2): return Phrase(sv: "1 timme", en: "1 hour")
        case (_, ..<48): return Phrase(sv: "\(hours) timmar", en: "\(hours) hours")
        default: return Phrase(sv: "\(days) dagar", en: "\(days) days")
        }
    }
}
