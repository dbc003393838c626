import Civics
import Contracts

extension InspectionDraw {
  /// Another party, such as the procuratorate, binds itself to a seed of its own before the pools are fixed.
  mutating func contribute(_ commitment: String, by contributor: String) throws(InspectionError) {
    guard status == .committed else { throw .outOfTurn(status) }
    guard contributor != Self.contributor, !contributions.contains(where: { $0.contributor == contributor }) else {
      throw .contributorTaken
    }
    guard contributions.count < Self.mostContributors else { throw .tooMany(Self.mostContributors) }
    contributions.append(SeedContribution(contributor: contributor, commitment: commitment))
  }

  /// The party reveals its seed, for the draw to be made with.
  mutating func reveal(_ seed: String, by contributor: String) throws(InspectionError) {
    guard status == .committed else { throw .outOfTurn(status) }
    guard let index = contributions.firstIndex(where: { $0.contributor == contributor }) else { throw .seedUnknown }
    guard let revealed = try? DrawSeed(contributor: contributor, hexadecimal: seed),
      revealed.commitment(for: purpose) == contributions[index].commitment
    else { throw .seedUnknown }
    contributions[index].seed = seed
  }
}
