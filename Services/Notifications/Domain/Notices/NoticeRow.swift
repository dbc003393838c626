/// Reads cells of the rules about messages.
enum NoticeRow {
  struct Fault: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
  }

  /// One of the codes of an enumeration.
  static func code<Code: RawRepresentable<String> & CaseIterable>(_ text: String) throws(Fault) -> Code {
    guard let code = Code(rawValue: text) else {
      let known = Code.allCases.map(\.rawValue).joined(separator: ", ")
      throw Fault(message: "“\(text)” is none of \(known)")
    }
    return code
  }

  /// Codes in their order, separated by commas.
  static func codes<Code: RawRepresentable<String> & CaseIterable>(_ text: String) throws(Fault) -> [Code] {
    var codes: [Code] = []
    for part in text.split(separator: ",") { codes.append(try code(String(part.filter { $0 != " " }))) }
    guard !codes.isEmpty else { throw Fault(message: "names nothing") }
    return codes
  }
}
