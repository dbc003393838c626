import Testing

/// A reader of the Prometheus text format 0.0.4, strict enough to find what Prometheus would refuse.
struct Exposition {
  struct Sample: Equatable {
    let name: String
    let labels: [String: String]
    let value: Double
  }

  private(set) var samples: [Sample] = []
  private(set) var types: [String: String] = [:]
  private(set) var help: [String: String] = [:]

  init(_ text: String) throws {
    try #require(text.hasSuffix("\n"))
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# TYPE ") {
        let words = line.split(separator: " ")
        try #require(words.count == 4 && types[String(words[2])] == nil, "\(line)")
        types[String(words[2])] = String(words[3])
      } else if line.hasPrefix("# HELP ") {
        let words = line.split(separator: " ", maxSplits: 3)
        try #require(help[String(words[2])] == nil, "\(line)")
        help[String(words[2])] = words.count > 3 ? String(words[3]) : ""
      } else {
        samples.append(try Self.sample(line))
      }
    }
    let keys = samples.map { "\($0.name)\($0.labels.sorted { $0.key < $1.key })" }
    try #require(Set(keys).count == keys.count, "a sample comes twice")
  }

  /// The value of one series; nil when there is none.
  func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }

  private static func sample(_ line: Substring) throws -> Sample {
    var rest = line[...]
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") }
    try #require(!name.isEmpty && name.first?.isNumber == false, "\(line)")
    rest = rest.dropFirst(name.count)
    var labels: [String: String] = [:]
    if rest.first == "{" {
      rest = rest.dropFirst()
      while rest.first != "}" {
        let label = rest.prefix { $0 != "=" }
        try #require(!label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }, "\(line)")
        rest = rest.dropFirst(label.count + 1)
        try #require(rest.first == "\"", "\(line)")
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.first, character != "\"" {
          rest = rest.dropFirst()
          guard character == "\\" else {
            value.append(character)
            continue
          }
          let escaped = try #require(rest.first)
          rest = rest.dropFirst()
          value.append(escaped == "n" ? "\n" : escaped)
        }
        try #require(labels[String(label)] == nil, "a label comes twice: \(line)")
        labels[String(label)] = value
        rest = rest.dropFirst()
        if rest.first == "," { rest = rest.dropFirst() }
      }
      rest = rest.dropFirst()
    }
    try #require(rest.first == " ", "\(line)")
    let number = rest.dropFirst()
    let value = try #require(number == "+Inf" ? Double.infinity : Double(number), "\(line)")
    return Sample(name: String(name), labels: labels, value: value)
  }
}
