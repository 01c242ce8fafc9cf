import ClimateModel
import CommandWords

extension FetchState {
    /// Until when its server has asked to be left alone; nil where it may be asked now.
    func leftAlone(_ now: Timestamp) -> Timestamp? { mayBeRead(now) ? nil : leftAloneUntil }
}

extension Phrase {
    /// That the server has asked not to be asked before `moment`.
    static func leftAlone(until moment: Timestamp, now: Timestamp) -> Phrase {
        let time = clock(moment, now: now)
        return Phrase(
            sv: "servern har bett om att lämnas i fred till \(time.sv)",
            en: "the server has asked to be left alone until \(time.en)")
    }

    /// "10.30" for a moment of today where the user is, else "2026-11-23 10.30".
    private static func clock(_ moment: Timestamp, now: Timestamp) -> Phrase {
        let clock = moment.clock(offset: LocalTime.offset(at: moment))
        let isToday = clock.date == now.clock(offset: LocalTime.offset(at: now)).date
        let day = isToday ? "" : clock.date.description + " "
        let parts = [clock.hour, clock.minute].map { ($0 < 10 ? "0" : "") + String($0) }
        return Phrase(
            sv: day + parts.joined(separator: "."), en: day + parts.joined(separator: ":"))
    }
}
