"""The PDF files of approved actas: made off the GUI thread, then sealed; made again when the program ended between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rcdesk.app.progress import Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.telling import Telling, silent
from rcdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.work.sellado import Sellado


def seal(
    owner: QObject,
    desk: Desk,
    tasks: Tasks,
    versions: Sequence[str],
    *,
    done: Callable[[int], object],
    failed: Callable[[BaseException], object],
    advanced: Telling = silent,
) -> None:
    """Make and seal the files of these versions; `done` is told how many.

    `failed` is told what went wrong, a refusal or a bug: the approval stands whatever happens here.
    """
    from rcdesk.work.aprobacion import sellar_acta
    from rcdesk.work.sellado import hacer_pdf

    def job(progress: Progress) -> list[tuple[str, Sellado]]:
        return [
            (version, desk.ask(hacer_pdf, version_id=version, evidencias=desk.folder, avance=progress))
            for version in versions
        ]

    def sealed(made: list[tuple[str, Sellado]]) -> None:
        try:
            for version, files in made:
                desk.do(sellar_acta, version_id=version, pdf=files.pdf, pdf_publico=files.pdf_publico)
        except (RuleError, StoreError) as error:
            failed(error)
        else:
            done(len(made))

    tasks.run(owner, job, done=sealed, failed=failed, advanced=advanced)
