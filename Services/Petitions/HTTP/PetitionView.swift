import Contracts
import FoundationEssentials
import ServiceKit

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
    object.set("version", petition.version)
    return .object(object)
  }

  /// A line of a list, or as much of it as the caller may see.
  static func shown(_ petition: Petition, to principal: Principal) -> JSON {
    petition.disclosure(to: principal.territory) == .whole ? line(petition) : sheet(petition)
  }

  /// How much of a single case the caller may see.
  /// - Throws: `Problem` 403 for a case of another region, 404 for an agency that it was not handed to.
  static func disclosure(of petition: Petition, to principal: Principal) throws(Problem) -> Disclosure {
    guard principal.has(.clerk, .handler, .supervisor, .leader, .auditor) else {
      // A department gets the sheet of what was handed to it; of others it learns not even that they are there.
      guard let transfer = petition.file.transfers.last, principal.mayAct(in: transfer.toRegion) else {
        throw PetitionRoutes.missing
      }
      return .sheet
    }
    guard mayAct(principal, on: petition) else { throw .regionForbidden(petition.region) }
    return petition.disclosure(to: principal.territory)
  }

  /// Whether the place, or the unit that it was handed to, lies in the caller's territory.
  static func mayAct(_ principal: Principal, on petition: Petition) -> Bool {
    principal.mayAct(in: petition.region)
      || petition.file.transfers.last.map { principal.mayAct(in: $0.toRegion) } ?? false
  }

  /// The transfer sheet (转办单): what a unit needs to take a case over, and nothing that leads to the complainant.
  static func sheet(_ petition: Petition) -> JSON {
    let state = petition.state
    var object = JSONObject()
    object.set("petitionId", petition.id)
    object.set("petitionNumber", petition.number)
    object.set("sequence", petition.sequence)
    object.set("status", code: petition.status)
    object.set("region", petition.region)
    object.set("category", code: state.category)
    object.set("unit", petition.unit)
    object.set("from", petition.file.transfers.last?.from)
    object.set("transferredAt", petition.file.transfers.last?.at)
    object.set("supervised", petition.file.transfers.last?.supervised)
    object.set("nextDue", state.nextDue)
    object.set("overdue", state.overdue)
    object.set("summary", petition.file.summary?.text)
    object.set("sheetOnly", true)
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

extension Principal {
  /// The codes of the caller's divisions.
  var territory: [String] { regions.map(\.code) }
}
