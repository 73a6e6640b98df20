"""`hpd config` by real processes: every setting, and where it came from."""

import json
from pathlib import Path

from msgspec.structs import fields

from hpdirective.settings import Settings
from tests.cli.conftest import Hpd


def test_every_setting_is_shown_with_its_origin(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "hpd.toml").write_text(
        'before_day = "error"\nplans = ["a", "b"]\n[severity]\nHPD404 = "info"\n', encoding="utf-8"
    )
    (tmp_path / "below").mkdir()
    report = json.loads(hpd("config", "--format", "json", cwd=tmp_path / "below").stdout)
    assert report["format"] == "hpd-config/1"
    assert set(report["settings"]) == {field.name for field in fields(Settings)}
    assert report["settings"]["before_day"] == {"value": "error", "origin": "file"}
    assert report["settings"]["severity"] == {"value": {"HPD404": "info"}, "origin": "file"}
    assert report["settings"]["fail_on"] == {"value": "error", "origin": "default"}
    text = hpd("config").stdout.decode()
    assert "Tệp cấu hình: hpd.toml" in text
    assert "HPD404 = info" in text


def test_without_a_file_all_is_default(hpd: Hpd) -> None:
    done = hpd("config", env={"HPD_LANG": "en"})
    assert done.returncode == 0
    assert "Settings file: none" in done.stdout.decode()
    assert done.stdout.decode().count("(default)") == len(fields(Settings))


def test_a_wrong_setting_is_named(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "hpd.toml").write_text('before_dya = "error"\n', encoding="utf-8")
    done = hpd("config")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "before_day" in done.stderr.decode()
