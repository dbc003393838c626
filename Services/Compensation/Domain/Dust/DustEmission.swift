import Civics
import Contracts
import FoundationEssentials

/// How much dust left an uncovered heap, by the national guide for inventories of dust (扬尘源颗粒物排放清单编制技术指南): an
/// estimate, which becomes the quantity of a damage to the air.
struct DustEmission: JSONConvertible, Equatable, Sendable {
  enum Particle: String, Sendable, CaseIterable {
    case total = "TSP"
    case coarse = "PM10"
    case fine = "PM2.5"
  }

  let particle: Particle
  /// The share that measures hold back, from 0 to 1.
  let efficiency: Ratio
  let loading: DustLoading?
  let erosion: WindErosion?

  init(particle: Particle, efficiency: Ratio = .zero, loading: DustLoading? = nil, erosion: WindErosion? = nil) {
    self.particle = particle
    self.efficiency = efficiency
    self.loading = loading
    self.erosion = erosion
  }

  init(fields: JSONFields) throws(ContractViolation) {
    particle = try fields.code("particle")
    efficiency = try fields.optionalRatio("efficiency") ?? .zero
    loading = try fields.optionalObject("loading")
    erosion = try fields.optionalObject("erosion")
    guard efficiency <= .one else { throw fields.violation(.fieldRange, "efficiency", "A share lies from 0 to 1.") }
    guard loading != nil || erosion != nil else {
      throw fields.violation(.fieldMissing, "loading", "Loading or erosion by wind is needed, or both.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("particle", code: particle)
    object.set("efficiency", number: efficiency)
    object.set("loading", loading)
    object.set("erosion", erosion)
    return .object(object)
  }

  /// Kilograms, rounded to grams, with the steps on the sheet. The powers of the guide have no exact result, so this is
  /// worked out in floating point; money is not.
  func kilograms(_ rules: DamageRules, _ sheet: inout DamageWorksheet) throws(DamageError) -> Ratio {
    let guide = try DustGuide(rules, particle, &sheet)
    let passed = 1 - efficiency.approximate
    var grams = 0.0
    if let loading {
      let factor = loading.kilogramsPerTonne(guide) * passed
      grams += factor * loading.tonnes.approximate * 1_000
      sheet.write("装卸 E_h = \(factor.formatted) 千克/吨 × \(loading.tonnes) 吨")
    }
    if let erosion {
      let factor = erosion.gramsPerSquareMetre(guide) * passed
      grams += factor * erosion.area.approximate
      sheet.write("风蚀 E_w = \(factor.formatted) 克/平方米 × \(erosion.area) 平方米")
    }
    guard grams.isFinite, grams >= 0, grams < 1e15 else { throw .tooLarge }
    do throws(AmountError) {
      let kilograms = try Ratio(Int(grams.rounded()), over: 1_000)
      sheet.write("合计 = \(kilograms) 千克\(particle.rawValue)(估算,取整至克)")
      return kilograms
    } catch {
      throw .tooLarge
    }
  }
}
