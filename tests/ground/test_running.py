"""What can be set is written down."""

import re

from ground.places import ROOT

INTERNAL = {"FOLKMOOT_TEST_TEMPLATE"}  # told by the test plugin to its own run


def test_every_setting_that_is_read_is_documented():
    told = (ROOT / "docs" / "running.md").read_text()
    sources = [*ROOT.glob("config/*.py"), *ROOT.glob("ground/*.py"), *ROOT.glob("core/*.py")]
    read = {
        name
        for path in sources
        for name in re.findall(
            r"""(?:environ\.get\(|environ\[|number\(|words\(|env\.get\()\s*["'](FOLKMOOT_\w+)""", path.read_text()
        )
    }

    assert {name for name in read - INTERNAL if name not in told} == set()
    assert len(read) > 15
