import Civics
import Contracts

extension CompensationRules {
  /// The keys of experts in the rule packs.
  enum ExpertKey {
    static let minimum = "compensation.experts.minimum"
    static let grades = "compensation.experts.grades"
    static let minimumGrade = "compensation.experts.minimum-grade"
  }

  /// The fewest experts on a panel, and the rule that says so.
  func panelMinimum() throws(ExpertDrawError) -> (count: Int, rule: Contracts.RuleReference) {
    do throws(RuleLookupError) {
      return (try rules.integer(ExpertKey.minimum), try rules.contractReference(ExpertKey.minimum))
    } catch { throw .rule(error) }
  }

  /// The grades that the pools know, by code.
  func expertGrades() throws(RuleLookupError) -> [String: Int] {
    var grades: [String: Int] = [:]
    for row in try rules.table(ExpertKey.grades).rows { grades[try row.text("code")] = try row.integer("rank") }
    return grades
  }

  /// The grades of those who may be drawn (高工以上).
  func admittedGrades() throws(ExpertDrawError) -> [String] {
    do throws(RuleLookupError) {
      let grades = try expertGrades()
      let least = grades[try rules.text(ExpertKey.minimumGrade)] ?? .max
      return grades.filter { $0.value >= least }.map(\.key).sorted()
    } catch { throw .rule(error) }
  }
}
