public import Hummingbird

/// A table as CSV (RFC 4180), as spreadsheets of Chinese offices open it: UTF-8 with a byte order mark.
public struct CSVResponse: ResponseGenerator, Sendable {
  private let fileName: String
  private let text: String

  /// - Parameters:
  ///   - fileName: under which a browser saves it; ASCII without quotes.
  ///   - columns: the headings.
  ///   - rows: the cells of each row, as many as there are headings.
  public init(fileName: String, columns: [String], rows: [[String]]) {
    self.fileName = fileName
    text = CSVResponse.byteOrderMark + ([columns] + rows).map(CSVResponse.line).joined()
  }

  public func response(from request: Request, context: some RequestContext) -> Response {
    Response(
      status: .ok, headers: CSVResponse.headers(fileName: fileName),
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// Without it, spreadsheets take UTF-8 for GBK.
  static let byteOrderMark = "\u{FEFF}"

  static func headers(fileName: String) -> HTTPFields {
    [
      .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(fileName)\"",
      .cacheControl: "no-store",
    ]
  }

  /// One row with its end.
  static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell with quotes where they are needed. A spreadsheet takes text that begins like a formula for one: such text
  /// gets an apostrophe in front, numbers stay numbers.
  static func cell(_ text: String) -> String {
    var text = text
    // The wide forms too: spreadsheets of East Asia take them for the narrow ones.
    if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
