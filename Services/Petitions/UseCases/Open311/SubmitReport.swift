import Contracts
import FoundationEssentials
import ServiceKit

/// Takes the report of a 311 client in as a complaint.
struct SubmitReport: Sendable {
  let submit: SubmitComplaints
  let jurisdiction: Open311Jurisdiction

  /// - Parameter source: in whose name the report comes in.
  /// - Returns: the petition. The same report sent twice is two, as clients of GeoReport v2 expect; equal words are found
  ///   and linked like those of any channel.
  /// - Throws: ``Open311Error`` for what is wrong with it.
  func callAsFunction(_ form: Open311Parameters, source: String, by caller: Caller) async throws -> Petition {
    let report = try Open311Report(
      form, home: jurisdiction.region, channel: jurisdiction.channel, id: "open311-\(UUID().lowercased)")
    let answers = try await submit(
      [.init(complaint: .success(report.complaint))], source: source, caller: caller)
    guard let answer = answers.first else { throw Problem.internal }
    if case .rejected(let violation) = answer { throw Open311Error(violation: violation) }
    guard let petition = answer.petition else { throw Problem.internal }
    return petition
  }
}
