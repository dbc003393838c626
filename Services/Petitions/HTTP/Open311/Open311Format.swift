import Contracts
import Hummingbird
import ServiceKit

/// How an answer is written, as the end of the path says.
enum Open311Format: String, Sendable, CaseIterable {
  case json
  case xml

  /// A path's last part without its format.
  /// - Throws: ``Open311Error`` 404 for a path without one of the two.
  static func split(_ part: String) throws(Open311Error) -> (name: String, format: Open311Format) {
    for format in allCases where part.hasSuffix(".\(format.rawValue)") {
      let name = String(part.dropLast(format.rawValue.utf8.count + 1))
      if !name.isEmpty { return (name, format) }
    }
    throw Open311Error(status: 404, description: "the path ends neither with .json nor with .xml")
  }

  /// The format that a path asks for; JSON where it asks for none.
  init(path: String) {
    self = path.hasSuffix(".xml") ? .xml : .json
  }

  /// - Parameter root: the name of the document's element in XML.
  func response(_ document: Open311Value, root: String, status: Int = 200) -> Response {
    let (type, text) =
      switch self {
      case .json: ("application/json; charset=utf-8", document.json.text)
      case .xml: ("text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document.xml(root) + "\n")
      }
    return Response(
      status: .init(code: status), headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// Errors in the form of the specification: a list of number and words.
  func response(_ error: Open311Error) -> Response {
    let one = Open311Value.object([("code", .number(error.status)), ("description", .text(error.description))])
    return response(.list(of: "error", [one]), root: "errors", status: error.status)
  }
}
