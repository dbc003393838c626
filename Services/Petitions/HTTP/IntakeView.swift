import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// What is answered to complaints over HTTP, in the words of the receipts.
enum IntakeView {
  /// 201 for a new petition, 200 for one that was there.
  static func response(_ answer: IntakeAnswer) -> JSONResponse {
    guard case .registered(let petition, _) = answer else { return JSONResponse(result(answer)) }
    return JSONResponse(
      result(answer), status: .created, headers: [.location: "/v1/petitions/\(petition.id.lowercased)"])
  }

  /// One of a batch.
  static func result(_ answer: IntakeAnswer) -> JSON {
    var object = JSONObject()
    object.set("status", code: answer.status)
    object.set("petitionId", answer.petition?.id)
    object.set("petitionNumber", answer.petition?.number)
    object.set("dueDates", answer.petition?.promisedAtReceipt)
    object.set("notices", codes: answer.notices.isEmpty ? nil : answer.notices)
    if case .rejected(let violation) = answer { object.set("violation", ReceiptViolation(violation)) }
    return .object(object)
  }

  /// What would become of one.
  static func outcome(_ outcome: TryComplaints.Outcome) -> JSON {
    var object = JSONObject()
    object.set("status", code: outcome.status)
    object.set("violations", outcome.violations.isEmpty ? nil : outcome.violations.map(ReceiptViolation.init))
    object.set("notices", codes: outcome.notices.isEmpty ? nil : outcome.notices)
    object.set("unknownFields", outcome.unknownFields.isEmpty ? nil : outcome.unknownFields)
    object.set("petitionNumber", outcome.petition?.number)
    object.set("unit", outcome.petition?.suggestedUnit)
    object.set("dueDates", outcome.petition?.promisedAtReceipt)
    return .object(object)
  }
}
