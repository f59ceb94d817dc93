"""The ground the house stands on: database and Redis servers, the supervisor, backup, catalogues, lock files.

Nothing here imports Django or an app: these are the tools that run before there is a database to talk to. The servers'
binaries come out of installed packages, or from the system; every rule about how they are started was learnt from a
failure and says so where it stands.
"""
