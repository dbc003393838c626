/// How one petition stands to another; each of the two tells its own side.
public enum PetitionRelation: String, Sendable, CaseIterable {
  /// The same matter or a like one, handled apart.
  case linked
  /// Handled together with the other (并案), which leads; its petitioner is still told of acceptance and answer.
  case mergedInto = "merged-into"
  /// Leads the other, which was merged into it.
  case absorbed
}
