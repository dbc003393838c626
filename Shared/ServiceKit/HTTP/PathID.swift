internal import Contracts
public import FoundationEssentials
internal import Hummingbird

/// The id in a path.
public enum PathID {
  /// - Throws: ``Problem`` 404 for what is no UUID.
  public static func read(_ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(text: try context.parameters.require("id")) else {
      throw Problem.notFound("An id is a UUID.")
    }
    return id
  }
}
