"""A harness that breaks the running program from outside, and checks what must hold all the same.

It knows the command line, the settings files and the export; of the inside it knows nothing. Feeds, pages and web-hooks are
real servers on loopback (`world`), the program is a real process that dies by SIGKILL (`program`, `shim`),
and what is checked was served, exported or received (`invariants`).
"""
