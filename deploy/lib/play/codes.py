"""Unified social credit codes of firms that are played."""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: no I, O, S, V, Z


def unified_social_credit_code(region, serial):
    """The code of an enterprise registered in the region, from six digits, with both check characters right (GB
    11714-1997 inside, GB 32100-2015 outside)."""
    body = "MA" + serial
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(weight * int(character, 36) for weight, character in zip(weights, body)) % 11
    code = f"91{region}{body}" + {10: "X", 11: "0"}.get(rest, str(rest))
    total = sum(ALPHABET.index(character) * pow(3, index, 31) for index, character in enumerate(code))
    return code + ALPHABET[-total % 31]
