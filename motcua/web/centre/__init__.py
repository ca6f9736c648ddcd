"""The Centre's desk: what is late, due or lies about, in figures that open the dossiers they count."""
