import Contracts
import ServiceKit

/// Why a sign-in at a provider came to nothing. The details are for the log; they hold nothing secret.
enum SignInFault: Error, Equatable {
  /// Begun too long ago, in another browser, or not at all.
  case stale
  /// The provider sent the person back with an error.
  case refused(String)
  case unreachable(String)
  case unreadable(String)
  /// The provider did not exchange the code.
  case notExchanged(String)
  /// None of the tokens is one that the API takes.
  case notAccepted
  /// The token says of no role what it may do here.
  case withoutRole
  /// Browsers keep no cookie of this size.
  case tooLarge

  /// What the log says of it.
  var detail: String {
    switch self {
    case .refused(let word), .unreachable(let word), .unreadable(let word), .notExchanged(let word): word
    default: ""
    }
  }

  /// The page of it.
  func problem(_ language: PublicLanguage) -> Problem {
    let (status, code, title, remedy) = words
    return Problem(status: status, code: code, title: title[language], remedy: remedy[language])
  }

  private var words: (status: Int, code: String, title: PageText, remedy: PageText) {
    switch self {
    case .stale:
      (
        400, "sign-in-stale", PageText("登录已失效", "This sign-in is no longer good"),
        PageText(
          "请从登录页重新开始，并在十分钟内用同一浏览器完成。",
          "Begin anew on the sign-in page, and finish within ten minutes in the same browser.")
      )
    case .refused:
      (
        403, "sign-in-refused", PageText("统一身份认证未完成登录", "Your organisation did not sign you in"),
        PageText(
          "请重新登录；如仍不成功，请联系单位的账户管理员。",
          "Sign in anew; where that does not help, ask who manages accounts at your organisation.")
      )
    case .unreachable:
      (
        502, "provider-unreachable", PageText("无法连接统一身份认证", "The sign-in of your organisation does not answer"),
        PageText("请稍后重试；急需办理时请联系运维人员。", "Try again in a while; where it is urgent, tell an operator.")
      )
    case .unreadable:
      (
        502, "provider-unreadable",
        PageText("统一身份认证的答复不符合要求", "The sign-in of your organisation answers something else"),
        PageText("请联系运维人员核对统一身份认证的设置。", "Tell an operator: the settings of the provider do not fit.")
      )
    case .notExchanged:
      (
        502, "code-not-exchanged", PageText("统一身份认证未发放令牌", "The sign-in of your organisation gave no token"),
        PageText("请重新登录；如反复出现，请联系运维人员。", "Sign in anew; where it happens again, tell an operator.")
      )
    case .notAccepted:
      (
        403, "token-not-accepted", PageText("令牌不被本系统接受", "Your token is not taken here"),
        PageText("请联系运维人员核对签发者、受众与密钥。", "Tell an operator: issuer, audience or keys do not fit.")
      )
    case .withoutRole:
      (
        403, "role-missing", PageText("您的账户在本系统没有角色", "Your account has no role here"),
        PageText("请联系单位的账户管理员分配角色和行政区划。", "Ask who manages accounts at your organisation for a role and a region.")
      )
    case .tooLarge:
      (
        403, "token-too-large", PageText("令牌过大，浏览器无法保存", "Your token is too large for a browser to keep"),
        PageText("请联系运维人员减少令牌中的内容。", "Tell an operator: the token must hold less.")
      )
    }
  }
}
