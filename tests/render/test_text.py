"""The text of a document reads like the document."""

from __future__ import annotations

from rcdesk.render.text import to_text
from tests.render.samples import ACTA

READ = """\
Alcaldía de Valle Sereno
GESTIÓN DOCUMENTAL
SISTEMA INTEGRADO DE GESTIÓN
ACTA DE REUNIÓN
CÓDIGO: GD-F-014
VERSIÓN: 3
FECHA DE ENTRADA EN VIGENCIA: 2/ene/2026

# Acta No. 7

Fecha | 15/abr/2026
Lugar | Casa de la Cultura

## Orden del día

1. Saludo
2. Temas:
  - Vías
  - Salud
3. Cierre

## Desarrollo

### Preguntas

Se recibieron dos preguntas 👍.

> El puente se abre en mayo.
> Con o sin lluvia.

No. | PQRSD | Respuesta | Acciones
1 | Rosa Peña / ¿Cuándo abren el puente? | En mayo. Ver https://valle-sereno.gov.co/puente | N.A.
2 | Anónimo / ¿Y la biblioteca? | Ya abrió. | Publicar horario

Fuente: formulario de la audiencia

[Imagen en el expediente: Público sentado en la sala]
Asistentes a la audiencia
Fuente: Oficina de Prensa

#### Detalle

¿Le pareció clara?
Sí: 17 (63,0\u00a0%)
No: 10 (37,0\u00a0%)
n = 27. Fuente: encuesta.

¿Cómo se enteró?
Radio: 9 (33,3\u00a0%)
Página web: 18 (66,7\u00a0%)
n = 27.

Cumplimiento por componente
Participación: 112,5 % (18 de 16), por encima de lo programado
Gobierno abierto: 145,0 % (29 de 20), por encima de lo programado
Alumbrado y *espacio* público: 48,0 % (12 de 25), menos de 70 %
Sin reporte: sin datos (– de 20)
Corte: 20 de noviembre de 2026.

Compromisos recogidos por mes
agosto: 30 (A cargo 24, De otra entidad 6)
septiembre: 8 (A cargo 8, De otra entidad 0)
octubre: sin datos
En octubre no se recogieron compromisos.

Comparación entre audiencias
14/may/2026: Respondidas 97,0 %, En término 100,0 %
18/sep/2026: Respondidas 86,4 %, En término sin datos

DOFA
Fortalezas
- Equipo completo
Debilidades
- Poco tiempo
Oportunidades
- Más redes
Estrategias FO
- FO1 Publicar antes
Estrategias DO
- DO1 Subtitular
Amenazas
- Sin internet
Estrategias FA
- FA1 Usar radio
Estrategias DA
- DA1 Traducir

## Firmas

Ana Ruiz | Secretaria | Gobierno
Luis Gil | Asesor
Eva Paz | Jefe

[Código QR: https://valle-sereno.gov.co/actas/7]
Verifique esta acta

[Adjunto: datos.json] Datos abiertos
"""


def test_a_document_as_text_has_every_word_once() -> None:
    assert to_text(ACTA) == READ
