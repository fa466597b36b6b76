"""Every form of an Arabic verb."""

from __future__ import annotations

import pytest

from wasit.press.conjugation import arabic_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        (("اجتمع", "يجتمع"), ["اجتمعت", "اجتمعا", "اجتمعوا", "تجتمع", "يجتمعان", "يجتمعون"]),
        (("التقى", "يلتقي"), ["التقت", "التقيا", "التقوا", "يلتق", "يلتقيان", "التقاه"]),
        (("استضاف", "يستضيف"), ["استضافته", "استضافتهما", "تستضيفها"]),
        (("دعا", "يدعو"), ["دعت", "دعوا", "يدعو", "تدعوهم"]),
    ],
)
def test_a_verb_is_known_in_all_persons_and_with_an_object(
    verb: tuple[str, str], forms: list[str]
) -> None:
    assert set(forms) <= set(arabic_forms(*verb))
