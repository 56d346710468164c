"""A second interpreter of risk profiles, written from README.md beside it, in Python's standard library alone.

Reads lines of JSON, `{"catalogue": ..., "profile": ..., "facts": ..., "selectionKey": hex or left out}`, from standard
input, and writes for each a line: the assessment, or `{"refused": code}`. Profiles are taken to be sound.
"""

import functools
import hashlib
import hmac
import json
import math
import operator
import re
import sys
import unicodedata
from datetime import datetime, timedelta
from decimal import Decimal

ABSENT = {"missing": "absent"}
FAILED = {"missing": "failed"}
SAFE = 2**53 - 1
POINTS_PER_LOGIT = 10 / 2.302585092994046


def code_units(text):
    return text.encode("utf-16-be", "surrogatepass")


def canonical_number(value):
    value = float(value)
    if value == 0:
        return "0"
    _, digits, exponent = Decimal(repr(abs(value))).normalize().as_tuple()
    digits, point = "".join(map(str, digits)), len(digits) + exponent
    sign, parts = "-" if value < 0 else "", (digits[:point].ljust(point, "0"), digits[point:]) if 0 < point <= 21 else ("0", "0" * -point + digits)
    if not -6 < point <= 21:
        return sign + ".".join(filter(None, (digits[0], digits[1:]))) + f"e{point - 1:+d}"
    return sign + ".".join(filter(None, parts))


def canonical(value):
    """RFC 8785."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return canonical_number(value)
    if isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in sorted(value, key=code_units)) + "}"


def sorted_set(values):
    return sorted(set(values), key=code_units)


def canonical_condition(condition):
    if isinstance(condition.get("values"), list):
        return {**condition, "values": sorted_set(condition["values"])}
    inner = {key: condition[key] for key in ("where", "of") if not isinstance(condition.get(key, ""), str)}
    return {**condition, **{key: list(map(canonical_condition, of)) if isinstance(of, list) else canonical_condition(of) for key, of in inner.items()}}


def canonical_term(term):
    key = "at" if term["kind"] == "cross" else "value"
    return {**term, "levels": sorted(term["levels"], key=lambda level: code_units(canonical(level[key])))} if "levels" in term else term


def canonical_profile(profile):
    changed = {key: value for key, value in profile.items() if key != "$schema"}
    changed["lists"] = {key: {**each, "entries": sorted_set(each["entries"])} for key, each in profile["lists"].items()}
    changed["derived"] = {key: canonical_condition(each) for key, each in profile["derived"].items()}
    changed["domains"] = {}
    for key, domain in profile["domains"].items():
        domain = {**domain, "rules": [dict(rule) for rule in sorted(domain["rules"], key=lambda rule: code_units(rule["id"]))]}
        for rule in domain["rules"]:
            rule.update({part: canonical_condition(rule[part]) for part in ("appliesTo", "when") if part in rule})
        if "model" in domain:
            terms = sorted(map(canonical_term, domain["model"]["terms"]), key=lambda term: code_units(term["id"]))
            domain["model"] = {**domain["model"], "terms": terms}
        changed["domains"][key] = domain
    return changed


def milliseconds(text):
    """Milliseconds since 1970 of an instant, else None."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,3})?(Z|([+-])(\d\d):([0-5]\d))", text, re.ASCII)
    try:
        moment = datetime(*(int(found[index]) for index in range(1, 7))) if found else None
    except ValueError:
        return None
    offset = int(found[10] or 0) * 60 + int(found[11] or 0) if found else 0
    if moment is None or not 1900 <= moment.year <= 2199 or offset > 14 * 60:
        return None
    since = moment - datetime(1970, 1, 1) - timedelta(minutes=-offset if found[9] == "-" else offset)
    return (since.days * 86400 + since.seconds) * 1000 + int((found[7] or ".0")[1:].ljust(3, "0"))


def in_force(period, at):
    return period is None or milliseconds(period["from"]) <= at and ("to" not in period or at < milliseconds(period["to"]))


def half_away(x):
    whole = math.trunc(x)
    fraction = x - whole
    return whole + (1 if fraction >= 0.5 else -1 if fraction <= -0.5 else 0)


def micropoints(points):
    return half_away(points * 1e6)


def to_scaled(x, decimals):
    product = x * 10.0**decimals
    scaled = half_away(product) if math.isfinite(product) else SAFE + 1
    return scaled if abs(scaled) <= SAFE else None


def from_scaled(scaled, decimals):
    return FAILED if scaled is None else scaled / 10.0**decimals


def divide(numerator, denominator):
    """An exact quotient of integers, rounded half away from zero; None outside the exact range."""
    quotient = (2 * abs(numerator) + abs(denominator)) // (2 * abs(denominator))
    quotient = -quotient if (numerator < 0) != (denominator < 0) else quotient
    return quotient if abs(quotient) <= SAFE else None


def natural_log(x):
    fraction, exponent = math.frexp(x)  # in [1/2, 1)
    if fraction < 0.7071067811865476:
        fraction, exponent = fraction * 2, exponent - 1
    f = fraction - 1
    high, low = 6.9314718036912381649e-1, 1.90821492927058770002e-10
    if f == 0:
        return exponent * high + exponent * low
    s = f / (2 + f)
    z = s * s
    w = z * z
    even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
    odd = z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
    half = 0.5 * f * f
    return exponent * high - (half - (s * (half + (odd + even)) + exponent * low) - f)


IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
PLAIN = str.maketrans(dict(zip("đðłøıħŧæœßþ", ["d", "d", "l", "o", "i", "h", "t", "ae", "oe", "ss", "th"])))


@functools.lru_cache(maxsize=100_000)
def phrase(text):
    """The folded words of a text, a space between and around."""
    text = IGNORABLE.sub("", unicodedata.normalize("NFKD", IGNORABLE.sub("", text)))
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Mn").translate(PLAIN)
    text = unicodedata.normalize("NFKC", text)
    words = "".join(letter if unicodedata.category(letter)[0] in "LN" else " " for letter in text).split(" ")
    return " " + " ".join(word for word in words if word != "") + " "


def at_least(count, truths):
    if sum(truth is True for truth in truths) >= count:
        return True
    return False if sum(truth is not False for truth in truths) < count else None


class Scope:
    """The facts at hand: the header's, those of all items, and those of one item."""

    def __init__(self, levels, lists, header, items, item=None):
        self.levels, self.lists, self.header, self.items = levels, lists, header, items
        self.item = {} if item is None else item

    def at(self, item):
        return Scope(self.levels, self.lists, self.header, self.items, item)

    def read(self, indicator):
        return (self.item if self.levels.get(indicator) == "item" else self.header).get(indicator, ABSENT)

    def truth(self, condition):
        op = condition["op"]
        if op == "not":
            truth = self.truth(condition["of"])
            return None if truth is None else not truth
        if op in ("all", "any", "atLeast"):
            truths = [self.truth(part) for part in condition["of"]]
            return at_least({"all": len(truths), "any": 1}.get(op) or condition["count"], truths)
        if op in ("anyItem", "countItems"):
            return at_least(condition.get("atLeast", 1), [self.at(item).truth(condition["where"]) for item in self.items])
        fact = self.read(condition["indicator"])
        if isinstance(fact, dict):
            return False if fact["missing"] == "notApplicable" or (op == "present" and fact["missing"] == "absent") else None
        return op == "present" or self.test(op, condition, fact)

    def test(self, op, condition, fact):
        values = condition.get("values", [])
        values = self.lists[values["list"]]["entries"] if isinstance(values, dict) else values
        if op == "eq":
            return fact == condition["value"]
        if op == "in":
            return any(member in values for member in (fact if isinstance(fact, list) else [fact]))
        if op == "prefix":
            return fact.startswith(tuple(values))
        if op == "containsAny":
            return any(phrase(value) in phrase(fact) for value in values)
        if op == "between":
            return condition["min"] <= fact <= condition["max"]
        return {"gt": operator.gt, "gte": operator.ge, "lt": operator.lt, "lte": operator.le}[op](fact, condition["value"])


def leaves(condition):
    if "indicator" in condition:
        return [condition["indicator"]]
    inner = condition["where"] if "where" in condition else condition["of"]
    return [leaf for part in (inner if isinstance(inner, list) else [inner]) for leaf in leaves(part)]


def operands(derived):
    return [derived[key] for key in ("numerator", "denominator", "minuend", "subtrahend", "of") if key in derived]


def reads_of(derived):
    return operands(derived) + (leaves(derived["where"]) if "where" in derived else [])


def order_derived(all_derived):
    """Each after those that it reads."""
    ordered = []
    while len(ordered) < len(all_derived):
        waiting = [key for key in sorted(all_derived) if key not in ordered]
        ordered += [key for key in waiting if not any(read in waiting for read in reads_of(all_derived[key]))]
    return ordered


def fallback(value, decimals):
    return {"missing": value} if isinstance(value, str) else from_scaled(to_scaled(value, decimals), decimals)


def scaled_fact(fact, decimals):
    return None if isinstance(fact, dict) else to_scaled(fact, decimals)


def derive_pair(each, scope, decimals_of):
    sides = operands(each)
    places = [decimals_of[side] for side in sides]
    a, b = (scaled_fact(scope.read(side), place) for side, place in zip(sides, places))
    decimals = each["decimals"]
    if a is None or b is None:
        return fallback(each["ifMissing"], decimals)
    if each["kind"] == "difference":
        common = max(places)
        difference = a * 10 ** (common - places[0]) - b * 10 ** (common - places[1])
        return from_scaled(divide(difference * 10**decimals, 10**common), decimals)
    if b == 0:
        return fallback(each["ifZeroDivisor"], decimals)
    return from_scaled(divide(a * 10 ** (places[1] + decimals), b * 10 ** places[0]), decimals)


def derive_over_items(each, scope, decimals_of):
    place, decimals, is_share = decimals_of[each["of"]], each["decimals"], each["kind"] == "share"
    whole = part = 0
    for item in scope.items:
        belongs = scope.at(item).truth(each["where"]) if "where" in each else True
        value = scaled_fact(item.get(each["of"], ABSENT), place)
        if (is_share or belongs is not False) and (value is None or belongs is None):
            if is_share or isinstance(each["ifMissing"], str):
                return fallback(each["ifMissing"], decimals)
            stand_in = to_scaled(each["ifMissing"], place)
            if stand_in is None:
                return FAILED
            part += stand_in
        elif value is not None:
            whole += value
            part += value if belongs else 0
    if abs(part) > SAFE or abs(whole) > SAFE:
        return FAILED
    if is_share and whole == 0:
        return fallback(each["ifZeroDivisor"], decimals)
    return from_scaled(divide(part * 10**decimals, whole if is_share else 10**place), decimals)


def bin_of(value, edges):
    return sum(edge <= value for edge in edges)


def indicators_of(term):
    return [term[key] for key in ("indicator", "inspected", "findings") if key in term] + [part["indicator"] for part in term.get("of", [])]


def term_points(term, scope):
    facts = [scope.read(indicator) for indicator in indicators_of(term)]
    if any(isinstance(fact, dict) for fact in facts):
        return term["missing"]
    kind = term["kind"]
    if kind == "linear":
        clamp = term.get("clamp", {"min": -math.inf, "max": math.inf})
        clamped = min(max(float(facts[0]), clamp["min"]), clamp["max"])
        return term["points"] * min(max((clamped - term["centre"]) / term["scale"], -1e6), 1e6)
    if kind == "binned":
        return term["points"][bin_of(facts[0], term["edges"])]
    if kind == "repeat":
        n = min(max(float(facts[0]), 0), 1e9)
        if n == 0:
            return 0
        s = min(max(float(facts[1]), 0), n)
        g, prior = term["baseRate"], term["prior"]
        odds = (s + prior * g) / (n - s + prior * (1 - g))
        return term["weight"] * (natural_log(odds) - (natural_log(g) - natural_log(1 - g))) * POINTS_PER_LOGIT
    at = [bin_of(fact, part["edges"]) if "edges" in part else fact for fact, part in zip(facts, term.get("of", [{}]))]
    wanted = canonical(at if kind == "cross" else at[0])
    return next((each["points"] for each in term["levels"] if canonical(each["at" if kind == "cross" else "value"]) == wanted), term["unseen"])


def apply_rules(rules, scope):
    """Of every rule in one scope [rule, outcome, micropoints, channel]; within a group only the strongest counts."""
    applied = []
    for rule in rules:
        applies = scope.truth(rule["appliesTo"]) if "appliesTo" in rule else True
        holds = scope.truth(rule["when"])
        fired = applies is True and holds is True
        outcome = "notApplicable" if applies is False else "notFired" if holds is False else "fired" if fired else "undetermined"
        effect, counts = rule["effect"], outcome in ("fired", "undetermined")
        points = effect["points" if fired else "undetermined"] if counts and effect["kind"] == "points" else 0
        channel = effect.get("channel" if fired else "undetermined") if counts and effect["kind"] == "channel" else None
        applied.append([rule, outcome, micropoints(points), channel])
    for group in {each[0]["group"] for each in applied if "group" in each[0]}:
        counting = [each for each in applied if each[0].get("group") == group and each[2] != 0]
        strongest = max(counting, key=lambda each: abs(each[2]), default=None)  # of equals the first
        for each in counting:
            each[1:3] = each[1:3] if each is strongest else ["superseded", 0]
    return applied


def score_part(rules, terms, scope, place):
    applied = apply_rules(rules, scope)
    addends = [("rule", rule["id"], value) for rule, _, value, _ in applied]
    addends += [("model", term["id"], micropoints(term_points(term, scope))) for term in terms]
    contributions = [{"kind": kind, "id": name, **place, "micropoints": value} for kind, name, value in addends if value != 0]
    return {"applied": applied, "contributions": contributions, "sum": sum(each["micropoints"] for each in contributions), **place}


STRENGTH = ["notApplicable", "notFired", "undetermined", "superseded", "fired"]


def score_domain(domain, scope, lines, at, channels):
    model = domain.get("model", {"terms": []})
    rules = [rule for rule in domain["rules"] if in_force(rule.get("validity"), at)]
    is_item = [any(scope.levels.get(indicator) == "item" for indicator in indicators_of(term)) for term in model["terms"]]
    terms = {level: [term for term, own in zip(model["terms"], is_item) if own == (level == "item")] for level in ("header", "item")}
    by_level = {level: [rule for rule in rules if rule["level"] == level] for level in ("header", "item")}
    header = score_part(by_level["header"], terms["header"], scope, {})
    items = [score_part(by_level["item"], terms["item"], scope.at(item), {"item": line}) for item, line in zip(scope.items, lines)]
    riskiest = max(items, key=lambda item: item["sum"], default=None)  # of equals the first
    base = micropoints(model.get("base", domain.get("base", 0)))
    score = base + header["sum"] + (riskiest["sum"] if riskiest else 0)
    reached = max([0] + [channels.index(channel) for channel, points in domain["thresholds"].items() if score >= micropoints(points)])
    outcomes, mandatory = {}, 0
    for rule, outcome, _, channel in [each for part in [header] + items for each in part["applied"]]:
        outcomes[rule["id"]] = max(outcomes.get(rule["id"], outcome), outcome, key=STRENGTH.index)
        mandatory = max(mandatory, channels.index(channel) if channel is not None else 0)
    calibration = model.get("calibration")
    only_channels = all(rule["effect"]["kind"] == "channel" for rule in domain["rules"])
    known = calibration is not None and (calibration["expertPoints"] == "offset" or only_channels)
    return reached, mandatory, {
        "micropoints": score,
        "probability": 1 / (1 + 10.0 ** min(-score / 1e7, 308)),
        "calibrated": known,
        "channel": channels[reached],
        **({"mandatory": channels[mandatory]} if mandatory else {}),
        "items": [{"item": item["item"], "micropoints": item["sum"]} for item in items],
        "contributions": [{"kind": "base", "id": "base", "micropoints": base}] + header["contributions"] + (riskiest["contributions"] if riskiest else []),
        "rules": {rule: outcome for rule, outcome in outcomes.items() if outcome != "notFired"},
    }


def has_type(value, kind):
    if kind == "boolean" or isinstance(value, bool):
        return kind == "boolean" and isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and math.isfinite(value)
    if kind == "codes":
        return isinstance(value, list) and all(has_type(member, "code") for member in value)
    return isinstance(value, str) and len(code_units(value)) <= 40_000 and not re.search("[\ud800-\udfff]", value)


def read_set(found, level, path, catalogue, reads, issues):
    values = {}
    for key in sorted(found, key=code_units):
        fact, indicator = found[key], catalogue["indicators"].get(key)
        if indicator is None or indicator["level"] != level:
            issues.append({"code": "indicator.unknown", "path": path + [key]})
        elif key in reads:
            missing = isinstance(fact, dict)
            if not missing and not has_type(fact, indicator["type"]):
                issues.append({"code": "fact.type", "path": path + [key]})
                fact = FAILED
            elif missing and fact["missing"] == "failed":
                issues.append({"code": "indicator.failed", "path": path + [key]})
            values[key] = fact
    return values


def select(profile, facts, key, threshold, mandatory):
    """What selects the declaration, and whether chance raises its channel."""
    selection = profile["selection"]
    least = profile["channels"].index(selection["channel"])
    mechanisms = [{"kind": kind, "drawn": rank >= least, "probability": int(rank >= least)} for kind, rank in (("mandatory", mandatory), ("threshold", threshold))]
    certain = any(each["drawn"] for each in mechanisms)
    if "randomRate" not in selection:
        return {"probability": int(certain), "mechanisms": mechanisms}, False
    rate, mac = selection["randomRate"], lambda message: hmac.new(key, message.encode(), hashlib.sha256).digest()
    known = facts.get("identities", {})
    kind = next((kind for kind in selection.get("identity", []) if kind in known), None)
    kind, values = ("firstDeclaration", [facts["id"]]) if kind is None else (kind, known[kind])
    drawn = int.from_bytes(mac(canonical(["consignment-risk/draw@1", kind, *values]))[:8], "big") >> 11 < rate * 2**53
    return {
        "probability": 1 if certain else rate,
        "mechanisms": mechanisms + [{"kind": "random", "drawn": drawn, "probability": rate}],
        "identity": {"kind": kind, "strength": "strong" if kind == "transportDocument" else "weak"},
        "keyId": mac("consignment-risk/key-id@1")[:8].hex(),
    }, drawn


def assess(request):
    catalogue, facts, profile = request["catalogue"], request["facts"], canonical_profile(request["profile"])
    key = bytes.fromhex(request["selectionKey"]) if "selectionKey" in request else None
    at = milliseconds(facts["asOf"])
    if at is None or not in_force(profile.get("validity"), at):
        return {"refused": "time.invalid" if at is None else "profile.notInForce"}
    if facts.get("currency", profile["currency"]) != profile["currency"]:
        return {"refused": "money.currency"}
    if "randomRate" in profile["selection"] and key is None:
        return {"refused": "selection.key"}
    derived = profile["derived"]
    reads = {read for each in derived.values() for read in reads_of(each)}
    for domain in profile["domains"].values():
        reads.update(leaf for rule in domain["rules"] for part in ("appliesTo", "when") if part in rule for leaf in leaves(rule[part]))
        reads.update(indicator for term in domain.get("model", {"terms": []})["terms"] for indicator in indicators_of(term))
    issues = []
    sets = sorted(facts["items"], key=lambda item: item["item"])
    header = read_set(facts["header"], "header", ["header"], catalogue, reads, issues)
    items = [read_set(each["values"], "item", ["items", each["item"]], catalogue, reads, issues) for each in sets]
    levels = {key: each["level"] for key, each in catalogue["indicators"].items()}
    decimals_of = {key: each.get("decimals", 0) for key, each in catalogue["indicators"].items()}
    scope = Scope(levels, profile["lists"], header, items)
    for name in order_derived(derived):
        each = derived[name]
        decimals_of[name] = each["decimals"]
        if each["kind"] in ("sum", "share"):
            levels[name], header[name] = "header", derive_over_items(each, scope, decimals_of)
        elif all(levels[side] == "header" for side in operands(each)):
            levels[name], header[name] = "header", derive_pair(each, scope, decimals_of)
        else:
            levels[name] = "item"
            for item in items:
                item[name] = derive_pair(each, scope.at(item), decimals_of)
    channels = profile["channels"]
    scored = {name: score_domain(profile["domains"][name], scope, [each["item"] for each in sets], at, channels) for name in profile["domains"]}
    threshold, mandatory = (max([0] + [each[index] for each in scored.values()]) for index in (0, 1))
    selection, drawn = select(profile, facts, key, threshold, mandatory)
    rank = max(threshold, mandatory, channels.index(profile["selection"]["channel"]) if drawn else 0)
    return {
        "id": facts["id"],
        "asOf": facts["asOf"],
        "channel": channels[rank],
        "selection": selection,
        "profile": {"id": profile["id"], "version": profile["version"], "fingerprint": "sha256:" + hashlib.sha256(canonical(profile).encode()).hexdigest()},
        "domains": {name: each[2] for name, each in scored.items()},
        "engine": {"version": "python"},
        "catalogue": {"version": catalogue["version"]},
        "issues": issues,
    }


if __name__ == "__main__":
    for line in sys.stdin:
        # every number is a double
        print(json.dumps(assess(json.loads(line, parse_int=lambda text: int(float(text)) if len(text) < 300 else float(text)))), flush=True)
