import Civics
import FoundationEssentials
import ServiceKit

/// Checks rules about messages before they come into force: every span of them that is in force today or later.
enum CheckNoticeRules {
  /// - Throws: `NoticeBookError` with everything that is wrong.
  static func check(_ rules: RuleBook, today: CivilDate) throws {
    var days: Set<CivilDate> = [today]
    for profile in [rules.profile, NoticeSource.profile] {
      days.formUnion(rules.packs.turningDays(of: profile).filter { $0 > today })
    }
    var problems: [String] = []
    for day in days.sorted() {
      let city = try rules.packs.rules(for: rules.profile, on: day)
      let common = try rules.packs.rules(for: NoticeSource.profile, on: day)
      do throws(NoticeBookError) {
        problems += NoticeBookCheck.problems(try NoticeBookReader.read(city: city, common: common))
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else {
      // Spans repeat what they share.
      var seen: Set<String> = []
      throw NoticeBookError(problems: problems.filter { seen.insert($0).inserted })
    }
  }
}
