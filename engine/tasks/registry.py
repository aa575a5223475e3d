"""The classes of all tasks, by name."""

from __future__ import annotations

from collections.abc import Mapping

from .change import ChangeTask
from .flood import FloodTask
from .oil import OilTask
from .task import Task
from .water import WaterTask

TASK_CLASSES: Mapping[str, type[Task]] = {each.spec.name: each for each in (WaterTask, FloodTask, ChangeTask, OilTask)}
