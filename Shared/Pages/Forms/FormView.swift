import Contracts

/// The fields of a form as its template shows them, with what was typed and what is wrong with it.
struct FormView {
  let words: WordBook
  let language: PublicLanguage
  let body: FormBody
  /// The path of the field that is wrong, such as `reason` or `findings.0.article`, and why, for the template.
  var refusal: (field: String, why: [String: any Sendable])?

  /// - Parameter mustFill: whether what is required has to be filled in; within a group that may be left out the API says so
  ///   when something else of it is there.
  func fields(_ entries: [FormEntry], under prefix: String = "", mustFill: Bool = true) -> [[String: any Sendable]] {
    entries.flatMap { entry -> [[String: any Sendable]] in
      let name = prefix + entry.name
      switch entry.shape {
      case .group(let inner):
        let mustFill = mustFill && entry.isRequired
        return [start(entry)] + fields(inner, under: name + ".", mustFill: mustFill) + [["isEnd": true]]
      case .groups(let inner):
        let count = body.count(name)
        var groups: [[String: any Sendable]] = []
        for index in 0..<count {
          let mustFill = mustFill && entry.isRequired && index == 0
          groups.append(start(entry, number: index + 1))
          groups += fields(inner, under: "\(name).\(index).", mustFill: mustFill)
          groups.append(["isEnd": true])
        }
        return groups + [["isMore": true, "name": name, "count": count, "label": label(entry)]]
      default: return [plain(entry, name, mustFill: mustFill)]
      }
    }
  }

  private func label(_ entry: FormEntry) -> String { words.text(entry.name, language) }

  private func start(_ entry: FormEntry, number: Int? = nil) -> [String: any Sendable] {
    ["isStart": true, "label": label(entry) + (number.map { " \($0)" } ?? "")]
  }

  private func plain(_ entry: FormEntry, _ name: String, mustFill: Bool) -> [String: any Sendable] {
    let typed = body.form[name] ?? ""
    var field: [String: any Sendable] = [
      "isField": true, "name": name, "label": label(entry), "isRequired": entry.isRequired && mustFill, "value": typed,
    ]
    // Descriptions of the API are English; a Chinese reader has the label.
    if language == .english, !entry.about.isEmpty { field["hint"] = entry.about }
    if let refusal, refusal.field == name { field["wrong"] = refusal.why }
    switch entry.shape {
    case .text(let longest):
      field[(longest ?? 256) > 512 ? "isLong" : "isText"] = true
      if let longest { field["longest"] = longest }
    case .integer(let lowest, let highest):
      field["isInteger"] = true
      if let lowest { field["lowest"] = Int(lowest) }
      if let highest { field["highest"] = Int(highest) }
    case .number: field["isNumber"] = true
    case .day: field["isDay"] = true
    case .instant: field["isInstant"] = true
    case .flag:
      field["isChoice"] = true
      field["options"] = options(["true", "false"], entry, typed)
    case .choice(let choices):
      field["isChoice"] = true
      field["options"] = options(choices, entry, typed)
    case .choices(let choices):
      field["isTicks"] = true
      field["options"] = choices.map { choice -> [String: any Sendable] in
        [
          "path": "\(name).\(choice)", "words": words.text(choice, in: entry.scope ?? entry.name, language),
          "isChosen": body.form["\(name).\(choice)"] != nil,
        ]
      }
    case .texts: field["isLines"] = true
    default: field["isJSON"] = true
    }
    return field
  }

  private func options(_ choices: [String], _ entry: FormEntry, _ typed: String) -> [[String: any Sendable]] {
    choices.map { choice in
      [
        "value": choice, "words": words.text(choice, in: entry.scope ?? entry.name, language),
        "isChosen": choice == typed,
      ]
    }
  }
}
