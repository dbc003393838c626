import Contracts

/// A kind of service request: one for each kind of harm of the 12369 statistics.
struct Open311Service: Sendable {
  let category: Category

  static let all = Category.allCases.map(Open311Service.init)

  init(_ category: Category) { self.category = category }

  /// - Returns: nil for a code that is none.
  init?(code: String) {
    guard let category = Category(rawValue: code) else { return nil }
    self.category = category
  }

  var code: String { category.rawValue }

  func name(_ language: PublicLanguage) -> String {
    switch (category, language) {
    case (.air, .chinese): "大气污染"
    case (.air, .english): "Air pollution"
    case (.noise, .chinese): "噪声污染"
    case (.noise, .english): "Noise"
    case (.water, .chinese): "水污染"
    case (.water, .english): "Water pollution"
    case (.solidWaste, .chinese): "固体废物污染"
    case (.solidWaste, .english): "Solid and hazardous waste"
    case (.ecology, .chinese): "生态破坏"
    case (.ecology, .english): "Damage to nature"
    case (.radiation, .chinese): "辐射污染"
    case (.radiation, .english): "Radiation"
    case (.other, .chinese): "其他环境问题"
    case (.other, .english): "Other environmental harm"
    }
  }

  func description(_ language: PublicLanguage) -> String {
    switch (category, language) {
    case (.air, .chinese): "异味、烟尘、扬尘、工业废气等"
    case (.air, .english): "Odour, smoke, dust, industrial gas"
    case (.noise, .chinese): "施工、工业、交通、社会生活噪声等"
    case (.noise, .english): "Noise of construction, industry, traffic and entertainment"
    case (.water, .chinese): "污水直排、黑臭水体、饮用水源污染等"
    case (.water, .english): "Waste water, black and foul waters, drinking-water sources"
    case (.solidWaste, .chinese): "固体废物、危险废物的倾倒、堆放、处置等"
    case (.solidWaste, .english): "Dumping, storing and disposal of waste"
    case (.ecology, .chinese): "毁林、采挖、侵占保护区等"
    case (.ecology, .english): "Felling, digging, encroachment on protected areas"
    case (.radiation, .chinese): "电磁辐射、电离辐射等"
    case (.radiation, .english): "Electromagnetic and ionising radiation"
    case (.other, .chinese): "以上各类以外的环境问题"
    case (.other, .english): "Whatever fits nowhere else"
    }
  }
}
