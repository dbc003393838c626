import CLibrdkafka
import Glibc

/// Sees every answer of a broker before librdkafka does.
enum AnswerInterceptor {
  fileprivate static let fetch: Int16 = 1
  fileprivate static let heartbeat: Int16 = 12

  static func install(in conf: OpaquePointer) {
    rd_kafka_conf_interceptor_add_on_new(
      conf, "answers",
      { client, _, _, _, _ in
        rd_kafka_interceptor_add_on_response_received(client, "answers", noteAnswer, rd_kafka_opaque(client))
      }, nil)
  }
}

/// Runs in librdkafka's thread for the broker. That of the group's coordinator, which carries the heartbeats, is
/// another one than those that fetch.
private func noteAnswer(
  client: OpaquePointer?, socket: Int32, name: UnsafePointer<CChar>?, broker: Int32, request: Int16, version: Int16,
  correlation: Int32, size: Int, roundTrip: Int64, error: rd_kafka_resp_err_t, opaque: UnsafeMutableRawPointer?
) -> rd_kafka_resp_err_t {
  guard error == RD_KAFKA_RESP_ERR_NO_ERROR, let context = ClientContext.from(opaque) else {
    return RD_KAFKA_RESP_ERR_NO_ERROR
  }
  switch request {
  case AnswerInterceptor.fetch:
    context.noteAnswer()
    let rest = roundTrip >= 0 ? context.pacer.rest(afterAnswerIn: .microseconds(roundTrip)) : .zero
    if rest > .zero { usleep(UInt32(rest / .microseconds(1))) }
  case AnswerInterceptor.heartbeat:
    context.noteAnswer()
  default: break
  }
  return RD_KAFKA_RESP_ERR_NO_ERROR
}
