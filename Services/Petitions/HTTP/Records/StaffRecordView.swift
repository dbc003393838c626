import Civics
import Contracts
import FoundationEssentials

/// A record as staff see it.
enum StaffRecordView {
  static func json(_ record: StaffRecord) -> JSON {
    var object = JSONObject()
    object.set("id", record.id)
    object.set("entry", record.entry)
    object.set("kind", code: record.kind)
    object.set("day", record.day.description)
    object.set("region", record.region)
    object.set("category", record.category)
    object.set("petitionId", record.petitionId)
    object.set("letterId", record.letterId)
    object.set("searched", record.searched)
    object.set("found", record.found)
    object.set("people", record.people)
    object.set("summary", record.summary)
    object.set("recordedBy", record.recordedBy)
    object.set("recordedAt", record.recordedAt)
    if let withdrawal = record.withdrawal {
      var taken = JSONObject()
      taken.set("at", withdrawal.at)
      taken.set("by", withdrawal.by)
      taken.set("reason", withdrawal.reason)
      object.set("withdrawn", .object(taken))
    }
    return .object(object)
  }
}
