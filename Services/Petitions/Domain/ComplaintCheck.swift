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

  /// - Parameter representatives: how many people may speak for a group of visitors; nil for any number.
  /// - Throws: the first way in which the complaint breaks the contract.
  static func check(
    _ complaint: ComplaintSubmitted, time: Date?, now: Date, bounds: ClockBounds, representatives: Int?
  ) throws(ContractViolation) -> Result {
    try complaint.check(time: time, now: now, bounds: bounds)
    if let most = representatives, let visit = complaint.visit, visit.representatives.count > most {
      throw ContractViolation(
        .tooManyItems, field: "data.visit.representatives",
        message: "At most \(most) people may speak for a group of visitors.",
        remedy: "Let the visitors choose who speaks for them.")
    }
    for (index, attachment) in complaint.attachments.enumerated() {
      try check(attachment, path: "data.attachments[\(index)]")
    }
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

  /// Staff will open the address: nothing but an address of a file may stand there.
  private static func check(_ attachment: Attachment, path: String) throws(ContractViolation) {
    guard ["https://", "http://", "s3://"].contains(where: attachment.uri.lowercased().hasPrefix),
      !attachment.uri.contains(where: \.isWhitespace)
    else {
      throw ContractViolation(
        .fieldFormat, field: path + ".uri", message: "Expected an address that begins with https, http or s3.")
    }
    let parts = attachment.mediaType.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw ContractViolation(
        .fieldFormat, field: path + ".mediaType", message: "Expected a media type such as image/jpeg.")
    }
  }
}
