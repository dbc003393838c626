/// The characters and words that the mask knows.
enum MaskWords {
  /// What a character can begin or be; one look for each character of a text.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    /// ASCII letters, digits and the plus sign.
    static let word = Kinds(rawValue: 1)
    static let province = Kinds(rawValue: 2)
    static let surname = Kinds(rawValue: 4)
    /// The first character of a word that announces a name or a home.
    static let label = Kinds(rawValue: 8)
    /// The first character of a title.
    static let title = Kinds(rawValue: 16)
    /// Numerals other than digits.
    static let count = Kinds(rawValue: 32)
    /// The last character of streets, villages and estates.
    static let street = Kinds(rawValue: 64)
  }

  static func kinds(_ folded: UInt32) -> Kinds { folded < 0x10000 ? Kinds(rawValue: table[Int(folded)]) : [] }

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    func mark(_ scalars: some Sequence<UInt32>, _ kind: Kinds) {
      for scalar in scalars where scalar < 0x10000 { table[Int(scalar)] |= kind.rawValue }
    }
    mark(0x30...0x39, .word)
    mark(0x41...0x5A, .word)
    mark([0x2B], .word)
    mark(scalars("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使"), .province)
    mark(scalars(surnames), .surname)
    mark((nameLabels + introductions + homeLabels).compactMap(\.first), .label)
    mark(titles.compactMap(\.first), .title)
    mark(scalars("零〇一二三四五六七八九十百甲乙丙丁"), .count)
    mark(scalars("路街道巷弄村里园苑庭湾寨屯庄区院坊城府居墅厦组"), .street)
    return table
  }()

  /// The three hundred or so commonest surnames that are not above all words of daily life.
  private static let surnames = """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭\
    陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍\
    庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍\
    华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师\
    和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊
    """

  /// As the folded text has it.
  static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
  private static func words(_ text: String) -> [[UInt32]] { text.split(separator: " ").map { scalars(String($0)) } }

  static let compoundSurnames = words(
    "欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 宇文 长孙 轩辕 端木 南宫 独孤 西门")
  static let titles = words(
    "先生 女士 小姐 太太 大爷 大妈 大娘 大叔 大姐 大哥 大嫂 阿姨 叔叔 奶奶 爷爷 老师 师傅 同志 老板 婆婆 老人 姓居民 姓村民")
  static let nameLabels = words(
    "姓名 联系人 投诉人 举报人 信访人 反映人 来电人 来访人 来信人 申请人 当事人 报案人 群众 居民 村民 业主 市民 户主 监督员")
  static let introductions = words("我叫 我是 本人 名叫 叫做 我名叫 我的名字叫 我的名字是")
  static let homeLabels = words("家住 住址 家庭住址 家庭地址 户籍地 现住 本人住 我住")
  /// What follows names in reports.
  static let afterNames = words(
    """
    反映 投诉 举报 来电 来访 来信 致电 称 说 表示 要求 认为 提出 提供 家 的 在 于 向 对 等 及 和 与 是 住 电话 手机 身份证 \
    先生 女士 因 就 到 再次 多次 通过 拨打 您 您好 同志 居住
    """)
  static let phoneWords = words("电话 手机 联系 致电 拨打 座机 固话 号码 TEL PHONE")
  static let accountWords = words("微信 微信号 QQ QQ号 扣扣 支付宝 银行卡 卡号 账号 帐号 WECHAT VX")
  static let doorUnits = words("号 号楼 号院 栋 幢 座 单元 室 户 楼 层 弄 组 排 门 门牌 院")
  static let privateUnits = words("室 弄 门牌 单元")
  /// Parks and zones of works, whose gates have numbers too.
  static let works = words("工业园 产业园 科技园 物流园 工业区 开发区 高新区 园区 厂区 港区 矿区 工区 景区 库区")
  static let somebody = scalars("某")

  static let between = Set(scalars(":;=是为叫 \t，,（(\"“「号"))
  static let separators = Set(scalars("- .·‐‑–—()（）\u{00A0}\u{3000}"))
  static let plateDots = Set(scalars("·.- •‧"))
  static let plateEnds = Set(scalars("挂学警港澳"))
  static let marks = Set(scalars(",;!?，。；！？、\n\r\t）)"))
}
