import Civics
import Contracts
import FoundationEssentials

/// The seed that somebody beside the service brings to a monthly check, such as the procuratorate: with one, nobody who can
/// read the service's own can choose the cases.
struct Contribution: Sendable, Equatable {
  /// The most for one check: what an event can name.
  static let most = 16

  /// As the token names them.
  let contributor: String
  let commitment: String
  let committedAt: Date
  /// Nil until it is revealed.
  var seed: String?
  var revealedAt: Date?

  /// Takes the seed in.
  /// - Throws: `wrongSeed` when it is not the one committed to for this purpose.
  mutating func reveal(_ seed: String, for purpose: String, at now: Date) throws(CheckError) {
    guard let drawn = try? DrawSeed(contributor: contributor, hexadecimal: seed),
      drawn.commitment(for: purpose) == commitment
    else { throw .wrongSeed }
    self.seed = seed
    revealedAt = now
  }

  /// As it is published with the draw.
  var published: SeedContribution {
    SeedContribution(contributor: contributor, commitment: commitment, seed: seed)
  }
}
