import Contracts

/// An entry of the addressee book as lists show it: without telephone and mailbox.
enum AddresseeView {
  static let columns = ["键", "受众", "名称", "区划", "角色", "标签", "语言", "渠道", "颜色", "启用"]

  static func json(_ addressee: Addressee) -> JSON {
    var object = JSONObject()
    object.set("key", addressee.key)
    object.set("entry", addressee.entry)
    object.set("audience", code: addressee.audience)
    object.set("name", addressee.name)
    object.set("region", addressee.region)
    object.set("roles", addressee.roles)
    object.set("tags", addressee.tags)
    object.set("language", code: addressee.language)
    object.set("channels", codes: addressee.channels)
    object.set("colour", code: addressee.colour)
    object.set("active", addressee.isActive)
    object.set("version", addressee.version)
    object.set("updatedAt", addressee.updatedAt)
    object.set("updatedBy", addressee.updatedBy)
    return .object(object)
  }

  static func cells(_ addressee: Addressee) -> [String] {
    [
      addressee.key, addressee.audience.rawValue, addressee.name, addressee.region,
      addressee.roles.joined(separator: " "), addressee.tags.joined(separator: " "), addressee.language.rawValue,
      addressee.channels.map(\.rawValue).joined(separator: " "), addressee.colour?.rawValue ?? "",
      addressee.isActive ? "1" : "0",
    ]
  }
}
