"""Bare Debian systems in a folder, and commands run in them: as root, or as a person without rights and network."""

import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

PERSON, HOME = "tester", "/home/tester"
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
# A process table of its own, no network but its own loop, and a private view of the mounts.
APART = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "--ipc")
DISPLAY = ":77"
SCREEN = f"Xvfb {DISPLAY} -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 & sleep 3; export DISPLAY={DISPLAY}; "


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command said, its exit code and the seconds it took."""

    code: int
    out: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Root:
    """A system in a folder."""

    suite: str
    folder: Path

    def as_root(self, command: str, timeout: float = 1800.0) -> Ran:
        """Run a shell command with the machine's network, as an administrator does who installs."""
        return self._run(("--root", str(self.folder)), command, {"DEBIAN_FRONTEND": "noninteractive"}, "/root", timeout)

    def as_person(self, command: str, timeout: float = 900.0, **more: str) -> Ran:
        """Run a shell command as a person without rights, without any network."""
        options = ("--net", "--root", str(self.folder))
        switch = f"exec setpriv --reuid {PERSON} --regid {PERSON} --init-groups --no-new-privs sh -c '{command}'"
        return self._run(options, switch, {"LANG": "C.UTF-8", **more}, HOME, timeout)

    def _run(self, options: tuple[str, ...], command: str, more: dict[str, str], home: str, timeout: float) -> Ran:
        inside = f"mount -t proc proc /proc; mkdir -p /tmp/.X11-unix; chmod 1777 /tmp/.X11-unix; cd {home}; {command}"
        words = [*APART, *options, "env", "-i", f"PATH={PATH}", f"HOME={home}"]
        words += [*(f"{key}={value}" for key, value in more.items()), "sh", "-c", inside]
        begin = time.monotonic()
        try:
            ran = subprocess.run(
                words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=timeout
            )
        except subprocess.TimeoutExpired:
            return Ran(124, f"no end after {timeout:.0f} s", timeout)
        return Ran(ran.returncode, ran.stdout, time.monotonic() - begin)

    def paths(self) -> set[str]:
        """Return every path of the system but those of people, processes and devices."""
        skipped = ("proc", "sys", "dev", "home", "tmp", "run")
        tops = [path for path in self.folder.iterdir() if path.name not in skipped]
        return {str(path.relative_to(self.folder)) for top in tops for path in (top, *top.rglob("*"))}

    def bytes(self) -> int:
        """Return the bytes of all its files."""
        told = subprocess.run(["du", "-sxb", self.folder], capture_output=True, text=True, check=False).stdout
        return int(told.split()[0])


def make(suite: str, folder: Path, mirror: str, template: Path | None) -> Root:
    """Make a bare system: a copy of one that is there, else one of debootstrap's, from a mirror if it is named."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if template is not None:
        subprocess.run(["cp", "-a", f"{template}/.", str(folder)], check=True)
    else:
        words = ["debootstrap", "--variant=minbase", suite, str(folder), *([mirror] if mirror else [])]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
    root = Root(suite, folder)
    made = root.as_root(f"useradd --create-home --shell /bin/sh {PERSON}")
    assert made.code == 0, made.out
    return root


def pythons(root: Root) -> list[str]:
    """Return every Python of the system that is not part of our program."""
    found = [*root.folder.glob("usr/bin/python*"), *root.folder.glob("usr/local/bin/python*")]
    return [str(path.relative_to(root.folder)) for path in found if path.name != "python-argcomplete"]
