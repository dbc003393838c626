internal import Crypto

/// A subject as log lines show it: the same for the same subject, so that one can be followed, and not to be read.
///
/// Whoever knows a subject finds it: `printf %s SUBJECT | sha256sum | cut -c1-16`.
public enum SubjectHash {
  /// The first 16 hexadecimal digits of its SHA-256.
  public static func text(of subject: String) -> String {
    SHA256.hash(data: Array(subject.utf8)).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
