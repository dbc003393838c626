extension Duration {
  /// The number of seconds. Dividing by a second instead is inexact for whole days.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
