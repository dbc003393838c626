public import Hummingbird

/// A long table as CSV, written page by page while it is read: memory stays small however long it is.
///
/// A failure on the way ends the connection before the last chunk, so that no caller takes half a table for a whole.
public struct CSVStream: ResponseGenerator, Sendable {
  /// Reads the next page.
  /// - Returns: the cells of its rows; nil after the last one.
  public typealias Page = @Sendable () async throws -> [[String]]?

  private let fileName: String
  private let columns: [String]
  private let open: @Sendable () -> Page

  /// - Parameters:
  ///   - fileName: under which a browser saves it; ASCII without quotes.
  ///   - columns: the headings.
  ///   - open: begins to read; called once for each answer.
  public init(fileName: String, columns: [String], open: @escaping @Sendable () -> Page) {
    self.fileName = fileName
    self.columns = columns
    self.open = open
  }

  public func response(from request: Request, context: some RequestContext) -> Response {
    let (columns, open) = (columns, open)
    return Response(
      status: .ok, headers: CSVResponse.headers(fileName: fileName),
      body: ResponseBody { writer in
        let page = open()
        try await writer.write(ByteBuffer(string: CSVResponse.byteOrderMark + CSVResponse.line(columns)))
        while let rows = try await page() {
          try await writer.write(ByteBuffer(string: rows.map(CSVResponse.line).joined()))
        }
        try await writer.finish(nil)
      })
  }
}
