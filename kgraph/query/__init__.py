"""Built graphs as others use them: asked by SPARQL, validated, united with foreign RDF.

============  ==============================================================
module        does
============  ==============================================================
``files``     finds and reads RDF files, folders of them too
``guard``     parses a query; refuses what would reach out of the graph
``library``   the named queries of ``ontology/queries/``
``binding``   what a user's words for a parameter mean in a graph
``evaluate``  runs a query on a store and writes its results
``table``     results as a table for people
``run``       all of that in a process of its own that a time limit ends
``validate``  whether files conform to the shapes, and the report of it
``records``   statements and their documents as RDF tells them
``skolem``    blank nodes get IRIs
``union``     graphs become one, with what follows from its statements
``write``     quads into a file of any syntax
============  ==============================================================
"""
