/// The steps staff take with a case, by the names of their routes.
enum StepName: String, Sendable, CaseIterable {
  /// The preliminary check of a clue (初步核查).
  case check
  case close
}
