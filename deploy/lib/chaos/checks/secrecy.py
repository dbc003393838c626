"""The reporter stays secret: nothing planted in a complaint stands anywhere but in the complaint."""

from ..history import Finding


def hidden(history):
    for leak in history.leaks:
        yield Finding("leak", leak.what, leak.place, "planted personal data")


CHECKS = (hidden,)
