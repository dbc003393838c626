import Hummingbird
import Pages

/// One monthly field check with its draw, its sample and what was found.
struct CheckPage: Sendable {
  static let actions = [
    action("inspections", "登记现场核查", "Record an inspection"),
    action("commitments", "提交种子承诺", "Commit to a seed"), action("seeds", "揭示种子", "Reveal a seed"),
  ]

  private static func action(_ name: String, _ chinese: String, _ english: String) -> PageAction {
    PageAction(
      .post, "/v1/monthly-checks/{id}/\(name)", PageText(chinese, english),
      afterwards: "/pages/monthly-checks/{checkId}")
  }

  func register(on pages: PageRoutes) {
    pages.get("monthly-checks/{id}") { visit in
      let id = try visit.parameter("id")
      let check = try await visit.get("/v1/monthly-checks/" + PagePath.part(id)).json
      return visit.show(
        "check", PageText("月度检查", "Monthly check"),
        ["check": check, "actions": visit.links(to: Self.actions) { $0 == "id" ? id : nil }])
    }
  }
}
