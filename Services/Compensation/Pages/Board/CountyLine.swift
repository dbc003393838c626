import Contracts
import Pages

/// One case in the table of its county: each node with the day on which it was reached.
struct CountyLine {
  let line: JSON
  let visit: PageVisit

  var values: [String: any Sendable] {
    let view = RecordView(visit)
    func text(_ name: String) -> String { view.text(name, line[name] ?? .null) }
    let status = line["status"]?.string
    let cells = CountyTableView.nodes.map { node -> [String: any Sendable] in
      let day = line["nodes"]?[node.rawValue].map { view.text("at", $0) }?.prefix(10)
      let isHere = status == node.rawValue
      let colour = isHere && line["overdue"]?.bool == true ? "red" : isHere ? "amber" : "green"
      return ["day": day.map(String.init) ?? "", "isHere": isHere, "colour": day == nil && !isHere ? "" : colour]
    }
    return [
      "caseId": line["caseId"]?.string ?? "", "caseNumber": line["caseNumber"]?.string ?? "",
      "statusWords": text("status"), "keyWords": text("keyCase"), "departmentWords": text("department"),
      "subject": text("subjectKey"), "cells": cells, "isLate": line["overdue"]?.bool == true,
      "assessed": text("assessedFen"), "fixed": text("amountFen"), "received": text("receivedFen"),
      "insuredWords": line["insurance"]?["insured"].map { view.text("insured", $0) } ?? "",
    ]
  }
}
