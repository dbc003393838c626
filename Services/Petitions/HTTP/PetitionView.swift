import Contracts
import FoundationEssentials

/// A petition as staff see it: everything but identity and words, which are sealed.
enum PetitionView {
  /// A line of a list.
  static func line(_ petition: Petition) -> JSON {
    var object = petition.state.json.object ?? JSONObject()
    object.set("entry", petition.entry)
    object.set("unit", petition.unit)
    object.set("channel", code: petition.channel)
    object.set("source", petition.source)
    object.set("externalId", petition.externalId)
    object.set("supplements", petition.supplements)
    object.set("secret", petition.isSecret)
    return .object(object)
  }

  /// The whole case.
  static func detail(_ petition: Petition, history: [JSON], requiresCallBack: Bool) -> JSON {
    var object = line(petition).object ?? JSONObject()
    object.set("correlationId", petition.correlation)
    object.set("reporter", reporter(petition.reach))
    object.set("deadlines", .array(petition.allClocks.map(deadline)))
    object.set("promises", petition.promises)
    object.set("contacts", .integer(petition.contactsDone))
    object.set("file", petition.file.json)
    object.set(
      "nextSteps", petition.nextSteps(requiresCallBack: requiresCallBack).map(\.rawValue))
    object.set("history", .array(history))
    return .object(object)
  }

  /// What may be known of the reporter: nothing but how to reach them, never by what.
  private static func reporter(_ reach: Reach) -> JSON {
    var object = JSONObject()
    switch reach {
    case .channels(let channels):
      object.set("contact", "by-message")
      object.set("channels", codes: channels)
    case .sealed: object.set("contact", "sealed-by-hotline")
    case .declined: object.set("contact", "declined")
    case .nowhere: object.set("contact", "no-contact-data")
    }
    object.set("identity", "sealed")
    return .object(object)
  }

  /// A clock with why it ends when it ends.
  private static func deadline(_ deadline: Deadline) -> JSON {
    var object = deadline.dueDate.json.object ?? JSONObject()
    let basis = deadline.basis
    object.set("kind", code: basis.kind)
    object.set("internalDue", basis.internalDue)
    object.set("isDuty", basis.kind.isDuty)
    object.set("metAt", deadline.metAt)
    object.set("overdueAt", deadline.overdueAt)
    object.set("standing", deadline.isStanding ? true : nil)
    object.set("changes", deadline.changes)
    object.set("warnings", .array(basis.warnings.map { .string(RFC3339.text(of: $0)) }))
    object.set("escalations", .array(basis.escalations.map { .string(RFC3339.text(of: $0)) }))
    object.set("pack", basis.pack)
    object.set("packVersion", basis.version)
    object.set("packSha256", basis.packHash)
    object.set("calendar", basis.calendar)
    object.set("derivation", basis.derivation)
    return .object(object)
  }
}
