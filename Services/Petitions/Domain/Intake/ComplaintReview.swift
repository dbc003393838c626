import Contracts
import FoundationEssentials

/// Everything that is wrong with a complaint, not the first thing alone: for a vendor who tries out what to send.
enum ComplaintReview {
  /// No more is told at once.
  static let most = 32

  /// - Parameters:
  ///   - json: what was sent as the data of the event.
  ///   - check: what only the service can check.
  /// - Returns: one violation for each field at fault, with paths below `data`; empty for a good complaint.
  static func violations(
    of json: JSON, check: (ComplaintSubmitted) throws(ContractViolation) -> Void
  ) -> [ContractViolation] {
    var found: [ContractViolation] = []
    var trial = json
    // Each field at fault is mended, so that the next one shows.
    while found.count < most {
      do throws(ContractViolation) {
        try check(try ComplaintSubmitted(json: trial))
        return found
      } catch {
        found.append(error)
        guard var object = trial.object, let name = field(of: error),
          !found.dropLast().contains(where: { field(of: $0) == name })
        else { return found }
        mend(name, in: &object)
        trial = .object(object)
      }
    }
    return found
  }

  /// Fields that the contract does not know, as sent.
  static func unknownFields(of json: JSON) -> [String] {
    (json.object?.members ?? []).map(\.name).filter { !known.contains($0) }
  }

  /// The field of the data that a violation is about.
  private static func field(of violation: ContractViolation) -> String? {
    guard violation.field.hasPrefix("data.") else { return nil }
    return String(violation.field.dropFirst(5).prefix { $0 != "." && $0 != "[" })
  }

  /// Lets the field be right, without making another one wrong by it.
  private static func mend(_ name: String, in object: inout JSONObject) {
    object[name] = stopgaps[name]
    if name == "region", var place = object["place"]?.object {
      place["area"] = nil
      object["place"] = .object(place)
    }
    if name == "channel", object["visit"] != nil { object["channel"] = .string(IntakeChannel.visit.rawValue) }
  }

  /// What stands in for a required field at fault; a field that may be absent is left out.
  private static let stopgaps: [String: JSON] = [
    "externalId": "x", "channel": .string(IntakeChannel.email.rawValue), "region": "110000",
    "category": .string(Category.other.rawValue), "content": "x",
  ]

  private static let known: Set<String> = [
    "externalId", "channel", "region", "category", "categories", "content", "location", "occurredAt", "subject",
    "reporter", "attachments", "secret", "wantsReply", "place", "visit", "supervisor", "addsTo", "source", "eventId",
  ]
}
