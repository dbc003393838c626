import Contracts
import Pages

/// Pages of one thing each: what the API says of it, and what can be done.
struct RecordPages {
  private struct Record {
    /// Below `/pages`, with one part in braces.
    let path: String
    let source: String
    let title: PageText
    let actions: [PageAction]
  }

  private static let records = [
    Record(path: "facts/{id}", source: "/v1/facts/{id}", title: PageText("事实", "Fact"), actions: ScoringActions.fact),
    Record(
      path: "positive-list/{id}", source: "/v1/positive-list/{id}", title: PageText("正面清单条目", "Positive list entry"),
      actions: ScoringActions.listing),
    Record(
      path: "credit-cases/{id}", source: "/v1/credit-cases/{id}", title: PageText("修复、异议、复议或诉讼", "Credit case"),
      actions: ScoringActions.creditCase),
    Record(
      path: "leniency-assessments/{id}", source: "/v1/leniency-assessments/{id}",
      title: PageText("免罚减罚评估", "Assessment of leniency"), actions: ScoringActions.assessment),
    Record(
      path: "units/{key}/entry", source: "/v1/units/{key}", title: PageText("检查对象", "Unit to be inspected"),
      actions: ScoringActions.subject),
    Record(
      path: "inspectors/{number}/entry", source: "/v1/inspectors/{number}", title: PageText("执法人员", "Inspector"),
      actions: [ScoringActions.inspector]),
  ]

  func register(on pages: PageRoutes) {
    for record in Self.records {
      pages.get(record.path) { visit in
        let path = PagePath.filled(record.source) { try? visit.parameter($0) } ?? record.source
        let json = try await visit.get(path).json
        // An entry of the ledger leads to itself; on other lists the id is their own.
        let hidden: Set<String> = record.path.hasPrefix("positive-list") ? ["entryId"] : []
        var values = RecordView(visit: visit).values(json, without: hidden)
        values["actions"] = visit.links(to: record.actions) { try? visit.parameter($0) }
        return visit.show("record", record.title, values)
      }
    }
  }
}
