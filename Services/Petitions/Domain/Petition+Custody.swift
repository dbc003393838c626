import Contracts
import FoundationEssentials

extension Petition {
  /// Passes the case on to a unit.
  mutating func hand(to unit: String, byTransfer isByTransfer: Bool, at now: Date) {
    var custody = file.custody ?? Custody(holder: unit)
    custody.holder = unit
    custody.isByTransfer = isByTransfer
    custody.handedOverAt = custody.handedOverAt ?? now
    file.custody = custody
  }

  /// Takes an open transfer over, for whatever the receiver does first with the case is taking it over.
  /// - Returns: the event; nil when no transfer waits.
  mutating func takeOver(at now: Date) -> PetitionTakenOver? {
    guard file.custody?.isTransferOpen ?? false else { return nil }
    file.custody?.transfer = nil
    file.custody?.isObjectionDecided = false
    end([.takeOver, .objection], at: now)
    return PetitionTakenOver(
      petitionId: id, petitionNumber: number, region: region, at: now, unit: unit,
      dueDates: dueDates(of: DeadlineKind.ofAnswer))
  }

  /// Takes an open transfer over and lets the petitioner know (信访工作条例 第二十三条), before the step itself.
  mutating func takeOver(at now: Date, effects: inout StepEffects) {
    guard let taken = takeOver(at: now) else { return }
    effects.events.append(taken)
    effects.add(open(notice: .takenOver, at: now))
    effects.message = PetitionerMessage(
      contact: 0, template: "petition-taken-over", parameters: parameters(["unit": unit], due: openClocks.first))
  }

  /// Values for a message: the number, and the date by which something is promised.
  func parameters(_ more: [String: String] = [:], due: Deadline? = nil) -> [String: String] {
    var parameters = more
    parameters["petitionNumber"] = number
    parameters["due"] = due.map { RFC3339.text(of: $0.basis.due) }
    return parameters
  }

  /// The four promises (问题有人接、案件及时办、效果有监督、办结有回应).
  var promises: PetitionPromises {
    let answers = allClocks.filter {
      DeadlineKind.ofAnswer.contains($0.kind) || DeadlineKind.ofDecision.contains($0.kind)
    }
    return PetitionPromises(
      ownerAssigned: file.custody?.handedOverAt != nil,
      handledInTime: file.concluded != nil && answers.allSatisfy { ($0.metAt ?? .distantFuture) < $0.basis.due },
      effectSupervised: file.passedRecheck != nil, replyGiven: file.concluded != nil && contact(3)?.isDone == true)
  }
}
