import Civics
import Contracts

/// The draw of inspectors: for each unit one order of the whole pool, by a purpose of the unit's own. Who has an interest
/// in the unit stands back, and the next in the order takes the place.
struct InspectorDraw: Sendable {
  struct Pair: Sendable, Equatable {
    let inspectors: [String]
    /// Who came before in the order and stood back.
    let avoided: [String]
  }

  let pool: DrawPool
  private let purpose: String
  private let seeds: [DrawSeed]
  private let each: Int

  init(_ inspectors: [String], each: Int, purpose: String, seeds: [DrawSeed]) throws(DrawError) {
    pool = try DrawPool(inspectors)
    self.purpose = purpose
    self.seeds = seeds
    self.each = each
  }

  /// - Parameter standsBack: whether an inspector must not visit this unit.
  func pair(for subject: String, standsBack: (String) -> Bool) throws(InspectionError) -> Pair {
    let order: [String]
    do throws(DrawError) {
      order = try ProvableDraw(purpose: "\(purpose) inspectors \(subject)", pool: pool, seeds: seeds).order
    } catch {
      throw .draw(error)
    }
    var inspectors: [String] = []
    var avoided: [String] = []
    for inspector in order where inspectors.count < each {
      if standsBack(inspector) { avoided.append(inspector) } else { inspectors.append(inspector) }
    }
    guard inspectors.count == each else { throw .inspectorsShort(needed: each) }
    return Pair(inspectors: inspectors, avoided: avoided)
  }
}
