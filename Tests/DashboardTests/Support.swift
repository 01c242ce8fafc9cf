import ClimateModel
import Testing

/// A day that exists.
func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
}

/// A date as exactly as `text` tells it.
func partialDate(_ text: String) throws -> PartialDate {
    let date = PartialDate(text)
    return try #require(date)
}
