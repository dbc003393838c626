import CLibrdkafka
import Dispatch
import Logging

/// Owns one `rd_kafka_t` and the context its callbacks see.
///
/// `@unchecked Sendable`: librdkafka documents all calls on a client handle as thread-safe (INTRODUCTION.md,
/// "Threads and callbacks"). The only call that is not, destroying it, happens in `deinit`, when nobody else holds
/// this box. This is the module's only unchecked type; other C objects never leave the thread that made them.
final class ClientHandle: @unchecked Sendable {
  let pointer: OpaquePointer
  let context: ClientContext
  /// Open once librdkafka has let go of everything. A client that hangs while it is destroyed (2.0.2 can, when
  /// brokers are gone) holds up its own small thread and nobody else.
  let gone = Latch()

  init(
    _ type: rd_kafka_type_t, configuration: ClientConfiguration, logger: Logger,
    prepare: (OpaquePointer) -> Void = { _ in }
  ) throws(KafkaError) {
    context = ClientContext(logger: logger)
    let conf = try configuration.make()
    let opaque = Unmanaged.passRetained(context)
    rd_kafka_conf_set_opaque(conf, opaque.toOpaque())
    rd_kafka_conf_set_log_cb(conf) { client, level, facility, text in
      guard let client, let facility, let text else { return }
      ClientContext.from(rd_kafka_opaque(client))?
        .log(level: level, facility: String(cString: facility), text: String(cString: text))
    }
    rd_kafka_conf_set_error_cb(conf) { _, code, reason, opaque in
      let text = reason.map { String(cString: $0) } ?? ""
      ClientContext.from(opaque)?.note(
        KafkaError(
          code: KafkaErrorCode(rawValue: code), reason: text, isFatal: code == RD_KAFKA_RESP_ERR__FATAL.rawValue))
    }
    prepare(conf)
    var text = [CChar](repeating: 0, count: 512)
    guard let pointer = rd_kafka_new(type, conf, &text, text.count) else {
      // On failure the configuration stays ours.
      rd_kafka_conf_destroy(conf)
      opaque.release()
      throw KafkaError(code: .invalidArgument, reason: "cannot create a Kafka client: \(text.asText)")
    }
    self.pointer = pointer
  }

  /// The client's fatal error, if it has one.
  var fatalCause: KafkaError? {
    var text = [CChar](repeating: 0, count: 512)
    let code = rd_kafka_fatal_error(pointer, &text, text.count)
    guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
    return KafkaError(code: KafkaErrorCode(code), reason: text.asText, isFatal: true)
  }

  deinit {
    let address = UInt(bitPattern: pointer)
    let context = UInt(bitPattern: Unmanaged.passUnretained(context).toOpaque())
    let gone = gone
    let destroy: @Sendable () -> Void = {
      guard let pointer = OpaquePointer(bitPattern: address) else { return }
      rd_kafka_destroy_flags(pointer, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
      if let context = UnsafeRawPointer(bitPattern: context) {
        Unmanaged<ClientContext>.fromOpaque(context).release()
      }
      gone.open()
    }
    if !startThread(destroy) { destroy() }
  }
}
