import Contracts
import FoundationEssentials

/// How petitions that belong together are shown.
enum RelationView {
  /// A petition that may belong to the case, with what the two have in common.
  static func suggestion(_ suggestion: SuggestRelations.Suggestion) -> JSON {
    var object = PetitionView.line(suggestion.petition).object ?? JSONObject()
    object.set("reasons", codes: RelationReason.allCases.filter(suggestion.reasons.contains))
    return .object(object)
  }

  /// A page of relations, with where the next one begins.
  static func page(_ relations: [JSON]) -> JSON {
    var object = JSONObject()
    object.set("relations", .array(relations))
    if relations.count == ListRelations.most { object.set("after", relations.last?["petitionId"]) }
    return .object(object)
  }
}
