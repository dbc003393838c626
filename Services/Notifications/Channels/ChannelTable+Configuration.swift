import Contracts
import Postgres
import ServiceKit

extension ChannelTable {
  /// What goes to people outside, and can be written to a file instead.
  private static let written: [ContactChannel] = [.sms, .email, .letter, .wechat, .voice]

  /// The channels of an installation: what is configured, the file outbox for the rest where there is one, the inbox
  /// always.
  init(_ configuration: ChannelsConfiguration, outbox directory: String?, pool: PostgresPool) throws {
    var machines: [ContactChannel: any Channel] = [.inbox: InboxChannel(pool: pool)]
    if let directory {
      let outbox = try ChannelTable.outbox(directory)
      for kind in ChannelTable.written { machines[kind] = outbox }
    }
    do {
      if let mail = configuration.mail { machines[.email] = try MailChannel(mail) }
      if let sms = configuration.sms { machines[.sms] = try GatewayChannel(sms) }
      if let voice = configuration.voice { machines[.voice] = try GatewayChannel(voice) }
      if let wechat = configuration.wechat { machines[.wechat] = try GatewayChannel(wechat) }
    } catch {
      throw ConfigurationError(problems: [
        ConfigurationProblem(
          key: ChannelsConfiguration.Keys.host.name, message: "a file of trusted certificates cannot be read")
      ])
    }
    self.init(machines)
  }

  private static func outbox(_ directory: String) throws -> FileOutbox {
    do {
      return try FileOutbox(directory: directory)
    } catch {
      throw ConfigurationError(problems: [
        ConfigurationProblem(key: "NOTIFICATION_OUTBOX_DIR", message: "is no directory that can be written to")
      ])
    }
  }

  /// What an operator should know about it.
  var health: HealthState {
    let reaches = [ContactChannel.sms, .email].contains { if case .machine = way(of: $0) { true } else { false } }
    return reaches
      ? .ok
      : .degraded(
        reason: "neither short messages nor e-mail are connected: petitioners are called by hand or wait; set "
          + "SMS_GATEWAY, SMTP_HOST or NOTIFICATION_OUTBOX_DIR")
  }
}
