import Glibc

/// What the operating system says about this process, under the names every Prometheus client uses.
enum ProcessMetrics {
  static func write(to text: inout String) {
    var usage = rusage()
    if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
      let seconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
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
    if let start = startTime() {
      write("process_start_time_seconds", "When the process started, in Unix time", "gauge", "\(start)", &text)
    }
  }

  private static func write(_ name: String, _ help: String, _ type: String, _ value: String, _ text: inout String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n\(name) \(value)\n"
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

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

  /// Boot time and the 22nd field of `stat`, which is counted in clock ticks since then. The name of the process,
  /// in brackets, may hold blanks, so counting starts behind it.
  private static func startTime() -> Double? {
    let boot = read("/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }
    guard let boot, let bootTime = Double(boot.dropFirst("btime ".count)) else { return nil }
    let stat = read("/proc/self/stat")
    guard let bracket = stat.lastIndex(of: ")") else { return nil }
    let fields = stat[stat.index(after: bracket)...].split(separator: " ")
    guard fields.count > 19, let ticks = Double(fields[19]) else { return nil }
    return bootTime + ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
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
