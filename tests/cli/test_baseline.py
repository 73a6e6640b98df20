"""`hpd validate --baseline` by real processes: written, kept, refused."""

import json
from pathlib import Path

from tests.cli.conftest import ROOT, Hpd

FAULTS = ROOT / "examples/faults/late-for-the-year.yaml"
CHECK = ("validate", FAULTS, "--as-of", "2023-03-01", "--fail-on", "warning")


def test_a_baseline_is_written_and_then_leaves_out(hpd: Hpd, tmp_path: Path) -> None:
    assert hpd(*CHECK).returncode == 1
    written = hpd(*CHECK, "--baseline", "known.yaml", "--write-baseline")
    assert (written.returncode, "Đã ghi nhận 1 phát hiện" in written.stderr.decode()) == (0, True)
    assert "1 trong danh sách phát hiện đã ghi nhận" in written.stdout.decode()
    assert "kind: baseline" in (tmp_path / "known.yaml").read_text(encoding="utf-8")
    again = hpd(*CHECK, "--baseline", "known.yaml", "--format", "json")
    assert again.returncode == 0
    (found,) = json.loads(again.stdout)["plans"][0]["findings"]
    assert found["suppressed"] == {"by": "baseline", "reason": "known.yaml"}
    assert hpd("validate", "known.yaml").returncode == 0


def test_the_settings_name_a_baseline_too(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "hpd.toml").write_text('baseline = "known.yaml"\n', encoding="utf-8")
    assert hpd(*CHECK).returncode == 2  # it is not there yet
    assert hpd(*CHECK, "--write-baseline").returncode == 0
    assert hpd(*CHECK).returncode == 0
    refused = hpd(*CHECK, "--write-baseline")
    assert (refused.returncode, "--force" in refused.stderr.decode()) == (2, True)
    assert hpd(*CHECK, "--write-baseline", "--force").returncode == 0


def test_what_is_no_baseline_is_refused(hpd: Hpd, tmp_path: Path) -> None:
    nowhere = hpd(*CHECK, "--write-baseline")
    assert (nowhere.returncode, "--baseline" in nowhere.stderr.decode()) == (2, True)
    assert hpd(*CHECK, "--baseline", "none.yaml").returncode == 2
    assert hpd(*CHECK, "--baseline", FAULTS).returncode == 2
    for name, text in {
        "other": "format: 1\nkind: baseline\ndirective: x/2020/01-CT\nfindings: []\n",
        "broken": "format: 1\nkind: baseline\ndirective: x\nfindings: [{rul: HPD403}]\n",
        "empty": "",
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        done = hpd(*CHECK, "--baseline", f"{name}.yaml")
        assert (done.returncode, done.stdout) == (2, b""), name
        assert f"{name}.yaml" in done.stderr.decode()
