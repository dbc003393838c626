/// One walk through a list, page by page, for tables.
actor MarkedPages<Mark: Sendable, Row: Sendable> {
  /// Reads the page behind a mark; nil stands for the first one.
  typealias Read = @Sendable (_ mark: Mark?) async throws -> (rows: [Row], next: Mark?)

  private let read: Read
  private var mark: Mark?
  private var isOver = false

  init(_ read: @escaping Read) {
    self.read = read
  }

  /// - Returns: nil after the last page.
  func next() async throws -> [Row]? {
    guard !isOver else { return nil }
    let page = try await read(mark)
    mark = page.next
    isOver = page.next == nil
    return page.rows
  }
}
