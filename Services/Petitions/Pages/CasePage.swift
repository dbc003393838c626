import Contracts
import FoundationEssentials
import Pages
import ServiceKit

/// One case: where it stands, its clocks, its history, and what the reader may do.
struct CasePage: Sendable {
  let services: [(name: String, address: String)]
  let now: @Sendable () -> Date

  func register(on pages: PageRoutes) {
    pages.get("petitions/{id}") { visit in
      let id = try visit.parameter("id")
      let path = "/v1/petitions/" + PagePath.part(id)
      let found = try await visit.get(path).json
      // A case is found by its number too.
      let key = found["petitionId"]?.string ?? id
      let isWhole = found["sheetOnly"]?.bool != true
      let relations = isWhole ? try await visit.glance("/v1/petitions/\(key)/relations")?.json : nil
      let suggestions = isWhole ? try await visit.glance("/v1/petitions/\(key)/suggestions")?.json : nil
      var values: [String: any Sendable] = [
        "case": found, "clocks": CaseView.clocks(found, at: now()), "history": CaseView.history(found, visit),
        "related": relations?["relations"] ?? [], "suggestions": suggestions?["suggestions"] ?? [],
        "outcomes": found["file"]?["outcomes"] ?? [], "findings": CaseView.findings(found, visit),
        "contacts": found["file"]?["contacts"] ?? [], "notices": found["file"]?["notices"] ?? [],
        "mayReadAttachments": isWhole && !AttachmentsPage.readers.isDisjoint(with: visit.principal.roles),
      ]
      values.merge(actions(found, key, visit)) { $1 }
      for service in services { values[service.name + "Address"] = service.address }
      let number = found["petitionNumber"]?.string ?? id
      return visit.show("case", PageText("信访件 \(number)", "Petition \(number)"), values)
    }
  }

  /// The steps that are open now, and everything else that the reader's roles allow: the API says why it cannot be yet.
  private func actions(_ found: JSON, _ id: String, _ visit: PageVisit) -> [String: any Sendable] {
    let open = Set((found["nextSteps"]?.array ?? []).compactMap(\.string))
    func links(_ actions: [PageAction]) -> [[String: any Sendable]] {
      visit.links(to: actions) { $0 == "id" ? id : nil }
    }
    let steps = PetitionActions.steps
    return [
      "now": links(steps.filter { open.contains(PetitionActions.name($0)) }),
      "beside": links(PetitionActions.others + PetitionActions.relations + PetitionActions.secrecy),
      "later": links(steps.filter { !open.contains(PetitionActions.name($0)) }),
    ]
  }
}
