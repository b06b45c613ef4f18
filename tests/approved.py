"""An acta approved as its screen does it: the copy sent, the approval, and its two files sealed."""

from rcdesk.app.desk import Desk
from rcdesk.work.aprobacion import aprobar_acta, enviar_a_revision, sellar_acta
from rcdesk.work.sellado import hacer_pdf


def approve_and_seal(desk: Desk, audiencia_id: str) -> str:
    """Approve the acta of a hearing, seal its PDF files, and return the key of the version."""
    desk.do(enviar_a_revision, audiencia_id=audiencia_id)
    done = desk.do(aprobar_acta, audiencia_id=audiencia_id, hoy="2026-11-20", evidencias=desk.folder)
    made = desk.ask(hacer_pdf, version_id=done.version_id, evidencias=desk.folder)
    desk.do(sellar_acta, version_id=done.version_id, pdf=made.pdf, pdf_publico=made.pdf_publico)
    return done.version_id
