import Civics
import Contracts
import FoundationEssentials

/// Scores of counties as callers see them.
enum CountyView {
  static func json(_ scores: ScoreCounties.Scores) -> JSON {
    var object = JSONObject()
    object.set("period", scores.period.text)
    object.set("rule", scores.rule)
    object.set("counties", .array(scores.counties.map(county)))
    return .object(object)
  }

  private static func county(_ score: CountyScore) -> JSON {
    var object = JSONObject()
    object.set("county", score.county)
    object.set("countyName", name(score.county))
    object.set("score", score.score.exactDecimal)
    object.set(
      "indicators",
      .array(
        score.lines.map { line in
          var object = JSONObject()
          object.set("code", code: line.indicator)
          object.set("name", line.name)
          object.set("count", line.count)
          object.set("target", line.target.exactDecimal)
          object.set("points", line.points.exactDecimal)
          return .object(object)
        }))
    return .object(object)
  }

  static func json(_ one: CountyCase) -> JSON {
    var object = JSONObject()
    object.set("caseId", one.caseId)
    object.set("caseNumber", one.caseNumber)
    object.set("county", one.county)
    object.set("clueSource", code: one.clueSource)
    object.set("clueAt", one.clueAt)
    object.set("closedAt", one.closedAt)
    object.set("outcome", code: one.outcome)
    return .object(object)
  }

  static func columns(_ scores: ScoreCounties.Scores) -> [String] {
    ["区划代码", "区划", "得分"] + (scores.counties.first?.lines ?? []).flatMap { ["\($0.name)", "\($0.name)得分"] }
  }

  static func rows(_ scores: ScoreCounties.Scores) -> [[String]] {
    scores.counties.map { score in
      [score.county, name(score.county), score.score.description]
        + score.lines.flatMap { [String($0.count), $0.points.description] }
    }
  }

  private static func name(_ county: String) -> String { (try? RegionCode(county))?.fullName ?? "" }
}
