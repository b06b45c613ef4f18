"""A survey with single answers, with a question of each kind."""

from __future__ import annotations

from rcdesk.domain import registro as r

EDADES = (15, 17, 22, 24, 25, 31, 33, 38, 41, 44, 52, 58, 63, 70)


def encuesta_individual() -> r.Audiencia:
    """Fourteen people; some leave a question blank, and «No responde» and «N.A.» are no option."""
    respuestas = tuple(
        r.RespuestaEncuesta(
            valores={
                "edad": edad,
                "medio": ("Radio", "Afiche") if n % 2 else ("Radio",),
                "clara": n != 3,
                "nota": "Excelente" if n < 9 else "Buena" if n < 12 else "No responde",
                "porque": f"Motivo {n % 8}" if n % 3 else None,
                "nadie": None,
            }
        )
        for n, edad in enumerate(EDADES)
    )
    return r.Audiencia(
        codigo="rdc-2026-5",
        nombre="Audiencia con encuesta",
        encuestas=(
            r.Encuesta(
                codigo="e",
                titulo="Encuesta de salida",
                url="https://example.org/e",
                preguntas=_preguntas(),
                respuestas=respuestas,
            ),
        ),
    )


def _preguntas() -> tuple[r.PreguntaEncuesta, ...]:
    return (
        r.PreguntaEncuesta(codigo="edad", tipo="numero"),
        r.PreguntaEncuesta(
            codigo="medio", enunciado="¿Cómo se enteró?", tipo="multiple", opciones=("Afiche", "Radio", "Web")
        ),
        r.PreguntaEncuesta(codigo="clara", enunciado="¿Fue clara?", tipo="si_no", opciones=("Sí", "No")),
        r.PreguntaEncuesta(
            codigo="nota",
            enunciado="¿Cómo la califica?",
            tipo="ordinal",
            opciones=("Excelente", "Buena", "Mala"),
            condicion=r.Condicion(pregunta="clara", es=("Sí",)),
            analisis=(r.Figura(fuente="Encuesta de salida"), r.Parrafo(texto="La mayoría la calificó bien.")),
        ),
        r.PreguntaEncuesta(codigo="porque", enunciado="¿Por qué?", tipo="texto"),
        r.PreguntaEncuesta(codigo="nadie", enunciado="¿Algo más?", tipo="texto"),
    )


def encuesta_contada() -> r.Audiencia:
    """Counts typed from a paper form: one person's option is not told, and a question has no answers at all."""
    return r.Audiencia(
        codigo="rdc-2026-6",
        encuestas=(
            r.Encuesta(
                titulo="Encuesta en papel",
                introduccion=(r.Parrafo(texto="Se recogieron diez formularios."),),
                preguntas=(
                    r.PreguntaEncuesta(
                        codigo="barrio",
                        tipo="unica",
                        opciones=("Centro", "Norte", "Sur"),
                        respondieron=10,
                        resultados=(r.Resultado(opcion="Norte", cantidad=6), r.Resultado(opcion="Centro", cantidad=3)),
                    ),
                    r.PreguntaEncuesta(codigo="volveria", enunciado="¿Volvería?", tipo="si_no", opciones=("Sí", "No")),
                    r.PreguntaEncuesta(
                        codigo="ideas", enunciado="Ideas", tipo="texto", muestra=("Más sillas", "Sombra")
                    ),
                ),
                cierre=(r.Parrafo(texto="Los formularios quedan en el expediente."),),
            ),
            r.Encuesta(titulo="Encuesta sin aplicar", preguntas=()),
        ),
    )
