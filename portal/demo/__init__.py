"""The demonstration council: real structure, invented people, built through the same actions as everything else."""
