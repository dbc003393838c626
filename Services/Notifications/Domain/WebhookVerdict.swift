/// What one attempt at an endpoint came to.
enum WebhookVerdict: Sendable, Equatable {
  /// 2xx.
  case delivered(status: Int)
  /// Anything else but 410; redirects are not followed.
  /// - `status`: nil when there was no answer.
  /// - `failure`: a word for the statistics.
  /// - `rest`: the whole endpoint is left alone for that long: it asked for it, or did not answer at all.
  case failed(status: Int?, failure: String, rest: Duration?)
  /// 410: the agency wants nothing more.
  case gone
  /// The event cannot be sent at all, whatever the endpoint does.
  /// - `failure`: a word for the statistics.
  case unsendable(failure: String)

  /// The verdict on an answer.
  /// - Parameter retryAfter: what the answer's header asks for; it counts with 429 and 5xx alone.
  init(status: Int, retryAfter: Duration?) {
    switch status {
    case 200..<300: self = .delivered(status: status)
    case 410: self = .gone
    case 300..<400: self = .failed(status: status, failure: "redirected", rest: nil)
    case 429, 500...: self = .failed(status: status, failure: "status", rest: retryAfter)
    default: self = .failed(status: status, failure: "status", rest: nil)
    }
  }

  /// Whether the endpoint may get more at once. An answer that refuses one event says nothing of others.
  var goesOn: Bool {
    switch self {
    case .delivered, .unsendable, .failed(_, _, nil): true
    case .gone, .failed: false
    }
  }

  /// The HTTP status, when there was one.
  var status: Int? {
    switch self {
    case .delivered(let status): status
    case .failed(let status, _, _): status
    case .gone: 410
    case .unsendable: nil
    }
  }

  /// The word for what went wrong; nil when nothing did.
  var failure: String? {
    switch self {
    case .delivered: nil
    case .failed(_, let failure, _), .unsendable(let failure): failure
    case .gone: "gone"
    }
  }

  /// The verdict on no answer.
  /// - Parameter failures: how many in a row the endpoint has had before: it is left alone for longer each time, at most
  ///   a minute, so that a dead endpoint holds no place among those that work.
  static func unanswered(_ failure: String, failures: Int) -> WebhookVerdict {
    .failed(status: nil, failure: failure, rest: .seconds(min(60, 1 << min(max(failures, 0), 6))))
  }
}
