/// What can be drawn: distinct items, in the one order in which the pool is hashed.
public struct DrawPool: Sendable, Equatable {
  /// The items, ascending by their UTF-8 bytes.
  public let items: [String]
  /// SHA-256 of ``document``, 64 hexadecimal digits in lower case.
  public let sha256: String

  /// - Throws: `notOneLine` for an item that is empty or holds a control character, `duplicateItem` for one that comes
  ///   twice.
  public init(_ items: [String]) throws(DrawError) {
    for item in items where !DrawHash.isOneLine(item) { throw .notOneLine(item) }
    let sorted = items.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (item, next) in zip(sorted, sorted.dropFirst()) where item.utf8.elementsEqual(next.utf8) {
      throw .duplicateItem(item)
    }
    self.items = sorted
    sha256 = DrawHash.hexadecimal(DrawHash.sha256(sorted))
  }

  /// The pool as a text file: each item on a line of its own, a line feed after each. `LC_ALL=C sort -c` accepts it and
  /// `sha256sum` gives ``sha256``.
  public var document: String { items.map { $0 + "\n" }.joined() }
}
