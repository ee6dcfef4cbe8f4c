"""Opens Optuna's dashboard on a journal and checks what it shows: `dashboard.py FILE CHROMIUM FOLDER`; pictures go to the folder, also one of the study's
own page where there is one. These are the pictures of the guide."""

import contextlib
import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from playwright.sync_api import expect, sync_playwright

VIEW = {"width": 1280, "height": 800}
PAGE = {"width": 1280, "height": 1500}


def free_port():
    with contextlib.closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextlib.contextmanager
def dashboard(file):
    """Runs the dashboard on a file, and gives its address once it answers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = os.path.join(os.path.dirname(sys.executable), "optuna-dashboard")
    server = subprocess.Popen(
        [command, file, "--host", "127.0.0.1", "--port", str(port), "--server", "wsgiref"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            if server.poll() is not None:
                sys.exit(f"the dashboard has ended with {server.returncode} on {file}")
            try:
                urllib.request.urlopen(address + "/api/studies", timeout=10).read()
                break
            except OSError:
                time.sleep(0.2)
        else:
            sys.exit("the dashboard does not answer")
        yield address
    finally:
        server.terminate()
        server.wait()


def look(page, address, study, pictures):
    """Looks at the list of the studies, then at one of them: its history, its best trial with what is told of it, its trials and its table."""
    page.goto(address + "/dashboard")
    expect(page.get_by_text(study.study_name).first).to_be_visible(timeout=60_000)
    page.wait_for_timeout(500)
    page.screenshot(path=os.path.join(pictures, "dashboard-list.png"))

    page.goto(f"{address}/dashboard/studies/{study._study_id}")
    best = study.best_trial
    expect(page.get_by_text("Best Trial").first).to_be_visible(timeout=60_000)
    expect(page.locator("body")).to_contain_text(f"number={best.number}", timeout=60_000)
    expect(page.locator("body")).to_contain_text(str(best.value))
    for name, value in best.params.items():
        expect(page.locator("body")).to_contain_text(name)
        expect(page.locator("body")).to_contain_text(str(value))
    expect(page.locator(".js-plotly-plot").first).to_contain_text(study.metric_names[0], timeout=60_000)
    page.get_by_text("Log y scale").click()
    page.wait_for_timeout(1500)
    page.screenshot(path=os.path.join(pictures, "dashboard-study.png"))

    page.goto(f"{address}/dashboard/studies/{study._study_id}/trials?numbers={best.number}")
    expect(page.locator("body")).to_contain_text(str(best.value), timeout=60_000)
    for name, value in best.user_attrs.items():
        expect(page.locator("body")).to_contain_text(name)
        expect(page.locator("body")).to_contain_text(str(value))
    page.wait_for_timeout(500)
    page.screenshot(path=os.path.join(pictures, "dashboard-trial.png"))


def look_at_page(page, file, pictures):
    """Looks at the page that hpo has made of the study, in the folder of a build beside that of its journal."""
    name = pathlib.Path(file).stem
    for build in ("target", "build"):
        report = pathlib.Path(file).parent.parent / build / "hpo" / name / "report.html"
        if report.is_file():
            page.set_viewport_size(PAGE)
            page.goto(report.as_uri())
            expect(page.locator("html[data-ready]")).to_be_attached(timeout=60_000)
            page.screenshot(path=os.path.join(pictures, "report.png"))
            return
    print(f"interop: there is no page of {name} to look at")


def main(file, chromium, pictures):
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    storage = JournalStorage(JournalFileBackend(file))
    # What was confirmed, replayed or re-tested is a study of its own.
    name = [name for name in optuna.get_all_study_names(storage) if name.rpartition("#")[2].isdigit()][-1]
    study = optuna.load_study(study_name=name, storage=storage)
    with dashboard(file) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        errors = []
        page = browser.new_page(viewport=VIEW)
        page.on("pageerror", lambda error: errors.append(str(error)))
        look(page, address, study, pictures)
        look_at_page(page, file, pictures)
        browser.close()
    if errors:
        sys.exit("the dashboard has failed on the page: " + "; ".join(errors))
    print(f"interop: the dashboard shows {name}, trial {study.best_trial.number} with {study.best_value}; pictures are in {pictures}")


if __name__ == "__main__":
    main(*sys.argv[1:])
