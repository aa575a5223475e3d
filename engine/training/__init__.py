"""Training, choice and measurement of the students. The only part of the engine that imports torch."""
