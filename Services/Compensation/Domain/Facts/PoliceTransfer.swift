import Contracts
import FoundationEssentials

/// A suspected crime behind a case, as the case shows it (移送公安机关).
struct PoliceTransfer: JSONConvertible {
  let source: String
  let referralNumber: String
  /// Absent when only the decision was told so far.
  var referredAt: Date?
  /// Who spoke last.
  var authority: String?
  /// What was decided last.
  var outcome: CrimeOutcome?
  var decidedAt: Date?

  init(source: String, referralNumber: String) {
    self.source = source
    self.referralNumber = referralNumber
  }

  init(fields: JSONFields) throws(ContractViolation) {
    source = try fields.string("source")
    referralNumber = try fields.string("referralNumber")
    referredAt = try fields.optionalInstant("referredAt")
    authority = try fields.optionalString("authority")
    outcome = try fields.optionalCode("outcome")
    decidedAt = try fields.optionalInstant("decidedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("source", source)
    object.set("referralNumber", referralNumber)
    object.set("referredAt", referredAt)
    object.set("authority", authority)
    object.set("outcome", code: outcome)
    object.set("decidedAt", decidedAt)
    return .object(object)
  }

  /// The transfers that records tell of, in whatever order they came.
  static func all(_ records: [CrimeRecord]) -> [PoliceTransfer] {
    var transfers: [PoliceTransfer] = []
    // What a petition's answer is to: it names the petition alone.
    var latest: [UUID: Int] = [:]
    for record in records.sorted(by: { ($0.at, $0.id.uuidString) < ($1.at, $1.id.uuidString) })
    where !record.isCorrected {
      var known = transfers.firstIndex { $0.source == record.source && $0.referralNumber == record.referralNumber }
      if record.kind == CrimeRecord.decided, let petition = record.petitionId { known = latest[petition] ?? known }
      let index = known ?? transfers.count
      if known == nil {
        transfers.append(PoliceTransfer(source: record.source, referralNumber: record.referralNumber))
      }
      transfers[index].take(record)
      if let petition = record.petitionId { latest[petition] = index }
    }
    return transfers
  }

  private mutating func take(_ record: CrimeRecord) {
    authority = record.authority ?? authority
    if record.kind == CrimeRecord.referred {
      referredAt = min(referredAt ?? record.at, record.at)
    } else {
      outcome = record.outcome
      decidedAt = record.at
    }
  }
}
