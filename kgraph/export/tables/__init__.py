"""Tables of a graph for spreadsheets, R, pandas, DuckDB and Neo4j.

==============  ================================================================
module          holds
==============  ================================================================
``table``       what a table and a column are
``told``        the record that most tables are made of
``statements``  the tables ``statements`` and ``evidence``
``entities``    the tables ``entities`` and ``participants``
``events``      the tables ``events`` and ``dyads``
``delimited``   tables as CSV
``parquet``     tables as Parquet
``neo4j``       nodes and relationships as CSV for Neo4j's bulk import
==============  ================================================================
"""

from types import MappingProxyType

from kgraph.export.tables.entities import ENTITIES, PARTICIPANTS
from kgraph.export.tables.events import DYADS, EVENTS
from kgraph.export.tables.statements import EVIDENCE, STATEMENTS
from kgraph.export.tables.table import Column, Kind, Table, Value

__all__ = ["TABLES", "Column", "Kind", "Table", "Value"]

TABLES = MappingProxyType(
    {table.name: table for table in (STATEMENTS, EVENTS, DYADS, ENTITIES, EVIDENCE, PARTICIPANTS)}
)
"""Every table by its name."""
