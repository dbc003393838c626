import Contracts
import FoundationEssentials

/// What an amount of damage is computed from, by one method, with what comes beside it.
struct DamageInput: JSONConvertible, Equatable, Sendable {
  /// One method with its inputs.
  enum Method: Equatable, Sendable {
    case water(WaterVirtualCost)
    case air(AirVirtualCost)
    case multiplier(MultiplierCost)
    case baseline(BaselineShare)
    /// Nothing but the losses listed beside it.
    case itemised

    var code: DamageMethod {
      switch self {
      case .water: .waterVirtualCost
      case .air: .airVirtualCost
      case .multiplier: .multiplier
      case .baseline: .baseline
      case .itemised: .itemised
      }
    }
  }

  let method: Method
  /// Losses and costs found by an appraisal, an opinion or bills, each under its head.
  let losses: [LossItem]

  init(_ method: Method, losses: [LossItem] = []) {
    self.method = method
    self.losses = losses
  }

  init(fields: JSONFields) throws(ContractViolation) {
    let code: DamageMethod = try fields.code("method")
    method =
      switch code {
      case .waterVirtualCost: .water(try fields.object("water"))
      case .airVirtualCost: .air(try fields.object("air"))
      case .multiplier: .multiplier(try fields.object("multiplier"))
      case .baseline: .baseline(try fields.object("baseline"))
      case .itemised: .itemised
      }
    losses = try fields.objects("losses", maximum: 64)
    if code == .itemised, losses.isEmpty {
      throw fields.violation(.fieldMissing, "losses", "Losses that are itemised must be listed.")
    }
    if code == .baseline, !losses.isEmpty {
      throw fields.violation(.fieldUnknownValue, "losses", "A share of the fine stands for all losses.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("method", code: method.code)
    switch method {
    case .water(let water): object.set("water", water)
    case .air(let air): object.set("air", air)
    case .multiplier(let multiplier): object.set("multiplier", multiplier)
    case .baseline(let baseline): object.set("baseline", baseline)
    case .itemised: break
    }
    object.set("losses", losses.isEmpty ? nil : losses)
    return .object(object)
  }
}
