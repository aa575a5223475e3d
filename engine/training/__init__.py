"""How the students are trained, chosen and measured. The only part of the engine that imports torch."""
