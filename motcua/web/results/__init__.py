"""The register of results, and the certificates with which results are signed."""
