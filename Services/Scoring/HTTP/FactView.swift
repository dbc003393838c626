import Contracts
import FoundationEssentials

/// Entries of the ledger as callers see them.
enum FactView {
  static func detail(_ fact: Fact) -> JSON {
    var object = JSONObject()
    object.set("entryId", fact.id)
    object.set("subjectKey", fact.subject)
    object.set("region", fact.region)
    object.set("origin", code: fact.origin)
    object.set("fact", fact.kind)
    object.set("source", fact.source)
    object.set("factId", fact.externalId)
    object.set("establishedAt", fact.from)
    object.set("happenedAt", fact.happenedAt)
    object.set("article", fact.article)
    object.set("petitionId", fact.petitionId)
    object.set("penaltyNumber", fact.penaltyNumber)
    references(fact, in: &object)
    object.set("lines", .array(fact.lines.map(line)))
    return .object(object)
  }

  private static func references(_ fact: Fact, in object: inout JSONObject) {
    object.set("assesses", fact.isAssessment)
    object.set("clientKey", fact.client)
    object.set("ownerKey", fact.owner)
    if fact.withdraws != .nothing {
      object.set("withdraws", fact.withdraws.rawValue)
      object.set("amends", fact.amends.isEmpty ? nil : JSON.array(fact.amends.map { .string($0.lowercased) }))
      object.set("amendsCase", fact.amendsCase)
    }
    object.set("evidence", fact.evidence.isEmpty ? nil : fact.evidence)
    object.set("correlation", fact.correlation)
  }

  private static func line(_ line: FactLine) -> JSON {
    var object = JSONObject()
    object.set("code", line.code)
    object.set("name", line.name)
    object.set("points", line.points.decimal)
    object.set("until", line.until)
    object.set("veto", line.isVeto ? true : nil)
    object.set("rule", line.rule)
    return .object(object)
  }
}
