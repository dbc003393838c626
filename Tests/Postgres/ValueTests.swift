import FoundationEssentials
import Postgres
import Testing

@Suite struct ValueTests {
  /// Sends the value and reads it back, alone and in arrays with and without nulls.
  private func roundTrip<Value>(
    _ values: [Value], on connection: PostgresConnection, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws
  where Value: PostgresEncodable & PostgresDecodable & PostgresArrayElement & Equatable {
    for value in values {
      let read = try await connection.query("select \(value), \(nil as Value?)", as: (Value, Value?).self)
      #expect(read.count == 1 && read[0].0 == value && read[0].1 == nil, sourceLocation: sourceLocation)
    }
    let optionals: [Value?] = [nil] + values + [nil]
    let arrays = try await connection.query(
      "select \(values), \(optionals), \([] as [Value]), \(nil as [Value]?)",
      as: ([Value], [Value?], [Value], [Value]?).self)
    #expect(arrays[0].0 == values, sourceLocation: sourceLocation)
    #expect(arrays[0].1 == optionals, sourceLocation: sourceLocation)
    #expect(arrays[0].2 == [] && arrays[0].3 == nil, sourceLocation: sourceLocation)
  }

  @Test func `numbers come back as they were sent`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await roundTrip([true, false], on: connection)
      try await roundTrip([0, 1, -1, .min, .max] as [Int16], on: connection)
      try await roundTrip([0, 1, -1, .min, .max] as [Int32], on: connection)
      try await roundTrip([0, 1, -1, .min, .max] as [Int64], on: connection)
      try await roundTrip([0, 1, -1, .min, .max] as [Int], on: connection)
      try await roundTrip([0, 1, .max] as [UInt64], on: connection)
      try await roundTrip(
        [0, -0.1, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude] as [Double], on: connection)
      try await roundTrip([0, 1.5] as [Float], on: connection)
    }
  }

  @Test(arguments: [
    "0", "1", "-1", "10000", "0.0001", "-123456789.000000001", "99999999999999999999999999999999999999", "1e100",
    "0.00000000000000000000000000000000000001", "12340000", "1234.5", "100000000.00000001", "9999.9999",
  ])
  func `a numeric keeps every digit both ways`(text: String) async throws {
    try await TestDatabase.withConnection { connection async throws in
      let read = try await connection.query("select \(text)::numeric", as: Decimal.self)[0]
      // The server is the judge: what was read must be the very number, and be it still when sent back.
      let same = try await connection.query(
        "select \(read) = \(text)::numeric, \(read)::text::numeric = \(text)::numeric", as: (Bool, Bool).self)
      #expect(same[0] == (true, true))
    }
  }

  @Test func `a numeric that Decimal cannot hold is an error and not a rounded number`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      for text in [
        "123456789012345678901234567890123456789", "1e200", "Infinity", "1.00000000000000000000000000000000000000001",
      ] {
        let error = await #expect(throws: PostgresError.self) {
          try await connection.query("select \(text)::numeric", as: Decimal.self)
        }
        #expect(error?.code == .decoding)
      }
      #expect(try await connection.query("select 'NaN'::numeric", as: Decimal.self)[0].isNaN)
      #expect(try await connection.query("select \(Decimal.nan)::text", as: String.self) == ["NaN"])
    }
  }

  @Test func `text comes back as it was sent, from every kind of text`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let long = String(repeating: "污水😀", count: 100_000)
      try await roundTrip(
        ["", "a", "污染🏭👨‍👩‍👧", "\u{202E}rtl", "'; drop table x; --", "{\"a\",NULL}", long], on: connection)
      try await connection.script("create type colour as enum ('red', 'green')")
      let kinds = try await connection.query(
        """
        select unnest(array['a'::varchar::text, 'b'::name::text]), 'b'::name, 'c '::char(2), 'red'::colour,
          '{"a": 1}'::jsonb, array['red', 'green']::colour[]
        """, as: (String, String, String, String, String, [String]).self)[0]
      #expect([kinds.0, kinds.1, kinds.2, kinds.3, kinds.4] == ["a", "b", "c ", "red", "{\"a\": 1}"])
      #expect(kinds.5 == ["red", "green"])
      let snapshots = ["10:20:12,15", "7:7:"]
      for snapshot in snapshots {
        #expect(try await connection.query("select \(snapshot)::pg_snapshot", as: String.self) == [snapshot])
      }
      #expect(try await connection.query("select pg_current_xact_id()", as: UInt64.self)[0] > 0)
    }
  }

  @Test func `text with a zero character is the server's error`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let error = await #expect(throws: PostgresError.self) { try await connection.execute("select \("a\0b")") }
      #expect(error?.sqlState == .characterNotInRepertoire)
      #expect(try await connection.query("select 1::int4", as: Int.self) == [1])
    }
  }

  @Test func `instants are kept to the microsecond from year 1 to infinity`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let instants = [
        Date(timeIntervalSince1970: 0), Date(timeIntervalSince1970: 1_767_225_600.123456), .distantPast, .distantFuture,
        Date(timeIntervalSinceReferenceDate: .infinity), Date(timeIntervalSinceReferenceDate: -.infinity),
        Date(timeIntervalSince1970: -2_208_988_800.999999),
      ]
      try await roundTrip(instants, on: connection)
      let texts = try await connection.query(
        "select \(instants[1])::text, \(instants[4])::text, \(instants[3])::text", as: (String, String, String).self)[0]
      #expect(texts == ("2026-01-01 00:00:00.123456+00", "infinity", "4001-01-01 00:00:00+00"))
      for impossible in [1e300, -1e300, .nan] {
        let error = await #expect(throws: PostgresError.self) {
          try await connection.execute("select \(Date(timeIntervalSinceReferenceDate: impossible))")
        }
        #expect(error?.sqlState == .datetimeFieldOverflow)
      }
    }
  }

  @Test func `bytes, ids and JSON come back as they were sent`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let all = (0...255).map { UInt8($0) }
      for bytes in [[], [0], all, [UInt8](repeating: 7, count: 1 << 20)] {
        #expect(try await connection.query("select \(bytes)", as: [UInt8].self) == [bytes])
      }
      #expect(try await connection.query("select \([[], all, [0]])", as: [[UInt8]].self) == [[[], all, [0]]])
      let optional: [[UInt8]?] = [nil, [], all]
      #expect(try await connection.query("select \(optional)", as: [[UInt8]?].self) == [optional])
      try await roundTrip([UUID(), UUID()], on: connection)
      let json = PostgresJSON("{\"a\": [1, \"\u{1F600}\"]}")
      try await roundTrip([json], on: connection)
      #expect(try await connection.query("select \(json) ->> 'a'", as: String.self).count == 1)
      #expect(
        try await connection.query("select '{\"b\":1}'::json", as: PostgresJSON.self)[0] == PostgresJSON("{\"b\":1}"))
      let error = await #expect(throws: PostgresError.self) {
        try await connection.execute("select \(PostgresJSON("{"))")
      }
      #expect(error?.sqlState == .invalidTextRepresentation)
    }
  }

  private enum Colour: String, PostgresEncodable, PostgresDecodable, PostgresArrayElement, CaseIterable {
    case green, red
  }

  @Test func `an enum over text needs no code, and an unknown case is an error`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await roundTrip(Colour.allCases, on: connection)
      let error = await #expect(throws: PostgresError.self) {
        try await connection.query("select 'blue'", as: Colour.self)
      }
      #expect(error?.code == .decoding)
    }
  }

  @Test func `a decoding error names column, index, wanted type and wire type`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let error = await #expect(throws: PostgresError.self) {
        try await connection.query("select 1::int4 as first, now() as opened", as: (Int, String).self)
      }
      #expect(error?.code == .decoding && error?.column == "opened")
      #expect(
        error?.message
          == "column \"opened\" (index 1, timestamptz) cannot be read as String: this type is not read from it")
      let nulls = await #expect(throws: PostgresError.self) {
        try await connection.query("select null::int8 as n", as: Int.self)
      }
      #expect(nulls?.message == "column \"n\" (index 0, int8) cannot be read as Int: the value is null")
      let narrow = await #expect(throws: PostgresError.self) {
        try await connection.query("select 70000::int4", as: Int16.self)
      }
      #expect(narrow?.code == .decoding)
      let columns = await #expect(throws: PostgresError.self) {
        try await connection.query("select 1, 2 where false", as: Int.self)
      }
      #expect(columns?.message == "the statement returns 2 columns, 1 are wanted")
      let square = await #expect(throws: PostgresError.self) {
        try await connection.query("select array[[1, 2], [3, 4]]", as: [Int].self)
      }
      #expect(square?.code == .decoding)
    }
  }
}
