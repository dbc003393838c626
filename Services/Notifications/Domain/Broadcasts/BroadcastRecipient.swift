import Contracts
import FoundationEssentials

/// One of those a broadcast went to: whether they mean to come, and whether they came.
struct BroadcastRecipient: Sendable, Equatable {
  enum Answer: String, Sendable, CaseIterable {
    case coming
    case notComing = "not-coming"
  }

  let entry: Int64
  let addressee: String
  let name: String
  let messageId: UUID
  let invitedAt: Date
  let answer: Answer?
  let expected: Int?
  /// Nil until attendance was taken.
  let attended: Bool?
  let persons: Int?
  let minutes: Int?

  var json: JSON {
    var object = JSONObject()
    object.set("addressee", addressee)
    object.set("name", name)
    object.set("messageId", messageId)
    object.set("invitedAt", invitedAt)
    object.set("answer", code: answer)
    object.set("expected", expected)
    object.set("attended", attended)
    object.set("persons", persons)
    object.set("minutes", minutes)
    return .object(object)
  }
}
