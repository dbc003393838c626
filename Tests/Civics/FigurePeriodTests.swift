import Civics
import Testing

@Suite("Periods of figures")
struct FigurePeriodTests {
  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31", "2022"), ("2024-Q1", "2024-01-01", "2024-03-31", "2023-Q4"),
    ("2024-02", "2024-02-01", "2024-02-29", "2024-01"), ("2024-01", "2024-01-01", "2024-01-31", "2023-12"),
    ("2024-02-15", "2024-02-15", "2024-02-15", "2024-02-14"),
    ("2024-02-15/2024-03-20", "2024-02-15", "2024-03-20", "2024-01-11/2024-02-14"),
  ])
  func `a period has its days and the one before it`(text: String, first: String, last: String, before: String) throws {
    let period = try #require(FigurePeriod(text))
    #expect(period.first.description == first && period.last.description == last && period.text == text)
    #expect(period.before.text == before)
    #expect(period.before.last.next == period.first)
  }

  @Test(arguments: [
    "", "2024-13", "2024-Q5", "2024-02-30", "2024-03-01/2024-02-01", "2000-01-01/2024-01-01", "24", "２０２４",
    "2024-02-15/2024-03-20/2024-04-01", "0000", "2024Q1",
  ])
  func `what is no period is none`(text: String) {
    #expect(FigurePeriod(text) == nil)
  }

  @Test func `whole years, months, dekads and the days at the ends cover each day of a period once`() throws {
    let start = try #require(CivilDate("2023-11-20"))
    for from in 0..<70 {
      for length in [0, 1, 5, 9, 10, 11, 39, 40, 41, 100, 131, 400, 1200] {
        let first = start.adding(days: from)
        let last = first.adding(days: length)
        let runs = try #require(FigurePeriod("\(first)/\(last)")).runs
        var covered: [CivilDate] = []
        for run in runs {
          var span = run.first
          while span <= run.last {
            #expect(run.grain.start(of: span) == span)
            let next = run.grain.next(after: span)
            covered += (0..<next.days(since: span)).map { span.adding(days: $0) }
            span = next
          }
        }
        #expect(covered.sorted() == (0...length).map { first.adding(days: $0) }, "\(first)/\(last)")
        let spans = runs.reduce(0) {
          $0 + ($1.last.days(since: $1.first) + 1)
            / [365, 28, 8, 1][FigureGrain.allCases.firstIndex(of: $1.grain) ?? 3] + 1
        }
        #expect(spans <= 60, "few rows, however long: \(runs)")
      }
    }
  }

  @Test func `a year is one span, and a third of a month another`() throws {
    #expect(try #require(FigurePeriod("2023")).runs.map(\.grain) == [.year])
    #expect(try #require(FigurePeriod("2024-02-21/2024-02-29")).runs.map(\.grain) == [.dekad])
    #expect(try #require(FigurePeriod("2024-02-15/2024-03-12")).runs.map(\.grain) == [.day, .dekad, .day])
  }
}
