import Contracts
import Pages
import ServiceKit

/// What came with a petition: the name, size and hash of each piece, and where it can be fetched. A page of its own, since
/// every look is in the audit trail.
struct AttachmentsPage: Sendable {
  /// Who may look.
  static let readers: Set<Role> = [.clerk, .handler, .supervisor, .leader]

  func register(on pages: PageRoutes) {
    pages.get("petitions/{id}/attachments") { visit in
      let path = "petitions/" + PagePath.part(try visit.parameter("id"))
      let found = try await visit.get("/v1/\(path)/attachments").json["attachments"]?.array ?? []
      return visit.show(
        "attachments", PageText("附件", "Attachments"),
        ["attachments": .array(found.map(Self.named)) as JSON, "case": "/pages/\(path)"])
    }
  }

  /// A piece is called by the last part of its address.
  private static func named(_ attachment: JSON) -> JSON {
    var object = attachment.object ?? JSONObject()
    let address = attachment["uri"]?.string ?? ""
    object.set("name", address.split(separator: "/").last.map(String.init) ?? address)
    object.set("isFirst", attachment["supplement"]?.integer == 0)
    return .object(object)
  }
}
