import Contracts

extension RestorationMode {
  /// The code in the rule packs.
  var ruleCode: String {
    switch self {
    case .money: "PAYMENT"
    case .onSite: "IN_SITU"
    case .fishRelease: "FISH_RELEASE"
    case .snailStocking: "SNAIL_STOCKING"
    case .replanting: "REPLANTING"
    case .basinTreatment: "SMALL_BASIN"
    case .alienSpecies: "ALIEN_SPECIES"
    case .blueCarbon: "BLUE_CARBON"
    case .forestCare: "FOREST_CARE"
    case .substitute: "SUBSTITUTE"
    case .labour: "LABOUR"
    }
  }
}

extension RestorationUnit {
  /// The name in the rule packs.
  var ruleName: String {
    switch self {
    case .yuan: "元"
    case .squareMetre: "平方米"
    case .cubicMetre: "立方米"
    case .fry: "尾"
    case .snail: "粒"
    case .seedling: "棵"
    case .tonne: "吨"
    case .hour: "小时"
    case .time: "次"
    }
  }
}
