internal import Contracts
internal import FoundationEssentials
internal import Kafka
public import Logging

extension AuditVerifier {
  /// Compares the seals with every head of the service that the topic still holds: what an administrator of the database
  /// cannot write anew.
  /// - Throws: `KafkaError` when the topic cannot be read to its end.
  public func compareHeads(settings: RelaySettings, logger: Logger, into report: inout AuditReport) async throws {
    let topic = settings.prefix.name(of: .audit)
    let admin = try KafkaAdmin(settings: settings.kafka, logger: logger)
    let reader = try KafkaReader(settings: settings.kafka, logger: logger)
    do {
      let count = try await admin.topics(matching: { $0 == topic })[topic] ?? 0
      let bounds = try await admin.watermarks((0..<Int32(count)).map { KafkaPartition(topic, $0) })
      report.heads = 0
      for (partition, log) in bounds where log.high > log.low {
        try await reader.assign([partition: log.low])
        while await !reader.isAtEnd(partition) {
          let messages = try await reader.read(max: 5000, wait: .seconds(10), stopAtEnd: true)
          let isAtEnd = await reader.isAtEnd(partition)
          guard !messages.isEmpty || isAtEnd else {
            throw KafkaError(code: .timedOut, reason: "\(partition) gives no more records", isRetriable: true)
          }
          try await compare(messages.compactMap { Self.head($0, of: settings.service) }, into: &report)
        }
      }
      await reader.close()
      await admin.close()
    } catch {
      await reader.close()
      await admin.close()
      throw error
    }
  }

  private static func head(_ message: KafkaMessage, of service: ServiceName) -> AuditHead? {
    guard
      let event = try? CloudEventCodec.decode(
        value: message.value, headers: message.headers.map { ($0.name, $0.value) }),
      event.source == EventSource(service).rawValue, let sealed = try? event.decode(AuditSealed.self)
    else { return nil }
    return AuditHead(seal: Int64(sealed.seal), sha256: sealed.sha256, at: RFC3339.text(of: sealed.at))
  }
}
