import Civics
import Contracts
import FoundationEssentials

/// Writes values as people read them.
struct TemplateWriter: Sendable {
  let language: MessageLanguage
  let words: WordBook
  /// The code of the template: a few mean something of their own by a code.
  var scope = ""

  /// - Parameter field: the name the value stands under, which says what its codes mean.
  /// - Returns: nil for a value that has no such form.
  func text(_ value: JSON, of field: String, as format: TemplateFormat) -> String? {
    switch format {
    case .day: return day(value).map(text)
    case .time: return value.string.flatMap(RFC3339.date(from:)).map(time)
    case .lastDay:
      return value.string.flatMap(RFC3339.date(from:)).map { text(ShanghaiTime.day(of: $0.addingTimeInterval(-1))) }
    case .word: return value.string.map { words.word($0, of: field, scope: scope, in: language) }
    case .yuan: return value.integer.flatMap { Int(exactly: $0) }.map { Money(fen: $0).description }
    case .unit: return value.string.map { words.bureau($0)?.name ?? $0 }
    case .place: return value.string.map { (try? RegionCode($0))?.fullName ?? $0 }
    case .home: return value.string.flatMap { words.bureau($0)?.region ?? Self.division(in: $0) }
    case .above: return value.string.flatMap { try? RegionCode($0) }?.parent?.description
    }
  }

  /// The division that a bureau's code ends in, where no rule pack names the bureau: eco-360482.
  private static func division(in code: String) -> String? {
    let digits = String(code.suffix(6))
    return (try? RegionCode(digits)) == nil ? nil : digits
  }

  /// A value as it stands.
  static func plain(_ value: JSON) -> String {
    switch value {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: ""
    }
  }

  private func day(_ value: JSON) -> CivilDate? {
    guard let text = value.string else { return nil }
    return CivilDate(text) ?? RFC3339.date(from: text).map(ShanghaiTime.day(of:))
  }

  private func text(_ day: CivilDate) -> String {
    language == .chinese ? "\(day.year)年\(day.month)月\(day.day)日" : day.description
  }

  private func time(_ instant: Date) -> String {
    let minute = ShanghaiTime.minuteOfDay(instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(text(ShanghaiTime.day(of: instant))) \(two(minute / 60)):\(two(minute % 60))"
  }
}
