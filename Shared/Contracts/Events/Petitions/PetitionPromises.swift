/// The four promises of a case: 问题有人接、案件及时办、效果有监督、办结有回应.
public struct PetitionPromises: JSONConvertible {
  /// Somebody has the case: a unit was assigned or took it over.
  public var ownerAssigned: Bool
  /// It was handled within every period that ran.
  public var handledInTime: Bool
  /// The result was checked by the higher level.
  public var effectSupervised: Bool
  /// The petitioner was told the answer, or telling is lawfully spared.
  public var replyGiven: Bool

  public init(ownerAssigned: Bool, handledInTime: Bool, effectSupervised: Bool, replyGiven: Bool) {
    self.ownerAssigned = ownerAssigned
    self.handledInTime = handledInTime
    self.effectSupervised = effectSupervised
    self.replyGiven = replyGiven
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    ownerAssigned = try fields.bool("ownerAssigned")
    handledInTime = try fields.bool("handledInTime")
    effectSupervised = try fields.bool("effectSupervised")
    replyGiven = try fields.bool("replyGiven")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("ownerAssigned", ownerAssigned)
    object.set("handledInTime", handledInTime)
    object.set("effectSupervised", effectSupervised)
    object.set("replyGiven", replyGiven)
    return .object(object)
  }
}
