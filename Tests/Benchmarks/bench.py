#!/usr/bin/env python3
"""Measures the real programs in a pseudo-terminal of 120x40: start, keys, search, memory, idling.

    swift build -c release --static-swift-stdlib
    python3 Tests/Benchmarks/bench.py [--items 100000,1000000] [--peers]

Each figure is the median of several runs, with the lowest and the highest beside it. A frame counts as full at the last
byte that the program writes before it falls silent. Databases are made by importing synthetic feeds, and are kept in
the folder that --work names, so that a second run starts at once.

--peers measures tig (on this repository) and newsboat (on 100,000 of the same items) in the same run, where they
are installed.
"""
import argparse
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
QUIET = 0.06  # seconds of silence that end the answer to a key
START_QUIET = 1.5  # the same at the start, where some are silent while they load
CHUNK = 20_000  # items a feed file
NAMES = ["Arvika", "Kristinehamn", "Karlskoga", "Vimmerby", "Kramfors", "Norrköping", "Solna", "Trosa"]
WORDS = (
    "kommunen näringsliv företag ranking bygglov detaljplan skola vård omsorg bostäder klimat tillväxt "
    "beslut budget invest etablering handel torg hamn järnväg bredband lots service dialog möte pris"
).split()


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, argv, env, columns=120, rows=40):
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            # The size is set before the program starts, as a terminal has it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(argv[0], argv, env)

    def settle(self, limit=30.0, quiet=QUIET):
        """Reads until the program falls silent: the bytes, and when the last one came."""
        count, last = 0, time.perf_counter()
        end = last + limit
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.fd], [], [], quiet if count else limit)
            if not ready:
                break
            try:
                data = os.read(self.fd, 1 << 16)
            except OSError:
                break
            if not data:
                break
            count, last = count + len(data), time.perf_counter()
        return count, last

    def press(self, keys):
        """Seconds until the answer to `keys` is on the screen, and its bytes."""
        sent = time.perf_counter()
        os.write(self.fd, keys.encode())
        count, last = self.settle(limit=1.0)
        return (last - sent if count else 0.0), count

    def status(self, key):
        with open(f"/proc/{self.pid}/status") as file:
            for line in file:
                if line.startswith(key):
                    return int(line.split()[1])
        return 0

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def environment(work):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("UTKIK", "XDG"))}
    env.update(
        TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8", LANG="C.UTF-8",
        HOME=work, XDG_CONFIG_HOME=f"{work}/config", XDG_DATA_HOME=f"{work}/data",
        XDG_STATE_HOME=f"{work}/state")
    return env


def item(number):
    def word(step):
        return WORDS[(number * 7 + number // 11 * step + step * 5) % len(WORDS)]

    name = NAMES[number % len(NAMES)]
    when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_790_000_000 - number * 240))
    text = " ".join(word(step) for step in range(40))
    return {
        "id": f"https://bench.example/{number}", "url": f"https://bench.example/{number}",
        "title": f"{name}: {word(1)} {word(2)} {word(3)} {number}", "date_published": when,
        "content_html": f"<p>{text}</p>",
    }


def make_database(count, work, env, ingest):
    path = f"{work}/news-{count}.sqlite"
    if os.path.exists(path):
        return path, None
    partial = path + ".partial"
    started = time.perf_counter()
    spent = 0.0
    for first in range(0, count, CHUNK):
        feed = f"{work}/feed-{first // CHUNK % 8}.json"
        with open(feed, "w") as file:
            json.dump({
                "version": "https://jsonfeed.org/version/1.1",
                "title": f"{NAMES[first // CHUNK % len(NAMES)]} kommun {first // CHUNK}",
                "home_page_url": f"https://bench.example/home/{first // CHUNK}",
                "items": [item(n) for n in range(first, min(count, first + CHUNK))],
            }, file)
        started = time.perf_counter()
        subprocess.run(
            [ingest, "import", "--database", partial, feed], env=env, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        spent += time.perf_counter() - started
        os.unlink(feed)
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(partial + suffix):
            os.rename(partial + suffix, path + suffix)
    return path, count / spent


def show(what, values, unit, scale=1.0):
    values = sorted(v * scale for v in values)
    median = statistics.median(values)
    print(f"  {what:<38} {median:9.2f} {unit:<6} ({values[0]:.2f} to {values[-1]:.2f}, {len(values)} runs)")


def start_times(argv, env, runs):
    times, size = [], 0
    for _ in range(runs + 1):
        terminal = Terminal(argv, env)
        size, last = terminal.settle(quiet=START_QUIET)
        times.append(last - terminal.started)
        terminal.close()
    return times[1:], size


def measure(count, work, env, utkik, ingest, runs):
    path, rate = make_database(count, work, env, ingest)
    print(f"\n{count:,} news items")
    if rate:
        print(f"  {'import, parsed and indexed':<38} {rate:9.0f} items/s")
    argv = [utkik, "--database", path]
    times, size = start_times(argv, env, runs)
    show("start to first full frame", times, "ms", 1e3)
    print(f"  {'bytes of the first frame':<38} {size:9d}")
    terminal = Terminal(argv, env)
    terminal.settle()
    print(f"  {'memory after start (RSS)':<38} {terminal.status('VmRSS') / 1024:9.1f} MiB")
    for pane, name in (("1", "rankings"), ("3", "news")):
        terminal.press(pane)
        for key, what in (("j", "j"), ("k", "k"), ("\x06", "page down")):
            answers = [terminal.press(key) for _ in range(runs * 2)]
            answers = [a for a in answers if a[1]]
            if not answers:
                continue
            show(f"{name}: {what}", [a[0] for a in answers], "ms", 1e3)
            show(f"{name}: {what}, bytes", [a[1] for a in answers], "B")
    for key, what in (("G", "to the end"), ("g", "to the start")):
        answers = [terminal.press(key) for _ in range(1)]
        show(f"news: {what}", [a[0] for a in answers], "ms", 1e3)
    letters = []
    for _ in range(3):
        terminal.press("/")
        letters += [terminal.press(letter)[0] for letter in "foretag bygg"]
        terminal.press("\x1b")
    show("search, a letter", letters, "ms", 1e3)
    print(f"  {'memory after all this (RSS)':<38} {terminal.status('VmRSS') / 1024:9.1f} MiB")
    terminal.settle(limit=2.0, quiet=1.0)
    seconds = 10
    # Begin just after a full minute's tick, so that the clock does not fall into the measured time.
    if time.time() % 60 > 60 - seconds - 2:
        time.sleep(seconds + 3)
        terminal.settle(limit=1.0, quiet=0.5)
    before = terminal.status("voluntary_ctxt_switches")
    silent = not select.select([terminal.fd], [], [], seconds)[0]
    woken = terminal.status("voluntary_ctxt_switches") - before
    print(f"  {f'idle {seconds} s: wake-ups, output':<38} {woken:9d}        {'none' if silent else 'some'}")
    terminal.close()


def measure_peers(work, env, runs):
    print("\npeers, in the same run")
    if shutil.which("tig"):
        here = os.getcwd()
        os.chdir(ROOT)
        times, size = start_times(["tig"], env, runs)
        show("tig: start to first full frame", times, "ms", 1e3)
        terminal = Terminal(["tig"], env)
        terminal.settle()
        answers = [terminal.press("j") for _ in range(runs)]
        show("tig: j", [a[0] for a in answers], "ms", 1e3)
        show("tig: j, bytes", [a[1] for a in answers], "B")
        terminal.close()
        os.chdir(here)
    if shutil.which("newsboat"):
        measure_newsboat(work, env, runs)


def measure_newsboat(work, env, runs):
    feed, cache, urls = f"{work}/newsboat.xml", f"{work}/newsboat.db", f"{work}/urls"
    if not os.path.exists(cache):
        with open(feed, "w") as file:
            file.write('<rss version="2.0"><channel><title>Bench</title>')
            for number in range(100_000):
                entry = item(number)
                file.write(
                    f"<item><guid>{entry['id']}</guid><title>{entry['title']}</title>"
                    f"<link>{entry['url']}</link><description>{entry['content_html'][3:-4]}</description></item>")
            file.write("</channel></rss>")
        with open(urls, "w") as file:
            file.write(f"file://{feed}\n")
        subprocess.run(["newsboat", "-u", urls, "-c", cache, "-x", "reload"], env=env, check=True)
    argv = ["newsboat", "-u", urls, "-c", cache]
    times, _ = start_times(argv, env, max(3, runs // 3))
    show("newsboat, 100,000: first full frame", times, "ms", 1e3)
    terminal = Terminal(argv, env)
    terminal.settle(quiet=START_QUIET)
    os.write(terminal.fd, b"\r")
    terminal.settle(quiet=START_QUIET)
    answers = [terminal.press("j") for _ in range(runs)]
    show("newsboat, 100,000: j", [a[0] for a in answers], "ms", 1e3)
    print(f"  {'newsboat: memory (RSS)':<38} {terminal.status('VmRSS') / 1024:9.1f} MiB")
    terminal.close()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", default="100000", help="sizes, with commas between")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--work", default=os.path.join(ROOT, ".build-bench"))
    parser.add_argument("--bin", default=os.path.join(ROOT, ".build", "release"))
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    utkik, ingest = os.path.join(options.bin, "utkik"), os.path.join(options.bin, "utkik-ingest")
    if not os.access(utkik, os.X_OK):
        sys.exit(f"{utkik} is not there: build first with 'swift build -c release --static-swift-stdlib'.")
    os.makedirs(options.work, exist_ok=True)
    env = environment(options.work)
    for count in (int(text) for text in options.items.split(",")):
        measure(count, options.work, env, utkik, ingest, options.runs)
    if options.peers:
        measure_peers(options.work, env, options.runs)


if __name__ == "__main__":
    main()
