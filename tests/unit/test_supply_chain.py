"""Everything installed is pinned and hashed, under a licence we can live with, and audited or said not to be."""

import re
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.version import Version

from tests.supply_chain import licences
from tests.supply_chain.audit import report, sorted_out
from tests.supply_chain.packages import REQUIREMENTS, locked, normal, wanted

CONSTRAINTS = (REQUIREMENTS / "constraints.txt").read_text(encoding="utf-8")
OURS = sorted(path for path in REQUIREMENTS.glob("*.txt") if path.name not in ("constraints.txt", "pip.txt"))
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(\[[a-z0-9,]+\])?==([^\s;]+)( ;.*)?$")
HOLE = {"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["2"]}


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_a_requirement_names_one_version_and_the_lock_holds_it(file: Path) -> None:
    lines = [line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()]
    matches = [PINNED.match(line) or line for line in lines if line and not line.startswith("-r ")]
    assert [match for match in matches if isinstance(match, str)] == []
    pins = [(normal(match[1]), match[3]) for match in matches if not isinstance(match, str)]
    assert [pin for pin in pins if pin[1] not in locked().get(pin[0], ())] == [], "run `make lock`"


def test_every_package_of_the_lock_is_hashed() -> None:
    entries = re.split(r"\n(?=\S)", CONSTRAINTS.strip())
    assert len(entries) >= 100
    hashed = re.compile(r"^\S+==[^\s;]+( ; [^\\]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\\n)?)+$")
    assert [entry.splitlines()[0] for entry in entries if not hashed.match(entry)] == []


def test_the_installer_is_the_one_of_the_lock() -> None:
    installer = (REQUIREMENTS / "pip.txt").read_text(encoding="utf-8").partition("\n")[2].strip()
    assert f"\n{installer}\n" in CONSTRAINTS, "run `make lock`"


def test_what_is_installed_is_what_the_lock_says() -> None:
    """A package may write 2.012 of itself where the lock says 2.12: the same version."""
    found = {normal(package.metadata["Name"]): str(Version(package.version)) for package in distributions()}
    assert {name: found[name] for name in found.keys() & locked().keys() if found[name] not in locked()[name]} == {}


def test_the_page_on_licences_is_up_to_date() -> None:
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(), "run `make licences`"


def test_every_package_has_a_licence_that_can_be_accepted() -> None:
    terms = {name: licences.licence(name) for name in locked()}
    assert {name: text for name, text in terms.items() if not licences.accepted(text)} == {}


def test_every_library_in_a_wheel_has_a_licence_that_can_be_accepted() -> None:
    assert licences.bundled_here() - licences.BUNDLED.keys() == set()
    assert {name: text for name, text in licences.BUNDLED.items() if not licences.accepted(text)} == {}


def test_no_video_encoder_under_the_gpl_is_bundled() -> None:
    assert licences.bundled_here() & {"x264", "x265", "kvazaar", "xvidcore"} == set()
    assert "pillow-heif" not in locked()


@pytest.mark.parametrize(
    ("expression", "accepted"),
    [
        ("MIT", True),
        ("LGPL-3.0-or-later", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("MPL-2.0 AND MIT", True),
        ("GPL-2.0-only", False),
        ("MIT AND GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("GNU Affero General Public License", False),
        ("SSPL-1.0", False),
        ("BUSL-1.1", False),
        ("CC-BY-NC-4.0", False),
        ("Proprietary", False),
        ("unknown", False),
    ],
)
def test_which_licences_are_accepted(expression: str, accepted: bool) -> None:
    assert licences.accepted(expression) is accepted


def test_a_package_that_could_not_be_looked_up_is_not_called_clean() -> None:
    findings = sorted_out([{"name": "a", "skip_reason": "not found"}], {})
    assert (findings.clean, findings.not_audited, findings.exit_code) == ([], ["a"], 2)
    assert "1 NOT AUDITED" in report(findings)


def test_a_hole_is_named_with_the_version_that_mends_it() -> None:
    findings = sorted_out([{"name": "a", "version": "1", "vulns": [HOLE]}], {})
    assert (findings.holes, findings.exit_code) == (["a 1: PYSEC-1 (mended in 2)"], 1)


def test_an_exception_counts_under_any_name_of_the_advisory_and_is_shown() -> None:
    findings = sorted_out([{"name": "a", "version": "1", "vulns": [HOLE]}], {"CVE-1": "not reached"})
    assert (findings.holes, findings.excepted, findings.exit_code) == ([], ["a 1: PYSEC-1 (mended in 2)"], 0)


def test_all_looked_up_without_a_hole_is_clean() -> None:
    assert sorted_out([{"name": "a", "version": "1", "vulns": []}], {}).exit_code == 0


def test_every_requirement_of_an_image_is_one_of_local_mode_too() -> None:
    """Else `make run` would try other code than the images hold, and the lock would miss it."""
    files = [file for file in OURS if file.name != "dev.txt"]
    assert set().union(*(wanted(file) for file in files)) <= wanted(REQUIREMENTS / "local.txt")
