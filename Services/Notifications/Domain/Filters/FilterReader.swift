import Contracts

/// Reads filters as CloudEvents Subscriptions writes them in JSON: `{"dialect": …}`.
struct FilterReader {
  /// The most filters of a subscription.
  static let listLimit = 16
  /// How deep `all`, `any` and `not` may nest.
  static let depthLimit = 8
  /// The most filters with those inside of others.
  static let sizeLimit = 64
  /// The most bytes of a text that an attribute is compared with: no attribute is longer.
  static let textLimit = 1_024

  private var size = 0

  /// Reads a list of filters, all of which must let an event pass.
  /// - Parameter field: where the list stands in the request.
  static func filters(_ json: JSON, field: String) throws(FilterRefusal) -> [FilterExpression] {
    guard case .array(let elements) = json, elements.count <= listLimit else {
      throw FilterRefusal(
        field: field, message: "The filters are no list of at most \(listLimit).",
        remedy: "Send filters: [{\"dialect\": …}, …]; combine more with any and all.")
    }
    var reader = FilterReader()
    return try reader.list(elements, field: field, depth: 1)
  }

  private mutating func list(
    _ elements: [JSON], field: String, depth: Int
  ) throws(FilterRefusal) -> [FilterExpression] {
    var filters: [FilterExpression] = []
    for (index, element) in elements.enumerated() {
      filters.append(try filter(element, field: "\(field)[\(index)]", depth: depth))
    }
    return filters
  }

  private mutating func filter(_ json: JSON, field: String, depth: Int) throws(FilterRefusal) -> FilterExpression {
    size += 1
    guard size <= FilterReader.sizeLimit, depth <= FilterReader.depthLimit else {
      throw FilterRefusal(
        field: field,
        message:
          "There are more than \(FilterReader.sizeLimit) filters, or they nest deeper than \(FilterReader.depthLimit).",
        remedy: "Say more in one filter of the dialect sql, or use more than one subscription.")
    }
    guard case .object(let object) = json, object.members.count == 1, let member = object.members.first else {
      throw FilterRefusal(
        field: field, message: "A filter is an object with one dialect.",
        remedy: "Send {\"exact\": {\"kind\": \"noise\"}}; several filters go into a list of filters or into all.")
    }
    let inner = "\(field).\(member.name)"
    switch member.name {
    case "exact": return .exact(try comparisons(member.value, field: inner))
    case "prefix": return .prefix(try comparisons(member.value, field: inner))
    case "suffix": return .suffix(try comparisons(member.value, field: inner))
    case "all": return .all(try parts(member.value, field: inner, depth: depth))
    case "any": return .any(try parts(member.value, field: inner, depth: depth))
    case "not": return .not(try filter(member.value, field: inner, depth: depth + 1))
    case "sql": return .sql(try expression(member.value, field: inner))
    default:
      throw FilterRefusal(
        field: field, message: "There is no dialect of this name.",
        remedy: "The dialects are exact, prefix, suffix, all, any, not and sql.")
    }
  }

  private mutating func parts(_ json: JSON, field: String, depth: Int) throws(FilterRefusal) -> [FilterExpression] {
    guard case .array(let elements) = json, !elements.isEmpty else {
      throw FilterRefusal(
        field: field, message: "Here must be a list with at least one filter.",
        remedy: "Send [{\"dialect\": …}, …].")
    }
    return try list(elements, field: field, depth: depth + 1)
  }

  private func comparisons(_ json: JSON, field: String) throws(FilterRefusal) -> [FilterExpression.Comparison] {
    guard case .object(let object) = json, !object.members.isEmpty else {
      throw FilterRefusal(
        field: field, message: "Here must be an object with at least one attribute.",
        remedy: "Send {\"attribute\": \"text\"}.")
    }
    var comparisons: [FilterExpression.Comparison] = []
    for member in object.members {
      guard FilterReader.isAttribute(member.name) else {
        throw FilterRefusal(
          field: field, message: "No attribute can have one of these names.",
          remedy: "Attributes have names of lower-case letters and digits; the data of an event is not filtered on.")
      }
      guard case .string(let text) = member.value, 1...FilterReader.textLimit ~= text.utf8.count else {
        throw FilterRefusal(
          field: "\(field).\(member.name)",
          message: "An attribute is compared with a text of 1 to \(FilterReader.textLimit) bytes.",
          remedy: "Write numbers in quotes: attributes are compared as text.")
      }
      comparisons.append(.init(attribute: member.name, text: text))
    }
    return comparisons
  }

  private func expression(_ json: JSON, field: String) throws(FilterRefusal) -> CESQL {
    guard case .string(let text) = json else {
      throw FilterRefusal(
        field: field, message: "An expression of CloudEvents SQL is a text.",
        remedy: "Send {\"sql\": \"kind = 'noise'\"}.")
    }
    let expression: CESQL
    do throws(CESQLParseError) {
      expression = try CESQL(text)
    } catch {
      throw FilterRefusal(field: field, position: error.position, message: error.message, remedy: error.remedy)
    }
    if let unknown = expression.expression.unknownFunctions.first {
      throw FilterRefusal(
        field: field, message: "There is no function \(unknown).",
        remedy: "The functions are \(CESQLFunction.names.joined(separator: ", ")).")
    }
    guard expression.expression.mayBeTrue else {
      throw FilterRefusal(
        field: field, message: "The expression is no comparison: no event would ever pass.",
        remedy: "Compare the value with something, such as kind = 'noise'.")
    }
    return expression
  }

  private static func isAttribute(_ name: String) -> Bool {
    1...64 ~= name.utf8.count
      && name.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      }
  }
}
