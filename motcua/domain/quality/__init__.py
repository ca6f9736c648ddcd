"""How well dossiers are settled: the nine indices of Thông tư 01/2018/TT-VPCP, Điều 13 to 15, from real events (3.3-1).

`rules` is the law itself, pure. `of_dossiers` gives each dossier its points, `of_bodies` what is not said of single
dossiers; `counting` keeps a quarter as it was computed. Readings: docs/decisions/0044-the-quality-index.md.
"""
