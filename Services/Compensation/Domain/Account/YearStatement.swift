import Contracts
import FoundationEssentials

/// What the books say of one year: from the entries alone, so that anybody can add them up again.
struct YearStatement: JSONConvertible, Sendable, Equatable {
  /// A sum of movements of one kind and class.
  struct Line: JSONConvertible, Sendable, Equatable {
    let kind: EntryKind
    /// Who paid, or what the money was spent on.
    let classCode: String
    let entries: Int64
    let amountFen: Int64

    init(kind: EntryKind, classCode: String, entries: Int64, amountFen: Int64) {
      self.kind = kind
      self.classCode = classCode
      self.entries = entries
      self.amountFen = amountFen
    }

    init(fields: JSONFields) throws(ContractViolation) {
      kind = try fields.code("kind")
      classCode = try fields.string("class")
      entries = Int64(try fields.integer("entries"))
      amountFen = Int64(try fields.integer("amountFen"))
    }

    var json: JSON {
      var object = JSONObject()
      object.set("kind", code: kind)
      object.set("class", classCode)
      object.set("entries", entries)
      object.set("amountFen", amountFen)
      return .object(object)
    }
  }

  /// On the account before the year's first movement.
  let openingFen: Int64
  let receivedFen: Int64
  let paidOutFen: Int64
  /// Waiting in suspense at the end.
  let suspenseFen: Int64
  /// Owed to insurers at the end.
  let insurersFen: Int64
  let entries: Int64
  let lines: [Line]
  /// SHA-256 over the year's entries in their order.
  let digest: String

  /// On the account at its end.
  var closingFen: Int64 { openingFen &+ receivedFen &- paidOutFen }

  init(
    openingFen: Int64, receivedFen: Int64, paidOutFen: Int64, suspenseFen: Int64, insurersFen: Int64, entries: Int64,
    lines: [Line], digest: String
  ) {
    self.openingFen = openingFen
    self.receivedFen = receivedFen
    self.paidOutFen = paidOutFen
    self.suspenseFen = suspenseFen
    self.insurersFen = insurersFen
    self.entries = entries
    self.lines = lines
    self.digest = digest
  }

  init(fields: JSONFields) throws(ContractViolation) {
    openingFen = Int64(try fields.integer("openingFen"))
    receivedFen = Int64(try fields.integer("receivedFen"))
    paidOutFen = Int64(try fields.integer("paidOutFen"))
    suspenseFen = Int64(try fields.integer("suspenseFen"))
    insurersFen = Int64(try fields.integer("insurersFen"))
    entries = Int64(try fields.integer("entries"))
    lines = try fields.objects("lines", maximum: 1024)
    digest = try fields.sha256("digest")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("openingFen", openingFen)
    object.set("receivedFen", receivedFen)
    object.set("paidOutFen", paidOutFen)
    object.set("closingFen", closingFen)
    object.set("suspenseFen", suspenseFen)
    object.set("insurersFen", insurersFen)
    object.set("entries", entries)
    object.set("lines", lines)
    object.set("digest", digest)
    return .object(object)
  }
}
