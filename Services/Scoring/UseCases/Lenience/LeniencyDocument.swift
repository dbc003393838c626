import Civics
import Contracts
import FoundationEssentials

/// An assessment in full, as it is kept and shown: the amounts, how they come about, every ground with its reason, and what
/// the other law would have given.
enum LeniencyDocument {
  static func json(
    id: UUID, _ request: LeniencyRequest, _ finding: AssessLeniency.Finding, at now: Date, by actor: String
  ) -> JSON {
    var object = JSONObject()
    object.set("assessmentId", id)
    object.set("subjectKey", request.subjectKey)
    object.set("region", finding.region)
    object.set("penaltyNumber", request.penaltyNumber)
    object.set("at", now)
    object.set("actAt", finding.actAt)
    object.set("assessedBy", actor)
    for member in result(finding.chosen).members { object[member.name] = member.value }
    object.set("otherLaw", finding.other.map { JSON.object(result($0)) })
    object.set("request", request)
    return .object(object)
  }

  private static func result(_ result: LeniencyResult) -> JSONObject {
    var object = JSONObject()
    object.set("verdict", code: result.verdict)
    object.set("law", code: result.law)
    object.set("discretionFen", result.range.discretion.fen)
    object.set("statutoryMinimumFen", result.statutoryMinimum?.fen)
    object.set("lowestFen", result.lowest.fen)
    object.set("highestFen", result.highest.fen)
    object.set("amount", .object(amount(result.range)))
    object.set("grounds", .array(result.grounds.map(ground)))
    object.set("pledgeId", result.pledge?.id)
    object.set("derivation", result.reference)
    return object
  }

  /// How the lowest and the highest fine come about.
  private static func amount(_ range: FineRange) -> JSONObject {
    var object = JSONObject()
    object.set("discretionFen", range.discretion.fen)
    object.set("reductions", .array(range.reductions.map(reduction)))
    object.set("largestReductionFen", range.largestReduction.fen)
    object.set("floorFen", range.floor.fen)
    object.set("lowestFen", range.lowest.fen)
    object.set("highestFen", range.highest.fen)
    return object
  }

  private static func reduction(_ reduction: Reduction) -> JSON {
    var object = JSONObject()
    object.set("ground", reduction.ground)
    object.set("leastRate", reduction.rate.least.description)
    object.set("mostRate", reduction.rate.most.description)
    object.set("leastFen", reduction.least.fen)
    object.set("mostFen", reduction.most.fen)
    object.set("capped", reduction.isCapped ? true : nil)
    return .object(object)
  }

  private static func ground(_ ground: GroundFinding) -> JSON {
    var object = ground.contract.json.object ?? JSONObject()
    object.set("effect", code: ground.effect)
    object.set("detail", ground.detail)
    return .object(object)
  }
}
