internal import CLibpq

/// How to reach a database and how to behave there.
///
/// A duration of zero turns a server-side timeout off.
public struct PostgresConfiguration: Sendable {
  /// The settings of the URL by their libpq names (`host`, `dbname`, `sslmode` …).
  let connectionSettings: [String: String]
  /// Shown in `pg_stat_activity`.
  public var applicationName: String
  /// The schemas unqualified names are looked up in; nil leaves the role's own setting.
  public var searchPath: [String]?
  /// Server-side: longest run of one statement.
  public var statementTimeout = Duration.seconds(30)
  /// Server-side: longest wait for one lock.
  public var lockTimeout = Duration.seconds(10)
  /// Server-side: how long a frozen process may keep the locks of an open transaction.
  public var idleInTransactionTimeout = Duration.seconds(10)
  /// Server-side: how long an idle session may live. Zero for pooled sessions, whose idling the pool ends.
  public var idleSessionTimeout = Duration.zero
  /// Client-side: longest wait for the answer to one call, when the call does not say otherwise. Beyond
  /// `statementTimeout`, so that a working server answers first and only a hung one meets it.
  public var callTimeout = Duration.seconds(35)
  /// Client-side: longest time to open a connection, name lookup and TLS included.
  public var connectTimeout = Duration.seconds(5)
  /// Client-side: how long a cancelled statement may take to end before its connection is closed.
  public var cancelGrace = Duration.seconds(1)
  /// Most statements kept prepared by one connection.
  public var preparedStatementLimit = 256

  /// Most connections of a pool.
  public var maximumConnections = 10
  /// Connections a pool keeps open when idle.
  public var minimumConnections = 0
  /// Longest wait for a connection of the pool.
  public var acquireTimeout = Duration.seconds(5)
  /// A pool closes a connection idle for longer, above the minimum.
  public var idleTimeout = Duration.seconds(60)
  /// A pool closes a connection older than this when it comes back, so that load spreads after a failover.
  public var connectionLifetime = Duration.seconds(3600)
  /// How long a closing pool waits for connections in use.
  public var drainTimeout = Duration.seconds(10)
  /// More settings of the session, by their PostgreSQL names.
  ///
  /// Plans are kept where PostgreSQL finds that planning anew gains nothing: at eight statements a batch, planning was
  /// a tenth of a small batch's time. A plan kept from the time when a table was nearly empty must not go on scanning
  /// the whole of it when it has grown (`id = any($1)` with 1,000 ids in 100,000 rows: 1,400 ms with such a plan, 20 ms
  /// with the index), so sequential scans are taken only where there is no index.
  public var sessionSettings = ["plan_cache_mode": "auto", "enable_seqscan": "off"]

  /// - Parameters:
  ///   - url: `postgresql://user:password@host:port/database?setting=value`, or libpq's `key=value` form.
  ///   - applicationName: shown in `pg_stat_activity`.
  /// - Throws: `configuration` when libpq cannot make sense of it; the message never repeats the URL.
  public init(url: String, applicationName: String, searchPath: [String]? = nil) throws(PostgresError) {
    var settings: [String: String] = [:]
    var failure: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(url, &failure) else {
      PQfreemem(failure)
      // libpq's own message quotes the URL, password included.
      throw PostgresError(.configuration, "the database URL is not one libpq understands")
    }
    defer { PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    self.connectionSettings = settings
    self.applicationName = applicationName
    self.searchPath = searchPath
  }
}

extension PostgresConfiguration: CustomStringConvertible {
  /// Host, port, database and user; never the password.
  public var description: String {
    ["host", "hostaddr", "port", "dbname", "user"].compactMap { key in
      connectionSettings[key].map { "\(key)=\($0)" }
    }.joined(separator: " ")
  }
}

extension PostgresConfiguration: CustomDebugStringConvertible, CustomReflectable {
  public var debugDescription: String { description }

  /// Hides the settings, password among them, from `dump` and string interpolation of enclosing values.
  public var customMirror: Mirror { Mirror(self, children: ["connection": description]) }
}
