import Civics
import Contracts

extension JSONFields {
  /// A day such as `2026-03-31` that may be absent.
  func optionalDay(_ name: String) throws(ContractViolation) -> CivilDate? {
    guard let text = try optionalString(name) else { return nil }
    guard let day = CivilDate(text) else {
      throw violation(.fieldFormat, name, "Expected a day such as 2026-03-31.")
    }
    return day
  }

  /// A day such as `2026-03-31`.
  func day(_ name: String) throws(ContractViolation) -> CivilDate {
    guard let day = try optionalDay(name) else { throw violation(.fieldMissing, name) }
    return day
  }
}

extension JSONObject {
  /// Writes a day.
  mutating func set(_ name: String, day: CivilDate?) { set(name, day?.description) }
}
