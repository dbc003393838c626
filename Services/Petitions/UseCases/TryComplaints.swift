import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Tells what would become of complaints, with everything that is wrong with them. Keeps nothing.
struct TryComplaints: Sendable {
  /// One of them.
  struct Trial: Sendable {
    /// What would be sent as the data of the event.
    let data: JSON
    let source: String
    let eventId: String?
    let time: Date?
  }

  /// What would become of it.
  struct Outcome: Sendable {
    var status: ReceiptStatus = .rejected
    var violations: [ContractViolation] = []
    var notices: [ReceiptNotice] = []
    /// Fields that the contract does not know.
    var unknownFields: [String] = []
    /// The petition as it would be; with the number of the present one where there is one.
    var petition: Petition?
  }

  let rules: RuleBook
  let routing: RoutingBook
  let sealing: PetitionSealing
  let petitions: PetitionStore

  /// - Returns: one outcome for each, in order.
  func callAsFunction(
    _ trials: [Trial], at now: Date, on connection: PostgresConnection
  ) async throws -> [Outcome] {
    let incoming = trials.map { trial in
      let complaint = Self.complaint(trial.data)
      return IncomingComplaint(
        source: trial.source, eventId: trial.eventId ?? "http:\((try? complaint.get())?.externalId ?? "")",
        time: trial.time, traceParent: nil, complaint: complaint, submission: UUID())
    }
    let rules = PetitionRules(try rules.rules(at: now), calendar: rules.calendar)
    let drafting = Drafting(
      rules: rules, sealing: sealing, now: now, clocks: try rules.intakeClocks(from: now),
      routing: try routing.table(rules.rules),
      lookups: try await IntakeLookups(incoming, petitions: petitions, on: connection))
    let drafts = incoming.map { try? drafting.draft($0).get() }
    var known = try await known(drafts.compactMap { $0 }, on: connection)
    return zip(trials, drafts).map { trial, draft in
      var outcome = Outcome(unknownFields: ComplaintReview.unknownFields(of: trial.data))
      if !outcome.unknownFields.isEmpty { outcome.notices.append(.fieldUnknown) }
      guard let draft else {
        outcome.violations = ComplaintReview.violations(of: trial.data) { complaint throws(ContractViolation) in
          try drafting.check(complaint, time: trial.time)
        }
        return outcome
      }
      outcome.notices = draft.notices + outcome.notices
      (outcome.status, outcome.petition) = known.take(draft)
      return outcome
    }
  }

  private static func complaint(_ data: JSON) -> Result<ComplaintSubmitted, ContractViolation> {
    do throws(ContractViolation) {
      return .success(try ComplaintSubmitted(json: data))
    } catch {
      return .failure(error)
    }
  }

  private func known(
    _ drafts: [PetitionDraft], on connection: PostgresConnection
  ) async throws -> KnownPetitions {
    guard !drafts.isEmpty else { return KnownPetitions() }
    let found = try await petitions.read(
      """
      id = any(\(drafts.map { $0.joins ?? $0.petition.id })) or event = any(\(drafts.map(\.petition.correlation)))
      """, on: connection)
    var known = KnownPetitions(
      contents: try await SupplementStore.contents(
        of: found.map(\.petition.id), among: drafts.map(\.content), on: connection))
    for (petition, content) in found { known.add(petition, content: content) }
    return known
  }
}
