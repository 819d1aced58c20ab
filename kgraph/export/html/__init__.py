"""The report: one HTML file that shows a graph and the sentences behind it, without a network.

==============  ======================================================================
file            holds
==============  ======================================================================
``payload.py``  the graph as compact JSON: tables of what repeats, rows of statements
``page.py``     the page around it: template, style, scripts, and a policy that bars all else
``page.html``   the skeleton, which the script fills
``page.css``    the style
``app/``        the page's own script, in small modules
``bundle/``     builds ``app.js`` from ``app/`` and ``vendor.js`` from npm; needs Node, the rest does not
``app.js``      the built script of the page
``vendor.js``   sigma.js, graphology and ForceAtlas2 with their licences
==============  ======================================================================
"""
