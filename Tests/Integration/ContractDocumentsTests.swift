import Foundation
import Support
import Testing

/// The contracts of the four services as a stranger's tools read them: see Tests/Outsiders/documents.py.
@Suite("Contracts by independent tools")
struct ContractDocumentsTests {
  @Test("the documents are what their standards want, and every example what it is an example of")
  func documents() throws {
    let process = Process()
    process.executableURL = URL(filePath: try Surroundings.python)
    let programs = ["petitions", "scoring", "compensation", "notifications"]
    let folder = try Surroundings.programs
    process.arguments = ["\(Surroundings.root)/Tests/Outsiders/documents.py"] + programs.map { "\(folder)/\($0)" }
    let output = NSTemporaryDirectory() + "documents-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    defer { try? FileManager.default.removeItem(atPath: output) }
    let file = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardOutput = file
    process.standardError = file
    try process.run()
    process.waitUntilExit()
    let printed = try String(contentsOfFile: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(printed.suffix(2000))")
    #expect(printed.contains("notifications:") && printed.contains("asyncapi:"))
  }
}
