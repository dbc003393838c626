import Civics
import Contracts
import FoundationEssentials

/// Wind over a heap, counted once for each time that the heap was disturbed.
struct WindErosion: JSONConvertible, Equatable, Sendable {
  enum Surroundings: String, Sendable, CaseIterable {
    case city
    case suburb
  }

  /// The surface, m².
  let area: Ratio
  /// The strongest wind between two disturbances, m/s, each.
  let winds: [Ratio]
  /// At which height it was measured, m.
  let height: Ratio
  /// The friction speed from which the material moves, m/s.
  let threshold: Ratio
  let surroundings: Surroundings

  init(area: Ratio, winds: [Ratio], height: Ratio, threshold: Ratio, surroundings: Surroundings) {
    self.area = area
    self.winds = winds
    self.height = height
    self.threshold = threshold
    self.surroundings = surroundings
  }

  init(fields: JSONFields) throws(ContractViolation) {
    area = try fields.positiveRatio("area")
    winds = try (fields.objects("winds", required: true, maximum: 366) as [WindSpeed]).map(\.speed)
    height = try fields.ratio("height")
    threshold = try fields.ratio("threshold")
    surroundings = try fields.code("surroundings")
    // The profile of the wind begins above the roughness of the ground.
    guard height > .one else { throw fields.violation(.fieldRange, "height", "The height must be more than 1 m.") }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("area", number: area)
    object.set("winds", winds.map(WindSpeed.init))
    object.set("height", number: height)
    object.set("threshold", number: threshold)
    object.set("surroundings", code: surroundings)
    return .object(object)
  }

  /// E_w = k · ΣP, P = 58 (u* − u_t)² + 25 (u* − u_t) where u* > u_t, in grams a square metre.
  func gramsPerSquareMetre(_ guide: DustGuide) -> Double {
    let roughness = surroundings == .city ? guide.roughnessCity : guide.roughnessSuburb
    let potentials = winds.map { wind in
      let friction = guide.karman * wind.approximate / Series.logarithm(height.approximate / roughness)
      let excess = friction - threshold.approximate
      return excess > 0 ? guide.erosionSquare * excess * excess + guide.erosionLinear * excess : 0
    }
    return guide.erosion * potentials.reduce(0, +)
  }
}

/// One wind of a list.
private struct WindSpeed: JSONConvertible {
  let speed: Ratio

  init(_ speed: Ratio) { self.speed = speed }
  init(fields: JSONFields) throws(ContractViolation) { speed = try fields.ratio("speed") }

  var json: JSON {
    var object = JSONObject()
    object.set("speed", number: speed)
    return .object(object)
  }
}
