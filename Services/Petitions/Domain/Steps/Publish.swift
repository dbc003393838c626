import Civics
import Contracts
import FoundationEssentials

/// Publishes the result, or records why not (公示公开): the approved summary, or one that whoever publishes answers for. A
/// case that is kept secret is not published.
struct Publish: PetitionStep {
  static let name = StepName.publish

  var published: Bool
  /// Why not.
  var reason: NonPublicationReason?
  /// The summary that staff approved; never the complainant's words.
  var summary: String?
  var uri: String?

  init(published: Bool, reason: NonPublicationReason? = nil, summary: String? = nil, uri: String? = nil) {
    self.published = published
    self.reason = reason
    self.summary = summary
    self.uri = uri
  }

  init(fields: JSONFields) throws(ContractViolation) {
    published = try fields.bool("published")
    reason = try fields.optionalCode("reason")
    // Masked before anything keeps it.
    summary = try fields.optionalText("summary", limit: ApprovedSummary.limit).map { TextMask.mask($0).text }
    uri = try fields.optionalString("uri", limit: 2048)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("published", published)
    object.set("reason", code: reason)
    object.set("summary", summary)
    object.set("uri", uri)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    // Whatever its way here, what goes out has passed the mask.
    let summary = (summary ?? petition.file.summary?.text).map { TextMask.mask($0).text }
    if published, !petition.mayBeShown {
      throw .invalid(
        field: "body.published",
        reason: "special secrecy was asked for, or the case was handed over in the secret mode: record why not")
    }
    if published, summary == nil {
      throw .invalid(field: "body.summary", reason: "what is published is a summary approved by staff")
    }
    if !published, reason == nil {
      throw .invalid(field: "body.reason", reason: "a result that is not published needs a reason on record")
    }
    let event = PetitionPublished(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      published: published, reason: published ? nil : reason, summary: published ? summary : nil,
      uri: published ? uri : nil)
    petition.file.published = event
    petition.status = .published
    return StepEffects(events: [event])
  }
}
