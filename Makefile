# Every target installs what it needs on Debian 12 (as root, or with sudo) and then works in this checkout only.

SHELL = /bin/sh
PYTHON ?= /usr/bin/python3
DEBIAN13 ?= /var/tmp/tidemark-debian-13
SCENE ?=
TRANSLATIONS = $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))
PACKAGE = $(shell sed -n 's/^version=/build\/tidemark-/p' metadata.txt).zip

.PHONY: help setup setup-qgis test test-engine test-plugin test-qgis-3.40 test-qgis-3.44 lint security demo qgis package check-package translations screenshots clean

help:
	@sed -n 's/^\([a-z][a-z0-9.-]*\):.*## /\1\t/p' Makefile | expand -t 18

setup: ## make .venv with the engine, its training and the development tools
	@tools/system-packages.sh python3-venv git
	@tools/setup-engine.sh $(PYTHON)

setup-qgis:
	@tools/system-packages.sh qgis python3-qgis python3-venv git
	@tools/setup-qgis.sh /usr/bin/python3

test: test-engine test-plugin ## run every test: the engine, its training, and the plugin in this machine's QGIS

test-engine: setup $(TRANSLATIONS)
	.venv/bin/python -m pytest tests/engine tests/training

test-plugin: setup setup-qgis $(TRANSLATIONS)
	tools/test-plugin.sh

test-qgis-3.40: $(TRANSLATIONS) ## run the plugin's tests on QGIS 3.40, in a Debian 13 system that is made once in DEBIAN13
	@tools/system-packages.sh debootstrap git
	tools/debian13.sh $(DEBIAN13)

test-qgis-3.44: $(TRANSLATIONS) ## run the plugin's tests on QGIS 3.44, in a Debian 13 system with backports, made once in DEBIAN13-backports
	@tools/system-packages.sh debootstrap git
	tools/debian13.sh $(DEBIAN13)-backports backports

lint: setup ## check style, types, and that the plugin works under Qt 6
	@tools/system-packages.sh python3-pyqt6 pyqt6-dev-tools
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/mypy tests tools
	/usr/bin/python3 tools/check_qt6.py

security: package ## look for unsafe code and for secrets in the plugin's zip, as the plugin repository does
	tools/security.sh $(PACKAGE)

demo: setup ## map water in SCENE=image.tif, or in a simulated scene, and draw it
	@SCENE='$(SCENE)' tools/demo.sh

qgis: setup setup-qgis $(TRANSLATIONS) ## open QGIS with the plugin switched on and a scene loaded
	@SCENE='$(SCENE)' tools/open-qgis.sh

package: setup $(TRANSLATIONS) ## write the plugin's zip
	@.venv/bin/python tools/package.py build

check-package: package ## hold the zip against the rules of the plugin repository
	@.venv/bin/python tools/check_package.py $(PACKAGE)

translations: setup ## add new words of the plugin to resources/translations, and say what is not translated yet
	@.venv/bin/python tools/translations.py

%.qm: %.ts
	@tools/system-packages.sh qttools5-dev-tools
	@PATH="/usr/lib/qt5/bin:$$PATH" lrelease -silent $< -qm $@

screenshots: setup setup-qgis ## take the README's pictures anew, in QGIS on a virtual screen
	@tools/system-packages.sh xvfb xauth
	@tools/screenshots.sh

clean: ## remove everything that make has made here
	rm -rf build .venv .venv-qgis *.egg-info .mypy_cache .pytest_cache .ruff_cache resources/translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@for system in '$(DEBIAN13)' '$(DEBIAN13)-backports'; do if [ -d "$$system" ]; then \
		echo "The Debian 13 system in $$system stays; remove it with: rm -rf --one-file-system $$system"; fi; done
