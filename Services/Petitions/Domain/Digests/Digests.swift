import Civics
import Contracts
import FoundationEssentials

/// The digests of a day for all bureaus (每日汇总梳理).
enum Digests {
  /// - Parameters:
  ///   - day: the day summed up.
  ///   - bureaus: those that get one although they have nothing, by region.
  /// - Returns: one digest for each bureau, ascending by region.
  static func compile(
    _ entries: [DigestEntry], day: CivilDate, bureaus: [String], rules: PetitionRules, at now: Date
  ) -> [DigestCompiled] {
    let byRegion = Dictionary(grouping: entries, by: \.region)
    return Set(byRegion.keys).union(bureaus).sorted().map { region in
      let own = byRegion[region] ?? []
      func section(_ heading: DigestEntry.Heading) -> DigestSection {
        let found = own.filter { $0.heading == heading }
        return DigestSection(count: found.first?.count ?? 0, petitions: found.map(\.line))
      }
      let unit = (try? RegionCode(region)).map(rules.unit(for:)) ?? "eco-\(region)"
      return DigestCompiled(
        unit: unit, region: region, day: day.description, at: now, new: section(.new), dueSoon: section(.dueSoon),
        overdue: section(.overdue), reopened: section(.reopened))
    }
  }
}

extension PetitionRules {
  /// The regions whose bureaus get a digest every day, even an empty one.
  var bureauRegions: [String] {
    guard let rows = try? rules.table(Key.routing).rows else { return [] }
    return rows.compactMap { row in (try? row.region("region"))?.description }
  }

  /// How long before its end a clock counts as due soon: as long as the earliest warning.
  var dueSoon: TimeInterval {
    let warnings = (try? rules.durations("petition.warning.before-due")) ?? []
    return TimeInterval(warnings.map(\.components.seconds).max() ?? 0)
  }

  /// When the next digest is made: at the hour of the rule packs, after an instant.
  func nextDigest(after now: Date) -> Date {
    let minute = (try? rules.window("notification.digest.time"))?.start ?? 8 * 60
    let day = ShanghaiTime.day(of: now)
    let today = ShanghaiTime.instant(day, minute: minute)
    return now < today ? today : ShanghaiTime.instant(day.next, minute: minute)
  }
}
