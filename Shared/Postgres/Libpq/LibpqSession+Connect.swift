internal import CLibpq
internal import Glibc
internal import Logging

extension LibpqSession {
  /// Opens a connection; blocks the thread, at most until the call's deadline plus what a name lookup takes.
  static func connect(
    _ configuration: PostgresConfiguration, wakeup: Wakeup, call: inout Call, logger: Logger
  ) throws(PostgresError) -> LibpqSession {
    guard wakeup.descriptor >= 0 else { throw PostgresError(.connectFailed, "no file descriptor is left") }
    guard let pointer = start(configuration.connectParameters) else {
      throw PostgresError(.connectFailed, "libpq has no memory for a connection")
    }
    let session = LibpqSession(pointer, configuration: configuration, wakeup: wakeup, logger: logger)
    // The state before the first poll: wait until the socket is writable.
    var state = PQstatus(pointer) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
    while state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING {
      if wakeup.isCancelled { throw PostgresError(.cancelled, "the task was cancelled while connecting") }
      let isWriting = state == PGRES_POLLING_WRITING
      switch Poller.wait(
        socket: PQsocket(pointer), writing: isWriting, reading: !isWriting, wakeup: wakeup, until: call.deadline)
      {
      case .ready: state = PQconnectPoll(pointer)
      case .woken: continue
      case .expired: throw PostgresError(.connectFailed, "no connection within \(configuration.connectTimeout)")
      }
    }
    guard state == PGRES_POLLING_OK else { throw PostgresError(.connectFailed, session.lastMessage(pointer)) }
    guard PQsetnonblocking(pointer, 1) == 0, PQenterPipelineMode(pointer) == 1 else {
      throw PostgresError(.connectFailed, session.lastMessage(pointer))
    }
    return session
  }

  private static func start(_ parameters: [String: String]) -> OpaquePointer? {
    var keywords: [UnsafeMutablePointer<CChar>?] = []
    var values: [UnsafeMutablePointer<CChar>?] = []
    for (name, value) in parameters {
      keywords.append(strdup(name))
      values.append(strdup(value))
    }
    defer { for text in keywords + values { free(text) } }
    let keywordList = keywords.map { UnsafePointer($0) } + [nil]
    let valueList = values.map { UnsafePointer($0) } + [nil]
    return PQconnectStartParams(keywordList, valueList, 0)
  }
}
