"""An existing Dask cluster as a place to run chunks: the one door of the program to the network, opened on request."""

import importlib
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any

from dealbuilder import paths
from dealbuilder.analysis.explore.running import Answer
from dealbuilder.analysis.explore.task import Order, work
from dealbuilder.errors import DealError, Words, reason

CONNECTING = 15.0
"""Seconds to wait for the scheduler."""
PATIENCE = 60.0
"""Seconds without a single worker after which the cluster counts as lost."""
TRIES = 3
"""Times a chunk is tried whose workers died."""
AHEAD = 2
"""Chunks that a worker's thread has before it, so that it never waits for the network."""
LEAST = 4
"""Fewest chunks on their way."""

AGAIN = "Run the same command again when the cluster is back, or with `--executor local`."
AGAIN_ZH = "请在集群恢复后重新运行同一命令，或以 `--executor local` 运行。"


class Cluster:
    """A connected Dask cluster."""

    def __init__(self, client: Any, address: str, question: str, stamps: str) -> None:
        self._client = client
        self._address = address
        # Without `pure`, equal questions of two people never share a key.
        self._executor: Executor = client.get_executor(pure=False)
        self._shared = question, stamps
        self._threads = 0
        self._seen = time.monotonic()
        self.watch()

    def send(self, asked: Order) -> "Future[Answer]":
        """Begin a chunk on any worker."""
        try:
            return self._executor.submit(work, *self._shared, asked)
        except (OSError, RuntimeError) as error:
            raise self._lost() from error

    def room(self) -> int:
        """Return how many chunks may be on their way at a time."""
        return max(LEAST, AHEAD * self._threads)

    def watch(self) -> None:
        """Look which workers are there; raise DealError if the scheduler is gone or no worker came for a while."""
        try:
            workers = self._client.nthreads() if self._client.status == "running" else None
        except Exception as error:  # whatever a broken connection raises
            raise self._lost() from error
        if workers is None:
            raise self._lost()
        now = time.monotonic()
        if workers:
            self._threads, self._seen = sum(workers.values()), now
        elif now - self._seen > PATIENCE:
            raise DealError(
                f"The cluster at {self._address} has had no worker for {PATIENCE:.0f} seconds.",
                AGAIN,
                zh=f"{self._address} 上的集群已有 {PATIENCE:.0f} 秒没有工作进程。",
                zh_hint=AGAIN_ZH,
            )

    def again(self, error: BaseException, tries: int) -> bool:
        """Return whether a failed chunk goes to another worker; raise DealError where the user can mend it."""
        if isinstance(error, CancelledError | OSError):
            raise self._lost() from error
        if isinstance(error, ModuleNotFoundError | AttributeError | ImportError):
            raise DealError(
                f"A worker cannot load the model ({error}).",
                "Install this version of dealbuilder with its `dask` extra on every worker.",
                zh=f"有一个工作进程无法载入模型（{reason(error).zh}）。",
                zh_hint="请在每个工作进程上安装本版本的 dealbuilder，并带上其 `dask` 附加组件。",
            ) from error
        if type(error).__name__ == "KilledWorker":
            if tries < TRIES:
                return True
            raise DealError(
                "Workers died again and again over the same chunk.",
                "Give them more memory or ask for smaller chunks (`--chunk`) in another folder.",
                zh="工作进程在同一块上反复中止。",
                zh_hint="请给它们更多内存，或在另一个文件夹中改用较小的块（`--chunk`）。",
            ) from error
        return False

    def strange(self, why: Words) -> Exception:
        """Return the error for a worker whose figures would not be ours."""
        return DealError(
            f"A worker would not give the same figures: {why}.",
            "Install the same dealbuilder on every worker, or run with `--executor local`.",
            zh=f"有一个工作进程给出的数字会与本机不同：{why.zh}。",
            zh_hint="请在每个工作进程上安装同一版本的 dealbuilder，或以 `--executor local` 运行。",
        )

    def _lost(self) -> DealError:
        return DealError(
            f"The cluster at {self._address} is lost.",
            AGAIN,
            zh=f"与 {self._address} 上的集群失去联系。",
            zh_hint=AGAIN_ZH,
        )


@contextmanager
def cluster(address: str, question: str, stamps: str) -> Iterator[Cluster]:
    """Connect to the scheduler of a cluster, which stays when the block ends; raise DealError if it does not answer."""
    client_type = _distributed().Client
    client = None
    try:
        client = client_type(address, timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError, TypeError, ImportError) as error:
        raise DealError(
            f"No Dask scheduler answers at “{address}”.",
            "Give its address, such as --scheduler tcp://host:8786.",
            zh=f"“{address}”处没有 Dask 调度器应答。",
            zh_hint="请给出其地址，例如 --scheduler tcp://host:8786。",
        ) from error
    try:
        yield Cluster(client, address, question, stamps)
    finally:
        # A scheduler that is gone cannot be told good-bye.
        with suppress(Exception):
            client.close(timeout=2)


def _distributed() -> ModuleType:
    # Named, not imported: nobody else may open a socket (law 9), and the extra may not be installed.
    try:
        return importlib.import_module("distributed")
    except ModuleNotFoundError as error:
        hint, zh_hint = paths.remedy("dask")
        raise DealError(
            "Dask is not installed, so no cluster can be asked.",
            hint,
            zh="没有安装 Dask，因此无法使用集群。",
            zh_hint=zh_hint,
        ) from error
