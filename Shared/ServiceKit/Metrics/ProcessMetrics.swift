import Glibc

/// What the operating system says about this process, under the names every Prometheus client uses.
enum ProcessMetrics {
  static func write(to text: inout String) {
    if let seconds = processorTime() {
      write("process_cpu_seconds_total", "User and system processor time used", "counter", "\(seconds)", &text)
    }
    if let pages = residentPages() {
      let bytes = pages * Int(sysconf(Int32(_SC_PAGESIZE)))
      write("process_resident_memory_bytes", "Memory in use", "gauge", "\(bytes)", &text)
    }
    if let count = openDescriptors() {
      write("process_open_fds", "Open file descriptors", "gauge", "\(count)", &text)
    }
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit) == 0 {
      write("process_max_fds", "File descriptors that may be open", "gauge", "\(limit.rlim_cur)", &text)
    }
    if let start = started {
      write("process_start_time_seconds", "When the process started, in Unix time", "gauge", "\(start)", &text)
    }
  }

  private static func write(_ name: String, _ help: String, _ type: String, _ value: String, _ text: inout String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n\(name) \(value)\n"
  }

  /// The second field of `statm`.
  private static func residentPages() -> Int? {
    let fields = read("/proc/self/statm").split(separator: " ")
    return fields.count > 1 ? Int(fields[1]) : nil
  }

  private static func openDescriptors() -> Int? {
    guard let directory = opendir("/proc/self/fd") else { return nil }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    // Itself, its parent and the descriptor of this very reading.
    return max(0, count - 3)
  }

  /// Worked out once: the kernel tells boot time in whole seconds and anew when the clock is corrected, and a start that
  /// moves looks like another start.
  private static let started = startTime()

  /// Boot time and the 22nd field of `stat`, which counts from there.
  private static func startTime() -> Double? {
    let boot = read("/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }
    guard let boot, let bootTime = Double(boot.dropFirst("btime ".count)) else { return nil }
    return statSeconds(22).map { bootTime + $0 }
  }

  /// User and system time, the 14th and 15th field of `stat`.
  private static func processorTime() -> Double? {
    guard let user = statSeconds(14), let system = statSeconds(15) else { return nil }
    return user + system
  }

  /// A field of `stat` that is counted in clock ticks. The name of the process, in brackets, may hold blanks, so
  /// counting starts behind it, with the third field.
  private static func statSeconds(_ number: Int) -> Double? {
    let stat = read("/proc/self/stat")
    guard let bracket = stat.lastIndex(of: ")") else { return nil }
    let fields = stat[stat.index(after: bracket)...].split(separator: " ")
    guard fields.count > number - 3, let ticks = Double(fields[number - 3]) else { return nil }
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The first 64 KiB of a file of the kernel; empty when it cannot be read.
  private static func read(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 65_536 {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
