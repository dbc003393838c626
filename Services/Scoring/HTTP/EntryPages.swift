/// One walk through a list by its entries, page by page, for tables.
actor EntryPages<Row: Sendable> {
  typealias Read = @Sendable (_ before: Int64?) async throws -> (rows: [Row], next: Int64?)

  private let read: Read
  private var before: Int64?
  private var isOver = false

  init(_ read: @escaping Read) {
    self.read = read
  }

  /// - Returns: nil after the last page.
  func next() async throws -> [Row]? {
    guard !isOver else { return nil }
    let page = try await read(before)
    before = page.next
    isOver = page.next == nil
    return page.rows
  }
}
