"""From a trained network to the ONNX file and the card beside it.

May import `datasets`, `networks` and what lies below `training`.
"""
