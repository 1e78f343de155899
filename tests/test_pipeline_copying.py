"""The daily copy: at its time, the newest kept, told where it fails."""

from datetime import UTC, timedelta

import pytest

from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.errors import SettingsError
from monitor.pipeline.copying import AGAIN, Plan, copy_daily
from monitor.pipeline.upkeep import EVERY, Tools, look_after
from monitor.settings import load
from monitor.store import backup, migrate
from tests.alerts import DAY, NOON
from tests.test_pipeline_upkeep import ROOM, nobody, told

HOUR = timedelta(hours=1)


@pytest.fixture
def archive(tmp_path):
    db = migrate.open_archive(f"sqlite:///{tmp_path / 'data' / 'monitor.db'}")
    yield db
    db.dispose()


@pytest.fixture
def plan(tmp_path):
    return Plan("30 3 * * *", UTC, tmp_path / "copies", keep=2)


def copies(plan):
    return sorted(path.name for path in plan.folder.glob("*")) if plan.folder.exists() else []


def test_each_day_one_copy_is_made_and_the_newest_stay(archive, plan):
    made = [copy_daily(archive, plan, lambda hour=hour: NOON + hour * HOUR) for hour in range(80)]
    assert [hour for hour, number in enumerate(made) if number] == [16, 40, 64], "at half past three, or as soon after as we look"
    assert copies(plan) == [backup.named_after(NOON + hour * HOUR) for hour in (40, 64)]


def test_after_a_long_sleep_one_copy_makes_up_for_all(archive, plan):
    copy_daily(archive, plan, lambda: NOON)
    assert [copy_daily(archive, plan, lambda: NOON + 9 * DAY) for _ in range(2)] == [1, 0]


def test_a_copy_that_cannot_be_made_is_told_once_and_tried_again(archive, plan):
    rules = DeliveryRules(channels=(Channel("desk"),), fallback="desk")

    def look(now):
        look_after(archive, rules, Tools(nobody, lambda: ROOM), lambda: now)
        return [subject for _, subject in told(archive)]

    plan.folder.write_text("a file where the folder should be")
    copy_daily(archive, plan, lambda: NOON)
    for minutes in (0, 5, 10):
        assert copy_daily(archive, plan, lambda minutes=minutes: NOON + DAY + minutes * timedelta(minutes=1)) == 0
        said = look(NOON + DAY + minutes * timedelta(minutes=1))
    assert len(said) == 1
    assert "cannot be copied" in said[0]
    plan.folder.unlink()
    assert copy_daily(archive, plan, lambda: NOON + DAY + AGAIN) == 1
    assert len(look(NOON + DAY + AGAIN + EVERY)) == 2, "that it is well again is told too"


def test_who_is_stopped_in_the_middle_leaves_nothing_behind_and_makes_it_at_the_next_start(archive, plan):
    copy_daily(archive, plan, lambda: NOON)
    assert copy_daily(archive, plan, lambda: NOON + DAY, lambda: True) == 0
    assert copies(plan) == []
    assert copy_daily(archive, plan, lambda: NOON + DAY) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("", None, id="nothing is copied unasked"),
        pytest.param("backup: {}\n", ("30 3 * * *", "backups", 7), id="by night into the data folder, for a week"),
        pytest.param('backup: {at: "23:05", keep: 3, folder: /mnt/copies}\n', ("5 23 * * *", "/mnt/copies", 3), id="as it is wished"),
    ],
)
def test_the_settings_say_when_and_where(tmp_path, words, expected):
    own = settings(tmp_path, words).backup
    assert expected == (own and (own.schedule, str(own.folder).removeprefix(f"{tmp_path}/data/"), own.keep))


def test_what_is_no_file_cannot_be_copied_so(tmp_path):
    with pytest.raises(SettingsError, match=r"monitor\.yaml:2.*backup.*cron job"):
        settings(tmp_path, 'database: {url: "postgresql+psycopg://db/monitor"}\nbackup: {}\n')


def settings(place, words):
    (place / "monitor.yaml").write_text(words)
    (place / "feeds.yaml").write_text('feeds: [{url: "https://a.example/feed"}]\n')
    (place / "topic.yaml").write_text("words: [acmecorp]\n")
    return load(place, place / "data", {})
