import Contracts
import FoundationEssentials

/// How a petition stands among those on its matter: with which it is handled, and whether it is backlog.
struct Matter: JSONConvertible {
  /// No matter is counted further: a hundred means a hundred or more.
  static let mostCounted = 100
  /// The most petitions that one can lead.
  static let mostAbsorbed = 200
  /// The most complaints of other senders whose hotlines follow one case.
  static let mostFollowing = 32

  /// The petition it is handled together with (并案), which leads.
  var mergedInto: UUID?
  /// That petition's number for people.
  var mergedIntoNumber: String?
  /// How many petitions were merged into this one.
  var absorbed: Int?
  /// Complaints of other senders that joined the case: their hotlines follow it too.
  var following: [ComplaintReference] = []
  /// What makes it backlog (积案), and what is done for it; nil for any other case.
  var backlog: Backlog?

  init() {}

  init(fields: JSONFields) throws(ContractViolation) {
    mergedInto = try fields.optionalUUID("mergedInto")
    mergedIntoNumber = try fields.optionalString("mergedIntoNumber")
    absorbed = try fields.optionalInteger("absorbed")
    following = try fields.objects("following", maximum: .max)
    backlog = try fields.optionalObject("backlog")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("mergedInto", mergedInto)
    object.set("mergedIntoNumber", mergedIntoNumber)
    object.set("absorbed", absorbed)
    object.set("following", following.isEmpty ? nil : following)
    object.set("backlog", backlog)
    return .object(object)
  }
}
