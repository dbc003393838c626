import Civics
import Contracts
import FoundationEssentials

/// Material that was loaded or unloaded.
struct DustLoading: JSONConvertible, Equatable, Sendable {
  let tonnes: Ratio
  /// Mean wind at the ground, m/s.
  let wind: Ratio
  /// Moisture of the material, percent.
  let moisture: Ratio

  init(tonnes: Ratio, wind: Ratio, moisture: Ratio) {
    self.tonnes = tonnes
    self.wind = wind
    self.moisture = moisture
  }

  init(fields: JSONFields) throws(ContractViolation) {
    tonnes = try fields.positiveRatio("tonnes")
    wind = try fields.ratio("wind")
    moisture = try fields.positiveRatio("moisture")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("tonnes", number: tonnes)
    object.set("wind", number: wind)
    object.set("moisture", number: moisture)
    return .object(object)
  }

  /// E_h = k · 0.0016 · (u/2.2)^1.3 / (M/2)^1.4, in kilograms a tonne.
  func kilogramsPerTonne(_ guide: DustGuide) -> Double {
    guide.loading * guide.loadingFactor * Series.power(wind.approximate / guide.loadingWind, guide.loadingWindPower)
      / Series.power(moisture.approximate / guide.loadingMoisture, guide.loadingMoisturePower)
  }
}
