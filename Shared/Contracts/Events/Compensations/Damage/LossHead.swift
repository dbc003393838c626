/// The five heads of loss that may be claimed (民法典 第一千二百三十五条).
public enum LossHead: String, Sendable, CaseIterable {
  /// 受到损害至修复完成期间服务功能丧失导致的损失.
  case serviceLoss = "service-loss"
  /// 功能永久性损害造成的损失.
  case permanentLoss = "permanent-loss"
  /// 调查、鉴定评估等费用.
  case investigation
  /// 清除污染、修复生态环境费用.
  case restoration
  /// 防止损害的发生和扩大所支出的合理费用.
  case prevention
}
