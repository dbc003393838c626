import Civics
import Contracts

extension CompensationRules {
  /// The department that a case is with until it is given to another.
  func leadDepartment() throws(CompensationError) -> String {
    try look { rules throws(RuleLookupError) in try rules.text(Key.leadDepartment) }
  }

  /// The departments that take part in compensation at this place, the lead first.
  func departments() throws(CompensationError) -> [String] {
    let lead = try leadDepartment()
    let listed = try look { rules throws(RuleLookupError) in try rules.list(Key.departments) }
    return [lead] + listed.filter { $0 != lead }
  }

  /// Whom the place invites to every case.
  func invitedAtFiling() throws(CompensationError) -> [Invitee] {
    let listed = try look { rules throws(RuleLookupError) in try rules.list(Key.invitations) }
    return Invitee.allCases.filter { listed.contains($0.ruleCode) }
  }

  /// The four answers of the notice, with the rule they stand in.
  func noticeAnswers() throws(CompensationError) -> ([NoticeAnswer], Civics.RuleReference) {
    try look { rules throws(RuleLookupError) in
      let table = try rules.table(Key.notice)
      var answers: [NoticeAnswer] = []
      for question in NoticeQuestion.allCases {
        guard let row = table.row(where: "question", is: question.ruleCode) else {
          throw .missing(key: "\(Key.notice).\(question.ruleCode)", packs: rules.packs.map(\.name))
        }
        answers.append(NoticeAnswer(question: question, answer: try row.text("answer")))
      }
      return (answers, try rules.reference(Key.notice))
    }
  }

  /// The reasons for which the periods may stand.
  func suspensionReasons() throws(CompensationError) -> [SuspensionReason] {
    let listed = try look { rules throws(RuleLookupError) in try rules.list(Key.suspensions) }
    return SuspensionReason.allCases.filter { listed.contains($0.ruleCode) }
  }
}

extension RawRepresentable<String> {
  /// The code in the rule packs: `peopleDeputy`'s `people-deputy` is `PEOPLE_DEPUTY` there.
  fileprivate var ruleCode: String { rawValue.uppercased().split(separator: "-").joined(separator: "_") }
}
