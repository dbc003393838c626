/// A key pair made for these tests and used nowhere else: making one takes a second, so it is written down.
enum TestRSAKey {
  static let modulus =
    "8UFBNXrkku-xTo3KSYASr9y6h0ya3FZtKTNMpY3hleTfTXD-1OapuOVXiWfNPymDRT9FgOwLhYH-9NMT5cyzl1_r-_"
    + "geNMKZNfGT_G_KFCRpLlWpsnwTZNaygPSQ0ERBUmebT0fkIr97LghVOEJT795aKZpS6NdzrP7kqAO7MfoFfd3r8yqf"
    + "dLz22dal0O7xHjGDhqn_WrlBmXVr--KIsJhsUd1Gd7xMZbICSygI2wG2RUrEotqZfC4wciBcPSCZR_MESdesCIaAdo"
    + "TzID_AGscP5EH7yCrW9mT5vZL4Po446NQkqe0oBTiH3d9wh9xNBujWLrS6Ht5s-ehTBbLqPQ"
  static let exponent = "AQAB"
  static let privateExponent =
    "UKZMWsj45WfsgYKj55tBY_npfzZsJJFdz6KfEk8SZQ4MWjKWdeygOzer4jrJob5KbFlA7l66YUi6RvTTF4StWsLNvD"
    + "9PNbsCBcb6_i4Ow1oCsWMgphKVVyXwqWxYhs7yeU46XK__Q2B4mMRfXL3Lmond4T9-TOlNeb0CCmqo5wT0JIJ5ZPJ2"
    + "17oWuyycIaf4mxiU4Ygj3Lvh3m3NiuXgFsI1eb_ejtSFWFl5u_CfzyKFKVmY6-idiv3E9qxIdP8p8LbasrFPCRlGO0"
    + "TtHKkY9TGYoGMCW7CdFxYc7nLPvrJDF7-KuPxRR30bh0JHbSLweU4odwmFA3x9leJMgizpnw"
  static let prime1 =
    "_bdbT6VR9NfCaGa0sQsnL53jpfq0Ug7p3vHvfqrYqPOd6E757okBojsPHzwt26VYDKxh8SudZIo9sIOiIz2PnJciji"
    + "EGV8_accmLPyVqHDGJMlclVT4ltVMpWsGLqIC9EzskXHIssm34d_as-2AhXliSqGBv-TIdzJiDeXy2Y7c"
  static let prime2 =
    "820u4hHwb6YNi4UDMp-yo1jsdDkVdhYOcStYVScSr0F3DR-EnaGJkXvL2PyvpCLaGVqSsWjuMBU38q257OoMDcgHZM"
    + "KOgYBugj7LydLnkcjJOm3pVsl1QcxTl6-_DKb0jJr3PGmoZZuporPue-p6rOpI6FGekcmgnVyBUMlKKas"
}
