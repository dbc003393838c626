import Civics
import FoundationEssentials

extension Ratio {
  /// The number as events write it: exact where it has a finite decimal, else to twelve places.
  var exactDecimal: Decimal {
    let text = description
    if !text.contains("/"), let exact = Decimal(string: text) { return exact }
    return Decimal(numerator) / Decimal(denominator)
  }
}
