"""A province to look at: Quảng Ninh as it was organised in 2019, with invented people and dossiers."""
