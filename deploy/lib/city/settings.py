"""How fast the city lives."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    complaints_per_hour: float  # facts of enforcement come half as often
    step_seconds: float  # how long a case lies on a desk before its next step, on average

    @staticmethod
    def of(environment):
        return Pace(
            number(environment, "SAMPLE_CITY_COMPLAINTS_PER_HOUR", 60, 1, 3600),
            number(environment, "SAMPLE_CITY_STEP_SECONDS", 60, 1, 86400))


def number(environment, name, default, least, most):
    text = environment.get(name) or str(default)
    try:
        value = float(text)
    except ValueError:
        value = None
    if value is None or not least <= value <= most:
        raise ValueError(f"{name} is {text!r}: a number from {least} to {most} is wanted")
    return value
