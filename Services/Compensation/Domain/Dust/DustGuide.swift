import Civics

/// The numbers of the guide for one size of particle, as the rule packs have them.
struct DustGuide: Sendable {
  let loading: Double
  let erosion: Double
  let loadingFactor: Double
  let loadingWind: Double
  let loadingWindPower: Double
  let loadingMoisture: Double
  let loadingMoisturePower: Double
  let erosionSquare: Double
  let erosionLinear: Double
  let karman: Double
  let roughnessCity: Double
  let roughnessSuburb: Double

  init(
    _ rules: DamageRules, _ particle: DustEmission.Particle, _ sheet: inout DamageWorksheet
  ) throws(DamageError) {
    let key = DamageRules.Key.dust
    let table = try rules.read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.table(key) }
    guard let row = table.row(where: "particle", is: particle.rawValue) else {
      throw .notInTable(field: "particle", value: particle.rawValue, known: [])
    }
    (loading, erosion) = try rules.read(key, &sheet) { (_) throws(RuleLookupError) in
      (try row.number("loading").approximate, try row.number("wind-erosion").approximate)
    }
    let parameters = DamageRules.Key.dustParameters
    let numbers = try rules.read(parameters, &sheet) { (rules) throws(RuleLookupError) in try rules.table(parameters) }
    func number(_ code: String) throws(DamageError) -> Double {
      guard let row = numbers.row(where: "code", is: code) else {
        throw .notInTable(field: parameters, value: code, known: [])
      }
      do throws(RuleLookupError) { return try row.number("value").approximate } catch { throw .rule(error) }
    }
    loadingFactor = try number("LOADING_FACTOR")
    loadingWind = try number("LOADING_WIND")
    loadingWindPower = try number("LOADING_WIND_POWER")
    loadingMoisture = try number("LOADING_MOISTURE")
    loadingMoisturePower = try number("LOADING_MOISTURE_POWER")
    erosionSquare = try number("EROSION_SQUARE")
    erosionLinear = try number("EROSION_LINEAR")
    karman = try number("KARMAN")
    roughnessCity = try number("ROUGHNESS_CITY")
    roughnessSuburb = try number("ROUGHNESS_SUBURB")
  }
}

extension Ratio {
  /// The nearest floating-point number: for physics, never for money.
  var approximate: Double { Double(numerator) / Double(denominator) }
}

extension Double {
  /// With six places after the point, for a derivation.
  var formatted: String { "\((self * 1e6).rounded() / 1e6)" }
}
