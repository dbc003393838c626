import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The pages of scoring: what people look at in a browser.
struct ScoringPages: Sendable {
  let desk: PageDesk

  static func desk(settings: PagesConfiguration, check: @escaping PageDesk.TokenCheck) throws -> PageDesk {
    try PageDesk(
      service: .scoring, links: links,
      templates: [
        "subject": PackageResources.subject_mustache, "record": PackageResources.record_mustache,
        "rule-trial": PackageResources.rule_trial_mustache, "draw": PackageResources.draw_mustache,
        "verification": PackageResources.verification_mustache, "counties": PackageResources.counties_mustache,
      ],
      words: ScoringWords.all, contract: ScoringContract.whole, settings: settings, check: check)
  }

  private static let staff: Set<Role> = [.clerk, .handler, .supervisor, .leader, .auditor]

  private static let links =
    ScoringLists.all.filter {
      ![ScoringLists.inspectors, ScoringLists.creditCases, ScoringLists.leniency].map(\.path)
        .contains($0.path)
    }.map { PageLink("/pages/\($0.path)", $0.title, for: staff.union([.agency])) }
    + [ScoringLists.creditCases, ScoringLists.leniency].map { PageLink("/pages/\($0.path)", $0.title, for: staff) }
    + [
      PageLink(
        "/pages/\(ScoringLists.inspectors.path)", ScoringLists.inspectors.title, for: [.supervisor, .leader, .auditor]),
      CountyPages.link, RuleTrialPage.link,
    ]

  func register(on open: RouterGroup<ServiceRequestContext>) {
    let pages = desk.routes(on: open)
    pages.get("") { visit in
      if !visit.principal.roles.isDisjoint(with: Self.staff.union([.agency])) {
        return visit.goes(to: "/pages/subjects")
      }
      return visit.principal.has(.operator) ? visit.goes(to: "/pages/operations") : visit.nothingHere()
    }
    pages.lists(ScoringLists.all)
    pages.actions(ScoringActions.all)
    SubjectPage().register(on: pages)
    RecordPages().register(on: pages)
    DrawPages().register(on: pages)
    RuleTrialPage().register(on: pages)
    CountyPages().register(on: pages)
  }
}
