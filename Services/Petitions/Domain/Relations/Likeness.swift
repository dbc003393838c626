/// When two petitions are alike, as the rule packs say.
struct Likeness: Hashable, Sendable {
  /// Up to how many metres apart positions are near.
  let metres: Int
  /// Up to how many days apart near petitions are suggested.
  let days: Int
  /// From how many characters equal words say that the matter is the same: short ones are equal by chance.
  let characters: Int
}
