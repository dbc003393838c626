import Contracts
import Testing

@testable import Notifications

@Suite("Fields of events")
struct EventFieldsTests {
  @Test func `the fields of an event are those of its schema, with what they refer to`() throws {
    let shape = try #require(EventFields.shape(of: .reminderLetterIssued))
    #expect(shape["letterNumber"] == .single(.text) && shape["at"] == .single(.instant))
    #expect(shape["cause"] == .single(.code) && shape["demands"] == .list(.single(.code)))
    guard case .list(let finding)? = shape["findings"], case .list(let due)? = shape["dueDates"] else {
      Issue.record("no lists")
      return
    }
    #expect(
      finding["summary"] == .single(.text) && due["due"] == .single(.instant) && due["length"] == .single(.number))
    #expect(EventFields.shape(of: .digestCompiled)?["day"] == .single(.day))
    #expect(EventFields.shape(of: .petitionConcluded)?["onTime"] == .single(.flag))
    #expect(EventFields.shape(of: .petitionOverdue)?["missed"]?["due"] == .single(.instant))
  }

  @Test func `everything the other services tell can be told on, and nothing else`() {
    for contract in ContractCatalogue.contracts {
      let isTold = EventFilter.topics.contains(contract.topic)
      #expect((EventFields.shape(of: contract.type) != nil) == isTold, "\(contract.type)")
    }
  }
}
