/// How much one client may move on each broker before Kafka slows it down. Nothing is refused or lost by a quota: answers
/// come later, so that one client's mistake cannot crowd the others out.
public struct ClientQuota: Sendable, Hashable {
  /// The kind of outsider, as topics name it.
  public let kind: String
  /// Bytes a second it writes; nil for who writes nothing.
  public let producerByteRate: Int?
  /// Bytes a second it reads; nil for who reads nothing.
  public let consumerByteRate: Int?
  /// The part of one thread's time that its requests take, in per cent; a broker has eleven threads unless set otherwise.
  public let requestPercentage: Int
  /// Why these numbers, in one sentence.
  public let reason: String

  /// What is suggested for each kind of outsider. Services have none: after an outage they must catch up as fast as they can.
  public static let suggested: [ClientQuota] = [
    ClientQuota(
      kind: "agencies", producerByteRate: nil, consumerByteRate: 4 << 20, requestPercentage: 50,
      reason: "a million states of a kilobyte are read in about four minutes, and a day's news in less"),
    ClientQuota(
      kind: "auditors", producerByteRate: nil, consumerByteRate: 1 << 20, requestPercentage: 25,
      reason: "a year of heads, one a second of each service, is read within two days, and a day's in minutes"),
    ClientQuota(
      kind: "banks", producerByteRate: 128 << 10, consumerByteRate: nil, requestPercentage: 25,
      reason: "64 payments of two kilobytes a second: a day's bookings may come in one batch"),
    ClientQuota(
      kind: "enforcement systems", producerByteRate: 512 << 10, consumerByteRate: nil, requestPercentage: 25,
      reason:
        "256 facts of two kilobytes a second: a hundred thousand of earlier years are brought in within seven minutes"
    ),
    ClientQuota(
      kind: "hotlines", producerByteRate: 1 << 20, consumerByteRate: 2 << 20, requestPercentage: 50,
      reason:
        "512 complaints of two kilobytes a second, a quarter of what one replica was measured to take in; receipts "
        + "and statuses come back at twice that"),
    ClientQuota(
      kind: "insurers", producerByteRate: 128 << 10, consumerByteRate: nil, requestPercentage: 25,
      reason: "64 payments of two kilobytes a second, as for banks"),
  ]

  /// The command that sets it, for a shell.
  /// - Parameters:
  ///   - principal: whom it is for, as the broker knows them: `User:` and the name.
  ///   - bootstrapServers: the brokers, such as `kafka:9092`.
  ///   - commandConfig: the file by which the administrator is known to the broker, such as `admin.properties`.
  public func command(principal: String, bootstrapServers: String, commandConfig: String? = nil) -> String {
    let known = commandConfig.map { " --command-config '\($0)'" } ?? ""
    let user = principal.hasPrefix("User:") ? String(principal.dropFirst("User:".count)) : principal
    var limits: [String] = []
    if let producerByteRate { limits.append("producer_byte_rate=\(producerByteRate)") }
    if let consumerByteRate { limits.append("consumer_byte_rate=\(consumerByteRate)") }
    limits.append("request_percentage=\(requestPercentage)")
    let change = "--alter --entity-type users --entity-name '\(user)' --add-config '\(limits.joined(separator: ","))'"
    return "kafka-configs.sh --bootstrap-server \(bootstrapServers)\(known) \(change)"
  }
}
