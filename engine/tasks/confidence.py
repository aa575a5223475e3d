"""How sure a dark feature is to be a slick: a rule that anybody can check, not a measured probability.

- ``low`` where the contrast is below 3 dB or not known, the feature is smaller than 5 ha, or the wind, said or suggested by the sea's
  brightness, lies outside of 3 to 12 m/s.
- ``high`` where all of this holds: contrast of at least 5 dB, at least 20 ha, a network's mean probability of at least 0.8, and a wind
  that the user has said.
- ``medium`` elsewhere.

For display bytes the contrasts are 1.5 and 2.5 standard deviations of the surroundings, about what 3 and 5 dB are in the speckle of
Sentinel-1 (4.4 looks: 2.1 dB). Nobody has measured how often a level is right: look-alikes with known truth are too rare for that.
"""

from __future__ import annotations

from ..methods.sea import SeaState

LEVELS = ("high", "medium", "low")
CONTRAST_DB = (3.0, 5.0)
CONTRAST_RELATIVE = (1.5, 2.5)
LEAST_PROBABILITY = 0.8
HECTARES = (5.0, 20.0)


def confidence(contrast: float, display: bool, probability: float, by_network: bool, hectares: float, sea: SeaState) -> str:
    """Return one of `LEVELS`.

    Args:
        contrast: below the surroundings, in dB or, for display bytes, in their standard deviations; NaN: not known.
        display: whether the image holds display bytes.
        probability: mean over the feature, 0 to 1.
        by_network: whether a network gave it; the classical rules say 1 everywhere.
        hectares: the feature's area.
        sea: what is known of the wind.
    """
    some, much = CONTRAST_RELATIVE if display else CONTRAST_DB
    small, large = HECTARES
    if not contrast >= some or hectares < small or sea.suspect:
        return "low"
    sure = contrast >= much and hectares >= large and by_network and probability >= LEAST_PROBABILITY
    return "high" if sure and sea.wind is not None else "medium"
