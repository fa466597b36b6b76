"""Which of the places told of one encounter are apart, and which but say where another is."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.press.places import Place


def _within(house: Place, city: Place) -> bool:
    """Whether a house told by its name alone stands right before its city."""
    return house.sort == "told" and city.first - house.behind == 1 and city.lead == "in"


def _has_its_town(country: Place, where: Sequence[Place]) -> bool:
    """Whether a town stands so that the country but says where it is: Cusco, Peru."""
    return any(
        place.sort == "city"
        and (
            not country.at
            or -3 <= country.first - place.behind <= 3
            or place.first - country.behind <= 3
        )
        for place in where
    )


def without_houses(where: Sequence[Place]) -> list[Place]:
    """The places apart; of a town and what is near it, or a house, the first."""
    found: list[Place] = []
    where = [one for one in where if one.sort != "country" or not _has_its_town(one, where)]
    for place in where:
        if found and place.sort == "city" and _within(found[-1], place):
            found[-1] = place  # at State House in Nairobi
            continue
        if found and (place.sort == "house" or found[-1].sort == "house"):
            if found[-1].sort == "house" and place.sort != "house":
                found[-1] = place
            continue
        if found and place.first - found[-1].behind == 1 and place.at:
            if found[-1].sort == "country":
                found[-1] = place  # داخل ليبيا في غدامس
            continue  # Rimbo near Stockholm
        if all(place.key != one.key for one in found):
            found.append(place)
    return found
