/// A paper as a page to print: nothing in it but text, whatever the case holds.
enum PaperPage {
  static func html(_ paper: CasePaper) -> String {
    let lines = paper.text.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = lines.first.map(String.init) ?? paper.title
    let paragraphs = lines.dropFirst().split(separator: "").map { paragraph in
      "<p>" + paragraph.map { escape(String($0)) }.joined(separator: "<br>") + "</p>"
    }
    return """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8"><title>\(escape(paper.title))</title>
      <style>body{font-family:serif;max-width:42em;margin:3em auto;line-height:1.9}h1{text-align:center;font-size:1.4em}
      p{white-space:pre-wrap;margin:0 0 1em}@media print{body{margin:0}}</style></head>
      <body><h1>\(escape(heading))</h1>
      \(paragraphs.joined(separator: "\n"))
      </body></html>

      """
  }

  private static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
