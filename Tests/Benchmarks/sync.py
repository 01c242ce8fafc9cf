#!/usr/bin/env python3
"""Measures syncs: a first one of many feeds, and one in which nothing has changed, from a server on the loopback.

    swift build -c release --static-swift-stdlib
    python3 Tests/Benchmarks/sync.py [--feeds 1000] [--items 20] [--runs 3]

Each figure is the median of several runs, with the lowest and the highest beside it. The feeds are spread over ten addresses
of the loopback, as feeds are spread over hosts. Memory is the peak of the program with all its processes (proportional set size:
a page that several share counts once) in runs of its own, as looking at it slows a program down.

newsboat, where it is installed, reads the same feeds from the same server in the same run (`newsboat -x reload`), once with
its standard settings and once with as many threads as it may use to advantage.
"""
import argparse
import asyncio
import hashlib
import multiprocessing
import os
import shutil
import statistics
import subprocess
import tempfile
import threading
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
HOSTS = [f"127.0.0.{n}" for n in range(1, 11)]
NAMES = ["Arvika", "Kristinehamn", "Karlskoga", "Vimmerby", "Kramfors", "Norrköping", "Solna", "Trosa"]
WORDS = (
    "kommunen näringsliv företag bygglov detaljplan skola vård omsorg bostäder klimat tillväxt "
    "beslut budget invest etablering handel torg hamn järnväg bredband lots service dialog möte pris"
).split()


def feed(number, count):
    items = []
    for index in range(count):
        seed = number * count + index

        def words(start, length):
            return " ".join(WORDS[(seed * 7 + start + step * (1 + seed % 5)) % len(WORDS)] for step in range(length))

        # News seldom tell of rankings; one item in twenty does.
        claim = (
            f"<p>{NAMES[seed % len(NAMES)]} klättrar till plats {1 + seed % 290} i Svenskt Näringslivs ranking.</p>"
            if seed % 20 == 0 else "")
        when = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(1_790_000_000 - seed * 240))
        link = f"https://host-{number}.example/{index}"
        items.append(
            f"<item><title>{NAMES[seed % len(NAMES)]}: {words(1, 5)} {seed}</title><link>{link}</link>"
            f"<guid>{link}</guid><pubDate>{when}</pubDate><description><![CDATA[<p>{words(3, 40)}</p>"
            f"<p>{words(5, 40)} <a href=\"/mer\">{words(2, 3)}</a></p><p>{words(9, 40)}</p>{claim}]]></description></item>")
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{NAMES[number % len(NAMES)]} kommun {number}</title><link>https://host-{number}.example/</link><language>sv</language>"
        f"{''.join(items)}</channel></rss>").encode()


class Server(asyncio.Protocol):
    """Answers conditional requests as web servers do, with next to no work of its own: it is not what is measured."""

    def __init__(self, answers):
        self.answers, self.waiting = answers, b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        *requests, self.waiting = (self.waiting + data).split(b"\r\n\r\n")
        for request in requests:
            tag, whole, unchanged = self.answers[int(request[5:request.index(b".xml")])]
            self.transport.write(unchanged if tag in request else whole)


def answers(feeds, count):
    """The tag of each feed, the answer with it, and the answer to who has it."""
    for number in range(feeds):
        body = feed(number, count)
        tag = b'"' + hashlib.sha1(body).hexdigest().encode() + b'"'
        yield tag, (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: %b\r\n"
            b"Last-Modified: Sat, 21 Nov 2026 10:00:00 GMT\r\nContent-Length: %d\r\n\r\n%b" % (tag, len(body), body)
        ), b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n" % tag


def serve(feeds, count, ready):
    """Serves on every address of HOSTS."""
    made = list(answers(feeds, count))

    async def run():
        loop = asyncio.get_running_loop()
        first = await loop.create_server(lambda: Server(made), HOSTS[0], 0)
        port = first.sockets[0].getsockname()[1]
        for host in HOSTS[1:]:
            await loop.create_server(lambda: Server(made), host, port)
        ready.send(port)
        await asyncio.sleep(3_600)

    asyncio.run(run())


class Memory(threading.Thread):
    """The peak of a process and its children, in MiB."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.ended = pid, 0, False

    def run(self):
        while not self.ended:
            self.peak = max(self.peak, self.tree(self.pid) / 1024)
            time.sleep(0.02)

    def tree(self, pid):
        try:
            with open(f"/proc/{pid}/smaps_rollup") as file:
                own = next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
            children = []
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children") as file:
                    children += file.read().split()
        except OSError:
            return 0
        return own + sum(self.tree(child) for child in set(children))


def run(argv, env, work):
    """How long the program takes."""
    started = time.perf_counter()
    status = start(argv, env, work).wait()
    spent = time.perf_counter() - started
    check(argv, status)
    return spent


def peak(argv, env, work):
    """How much memory the program takes."""
    process = start(argv, env, work)
    memory = Memory(process.pid)
    memory.start()
    status = process.wait()
    memory.ended = True
    check(argv, status)
    return memory.peak


def start(argv, env, work):
    return subprocess.Popen(argv, env=env, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def check(argv, status):
    if status != 0:
        raise SystemExit(f"{argv[0]} failed with {status}")


def figures(work, runs, prepare):
    """The times of first and unchanged syncs, and peaks of memory. `prepare` makes a program ready to sync in a new home, and
    gives its environment and the commands for the two."""
    first, again, peaks = [], [], []
    for number in range(2 * runs):
        with tempfile.TemporaryDirectory(dir=work) as home:
            env, sync, resync = prepare(home)
            if number < runs:
                first.append(run(sync, env, work))
                again.append(run(resync, env, work))
            else:
                peaks.append(peak(sync, env, work))
    return first, again, peaks


def utkik(urls, work, runs):
    program = os.path.join(ROOT, ".build/release/utkik-ingest")

    def prepare(home):
        env = {**os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        subprocess.run(
            [program, "source", "add", "--no-test", "--allow-private", *urls], env=env, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return env, [program, "sync"], [program, "sync", "--all"]

    return figures(work, runs, prepare)


def newsboat(urls, work, runs, threads):
    def prepare(home):
        with open(f"{home}/urls", "w") as file:
            file.write("\n".join(urls))
        with open(f"{home}/config", "w") as file:
            file.write(f"reload-threads {threads}\n")
        argv = ["newsboat", "-u", f"{home}/urls", "-c", f"{home}/cache.db", "-C", f"{home}/config", "-x", "reload"]
        return {**os.environ, "HOME": home, "LC_ALL": "C.UTF-8"}, argv, argv

    return figures(work, runs, prepare)


def figure(values, unit="s"):
    return f"{statistics.median(values):.2f} {unit} ({min(values):.2f}–{max(values):.2f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=1_000)
    parser.add_argument("--items", type=int, default=20)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(options.feeds, options.items, there), daemon=True)
    server.start()
    port = here.recv()
    urls = [f"http://{HOSTS[n % len(HOSTS)]}:{port}/{n}.xml" for n in range(options.feeds)]
    with tempfile.TemporaryDirectory() as work:
        ours = utkik(urls, work, options.runs)
        print(f"utkik, {options.feeds} feeds of {options.items} items")
        report(ours)
        if shutil.which("newsboat"):
            for threads in (1, 20):
                theirs = newsboat(urls, work, options.runs, threads)
                print(f"newsboat, reload-threads {threads}")
                report(theirs)
                for name, index in (("first", 0), ("unchanged", 1)):
                    ratio = statistics.median(theirs[index]) / statistics.median(ours[index])
                    print(f"  {name}: utkik is {ratio:.1f} times as fast")
    server.terminate()


def report(result):
    first, again, peaks = result
    print(f"  first sync      {figure(first)}")
    print(f"  unchanged sync  {figure(again)}")
    print(f"  peak memory     {figure(peaks, 'MiB')}")


if __name__ == "__main__":
    main()
