import Contracts
import FoundationEssentials
import Hummingbird
import Pages

/// One case whole: where it stands, its periods, its money, what was done and what can be done next.
struct CasePage: Sendable {
  let now: @Sendable () -> Date

  func show(_ visit: PageVisit) async throws -> Response {
    let id = try visit.parameter("id")
    let json = try await visit.get("/v1/cases/\(PagePath.part(id))").json
    let view = RecordView(visit)
    let caseId = json["caseId"]?.string ?? id
    var values: [String: any Sendable] = [
      "caseId": caseId, "facts": facts(json, view), "clocks": clocks(json, view),
      "documentsExpected": json["documentsExpected"] ?? [], "hasSuit": json["settlement"]?["suit"] != nil,
      "stages": json["stages"] ?? [], "history": history(json, view), "works": Self.works(json, view),
    ]
    add(actions: json, to: &values, caseId, visit)
    add(money: json, to: &values, view)
    add(lists: json, to: &values, view)
    let kept = try await visit.get("/v1/cases/\(PagePath.part(caseId))/assessments").json["assessments"]?.array ?? []
    if let latest = kept.first {
      values["assessment"] = [
        "amount": view.text("amountFen", latest["amountFen"] ?? .null),
        "method": view.text("method", latest["method"] ?? .null), "at": view.text("at", latest["at"] ?? .null),
      ]
    }
    let number = json["caseNumber"]?.string ?? ""
    return visit.show("case", PageText("案件 \(number)", "Case \(number)"), values)
  }

  private func facts(_ json: JSON, _ view: RecordView) -> [[String: any Sendable]] {
    let names = [
      "status", "region", "subjectKey", "noObligor", "clueSource", "factCodes", "department", "unit", "openedAt",
      "filedAt",
      "closedAt", "outcome", "performed", "modes", "keyCase", "suspended", "overdue", "dual", "penaltyNumber",
      "petitionId", "mustStart", "reason", "article",
    ]
    return names.compactMap { name in
      guard let value = json[name], value != .null else { return nil }
      return ["label": view.label(name), "text": view.text(name, value)]
    }
  }

  private func clocks(_ json: JSON, _ view: RecordView) -> [[String: any Sendable]] {
    (json["deadlines"]?.array ?? []).map { deadline in
      let isOverdue = deadline["overdueAt"] != nil && deadline["metAt"] == nil
      var values = ClockView(deadline["dueDate"], at: now(), isOverdue: isOverdue)?.values ?? [:]
      values["kindWords"] = view.text("kind", deadline["kind"] ?? .null)
      values["law"] = deadline["dueDate"]?["article"]?.string ?? ""
      values["counting"] = (deadline["derivation"]?.array ?? []).compactMap(\.string)
      if let met = deadline["metAt"] {
        values["met"] = view.text("metAt", met)
        values["colour"] = "green"
        values["isRunning"] = false
        values["isOver"] = false
      }
      if deadline["standing"]?.bool == true { values["isStanding"] = true }
      return values
    }
  }

  private func history(_ json: JSON, _ view: RecordView) -> [[String: any Sendable]] {
    (json["history"]?.array ?? []).reversed().map { step in
      [
        "time": view.text("at", step["at"] ?? .null), "words": view.text("step", step["step"] ?? .null),
        "who": step["actor"]?.string ?? "", "said": view.rows(step["detail"] ?? .null),
      ]
    }
  }

  /// Each measure of the restoration with how much of it is done.
  private static func works(_ json: JSON, _ view: RecordView) -> [[String: any Sendable]] {
    let project = json["settlement"]?["project"]
    let done = project?["done"]?.array ?? []
    return (project?["measures"]?.array ?? json["settlement"]?["agreement"]?["measures"]?.array ?? []).map { planned in
      let found = done.first { one in ["mode", "unit", "work"].allSatisfy { planned[$0] == one[$0] } }
      return [
        "mode": view.text("mode", planned["mode"] ?? .null), "unit": view.text("unit", planned["unit"] ?? .null),
        "whole": view.text("quantity", planned["quantity"] ?? .null),
        "part": found.map { view.text("quantity", $0["quantity"] ?? .null) } ?? "0",
      ]
    }
  }

  private func add(
    actions json: JSON, to values: inout [String: any Sendable], _ caseId: String, _ visit: PageVisit
  ) {
    let next = Set((json["nextSteps"]?.array ?? []).compactMap(\.string))
    let possible = CaseActions.steps.filter { action in
      action.route.path.split(separator: "/").last.map { next.contains(String($0)) } ?? false
    }
    values["actions"] = visit.links(to: possible + [CaseActions.refund]) { $0 == "id" ? caseId : nil }
    values["steps"] = next.sorted().map { visit.words.text($0, in: "step", visit.reader.language) }
  }

  private func add(money json: JSON, to values: inout [String: any Sendable], _ view: RecordView) {
    values["fixed"] = view.text("amountFen", json["amountFen"] ?? .null)
    values["received"] = view.text("receivedFen", json["receivedFen"] ?? .null)
    if let fixed = json["amountFen"]?.integer, fixed > 0, let received = json["receivedFen"]?.integer {
      values["share"] = String(min(100, max(0, received.multipliedReportingOverflow(by: 100).partialValue / fixed)))
    }
  }

  private func add(lists json: JSON, to values: inout [String: any Sendable], _ view: RecordView) {
    func tables(_ of: JSON?, _ names: [String]) -> [[String: any Sendable]] {
      names.compactMap { name in
        guard let value = of?[name], value != .null else { return nil }
        let list = value.array ?? [value]
        return list.first?.object == nil ? nil : view.table(view.label(name), list)
      }
    }
    let settlement = json["settlement"]
    values["talks"] =
      tables(json, ["consultations"])
      + tables(settlement, ["negotiations", "agreement", "suit", "publicInterestSuits"])
    values["agreed"] = tables(settlement?["agreement"], ["instalments", "court"])
    values["payments"] = tables(json, ["payments"])
    values["repairs"] = tables(settlement, ["decision", "project"])
    values["others"] =
      tables(settlement, ["appraisals"])
      + tables(
        json,
        [
          "investigation", "documents", "notices", "invitations", "suspensions", "gates", "breaches", "corrections",
          "policeTransfers", "penalty", "insurance", "keyCaseDetail",
        ])
  }
}
