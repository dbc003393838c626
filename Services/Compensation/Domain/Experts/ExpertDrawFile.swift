import Contracts
import FoundationEssentials

/// Everything about a draw but its pool.
struct ExpertDrawFile: JSONConvertible {
  /// What the experts must know.
  var fields: [ExpertField]
  /// From whose pools.
  var levels: [PoolLevel]
  var panelSize: Int
  /// Where the least number comes from.
  var rule: Contracts.RuleReference
  /// The obligors: whoever has an interest in one stands back.
  var subjectKeys: [String]
  var contributions: [PanelContribution]
  var excluded: [ExcludedExpert]
  var poolSize: Int?
  var poolSha256: String?
  var poolFixedAt: Date?
  /// The whole pool in the order of the draw; empty until then.
  var order: [String]
  /// Those drawn, with those passed over among them.
  var drawn: [DrawnExpert]
  var drawnAt: Date?
  var confirmations: [PanelConfirmation]
  var confirmedAt: Date?
  var opinions: [ExpertOpinion]
  /// What the panel proposes for each case.
  var combined: [CaseAmount]
  var restorability: Restorability?
  /// Why it was given up.
  var cancelled: String?

  init(
    fields: [ExpertField] = [], levels: [PoolLevel] = [], panelSize: Int, rule: Contracts.RuleReference,
    subjectKeys: [String] = [], contributions: [PanelContribution] = [], excluded: [ExcludedExpert] = [],
    poolSize: Int? = nil, poolSha256: String? = nil, poolFixedAt: Date? = nil, order: [String] = [],
    drawn: [DrawnExpert] = [], drawnAt: Date? = nil, confirmations: [PanelConfirmation] = [], confirmedAt: Date? = nil,
    opinions: [ExpertOpinion] = [], combined: [CaseAmount] = [], restorability: Restorability? = nil,
    cancelled: String? = nil
  ) {
    self.fields = fields
    self.levels = levels
    self.panelSize = panelSize
    self.rule = rule
    self.subjectKeys = subjectKeys
    self.contributions = contributions
    self.excluded = excluded
    self.poolSize = poolSize
    self.poolSha256 = poolSha256
    self.poolFixedAt = poolFixedAt
    self.order = order
    self.drawn = drawn
    self.drawnAt = drawnAt
    self.confirmations = confirmations
    self.confirmedAt = confirmedAt
    self.opinions = opinions
    self.combined = combined
    self.restorability = restorability
    self.cancelled = cancelled
  }

  init(fields: JSONFields) throws(ContractViolation) {
    self.fields = try fields.codes("fields", maximum: 16)
    levels = try fields.codes("levels", maximum: 2)
    panelSize = try fields.integer("panelSize")
    rule = try fields.object("rule")
    subjectKeys = try fields.strings("subjectKeys", maximum: 500)
    contributions = try fields.objects("contributions", maximum: 2)
    excluded = try fields.objects("excluded", maximum: 2000)
    poolSize = try fields.optionalInteger("poolSize")
    poolSha256 = try fields.optionalSHA256("poolSha256")
    poolFixedAt = try fields.optionalInstant("poolFixedAt")
    order = try fields.strings("order", maximum: 2000)
    drawn = try fields.objects("drawn", maximum: 2000)
    drawnAt = try fields.optionalInstant("drawnAt")
    confirmations = try fields.objects("confirmations", maximum: 2)
    confirmedAt = try fields.optionalInstant("confirmedAt")
    opinions = try fields.objects("opinions")
    combined = try fields.objects("combined", maximum: 500)
    restorability = try fields.optionalCode("restorability")
    cancelled = try fields.optionalText("cancelled", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("fields", codes: fields.isEmpty ? nil : fields)
    object.set("levels", codes: levels.isEmpty ? nil : levels)
    object.set("panelSize", panelSize)
    object.set("rule", rule)
    object.set("subjectKeys", subjectKeys.isEmpty ? nil : subjectKeys)
    object.set("contributions", contributions.isEmpty ? nil : contributions)
    object.set("excluded", excluded.isEmpty ? nil : excluded)
    object.set("poolSize", poolSize)
    object.set("poolSha256", poolSha256)
    object.set("poolFixedAt", poolFixedAt)
    object.set("order", order.isEmpty ? nil : order)
    object.set("drawn", drawn.isEmpty ? nil : drawn)
    object.set("drawnAt", drawnAt)
    object.set("confirmations", confirmations.isEmpty ? nil : confirmations)
    object.set("confirmedAt", confirmedAt)
    object.set("opinions", opinions.isEmpty ? nil : opinions)
    object.set("combined", combined.isEmpty ? nil : combined)
    object.set("restorability", code: restorability)
    object.set("cancelled", cancelled)
    return .object(object)
  }
}
