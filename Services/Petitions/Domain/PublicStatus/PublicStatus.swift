import Civics
import Contracts
import FoundationEssentials

/// All that number and code tell: the stage, and until when the next answer is due.
struct PublicStatus: Sendable, Equatable {
  let number: String
  let stage: PublicStage
  /// The end of the earliest of the law's own periods in which the petitioner must be told something; nil when none runs.
  let due: Date?

  init(_ petition: Petition) {
    number = petition.number
    stage = PublicStage(petition.status)
    due = [petition.acceptance, petition.conclusion].compactMap { $0 }.filter(\.isRunning).map(\.basis.due).min()
  }

  /// The last day on which it is in time: a period ends at 24:00.
  var lastDay: CivilDate? { due.map { ShanghaiTime.day(of: $0.addingTimeInterval(-1)) } }
}
