import datetime

import pytest

from kgraph.errors import InputError
from kgraph.read import dates


@pytest.mark.parametrize(
    "value",
    [
        "2022-06-01",
        " 2022-06-01 ",
        "20220601",
        "2022/06/01",
        "2022-06-01 12:30:00",
        "2022-06-01T23:30:00Z",
        "2022-06-01T23:30:00-05:00",
        "2022-06-01T00:30:00+0900",
        "2022-06-01 12:30:00 UTC",
        "2022-06-01 12:30:00.123456+00:00",
        "20220601T120000Z",
        "20220601120000",
        "Wed, 01 Jun 2022 23:30:00 -0500",
        "1 Jun 2022 12:30:00 GMT",
        "Wednesday, 01 June 2022 12:30:00 +0000",
    ],
)
def test_a_day_is_the_one_of_its_own_time_zone(value: str) -> None:
    assert dates.day(value) == datetime.date(2022, 6, 1)


@pytest.mark.parametrize(
    "value",
    [
        "06/01/2022",
        "01.06.2022",
        "1 June 2022",
        "2022-02-30",
        "2022/13/01",
        "yesterday",
        "",
        "31 Jun 2022 12:00:00 GMT",
        "1654041600",
    ],
)
def test_what_can_be_read_in_two_ways_or_none_is_an_error(value: str) -> None:
    with pytest.raises(InputError, match="is no date; write it as 2022-06-01"):
        dates.day(value)
