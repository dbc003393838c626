public import Contracts
import FoundationEssentials

/// Shows whatever object the API answers: its fields as lines, lists in it as tables, objects in it as parts.
public struct RecordView: Sendable {
  /// A fingerprint is told apart by so many of its digits.
  private static let fingerprint = 12

  let words: WordBook
  let language: PublicLanguage
  let look: RecordLook
  let scopes: [String: String]

  /// - Parameter scopes: under which list the words of a field stand, where that is not the field's own name.
  public init(_ visit: PageVisit, scopes: [String: String] = [:]) {
    words = visit.words
    language = visit.reader.language
    look = visit.desk.look
    self.scopes = scopes
  }

  /// What a field is called; amounts are shown in yuan.
  public func label(_ name: String) -> String {
    words.text(name, language).replacing("（分）", with: "（元）").replacing("(fen)", with: "(yuan)")
  }

  /// A value in words; objects in one line.
  public func text(_ name: String, _ value: JSON) -> String {
    switch value {
    case .null: return ""
    case .bool(let flag): return words.text(flag ? "true" : "false", language)
    case .number(let number): return name.hasSuffix("Fen") ? shown(value, "yuan") ?? number : number
    case .string(let text):
      let scoped = "\(scopes[name] ?? name).\(text)"
      if words.has(scoped) { return words.text(scoped, language) }
      return RFC3339.date(from: text) == nil ? text : shown(value, "time") ?? text
    case .array(let elements):
      return elements.map { self.text(name, $0) }.joined(separator: elements.first?.object == nil ? "、" : "；")
    case .object:
      if let parts = look.digests[name] { return digest(value, parts) }
      return members(value).map { "\(label($0.name))：\(self.text($0.name, $0.value))" }.joined(separator: "；")
    }
  }

  /// All of it for the template `record`: `fields`, `tables` and, of objects inside, `parts`.
  public func values(_ json: JSON, without left: Set<String> = []) -> [String: any Sendable] {
    let parts = members(json).filter {
      $0.value.object != nil && look.digests[$0.name] == nil && !left.contains($0.name)
    }
    return [
      "fields": rows(json, without: left.union(parts.map(\.name))), "tables": tables(json, without: left),
      "parts": parts.map { part -> [String: any Sendable] in
        values(part.value).merging(["heading": label(part.name)]) { own, _ in own }
      },
    ]
  }

  /// The fields as `label` and `text`, with a link where a field names something that has a page.
  public func rows(_ json: JSON, without left: Set<String> = []) -> [[String: any Sendable]] {
    members(json).filter { !left.contains($0.name) && !Self.isTable($0.value) }.map { member in
      var row: [String: any Sendable] = ["label": label(member.name), "text": text(member.name, member.value)]
      row["link"] = look.link(member.name, member.value.string)
      return row
    }
  }

  /// The lists of objects as tables with `caption`, `headings` and `rows`, for the template `tables`.
  public func tables(_ json: JSON, without left: Set<String> = []) -> [[String: any Sendable]] {
    members(json).filter { !left.contains($0.name) && Self.isTable($0.value) }
      .map { table(label($0.name), $0.value.array ?? []) }
  }

  /// One list of objects as a table.
  public func table(_ caption: String, _ list: [JSON]) -> [String: any Sendable] {
    var names: [String] = []
    for row in list {
      for member in members(row) where !names.contains(member.name) { names.append(member.name) }
    }
    let lines = list.map { line -> [String: any Sendable] in
      [
        "cells": names.map { name -> [String: any Sendable] in
          let value = line[name] ?? .null
          var cell: [String: any Sendable] = ["text": text(name, value)]
          if name.hasSuffix("Fen") { cell["look"] = "amount" }
          cell["link"] = look.link(name, value.string)
          return cell
        }
      ]
    }
    return ["caption": caption, "headings": names.map { label($0) }, "rows": lines]
  }

  private func members(_ json: JSON) -> [JSONMember] {
    (json.object?.members ?? []).filter { !look.hidden.contains($0.name) && $0.value != .null }
  }

  private func digest(_ json: JSON, _ parts: [String]) -> String {
    parts.compactMap { name in json[name]?.string.map { name == "version" ? String($0.prefix(Self.fingerprint)) : $0 } }
      .joined(separator: " ")
  }

  private func shown(_ value: JSON, _ transform: String) -> String? {
    (PageValue.values(value, words: words, language: language) as? PageValue)?.transform(transform) as? String
  }

  private static func isTable(_ value: JSON) -> Bool { value.array?.first?.object != nil }
}
