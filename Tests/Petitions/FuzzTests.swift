import Contracts
import FoundationEssentials
import Support
import Testing

@testable import Petitions

/// What hotlines, 311 clients and people at the public query send.
@Suite("Fuzzed: complaints and queries")
struct FuzzTests {
  @Test func `complaints are taken or refused, and the same one has one form`() async throws {
    let seed = Fixtures.complaint(uscc: "91350100M000100Y43", wantsReply: true).json.bytes
    let words = [
      "\"reporter\":{", "\"externalId\":\"\"", "\"location\":{\"latitude\":91}", "\"attachments\":[", "\"visit\":{",
    ]
    try await Fuzzing.run("complaints", seeds: [seed], words: words) { input in
      guard let json = try? JSON(parsing: input), let complaint = try? ComplaintSubmitted(json: json) else { return }
      let first = CanonicalComplaint.bytes(complaint)
      guard let again = try? ComplaintSubmitted(json: complaint.json), CanonicalComplaint.bytes(again) == first else {
        throw Fuzzing.Broken("has another form when written again")
      }
    }
  }

  @Test func `parameters of Open311`() async throws {
    let seeds = [
      "jurisdiction_id=jiujiang.test&service_code=water&lat=29.7&long=115.9&description=%E6%B2%B3&attribute[A]=1",
      "start_date=2024-01-01T00%3A00%3A00Z&status=open,closed&page=2&page_size=50&service_request_id=a,b",
    ].map { Array($0.utf8) }
    try await Fuzzing.run("parameters of Open311", seeds: seeds, words: ["&lat=", "%", "+", "attribute[", "&&", "=="]) {
      input in
      guard let parameters = try? Open311Parameters(String(decoding: input, as: UTF8.self)) else { return }
      if let query = try? Open311Query.requests(parameters, now: Date()), query.pageSize > ListServiceRequests.most {
        throw Fuzzing.Broken("a page of \(query.pageSize)")
      }
    }
  }
}
