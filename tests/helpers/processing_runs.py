"""Algorithms run as the toolbox runs them, with an ear for what they say."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback


class Listener(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.errors: list[str] = []
        self.steps: list[float] = []
        self.progressChanged.connect(self.steps.append)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.said.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.said.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: ARG002, N802, N803
        self.errors.append(error)


def run(algorithm: str, parameters: dict[str, Any], feedback: QgsProcessingFeedback | None = None) -> dict[str, Any]:
    """Run an algorithm; raises QgsProcessingException as Processing does."""
    import processing

    return processing.run(algorithm, parameters, feedback=feedback or Listener())
