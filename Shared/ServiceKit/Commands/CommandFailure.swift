import Glibc

/// A subcommand that cannot do what it was asked to: one line that says why, and one that says what to do.
public struct CommandFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// How the process ends, after `sysexits.h`, so that scripts can tell a mistake from an outage.
  public struct Code: Sendable, Equatable {
    /// The value the process ends with.
    public let rawValue: Int32

    public init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    /// The check was made and the answer is no.
    public static let negative = Code(rawValue: EXIT_FAILURE)
    /// The command line is wrong.
    public static let usage = Code(rawValue: EX_USAGE)
    /// What was given is wrong.
    public static let data = Code(rawValue: EX_DATAERR)
    /// The database or the broker cannot be reached.
    public static let unavailable = Code(rawValue: EX_UNAVAILABLE)
    /// A mistake of ours.
    public static let software = Code(rawValue: EX_SOFTWARE)
    /// Worth trying again.
    public static let temporary = Code(rawValue: EX_TEMPFAIL)
    /// The configuration is wrong.
    public static let configuration = Code(rawValue: EX_CONFIG)
  }

  public let code: Code
  /// What went wrong, in one sentence.
  public let message: String
  /// What to do about it.
  public let remedy: String?

  public init(_ code: Code, _ message: String, remedy: String? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  public var description: String { remedy.map { "\(message)\n  \($0)" } ?? message }
}
