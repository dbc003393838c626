import Civics
import FoundationEssentials
import ServiceKit

/// Says what a draft of a rule pack about messages would get wrong, without loading it.
struct TryRules: Sendable {
  let rules: RuleBook

  /// - Parameters:
  ///   - yaml: a pack as in deploy/rules; it takes the place of the versions of its name that are in force on its days.
  ///   - today: from when it is held against the contract.
  /// - Returns: what is wrong, each with its key; empty when it may be loaded.
  func callAsFunction(_ yaml: String, today: CivilDate) -> [String] {
    do {
      let draft = try RulePack(yaml: yaml, file: "draft")
      let others = rules.packs.packs.filter { $0.name != draft.name || !Self.overlap($0, draft) }
      let book = try RuleBook(profile: rules.profile, packs: others + [draft], calendar: rules.calendar)
      try CheckNoticeRules.check(book, today: today)
      return []
    } catch let error as NoticeBookError {
      return error.problems
    } catch {
      return ["\(error)"]
    }
  }

  private static func overlap(_ left: RulePack, _ right: RulePack) -> Bool {
    left.effectiveFrom <= right.effectiveThrough ?? .max && right.effectiveFrom <= left.effectiveThrough ?? .max
  }
}
