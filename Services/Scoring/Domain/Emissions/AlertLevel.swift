/// The level of a heavy-pollution alert (重污染天气预警), which opens a control period.
enum AlertLevel: String, Sendable, CaseIterable {
  case yellow
  case orange
  case red
}
