import Contracts
import Hummingbird
import Pages

/// A paper of a case to read and print, as the API draws it up.
struct PaperSheet: Sendable {
  func show(_ visit: PageVisit) async throws -> Response {
    let id = try visit.parameter("id")
    let kind = try visit.parameter("kind")
    let path = "/v1/cases/\(PagePath.part(id))/papers/\(PagePath.part(kind))"
    let paper = try await visit.get(path).json
    let title = paper["title"]?.string ?? kind
    let lines = (paper["text"]?.string ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return visit.show(
      "paper", PageText(title, title),
      ["caseId": id, "lines": lines, "sha256": paper["sha256"]?.string ?? "", "pack": paper["pack"]?.string ?? ""])
  }
}
