/// How sure we are of what a source says.
public enum ProvenanceMark: String, Sendable, CaseIterable {
  /// Said by one of the documents that the system was built from.
  case seed = "S"
  /// Read in the primary text: a law, a regulation, a judgment.
  case primaryText = "V"
  /// A public page: press, a local bureau, a summary.
  case publicPage = "P"
  /// General knowledge without the text at hand; always with a confidence.
  case generalKnowledge = "K"
}
