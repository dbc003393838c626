import Kafka
import Testing

@Suite("Group")
struct GroupTests {
  @Test("a rewind replays from the delegate's positions and the group notices nothing")
  func rewind() async throws {
    try await Broker.withTopic(partitions: 2) { settings, topic in
      let group = Broker.name("group")
      let ledger = Ledger()
      let first = try Member(settings, group: group, topic: topic, LedgerDelegate("first", ledger: ledger))
      let second = try Member(settings, group: group, topic: topic, LedgerDelegate("second", ledger: ledger))
      try await eventually("each has one") {
        first.consumer.status.assigned.count == 1 && second.consumer.status.assigned.count == 1
      }
      let mine = try #require(first.consumer.status.assigned.first)
      let before = await first.delegate.revocations.count
      let asked = await first.delegate.asked
      await first.delegate.answer([.rewind(after: .seconds(1)), .rewind(after: .milliseconds(50))])
      let batches = await first.delegate.batches.count
      try await Broker.write(settings, topic, 0..<50, partition: mine.partition)
      try await eventually("it waits") { await first.delegate.batches.count == batches + 1 }
      try await eventually("it does not read") { !first.consumer.status.isReading }
      try await eventually("all take effect") { await ledger.values[mine]?.count == 50 }
      #expect(await ledger.values[mine] == (0..<50).map { "\($0)" })
      #expect(await first.delegate.asked == asked + 2)
      #expect(await first.delegate.revocations.count == before)
      #expect(first.consumer.status.assigned == [mine])
      #expect(second.consumer.status.assigned.count == 1)
      try await first.stop()
      try await second.stop()
    }
  }

  @Test("what waits is known before anything is dealt with, and while it is tried again")
  func lagOfRewinds() async throws {
    try await Broker.withTopic(partitions: 2) { settings, topic in
      let mine = KafkaPartition(topic, 0)
      try await Broker.write(settings, topic, 0..<50, partition: mine.partition)
      let ledger = Ledger()
      await ledger.set(mine, 20)
      await ledger.set(KafkaPartition(topic, 1), 0)
      let delegate = LedgerDelegate(ledger: ledger)
      await delegate.answer([.rewind(after: .seconds(2)), .rewind(after: .milliseconds(300))])
      let member = try Member(settings, group: Broker.name("group"), topic: topic, delegate)
      #expect(member.consumer.status.wholeLag == nil)
      try await eventually("the first try has failed") {
        await delegate.batches.count == 1 && !member.consumer.status.isReading
      }
      #expect(member.consumer.status.lag[mine] == 30)
      try await eventually("it is known of both partitions") { member.consumer.status.wholeLag != nil }
      while await ledger.allValues.isEmpty {
        // What takes effect in between is not in the status yet: the batch is answered first.
        let status = member.consumer.status
        if await ledger.allValues.isEmpty { #expect(status.wholeLag == 30) }
        try await Task.sleep(for: .milliseconds(5))
      }
      try await eventually("nothing waits") { member.consumer.status.wholeLag == 0 }
      #expect(await delegate.batches.count >= 3)
      try await member.stop()
      #expect(member.consumer.status.wholeLag == nil)
    }
  }

  @Test("a slow batch costs neither the membership nor a repetition")
  func slowBatch() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let group = Broker.name("group")
      let settings = settings.with(["max.poll.interval.ms": "6000"])
      let ledger = Ledger()
      let slow = try Member(
        settings, group: group, topic: topic, LedgerDelegate("slow", ledger: ledger, work: .seconds(8)),
        limits: KafkaBatchLimits(messages: 10), patience: KafkaConsumerPatience(delegate: .milliseconds(500)))
      try await eventually("it is assigned") { !slow.consumer.status.assigned.isEmpty }
      try await Broker.write(settings, topic, 0..<10)
      try await eventually("the slow batch takes effect") { await ledger.allValues.count == 10 }
      #expect(await slow.delegate.revocations.isEmpty)
      #expect(await slow.delegate.batches.count == 1)
      try await slow.stop()
    }
  }

  @Test("two members work while a third joins and leaves: nothing is lost, doubled, or handled by two at once")
  func rebalance() async throws {
    try await Broker.withTopic(partitions: 6) { settings, topic in
      let group = Broker.name("group")
      let ledger = Ledger()
      func member(_ name: String) throws -> Member {
        try Member(
          settings, group: group, topic: topic, LedgerDelegate(name, ledger: ledger, work: .milliseconds(20)),
          limits: KafkaBatchLimits(messages: 50))
      }
      let writer = Task {
        for round in 0..<60 {
          try await Broker.write(settings, topic, round * 100..<(round + 1) * 100)
          try await Task.sleep(for: .milliseconds(100))
        }
      }
      let first = try member("first")
      let second = try member("second")
      try await eventually("they share") {
        first.consumer.status.assigned.count == 3 && second.consumer.status.assigned.count == 3
      }
      let third = try member("third")
      try await eventually("the third gets its share") { third.consumer.status.assigned.count == 2 }
      try await eventually("the third works") { await third.delegate.batches.count > 2 }
      try await third.stop()
      try await eventually("the others take over") {
        first.consumer.status.assigned.count == 3 && second.consumer.status.assigned.count == 3
      }
      try await writer.value
      try await eventually("all take effect") { await ledger.allValues.count >= 6_000 }
      try await first.stop()
      try await second.stop()

      #expect(await ledger.collisions == [])
      #expect(await ledger.refused == 0)
      #expect(await ledger.allValues.count == 6_000)
      #expect(Set(await ledger.allValues).count == 6_000)
      for values in await ledger.values.values {
        let numbers = values.compactMap { Int($0) }
        #expect(numbers == numbers.sorted())
      }
      #expect(await third.delegate.revocations.allSatisfy { !$0.lost })
    }
  }

  @Test("a spare member is subscribed without partitions and takes over at once when the owner leaves")
  func spare() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let group = Broker.name("group")
      let ledger = Ledger()
      let members = try ["a", "b"].map {
        try Member(settings, group: group, topic: topic, LedgerDelegate($0, ledger: ledger))
      }
      try await eventually("both are in") { members.allSatisfy { $0.consumer.status.isSubscribed } }
      try await eventually("one owns it") { members.map { $0.consumer.status.assigned.count }.reduce(0, +) == 1 }
      let owner = try #require(members.first { !$0.consumer.status.assigned.isEmpty })
      let spare = try #require(members.first { $0.consumer.status.assigned.isEmpty })
      let leaving = try await ContinuousClock().measure { try await owner.stop() }
      #expect(leaving < .seconds(2))
      try await eventually(within: .seconds(10), "the spare takes over") { !spare.consumer.status.assigned.isEmpty }
      try await spare.stop()
    }
  }

  @Test("members that come and go in the middle of joining leave nothing behind that the others wait for")
  func passing() async throws {
    try await Broker.withTopic(partitions: 4) { settings, topic in
      let group = Broker.name("group")
      let ledger = Ledger()
      func member() throws -> Member {
        try Member(settings, group: group, topic: topic, LedgerDelegate(ledger: ledger))
      }
      let resident = try member()
      try await eventually("it has all") { resident.consumer.status.assigned.count == 4 }
      for round in 0..<10 {
        let guest = try member()
        try await Task.sleep(for: .milliseconds(140 * round))
        let leaving = try await ContinuousClock().measure { try await guest.stop() }
        #expect(leaving < .seconds(5), "round \(round)")
        try await eventually(within: .seconds(10), "round \(round): it has all again") {
          resident.consumer.status.assigned.count == 4 && resident.consumer.status.joiningSince == nil
        }
      }
      try await resident.stop()
      for round in 0..<10 {
        let (one, other) = (try member(), try member())
        try await Task.sleep(for: .milliseconds(140 * round))
        async let left: Void = one.stop()
        try await other.stop()
        try await left
      }
      let last = try member()
      try await eventually(within: .seconds(10), "nobody is waited for") { last.consumer.status.assigned.count == 4 }
      try await last.stop()
    }
  }

  @Test("offsets for lag tools are committed for assigned partitions only")
  func lagOffsets() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let group = Broker.name("group")
      let member = try Member(settings, group: group, topic: topic, LedgerDelegate(ledger: Ledger()))
      try await eventually("it is assigned") { !member.consumer.status.assigned.isEmpty }
      member.consumer.commitOffsets([KafkaPartition(topic, 0): 7, KafkaPartition(topic + ".gone", 0): 9])
      let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
      let partitions = [KafkaPartition(topic, 0), KafkaPartition(topic + ".gone", 0)]
      try await eventually("it is there") {
        try await admin.committed(group: group, partitions: partitions)[partitions[0]] == KafkaPosition(offset: 7)
      }
      #expect(try await admin.committed(group: group, partitions: partitions)[partitions[1]] == .some(nil))
      try await member.stop()
      try await admin.deleteGroup(group)
      await admin.close()
    }
  }
}
