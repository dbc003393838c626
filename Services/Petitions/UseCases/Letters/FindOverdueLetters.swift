import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Finds work reminder letters that were not acknowledged or answered in time, and tells of each period once.
struct FindOverdueLetters: Sendable {
  let rules: RuleBook

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    for var letter in try await LetterStore.lock(
      timers.compactMap { UUID(text: $0.subject) }, on: work.connection)
    {
      // A year's calendar that has been announced since may have moved the end.
      try letter.recount(rules)
      let events = letter.findOverdue(at: work.now)
      letter.updatedAt = work.now
      for event in events {
        LetterTaker.tell(event, of: &letter, work: work)
        work.record(
          AuditEntry(
            actor: "petitions", action: "reminder-letter.overdue", subject: letter.id.lowercased,
            cause: event.missed.rule))
      }
      LetterTaker.schedule(letter, work: work)
      try await LetterStore.save(letter, on: work.connection)
    }
  }
}
