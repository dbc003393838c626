import Civics
import Contracts
import FoundationEssentials

/// Fixes who can be drawn: everybody of field, grade and pool who has no interest in the case.
struct FixPool: DrawStep {
  static let name = "fix-pool"
  static let experts = DrawnExperts.candidates

  /// Who stands back beside those whom the register knows.
  var exclusions: [DeclaredExclusion]

  init(
    exclusions: [DeclaredExclusion] = []
  ) {
    self.exclusions = exclusions
  }

  init(fields: JSONFields) throws(ContractViolation) {
    exclusions = try fields.objects("exclusions")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("exclusions", exclusions.isEmpty ? nil : exclusions)
    return .object(object)
  }

  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload] {
    try draw.require(.committed, for: Self.name)
    for party in PanelParty.allCases where !draw.file.contributions.contains(where: { $0.party == party }) {
      throw .partyMissing(party)
    }
    var excluded: [ExcludedExpert] = []
    for expert in circumstances.experts {
      if let ground = expert.conflict(with: draw.file.subjectKeys) {
        excluded.append(ExcludedExpert(expertNumber: expert.number, ground: ground))
      } else if let declared = exclusions.first(where: { $0.expertNumber == expert.number }) {
        excluded.append(
          ExcludedExpert(expertNumber: expert.number, ground: .declared, reason: declared.reason))
      }
    }
    let gone = Set(excluded.map(\.expertNumber))
    let numbers = circumstances.experts.map(\.number).filter { !gone.contains($0) }
    guard numbers.count >= draw.file.panelSize, numbers.count <= ExpertDraw.largestPool else {
      throw .poolTooSmall(size: numbers.count, panelSize: draw.file.panelSize)
    }
    let pool: DrawPool
    do throws(DrawError) { pool = try DrawPool(numbers) } catch { throw .draw(error) }
    draw.status = .poolFixed
    draw.file.excluded = excluded
    draw.file.poolSize = pool.items.count
    draw.file.poolSha256 = pool.sha256
    draw.file.poolFixedAt = circumstances.now
    // Until it is drawn, the order is the pool's own.
    draw.file.order = pool.items
    return [
      ExpertPoolFixed(
        drawId: draw.id, region: draw.region, at: circumstances.now, purpose: draw.purpose,
        poolSize: pool.items.count, poolSha256: pool.sha256, excluded: excluded.count,
        contributions: draw.file.contributions.compactMap(\.told))
    ]
  }
}
