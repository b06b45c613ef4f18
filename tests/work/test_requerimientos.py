"""What is asked on paper of who owes something, and what goes on a calendar."""

import zipfile
from datetime import date
from email import message_from_bytes
from email.policy import SMTP
from io import BytesIO

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.render.docx import to_bytes as to_docx
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from rcdesk.store.schema import JOURNALED
from rcdesk.work.agenda import audiencia_ics, calendario_ics
from rcdesk.work.avances_de_compromiso import cambiar_responsables, correr_fecha
from rcdesk.work.borradores_de_correo import correos_de_requerimiento
from rcdesk.work.compromisos import corregir_compromiso
from rcdesk.work.estados_al_corte import estados_al
from rcdesk.work.requerimientos import (
    debidos_por_quien,
    documento_ficha,
    documento_mis_compromisos,
    documento_requerimientos,
)
from tests.bases import SEGUNDA

HOY = date(2026, 11, 20)


def test_each_who_owes_something_gets_a_letter_with_what_and_since_when(desk: Desk) -> None:
    made = desk.ask(documento_requerimientos, evidencias=desk.folder, hoy=HOY)
    words = to_text(made)
    late = [row for row in desk.ask(estados_al, corte=HOY) if row.lampara == "vencido"]
    assert len(late) > 2
    for row in late:
        for name in row.responsables:
            assert f"Requerimiento: {name}" in words
        assert row.que_hacer in words
        assert f"{-(row.dias or 0)} de mora" in words
    assert "viernes 27 de noviembre de 2026" in words
    assert to_bytes(made).startswith(b"%PDF-")  # and it conforms, as every PDF made in a test
    assert to_docx(made)
    alone = to_text(
        desk.ask(documento_requerimientos, evidencias=desk.folder, hoy=HOY, responsable="secretaria de gobierno")
    )
    assert alone.count("Requerimiento: ") == 1
    with pytest.raises(RuleError, match="no tiene compromisos vencidos"):
        desk.ask(documento_requerimientos, evidencias=desk.folder, hoy=HOY, responsable="Nadie")
    assert "No hay compromisos" in to_text(
        desk.ask(documento_requerimientos, evidencias=desk.folder, hoy=date(2026, 1, 2))
    )


def test_what_nobody_answers_for_is_told_apart(desk: Desk) -> None:
    late = next(row for row in desk.ask(estados_al, corte=HOY) if row.lampara == "vencido" and row.plan_id)
    desk.do(corregir_compromiso, id=late.id, valores={"responsables": (), "dependencia": None})
    words = to_text(desk.ask(documento_requerimientos, evidencias=desk.folder, hoy=HOY))
    assert "Sin responsable ni dependencia" in words
    assert late.que_hacer in words


def test_each_sheet_tells_its_totals(desk: Desk) -> None:
    made = desk.ask(documento_mis_compromisos, evidencias=desk.folder, hoy=HOY)
    words = to_text(made)
    rows = desk.ask(estados_al, corte=HOY)
    mine = [row for row in rows if "Secretaría de Gobierno" in row.responsables]
    assert (
        f"Compromisos: Secretaría de Gobierno\n\nComo están el 20 de noviembre de 2026. {len(mine)} compromisos: "
        in words
    )
    assert to_bytes(made)
    office = to_text(
        desk.ask(documento_mis_compromisos, evidencias=desk.folder, hoy=HOY, dependencia="Secretaría de Planeación")
    )
    assert office.count("Compromisos: ") == 1
    offices = desk.ask(documento_mis_compromisos, evidencias=desk.folder, hoy=HOY, por_dependencia=True)
    assert to_text(offices).count("Compromisos: ") == len({row.dependencia for row in rows})
    with pytest.raises(RuleError, match="no tiene compromisos"):
        desk.ask(documento_mis_compromisos, evidencias=desk.folder, hoy=HOY, responsable="Nadie")


def test_one_commitment_is_told_whole(desk: Desk) -> None:
    row = next(row for row in desk.ask(estados_al, corte=HOY) if row.preguntas and row.estado == "en_curso")
    desk.do(
        correr_fecha,
        id=row.id,
        valores={"nueva_fecha": "2026-12-15", "texto": "Falta la imprenta", "corte": "2026-11-19"},
    )
    desk.do(
        cambiar_responsables,
        id=row.id,
        valores={"responsables": ("Oficina Nueva",), "texto": "Cambió", "corte": "2026-11-19"},
    )
    made = desk.ask(documento_ficha, evidencias=desk.folder, hoy=HOY, compromiso_id=row.id)
    words = to_text(made)
    for said in (
        row.que_hacer,
        "(era ",
        "Falta la imprenta",
        "Nueva fecha: 15/dic/2026",
        "Responde: Oficina Nueva",
        "De dónde viene",
    ):
        assert said in words
    assert to_bytes(made)
    earlier = to_text(desk.ask(documento_ficha, evidencias=desk.folder, hoy=date(2026, 11, 18), compromiso_id=row.id))
    assert "Falta la imprenta" not in earlier
    with pytest.raises(RuleError):
        desk.ask(documento_ficha, evidencias=desk.folder, hoy=date(2020, 1, 1), compromiso_id=row.id)


def test_the_calendar_has_what_is_owed_and_names_no_citizen(desk: Desk) -> None:
    a = JOURNALED["asistentes"].c
    citizens = select(a.nombre).where(
        a.calidad == "ciudadano", a.nombre.is_not(None), a.autorizacion_otorgada.is_(False)
    )
    name = desk.ask(lambda connection: connection.scalar(citizens.limit(1)))
    owed = [
        row
        for row in desk.ask(estados_al, corte=HOY)
        if row.estado in ("pendiente", "en_curso") and row.dias is not None
    ]
    one = next(row for row in owed if row.audiencia_id and not row.trasladado)
    desk.do(corregir_compromiso, id=one.id, valores={"que_hacer": f"Responderle a {name}"})
    data = desk.ask(calendario_ics, hoy=HOY).replace(b"\r\n ", b"").decode()
    assert f"UID:compromiso-{one.id}@rcdesk" in data
    assert "Responderle a [nombre reservado]" in data
    assert str(name) not in data
    assert data.count("BEGIN:VEVENT") == 2 + sum(not row.trasladado for row in owed)
    assert desk.ask(audiencia_ics, codigo=SEGUNDA, hoy=HOY).count(b"BEGIN:VEVENT") == 1


def test_each_who_owes_something_gets_a_mail_with_the_letter_and_its_dates(desk: Desk) -> None:
    owed = desk.ask(debidos_por_quien, hoy=HOY)
    data = desk.ask(correos_de_requerimiento, evidencias=desk.folder, hoy=HOY)
    assert data == desk.ask(correos_de_requerimiento, evidencias=desk.folder, hoy=HOY)
    with zipfile.ZipFile(BytesIO(data)) as file:
        mails = [message_from_bytes(file.read(name), policy=SMTP) for name in file.namelist()]
    assert len(mails) == len(owed)
    for mail, (name, rows) in zip(mails, owed.items(), strict=True):
        assert (mail["To"], mail["Bcc"], mail["X-Unsent"]) == (None, None, "1")
        assert name in mail["Subject"]
        body = mail.get_body()
        assert body is not None
        assert body.get_content().startswith(f"{name}:")
        letter, dates = (part.get_content() for part in mail.iter_attachments())
        assert letter.startswith(b"%PDF-")
        assert dates.count("BEGIN:VEVENT") == len(rows)
    with pytest.raises(RuleError, match="no hay a quién"):
        desk.ask(correos_de_requerimiento, evidencias=desk.folder, hoy=date(2026, 1, 2))
