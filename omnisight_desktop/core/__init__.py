"""The words everyone speaks: values, protocols, errors. Standard library and numpy only."""
