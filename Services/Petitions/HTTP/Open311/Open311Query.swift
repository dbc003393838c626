import Contracts
import FoundationEssentials
import Hummingbird

/// The parameters of lists of requests and updates.
enum Open311Query {
  /// The longest span of a list of requests, in days, and the one taken where a client names none.
  static let days = 90
  /// The same for updates, which are asked for again and again.
  static let updateDays = 7

  static func requests(
    _ parameters: Open311Parameters, now: Date
  ) throws(Open311Error) -> ListServiceRequests.Query {
    var query = ListServiceRequests.Query(window: try Open311Window(parameters, days: days, now: now))
    for code in parts(parameters["service_code"]) {
      guard let service = Open311Service(code: code) else { throw .unknown("service_code") }
      query.services.append(service)
    }
    for word in parts(parameters["status"]) {
      guard let status = Open311Status(rawValue: word) else { throw .invalid("status", "open or closed") }
      query.statuses.append(status)
    }
    query.pageSize = try number("page_size", parameters, ListServiceRequests.most) ?? query.pageSize
    query.page = try number("page", parameters, ListServiceRequests.most) ?? query.page
    return query
  }

  /// The numbers that a client names, which override everything else; nil when it names none.
  static func numbers(_ parameters: Open311Parameters) throws(Open311Error) -> [String]? {
    guard let text = parameters["service_request_id"] else { return nil }
    let numbers = parts(text)
    guard numbers.count <= ListServiceRequests.mostNumbers else {
      throw .invalid("service_request_id", "at most \(ListServiceRequests.mostNumbers) numbers")
    }
    return numbers
  }

  private static func parts(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }

  private static func number(
    _ name: String, _ parameters: Open311Parameters, _ most: Int
  ) throws(Open311Error) -> Int? {
    guard let text = parameters[name] else { return nil }
    guard let number = Int(text), (1...most).contains(number) else { throw .invalid(name, "1 to \(most)") }
    return number
  }
}
