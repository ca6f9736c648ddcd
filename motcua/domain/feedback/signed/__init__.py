"""The signed and stamped copy of an answer's letter: once it is there, it is what everybody is handed (3.3-2)."""
