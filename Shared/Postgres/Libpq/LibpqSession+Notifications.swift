internal import CLibpq

extension LibpqSession {
  /// Waits for notifications until the call's deadline; empty when none came.
  func notifications(_ call: inout Call) throws(PostgresError) -> [PostgresListenerEvent] {
    let pointer = try open()
    while true {
      let received = takeNotifications(pointer)
      if !received.isEmpty { return received }
      if wakeup.isCancelled { throw PostgresError(.cancelled, "the task was cancelled while listening") }
      let outcome = Poller.wait(socket: PQsocket(pointer), writing: false, wakeup: wakeup, until: call.deadline)
      switch outcome {
      case .expired: return []
      case .woken: continue
      case .ready: guard PQconsumeInput(pointer) == 1, PQstatus(pointer) == CONNECTION_OK else { throw lose(nil) }
      }
    }
  }

  private func takeNotifications(_ pointer: OpaquePointer) -> [PostgresListenerEvent] {
    var events: [PostgresListenerEvent] = []
    while let notification = PQnotifies(pointer) {
      events.append(
        .notification(
          channel: String(cString: notification.pointee.relname),
          payload: String(cString: notification.pointee.extra)))
      PQfreemem(notification)
    }
    return events
  }
}
