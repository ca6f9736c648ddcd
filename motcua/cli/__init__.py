"""The command-line program: `python -m motcua`, installed as `motcua`. One small module per command."""
