"""The words a person reads for every closed list of rcdesk/1: the same on screens, in documents and in messages.

Each map has every value of its `Literal`, in its order; lower case, to stand inside a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from rcdesk.domain.palabras_del_acta import (
    DATO,
    DISPOSICION,
    ESTADO_ACTA,
    FRASE,
    MEDIO_DE_FIRMA,
    PARTE_DEL_ACTA,
    PORCENTAJES,
)
from rcdesk.domain.registro import (
    Agregacion,
    Alcance,
    AplicacionEncuesta,
    AplicacionRespuesta,
    Calidad,
    CanalPregunta,
    ClaseComponente,
    Cruce,
    EstadoAudiencia,
    EstadoCompromiso,
    EstadoPregunta,
    Etapa,
    Medio,
    Modalidad,
    Moderacion,
    ModoRespuesta,
    MomentoEncuesta,
    NoAplica,
    OrigenCompromiso,
    Paso,
    Presencia,
    Rol,
    SiNoResponde,
    TipoActividad,
    TipoAudiencia,
    TipoCanal,
    TipoDocumento,
    TipoFirma,
    TipoIncidente,
    TipoPlan,
    TipoPregunta,
    TipoPreguntaEncuesta,
    ViaDeRegistro,
)

TIPO_AUDIENCIA: Final[Mapping[TipoAudiencia, str]] = {
    "audiencia_publica": "audiencia pública",
    "dialogo": "espacio de diálogo",
    "mesa_de_dialogo": "mesa de diálogo",
    "foro": "foro",
    "feria": "feria",
    "conversatorio": "conversatorio",
    "reunion": "reunión",
    "otro": "otro",
}

ESTADO_AUDIENCIA: Final[Mapping[EstadoAudiencia, str]] = {
    "planeada": "planeada",
    "convocada": "convocada",
    "en_curso": "en curso",
    "cerrada": "cerrada",
    "cancelada": "cancelada",
}

MODALIDAD: Final[Mapping[Modalidad, str]] = {"presencial": "presencial", "virtual": "virtual", "mixta": "mixta"}

TIPO_CANAL: Final[Mapping[TipoCanal, str]] = {
    "facebook_live": "Facebook Live",
    "youtube": "YouTube",
    "instagram": "Instagram",
    "x": "X",
    "sitio_web": "sitio web",
    "television": "televisión",
    "radio": "radio",
    "whatsapp": "WhatsApp",
    "videoconferencia": "videoconferencia",
    "otro": "otro",
}

TIPO_INCIDENTE: Final[Mapping[TipoIncidente, str]] = {
    "apertura": "apertura",
    "receso": "receso",
    "reanudacion": "reanudación",
    "falla_tecnica": "falla técnica",
    "accesibilidad": "accesibilidad",
    "retiro": "retiro",
    "alteracion_del_orden": "alteración del orden",
    "cierre": "cierre",
    "otro": "otro",
}

MEDIO: Final[Mapping[Medio, str]] = {
    "tarjeta": "tarjeta de invitación",
    "correo": "correo electrónico",
    "circular": "circular",
    "intranet": "intranet",
    "sitio_web": "sitio web",
    "redes_sociales": "redes sociales",
    "calendario_web": "calendario web",
    "prensa": "prensa",
    "radio": "radio",
    "television": "televisión",
    "whatsapp": "WhatsApp",
    "aviso": "aviso",
    "perifoneo": "perifoneo",
    "otro": "otro",
}

CALIDAD: Final[Mapping[Calidad, str]] = {
    "servidor": "servidor público",
    "contratista": "contratista",
    "ciudadano": "ciudadanía",
    "organizacion": "organización",
    "organo_de_control": "órgano de control",
    "medio_de_comunicacion": "medio de comunicación",
    "otro": "otro",
}

ROL: Final[Mapping[Rol, str]] = {
    "preside": "preside",
    "secretaria": "secretaría",
    "moderacion": "moderación",
    "maestria_de_ceremonia": "maestría de ceremonia",
    "expositor": "expone",
    "interprete": "interpreta en lengua de señas",
    "apoyo": "apoyo",
    "otro": "otro",
}

PASO: Final[Mapping[Paso, str]] = {"salida": "salió", "reingreso": "volvió a entrar"}

PRESENCIA: Final[Mapping[Presencia, str]] = {"presencial": "presencial", "virtual": "virtual"}

VIA_DE_REGISTRO: Final[Mapping[ViaDeRegistro, str]] = {
    "qr": "código QR",
    "digitado": "digitado",
    "papel": "papel",
    "importado": "importado",
}

TIPO_FIRMA: Final[Mapping[TipoFirma, str]] = {
    "papel": "firma en papel",
    "electronica": "firma electrónica",
    "sin_firma": "sin firma",
}

TIPO_DOCUMENTO: Final[Mapping[TipoDocumento, str]] = {
    "RC": "registro civil",
    "TI": "tarjeta de identidad",
    "CC": "cédula de ciudadanía",
    "CE": "cédula de extranjería",
    "PA": "pasaporte",
    "PEP": "permiso especial de permanencia",
    "PPT": "permiso por protección temporal",
    "NIT": "NIT",
    "otro": "otro",
}

SI_NO_RESPONDE: Final[Mapping[SiNoResponde, str]] = {True: "sí", False: "no", "No responde": "no responde"}

NO_APLICA: Final[Mapping[NoAplica, str]] = {"N.A.": "no aplica"}

TIPO_PREGUNTA: Final[Mapping[TipoPregunta, str]] = {
    "peticion": "petición",
    "queja": "queja",
    "reclamo": "reclamo",
    "sugerencia": "sugerencia",
    "denuncia": "denuncia",
    "consulta": "consulta",
    "solicitud_de_informacion": "solicitud de información",
    "felicitacion": "felicitación",
    "propuesta": "propuesta",
    "observacion": "observación",
}

CANAL_PREGUNTA: Final[Mapping[CanalPregunta, str]] = {
    "chat_en_vivo": "chat en vivo",
    "verbal_en_sala": "verbal en la sala",
    "formulario_en_sala": "formulario en la sala",
    "formulario_web": "formulario web",
    "correo": "correo electrónico",
    "buzon": "buzón",
    "taller_previo": "taller previo",
    "micrositio": "micrositio",
    "redes_sociales": "redes sociales",
    "whatsapp": "WhatsApp",
    "telefono": "teléfono",
    "ventanilla": "ventanilla",
    "otro": "otro",
}

ESTADO_PREGUNTA: Final[Mapping[EstadoPregunta, str]] = {
    "recibida": "recibida",
    "asignada": "asignada",
    "pendiente": "pendiente",
    "aplazada": "aplazada",
    "respondida": "respondida",
    "trasladada": "trasladada",
    "fuera_de_alcance": "fuera de alcance",
    "agrupada": "agrupada",
}

MODERACION: Final[Mapping[Moderacion, str]] = {
    "sin_revisar": "sin revisar",
    "aprobada": "aprobada",
    "retenida": "retenida",
}

MODO_RESPUESTA: Final[Mapping[ModoRespuesta, str]] = {
    "en_vivo": "en vivo",
    "por_escrito": "por escrito",
    "con_base_en_informe": "con base en el informe",
    "publicada": "publicada",
}

TIPO_PREGUNTA_ENCUESTA: Final[Mapping[TipoPreguntaEncuesta, str]] = {
    "unica": "una sola opción",
    "multiple": "varias opciones",
    "si_no": "sí o no",
    "ordinal": "calificación",
    "numero": "número",
    "texto": "respuesta abierta",
}

MOMENTO_ENCUESTA: Final[Mapping[MomentoEncuesta, str]] = {
    "previa": "antes de la audiencia",
    "durante": "durante la audiencia",
    "posterior": "después de la audiencia",
}

APLICACION_ENCUESTA: Final[Mapping[AplicacionEncuesta, str]] = {
    "virtual": "virtual",
    "papel": "en papel",
    "mixta": "virtual y en papel",
}

APLICACION_RESPUESTA: Final[Mapping[AplicacionRespuesta, str]] = {"virtual": "virtual", "papel": "en papel"}

CRUCE: Final[Mapping[Cruce, str]] = {
    "FO": "fortalezas y oportunidades",
    "DO": "debilidades y oportunidades",
    "FA": "fortalezas y amenazas",
    "DA": "debilidades y amenazas",
}

ALCANCE: Final[Mapping[Alcance, str]] = {"a_cargo": "a cargo de la entidad", "no_a_cargo": "a cargo de otra entidad"}

ESTADO_COMPROMISO: Final[Mapping[EstadoCompromiso, str]] = {
    "pendiente": "pendiente",
    "en_curso": "en curso",
    "cumplido": "cumplido",
    "incumplido": "incumplido",
    "cancelado": "cancelado",
}

ORIGEN_COMPROMISO: Final[Mapping[OrigenCompromiso, str]] = {
    "acta": "acta",
    "orden_del_dia": "orden del día",
    "mesa": "mesa",
    "pregunta": "pregunta",
    "dofa": "DOFA",
    "estrategia": "estrategia",
    "otro": "otro",
}

TIPO_PLAN: Final[Mapping[TipoPlan, str]] = {
    "estrategia_rdc": "estrategia de rendición de cuentas",
    "paac": "plan anticorrupción y de atención al ciudadano",
    "ptep": "programa de transparencia y ética pública",
    "participacion": "plan de participación ciudadana",
    "estrategico": "plan estratégico",
    "accion": "plan de acción",
    "mejoramiento": "plan de mejoramiento",
    "otro": "otro",
}

CLASE_COMPONENTE: Final[Mapping[ClaseComponente, str]] = {
    "etapa": "etapa",
    "subcomponente": "subcomponente",
    "dependencia": "dependencia",
    "objetivo": "objetivo",
    "accion": "acción",
    "otro": "otro",
}

ETAPA: Final[Mapping[Etapa, str]] = {
    "aprestamiento": "aprestamiento",
    "diseno": "diseño",
    "preparacion": "preparación",
    "ejecucion": "ejecución",
    "seguimiento_y_evaluacion": "seguimiento y evaluación",
}

TIPO_ACTIVIDAD: Final[Mapping[TipoActividad, str]] = {
    "informacion": "información",
    "dialogo": "diálogo",
    "incentivo": "incentivo",
    "responsabilidad": "responsabilidad",
    "otra": "otra",
}

AGREGACION: Final[Mapping[Agregacion, str]] = {
    "suma": "suma",
    "acumulado": "acumulado",
    "constante": "constante",
    "decreciente": "decreciente",
}

PALABRAS: Final[Mapping[str, Mapping[Any, str]]] = {
    "Agregacion": AGREGACION,
    "Alcance": ALCANCE,
    "AplicacionEncuesta": APLICACION_ENCUESTA,
    "AplicacionRespuesta": APLICACION_RESPUESTA,
    "Calidad": CALIDAD,
    "CanalPregunta": CANAL_PREGUNTA,
    "ClaseComponente": CLASE_COMPONENTE,
    "Cruce": CRUCE,
    "Dato": DATO,
    "Disposicion": DISPOSICION,
    "EstadoActa": ESTADO_ACTA,
    "EstadoAudiencia": ESTADO_AUDIENCIA,
    "EstadoCompromiso": ESTADO_COMPROMISO,
    "EstadoPregunta": ESTADO_PREGUNTA,
    "Etapa": ETAPA,
    "Frase": FRASE,
    "Medio": MEDIO,
    "MedioDeFirma": MEDIO_DE_FIRMA,
    "Modalidad": MODALIDAD,
    "Moderacion": MODERACION,
    "ModoRespuesta": MODO_RESPUESTA,
    "MomentoEncuesta": MOMENTO_ENCUESTA,
    "NoAplica": NO_APLICA,
    "OrigenCompromiso": ORIGEN_COMPROMISO,
    "ParteDelActa": PARTE_DEL_ACTA,
    "Paso": PASO,
    "Porcentajes": PORCENTAJES,
    "Presencia": PRESENCIA,
    "Rol": ROL,
    "SiNoResponde": SI_NO_RESPONDE,
    "TipoActividad": TIPO_ACTIVIDAD,
    "TipoAudiencia": TIPO_AUDIENCIA,
    "TipoCanal": TIPO_CANAL,
    "TipoDocumento": TIPO_DOCUMENTO,
    "TipoFirma": TIPO_FIRMA,
    "TipoIncidente": TIPO_INCIDENTE,
    "TipoPlan": TIPO_PLAN,
    "TipoPregunta": TIPO_PREGUNTA,
    "TipoPreguntaEncuesta": TIPO_PREGUNTA_ENCUESTA,
    "ViaDeRegistro": VIA_DE_REGISTRO,
}
"""Name of the closed list in `registro` → its words."""


def con_mayuscula(palabra: str) -> str:
    """The word as it opens a sentence or heads a column; the rest of its letters stay as they are (NIT, YouTube)."""
    return palabra[:1].upper() + palabra[1:]


def con_minuscula(palabras: str) -> str:
    """The words inside a sentence: «El acta» → «el acta»."""
    return palabras[:1].lower() + palabras[1:]
