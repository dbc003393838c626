import Contracts

/// Something about a petition by which it is found among others: a keyed hash, from which nothing can be read back.
///
/// One whole number, so that an index over many millions of them stays small: the kind in the highest byte, then seven
/// bytes of the hash. That any two of ten million petitions share one by chance has a probability below 1 in 1,000.
struct Trait: Hashable, Sendable {
  /// As stored and searched.
  let key: Int64

  /// - Parameter hash: at least seven bytes of a keyed hash.
  init(_ kind: TraitKind, hash: [UInt8]) {
    key = hash.prefix(7).reduce(Int64(kind.rawValue)) { $0 << 8 | Int64($1) }
  }

  /// What is stored.
  init(key: Int64) { self.key = key }

  /// What it is of; nil for what a newer program wrote.
  var kind: TraitKind? { UInt8(exactly: key >> 56).flatMap(TraitKind.init) }

  /// What petitions with these traits have in common.
  static func reasons(_ first: [Trait], _ second: [Trait]) -> Set<RelationReason> {
    Set(Set(first).intersection(second).compactMap { $0.kind?.reason })
  }
}

extension Trait {
  /// Traits as the vault keeps them: eight bytes each, the highest first.
  static func packed(_ traits: [Trait]) -> [UInt8] {
    traits.flatMap { trait in (0..<8).map { UInt8(truncatingIfNeeded: trait.key >> (56 - 8 * Int64($0))) } }
  }

  /// Reads what ``packed(_:)`` wrote; a rest of less than eight bytes is left out.
  static func unpacked(_ bytes: [UInt8]) -> [Trait] {
    stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
      Trait(key: bytes[start..<(start + 8)].reduce(Int64(0)) { $0 << 8 | Int64($1) })
    }
  }
}
