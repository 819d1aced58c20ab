"""Times: which words of a sentence say when, and their values in ISO 8601 and EDTF.

Values follow the Extended Date/Time Format, levels 0 and 1 (Library of
Congress 2019): days, months, years, intervals ("2014/2016", "2014/..",
"../2022-03"), decades ("199X"), seasons ("2021-22"), approximate dates
("2010~"). Three forms are ISO 8601 alone: weeks ("2022-W21"), minutes of a day
("2022-06-01T17:00") and durations ("P2W"). What cannot be told has an empty
value and keeps its words.

============  ==============================================================
module        holds
============  ==============================================================
``phrases``   the time expressions of clauses and noun phrases
``symbols``   words to the symbols that the patterns speak of
``patterns``  patterns of symbols to periods
``values``    periods, lengths and ranges to values
``periods``   stretches of the calendar: days, weeks, seasons, decades
============  ==============================================================
"""

from kgraph.extract.times.phrases import is_time, time_of, time_of_phrase
from kgraph.extract.times.values import value

__all__ = ["is_time", "time_of", "time_of_phrase", "value"]
