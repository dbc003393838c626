import Contracts

/// The codes of messages in the words of offices.
enum MessageWording {
  static func channel(_ channel: ContactChannel) -> String {
    switch channel {
    case .sms: "短信"
    case .phone: "电话"
    case .email: "邮件"
    case .letter: "信函"
    case .wechat: "微信"
    case .inPerson: "当面"
    case .voice: "语音外呼"
    case .inbox: "站内信"
    case .webhook: "网络回调"
    }
  }

  static func audience(_ audience: MessageAudience) -> String {
    switch audience {
    case .petitioner: "信访人"
    case .enterprise: "企业"
    case .unit: "生态环境部门"
    case .agency: "协同部门"
    case .judiciary: "法院、检察院"
    case .insurer: "保险机构"
    case .participants: "社会公众"
    }
  }

  static func contact(_ contact: Int) -> String {
    switch contact {
    case 1: "第一次联系(收到)"
    case 2: "第二次联系(受理)"
    case 3: "第三次联系(办结)"
    default: "其他告知"
    }
  }

  static func status(_ status: MessageStatus) -> String {
    switch status {
    case .pending: "待发送"
    case .byHand: "待人工送达"
    case .delivered: "已送达"
    case .failed: "未送达"
    }
  }

  static func urgency(_ urgency: MessageUrgency) -> String {
    switch urgency {
    case .ordinary: "一般"
    case .urgent: "紧急"
    case .legal: "法定送达"
    }
  }
}
