import Contracts
import FoundationEssentials

/// A work reminder letter as staff see it.
enum LetterView {
  static func json(_ letter: ReminderLetter) -> JSON {
    var object = JSONObject()
    object.set("letterId", letter.id)
    object.set("entry", letter.entry)
    object.set("letterNumber", letter.number)
    object.set("status", code: letter.status)
    object.set("overdue", letter.isOverdue)
    object.set("cause", code: letter.cause)
    object.set("checkId", letter.checkId)
    object.set("from", letter.fromUnit)
    object.set("fromRegion", letter.fromRegion)
    object.set("to", letter.toUnit)
    object.set("toRegion", letter.toRegion)
    object.set("file", letter.file)
    object.set("updatedAt", letter.updatedAt)
    object.set("version", letter.version)
    return .object(object)
  }
}
