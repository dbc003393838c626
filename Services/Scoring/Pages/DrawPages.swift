import Contracts
import Pages

/// A draw and its verification.
struct DrawPages {
  func register(on pages: PageRoutes) {
    pages.get("inspection-draws/{id}") { visit in
      let id = try visit.parameter("id")
      let draw = try await visit.get("/v1/inspection-draws/" + PagePath.part(id)).json
      let values: [String: any Sendable] = [
        "draw": draw.dashed("seed", in: "contributions"), "isReleased": draw["status"]?.string == "released",
        "actions": visit.links(to: ScoringActions.draw) { $0 == "id" ? id : nil },
      ]
      return visit.show("draw", PageText("双随机抽查", "Double-random draw"), values)
    }
    pages.get("inspection-draws/{id}/verification") { visit in
      let path = "/v1/inspection-draws/" + PagePath.part(try visit.parameter("id"))
      let values: [String: any Sendable] = [
        "draw": try await visit.get(path).json, "outcome": try await visit.get(path + "/verification").json,
      ]
      return visit.show("verification", PageText("抽查结果核验", "Verification of a draw"), values)
    }
  }
}
