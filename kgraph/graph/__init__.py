"""From readings to one knowledge graph, and the views of it that exports write.

==========================  ============================================================
module                      does
==========================  ============================================================
``merge``                   readings become graphs, graphs become one, in any order
``nodes``                   which IRI a mention stands for; the referents without an entity
``world``                   what the writers themselves affirm, as edges
``claims``                  what each voice says, and who contradicts or corroborates whom
``background``              what the ontology knows of those whom the graph speaks of
``validate``                refuses a graph with dangling links or malformed IRIs
``constraints``             the constraints of SHACL that the shapes of graphs use
``shacl``                   checks descriptions by those shapes, one after the other
``terms``                   IRIs, literals, triples and prefixes without any library
``descriptions``            what is said of documents, readings, agents, entities, offices
``statement_descriptions``  what is said of statements and claims
``dataset``                 the description of the whole in VoID and DCAT
``rdf``                     the whole graph as resources, as triples, as one graph a document
``nanopublications``        claims as nanopublications
``rebase``                  the graph below another base IRI
``rdflib_view``             those triples in rdflib
``oxigraph_view``           those triples in pyoxigraph, for bulk writing
``property``                nodes and edges with plain attributes, for graph files
``selection``               the options of what is shown, and the statements that they choose
``countries``               who is folded into which state
``actors_view``             who acts on whom, as writers affirm it
``claims_view``             who says what of whom, and whose words stand against whose
``statements_view``         everything that was read
``projection``              the view, and the part of it, that the options ask for
``networkx_view``           that view in networkx
==========================  ============================================================
"""
