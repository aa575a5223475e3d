"""The networks that are trained: one student family for all tasks."""
