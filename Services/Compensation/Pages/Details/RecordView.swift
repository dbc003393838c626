import Contracts
import FoundationEssentials
import Pages

/// Shows whatever object the API answers: its fields as a list, and lists in it as tables.
struct RecordView: Sendable {
  let words: WordBook
  let language: PublicLanguage
  /// Under which list the words of a field stand, where that is not the field's own name.
  var scopes: [String: String] = [:]
  /// What a reader has no use for.
  var hidden: Set<String> = ["version", "sequence", "packSha256", "packVersion", "pack", "correlationId"]

  /// What a field is called; amounts are shown in yuan.
  func label(_ name: String) -> String {
    words.text(name, language).replacing("（分）", with: "（元）").replacing("(fen)", with: "(yuan)")
  }

  /// A value in words.
  func text(_ name: String, _ value: JSON) -> String {
    switch value {
    case .null: return ""
    case .bool(let flag): return words.text(flag ? "true" : "false", language)
    case .number(let number): return name.hasSuffix("Fen") ? shown(value, "yuan") ?? number : number
    case .string(let text):
      let scoped = "\(scopes[name] ?? name).\(text)"
      if words.has(scoped) { return words.text(scoped, language) }
      return RFC3339.date(from: text) == nil ? text : shown(value, "time") ?? text
    case .array(let elements): return elements.map { self.text(name, $0) }.joined(separator: "、")
    case .object(let object):
      return object.members.filter { !hidden.contains($0.name) && $0.value != .null }
        .map { "\(label($0.name))：\(self.text($0.name, $0.value))" }.joined(separator: "；")
    }
  }

  /// The fields as `label` and `text`, with a link where a field names something that has a page.
  func rows(_ json: JSON, without left: Set<String> = []) -> [[String: any Sendable]] {
    members(json).filter { !left.contains($0.name) && !Self.isTable($0.value) }.map { member in
      row(label(member.name), text(member.name, member.value), link: Self.link(member.name, member.value))
    }
  }

  /// The lists of objects as tables with `title`, `headings` and `rows`.
  func tables(_ json: JSON) -> [[String: any Sendable]] {
    members(json).filter { Self.isTable($0.value) }.map { table(label($0.name), $0.value.array ?? []) }
  }

  /// One list of objects as a table.
  func table(_ title: String, _ list: [JSON]) -> [String: any Sendable] {
    var names: [String] = []
    for row in list {
      for member in members(row) where !names.contains(member.name) { names.append(member.name) }
    }
    let lines = list.map { line -> [String: any Sendable] in
      [
        "cells": names.map { name -> [String: any Sendable] in
          let value = line[name] ?? .null
          var cell: [String: any Sendable] = ["text": text(name, value), "isAmount": name.hasSuffix("Fen")]
          cell["link"] = Self.link(name, value)
          return cell
        }
      ]
    }
    return ["title": title, "headings": names.map { label($0) }, "rows": lines]
  }

  private func members(_ json: JSON) -> [JSONMember] {
    (json.object?.members ?? []).filter { !hidden.contains($0.name) && $0.value != .null }
  }

  private func row(_ label: String, _ text: String, link: String?) -> [String: any Sendable] {
    var row: [String: any Sendable] = ["label": label, "text": text]
    row["link"] = link
    return row
  }

  private func shown(_ value: JSON, _ transform: String) -> String? {
    (PageValue.values(value, words: words, language: language) as? PageValue)?.transform(transform) as? String
  }

  private static func isTable(_ value: JSON) -> Bool { value.array?.first?.object != nil }

  /// The page of what a field names.
  private static func link(_ name: String, _ value: JSON) -> String? {
    let pages = [
      "caseId": "cases", "batchId": "batches", "policyId": "policies", "claimId": "claims", "projectId": "projects",
      "expertNumber": "experts", "bodyKey": "appraisal-bodies", "drawId": "expert-draws",
    ]
    guard let page = pages[name], let text = value.string else { return nil }
    return "/pages/\(page)/\(PagePath.part(text))"
  }
}
