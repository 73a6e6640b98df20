"""`hpd new` by real processes: the form, where it goes, and what it refuses."""

from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Hpd


def test_form_goes_into_a_file_once_and_validates_but_for_its_blanks(
    hpd: Hpd, tmp_path: Path
) -> None:
    assert hpd("new", "--unit", "Sở KH&ĐT", "-o", "plan.yaml").returncode == 0
    again = hpd("new", "--unit", "SoKHDT", "-o", "plan.yaml")
    assert again.returncode == 2
    assert "--force" in again.stderr.decode()
    done = hpd("validate", "plan.yaml")
    assert done.returncode == 1
    assert "HPD1" not in done.stdout.decode()
    assert "HPD3" not in done.stdout.decode()
    assert (tmp_path / "plan.yaml").read_bytes() == hpd("new", "--unit", "SoKHDT").stdout
    covered = hpd("coverage", "--unit", "SoKHDT", "--plans", "plan.yaml").stdout.decode()
    assert "đáp ứng 0/35 (0%)" in covered


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("SoKHDX", "gần nhất"),
        ("quan-huyen", "không có đơn vị"),
        ("BTGTU", "không thuộc diện gửi"),
        ("", "không có đơn vị"),
    ],
)
def test_who_sends_no_plan_is_refused(unit: str, said: str, hpd: Hpd) -> None:
    done = hpd("new", "--unit", unit)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_another_citys_form_speaks_of_it_alone(hpd: Hpd) -> None:
    data = ROOT / "tests/second/data"
    units = sorted(path.stem for path in (data / "units").glob("*.yaml"))
    forms = [
        hpd("new", "--unit", unit, "--data", data, env={"HPD_LANG": "en"}) for unit in units[:4]
    ]
    text = "".join(form.stdout.decode() for form in forms if form.returncode == 0)
    assert "directive: an-van/2024/07-CT-UBND" in text
    for other in ("Hải Phòng", "VPUBND", "02/CT-UBND", "2023"):
        assert other not in text
