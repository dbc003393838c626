import Hummingbird
import Pages

/// What is done with the one account.
enum AccountActions {
  static let reverse = PageAction(
    .post, "/v1/account/entries/{id}/reverse", PageText("冲正", "Reverse"),
    caution: PageText("冲正记一笔相反的分录，原分录保留。", "Another entry the other way is written; the first one stays."),
    afterwards: "/pages/account/entries")
  static let assign = PageAction(
    .post, "/v1/payments/{id}/assign", PageText("认领到案件", "Assign to a case"), afterwards: "/pages/account")
  static let refund = PageAction(
    .post, "/v1/payments/{id}/refund", PageText("退款", "Pay back"), afterwards: "/pages/account")
  static let approve = PageAction(
    .post, "/v1/projects", PageText("批准项目", "Approve a project"), afterwards: "/pages/projects/{projectId}",
    at: "projects/new")
  static let pay = PageAction(
    .post, "/v1/projects/{id}/payments", PageText("拨付", "Pay for the project"), afterwards: "/pages/projects/{id}")
  static let close = PageAction(
    .post, "/v1/account/years/{year}/close", PageText("年度结账", "Close the year"),
    afterwards: "/pages/account/years/{year}")
  static let audit = PageAction(
    .post, "/v1/account/years/{year}/audit", PageText("登记年度审计", "Record the audit"),
    afterwards: "/pages/account/years/{year}")

  static let ofWaiting = [assign, refund]
  static let ofYear = [close, audit]
  static let all = [reverse, assign, refund, approve, pay, close, audit]
}
