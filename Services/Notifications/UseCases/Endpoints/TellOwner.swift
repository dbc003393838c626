import Contracts
import FoundationEssentials
import Messaging

/// Tells an agency by another channel how its endpoint fares: an endpoint that fails cannot be told by itself.
struct TellOwner: Sendable {
  enum News: Sendable {
    /// Nothing has got through since; it will be switched off.
    case failing(since: Date, attempts: Int)
    /// It was switched off.
    case disabled(DisableReason, at: Date)

    var template: String {
      switch self {
      case .failing: "endpoint-failing"
      case .disabled: "endpoint-disabled"
      }
    }

    /// What makes it another message.
    fileprivate var mark: String {
      switch self {
      case .failing(let since, _): RFC3339.text(of: since)
      case .disabled(_, let at): RFC3339.text(of: at)
      }
    }
  }

  /// - Parameter url: of it only the host is told; the rest may hold what only the agency should know.
  func callAsFunction(
    _ news: News, endpoint: UUID, url: String, agency: String, regions: [String], policy: DeliveryPolicy,
    work: UnitOfWork
  ) async throws {
    let cause = "\(news.template):\(endpoint.lowercased):\(news.mark)"
    var words = JSONObject()
    words.set("host", (try? WebhookURL(url, allowsPrivate: true))?.host ?? "")
    words.set("endpoint", endpoint)
    switch news {
    case .failing(let since, let attempts):
      words.set("since", RFC3339.text(of: since))
      words.set("attempts", String(attempts))
      words.set("disableAt", RFC3339.text(of: since.addingTimeInterval(policy.disableAfter.inSeconds)))
    case .disabled(let reason, let at):
      words.set("at", RFC3339.text(of: at))
      words.set("endpointReason", reason.rawValue)
    }
    let draft = MessageDraft(
      id: MessageDraft.id(cause: cause, template: news.template, addressee: agency), subject: endpoint.lowercased,
      audience: .agency, addressee: agency, template: news.template, words: words, channels: policy.ownerChannels,
      region: regions.first ?? "000000", cause: Cause(id: cause, correlation: endpoint.lowercased))
    try await MessageStore.insert([draft], work: work)
  }
}
