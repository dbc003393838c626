import Contracts
import FoundationEssentials

/// The positive list as callers see it.
enum ListingView {
  static func json(_ listing: Listing) -> JSON {
    var object = JSONObject()
    object.set("entryId", listing.id)
    object.set("subjectKey", listing.subject)
    object.set("region", listing.region)
    object.set("ground", code: listing.ground)
    object.set("status", code: listing.status)
    object.set("recommendedAt", listing.recommendedAt)
    object.set("decidedAt", listing.decidedAt)
    object.set("decidedBy", listing.decidedBy)
    object.set("screening", listing.screening.isEmpty ? nil : listing.screening)
    object.set("unmet", listing.unmet.isEmpty ? nil : listing.unmet)
    object.set("validUntil", listing.validUntil)
    object.set("removedAt", listing.removedAt)
    object.set("cause", code: listing.cause)
    object.set("factCodes", listing.factCodes.isEmpty ? nil : listing.factCodes)
    object.set("barredUntil", listing.barredUntil)
    object.set("rule", listing.rule)
    return .object(object)
  }

  static let columns = ["对象", "区划代码", "状态", "推荐依据", "推荐时间", "决定时间", "筛选条件", "未满足条件", "有效期至", "移出时间", "移出原因", "限制纳入至"]

  static func row(_ listing: Listing) -> [String] {
    func time(_ instant: Date?) -> String { instant.map { OfficeTime.text($0) } ?? "" }
    return [
      listing.subject, listing.region, listing.status.rawValue, listing.ground.rawValue, time(listing.recommendedAt),
      time(listing.decidedAt), listing.screening.joined(separator: " "), listing.unmet.joined(separator: " "),
      time(listing.validUntil), time(listing.removedAt), listing.cause?.rawValue ?? "", time(listing.barredUntil),
    ]
  }
}
