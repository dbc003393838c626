public import Civics
internal import FoundationEssentials
internal import Hummingbird

/// The subject in a path.
public enum SubjectPath {
  /// - Throws: 404 for what is no subject's key.
  public static func read(_ context: ServiceRequestContext) throws -> SubjectKey {
    let written = try context.parameters.require("key")
    // Names of sites are written in Chinese, which arrives percent-encoded.
    let text = URLComponents(string: "/" + written).map { String($0.path.dropFirst()) } ?? written
    do throws(SubjectKeyError) {
      return try SubjectKey(text)
    } catch {
      throw Problem.notFound("A subject is uscc: and a code, or site:, a region and a slug. \(error)")
    }
  }
}
