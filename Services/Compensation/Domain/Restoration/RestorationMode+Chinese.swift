import Contracts

extension RestorationMode {
  /// As tables and papers name it.
  var chinese: String {
    switch self {
    case .money: "缴纳赔偿金"
    case .onSite: "就地生态修复"
    case .fishRelease: "增殖放流"
    case .snailStocking: "播增养殖田螺"
    case .replanting: "补植复绿"
    case .basinTreatment: "小流域治理"
    case .alienSpecies: "清理外来物种"
    case .blueCarbon: "蓝碳修复"
    case .forestCare: "森林维护"
    case .substitute: "替代修复"
    case .labour: "劳务代偿"
    }
  }
}
