import Contracts
import FoundationEssentials
import Messaging
import NIOHTTP1
import Postgres
import ServiceKit
import Support
import Testing

@testable import Notifications

@Suite("Subscriptions over HTTP")
struct SubscriptionRoutesTests {
  private let agency = "water-bureau agency 360400"
  private let leader = "li.na leader 360000"
  private let wish = Self.wish("http://127.0.0.1:9/hook")

  private static func wish(_ url: String) -> JSON {
    [
      "url": .string(url), "types": ["ecoredress.colour.", "ecoredress.petition.verified.v1"],
      "regions": ["360482"], "colours": ["red"],
    ]
  }

  @Test func `an agency asks, a leader approves, and the secret is shown once`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        try await Served.with(office) { call in
          let made = try await call(.POST, "v1/subscriptions", agency, Self.wish(receiver.url()))
          #expect(made.status == 201 && made.body["status"]?.string == "requested")
          #expect(made.body["agency"]?.string == "water-bureau")
          let secret = try #require(made.body["secret"]?.string)
          #expect(WebhookSecret(secret) != nil)
          let path = "v1/subscriptions/" + (made.body["id"]?.string ?? "")
          try await office.announce([Fixtures.event("early")])
          #expect(try await office.count("select count(*) from delivery") == 0)
          #expect(try await call(.POST, path + "/approve", agency, nil).status == 403)
          #expect(try await call(.POST, path + "/approve", "li.na leader 350000", nil).status == 403)
          #expect(try await call(.POST, path + "/approve", leader, nil).body["status"]?.string == "approved")
          #expect(try await call(.POST, path + "/approve", leader, nil).status == 409)
          try await office.announce([Fixtures.event("late")])
          let one = try await call(.GET, path, agency, nil)
          #expect(one.body["secret"] == nil && one.body["statistics"]?["pending"]?.integer == 1)
          let list = try await call(.GET, "v1/subscriptions?status=approved", agency, nil)
          #expect(list.body["subscriptions"]?.array?.count == 1)
          #expect(!list.body.text.contains(secret))
          let audit = try await office.pool.query(
            "select actor, action from audit order by id", as: (String, String).self)
          #expect(audit.map(\.0) == ["water-bureau", "li.na", "li.na"])
          #expect(audit.map(\.1) == ["subscription.requested", "endpoint.verified", "subscription.approve"])
        }
      }
    }
  }

  @Test func `others' subscriptions are not known to exist, and an agency may switch off its own alone`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        try await Served.with(office) { call in
          let made = try await call(.POST, "v1/subscriptions", agency, Self.wish(receiver.url()))
          let path = "v1/subscriptions/" + (made.body["id"]?.string ?? "")
          let stranger = "housing agency 360000"
          #expect(try await call(.GET, path, stranger, nil).status == 404)
          #expect(try await call(.POST, path + "/disable", stranger, nil).status == 404)
          #expect(try await call(.GET, "v1/subscriptions", stranger, nil).body["subscriptions"]?.array?.isEmpty == true)
          #expect(try await call(.POST, path + "/disable", agency, nil).body["reason"]?.string == "by-staff")
          #expect(try await call(.POST, path + "/disable", agency, nil).status == 409)
          #expect(try await call(.POST, path + "/enable", agency, nil).status == 403)
          #expect(
            try await call(.POST, path + "/enable", "op operator 000000", nil).body["status"]?.string == "approved")
          #expect(try await office.told().map(\.type) == ["ecoredress.endpoint.disabled.v1"])
          #expect(try await call(.GET, "v1/subscriptions/\(UUID().lowercased)", leader, nil).status == 404)
          #expect(try await call(.GET, "v1/subscriptions?limit=0", leader, nil).status == 422)
        }
      }
    }
  }

  @Test func `a wish that is wrong is refused with the field`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        func refused(_ name: String, _ value: JSON?, _ status: Int, _ field: String?, by caller: String? = nil)
          async throws
        {
          var object = wish.object ?? JSONObject()
          object[name] = value
          let answer = try await call(.POST, "v1/subscriptions", caller ?? agency, .object(object))
          #expect(answer.status == status, "\(name)")
          #expect(answer.body["field"]?.string == field, "\(name)")
        }
        try await refused("url", "gopher://x/", 422, "body.url")
        try await refused("url", nil, 422, "body.url")
        try await refused("types", ["ecoredress.complaint."], 422, "body.types")
        try await refused("types", [], 422, "body.types")
        try await refused("types", nil, 422, "body.types")
        try await refused("regions", ["999999"], 422, "body.regions[0]")
        try await refused("regions", ["350000"], 403, nil)
        try await refused("colours", ["purple"], 422, "body.colours[0]")
        try await refused("agency", "housing", 403, "body.agency")
        try await refused("agency", "housing", 201, nil, by: "op operator 000000")
        #expect(try await call(.POST, "v1/subscriptions", leader, wish).status == 403)
        #expect(try await call(.POST, "v1/subscriptions", "", wish).status == 401)
        #expect(try await office.count("select count(*) from subscription") == 1)
      }
    }
  }
}
