import Hummingbird
import Pages

/// One reward for a report (有奖举报).
struct RewardPage: Sendable {
  static let actions = [
    PageAction(
      .post, "/v1/rewards/{id}/claim", PageText("登记领取", "Record the claim"), afterwards: "/pages/rewards/{rewardId}")
  ]

  func register(on pages: PageRoutes) {
    pages.get("rewards/{id}") { visit in
      let id = try visit.parameter("id")
      let reward = try await visit.get("/v1/rewards/" + PagePath.part(id)).json
      return visit.show(
        "reward", PageText("有奖举报", "Reward"),
        ["reward": reward, "actions": visit.links(to: Self.actions) { $0 == "id" ? id : nil }])
    }
  }
}
