import Contracts
import FoundationEssentials

/// Money received, as banks and insurers tell it. The bank's remark is left behind: it may name a person.
enum PaymentReader {
  static func read(_ event: CloudEvent, now: Date) throws(ContractViolation) -> Payment {
    let told = try event.decode(PaymentReceived.self)
    try ClockBounds().check(told.receivedAt, field: "data.receivedAt", now: now)
    return Payment(
      id: EventIdentity.uuidV5(
        namespace: EventIdentity.causeNamespace, parts: "payment", event.source, told.paymentNumber),
      source: event.source, paymentNumber: told.paymentNumber, caseId: told.caseId, amountFen: told.amountFen,
      receivedAt: told.receivedAt, payer: told.payer, account: told.account)
  }
}
