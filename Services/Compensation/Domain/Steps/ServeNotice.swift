import Contracts
import FoundationEssentials

/// Records that the notice on the duty of compensation was served (送达回证).
struct ServeNotice: CaseStep {
  static let name = StepName.serveNotice

  /// The notice; absent means the latest.
  var noticeNumber: String?
  /// When it was served; absent means now.
  var servedAt: Date?
  var method: ServiceMethod

  init(noticeNumber: String? = nil, servedAt: Date? = nil, method: ServiceMethod) {
    self.noticeNumber = noticeNumber
    self.servedAt = servedAt
    self.method = method
  }

  init(fields: JSONFields) throws(ContractViolation) {
    noticeNumber = try fields.optionalString("noticeNumber")
    servedAt = try fields.optionalInstant("servedAt")
    method = try fields.code("method")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("noticeNumber", noticeNumber)
    object.set("servedAt", servedAt)
    object.set("method", code: method)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let notices = compensation.file.company.notices
    guard let index = notices.lastIndex(where: { noticeNumber == nil || $0.number == noticeNumber }) else {
      throw .invalid(field: "body.noticeNumber", reason: "the case has no such notice")
    }
    let notice = notices[index]
    guard notice.servedAt == nil else {
      throw .invalid(field: "body.noticeNumber", reason: "the notice was served before")
    }
    let served = servedAt ?? circumstances.now
    guard served >= notice.issuedAt, served <= circumstances.now else {
      throw .invalid(field: "body.servedAt", reason: "a notice is served after it was issued and before it is recorded")
    }
    return [compensation.serve(index, at: served, by: method, told: circumstances.now)]
  }
}
