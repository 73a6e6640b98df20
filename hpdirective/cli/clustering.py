"""Plans checked by a dask cluster: read here, sent in chunks of which few are under way at once, and what was found given in order.

What the cluster leaves undone is done here, so that the report is the same: when its workers or its scheduler are gone, or a chunk is the
death of one worker after another.
"""

import logging
import os
import time
import warnings
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hpdirective.checking import Examined
from hpdirective.cli.looking import Opened, Place, Results, found_in, opened
from hpdirective.cli.opening import Desk
from hpdirective.cli.output import complain, followed
from hpdirective.cli.speech import said
from hpdirective.disk import NotUsable
from hpdirective.packing import unpack
from hpdirective.sending import Charge, OtherProgram, Plan, program
from hpdirective.words import Text

if TYPE_CHECKING:
    from distributed import Client, Future

_CHUNK = 16  # plans sent at once: half a megabyte or so
_ANSWER = 5  # seconds that a scheduler has to answer
_PATIENCE = 10  # seconds that a cluster without workers is waited for: they may be started again
_LOOK = 1  # seconds between two looks at whether there are workers
# Words, not a function: to read that, scheduler and worker would need to have it, and one without it would die instead of saying so.
_TASK = "__import__('hpdirective.sending', fromlist=['']).examined_there(sender, charge, plans)"

Answers = list[bytes | None]
"""What was found in each plan of a chunk, packed; None for one that is to be looked at here."""


def looked_at_afar(
    desk: Desk, places: Sequence[Place], results: Results | None, address: str
) -> Iterator[Examined]:
    """Give what was found in plan after plan, in their order, by the workers of the scheduler at an address such as “dask://host:8786”.

    Raises NotUsable where distributed is not installed, the scheduler does not answer, or a worker runs another program than this one.
    """
    charge = Charge(desk.decided, desk.settings, desk.today).seal()
    chunks = [places[at : at + _CHUNK] for at in range(0, len(places), _CHUNK)]
    with _joined(address) as client:
        cluster = _Cluster(client, charge)
        under_way: deque[_Chunk] = deque()
        for chunk in followed(chunks):
            under_way.append(_Chunk([opened(desk, place) for place in chunk], results, cluster))
            if len(under_way) > cluster.most:
                yield from under_way.popleft().examined(desk)
        while under_way:
            yield from under_way.popleft().examined(desk)


class _Chunk:
    """Some plans that are open; those with no result from before are on their way."""

    def __init__(self, plans: list[Opened], results: Results | None, cluster: "_Cluster") -> None:
        self._plans, self._results, self._cluster = plans, results, cluster
        self._sent = {
            at: (plan.name, plan.raw)
            for at, plan in enumerate(plans)
            if isinstance(plan.raw, bytes) and not (results and results.holds(plan))
        }
        self._future = cluster.send(list(self._sent.values()))

    def examined(self, desk: Desk) -> Iterator[Examined]:
        """Give what was found in each, when it has come back; what was not sent, or not answered, is found here."""
        answers = dict(zip(self._sent, self._cluster.answers(self._future), strict=False))
        for at, plan in enumerate(self._plans):
            answer = answers.get(at)
            if answer is None:
                yield found_in(desk, plan, self._results)
                continue
            found = unpack(answer)
            if self._results:
                self._results.keep(plan, found)
            yield found


class _Cluster:
    """The workers of a scheduler, until they are lost."""

    def __init__(self, client: "Client", charge: bytes) -> None:
        self._client = client
        self._workers_seen = time.monotonic()
        self._lost = False
        # A task like the others, not data that is laid out beforehand: what a worker takes with it when it dies is then made again.
        self._charge = client.submit(bytes, charge, pure=False)
        self.most = 0  # chunks under way
        self._look_for_workers()

    def send(self, plans: list[Plan]) -> "Future[Answers] | None":
        """Put plans on their way; None where there are none, or nobody to send them to."""
        if plans and not self._lost:
            try:
                given = {"sender": program(), "charge": self._charge, "plans": plans}
                return self._client.submit(eval, _TASK, given, pure=False)
            except _gone():
                self._give_up()
        return None

    def answers(self, future: "Future[Answers] | None") -> Answers:
        """Wait for what was found; nothing where there is nobody left to find it."""
        from distributed.scheduler import KilledWorker

        while future and not self._lost:
            try:
                return future.result(timeout=_LOOK)
            except TimeoutError:
                self._look_for_workers()
            except KilledWorker:
                break
            except OtherProgram as other:
                raise _other_program(other) from None
            except ImportError as error:
                raise _no_program(error) from None
            except _gone():
                self._give_up()
        return []

    def _look_for_workers(self) -> None:
        try:
            workers = self._client.nthreads()
            self.most = 2 * sum(workers.values()) + 1  # of each, one at work and one waiting
            if workers:
                self._workers_seen = time.monotonic()
        except _gone():
            self._give_up()
        if time.monotonic() - self._workers_seen > _PATIENCE:
            self._give_up()

    def _give_up(self) -> None:
        if not self._lost:
            complain(
                said(
                    "hpd: cụm máy tính không còn tiến trình nào; phần còn lại được kiểm tra tại máy này\n",
                    "hpd: the cluster has no worker left; the rest is checked on this machine\n",
                )
            )
        self._lost = True


def _gone() -> tuple[type[Exception], ...]:
    """Give the errors that say that the scheduler is gone."""
    from distributed.client import ClosedClientError

    return (OSError, CancelledError, ClosedClientError)


def _no_program(error: ImportError) -> NotUsable:
    return NotUsable(
        Text(
            vi=f"một máy của cụm không nạp được hpdirective ({error}); cài cùng một bản trên mọi máy",
            en=f"a machine of the cluster cannot load hpdirective ({error}); install the same on all",
        )
    )


def _other_program(other: OtherProgram) -> NotUsable:
    there = ", ".join(f"{part} {there}" for part, there, _ in other.differs)
    here = ", ".join(f"{part} {here}" for part, _, here in other.differs)
    return NotUsable(
        Text(
            vi=f"máy “{other.machine}” của cụm chạy chương trình khác: ở đó {there}, ở đây {here}; cài cùng một bản trên mọi máy",
            en=f"the machine “{other.machine}” of the cluster runs another program: there {there}, here {here}; install the same on all",
        )
    )


@contextmanager
def _joined(address: str) -> Iterator["Client"]:
    with _quiet():
        try:
            import dask
            from distributed import Client
        except ModuleNotFoundError as error:
            raise NotUsable(
                Text(
                    vi="--executor cần gói bổ sung: pip install 'hpdirective[cluster]'",
                    en="--executor needs an extra: pip install 'hpdirective[cluster]'",
                )
            ) from error
        with dask.config.set({"distributed.comm.timeouts.connect": f"{_ANSWER}s"}):
            calling = ThreadPoolExecutor(
                1
            )  # one that takes the call and is silent is waited for without end
            try:
                call = calling.submit(Client, _tcp(address), timeout=_ANSWER, set_as_default=False)
                client = call.result(timeout=_ANSWER)
            except Exception as error:  # whatever it is that answers there
                kind = type(error).__name__
                raise NotUsable(
                    Text(
                        vi=f"bộ điều phối dask tại {address} không trả lời ({kind})",
                        en=f"no dask scheduler answers at {address} ({kind})",
                    )
                ) from None
            finally:
                calling.shutdown(wait=False)
            try:
                yield client
            finally:
                with suppress(Exception):  # it may be gone; what it was asked for is here
                    client.close(timeout=_ANSWER)


def _tcp(address: str) -> str:
    """Give an address as dask itself writes it."""
    return f"tcp{address.removeprefix('dask')}"


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what dask says to its own developers off standard error; HPD_TRACEBACK=1 lets it through."""
    if os.environ.get("HPD_TRACEBACK"):
        yield
        return
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
