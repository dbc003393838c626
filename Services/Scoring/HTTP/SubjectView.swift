import Civics
import Contracts
import FoundationEssentials

/// Scores as callers see them.
enum SubjectView {
  /// A line of a list.
  static func line(_ subject: ListedSubject) -> JSON {
    var object = subject.rating.state.json.object ?? JSONObject()
    object.set("title", subject.registration?.title)
    object.set("kind", code: subject.registration?.kind)
    object.set("nextChange", subject.rating.nextChange)
    return .object(object)
  }

  /// One subject as of an instant; without a score while unrated.
  static func detail(_ found: FindSubject.Found) -> JSON {
    let derivation = found.derivation
    var object = JSONObject()
    object.set("subjectKey", derivation.subject)
    object.set("title", found.registration?.title)
    object.set("kind", code: found.registration?.kind)
    object.set("region", found.rating?.region ?? (try? SubjectKey(derivation.subject))?.region?.description)
    object.set("ownerKey", found.ledger.owner(at: derivation.at))
    object.set("sites", sites(found))
    object.set("at", derivation.at)
    object.set("score", derivation.score?.decimal)
    object.set("colour", code: derivation.colour)
    object.set("colourName", derivation.scale.bands.first { $0.colour == derivation.colour }?.name)
    object.set("colourSince", derivation.colour == .unrated ? nil : found.colourSince)
    object.set("facts", derivation.counting)
    object.set("nextChange", found.ledger.nextChange(after: derivation.at))
    object.set("sequence", found.rating?.sequence)
    object.set("derivation", derivation.scale.reference)
    return .object(object)
  }

  private static func sites(_ found: FindSubject.Found) -> JSON? {
    let sites = found.ledger.sites.sorted()
    return sites.isEmpty ? nil : .array(sites.map(JSON.string))
  }

  /// The derivation, line by line.
  static func explanation(_ found: FindSubject.Found) -> JSON {
    let derivation = found.derivation
    let scale = derivation.scale
    var object = detail(found).object ?? JSONObject()
    object.set("base", scale.base.decimal)
    object.set("lowest", scale.lowest.decimal)
    object.set("highest", scale.highest.decimal)
    object.set("total", derivation.total.decimal)
    object.set("vetoed", derivation.isVetoed)
    object.set("colours", .array(scale.bands.map(band)))
    object.set("lines", .array(derivation.lines.map { line($0, in: derivation) }))
    return .object(object)
  }

  /// Every change of score and colour, the latest last.
  static func history(_ found: FindSubject.Found) throws -> JSON {
    var object = JSONObject()
    object.set("subjectKey", found.derivation.subject)
    object.set("at", found.derivation.at)
    let moments = try found.ledger.history(through: found.derivation.at, scales: found.scales)
    object.set(
      "moments",
      .array(
        moments.map { moment in
          var object = JSONObject()
          object.set("at", moment.at)
          object.set("score", moment.score?.decimal)
          object.set("colour", code: moment.colour)
          return .object(object)
        }))
    return .object(object)
  }

  private static func band(_ band: Scale.Band) -> JSON {
    var object = JSONObject()
    object.set("colour", code: band.colour)
    object.set("name", band.name)
    object.set("range", band.range.description)
    return .object(object)
  }

  private static func line(_ line: Derivation.Line, in derivation: Derivation) -> JSON {
    var object = JSONObject()
    object.set("entryId", line.fact.id)
    object.set("siteKey", line.fact.subject == derivation.subject ? nil : line.fact.subject)
    object.set("fact", line.fact.kind)
    object.set("origin", code: line.fact.origin)
    object.set("source", line.fact.source)
    object.set("factId", line.fact.externalId)
    object.set("petitionId", line.fact.petitionId)
    object.set("penaltyNumber", line.fact.penaltyNumber)
    object.set("happenedAt", line.fact.happenedAt)
    object.set("from", line.fact.from)
    object.set("article", line.fact.article)
    object.set("evidence", line.fact.evidence.isEmpty ? nil : line.fact.evidence)
    price(line, in: &object)
    return .object(object)
  }

  private static func price(_ line: Derivation.Line, in object: inout JSONObject) {
    object.set("code", line.line?.code)
    object.set("name", line.line?.name)
    object.set("points", (line.line?.points ?? .zero).decimal)
    object.set("until", line.line?.until)
    object.set("veto", line.line?.isVeto == true ? true : nil)
    object.set("standing", code: line.standing)
    object.set("withdrawnBy", line.withdrawnBy)
    object.set("runningTotal", line.runningTotal.decimal)
    object.set("rule", line.line?.rule)
  }
}
