"""A hearing of the example put on air at the hour of the tests, with people in and questions in every state."""

from typing import Any, Final

from rcdesk.app.desk import Desk
from rcdesk.work.asistentes import registrar_asistente, registrar_llegada
from rcdesk.work.audiencias import cambiar_estado, editar_audiencia
from rcdesk.work.lineas import agregar
from rcdesk.work.preguntas import (
    agrupar,
    anular_pregunta,
    aprobar,
    declarar_improcedente,
    registrar_pregunta,
    responder_en_vivo,
    responder_pregunta,
)
from tests.people import listar_asistentes

TODAY: Final = "2026-11-20"

QUESTIONS: Final = (
    (
        "¿Cuántas cámaras de la zona norte están funcionando y quién las revisa de noche?",
        "Aleida Mosquera",
        "Seguridad",
    ),
    ("¿Para cuándo queda la placa huella de la vereda El Mirador, si ya se firmó el contrato?", "Sigifredo Tombé", ""),
    ("¿Qué ruta debe seguir una mujer que pide medida de protección un domingo?", "Yurany Castaño", "Mujer y equidad"),
    ("¿Por qué el plan de alumbrado va en 48 % si el año ya se está acabando?", "Rosalba Ocampo", "Servicios públicos"),
    ("¿Cuánta plata de cooperación llegó este año y en qué se gastó?", "Edinson Caicedo", "Cooperación y alianzas"),
    ("¿Cuándo vuelve el médico al puesto de salud de La Honda? Llevamos tres meses esperando.", "Luz Perdomo", "Salud"),
    ("¿Por qué quitaron la ruta de las 5 de la mañana que servía al barrio Los Almendros?", "Hernán Bolaños", ""),
    ("¿Es cierto que la caseta comunal la van a entregar en arriendo a un privado?", "anónimo", ""),
    ("¿Y el alumbrado de la calle 12? Lo mismo que preguntó la señora.", "Marisol Quiñones", "Servicios públicos"),
    ("Felicito a la orquesta.", "Wilmer Hurtado", ""),
    ("¿El transporte escolar de la zona rural arranca desde el primer día de clases?", "Gloria Pabón", "Educación"),
    ("¿Por qué el Gobierno nacional no baja la gasolina?", "Fabio Trujillo", ""),
)


def put_on_air(desk: Desk, audiencia_id: str) -> list[str]:
    """Start the hearing at 09:00 of the day of the tests, planned until 11:00, and return the keys of its questions."""
    values: dict[str, Any] = {"fecha": TODAY, "hora_inicio_programada": "09:00", "hora_fin_programada": "11:00"}
    desk.do(editar_audiencia, id=audiencia_id, valores=values)
    desk.do(cambiar_estado, id=audiencia_id, estado="en_curso", hoy=TODAY, hora="09:00")
    keys = []
    for place, (texto, autor, tema) in enumerate(QUESTIONS):
        channel = ("verbal_en_sala", "chat_en_vivo", "formulario_en_sala")[place % 3]
        known: dict[str, object] = {"tema": tema, "canal": channel}
        keys.append(desk.do(registrar_pregunta, audiencia_id=audiencia_id, texto=texto, autor=autor, valores=known))
    for key in (*keys[:7], keys[10]):
        desk.do(aprobar, id=key)
    desk.do(responder_pregunta, id=keys[1], texto="La placa huella queda en marzo de 2027.", modo="en_vivo")
    desk.do(responder_en_vivo, id=keys[0])
    desk.do(responder_en_vivo, id=keys[2])
    desk.do(agrupar, id=keys[8], principal=keys[3])
    desk.do(anular_pregunta, id=keys[9], motivo="No es una pregunta")
    desk.do(declarar_improcedente, id=keys[11], razon="Es del orden nacional")
    return keys


def let_people_in(desk: Desk, audiencia_id: str) -> None:
    """Check in who was prepared for the hearing, but two, and some more; count a group and a platform."""
    for minute, row in enumerate(desk.ask(listar_asistentes, audiencia_id=audiencia_id)[2:]):
        desk.do(registrar_llegada, id=row.id, hora=f"08:{30 + minute}", consentimiento="si")
    people = (
        ("Marta Lucía Echeverry", "31445207", "Veeduría Salud", "si", "presencial"),
        ("Wilmer Hurtado Angulo", "16720940", "JAC La Honda", "papel", "presencial"),
        ("Ana Milena Zuluaga Ríos", "1107220556", "Universidad del Litoral", "no", "virtual"),
        ("Julián Andrés Zuluaga Peña", "1144020318", "JAC Los Almendros", None, None),
        ("María Zulú Angulo Castro", "31820207", "", "si", "presencial"),
        ("Zulma Yaneth Portocarrero", "66310182", "Asocomunal", "si", "presencial"),
    )
    for minute, (nombre, numero, organizacion, consent, mode) in enumerate(people):
        values: dict[str, object] = {
            "nombre": nombre,
            "documento_tipo": "CC",
            "documento_numero": numero,
            "organizacion": organizacion,
            "modalidad": mode,
        }
        hora = f"09:{10 + minute}" if mode else ""
        desk.do(
            registrar_asistente,
            audiencia_id=audiencia_id,
            valores=values,
            hora=hora,
            consentimiento=consent,  # type: ignore[arg-type]
        )
    group: dict[str, object] = {"grupo": "Estudiantes de grado once", "cantidad": 24, "modalidad": "presencial"}
    desk.do(agregar["conteos"], valores=group, audiencia_id=audiencia_id)
    watched: dict[str, object] = {"canal": "Facebook Live", "espectadores_maximos": 62, "reacciones": 31}
    desk.do(agregar["metricas"], valores=watched, audiencia_id=audiencia_id)
