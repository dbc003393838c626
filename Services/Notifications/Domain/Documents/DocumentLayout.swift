import Civics
import Contracts
import FoundationEssentials

/// How a legal document stands on paper: issuer, number and title above, day and signature below, and a slip for the
/// acknowledgement (送达回证) where one is asked for. Prints on A4.
enum DocumentLayout {
  struct Sheet: Sendable {
    let language: MessageLanguage
    let issuer: String
    let number: String
    let title: String
    let body: DocumentText
    let day: CivilDate
    let wantsAcknowledgement: Bool
  }

  static func plain(_ sheet: Sheet) -> String {
    let words = words(sheet.language)
    var lines = [sheet.issuer, sheet.title, sheet.number, "", sheet.body.plain, "", sheet.issuer, day(sheet)]
    if sheet.wantsAcknowledgement {
      lines += ["", "----------------------------------------", words.slip, "\(words.number) \(sheet.number)"]
      lines += words.blanks.map { "\($0) ____________________" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func html(_ sheet: Sheet) -> String {
    let words = words(sheet.language)
    let (issuer, number) = (HTMLText.escaped(sheet.issuer), HTMLText.escaped(sheet.number))
    let title = HTMLText.escaped(sheet.title)
    var html = """
      <!DOCTYPE html>
      <html lang="\(sheet.language.rawValue)">
      <head><meta charset="utf-8"><title>\(title) \(number)</title><style>\(style)</style></head>
      <body>
      <article>
      <header><p class="issuer">\(issuer)</p><p class="number">\(number)</p></header>
      <h1>\(title)</h1>
      \(sheet.body.html)
      <footer><p>\(issuer)</p><p>\(HTMLText.escaped(day(sheet)))</p></footer>
      </article>

      """
    if sheet.wantsAcknowledgement {
      let rows = words.blanks.map { "<tr><th>\($0)</th><td></td></tr>" }.joined()
      html += """
        <section class="slip">
        <h2>\(words.slip)</h2>
        <table><tr><th>\(words.number)</th><td>\(number)</td></tr>\(rows)</table>
        </section>

        """
    }
    return html + "</body>\n</html>\n"
  }

  private static func words(_ language: MessageLanguage) -> (slip: String, number: String, blanks: [String]) {
    switch language {
    case .chinese: ("送达回证", "文号", ["受送达人签收", "收到日期", "送达人"])
    case .english: ("Acknowledgement of service", "Number", ["Signature of the addressee", "Day", "Served by"])
    }
  }

  private static func day(_ sheet: Sheet) -> String {
    let day = sheet.day
    return sheet.language == .chinese ? "\(day.year)年\(day.month)月\(day.day)日" : day.description
  }

  private static let style = """
    @page{size:A4;margin:25mm}body{font-family:"FangSong","STFangsong","Noto Serif CJK SC",serif;font-size:16pt;\
    line-height:1.75;max-width:170mm;margin:10mm auto;color:#000}.issuer{color:#c00;font-size:26pt;text-align:center;\
    margin:0}.number{text-align:center;border-bottom:2px solid #c00;margin:0 0 8mm}h1{font-size:22pt;text-align:center}\
    h2{font-size:16pt;font-family:"SimHei","Noto Sans CJK SC",sans-serif;margin:1em 0 0}p{text-indent:2em;margin:0}\
    header p,.margin,footer p{text-indent:0}footer{text-align:right;margin-top:12mm}.slip{break-before:page}\
    .slip h2{text-align:center}table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:4mm;\
    text-align:left;width:50%}
    """
}
