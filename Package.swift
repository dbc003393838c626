// swift-tools-version: 6.2
import PackageDescription

/// The settings every target shares (see Documentation in README, "How we build").
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// Tests are compiled without optimising and without debug information: they take less than half the time to build, what
/// they test is optimised all the same, and a test says itself where it failed.
let testSettings = settings + [.unsafeFlags(["-Onone", "-Xfrontend", "-gnone"])]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let tracing = Target.Dependency.product(name: "Tracing", package: "swift-distributed-tracing")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

/// A module that services share.
func shared(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Shared/\(name)", exclude: exclude, resources: resources,
    swiftSettings: settings)
}

/// One of the four executables; all have the same inside and the same dependencies.
func service(_ name: String, _ more: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "Kafka", "Postgres", "Sealing", "Messaging", "Contracts", "Civics", "ServiceKit", "Pages",
      log, crypto, hummingbird, configuration, arguments,
    ] + more,
    path: "Services/\(name)",
    resources: [.embedInCode("Store/Migrations"), .embedInCode("Pages/Templates")],
    swiftSettings: settings)
}

/// The tests of one target; all may use what is in Tests/Support.
func tests(_ name: String, _ more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + more, path: "Tests/\(name)", swiftSettings: testSettings
  )
}

/// What tests of services need beside the service itself; what is theirs alone is in Tests/ServiceSupport.
let surroundings: [Target.Dependency] = [
  "Support", "ServiceSupport", "Kafka", "Postgres", "Sealing", "Messaging", "Contracts", "Civics", "ServiceKit",
  "Pages",
  log, crypto, hummingbird,
]

let package = Package(
  name: "EcoRedress",
  products: [
    .executable(name: "petitions", targets: ["Petitions"]),
    .executable(name: "scoring", targets: ["Scoring"]),
    .executable(name: "compensation", targets: ["Compensation"]),
    .executable(name: "notifications", targets: ["Notifications"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.7.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.0"),
    .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.0"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibrdkafka", path: "Shared/CLibrdkafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"])]),
    .systemLibrary(name: "CLibpq", path: "Shared/CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    shared("Kafka", ["CLibrdkafka", log]),
    shared("Postgres", ["CLibpq", log]),
    shared("Sealing", [crypto]),
    shared("Contracts", [crypto], exclude: ["Schemas"]),
    shared("Civics", [crypto, yams]),
    shared(
      "Messaging", ["Kafka", "Postgres", "Sealing", "Contracts", log, metrics, tracing, lifecycle, crypto],
      resources: [.embedInCode("Migrations")]),
    shared(
      "ServiceKit",
      [
        "Kafka", "Postgres", "Sealing", "Messaging", "Contracts", "Civics",
        log, metrics, tracing, lifecycle, crypto, configuration, hummingbird, arguments, jwt, httpClient,
      ], resources: [.embedInCode("Migrations")]),
    shared(
      "Pages", ["Civics", "Contracts", "ServiceKit", crypto, hummingbird, httpClient, lifecycle, mustache],
      resources: [.embedInCode("Templates")]),
    service("Petitions"),
    service("Scoring"),
    service("Compensation", [mustache]),
    service("Notifications", [httpClient, mustache, tracing]),
    .target(
      name: "Support", dependencies: ["Kafka", "Postgres", "Contracts", log, hummingbird], path: "Tests/Support",
      swiftSettings: testSettings),
    .target(
      name: "ServiceSupport",
      dependencies: ["Support", "Contracts", "ServiceKit", log, hummingbird, hummingbirdTesting],
      path: "Tests/ServiceSupport", swiftSettings: testSettings),
    tests("Kafka", [log]),
    tests("Postgres", ["Support", log]),
    tests("Sealing", ["Support", crypto]),
    tests("Contracts", ["Support"]),
    tests("Civics", ["Support"]),
    tests(
      "Messaging", ["Support", "Kafka", "Postgres", "Sealing", "Contracts", "ServiceKit", log, tracing, lifecycle]),
    tests(
      "ServiceKit",
      [
        "Support", "Civics", "Contracts", "Kafka", "Messaging", "Pages", "Postgres", "Sealing", log, metrics, tracing,
        lifecycle, crypto, hummingbird, arguments, jwt,
        httpClient, hummingbirdTesting,
      ]),
    tests("Pages", ["Contracts", "ServiceKit", log, hummingbird, hummingbirdTesting]),
    tests("Petitions", surroundings),
    tests("Scoring", surroundings),
    tests("Compensation", surroundings),
    tests("Notifications", surroundings + [httpClient, tracing]),
    .testTarget(
      name: "IntegrationTests", dependencies: surroundings, path: "Tests/Integration", swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
