"""Water, flood, change and oil: what each reads, which methods it has, and how probability becomes a class.

May import what lies below, up to `methods`.
"""
