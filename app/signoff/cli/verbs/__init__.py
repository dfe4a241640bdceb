"""One module a verb: ``SUMMARY``, ``add_arguments(parser)`` and ``run(arguments) -> ExitCode``."""
