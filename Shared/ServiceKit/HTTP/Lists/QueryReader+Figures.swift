public import Civics
public import FoundationEssentials

extension QueryReader {
  /// The period that figures are asked for by `period`; without it the month of an instant in Shanghai.
  /// - Throws: ``Problem`` 422 for what is no period.
  public func figurePeriod(orMonthOf now: Date) throws(Problem) -> FigurePeriod {
    let month = String(ShanghaiTime.day(of: now).description.prefix(7))
    guard let period = FigurePeriod(text("period") ?? month) else {
      throw Self.invalid("period", "2024, 2024-Q1, 2024-02, 2024-02-15 or 2024-02-15/2024-03-20, at most ten years")
    }
    return period
  }
}
