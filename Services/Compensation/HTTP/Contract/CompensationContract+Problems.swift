// swift-format-ignore-file
extension CompensationContract {
  static let problems: StaticString = #"""
    problem above-limit 422 The policy's limit does not reach

    problem amount-too-large 422 The damage cannot be computed from this

    problem amounts-differ 422 What is paid and made good in kind is not the amount | Instalments and the values of
      measures together make the amount.

    problem amounts-of-other-cases 422 The step does not fit the draw

    problem auditor-not-independent 409 The request does not fit the state of the resource | Let somebody audit who
      did neither.

    problem batch-size 422 A batch has some cases, each once

    problem body-may-not-appraise 422 The body cannot be entrusted

    problem books-changed 409 The request does not fit the state of the resource | Call the operator: somebody
      changed the database by hand.

    problem case-full 409 The request does not fit the state of the resource | Open another case.

    problem case-not-in-batch 422 The case is not in the batch

    problem case-not-ready 409 The request does not fit the state of the resource

    problem case-takes-none 409 The request does not fit the state of the resource

    problem case-unfit 422 The case cannot be in the batch

    problem claim-open 409 The request does not fit the state of the resource | Wait until it is paid, or withdraw
      it.

    problem claim-out-of-turn 409 The request does not fit the state of the resource

    problem code-not-listed 422 The rules do not list this code

    problem coefficient-out-of-range 422 The damage cannot be computed from this | Enter a coefficient that the standard
      allows.

    problem condition-not-listed 422 The rules do not list this condition

    problem document-taken 409 The request does not fit the state of the resource

    problem documents-missing 409 The request does not fit the state of the resource | File them with file-document.

    problem done-before 409 The request does not fit the state of the resource

    problem draw-invalid 422 The step does not fit the draw

    problem draw-out-of-turn 409 The request does not fit the state of the resource

    problem expert-must-stand-back 409 The request does not fit the state of the resource | Replace the expert with
      the reason avoidance.

    problem expert-not-on-panel 422 The step does not fit the draw

    problem field-fixed 422 The field never changes | Make a new entry.

    problem field-invalid 422 This cannot be booked

    problem fine-differs 422 The damage cannot be computed from this | Leave the fine out.

    problem fine-unknown 422 The damage cannot be computed from this | Give the fine, or wait until the penalty system
      tells it.

    problem labour-conditions-missing 422 Labour cannot take the place of money | Record the conditions with
      decide-restoration when they hold.

    problem limit-zero 422 The damage cannot be computed from this

    problem must-start 409 The request does not fit the state of the resource | File the case.

    problem no-obligor 409 The request does not fit the state of the resource | Name the obligor with name-obligor,
      or claim from the insurer.

    problem not-covered 422 The policy does not cover this | Choose another policy.

    problem not-covered-by-account 409 The request does not fit the state of the resource | Ask for no more than is
      there.

    problem not-in-table 422 The damage cannot be computed from this

    problem not-joint 409 The request does not fit the state of the resource

    problem not-paid 409 The request does not fit the state of the resource | Wait for the payment to be reported,
      or close the case with what was received.

    problem not-practised 422 The city's rules do not know this

    problem not-reversible 409 The request does not fit the state of the resource | Right a payment that was
      received with a refund.

    problem not-simple 422 The damage cannot be computed from this | Have the damage appraised.

    problem nothing-waiting 409 The request does not fit the state of the resource | Ask for no more than waits.

    problem opinion-given 409 The request does not fit the state of the resource

    problem over-budget 409 The request does not fit the state of the resource | Have another project approved.

    problem panel-too-small 422 The step does not fit the draw

    problem party-missing 409 The request does not fit the state of the resource | Both parties commit, to a seed
      or to leaving the chance to the others, and reveal what they committed to.

    problem period-over 409 The request does not fit the state of the resource | End the negotiation with
      fail-negotiation.

    problem policy-number-taken 409 A policy of this number is kept already

    problem pool-exhausted 409 The request does not fit the state of the resource | Cancel the draw and open one
      with more fields or pools.

    problem pool-too-small 409 The request does not fit the state of the resource | Cancel the draw and open one
      with more fields or pools.

    problem reason-not-listed 422 The rules do not list this reason

    problem registered 409 The request does not fit the state of the resource | Change its entry with PUT.

    problem renewals-over 409 The request does not fit the state of the resource | Prepare a suit with prepare-suit.

    problem restoration-lacking 409 The request does not fit the state of the resource

    problem rounds-over 409 The request does not fit the state of the resource

    problem rule-missing 500 The rule packs lack a rule | Load a complete rule pack with `compensation rules load`.

    problem seed-not-committed-to 422 The step does not fit the draw

    problem stage-out-of-turn 409 The request does not fit the state of the resource | The stages that follow are:
      ….joined(separator:

    problem step-missing 409 The request does not fit the state of the resource | First: ….

    problem step-out-of-turn 409 The request does not fit the state of the resource

    problem template-unreadable 409 The request does not fit the state of the resource | Have the rule pack put
      right; `rules load` would have refused it.

    problem too-early 409 The request does not fit the state of the resource | Wait until it is over.

    problem year-out-of-turn 409 The request does not fit the state of the resource
    """#
}
