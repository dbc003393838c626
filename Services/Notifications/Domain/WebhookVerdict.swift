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

  /// The verdict on no answer.
  /// - Parameter failures: how many in a row the endpoint has had before: it is left alone for longer each time, at most
  ///   a minute, so that a dead endpoint holds no place among those that work.
  static func unanswered(_ failure: String, failures: Int) -> WebhookVerdict {
    .failed(status: nil, failure: failure, rest: .seconds(min(60, 1 << min(max(failures, 0), 6))))
  }
}
