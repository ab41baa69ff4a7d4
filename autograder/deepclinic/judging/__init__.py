"""Compare observations: which checks passed, and which misconception explains what was seen. Plain data only."""
