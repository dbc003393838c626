import Civics
import Contracts
import FoundationEssentials

/// A double-random draw as callers see it: what is secret only once it is released, or to those who send inspectors out.
enum DrawView {
  /// What is public at every stage.
  static func json(_ draw: InspectionDraw) -> JSONObject {
    var object = JSONObject()
    object.set("drawId", draw.id)
    object.set("region", draw.region)
    object.set("level", code: draw.level)
    object.set("quarter", draw.quarter.text)
    object.set("status", code: draw.status)
    object.set("algorithm", ProvableDraw.algorithm)
    object.set("purpose", draw.purpose)
    object.set("contributor", draw.seed.contributor)
    object.set("commitment", draw.commitment)
    object.set("committedAt", draw.committedAt)
    object.set("drawnAt", draw.drawnAt)
    object.set("releasedAt", draw.releasedAt)
    let isReleased = draw.status == .released
    object.set(
      "contributions",
      draw.contributions.map { other in
        // Others' seeds would tell the draw together with the own one, which alone is secret; both wait.
        SeedContribution(
          contributor: other.contributor, commitment: other.commitment, seed: isReleased ? other.seed : nil)
      })
    if draw.status != .committed {
      object.set("strata", draw.strata)
      object.set("inspectorPoolSize", draw.inspectorPoolSize)
      object.set("inspectorPoolSha256", draw.inspectorPoolSha256)
      object.set("inspectorsEach", draw.inspectorsEach)
      object.set("resultSha256", draw.resultSha256)
    }
    if isReleased { object.set("seed", draw.seed.hexadecimal) }
    return object
  }

  static let columns = ["区划代码", "层级", "季度", "状态", "承诺值", "承诺时间", "抽取时间", "公开时间", "结果摘要"]

  static func row(_ draw: InspectionDraw) -> [String] {
    [
      draw.region, draw.level == .city ? "设区的市" : "县(市、区)", draw.quarter.text, statuses[draw.status] ?? "",
      draw.commitment, OfficeTime.text(draw.committedAt), draw.drawnAt.map { OfficeTime.text($0) } ?? "",
      draw.releasedAt.map { OfficeTime.text($0) } ?? "", draw.resultSha256,
    ]
  }

  private static let statuses: [InspectionDraw.Status: String] = [.committed: "已承诺", .drawn: "已抽取", .released: "已公开"]

  /// With everything drawn, and what the visits came to.
  static func whole(_ draw: InspectionDraw, _ assignments: [InspectionAssignment], results: Bool) -> JSON {
    var object = json(draw)
    object.set("drawn", .array(assignments.map { assignment(_: $0, results: results) }))
    return .object(object)
  }

  static func assignment(_ assignment: InspectionAssignment, results: Bool) -> JSON {
    var object = assignment.drawn.json.object ?? JSONObject()
    object.set("region", assignment.region)
    if results || assignment.result?.publishedAt != nil {
      object.set("result", assignment.result.map(result))
    }
    return .object(object)
  }

  /// A result that is public.
  static func published(_ assignment: InspectionAssignment) -> JSON {
    var object = JSONObject()
    object.set("drawId", assignment.drawId)
    object.set("subjectKey", assignment.subject)
    object.set("region", assignment.region)
    object.set("inspectors", assignment.inspectors)
    object.set("result", assignment.result.map(result))
    return .object(object)
  }

  private static func result(_ result: InspectionResult) -> JSON {
    var object = JSONObject()
    object.set("inspectionNumber", result.inspectionNumber)
    object.set("inspectedAt", result.inspectedAt)
    object.set("onSite", result.onSite)
    object.set("problems", result.problems)
    object.set("factCodes", result.factCodes.isEmpty ? nil : result.factCodes)
    object.set("publishBy", result.publishBy)
    object.set("publishedAt", result.publishedAt)
    object.set("rule", result.rule)
    return .object(object)
  }
}
