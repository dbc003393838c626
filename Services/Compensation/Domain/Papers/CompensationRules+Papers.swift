import Civics
import Contracts

extension CompensationRules {
  static let templatesKey = "compensation.document-templates"

  /// The templates of papers, by their kind, in the order of the packs.
  func templates() throws(CompensationError) -> [(kind: String, template: String)] {
    try look { rules throws(RuleLookupError) in
      var found: [(kind: String, template: String)] = []
      for row in try rules.table(Self.templatesKey).rows {
        found.append((try row.text("kind"), try row.text("template")))
      }
      return found
    }
  }

  /// The pack that the templates stand in.
  func templatesReference() throws(CompensationError) -> Civics.RuleReference {
    try look { rules throws(RuleLookupError) in try rules.reference(Self.templatesKey) }
  }

  /// The title that the packs give a kind of paper.
  func title(of kind: String) throws(CompensationError) -> String? {
    try look { rules throws(RuleLookupError) in
      try rules.table(Key.documents).row(where: "kind", is: kind)?.text("title")
    }
  }
}
