import Civics
import Contracts
import FoundationEssentials

/// Reports what was found and done (处置办理); may be done again until the answer is given.
struct Handle: PetitionStep {
  static let name = StepName.handle

  /// What was found about one subject, before it has an id.
  struct Report: JSONConvertible {
    var subjectKey: String?
    /// The name of a workshop that has no code; with the petition's region it makes the key.
    var siteName: String?
    var factCodes: [String]
    var factAt: Date?
    var category: Category?
    var damageSuspected: Bool
    var article: String?
    var evidence: [EvidenceReference]

    init(
      subjectKey: String? = nil, siteName: String? = nil, factCodes: [String] = [], factAt: Date? = nil,
      category: Category? = nil, damageSuspected: Bool = false, article: String? = nil,
      evidence: [EvidenceReference] = []
    ) {
      self.subjectKey = subjectKey
      self.siteName = siteName
      self.factCodes = factCodes
      self.factAt = factAt
      self.category = category
      self.damageSuspected = damageSuspected
      self.article = article
      self.evidence = evidence
    }

    init(fields: JSONFields) throws(ContractViolation) {
      subjectKey = try fields.optionalString("subjectKey")
      siteName = try fields.optionalText("siteName", limit: 512)
      factCodes = try fields.strings("factCodes", maximum: 32)
      factAt = try fields.optionalInstant("factAt")
      category = try fields.optionalCode("category")
      damageSuspected = try fields.optionalBool("damageSuspected") ?? false
      article = try fields.optionalString("article")
      evidence = try fields.objects("evidence", maximum: 32)
    }

    var json: JSON {
      var object = JSONObject()
      object.set("subjectKey", subjectKey)
      object.set("siteName", siteName)
      object.set("factCodes", factCodes)
      object.set("factAt", factAt)
      object.set("category", code: category)
      object.set("damageSuspected", damageSuspected)
      object.set("article", article)
      object.set("evidence", evidence.isEmpty ? nil : evidence)
      return .object(object)
    }

    /// The key of the subject, in its normal form.
    func subject(in region: String, field: String) throws(PetitionError) -> String? {
      do throws(SubjectKeyError) {
        if let subjectKey { return try SubjectKey(subjectKey).description }
        guard let siteName, let region = try? RegionCode(region) else { return nil }
        return try SubjectKey.site(in: region, named: siteName).description
      } catch {
        throw .invalid(field: field, reason: "\(error)")
      }
    }
  }

  var outcome: HandlingOutcome
  var measures: [String]
  var findings: [Report]
  /// When investigation began (查件).
  var startedAt: Date?

  init(outcome: HandlingOutcome, measures: [String] = [], findings: [Report] = [], startedAt: Date? = nil) {
    self.outcome = outcome
    self.measures = measures
    self.findings = findings
    self.startedAt = startedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    outcome = try fields.code("outcome")
    measures = try fields.strings("measures", maximum: 32)
    findings = try fields.objects("findings", maximum: 32)
    startedAt = try fields.optionalInstant("startedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("outcome", code: outcome)
    object.set("measures", measures)
    object.set("findings", findings)
    object.set("startedAt", startedAt)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    if let startedAt, startedAt > now || startedAt < petition.receivedAt {
      throw .invalid(field: "body.startedAt", reason: "investigation began between receipt and now")
    }
    var effects = StepEffects()
    petition.takeOver(at: now, effects: &effects)
    // A unit that reports without having told of its investigation did both at once.
    let began = startedAt ?? petition.file.custody?.investigatedAt ?? now
    petition.file.custody?.investigatedAt = began
    for (index, report) in findings.enumerated() {
      let subject = try report.subject(in: petition.region, field: "body.findings[\(index)].subjectKey")
      let id = EventIdentity.uuidV5(
        namespace: EventIdentity.causeNamespace, parts: "finding", petition.id.lowercased,
        String(petition.file.findings.count))
      petition.file.findings.append(
        Finding(
          id: id, subjectKey: subject, factCodes: report.factCodes, factAt: report.factAt,
          category: report.category ?? petition.file.accepted?.category ?? petition.category,
          damageSuspected: report.damageSuspected, article: report.article, evidence: report.evidence))
    }
    let handled = PetitionHandled(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now,
      unit: petition.unit, outcome: outcome, measures: measures, startedAt: began)
    petition.file.handled = handled
    petition.status = .handled
    effects.add(handled)
    return effects
  }
}
