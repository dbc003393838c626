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
        "overview": PackageResources.overview_mustache, "subject": PackageResources.subject_mustache,
        "rule-trial": PackageResources.rule_trial_mustache, "draw": PackageResources.draw_mustache,
        "verification": PackageResources.verification_mustache, "counties": PackageResources.counties_mustache,
      ],
      words: ScoringWords.all, refusals: RefusalBook(PackageResources.refusals_txt), look: look,
      contract: ScoringContract.whole, settings: settings, check: check)
  }

  private static let look: RecordLook = {
    let rule = ["pack", "version", "rule", "article"]
    return RecordLook(
      links: [
        "subjectKey": "/pages/subjects/{}", "ownerKey": "/pages/subjects/{}", "siteKey": "/pages/subjects/{}",
        "entryId": "/pages/facts/{}", "withdrawnBy": "/pages/facts/{}",
      ], digests: ["rule": rule, "derivation": rule])
  }()

  static let staff: Set<Role> = [.clerk, .handler, .supervisor, .leader, .auditor]

  private static let links =
    [OverviewPage.link]
    + ScoringLists.all.filter {
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
        return try await OverviewPage.show(visit)
      }
      return visit.principal.has(.operator) ? visit.goes(to: "/pages/operations") : visit.nothingHere()
    }
    pages.lists(ScoringLists.all)
    pages.actions(ScoringActions.all)
    SubjectPage().register(on: pages)
    pages.records(ScoringRecords.all)
    DrawPages().register(on: pages)
    RuleTrialPage().register(on: pages)
    CountyPages().register(on: pages)
  }
}
