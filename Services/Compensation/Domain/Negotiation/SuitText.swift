import Civics
import Contracts
import FoundationEssentials

/// The text of the papers for a suit: what the case holds, in the order that a court reads it. Who signs it fills in what
/// only people know; the obligor is named by its code.
struct SuitText {
  let number: String
  let plaintiff: String
  let obligor: String
  let court: String
  let cause: SuitCause
  let facts: String
  let claimFen: Int64?
  let settlement: Settlement
  let documents: [EvidenceReference]
  let day: CivilDate

  var text: String {
    let parts = [
      ["生态环境损害赔偿诉讼材料", "案件编号:\(number)"], parties, claims, ["三、事实与理由", facts], course, enclosed,
      ["此致", court, "\(day)"],
    ]
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var parties: [String] { ["一、当事人", "原告(赔偿权利人):\(plaintiff)", "被告(赔偿义务人):\(obligor)"] }

  private var claims: [String] {
    let amount = claimFen.map { Money(fen: Int($0)).description + "元" } ?? "(依鉴定评估意见确定)"
    return ["二、诉讼请求", "1. 判令被告赔偿生态环境损害:\(amount)", "2. 本案诉讼费用由被告承担"]
  }

  /// A suit must show that negotiation failed or was impossible (最高人民法院 若干规定 第五条).
  private var course: [String] {
    var lines = ["四、磋商及履行情况"]
    for negotiation in settlement.negotiations {
      lines.append("第\(negotiation.number)次磋商:\(ShanghaiTime.day(of: negotiation.notifiedAt))告知")
      for round in negotiation.rounds {
        lines.append("  第\(round.number)轮:\(ShanghaiTime.day(of: round.heldAt)),\(round.outcome.chinese)")
      }
      if let failure = negotiation.failure { lines.append("  磋商不成:\(failure.words)") }
    }
    if let agreement = settlement.agreement {
      lines.append("赔偿协议:\(agreement.agreementNumber),\(ShanghaiTime.day(of: agreement.signedAt))签订")
    }
    for suit in settlement.publicInterestSuits {
      lines.append("关联公益诉讼:\(suit.suitNumber),\(suit.plaintiff)诉至\(suit.court)(依照若干规定第十七条,先行审理本案)")
    }
    lines.append("起诉事由:\(cause.words)")
    return lines
  }

  private var enclosed: [String] {
    ["五、证据目录"]
      + documents.enumerated().map { index, document in
        "\(index + 1). \(document.kind ?? "材料") \(document.uri)" + (document.sha256.map { " SHA-256 \($0)" } ?? "")
      }
  }
}

extension NegotiationFailure {
  fileprivate var words: String {
    switch self {
    case .refused: "赔偿义务人明确表示拒绝磋商"
    case .noReply: "赔偿义务人未在答复期限内答复"
    case .absent: "赔偿义务人无正当理由不参加磋商会议或者退出"
    case .noAgreement: "经磋商未达成一致"
    case .roundsExhausted: "已达磋商次数上限"
    case .timeExhausted: "已过磋商期限"
    case .notSigned: "达成一致后不签订赔偿协议"
    }
  }
}

extension SuitCause {
  fileprivate var words: String {
    switch self {
    case .negotiationFailed: "磋商未达成一致"
    case .negotiationImpossible: "无法进行磋商"
    case .agreementNotPerformed: "未经司法确认的赔偿协议不履行"
    }
  }
}
