import Contracts
import FoundationEssentials

/// A reward as staff see it: nothing of whom it is for.
enum RewardView {
  static func json(_ reward: Reward) -> JSON {
    var object = reward.decided.json.object ?? JSONObject()
    object.set("entry", reward.entry)
    object.set("status", code: reward.status)
    object.set("claimedAt", reward.claimed?.at)
    object.set("version", reward.version)
    return .object(object)
  }
}
