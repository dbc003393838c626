extension WorkingCalendarYear {
  /// Reads one year's plan. `file` is only for messages.
  ///
  ///     year: 2027
  ///     source: 国务院办公厅关于2027年部分节假日安排的通知
  ///     working: [2027-02-06]
  ///     rest: [2027-01-01]
  public init(yaml: String, file: String) throws(RulePackError) {
    let root = try PackNode.root(yaml: yaml, file: file)
    try root.onlyKeys(["year", "source", "working", "rest"])
    let yearNode = try root.required("year")
    guard let year = Int(try yearNode.text()) else { throw yearNode.failure("must be a year") }
    let working = try Self.days(root.required("working"))
    let rest = try Self.days(root.required("rest"))
    let source = try root.required("source").text()
    do throws(WorkingCalendarError) {
      try self.init(year: year, working: working, rest: rest, source: source)
    } catch {
      throw root.failure(error.description)
    }
  }

  private static func days(_ node: PackNode) throws(RulePackError) -> [CivilDate] {
    try node.elements().map { (element) throws(RulePackError) in try element.day() }
  }
}
