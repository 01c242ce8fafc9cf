#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A colour in OKLab, where equal distances look equally large (Björn Ottosson, bottosson.github.io/posts/oklab).
struct OKLab: Hashable, Sendable {
    /// Lightness, 0 to 1.
    var l: Double
    /// Green to red, blue to yellow; about -0.4 to 0.4.
    var a: Double
    var b: Double

    init(l: Double, a: Double, b: Double) {
        self.l = l
        self.a = a
        self.b = b
    }

    init(red: UInt8, green: UInt8, blue: UInt8) {
        let r = SRGB.linear(red)
        let g = SRGB.linear(green)
        let b = SRGB.linear(blue)
        let long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let medium = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        self.init(
            l: 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
            a: 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
            b: 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short)
    }

    /// Red, green and blue, clipped to what sRGB holds.
    var components: (red: UInt8, green: UInt8, blue: UInt8) {
        let long = cube(l + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cube(l - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(l - 0.0894841775 * a - 1.2914855480 * b)
        return (
            SRGB.encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
            SRGB.encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
            SRGB.encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short)
        )
    }

    private func cube(_ value: Double) -> Double { value * value * value }

    func squaredDistance(to other: OKLab) -> Double {
        let (dl, da, db) = (l - other.l, a - other.a, b - other.b)
        return dl * dl + da * da + db * db
    }

    /// How far from grey.
    var chroma: Double { (a * a + b * b).squareRoot() }

    /// 0 to 360; red is about 29, yellow 110, green 142, cyan 195, blue 264, magenta 328.
    var hueDegrees: Double {
        let degrees = atan2(b, a) * 180 / .pi
        return degrees < 0 ? degrees + 360 : degrees
    }

    func mixed(with other: OKLab, amount: Double) -> OKLab {
        OKLab(
            l: l + (other.l - l) * amount, a: a + (other.a - a) * amount,
            b: b + (other.b - b) * amount)
    }
}

/// The transfer curve of sRGB (IEC 61966-2-1).
enum SRGB {
    static func linear(_ value: UInt8) -> Double {
        let value = Double(value) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    static func encoded(_ value: Double) -> UInt8 {
        let value = min(1, max(0, value))
        let curved = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
        return UInt8((curved * 255).rounded())
    }
}
