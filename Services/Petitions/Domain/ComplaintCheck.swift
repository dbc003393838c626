import Civics
import Contracts
import FoundationEssentials

/// What only our registers can say of a complaint that has the right shape.
enum ComplaintCheck {
  /// The complaint with the division it names and the enterprise it is about.
  struct Result: Sendable {
    let region: RegionCode
    /// The enterprise by its code. A site's name is the complainant's word and stays sealed until staff confirm it.
    let subject: SubjectKey?
  }

  /// - Throws: the first way in which the complaint breaks the contract.
  static func check(
    _ complaint: ComplaintSubmitted, time: Date?, now: Date, bounds: ClockBounds
  ) throws(ContractViolation) -> Result {
    try complaint.check(time: time, now: now, bounds: bounds)
    let region: RegionCode
    do throws(RegionCodeError) {
      region = try RegionCode(complaint.region)
    } catch {
      throw ContractViolation(.regionUnknown, field: "data.region")
    }
    guard region != .country else {
      throw ContractViolation(
        .regionUnknown, field: "data.region", message: "The whole country is no place of pollution.")
    }
    guard let written = complaint.subject?.uscc else { return Result(region: region, subject: nil) }
    do throws(UnifiedSocialCreditCodeError) {
      return Result(region: region, subject: .enterprise(try UnifiedSocialCreditCode(written)))
    } catch {
      throw ContractViolation(.usccInvalid, field: "data.subject.uscc", message: "This is no such code: \(error).")
    }
  }
}
