/// A document that the rule packs know at a stage (各环节文书), as 调查报告 at the investigation.
struct NodeDocument: Sendable, Equatable {
  /// The code in the rule packs.
  let kind: String
  let title: String
  /// Whether the stage cannot be left without it.
  let isRequired: Bool
  /// Whether the packs have a template for it.
  let hasTemplate: Bool
}
