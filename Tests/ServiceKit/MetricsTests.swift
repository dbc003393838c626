import FoundationEssentials
import Metrics
import Testing

@testable import ServiceKit

@Suite("Prometheus metrics")
struct MetricsTests {
  private let registry = PrometheusRegistry(maximumSeries: 10)

  private func exposition() throws -> Exposition { try Exposition(registry.text()) }

  @Test("A counter grows, has its suffix once and its help")
  func counter() throws {
    registry.describe("events", "Events\nwritten \\ sent")
    Counter(label: "events", dimensions: [("topic", "petitions")], factory: registry).increment(by: 3)
    Counter(label: "events", dimensions: [("topic", "petitions")], factory: registry).increment()
    FloatingPointCounter(label: "work_total", factory: registry).increment(by: 0.5)
    Counter(label: "events", dimensions: [("topic", "petitions")], factory: registry).increment(by: -7)
    let exposition = try exposition()
    #expect(exposition.value("events_total", ["topic": "petitions"]) == 4)
    #expect(exposition.value("work_total") == 0.5)
    #expect(exposition.types["events_total"] == "counter")
    #expect(exposition.help["events_total"] == #"Events\nwritten \\ sent"#)
  }

  @Test("A meter and a plain recorder are gauges")
  func gauges() throws {
    let meter = Meter(label: "pool.in-use", factory: registry)
    meter.set(5)
    meter.decrement(by: 2)
    Gauge(label: "depth", factory: registry).record(-1.25)
    let exposition = try exposition()
    #expect(exposition.value("pool_in_use") == 3)
    #expect(exposition.value("depth") == -1.25)
    #expect(exposition.types["depth"] == "gauge")
  }

  @Test("A timer is a histogram in seconds whose buckets add up")
  func timer() throws {
    let timer = Metrics.Timer(label: "batch", dimensions: [("kind", "a")], factory: registry)
    timer.recordNanoseconds(40_000_000)
    timer.recordNanoseconds(50_000_000)
    timer.recordNanoseconds(90_000_000_000)
    let exposition = try exposition()
    #expect(exposition.types["batch_seconds"] == "histogram")
    #expect(exposition.value("batch_seconds_bucket", ["kind": "a", "le": "0.025"]) == 0)
    #expect(exposition.value("batch_seconds_bucket", ["kind": "a", "le": "0.05"]) == 2)
    #expect(exposition.value("batch_seconds_bucket", ["kind": "a", "le": "60"]) == 2)
    #expect(exposition.value("batch_seconds_bucket", ["kind": "a", "le": "+Inf"]) == 3)
    #expect(exposition.value("batch_seconds_count", ["kind": "a"]) == 3)
    #expect(abs((exposition.value("batch_seconds_sum", ["kind": "a"]) ?? 0) - 90.09) < 1e-9)
  }

  @Test("A histogram can have bounds of its own")
  func bounds() throws {
    registry.describe("size", "Sizes", bounds: [10, 1])
    Recorder(label: "size", factory: registry).record(5)
    let exposition = try exposition()
    let buckets = exposition.samples.filter { $0.name == "size_bucket" }
    #expect(buckets.map { $0.labels["le"] } == ["1", "10", "+Inf"])
    #expect(buckets.map(\.value) == [0, 1, 1])
  }

  @Test("Label values of any kind are read back as they were")
  func labels() throws {
    let value = "a\"b\\c\nd=,{}排污"
    Counter(label: "x", dimensions: [("a-b", value), ("__c", "1"), ("a-b", value)], factory: registry).increment()
    #expect(try exposition().value("x_total", ["a_b": value, "label__c": "1"]) == 1)
  }

  @Test("A label without bounds does not fill the memory")
  func cardinality() throws {
    for number in 0..<1000 {
      Counter(label: "hits", dimensions: [("id", "\(number)")], factory: registry).increment()
    }
    let exposition = try exposition()
    #expect(exposition.samples.filter { $0.name == "hits_total" }.count == 11)
    #expect(exposition.value("hits_total", ["overflow": "true"]) == 990)
    #expect(exposition.value("metrics_series_overflowed_total") == 990)
  }

  @Test("A name has one kind")
  func conflict() throws {
    Meter(label: "twice_total", factory: registry).set(7)
    Counter(label: "twice", factory: registry).increment()
    let exposition = try exposition()
    #expect(exposition.value("twice_total") == 7)
    #expect(exposition.value("metrics_kind_conflicts_total") == 1)
  }

  @Test("A destroyed series is gone")
  func destroyed() throws {
    let meter = Meter(label: "lag", dimensions: [("partition", "1")], factory: registry)
    meter.set(3)
    meter.destroy()
    #expect(try exposition().samples.contains { $0.name == "lag" } == false)
  }

  @Test("Counting from many threads loses nothing")
  func threads() async throws {
    let registry = registry
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<1000 { Counter(label: "c", dimensions: [("k", "v")], factory: registry).increment() }
        }
      }
    }
    #expect(try exposition().value("c_total", ["k": "v"]) == 8000)
  }

  @Test("The process is described as it is")
  func process() throws {
    let exposition = try exposition()
    #expect(try #require(exposition.value("process_resident_memory_bytes")) > 1_000_000)
    #expect(try #require(exposition.value("process_cpu_seconds_total")) > 0)
    #expect(try #require(exposition.value("process_open_fds")) >= 3)
    #expect(try #require(exposition.value("process_max_fds")) > 10)
    let start = try #require(exposition.value("process_start_time_seconds"))
    let age = Date().timeIntervalSince1970 - start
    #expect(age > -2 && age < 86_400)
  }
}
