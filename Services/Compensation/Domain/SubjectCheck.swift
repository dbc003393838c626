import Civics
import Contracts

/// Whether a subject and a region that have the right form also exist.
enum SubjectCheck {
  static func check(_ subject: String, field: String) throws(ContractViolation) {
    do throws(SubjectKeyError) {
      _ = try SubjectKey(subject)
    } catch {
      let code: ViolationCode =
        switch error {
        case .code: .usccInvalid
        case .region, .siteWithoutDivision: .regionUnknown
        case .malformed, .emptyName, .notNormal: .fieldFormat
        }
      throw ContractViolation(code, field: field)
    }
  }

  static func check(region: String, field: String) throws(ContractViolation) {
    do throws(RegionCodeError) {
      _ = try RegionCode(region)
    } catch {
      throw ContractViolation(.regionUnknown, field: field)
    }
  }
}
