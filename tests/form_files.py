"""The file of a form as Google, Microsoft and LimeSurvey write it, with invented people."""

from collections.abc import Sequence

from rcdesk.app.desk import Desk
from rcdesk.domain.encuesta_leida import Respondida
from rcdesk.work.encuestas import encuesta_de_evaluacion
from rcdesk.work.resultados import ver_encuesta

PEOPLE = ("Rosa Elvira Cuero", "Yilmar Angulo", "Ana Milena Zuluaga", "Hernán Portocarrero")
MAILS = tuple(f"{name.split()[0].lower()}@puertosereno.example" for name in PEOPLE)


def written(value: str) -> str:
    return f'"{value}"' if "," in value or '"' in value else value


def csv(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(",".join(map(written, row)) for row in rows) + "\n"


ANSWERS: tuple[tuple[str, ...], ...] = (
    ("34", "Zona urbana", "Mujer", "Media", "no", "", "WhatsApp", "Clara y a tiempo", "Se entendió", "Adecuado",
     "Sí", "si", "Con cifras", "SI", "Facebook", "Excelente", "Bueno", "Sí.", "Me sirvió", "Las vías"),
    ("40 años", "Zona rural", "Hombre", "Primaria", "Sí", "JAC Piedra Clara", "Redes sociales", "Clara y a tiempo", "",
     "Adecuado", "Sí", "Sí", "", "Sí", "por redes", "exelente", "Excelente", "Sí", "", ""),
    ("27", "Zona urbana", "mujer", "Posgrado", "No", "", "Por la vecina", "Clara y a tiempo", "", "Adecuado",
     "Sí", "Sí", "", "No", "Facebook", "Bueno", "Muy buena", "No", "", "El agua"),
    ("", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""),
)  # fmt: skip
"""Four people that answer the survey of evaluation; the last one sent it blank."""


def google(many: int = 4) -> str:
    """Google Forms: a mark of time, the mail if the form asks for it, and a column for each question."""
    asked = [question.enunciado or "" for question in encuesta_de_evaluacion().preguntas]
    rows = [["Marca temporal", "Dirección de correo electrónico", *asked, "Nombre completo"]]
    for place in range(many):
        when = f"20/11/2026 15:{place // 60:02}:{place % 60:02}"
        who, answers = place % len(PEOPLE), ANSWERS[place % len(ANSWERS)]
        rows.append([when, MAILS[who], *answers, PEOPLE[who]])
    return csv(rows)


LIME = csv(
    (
        ("id", "submitdate", "lastpage", "startlanguage", "ipaddr", "Q01. ¿En qué zona vive?",
         "Q01[other]. ¿En qué zona vive? [Otro]", "Q02[SQ001]. ¿Dónde la vio? [Radio]",
         "Q02[SQ002]. ¿Dónde la vio? [WhatsApp]", "Q02[other]. ¿Dónde la vio? [Otro]", "Q03. ¿Cómo califica?"),
        ("1", "1980-01-01 00:00:00", "3", "es", "10.0.0.1", "Urbana", "", "Sí", "Sí", "", "Excelente"),
        ("2", "1980-01-01 00:00:00", "3", "es", "10.0.0.2", "Otro", "En la vereda", "No", "Sí", "La cartelera", "Malo"),
        ("3", "1980-01-01 00:00:00", "3", "es", "10.0.0.3", "Urbana", "", "No", "No", "", "Bueno"),
        ("4", "1980-01-01 00:00:00", "3", "es", "10.0.0.4", "Rural", "", "Sí", "No", "", "Bueno"),
        ("5", "1980-01-01 00:00:00", "3", "es", "10.0.0.5", "Rural", "", "Sí", "No", "", "Excelente"),
    )
)  # fmt: skip
MICROSOFT = (
    ("ID", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre", "¿Qué le interesó?", "¿Volvería?"),
    ("1", "11/20/26 10:41:00", "11/20/26 10:44:00", "anonymous", "", "Salud;Vías;", "Sí"),
    ("2", "11/20/26 10:42:00", "11/20/26 10:45:30", "anonymous", "", "Vías;", "Sí"),
    ("3", "11/20/26 10:43:00", "11/20/26 10:46:10", "anonymous", "", "Salud;", "No"),
)

MEDIA = {
    "Facebook": 6,
    "facebook": 4,
    "Por redes": 5,
    "por las redes sociales": 3,
    "Faceboock": 1,
    "Watsap": 2,
    "página web": 2,
    "Pagina Web.": 1,
    "No recuerdo": 1,
}
"""How 25 people say where they found it published: 19 of them in social networks."""


def answered_in(media: dict[str, int]) -> list[Respondida]:
    """An answer for each person, who found it published."""
    said = [text for text, many in media.items() for _ in range(many)]
    values = [{"publicacion_previa": "Sí", "medio_publicacion": text} for text in said]
    return [Respondida(f"2026-11-20T15:00:{place:02}-05:00", one) for place, one in enumerate(values)]


def question_key(desk: Desk, survey: str, codigo: str) -> str:
    """Return the key of the question of a survey with that code."""
    view = desk.ask(ver_encuesta, id=survey)
    assert view is not None
    return next(row.id for row in view.preguntas if row.pregunta.codigo == codigo)
