"""``content/privacy.yml``: what the privacy gate lets through, and what it asks somebody to think about."""

from __future__ import annotations

from typing import Annotated

from roadmap.content.model.base import Content, Pattern

Domain = Annotated[str, Pattern(r"[a-z0-9-]+(\.[a-z0-9-]+)+", "skriv domenet alene, for eksempel stolav.no")]
Phone = Annotated[str, Pattern(r"\+?[0-9][0-9 ]{2,18}", "skriv nummeret med sifre og mellomrom")]
Name = Annotated[str, Pattern(r"\S.{0,58}\S", "skriv et navn på 2–60 tegn")]


class Privacy(Content):
    """Addresses and numbers that belong to the hospitals and not to a person; names of small places, and conditions
    so rare that somebody from such a place can be recognised by them.
    """

    email_domains: list[Domain] = []
    phones: list[Phone] = []
    addresses: list[Name] = []
    small_places: list[Name] = []
    rare_conditions: list[Name] = []
