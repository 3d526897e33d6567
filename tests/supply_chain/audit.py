"""Known holes in what is pinned: `make audit` runs pip-audit and says plainly what it could not look up.

Exit code 0: every package was looked up and nothing is known against it; 1: something is; 2: not every package could be
looked up, as without a way to the advisories, and none of the others has a hole.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.supply_chain.packages import REQUIREMENTS, locked, normal

EXCEPTIONS: Mapping[str, str] = {}
"""Advisory -> why it does not reach us; each is printed with the result."""


@dataclass
class Findings:
    clean: list[str] = field(default_factory=list)
    holes: list[str] = field(default_factory=list)
    excepted: list[str] = field(default_factory=list)
    not_audited: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        return 1 if self.holes else 2 if self.not_audited or not self.clean else 0


def sorted_out(dependencies: Sequence[Mapping[str, Any]], exceptions: Mapping[str, str]) -> Findings:
    """pip-audit calls a package without a hole and one it never found alike "no known vulnerabilities"."""
    findings = Findings()
    for package in dependencies:
        name = f"{package['name']} {package.get('version', '')}".strip()
        if "skip_reason" in package:
            findings.not_audited.append(name)
            continue
        known = [advisory for advisory in package["vulns"] if not _excepted(advisory, exceptions)]
        findings.excepted += [f"{name}: {_named(a)}" for a in package["vulns"] if a not in known]
        findings.holes += [f"{name}: {_named(advisory)}" for advisory in known]
        findings.clean += [] if known else [name]
    return findings


def _excepted(advisory: Mapping[str, Any], exceptions: Mapping[str, str]) -> bool:
    return not exceptions.keys().isdisjoint([advisory["id"], *advisory.get("aliases", ())])


def _named(advisory: Mapping[str, Any]) -> str:
    mended = ", ".join(advisory.get("fix_versions", ())) or "no version yet"
    return f"{advisory['id']} (mended in {mended})"


def report(findings: Findings) -> str:
    lines = [f"HOLE {line}" for line in findings.holes]
    lines += [f"accepted {line}" for line in findings.excepted]
    lines += [f"accepted because: {advisory}: {why}" for advisory, why in EXCEPTIONS.items()]
    if findings.not_audited:
        lines.append(f"NOT AUDITED (no advisories could be had): {', '.join(findings.not_audited)}")
    lines.append(
        f"{len(findings.clean)} looked up without a hole, {len(findings.holes)} holes, "
        f"{len(findings.excepted)} accepted, {len(findings.not_audited)} NOT AUDITED"
    )
    return "\n".join(lines)


def _pip_audit() -> list[Mapping[str, Any]]:
    command = ["pip_audit", "--requirement", str(REQUIREMENTS / "constraints.txt"), "--require-hashes", "--disable-pip"]
    options = ["--format", "json", "--progress-spinner", "off", "--timeout", "20"]
    done = subprocess.run([sys.executable, "-m", *command, *options], capture_output=True, text=True, check=False)
    if not done.stdout:
        sys.exit(f"pip-audit ended without a result, so nothing was audited:\n{done.stderr.strip()[-500:]}")
    found: list[Mapping[str, Any]] = json.loads(done.stdout)["dependencies"]
    elsewhere = locked().keys() - {normal(package["name"]) for package in found}
    return [*found, *({"name": name, "skip_reason": "only other systems install it"} for name in sorted(elsewhere))]


def main() -> None:
    findings = sorted_out(_pip_audit(), EXCEPTIONS)
    sys.stdout.write(report(findings) + "\n")
    sys.exit(findings.exit_code)


if __name__ == "__main__":
    main()
