import Contracts
import FoundationEssentials

/// What staff put forward when they decide on a reward.
struct RewardRequest: JSONConvertible {
  /// One verified finding and its level in the table.
  struct Item: JSONConvertible {
    let findingId: UUID
    let level: String

    init(findingId: UUID, level: String) {
      self.findingId = findingId
      self.level = level
    }

    init(fields: JSONFields) throws(ContractViolation) {
      findingId = try fields.uuid("findingId")
      level = try fields.string("level")
    }

    var json: JSON {
      var object = JSONObject()
      object.set("findingId", findingId)
      object.set("level", level)
      return .object(object)
    }
  }

  let items: [Item]
  /// Whether the reporter gave a real name; staff have seen it, or were shown a document.
  let realName: Bool
  let targetClear: Bool
  /// Whether the authority knew of it before the report.
  let knownBefore: Bool

  init(items: [Item], realName: Bool, targetClear: Bool, knownBefore: Bool) {
    self.items = items
    self.realName = realName
    self.targetClear = targetClear
    self.knownBefore = knownBefore
  }

  init(fields: JSONFields) throws(ContractViolation) {
    items = try fields.objects("items", maximum: 32)
    realName = try fields.bool("realName")
    targetClear = try fields.bool("targetClear")
    knownBefore = try fields.bool("knownBefore")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("items", items)
    object.set("realName", realName)
    object.set("targetClear", targetClear)
    object.set("knownBefore", knownBefore)
    return .object(object)
  }
}
