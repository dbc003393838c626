import Contracts
import FoundationEssentials

/// Makes the body of a request of what a form sent. What is left blank is left out; what does not fit its field is sent as it
/// is, and the API says what is wrong with it.
struct FormBody {
  /// More groups of one list than anybody fills in.
  static let mostGroups = 50

  let form: URLForm

  func object(_ entries: [FormEntry], under prefix: String = "") -> JSONObject {
    var object = JSONObject()
    for entry in entries {
      if let value = value(entry.shape, prefix + entry.name) { object.set(entry.name, value) }
    }
    return object
  }

  /// How many groups of a list the form shows.
  func count(_ name: String) -> Int {
    min(Self.mostGroups, max(1, form["\(name)._count"].flatMap { Int($0) } ?? 1))
  }

  private func value(_ shape: FormShape, _ name: String) -> JSON? {
    switch shape {
    case .group(let entries):
      let group = object(entries, under: name + ".")
      return group.members.isEmpty ? nil : .object(group)
    case .groups(let entries):
      let groups = (0..<count(name)).map { object(entries, under: "\(name).\($0).") }.filter { !$0.members.isEmpty }
      return groups.isEmpty ? nil : .array(groups.map { .object($0) })
    case .choices(let words):
      let ticked = words.filter { form["\(name).\($0)"] != nil }
      return ticked.isEmpty ? nil : .array(ticked.map { .string($0) })
    default:
      guard let text = form[name].map(Self.trimmed), !text.isEmpty else { return nil }
      return plain(shape, text)
    }
  }

  private func plain(_ shape: FormShape, _ text: String) -> JSON {
    switch shape {
    case .integer: return Int64(text).map { .integer($0) } ?? .string(text)
    case .number: return Decimal(string: text).map { .number($0.description) } ?? .string(text)
    case .flag: return text == "true" ? true : text == "false" ? false : .string(text)
    case .instant: return .string(Self.instant(text))
    case .texts:
      let lines = text.split { $0 == "\n" || $0 == "\r\n" || $0 == "," || $0 == "，" }
      return .array(lines.map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }.map { .string($0) })
    case .json: return (try? JSON(parsing: Array(text.utf8))) ?? .string(text)
    default: return .string(text)
    }
  }

  /// `2026-01-07T09:00` of a field for a local time is China's.
  private static func instant(_ text: String) -> String {
    let parts = text.split(separator: "T")
    guard parts.count == 2, parts[1].allSatisfy({ $0.isNumber || $0 == ":" }) else { return text }
    return text + (parts[1].count == 5 ? ":00+08:00" : "+08:00")
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
