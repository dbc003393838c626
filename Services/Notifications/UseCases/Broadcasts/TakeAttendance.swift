import Contracts
import FoundationEssentials
import Messaging

/// Notes who means to come to a meeting, and who came.
struct TakeAttendance: Sendable {
  /// The most lines taken at once.
  static let most = 500

  /// Notes who came.
  /// - Throws: `NoticeError.notInvited` with those who were not invited; nothing is noted then.
  func callAsFunction(
    _ attendance: [Attendance], of broadcast: Broadcast, by caller: Caller, work: UnitOfWork
  ) async throws -> AttendanceFigures {
    let noted = try await RecipientStore.record(
      attendance, of: broadcast.id, by: caller.subject, at: work.now, on: work.connection)
    let strangers = attendance.map(\.addressee).filter { !noted.contains($0) }
    guard strangers.isEmpty else { throw NoticeError.notInvited(strangers) }
    work.record(
      AuditEntry(
        actor: caller.subject, action: "broadcast.attendance-taken", subject: broadcast.id.lowercased,
        cause: caller.requestId))
    return try await RecipientStore.figures(of: broadcast.id, on: work.connection)
  }

  /// Notes whether one of those invited means to come.
  func answer(
    _ answer: BroadcastRecipient.Answer, expected: Int?, of addressee: String, to broadcast: Broadcast,
    work: UnitOfWork
  ) async throws {
    guard broadcast.status != .cancelled else {
      throw NoticeError.broadcastOutOfTurn("answer", status: broadcast.status)
    }
    let isInvited = try await RecipientStore.answer(
      answer, expected: expected, of: addressee, to: broadcast.id, at: work.now, on: work.connection)
    guard isInvited else { throw NoticeError.notInvited([addressee]) }
  }
}
