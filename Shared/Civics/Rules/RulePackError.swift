/// Why a rule pack was refused: where, and what to mend.
public struct RulePackError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, or the name of the set's pack where no file is to blame.
  public let file: String
  /// The line, from 1; nil where no single line is to blame.
  public let line: Int?
  /// The place in the document: `rules.petition.acceptance.period`.
  public let path: String
  /// What is wrong.
  public let message: String

  public init(file: String, line: Int?, path: String, message: String) {
    self.file = file
    self.line = line
    self.path = path
    self.message = message
  }

  /// `national.yaml:12: rules.petition.acceptance: message`.
  public var description: String {
    file + (line.map { ":\($0)" } ?? "") + ": " + (path.isEmpty ? "" : path + ": ") + message
  }
}
