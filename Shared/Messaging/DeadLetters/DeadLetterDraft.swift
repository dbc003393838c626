internal import Kafka

/// A message about to go to the dead letters.
struct DeadLetterDraft {
  let record: KafkaMessage
  let orderingKey: String
  let state: DeadLetterState
  let code: String
  let field: String?
  let message: String
}
