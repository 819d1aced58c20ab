"""Programs of others that read RDF: one small class each, all with the same two interfaces of :mod:`.client`."""

from tests.interop.clients.client import Client, Store
from tests.interop.clients.command_line import Rapper, Riot, Serdi
from tests.interop.clients.javascript import Comunica, JsonLdJs, N3Js
from tests.interop.clients.jena import Arq, Fuseki
from tests.interop.clients.oxigraph import OxigraphServer
from tests.interop.clients.python import PyOxigraph, RdfLib
from tests.interop.clients.virtuoso import Virtuoso

PARSERS: tuple[type[Client], ...] = (Rapper, Serdi, Riot, N3Js, JsonLdJs)
"""Who reads files and answers no query."""

STORES: tuple[type[Store], ...] = (RdfLib, PyOxigraph, OxigraphServer, Arq, Fuseki, Virtuoso, Comunica)
"""Who loads files and answers SPARQL."""

CLIENTS: tuple[type[Client], ...] = (*PARSERS, *STORES)
