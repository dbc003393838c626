import Contracts
import FoundationEssentials

/// Hands a suspected crime to the police (行刑衔接). The petitioner's clocks run on: an answer is still owed.
struct ReferToPolice: PetitionStep {
  static let name = StepName.referToPolice

  /// The authority that takes it.
  var authority: String
  /// The article of criminal law.
  var article: String
  /// The number of the letter (移送书).
  var documentNumber: String
  /// The findings it rests on; empty takes all that are verified.
  var findingIds: [UUID]

  init(authority: String, article: String, documentNumber: String, findingIds: [UUID] = []) {
    self.authority = authority
    self.article = article
    self.documentNumber = documentNumber
    self.findingIds = findingIds
  }

  init(fields: JSONFields) throws(ContractViolation) {
    authority = try fields.string("authority")
    article = try fields.string("article")
    documentNumber = try fields.string("documentNumber")
    findingIds = []
    for text in try fields.strings("findingIds", maximum: 32) {
      guard let id = UUID(text: text) else {
        throw ContractViolation(.fieldFormat, field: fields.path("findingIds"))
      }
      findingIds.append(id)
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("authority", authority)
    object.set("article", article)
    object.set("documentNumber", documentNumber)
    object.set("findingIds", findingIds.isEmpty ? nil : findingIds.map(\.lowercased))
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let verified = petition.file.findings.filter { $0.verified == true }.map(\.id)
    if let stranger = findingIds.first(where: { !verified.contains($0) }) {
      throw .unknownFinding(stranger.lowercased)
    }
    let referred = PetitionCrimeReferred(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      unit: petition.unit, authority: authority, article: article, documentNumber: documentNumber,
      findingIds: (findingIds.isEmpty ? verified : findingIds).suffix(32).map(\.lowercased))
    petition.file.referrals.append(referred)
    return StepEffects(events: [referred])
  }
}
