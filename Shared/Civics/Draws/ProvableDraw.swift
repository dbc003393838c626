/// A random draw without replacement that a third party can make again: samples, inspections, experts.
///
/// The algorithm `ecoredress-draw-1`, in which every hash is SHA-256 of UTF-8 texts, a line feed after each, written as
/// 64 hexadecimal digits in lower case:
///
/// 1. *pool* = the hash of all items, ascending by their bytes;
/// 2. *key* = the hash of `ecoredress-draw-1 key`, the purpose, *pool*, and then contributor and seed of each
///    contributor, ascending by the contributors' bytes;
/// 3. the *rank* of an item = the hash of `ecoredress-draw-1 rank`, *key* and the item;
/// 4. the order of the draw is ascending by rank, and items drawn are the first in it.
///
/// Every order is equally likely as long as one seed was chosen at random and committed to before the pool was known
/// (``DrawSeed/commitment(for:)``). An item that must stand back (an inspector who avoids, an expert who withdraws) is
/// passed over and the next in the order takes its place, so that replacing needs no second draw.
public struct ProvableDraw: Sendable {
  /// The name that is published with each draw; another way of drawing gets another name.
  public static let algorithm = "ecoredress-draw-1"

  /// What is drawn, and when: unlike that of any other draw.
  public let purpose: String
  public let pool: DrawPool
  /// The seeds, ascending by contributor.
  public let seeds: [DrawSeed]
  /// The whole pool in the order of the draw.
  public let order: [String]

  /// - Throws: `notOneLine` for a purpose of more than a line, `contributors` for no seed or two of one contributor.
  public init(purpose: String, pool: DrawPool, seeds: [DrawSeed]) throws(DrawError) {
    guard DrawHash.isOneLine(purpose) else { throw .notOneLine(purpose) }
    let seeds = seeds.sorted { $0.contributor.utf8.lexicographicallyPrecedes($1.contributor.utf8) }
    guard !seeds.isEmpty,
      zip(seeds, seeds.dropFirst()).allSatisfy({ !$0.contributor.utf8.elementsEqual($1.contributor.utf8) })
    else { throw .contributors }
    let key = DrawHash.hexadecimal(
      DrawHash.sha256(
        ["\(Self.algorithm) key", purpose, pool.sha256] + seeds.flatMap { [$0.contributor, $0.hexadecimal] }))
    self.purpose = purpose
    self.pool = pool
    self.seeds = seeds
    // The pool is sorted already and sorting is stable, so equal ranks, should there ever be two, stay in its order.
    order = pool.items.map { (item: $0, rank: DrawHash.sha256(["\(Self.algorithm) rank", key, $0])) }
      .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
      .map(\.item)
  }

  /// The items drawn: the first of the order, all of them when the pool holds no more.
  public func drawn(_ count: Int) -> [String] { Array(order.prefix(max(0, count))) }

  /// The commitments that must have been published before the pool was known, by contributor.
  public var commitments: [String: String] {
    Dictionary(seeds.map { ($0.contributor, $0.commitment(for: purpose)) }, uniquingKeysWith: { first, _ in first })
  }
}
