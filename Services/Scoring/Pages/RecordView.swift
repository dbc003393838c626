import Contracts
import Pages

/// Whatever the API answers about one thing, as lines, tables and parts for a template.
struct RecordView {
  let visit: PageVisit

  /// The inside of a page: `lines` of words and values, `tables` of lists, `parts` of what stands within.
  func values(_ json: JSON, without hidden: Set<String> = []) -> [String: any Sendable] {
    var lines: [[String: any Sendable]] = []
    var tables: [[String: any Sendable]] = []
    var parts: [[String: any Sendable]] = []
    for member in json.object?.members ?? [] where !hidden.contains(member.name) {
      let label = visit.words.text(member.name, visit.reader.language)
      if member.name == "rule" || member.name == "derivation" {
        lines.append(["words": label, "value": rule(member.value)])
      } else if member.value.object != nil {
        var part = values(member.value)
        part["heading"] = label
        parts.append(part)
      } else if let rows = member.value.array, rows.contains(where: { $0.object != nil }) {
        tables.append(table(label, rows))
      } else if let text = text(member.value, of: member.name) {
        var line: [String: any Sendable] = ["words": label, "value": text]
        line["link"] = link(member.value, of: member.name)
        lines.append(line)
      }
    }
    return ["lines": lines, "tables": tables, "parts": parts]
  }

  private func table(_ caption: String, _ rows: [JSON]) -> [String: any Sendable] {
    var names: [String] = []
    for member in rows.flatMap({ $0.object?.members ?? [] }) where !names.contains(member.name) {
      names.append(member.name)
    }
    return [
      "caption": caption, "headings": names.map { visit.words.text($0, visit.reader.language) },
      "rows": rows.map { row -> [String: any Sendable] in ["cells": names.map { cell(row[$0], of: $0) }] },
    ]
  }

  private func cell(_ value: JSON?, of name: String) -> [String: any Sendable] {
    guard let value else { return ["value": ""] }
    if name == "rule" || name == "derivation" { return ["value": rule(value)] }
    var cell: [String: any Sendable] = ["value": text(value, of: name) ?? brief(value)]
    cell["link"] = link(value, of: name)
    return cell
  }

  /// A list or an object within a table.
  private func brief(_ value: JSON) -> String {
    if let list = value.array { return list.map(brief).joined(separator: "；") }
    guard let members = value.object?.members else { return text(value, of: "") ?? "" }
    return members.map { member in
      let words = visit.words.text(member.name, visit.reader.language)
      return words + " " + (text(member.value, of: member.name) ?? brief(member.value))
    }.joined(separator: "，")
  }

  /// Pack, version and article of a rule.
  private func rule(_ json: JSON) -> String {
    [
      json["pack"]?.string, json["version"]?.string.map { String($0.prefix(12)) }, json["rule"]?.string,
      json["article"]?.string,
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// Nil for what has parts.
  private func text(_ json: JSON, of name: String) -> String? {
    let language = visit.reader.language
    if let flag = json.bool { return visit.words.text(flag ? "true" : "false", language) }
    if let list = json.array {
      let texts = list.compactMap { text($0, of: name) }
      return texts.count == list.count ? texts.joined(separator: "、") : nil
    }
    guard let value = PageValue.values(json, words: visit.words, language: language, field: name) as? PageValue
    else { return nil }
    let plain = value.description
    if name.hasSuffix("Fen"), let yuan = value.transform("yuan") as? String { return "¥ " + yuan }
    if plain.hasSuffix("Z"), let time = value.transform("time") as? String { return time }
    return visit.words.has("\(name).\(plain)") ? visit.words.text(plain, in: name, language) : plain
  }

  private func link(_ json: JSON, of name: String) -> String? {
    guard let text = json.string else { return nil }
    switch name {
    case "subjectKey", "ownerKey", "siteKey": return "/pages/subjects/" + PagePath.part(text)
    case "entryId", "withdrawnBy": return "/pages/facts/" + PagePath.part(text)
    default: return nil
    }
  }
}
