/// Figures as they are shown: for all together and for each group, now and before.
struct MessageFigureReport: Sendable {
  struct Group: Sendable {
    /// Empty for all together.
    let key: String
    let now: MessageCounts
    let before: MessageCounts
  }

  /// Sums of one group over one span of time.
  struct Sum: Sendable {
    let span: MessageFigureQuestion.Span
    let key: String
    let counts: MessageCounts
  }

  let question: MessageFigureQuestion
  let total: Group
  /// Ascending by key; none without grouping.
  let groups: [Group]

  init(_ sums: [Sum], question: MessageFigureQuestion) {
    self.question = question
    func group(_ key: String, _ sums: [Sum]) -> Group {
      func total(_ span: MessageFigureQuestion.Span) -> MessageCounts {
        sums.reduce(MessageCounts()) { $1.span == span ? $0 + $1.counts : $0 }
      }
      return Group(key: key, now: total(.now), before: total(.before))
    }
    total = group("", sums)
    let byKey = question.grouping == .none ? [:] : Dictionary(grouping: sums, by: \.key)
    groups = byKey.keys.sorted().map { group($0, byKey[$0] ?? []) }
  }
}
