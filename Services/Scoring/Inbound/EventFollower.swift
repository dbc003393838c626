import Contracts
import Messaging

/// What events mean beside the ledger: results of draws, and cases of counties.
struct EventFollower: Sendable {
  /// Types that say nothing for the ledger.
  static let compensationTypes: Set<EventType> = [.compensationClueOpened]

  let match: MatchResults
  let count: CountCases

  func callAsFunction(_ messages: [InboundMessage], work: UnitOfWork) async throws {
    var inspections: [InspectionRecorded] = []
    var cases: [CountyCase] = []
    for message in messages {
      switch message.event.type {
      case .inspectionRecorded: inspections.append(try message.event.decode())
      case .compensationClueOpened: cases.append(CountyCase(clue: try message.event.decode()))
      case .compensationClosed: cases.append(CountyCase(closed: try message.event.decode()))
      default: break
      }
    }
    try await match(inspections, work: work)
    // A case that a city or province handles itself is no county's.
    try await count(cases.filter { !$0.county.hasSuffix("00") }, work: work)
  }
}

extension CountyCase {
  init(clue event: CompensationClueOpened) {
    self.init(
      caseId: event.caseId, caseNumber: event.caseNumber, county: event.region, clueSource: event.clueSource,
      clueAt: event.at)
  }

  init(closed event: CompensationClosed) {
    self.init(
      caseId: event.caseId, caseNumber: event.caseNumber, county: event.region, closedAt: event.at,
      outcome: event.outcome)
  }
}
