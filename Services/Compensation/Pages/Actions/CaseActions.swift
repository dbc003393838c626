import Hummingbird
import Pages

/// What staff do with cases.
enum CaseActions {
  /// Every step of ``StepName``, by its name.
  static let steps = StepName.allCases.map { step in
    PageAction(
      .post, "/v1/cases/{id}/\(step.rawValue)", CompensationWords.title(of: step), afterwards: "/pages/cases/{id}")
  }

  static let refund = PageAction(
    .post, "/v1/cases/{id}/refund", PageText("退还赔偿金", "Pay money of the case back"), afterwards: "/pages/cases/{id}")

  static let openClue = PageAction(
    .post, "/v1/clues", PageText("登记线索", "Enter a clue"), afterwards: "/pages/cases/{caseId}")

  static let calculate = PageAction(
    .post, "/v1/damage/calculations", PageText("试算损害数额", "Try a calculation of damage"), afterwards: "/pages/cases",
    showsAnswer: true)

  static let dust = PageAction(
    .post, "/v1/damage/dust", PageText("试算扬尘排放量", "Calculate emissions of dust"), afterwards: "/pages/cases",
    showsAnswer: true)

  static let all = steps + [refund, openClue, calculate, dust]
}
