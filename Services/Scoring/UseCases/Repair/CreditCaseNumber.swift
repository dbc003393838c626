import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Numbers of cases about credit: `信用修复〔2026〕610115-3号`, without gaps within a year, a kind and a division.
enum CreditCaseNumber {
  static func next(
    _ kind: CreditCaseKind, region: String, at now: Date, on connection: PostgresConnection
  ) async throws -> String {
    let title =
      switch kind {
      case .repair: "信用修复"
      case .objection: "信用异议"
      case .administrativeReview: "复议应诉"
      case .litigation: "行政应诉"
      }
    let year = ShanghaiTime.day(of: now).year
    let last = try await DocumentNumbers.next("\(title) \(region)", year: year, on: connection)
    return "\(title)〔\(year)〕\(region)-\(last)号"
  }
}
