"""What maps and networks are worth: figures, intervals, comparisons.

May import `datasets`, `sampling`, `networks` and what lies below `training`.
"""
