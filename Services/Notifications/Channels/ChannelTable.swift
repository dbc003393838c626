import Contracts

/// Which channel carries what.
struct ChannelTable: Sendable {
  /// By which way a kind of channel goes.
  enum Way: Sendable {
    /// By a machine.
    case machine(any Channel)
    /// By a member of staff: the call list, letters to be posted, documents to be handed over.
    case hand
    /// Not at all in this installation.
    case none
  }

  /// What staff can do where no machine does.
  static let byHand: Set<ContactChannel> = [.phone, .letter, .inPerson]

  private let machines: [ContactChannel: any Channel]

  init(_ machines: [ContactChannel: any Channel]) {
    self.machines = machines
  }

  /// One channel for everything that is written to people.
  init(everything channel: any Channel) {
    self.init(Dictionary(uniqueKeysWithValues: [.sms, .email, .letter, .wechat].map { ($0, channel) }))
  }

  func way(of kind: ContactChannel) -> Way {
    if let machine = machines[kind] { return .machine(machine) }
    return ChannelTable.byHand.contains(kind) ? .hand : .none
  }

  /// Whether any of these gets through here.
  func carries(anyOf kinds: [ContactChannel]) -> Bool {
    kinds.contains { if case .none = way(of: $0) { false } else { true } }
  }

  /// How many messages of a kind may be in hand at once; one look at a time for what has no machine.
  func places(of kind: ContactChannel) -> Int { max(1, machines[kind]?.places ?? 32) }
}
