"""What reports tell otherwise is proposed as claims; copies of one text are one source."""

from __future__ import annotations

from datetime import date

from tests.press.test_propose import put
from wasit.entries.bodies.reporting import Report, Statement
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.propose import Proposals, as_held, propose
from wasit.press.reading import Reading
from wasit.record import Record, contradictions

FIVE = (
    "GENEVA - Foreign Minister Ingrid Solberg of Norland met mediator Karim Haddad in Geneva on "
    "Tuesday for five hours, officials said.\n"
    "Solberg told reporters that the draft of 19 points is a fair basis for what follows.\n"
    "The two delegations left the hotel by the back door and answered no questions at all.\n"
)
FOUR = (
    "Norland's foreign minister, Ingrid Solberg, and mediator Karim Haddad held talks in Geneva on "
    "Tuesday that lasted four hours, two diplomats said.\n"
    "Nobody in the market expected much of it; the shops closed early because of the snow.\n"
)


def reading(text: str, outlet: str) -> Reading:
    source = SourceText(text, date(2026, 3, 12), outlet)  # a Thursday
    return RuleReader().read(as_held(source))


def after(*reports: tuple[str, str]) -> tuple[Record, Proposals]:
    """The record with all but the last report, and what the last proposes."""
    record = Record()
    for text, outlet in reports[:-1]:
        proposals = propose(reading(text, outlet), record, "desk")
        record = put(record, proposals.batch(proposals.items))
    return record, propose(reading(*reports[-1]), record, "desk")


def claims(proposals: Proposals) -> list[Statement]:
    bodies = [one.proposal.body for one in proposals.items if one.group == "contradictions"]
    return [body for body in bodies if isinstance(body, Statement)]


def test_another_duration_is_proposed_as_a_claim_beside_the_one_on_record() -> None:
    _, proposals = after((FIVE, "Morning Post"), (FOUR, "Evening Star"))
    ours, theirs = claims(proposals)
    assert ours.claim is not None
    assert theirs.claim is not None
    assert ours.claim.about == theirs.claim.about
    assert dict(ours.claim.says) == {"en": "4 hours", "ar": "4 ساعات"}
    assert theirs.claim.says["en"] == "5 hours"
    assert dict(ours.speaker_name or {}) == {"en": "Evening Star"}
    assert dict(theirs.speaker_name or {}) == {"en": "Morning Post"}
    assert "four hours" in ours.words["en"]
    assert "five hours" in theirs.words["en"]


def test_the_record_then_shows_both_answers_with_their_sources() -> None:
    record, proposals = after((FIVE, "Morning Post"), (FOUR, "Evening Star"))
    (found,) = contradictions(put(record, proposals.batch(proposals.items)))
    assert [version.sources for version in found.versions] == [1, 1]
    assert {version.claim.says["en"] for version in found.versions} == {"4 hours", "5 hours"}


def test_reports_that_tell_the_same_raise_no_claim() -> None:
    _, proposals = after((FIVE, "Morning Post"), (FOUR.replace("four", "five"), "Evening Star"))
    assert claims(proposals) == []


def test_a_copy_cut_short_is_one_source_with_the_first() -> None:
    copied = "Talks go on\n" + "".join(FIVE.splitlines(keepends=True)[:2]).replace("GENEVA - ", "")
    record, proposals = after((FIVE, "Morning Post"), (copied, "Harbour Gazette"))
    (body,) = (one.proposal.body for one in proposals.items if one.kind == "report")
    assert isinstance(body, Report)
    assert body.copy_of == record.of_kind("report")[0].id
    assert claims(proposals) == []


def test_a_report_with_words_of_its_own_is_no_copy() -> None:
    _, proposals = after((FIVE, "Morning Post"), (FOUR, "Evening Star"))
    (body,) = (one.proposal.body for one in proposals.items if one.kind == "report")
    assert isinstance(body, Report)
    assert body.copy_of is None


def test_an_answer_on_record_is_not_claimed_again() -> None:
    record, proposals = after((FIVE, "Morning Post"), (FOUR, "Evening Star"))
    record = put(record, proposals.batch(proposals.items))
    third = FOUR.replace("four hours", "six hours").replace("the snow", "a football match tonight")
    third = third.replace("Nobody in the market expected much of it", "Fans filled every square")
    third = third.replace("two diplomats said", "according to a hotel guest")
    proposals = propose(reading(third, "Night Mail"), record, "desk")
    assert [one.claim.says["en"] for one in claims(proposals) if one.claim] == ["6 hours"]
