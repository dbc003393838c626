/// What is counted of messages and webhooks.
enum MessageMeasure: String, Sendable, CaseIterable {
  /// Messages that came in, by the day.
  case queued
  /// Delivered with proof, by the day; webhooks too.
  case delivered
  /// Not reachable by any channel, by the day; webhooks that were given up.
  case failed
  /// Of those delivered, those whose way was timed: from coming in, or from the time for which they were held back.
  case timed
  /// How long their way took in all.
  case seconds
  case withinMinute = "within_minute"
  case withinHour = "within_hour"
  case withinDay = "within_day"
  /// Messages whose receiver must say that they came (送达回证), by the day they came in.
  case wanted
  /// Those whose receiver did, by the day.
  case acknowledged
  /// Attempts by a channel, successful or not.
  case attempts
  case failedAttempts = "failed_attempts"
  /// Channels passed over: no address, or not connected.
  case skippedAttempts = "skipped_attempts"

  /// Its column in the counters.
  var column: String { rawValue }

  /// Its code in answers.
  var code: String {
    switch self {
    case .withinMinute: "withinMinute"
    case .withinHour: "withinHour"
    case .withinDay: "withinDay"
    case .failedAttempts: "failedAttempts"
    case .skippedAttempts: "skippedAttempts"
    default: rawValue
    }
  }

  var chinese: String {
    switch self {
    case .queued: "待发送件数"
    case .delivered: "送达件数"
    case .failed: "未送达件数"
    case .timed: "计时件数"
    case .seconds: "送达用时合计(秒)"
    case .withinMinute: "一分钟内送达件数"
    case .withinHour: "一小时内送达件数"
    case .withinDay: "二十四小时内送达件数"
    case .wanted: "需回执件数"
    case .acknowledged: "已回执件数"
    case .attempts: "发送次数"
    case .failedAttempts: "失败次数"
    case .skippedAttempts: "跳过次数"
    }
  }
}
