import Contracts
import Crypto
import FoundationEssentials

/// Names and passwords that stand for tokens, so that whoever tries the system signs in as any role.
public struct LocalLogins: Sendable {
  /// Why a file of logins is not taken.
  public enum Flaw: Error, Sendable, CustomStringConvertible {
    case unreadable
    case malformed

    public var description: String {
      switch self {
      case .unreadable: "the file cannot be read"
      case .malformed: #"the file is no list of {"name":…,"password":…,"token":…}"#
      }
    }
  }

  private let tokens: [String: (password: [UInt8], token: String)]

  /// - Parameter path: of a JSON array of objects with `name`, `password` and `token`.
  init(path: String) throws(Flaw) {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable }
    guard let list = (try? JSON(parsing: Array(data)))?.array else { throw .malformed }
    var found: [String: (password: [UInt8], token: String)] = [:]
    for entry in list {
      guard let name = entry["name"]?.string, let password = entry["password"]?.string,
        let token = entry["token"]?.string
      else { throw .malformed }
      found[name] = (Self.digest(password), token)
    }
    tokens = found
  }

  /// The token of who has this name and password.
  func token(name: String, password: String) -> String? {
    let given = Self.digest(password)
    guard let known = tokens[name] else { return nil }
    return zip(given, known.password).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0 ? known.token : nil
  }

  private static func digest(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
