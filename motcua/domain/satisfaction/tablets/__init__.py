"""The tablet at a counter (Nghị định 61/2018 Điều 29 khoản 1 điểm b): it asks who was just served there."""
