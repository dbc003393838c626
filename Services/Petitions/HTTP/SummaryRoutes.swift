import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The summary that goes out instead of the complainant's words: written, then approved. Both must name the version they
/// change: nobody approves a text that they have not read.
struct SummaryRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let draft: DraftSummary
  let take: StepTaker

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.put("v1/petitions/{id}/summary") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader)
      let id = try PetitionRoutes.id(context)
      let match = try IfMatch.required(request)
      let step = try await request.json(context, as: Summarise.self)
      let petition = try await runner.run { work in
        try await draft(step, on: id, by: Caller(principal, context), work: work) { petition in
          try StepRoutes.authorise(principal, petition, match)
        }
      }
      guard let petition else { throw PetitionRoutes.missing }
      return Self.answer(petition)
    }
    routes.post("v1/petitions/{id}/approve-summary") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let id = try PetitionRoutes.id(context)
      let match = try IfMatch.required(request)
      return try await posts.answer(request, context) { work in
        let petition = try await take(
          ApproveSummary(), on: id, by: Caller(principal, context), work: work
        ) { petition in
          try StepRoutes.authorise(principal, petition, match)
        }
        guard let petition else { throw PetitionRoutes.missing }
        return Self.answer(petition)
      }
    }
  }

  private static func answer(_ petition: Petition) -> JSONResponse {
    var object = JSONObject()
    object.set("petitionId", petition.id)
    object.set("draft", petition.file.draft)
    object.set("approved", petition.file.summary)
    object.set("version", petition.version)
    return JSONResponse(.object(object), headers: [.eTag: EntityTag(version: petition.version).description])
  }
}
