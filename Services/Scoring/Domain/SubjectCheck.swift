import Civics
import Contracts

/// Whether a subject and a region that have the right form also exist.
enum SubjectCheck {
  static func check(
    _ subject: String, _ subjectField: String, region: String, _ regionField: String
  ) throws(ContractViolation) {
    try check(subject, subjectField)
    do throws(RegionCodeError) {
      _ = try RegionCode(region)
    } catch {
      throw ContractViolation(.regionUnknown, field: regionField)
    }
  }

  /// - Throws: for a code, with the check that failed in words.
  @discardableResult
  static func check(_ subject: String, _ field: String) throws(ContractViolation) -> SubjectKey {
    do throws(SubjectKeyError) {
      return try SubjectKey(subject)
    } catch {
      let code: ViolationCode =
        switch error {
        case .code: .usccInvalid
        case .region, .siteWithoutDivision: .regionUnknown
        case .malformed, .emptyName, .notNormal: .fieldFormat
        }
      if case .code(let failure) = error {
        throw ContractViolation(code, field: field, message: "\(failure.code): \(failure).")
      }
      throw ContractViolation(code, field: field)
    }
  }

  /// Sites are owned, and enterprises own them.
  static func check(site: String, owner: String, _ ownerField: String) throws(ContractViolation) {
    guard case .enterprise = try check(owner, ownerField) else {
      throw ContractViolation(
        .fieldFormat, field: ownerField, message: "A site belongs to an enterprise with a credit code.")
    }
    guard site.hasPrefix("site:") else {
      throw ContractViolation(
        .fieldFormat, field: ownerField, message: "Only a site can be linked to an owner; this is an enterprise itself."
      )
    }
  }
}
