import FoundationEssentials
import Hummingbird
import ServiceKit

/// The id in a path.
enum PathID {
  /// - Throws: 404 for what is no UUID.
  static func read(_ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(uuidString: try context.parameters.require("id")) else {
      throw Problem.notFound("An id is a UUID.")
    }
    return id
  }
}
