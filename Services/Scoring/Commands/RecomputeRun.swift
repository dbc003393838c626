import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// One recomputation of all ratings: pages side by side, with a display of how far it is.
struct RecomputeRun: Sendable {
  let recompute: RecomputeRatings
  let runner: UnitOfWorkRunner
  let repair: Bool
  let workers: Int

  /// - Returns: how many ratings differed.
  func callAsFunction(resources: ServiceResources) async throws -> Int {
    let pages = recompute.pages
    var display = ProgressDisplay(total: try await runner.read { try await pages.total(on: $0) })
    var differing = 0
    try await withThrowingTaskGroup(of: RecomputeRatings.Page.self) { group in
      var key: String? = ""
      var running = 0
      while true {
        while running < workers, let after = key {
          let range = try await runner.read {
            try await pages.next(after: after, limit: RecomputeRatings.page, on: $0)
          }
          key = range?.through
          guard let range else { break }
          running += 1
          group.addTask { try await recomputePage(range) }
        }
        guard let page = try await group.next() else { break }
        running -= 1
        differing += page.differences.count
        for difference in page.differences { display.line(Self.text(difference)) }
        display.advance(by: page.range.count, remark: "\(differing) differ")
      }
    }
    display.finish("\(differing) differ" + (repair && differing > 0 ? ", repaired" : ""))
    return differing
  }

  private func recomputePage(_ range: SubjectRange) async throws -> RecomputeRatings.Page {
    try await runner.run { work in
      let page = try await recompute(range, work: work)
      if repair, !page.differences.isEmpty { try await recompute.repair(page.differences, work: work) }
      return page
    }
  }

  private static func text(_ difference: RecomputeRatings.Difference) -> String {
    let (stored, computed) = (difference.stored, difference.computed)
    return "\(stored.subject)\tstored \(shown(stored))\tledger \(shown(computed))"
  }

  private static func shown(_ rating: Rating) -> String {
    "\(rating.score?.description ?? "-") \(rating.colour.rawValue) since \(OfficeTime.text(rating.colourSince)), "
      + "\(rating.counting) count, next \(OfficeTime.text(rating.nextChange))"
  }
}
