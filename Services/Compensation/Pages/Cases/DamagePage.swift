import Contracts
import Hummingbird
import Pages

/// The derivation of a case's damage (损害数额计算书), as it is printed for a file or a court.
struct DamagePage: Sendable {
  func show(_ visit: PageVisit) async throws -> Response {
    let path = "/v1/cases/\(PagePath.part(try visit.parameter("id")))"
    let json = try await visit.get(path).json
    let kept = try await visit.get(path + "/assessments").json["assessments"]?.array ?? []
    let wanted = visit.query("assessment")
    var values: [String: any Sendable] = [
      "caseNumber": json["caseNumber"]?.string ?? "", "caseId": json["caseId"]?.string ?? "",
      "obligor": json["subjectKey"]?.string ?? "",
    ]
    let view = RecordView(visit)
    if let shown = kept.first(where: { $0["assessmentId"]?.string == wanted }) ?? kept.first {
      values["sheet"] = Self.sheet(shown, view)
    }
    values["earlier"] = kept.dropFirst().map { line -> [String: any Sendable] in
      [
        "path": PagePath.query([("assessment", line["assessmentId"]?.string)]),
        "when": view.text("at", line["at"] ?? .null), "sum": view.text("amountFen", line["amountFen"] ?? .null),
      ]
    }
    return visit.show("damage", PageText("生态环境损害数额计算书", "Derivation of the damage"), values)
  }

  private static func sheet(_ kept: JSON, _ view: RecordView) -> [String: any Sendable] {
    func text(_ name: String) -> String { view.text(name, kept[name] ?? .null) }
    return [
      "assessmentId": text("assessmentId"), "methodWords": text("method"), "formWords": text("form"),
      "simpleWords": text("simple"), "when": text("at"), "who": text("by"), "sum": text("amountFen"),
      "inputs": inputs(kept["report"]?["input"] ?? .null, view),
      "lines": (kept["derivation"]?.array ?? []).compactMap(\.string).map { DerivationLine($0).values },
      "heads": (kept["heads"]?.array ?? []).map { head -> [String: any Sendable] in
        [
          "label": view.text("head", head["head"] ?? .null),
          "amount": view.text("amountFen", head["amountFen"] ?? .null),
        ]
      },
      "rules": (kept["rules"]?.array ?? []).map { rule -> [String: any Sendable] in
        [
          "rule": rule["rule"]?.string ?? "", "law": rule["article"]?.string ?? "",
          "from": "\(rule["pack"]?.string ?? "") \((rule["version"]?.string ?? "").prefix(12))",
        ]
      },
    ]
  }

  /// The inputs, each with the names of what it belongs to.
  private static func inputs(_ json: JSON, _ view: RecordView, under prefix: String = "") -> [[String: any Sendable]] {
    (json.object?.members ?? []).flatMap { member -> [[String: any Sendable]] in
      let label = prefix + view.label(member.name)
      if member.value.object != nil { return inputs(member.value, view, under: label + " · ") }
      if let list = member.value.array, list.first?.object != nil {
        return list.enumerated().flatMap { inputs($0.element, view, under: "\(label) \($0.offset + 1) · ") }
      }
      return [["label": label, "text": view.text(member.name, member.value)]]
    }
  }
}
