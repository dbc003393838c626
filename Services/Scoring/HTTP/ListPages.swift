import Messaging
import Postgres

/// One walk through a whole list, page by page, for tables.
actor ListPages<Row: Sendable> {
  typealias Read = @Sendable (EntryListing, PostgresConnection) async throws -> (rows: [Row], next: Int64?)

  private var listing: EntryListing
  private var isOver = false
  private let runner: UnitOfWorkRunner
  private let read: Read

  init(_ listing: EntryListing, runner: UnitOfWorkRunner, read: @escaping Read) {
    self.listing = listing
    self.listing.place.after = 0
    self.listing.place.limit = EntryPlace.largestPage
    self.runner = runner
    self.read = read
  }

  /// - Returns: nil after the last page.
  func next() async throws -> [Row]? {
    guard !isOver else { return nil }
    let (asked, read) = (listing, read)
    let page = try await runner.read { try await read(asked, $0) }
    isOver = page.next == nil
    listing.place.after = page.next ?? 0
    return page.rows
  }
}
