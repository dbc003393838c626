import Contracts

/// Sorts notices into those that go now, those that wait for a digest, and those that were told before.
struct NoticeSorting: Sendable {
  /// What an addressee was told of before, by its place among those to sort.
  let repeats: Set<Int>
  /// How many messages each addressee got within the window.
  private var told: [String: Int]
  private let timing: NoticeTiming

  private(set) var now: [AddressedNotice] = []
  private(set) var gathered: [AddressedNotice] = []
  private(set) var dropped: [AddressedNotice] = []

  /// - Parameters:
  ///   - notices: in the order of their events.
  ///   - told: how many messages each got within the window, before these.
  ///   - repeats: the places of those that were told within their time (`once`).
  init(_ notices: [AddressedNotice], told: [String: Int], repeats: Set<Int>, timing: NoticeTiming) {
    self.repeats = repeats
    self.told = told
    self.timing = timing
    var seen: Set<[String]> = []
    for (place, notice) in notices.enumerated() {
      let same = [notice.key, notice.rule.template, notice.telling.subject]
      if notice.rule.once != nil, repeats.contains(place) || !seen.insert(same).inserted {
        dropped.append(notice)
      } else {
        sort(notice)
      }
    }
  }

  private mutating func sort(_ notice: AddressedNotice) {
    // What is switched off is told nothing, unless the law asks for it.
    if notice.entry?.isActive == false, notice.rule.urgency != .legal {
      dropped.append(notice)
      return
    }
    guard notice.rule.urgency == .ordinary else {
      now.append(notice)
      return
    }
    if notice.rule.isGathered || told[notice.key, default: 0] >= timing.mostInWindow {
      gathered.append(notice)
    } else {
      told[notice.key, default: 0] += 1
      now.append(notice)
    }
  }
}
