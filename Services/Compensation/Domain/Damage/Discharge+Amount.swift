import Civics

extension Discharge {
  /// E and C with where they come from.
  func write(on sheet: inout DamageWorksheet) {
    sheet.write("E 排放数量 = \(quantity) \(unit.chinese)(\(source))")
    sheet.write("C 单位治理成本 = \(cost.yuan) 元/\(unit.chinese)(\(cost.basis.chinese):\(cost.reference))")
  }

  /// E × C × the coefficients, rounded once to fen at the end.
  func amount(_ coefficients: [Ratio], _ sheet: inout DamageWorksheet) throws(DamageError) -> Money {
    let factors = [quantity, cost.yuan] + coefficients
    let product = factors.map(\.description).joined(separator: " × ")
    do throws(AmountError) {
      let amount = try Money(yuanProduct: factors)
      sheet.write("D = \(product) = \(amount) 元(仅在最后四舍五入至分)")
      return amount
    } catch {
      throw .tooLarge
    }
  }
}
