"""Reading the press: a report becomes proposed entries, each pointing at the words it rests on.

Pure: text in, a :class:`~wasit.press.reading.Reading` out; nothing is put on record here. What a
linguist reads and extends stands in ``lexicon/``, one folder for each language.
"""
