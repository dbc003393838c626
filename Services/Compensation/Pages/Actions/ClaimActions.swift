import Hummingbird
import Pages

/// What is done with claims on insurers.
enum ClaimActions {
  private static func action(_ name: String, _ title: PageText) -> PageAction {
    PageAction(.post, "/v1/claims/{id}/\(name)", title, afterwards: "/pages/claims/{id}")
  }

  static let all = [
    action("meet-conditions", PageText("登记条件满足", "Conditions are met")),
    action("withdraw", PageText("撤回理赔", "Take the claim back")),
    action("open-recourse", PageText("启动追偿", "Open the recourse")),
    action("remit", PageText("划付保险人", "Remit to the insurer")),
  ]
}
