"""A year of a strategy: planned, followed, told in two hearings and in reports whose past no later advance changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from rcdesk.app.desk import Desk
from rcdesk.cli import main
from rcdesk.domain.cifras import resumen
from rcdesk.domain.errors import RuleError
from rcdesk.render.text import to_text
from rcdesk.work.aprobacion import aprobar_acta, enviar_a_revision
from rcdesk.work.audiencias import cambiar_estado, crear_audiencia
from rcdesk.work.avances_de_actividad import programar_periodo
from rcdesk.work.avances_de_actividad import registrar_avance as avanzar_actividad
from rcdesk.work.avances_de_compromiso import correr_fecha, registrar_avance_de_compromiso, trasladar_compromiso
from rcdesk.work.compromisos import crear_compromiso, listar_compromisos
from rcdesk.work.compromisos_al_corte import listar_compromisos_al
from rcdesk.work.cronograma import agregar_actividad, corregir_actividad
from rcdesk.work.documentos import documento_acta
from rcdesk.work.formatos import agregar_formato, listar_formatos
from rcdesk.work.gather import reunir
from rcdesk.work.informes import documento_informe
from rcdesk.work.inicio import ver_inicio
from rcdesk.work.lineas import agregar
from rcdesk.work.planes import crear_plan, listar_planes
from rcdesk.work.preguntas import convertir_en_compromiso, registrar_pregunta, responder_pregunta
from rcdesk.work.vista_de_plan import ver_cronograma
from tests.bases import open_desk

PLAN: Final = "estrategia-rdc-2026"
CORTES: Final = (date(2026, 5, 31), date(2026, 8, 31), date(2026, 12, 31))
CLASES: Final = ("compromisos", "cumplimiento", "estrategia")
REASON: Final = "Las veedurías pidieron más talleres."


@dataclass
class Year:
    """A desk whose clock is moved by hand, and what its reports said on each cut."""

    folder: Path
    now: date = date(2026, 1, 13)
    ticks: int = 0
    told: dict[tuple[str, date], str] = field(default_factory=dict)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.desk = open_desk(self.folder, clock=self._clock)

    def _clock(self) -> int:
        self.ticks += 1
        noon = datetime(self.now.year, self.now.month, self.now.day, 17, tzinfo=UTC)
        return int(noon.timestamp()) * 10**9 + self.ticks * 10**6

    def on(self, day: str) -> Desk:
        """Go on to a day."""
        assert date.fromisoformat(day) >= self.now
        self.now = date.fromisoformat(day)
        return self.desk

    def report(self, clase: str, corte: date) -> str:
        """The words of a report at a cut, as the base tells it now."""
        document = self.desk.ask(
            documento_informe,
            clase=clase,
            plan=None if clase == "compromisos" else PLAN,
            corte=corte,
            evidencias=self.folder,
            hoy=self.now,
        )
        return to_text(document)

    def tell(self) -> None:
        """Keep what every report says today."""
        for clase in CLASES:
            self.told[clase, self.now] = self.report(clase, self.now)


@dataclass
class Promises:
    """What was promised in the first hearing, and the activity that is followed."""

    tables: str
    first: str
    lamps: str
    bridge: str
    hearings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hearings.append(self.first)


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Year]:
    """An office with nothing yet, in January."""
    found = Year(tmp_path / "Anio.rcdesk")
    yield found
    found.desk.close()


def planned(year: Year) -> dict[str, str]:
    """Make the plan of the year, and return its activities by name."""
    desk = year.on("2026-01-13")
    values = {"codigo": PLAN, "nombre": "Estrategia de rendición de cuentas 2026", "tipo": "estrategia_rdc"}
    plan = desk.do(crear_plan, valores={**values, "vigencia": 2026})
    stage = desk.do(agregar["componentes"], valores={"nombre": "Ejecución", "clase": "etapa"}, plan_id=plan)
    made = {}
    for name, dates, goals in (
        (
            "Mesas de diálogo",
            ["2026-03-25", "2026-06-24", "2026-09-23"],
            {"2026-T1": "1", "2026-T2": "1", "2026-T3": "1"},
        ),
        ("Talleres con veedurías", ["2026-05-20"], {"2026-T2": "20"}),
    ):
        key = made[name] = desk.do(agregar_actividad, componente_id=stage, nombre=name)
        desk.do(corregir_actividad, id=key, valores={"fechas": dates, "responsables": ["Oficina de Planeación"]})
        for period, goal in goals.items():
            desk.do(programar_periodo, actividad_id=key, periodo=period, programado=goal)
    return made


def advanced(year: Year, activity: str, done: str, said: str, **more: str) -> None:
    values = {"corte": year.now.isoformat(), "ejecutado": done, "texto": said, **more}
    year.desk.do(avanzar_actividad, actividad_id=activity, hoy=year.now.isoformat(), valores=values)


def held(year: Year, day: str, code: str, asked: str, promise: str) -> tuple[str, str]:
    """Hold a hearing where somebody asks and is promised something; return its key and that of the commitment."""
    desk = year.on(day)
    values = {"codigo": code, "nombre": f"Audiencia {code}", "plan": PLAN, "fecha": day, "modalidad": "presencial"}
    hearing = desk.do(crear_audiencia, valores=values, lugar="Coliseo")
    question = desk.do(
        registrar_pregunta, audiencia_id=hearing, texto=asked, valores={"acciones_a_desarrollar": promise}
    )
    desk.do(responder_pregunta, id=question, texto="Lo haremos.", modo="en_vivo")
    return hearing, desk.do(convertir_en_compromiso, id=question)


def approved(year: Year, hearing: str) -> None:
    desk = year.desk
    for state in ("convocada", "en_curso", "cerrada"):
        desk.do(cambiar_estado, id=hearing, estado=state, hoy=year.now.isoformat(), hora="10:00")
    entity = desk.ask(listar_formatos, hoy=year.now.isoformat())
    if not entity:
        desk.do(
            agregar_formato,
            valores={"tipo_documental": "ACTA", "codigo": "GA-01", "version": "1", "numeracion": "110.{n}"},
        )
    desk.do(enviar_a_revision, audiencia_id=hearing)
    desk.do(aprobar_acta, audiencia_id=hearing, hoy=year.now.isoformat(), evidencias=year.folder)


def acta(year: Year, code: str) -> str:
    return to_text(year.desk.ask(documento_acta, codigo=code, evidencias=year.folder))


def test_a_year_is_told_in_two_hearings_and_three_cuts_that_nothing_later_changes(
    year: Year, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    promises = until_may(year, *planned(year).values())
    until_august(year, promises)
    frozen = until_december(year, promises)
    assert year.told.keys() == {(clase, corte) for clase in CLASES for corte in CORTES}
    for (clase, corte), words in year.told.items():
        assert year.report(clase, corte) == words, (clase, corte)
    assert acta(year, "rdc-2026-2") == frozen
    early = year.told["cumplimiento", CORTES[0]]
    assert "145 %" in early and REASON in early
    agrees(year, promises)

    year.desk.close()
    pdf = tmp_path / "compromisos.pdf"
    order = ["informe", "compromisos", "--base", str(year.folder), "--corte", "2026-05-31", "--pdf", str(pdf)]
    assert main(order) == 0 and pdf.read_bytes().startswith(b"%PDF")
    assert "página" in capsys.readouterr().out


def until_may(year: Year, tables: str, workshops: str) -> Promises:
    """The first hearing and what followed it."""
    year.on("2026-03-25")
    advanced(year, tables, "1", "Mesa de La Honda: 36 personas.")
    first, lamps = held(year, "2026-04-15", "rdc-2026-1", "¿Cuándo arreglan las luminarias?", "Reponer las luminarias")
    desk = year.desk
    values = {"que_hacer": "Reparar el puente de la vereda", "responsables": ["Obras"], "fecha": "2026-06-30"}
    bridge = desk.do(crear_compromiso, audiencia_id=first, valores=values)
    received = {"corte": "2026-04-15", "avance": "0", "texto": "Recibido en la audiencia."}
    desk.do(registrar_avance_de_compromiso, id=lamps, valores=received)
    approved(year, first)
    assert "compromisos anteriores" not in acta(year, "rdc-2026-1").lower()

    year.on("2026-05-20")
    advanced(year, workshops, "29", "Talleres de los corregimientos.", justificacion=REASON)
    with pytest.raises(RuleError, match="todavía no llega"):
        desk.do(
            registrar_avance_de_compromiso,
            id=lamps,
            valores={"corte": "2026-06-01", "avance": "50", "texto": "Se adelanta."},
        )
    desk.do(
        registrar_avance_de_compromiso,
        id=lamps,
        valores={"corte": "2026-05-20", "avance": "40", "texto": "Contratada."},
    )
    year.on("2026-05-31")
    year.tell()
    return Promises(tables, first, lamps, bridge)


def until_august(year: Year, promises: Promises) -> None:
    """One promise is put off, another is met, and a table is not held."""
    desk = year.on("2026-07-03")
    moved = {"corte": "2026-07-03", "nueva_fecha": "2026-10-30", "texto": "El invierno cerró la vía."}
    desk.do(correr_fecha, id=promises.bridge, valores=moved)
    year.on("2026-07-10")
    met = {"corte": "2026-07-10", "avance": "100", "texto": "42 luminarias.", "estado": "cumplido"}
    desk.do(registrar_avance_de_compromiso, id=promises.lamps, valores=met)
    year.on("2026-08-31")
    advanced(year, promises.tables, "0", "La mesa de junio se aplazó por derrumbe.", periodo="2026-T2")
    year.tell()


def until_december(year: Year, promises: Promises) -> str:
    """The second hearing tells what came before it, and keeps telling that; return its acta."""
    second, clinic = held(year, "2026-09-23", "rdc-2026-2", "¿Habrá médico en el puesto?", "Llevar médico al puesto")
    promises.hearings.append(second)
    advanced(year, promises.tables, "1", "Mesa de El Mirador.")
    told = acta(year, "rdc-2026-2")
    assert "compromisos anteriores" in told.lower()
    assert "Reparar el puente de la vereda" in told and "El invierno cerró la vía." in told
    approved(year, second)
    frozen = acta(year, "rdc-2026-2")

    desk = year.on("2026-11-12")
    desk.do(trasladar_compromiso, id=clinic, entidad="Gobernación", fecha="2026-11-12")
    done = {"corte": "2026-11-12", "avance": "100", "texto": "Se entregó.", "estado": "cumplido"}
    desk.do(registrar_avance_de_compromiso, id=promises.bridge, valores=done)
    year.on("2026-12-31")
    year.tell()
    return frozen


def agrees(year: Year, promises: Promises) -> None:
    """Every place that tells the end of the year says the same."""
    desk, end = year.desk, CORTES[-1]
    listed = desk.ask(listar_compromisos_al, corte=end)
    states: dict[str, Any] = {row.que_hacer: row.lampara for row in listed.filas}
    assert sorted(states.values()) == ["cumplido", "cumplido", "trasladado"]
    own = [row for key in promises.hearings for row in desk.ask(listar_compromisos, audiencia_id=key)]
    assert len(own) == len(listed.filas) == listed.cifras.total == 3
    start = desk.ask(ver_inicio, hoy=end.isoformat())
    assert (start.cumplidos, start.compromisos) == (listed.cifras.cumplidos, listed.cifras.a_cargo)
    figures: Any = resumen(desk.ask(reunir))["planes"]
    plan = desk.ask(ver_cronograma, plan_id=desk.ask(listar_planes)[0].id, corte=end.isoformat())
    assert plan is not None
    assert (plan.programado, plan.ejecutado) == (figures[PLAN]["programado"], figures[PLAN]["ejecutado"])
    assert f"{figures[PLAN]['cumplimiento']}".replace(".", ",")[:3] in year.told["cumplimiento", end]
