"""NegMAS scenario folders: one domain file and one utility function per party, in YAML or JSON.

Read are linear additive functions over tables and straight lines: ``weight * value``, plus the bias
of a line. NegMAS takes evaluations as they are, not divided by the largest as GENIUS does. A
discount around a function is left aside; a reserved value of minus infinity counts as not known.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import yaml as pyyaml

from wasit.entries import Mistake
from wasit.entries import yaml as strict_yaml
from wasit.entries.errors import Place
from wasit.packages.bargain import Bargain, Issue, Option, Party
from wasit.packages.files.amounts import exactly, number, written
from wasit.packages.files.genius import WIDEST, Source, safe_name

Plain = Mapping[str, Any]


def data(source: Source) -> Plain:
    """A file's content as plain data. Raises :class:`wasit.entries.Mistake` with file and line."""
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Mistake("the file is not UTF-8 text", place=Place(source.name)) from None
    if source.name.lower().endswith(".json"):
        try:
            found = json.loads(text, parse_float=str, parse_constant=str)
        except json.JSONDecodeError as error:
            place = Place(source.name, error.lineno, error.colno)
            raise Mistake("not JSON: {problem}", place=place, problem=error.msg) from None
        except RecursionError:
            raise Mistake("the file has too much in it", place=Place(source.name)) from None
    else:
        found = strict_yaml.read(text, source.name).value
    if not isinstance(found, dict):
        raise Mistake("the file holds no fields", place=Place(source.name))
    return found


def is_domain(found: Plain) -> bool:
    """Whether it is a domain: issues, each with a type and values."""
    return isinstance(found.get("issues"), list) and "OutcomeSpace" in str(found.get("type"))


def is_function(found: Plain) -> bool:
    """Whether it is a utility function."""
    return "UtilityFunction" in str(found.get("type")) or "UFun" in str(found.get("type"))


def bargain(
    domain: Source, found: Plain, functions: Sequence[tuple[Source, Plain]], name: str = ""
) -> Bargain:
    """The bargain of a domain and its functions, parties in the order given."""
    issues = tuple(_issue(each, domain.name) for each in found["issues"])
    parties = tuple(_party(source, one, issues, found["issues"]) for source, one in functions)
    return Bargain(issues, parties, name=name)


def _issue(given: object, file: str) -> Issue:
    place = Place(file)
    if not isinstance(given, dict) or "values" not in given:
        raise Mistake("an issue has no values", place=place)
    values = given["values"]
    kind = str(given.get("type", ""))
    if isinstance(values, int) and not isinstance(values, bool):
        values = [0, values - 1]
        kind = "ContiguousIssue"
    if not isinstance(values, list):
        raise Mistake("an issue has no values", place=place)
    if kind == "ContiguousIssue":
        low, high = (number(str(each), place) for each in (values[0], values[-1]))
        if low.denominator != 1 or high.denominator != 1 or not 0 <= high - low < WIDEST:
            raise Mistake(
                "the bounds {low} and {high} leave no options, or too many",
                place=place,
                low=low,
                high=high,
            )
        values = list(range(int(low), int(high) + 1))
    elif kind == "ContinuousIssue":
        raise Mistake(
            "issues of type {kind} are not read; expected discrete or integer",
            place=place,
            kind=kind,
        )
    return Issue(str(given.get("name", "")), tuple(Option(str(value)) for value in values))


def _party(source: Source, found: Plain, issues: Sequence[Issue], given: Sequence[Any]) -> Party:
    inner = found
    while isinstance(inner.get("ufun"), dict):
        inner = inner["ufun"]
    place = Place(source.name)
    functions, weights = inner.get("values"), inner.get("weights")
    if isinstance(functions, dict):
        functions = [functions.get(issue.label) for issue in issues]
    if isinstance(weights, dict):
        weights = [weights.get(issue.label, 1) for issue in issues]
    if weights is None:
        weights = [1] * len(issues)
    if not isinstance(functions, list) or len(functions) != len(issues):
        raise Mistake("the function does not value every issue", place=place)
    if not isinstance(weights, list) or len(weights) != len(issues):
        raise Mistake("the function does not weigh every issue", place=place)
    worth = tuple(
        tuple(number(str(weight), place) * value for value in _values(function, issue, place))
        for function, weight, issue in zip(functions, weights, issues, strict=True)
    )
    bias = number(str(inner.get("bias", 0)), place)
    worth = (tuple(value + bias for value in worth[0]), *worth[1:])
    reserve = _reserve(inner.get("reserved_value"), place)
    return Party(source.name.rsplit(".", 1)[0], worth, reserve)


def _reserve(given: object, place: Place) -> Fraction | None:
    if given is None or str(given).lower() in ("-inf", "-.inf", "-infinity"):
        return None
    return number(str(given), place)


def _values(function: object, issue: Issue, place: Place) -> list[Fraction]:
    if not isinstance(function, dict):
        raise Mistake("the function does not value every issue", place=place)
    kind = str(function.get("type", "TableFun")).rsplit(".", 1)[-1]
    if kind == "TableFun" or "mapping" in function:
        mapping = function.get("mapping")
        if not isinstance(mapping, dict):
            raise Mistake("the function does not value every issue", place=place)
        table = {str(value): worth for value, worth in mapping.items()}
        for option in issue.options:
            if option.label not in table:
                raise Mistake(
                    "option {option} of issue {issue} has no evaluation",
                    place=place,
                    option=option.label,
                    issue=issue.label,
                )
        return [number(str(table[option.label]), place) for option in issue.options]
    if kind not in _LINES:
        raise Mistake(
            "functions of type {kind} are not read; expected tables or lines",
            place=place,
            kind=kind,
        )
    slope = number(str(function.get("slope", 1 if kind != "ConstFun" else 0)), place)
    bias = number(str(function.get("bias", 0)), place)
    return [slope * number(option.label, place) + bias for option in issue.options]


_LINES = ("AffineFun", "LinearFun", "IdentityFun", "ConstFun")


# --- writing --------------------------------------------------------------------------------------


def files(bargain: Bargain, *, as_json: bool = False) -> Mapping[str, str]:
    """The files of a NegMAS folder, by name; parties keep their order by file name.

    Raises :class:`wasit.entries.Mistake` for what the format cannot hold: rules, red lines, and
    numbers without an end as decimals.
    """
    if bargain.rules or bargain.red_lines:
        raise Mistake("NegMAS files hold no rules and no red lines")
    end = "json" if as_json else "yml"
    found: dict[str, Any] = {f"domain.{end}": _domain_data(bargain)}
    for place, party in enumerate(bargain.parties, 1):
        found[f"party{place:02d}-{safe_name(party.name)}.{end}"] = _function(bargain, party)
    write = _as_json if as_json else _as_yaml
    return {name: write(content) for name, content in found.items()}


class _Decimal(str):
    """A number as its digits."""


def _domain_data(bargain: Bargain) -> dict[str, Any]:
    issues = [
        {
            "name": issue.label,
            "type": "CategoricalIssue",
            "values": [option.label for option in issue.options],
        }
        for issue in bargain.issues
    ]
    name = bargain.name or "domain"
    return {"issues": issues, "name": name, "type": "DiscreteCartesianOutcomeSpace"}


def _function(bargain: Bargain, party: Party) -> dict[str, Any]:
    def amount(value: Fraction) -> _Decimal:
        if written(value) is None:
            raise Mistake(
                "NegMAS files cannot hold {value}, which {party} has; expected a decimal",
                value=value,
                party=party.name,
            )
        return _Decimal(exactly(value))

    values = [
        {
            "mapping": {
                option.label: amount(value)
                for option, value in zip(issue.options, row, strict=True)
            },
            "type": "TableFun",
        }
        for issue, row in zip(bargain.issues, party.worth, strict=True)
    ]
    reserve = None if party.reservation is None else amount(party.reservation)
    return {
        "name": party.name,
        "reserved_value": reserve,
        "type": "LinearAdditiveUtilityFunction",
        "values": values,
        "weights": [_Decimal("1") for _ in values],
    }


class _Dumper(pyyaml.SafeDumper):
    """Writes decimals as plain numbers."""


def _plain_number(dumper: pyyaml.SafeDumper, value: _Decimal) -> pyyaml.ScalarNode:
    sort = "float" if "." in value else "int"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{sort}", str(value))


_Dumper.add_representer(_Decimal, _plain_number)


def _as_yaml(content: Mapping[str, Any]) -> str:
    return str(pyyaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False))


def _as_json(content: Mapping[str, Any]) -> str:
    numbers: dict[str, str] = {}

    def marked(value: Any) -> Any:
        if isinstance(value, _Decimal):
            mark = f"\u0000{len(numbers)}\u0000"
            numbers[json.dumps(mark)] = str(value)
            return mark
        if isinstance(value, dict):
            return {key: marked(each) for key, each in value.items()}
        return [marked(each) for each in value] if isinstance(value, list) else value

    text = json.dumps(marked(content), ensure_ascii=False, indent=1) + "\n"
    for mark, digits in numbers.items():
        text = text.replace(mark, digits)
    return text
