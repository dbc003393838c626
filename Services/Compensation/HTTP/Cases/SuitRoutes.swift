import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The papers for a suit as text, to be filled in and signed.
struct SuitRoutes: Sendable {
  let runner: UnitOfWorkRunner

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/cases/{id}/suit-papers") { _, context in
      let principal = try CaseRoutes.reader(context)
      let id = try CaseRoutes.id(context)
      guard let found = try await runner.read({ try await CaseStore().find(id, on: $0) }) else {
        throw CaseRoutes.missing
      }
      guard principal.mayAct(in: found.region) else { throw Problem.regionForbidden(found.region) }
      guard let suit = found.file.settlement.suit else {
        throw Problem.notFound("No suit was prepared for the case.")
      }
      return Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: suit.text)))
    }
  }
}
