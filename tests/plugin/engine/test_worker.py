"""The engine's process: events, cancel, death. Misbehaviour that the real engine does not show is played by a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

import pytest

from helpers.plugin.engine_process import write_fake_boot
from helpers.plugin.qgis_window import wait_for
from tidemark.engine.contract.errors import Cancelled, TidemarkError
from tidemark.engine.contract.job import Event, Job, Source
from tidemark.engine.contract.requests import InfoQuery, ProbeQuery, Request
from tidemark.plugin.engine import worker
from tidemark.plugin.engine.runtime import own_interpreters
from tidemark.plugin.engine.spare import SpareProcess
from tidemark.plugin.engine.worker import Conversation, EngineError, Runtime, clean_environment, converse

PROBE = ProbeQuery()


def ask(runtime: Runtime, request: Request, cancelled: bool = False) -> tuple[Event, list[Event]]:
    heard: list[Event] = []
    return converse(runtime, request, heard.append, lambda: cancelled), heard


Fake = Callable[[str], Runtime]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Make the worker start a script with the given body instead of the engine."""

    def make(body: str) -> Runtime:
        monkeypatch.setattr(worker, "BOOT", write_fake_boot(tmp_path / "boot.py", body))
        return Runtime(own_interpreters()[0])

    return make


def test_the_engine_tells_its_versions(runtime: Runtime) -> None:
    answer, _ = ask(runtime, PROBE)
    assert answer.data["packages"].keys() >= {"numpy", "scipy", "rasterio", "onnxruntime"}
    assert "CPUExecutionProvider" in answer.data["providers"]


def test_a_missing_file_gives_the_engines_own_message(runtime: Runtime, tmp_path: Path) -> None:
    job = Job(task="water", sources=(Source((str(tmp_path / "gone.tif"),)),), output=str(tmp_path / "out"))
    with pytest.raises(TidemarkError, match=r"gone\.tif"):
        ask(runtime, job)
    assert list(tmp_path.glob("out*")) == []


def test_a_conversation_by_signals_does_not_block(runtime: Runtime) -> None:
    answers: list[object] = []
    conversation = Conversation(runtime, PROBE)
    conversation.finished.connect(answers.append)
    began = monotonic()
    conversation.begin()
    assert monotonic() - began < 0.5
    assert wait_for(lambda: bool(answers))
    assert isinstance(answers[0], Event)


def test_a_python_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no-such-python"):
        ask(Runtime(str(tmp_path / "no-such-python")), PROBE)
    answers: list[object] = []
    conversation = Conversation(Runtime(str(tmp_path / "no-such-python")), PROBE)
    conversation.finished.connect(answers.append)
    conversation.begin()
    assert wait_for(lambda: bool(answers))
    assert isinstance(answers[0], EngineError)


def test_a_crash_gives_the_last_words_and_removes_what_was_begun(fake: Fake, tmp_path: Path) -> None:
    begun = tmp_path / ".map.part"
    runtime = fake(f"open({str(begun)!r}, 'w').close(); say(event='started', temporary=[{str(begun)!r}]); raise ValueError('broken')")
    with pytest.raises(EngineError, match="ValueError: broken"):
        ask(runtime, PROBE)
    assert not begun.exists()


def test_a_crash_removes_a_folder_that_was_begun_too(fake: Fake, tmp_path: Path) -> None:
    begun = tmp_path / ".polygons.part"
    body = f"os.mkdir({str(begun)!r}); open({str(begun / 'p.gpkg')!r}, 'w').close(); say(event='started', temporary=[{str(begun)!r}]); "
    with pytest.raises(EngineError, match="broken"):
        ask(fake(body + "raise ValueError('broken')"), PROBE)
    assert not begun.exists()


def test_an_engine_that_does_not_obey_is_killed(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PATIENCE_S", 0.5)
    begun = tmp_path / ".map.part"
    body = f"open({str(begun)!r}, 'w').close(); say(event='started', temporary=[{str(begun)!r}]); time.sleep(60)"
    runtime = fake(body)
    heard: list[Event] = []
    began = monotonic()
    with pytest.raises(Cancelled):
        converse(runtime, PROBE, heard.append, lambda: bool(heard))
    assert monotonic() - began < 10
    assert not begun.exists()


def test_an_end_without_an_answer_is_an_error(fake: Fake) -> None:
    with pytest.raises(EngineError, match="without a result") as caught:
        ask(fake("say(event='progress', done=1, total=2)"), PROBE)
    assert "nothing was written" in caught.value.found
    assert caught.value.needed == ""


def test_lines_cut_in_the_middle_and_strange_letters_arrive_whole(fake: Fake) -> None:
    body = (
        "line = json.dumps({'event': 'probe', 'text': 'Überflutung 水'}, ensure_ascii=False).encode()\n"
        "sys.stdout.buffer.write(line[:20]); sys.stdout.flush(); time.sleep(0.3); sys.stdout.buffer.write(line[20:] + b'\\n')"
    )
    answer, heard = ask(fake(body), PROBE)
    assert answer.data["text"] == "Überflutung 水"
    assert len(heard) == 1


def in_a_thread(talk: Callable[[], Event]) -> Event:
    """Return what `talk` returns, called in another thread while this one serves Qt; raises what it raises."""
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(talk)
        assert wait_for(answer.done, 60)
        return answer.result()


def water(scene: Path, output: Path) -> Job:
    return Job(task="water", sources=(Source((str(scene),)),), output=str(output), method="otsu")


@pytest.fixture
def no_spare() -> Iterator[None]:
    worker.SPARE.stop()
    yield
    worker.SPARE.stop()


@pytest.mark.usefixtures("no_spare")
def test_the_next_map_is_made_by_the_process_that_is_ready(runtime: Runtime, scene: Path, tmp_path: Path) -> None:
    assert in_a_thread(lambda: ask(runtime, water(scene, tmp_path / "first"))[0]).kind == "result"
    ready, over = spare(), list[bool]()
    ready.destroyed.connect(lambda: over.append(True))
    assert in_a_thread(lambda: ask(runtime, water(scene, tmp_path / "second"))[0]).kind == "result"
    assert wait_for(lambda: over == [True])
    assert (tmp_path / "second_class.tif").is_file()


@pytest.mark.usefixtures("no_spare")
def test_a_process_that_was_ready_obeys_cancel(runtime: Runtime, scene: Path, tmp_path: Path) -> None:
    in_a_thread(lambda: ask(runtime, water(scene, tmp_path / "first"))[0])
    spare()
    with pytest.raises(Cancelled):
        in_a_thread(lambda: ask(runtime, water(scene, tmp_path / "second"), cancelled=True)[0])
    assert not list(tmp_path.glob("second*")) + list(tmp_path.glob(".*"))


@pytest.mark.usefixtures("no_spare")
def test_a_process_that_is_ready_ends_with_the_plugin_and_where_it_died_another_one_does_the_work(
    runtime: Runtime, scene: Path, tmp_path: Path
) -> None:
    in_a_thread(lambda: ask(runtime, water(scene, tmp_path / "first"))[0])
    ready = spare()
    ready.kill()
    assert wait_for(lambda: not ready.is_running)
    assert in_a_thread(lambda: ask(runtime, water(scene, tmp_path / "second"))[0]).kind == "result"
    ready = spare()
    worker.SPARE.stop()
    assert not ready.is_running


def spare() -> SpareProcess:
    """Return the process that is ready, once it has started."""
    assert wait_for(lambda: worker.SPARE.ready is not None and worker.SPARE.ready.is_running)
    assert worker.SPARE.ready is not None
    return worker.SPARE.ready


def test_qgis_leads_the_engine_to_none_of_its_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PROJ_LIB", "PROJ_DATA", "GDAL_DATA", "GDAL_PAM_PROXY_DIR", "PYTHONHOME", "PYTHONPATH", "QGIS_PREFIX_PATH"):
        monkeypatch.setenv(name, "/wrong")
    monkeypatch.setenv("TIDEMARK_TEST_KEPT", "yes")
    environment = clean_environment()
    assert not [name for name in environment.keys() if name.startswith(("PROJ_", "GDAL_", "PYTHON", "QGIS_"))]  # noqa: SIM118
    assert environment.value("TIDEMARK_TEST_KEPT") == "yes"
    assert environment.value("ORT_DISABLE_TELEMETRY") == "1"


def test_the_engine_works_in_spite_of_wrong_variables(runtime: Runtime, monkeypatch: pytest.MonkeyPatch, scene: Path) -> None:
    for name in ("PROJ_LIB", "GDAL_DATA", "PYTHONHOME", "PYTHONPATH"):
        monkeypatch.setenv(name, "/wrong")
    answer, _ = ask(runtime, InfoQuery((Source((str(scene),)),), "water"))
    assert answer.data["scenes"][0]["crs"]
