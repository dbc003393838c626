import FoundationEssentials
import Hummingbird
import ServiceKit

/// The key of an addressee in a path.
enum AddresseePath {
  static func read(_ context: ServiceRequestContext) throws -> String {
    let written = try context.parameters.require("key")
    // Names of sites are written in Chinese, which arrives percent-encoded.
    return URLComponents(string: "/" + written).map { String($0.path.dropFirst()) } ?? written
  }
}
