extension WorkingCalendar {
  /// The four announced years 2023–2026. Plans announced later come as data and are added with ``replacing(_:)``.
  ///
  /// The counts of working days are 249, 251, 248 and 248. 2024-02-09, New Year's Eve, is legally a working day.
  public static let builtIn = WorkingCalendar(builtIn: [
    plan(
      2023, "国办发明电〔2022〕16号",
      working: [128, 129, 423, 506, 625, 1007, 1008],
      rest: [102, 123, 124, 125, 126, 127, 405, 501, 502, 503, 622, 623, 929, 1002, 1003, 1004, 1005, 1006]),
    plan(
      2024, "国办发明电〔2023〕7号",
      working: [204, 218, 407, 428, 511, 914, 929, 1012],
      rest: [
        101, 212, 213, 214, 215, 216, 404, 405, 501, 502, 503, 610, 916, 917, 1001, 1002, 1003, 1004, 1007,
      ]),
    plan(
      2025, "国办发明电〔2024〕12号",
      working: [126, 208, 427, 928, 1011],
      rest: [
        101, 128, 129, 130, 131, 203, 204, 404, 501, 502, 505, 602, 1001, 1002, 1003, 1006, 1007, 1008,
      ]),
    plan(
      2026, "国务院办公厅关于2026年部分节假日安排的通知",
      working: [104, 214, 228, 509, 920, 1010],
      rest: [
        101, 102, 216, 217, 218, 219, 220, 223, 406, 501, 504, 505, 619, 925, 1001, 1002, 1005, 1006, 1007,
      ]),
  ])

  /// Days are written as month × 100 + day, as the notices list them.
  private static func plan(_ year: Int, _ source: String, working: [Int], rest: [Int]) -> WorkingCalendarYear {
    func days(_ list: [Int]) -> [CivilDate] {
      list.compactMap { CivilDate(year: year, month: $0 / 100, day: $0 % 100) }
    }
    return WorkingCalendarYear(checked: year, working: days(working), rest: days(rest), source: source)
  }
}
