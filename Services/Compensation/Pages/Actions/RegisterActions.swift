import Hummingbird
import Pages

/// What is done with experts, appraisal bodies, policies and plans: what stands in registers.
enum RegisterActions {
  static let enterExpert = PageAction(
    .post, "/v1/experts", PageText("登记专家", "Enter an expert"), afterwards: "/pages/experts/{expertNumber}",
    at: "experts/new")
  static let changeExpert = PageAction(
    .put, "/v1/experts/{number}", PageText("更改专家", "Change the expert"), afterwards: "/pages/experts/{number}",
    at: "experts/{number}/change")
  static let enterBody = PageAction(
    .post, "/v1/appraisal-bodies", PageText("登记鉴定评估机构", "Enter an appraisal body"),
    afterwards: "/pages/appraisal-bodies/{bodyKey}", at: "appraisal-bodies/new")
  static let changeBody = PageAction(
    .put, "/v1/appraisal-bodies/{key}", PageText("更改机构", "Change the body"),
    afterwards: "/pages/appraisal-bodies/{key}", at: "appraisal-bodies/{key}/change")
  static let enterPolicy = PageAction(
    .post, "/v1/policies", PageText("登记保单", "Enter a policy"), afterwards: "/pages/policies/{policyId}",
    at: "policies/new")
  static let changePolicy = PageAction(
    .put, "/v1/policies/{id}", PageText("更改保单", "Change the policy"), afterwards: "/pages/policies/{id}",
    at: "policies/{id}/change")
  static let issuePlan = PageAction(
    .put, "/v1/plans/{region}/{year}", PageText("下达年度计划", "Issue the yearly plan"),
    afterwards: "/pages/plans/{region}/{year}", at: "plans/{region}/{year}/issue")

  static let all = [enterExpert, changeExpert, enterBody, changeBody, enterPolicy, changePolicy, issuePlan]
}
