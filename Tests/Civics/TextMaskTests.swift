import Civics
import Testing

@Suite("Masking of what points to a person")
struct TextMaskTests {
  @Test(
    arguments: [
      ("侯先生反映小区下水道堵塞，污水反流。", "某先生反映小区下水道堵塞，污水反流。"),
      ("联系人：侯建国，电话13800000000。", "联系人：某某，电话**。"),
      ("住浔阳区庐峰路12号3栋2单元501室。", "住浔阳区庐峰路**。"),
      ("我叫王小明，家住王家村三组，手机１３８－０００１－２３４５", "我叫某某，家住**，手机**"),
      ("举报人张三反映共青城某作坊", "举报人某某反映共青城某作坊"),
      ("身份证36040219800101123X", "身份证**"), ("旧证360402800101123", "旧证**"),
      ("车牌赣G12345、赣G·D1234挂、赣GD12345", "车牌**、**挂、**"),
      ("邮箱 hou.jg@example.com，微信号：hou_jg1980，QQ：12345678", "邮箱 **，微信号：**，QQ：**"),
      ("座机0792-8123456，电话8123456", "座机**，电话**"), ("+86 138 0000 0000", "**"),
      ("欧阳锋女士多次上访；王师傅来过", "某女士多次上访；某师傅来过"),
      ("三里街道甲3号二楼", "三里街道**"), ("XX小区5栋", "XX小区**"), ("卡号6222020200112233445", "卡号**"),
    ])
  func `is taken out, and what was said stays`(written: String, expected: String) {
    #expect(TextMask.mask(written).text == expected)
  }

  @Test(
    arguments: [
      "经查，小区排污管网堵塞，已疏通。", "某厂3号排口超标，1号楼楼下有异味，工业园区3号厂房停产。",
      "企业代码91350100M000100Y43 排放废水", "编号2024-360483-7K3F-9QX2-M4TC 已受理，2月5号前答复。",
      "请拨打12345或12369", "影响10户居民，附近居民反映夜间噪声，面积1234567平方米。",
      "我是附近居民，本人多次投诉", "高新区方圆化工厂偷排", "", "🏭𠮷野家臭气",
    ])
  func `leaves what points to nobody`(text: String) {
    let masked = TextMask.mask(text)
    #expect(masked.text == text && masked.found.isEmpty)
  }

  @Test func `kinds are counted, and texts known to be personal go whatever they look like`() {
    let masked = TextMask.mask("小虎子说：13800000000、赣G12345", known: ["小虎子", "子"])
    #expect(masked.text == "**说：**、**")
    #expect(masked.found == [.name: 1, .phone: 1, .plate: 1])
  }

  @Test func `what was masked is not masked again`() {
    let once = TextMask.mask("联系人：侯建国，电话13800000000，住庐峰路12号501室，车牌赣G12345。王先生来过。").text
    #expect(TextMask.mask(once).text == once)
  }

  @Test(
    "A hostile text takes no more time for each character than a plain one",
    arguments: ["1-", "a.", "王", "一", "姓名：", "家住", "@", "赣G1234", "1号", ":", "微信:::::a", "( "])
  func hostile(unit: String) {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: unit, count: count)
      return (0..<3).map { _ in ContinuousClock().measure { _ = TextMask.mask(text) } }.min() ?? .zero
    }
    // Four times the text, at most ten times the time: linear with much room for a busy machine.
    #expect(time(40_000) < time(10_000) * 10 + .milliseconds(20))
  }
}
