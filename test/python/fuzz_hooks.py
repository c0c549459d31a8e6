"""Hooks for schemathesis: who asks, which things exist, and whether an answer holds what this role may not see.

Settings come from the environment: FUZZ_ROL, FUZZ_SCHEIDSRECHTER (an address that knows who may see what), and
FUZZ_KENMERKEN (JSON: per parameter the values that are of something).
"""
import json
import os
import threading
import zlib
from urllib.parse import urlsplit

import requests
import schemathesis
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation

ROL = os.environ["FUZZ_ROL"]
REFEREE = os.environ["FUZZ_SCHEIDSRECHTER"]
VALUES = json.loads(os.environ["FUZZ_KENMERKEN"])

# After these the session is no more, or another one: each gets a session of its own.
ENDS_SESSION = {"meldAf", "kiesRol"}
# A random value one time in four, so that what does not exist is asked for as well.
RANDOM_SHARE = 4

# Commands go to a traject whose process runs, or that is of others: the rest of the world are rows alone.
TO_PROCESS = {
    "keurStapGoed",
    "legCheckInVast",
    "legUitkomstVast",
    "dienTaakIn",
    "pauzeerTraject",
    "hervatTraject",
    "trekTrajectTerug",
    "heropenTraject",
    "heropenStap",
    "voegTaakToe",
    "stuurTaakTerug",
    "geefAkkoord",
    "laatTaakVervallen",
    "kiesSjabloon",
    "zetVoorwaarden",
    "planGroepssessie",
    "wijzigGroepssessie",
    "zegGroepssessieAf",
    "legAanwezigheidVast",
    "wijzigRustperiodes",
    "maakWijzigingsplan",
    "pasWijzigingsplanToe",
    "herstelWijzigingsplan",
}
# A webhook and a token belong to a service, not to a person.
OF_SERVICE = {"maakWebhook", "geefDiensttoken", "trekDiensttokenIn"}
# Fields of a body that name something which must be there, or an address that can be reached.
NAMES_IN_BODY = ("accountId", "cohortId", "trajectId", "url")
# These take away, block or erase: only what was put there for it, whatever another answer named.
DESTRUCTIVE = {
    "wijzigAccount",
    "wisAccount",
    "trekRolIn",
    "trekDiensttokenIn",
    "trekToegangIn",
    "beeindigSessie",
    "beeindigInzage",
    "trekPasskeysIn",
    "verwijderWebhook",
}
# Rules that a JSON Schema cannot say, by operation and by the field that the answer names.
UNSAYABLE = {
    # It must be one of the sjablonen, and a day that the calendar has.
    "maakCohort": ("sjabloon", "startdatum"),
    # One hoofdcontact among them; a code that some gemeente has.
    "voegDeelnemerToe": ("contactpersonen", "gemeentecode"),
    "laadDeelnemersCsv": ("regel", "bestand"),
    # An address with a name, or an account; names of gemeenten for a reason, a while and an onderzoeker alone.
    "geefToegang": ("email", "naam", "accountId", "identiteiten", "reden", "geldigDagen"),
    # A service is no beheerder: what an account is, stands in the account.
    "geefRol": ("rol",),
    # The questions are those of the sjabloon.
    "dienTaakIn": ("inhoud",),
    "bewaarConcept": ("inhoud",),
    # Something that we know must be in it.
    "wijzigAccount": ("",),
    # The same of a contactpersoon.
    "wijzigContact": ("",),
    # Days in their order, and not too many of them.
    "wijsVervangerAan": ("van", "tot"),
    "wijzigRustperiodes": ("rustperiodes",),
    "voegTaakToe": ("opentOp", "vervaltOp"),
    "planGroepssessie": ("begintOp", "eindigtOp", "genodigden", "facilitator"),
    "wijzigGroepssessie": ("begintOp", "eindigtOp", "genodigden", "facilitator"),
    # A cause with it, when it is confirmed.
    "besluitOverSignaal": ("",),
    # Keys of the sjabloon, and sessions of the cohort.
    "zetVoorwaarden": ("items",),
    # A whole sjabloon has rules of its own.
    "maakSjabloonConcept": ("definitie", ""),
    "wijzigSjabloonConcept": ("definitie", ""),
    # Only what the role gives.
    "geefDiensttoken": ("rechten",),
    # A traject, or a cohort with a gemeente.
    "vraagInzage": ("trajectId", "cohortId", "gemeentecode"),
    # An address that can be found on the public internet; of a beheerder, a service.
    "maakWebhook": ("url", "accountId"),
    # The same address, and something in it that we know.
    "wijzigWebhook": ("url", ""),
    # In the last thirty days.
    "herhaalWebhook": ("vanaf",),
}

local = threading.local()

# What this run made itself, by its ID: that can be followed anywhere, and may be taken away again.
made = set()
# The paths of those of them that must be there: nobody took them away since.
there = set()
# The tokens that it was given, by their ID.
tokens = {}

# The one media type that the document knows twice.
schemathesis.serializer.alias("application/csv", "text/csv")
# A mail as a server sends it back: to us it is a text.
schemathesis.serializer.alias("message/rfc822", "text/plain")


def referee(path: str, question: object) -> object:
    if not hasattr(local, "session"):
        local.session = requests.Session()
    answer = local.session.post(f"{REFEREE}{path}", json=question, timeout=30)
    answer.raise_for_status()
    return answer.json()


def path_of(response) -> str:
    return urlsplit(response.request.url).path


def operation_id(case: schemathesis.Case) -> str:
    return case.operation.definition.raw.get("operationId", "")


@schemathesis.auth(refresh_interval=None)
class Sender:
    """The session or the token of this role; anew when the last one has ended."""

    def get(self, case, ctx):
        if operation_id(case) in ENDS_SESSION:
            return referee("/afzender", ROL)
        if not hasattr(local, "headers"):
            local.headers = referee("/afzender", ROL)
        return local.headers

    def set(self, case, data, ctx):
        if not data:
            return
        case.headers = {**(case.headers or {}), **data, "Sec-Fetch-Site": "same-origin"}


@schemathesis.hook
def after_call(ctx, case, response):
    if response.status_code == 401 and hasattr(local, "headers"):
        del local.headers
    if response.status_code == 201:
        content = response.json()
        ids = [content[name] for name in ("id", "trajectId") if name in content]
        made.update(ids)
        there.update(f"{path_of(response)}/{made_id}" for made_id in ids)
    if case.method == "DELETE" and response.status_code < 300:
        there.discard(path_of(response))
    if operation_id(case) == "wisAccount" and response.status_code < 300:
        # With an account goes more than its own path.
        there.clear()


def is_valid(case, location: ParameterLocation) -> bool:
    meta = case.meta
    component = meta.components.get(location) if meta is not None else None
    return component is None or component.mode is GenerationMode.POSITIVE


def existing(operation: str, name: str, value: object) -> object:
    """The same value gives the same choice, so that a failure stays one when it is made smaller."""
    kind = "met proces" if operation in TO_PROCESS else "van dienst" if operation in OF_SERVICE else ""
    known = VALUES.get(f"{name} {kind}") or VALUES.get(name)
    if not known or value in made or value in known:
        return value
    number = zlib.crc32(repr(value).encode())
    if number % RANDOM_SHARE == 0 and operation not in DESTRUCTIVE:
        return value
    return known[(number // RANDOM_SHARE) % len(known)]


def without_canaries(content):
    """What it read elsewhere is not written down here: a text would be found where nobody of us put it."""
    if isinstance(content, str):
        return content.replace("kanarie-", "gelezen-")
    if isinstance(content, list):
        return [without_canaries(part) for part in content]
    if isinstance(content, dict):
        return {without_canaries(key): without_canaries(part) for key, part in content.items()}
    return content


@schemathesis.hook
def before_call(ctx, case, kwargs):
    operation = operation_id(case)
    case.body = without_canaries(case.body)
    if is_valid(case, ParameterLocation.PATH) and case.path_parameters:
        for name, value in list(case.path_parameters.items()):
            case.path_parameters[name] = existing(operation, name, value)
    if is_valid(case, ParameterLocation.BODY) and isinstance(case.body, dict):
        for name in NAMES_IN_BODY:
            if isinstance(case.body.get(name), str):
                case.body[name] = existing(operation, name, case.body[name])
    if is_valid(case, ParameterLocation.QUERY) and case.query and "cohortId" in case.query:
        case.query["cohortId"] = existing(operation, "cohortId", case.query["cohortId"])


@schemathesis.hook
def filter_failure(ctx, failure, case, response):
    """Drops that valid data were refused, when the only reasons are rules that the document cannot say."""
    if type(failure).__name__ != "RejectedPositiveData" or response.status_code != 400:
        return True
    # A place in a list: only the list itself can give one.
    fields = ("na", *UNSAYABLE.get(operation_id(case), ()))
    faults = [fault["pad"] for fault in response.json().get("fouten", [])]
    return not faults or not all(any(is_of(fault, field) for field in fields) for fault in faults)


def is_of(fault: str, field: str) -> bool:
    return fault == field or fault.startswith((f"{field}.", f"{field} ")) and field != ""


def as_text(content: object) -> str:
    if content is None:
        return ""
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else str(content)


def who_am_i(response, headers) -> int:
    """The status that `GET /ik` gives to these headers, at the server that gave this response."""
    root = response.request.url.split("/api/v1")[0]
    return requests.get(f"{root}/api/v1/ik", headers=headers, timeout=30).status_code


@schemathesis.check
def made_is_there(ctx, response, case):
    """What was made can be asked for. `ensure_resource_availability` never speaks here: for it, the session is a parameter
    of each operation, which must come from the answer to making it."""
    if case.method == "GET" and response.status_code == 404:
        assert path_of(response) not in there, "what was just made is not there"


@schemathesis.check
def withdrawn_access(ctx, response, case):
    """A token that worked does not after it was withdrawn; nor does a session after logging out."""
    operation = operation_id(case)
    if operation == "geefDiensttoken" and response.status_code == 201:
        given = response.json()
        token = {"Authorization": f"Bearer {given['token']}"}
        # One for an account that is blocked, or has not that role yet, does not work so far.
        if who_am_i(response, token) != 401:
            tokens[given["id"]] = token
    if operation == "trekDiensttokenIn" and response.status_code == 204:
        token = tokens.pop(case.path_parameters["tokenId"], None)
        if token:
            assert who_am_i(response, token) == 401, "a token works after it was withdrawn"
    cookie = response.request.headers.get("Cookie")
    if operation == "meldAf" and response.status_code == 200 and cookie:
        assert who_am_i(response, {"Cookie": cookie}) == 401, "a session works after logging out"


@schemathesis.check
def no_unauthorised_data(ctx, response, case):
    """No answer holds a name, an address, a text or an ID of somebody that this role may not see."""
    request = response.request
    leaks = referee(
        "/oordeel",
        {
            "rol": ROL,
            "route": case.operation.label,
            "status": response.status_code,
            "gevraagd": f"{request.url}\n{dict(request.headers)}\n{as_text(request.body)}",
            "antwoord": f"{dict(response.headers)}\n{as_text(response.content)}",
        },
    )
    assert not leaks, f"{ROL} may not see: {', '.join(leaks)}"
