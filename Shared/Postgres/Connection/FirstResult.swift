internal import Synchronization

/// Waits for a task, but not longer than the patience, and cancels it when the caller is cancelled or has lost it.
///
/// For work that may hang where neither deadline nor cancellation reach; the task itself ends when it can.
func firstResult<Value: Sendable>(
  of task: Task<Result<Value, PostgresError>, Never>, within patience: Duration,
  otherwise late: @escaping @Sendable () -> PostgresError
) async -> Result<Value, PostgresError> {
  let waiter = FirstResult<Value>()
  return await withTaskCancellationHandler {
    await withCheckedContinuation { continuation in
      waiter.start(continuation)
      let timer = Task {
        guard (try? await Task.sleep(for: patience)) != nil else { return }
        task.cancel()
        waiter.finish(.failure(late()))
      }
      Task {
        let result = await task.value
        timer.cancel()
        waiter.finish(result)
      }
    }
  } onCancel: {
    task.cancel()
    waiter.finish(.failure(PostgresError(.cancelled, "the task was cancelled while connecting")))
  }
}

/// A continuation that the first of several rivals resumes.
private final class FirstResult<Value: Sendable>: Sendable {
  private enum State {
    case initial
    case waiting(CheckedContinuation<Result<Value, PostgresError>, Never>)
    case finished(Result<Value, PostgresError>)
    case done
  }

  private let state = Mutex(State.initial)

  func start(_ continuation: CheckedContinuation<Result<Value, PostgresError>, Never>) {
    let early = state.withLock { state -> Result<Value, PostgresError>? in
      if case .finished(let result) = state {
        state = .done
        return result
      }
      state = .waiting(continuation)
      return nil
    }
    if let early { continuation.resume(returning: early) }
  }

  func finish(_ result: Result<Value, PostgresError>) {
    let waiting = state.withLock { state -> CheckedContinuation<Result<Value, PostgresError>, Never>? in
      switch state {
      case .initial:
        state = .finished(result)
        return nil
      case .waiting(let continuation):
        state = .done
        return continuation
      case .finished, .done:
        return nil
      }
    }
    waiting?.resume(returning: result)
  }
}
