import Civics
import Contracts
import FoundationEssentials

/// What staff send to record something beside petitions.
struct StaffRecordForm: JSONConvertible {
  /// Chosen by the sender, so that sending it again is harmless.
  let id: UUID?
  let kind: StaffRecordKind
  let day: String
  let region: String
  let category: Category?
  let petitionId: UUID?
  let searched: Int?
  let found: Int?
  let people: Int?
  /// In words without names: what is written here is read by many.
  let summary: String?

  init(fields: JSONFields) throws(ContractViolation) {
    id = try fields.optionalUUID("id")
    kind = try fields.code("kind")
    day = try fields.string("day")
    region = try fields.region("region")
    category = try fields.optionalCode("category")
    petitionId = try fields.optionalUUID("petitionId")
    searched = try fields.optionalInteger("searched", in: 0...1_000_000)
    found = try fields.optionalInteger("found", in: 0...1_000_000)
    people = try fields.optionalInteger("people", in: 1...1_000_000)
    summary = try fields.optionalText("summary", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("id", id)
    object.set("kind", code: kind)
    object.set("day", day)
    object.set("region", region)
    object.set("category", code: category)
    object.set("petitionId", petitionId)
    object.set("searched", searched)
    object.set("found", found)
    object.set("people", people)
    object.set("summary", summary)
    return .object(object)
  }

  /// The record, if its parts fit together.
  func record(by actor: String, at now: Date) throws(PetitionError) -> StaffRecord {
    guard let date = CivilDate(day) else {
      throw .invalid(field: "body.day", reason: "a day is written 2024-02-15")
    }
    guard date <= ShanghaiTime.day(of: now) else {
      throw .invalid(field: "body.day", reason: "what has not happened yet cannot be recorded")
    }
    guard let place = try? RegionCode(region), place != .country else {
      throw .invalid(field: "body.region", reason: "there is no region of this code")
    }
    if kind == .screening {
      guard let searched, let found, found <= searched else {
        throw .invalid(
          field: "body.found", reason: "a screening says how much was searched and how many problems found")
      }
    } else if searched != nil || found != nil {
      throw .invalid(field: "body.searched", reason: "only a screening searches for problems")
    }
    if people != nil, kind != .irregularPetition {
      throw .invalid(field: "body.people", reason: "only an irregular petition counts people")
    }
    return StaffRecord(
      id: id ?? UUID(), kind: kind, day: date, region: region, category: category?.rawValue, petitionId: petitionId,
      searched: searched, found: found, people: people, summary: summary, recordedBy: actor, recordedAt: now)
  }
}
