import Civics
import Contracts
import FoundationEssentials

/// What the figures count of one petition beside its receipt, and what digests and checks ask of it, as it stands now.
///
/// A petition can be sent back, re-opened or found to be of another kind. So its tally is made anew after every change,
/// and the counters are corrected by the difference to the tally before: they always say what the cases say, and the
/// figures of a past period change only when its cases do.
struct PetitionTally: Equatable, Sendable {
  let received: FigureCell
  /// The kind as the bureau sees it.
  let category: String
  /// The last day of the limit for acceptance; nil while it runs undecided, or when the petition was refused in time.
  var acceptableOn: CivilDate?
  var acceptedInTime = false
  /// The last day for the answer; nil while it runs and no answer is given.
  var dueOn: CivilDate?
  var concludedInTime = false
  var acceptedOn: CivilDate?
  var concluded = false
  var replied = false
  /// The day of the last call-back that brought a verdict.
  var calledBackOn: CivilDate?
  var satisfied = false
  /// The division whose bureau has the case.
  var bureauRegion: String
  var archivedAt: Date?
  /// When it was last sent back or opened again.
  var returnedAt: Date?

  /// The counts of this petition by cell.
  var cells: [FigureCell: FigureCounts] {
    var cells: [FigureCell: FigureCounts] = [:]
    func count(_ day: CivilDate?, _ measures: [(FigureMeasure, Bool)]) {
      guard let day else { return }
      let cell = FigureCell(day: day, region: received.region, channel: received.channel, category: category)
      for (measure, isTrue) in measures where isTrue { cells[cell, default: FigureCounts()][measure] += 1 }
    }
    if category != received.category {
      // Receipt was counted under the kind that the complaint named.
      cells[received, default: FigureCounts()][.received] -= 1
      count(received.day, [(.received, true)])
    }
    count(acceptableOn, [(.acceptable, true), (.acceptedInTime, acceptedInTime)])
    count(dueOn, [(.due, true), (.concludedInTime, concludedInTime)])
    count(acceptedOn, [(.accepted, true), (.concluded, concluded), (.replied, replied)])
    count(calledBackOn, [(.calledBack, true), (.satisfied, satisfied)])
    return cells
  }

  /// What the counters must be changed by when a petition's tally goes from one to another.
  /// - Parameter before: nil for a petition of which nothing but its receipt was counted.
  static func changes(from before: PetitionTally?, to after: PetitionTally) -> [FigureCell: FigureCounts] {
    var changes = after.cells
    for (cell, counts) in before?.cells ?? [:] { changes[cell] = (changes[cell] ?? FigureCounts()) - counts }
    return changes.filter { !$0.value.isZero }
  }
}

extension PetitionTally {
  /// Where a petition's receipt was counted when it came in.
  static func receipt(_ petition: Petition) -> FigureCell {
    FigureCell(
      day: ShanghaiTime.day(of: petition.receivedAt), region: petition.region, channel: petition.channel.rawValue,
      category: petition.category.rawValue)
  }

  init(_ petition: Petition) {
    let file = petition.file
    received = Self.receipt(petition)
    category = (file.accepted?.category ?? petition.category).rawValue
    let acceptance = petition.acceptance
    if file.accepted != nil || acceptance.overdueAt != nil {
      acceptableOn = acceptance.lastDay
      acceptedInTime = file.accepted != nil && acceptance.isMetInTime
    }
    if let clock = petition.conclusion, file.concluded != nil || clock.overdueAt != nil {
      dueOn = clock.lastDay
      concludedInTime = file.concluded != nil && clock.isMetInTime
    }
    acceptedOn = (file.accepted?.at).map(ShanghaiTime.day(of:))
    concluded = file.concluded != nil
    replied = concluded && petition.contact(3)?.isDone == true
    if let call = file.calls.last(where: { $0.satisfied != nil }) {
      calledBackOn = ShanghaiTime.day(of: call.at)
      satisfied = call.satisfied == true
    }
    bureauRegion = petition.bureauRegion
    archivedAt = file.archived?.at
    returnedAt = [file.rechecks.last.flatMap { $0.passed ? nil : $0.at }, file.reopening?.event.at].compactMap { $0 }
      .max()
  }
}

extension Petition {
  /// The division whose bureau has the case: that of the receiver, unless the last transfer was given back.
  fileprivate var bureauRegion: String {
    guard let last = file.transfers.last else { return region }
    let isKept = file.custody?.holder == last.to || (file.assigned?.at ?? .distantPast) >= last.at
    return isKept ? last.toRegion : file.transfers.dropLast().last?.toRegion ?? region
  }
}

extension Deadline {
  /// The last day on which it can be met; its end is the midnight after.
  var lastDay: CivilDate { ShanghaiTime.day(of: basis.due.addingTimeInterval(-1)) }
  var isMetInTime: Bool { metAt.map { $0 < basis.due } ?? false }
}
