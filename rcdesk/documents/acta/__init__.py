"""The acta of a hearing: `acta` makes the document, part by part, from the records of the hearing."""

from rcdesk.documents.acta.documento import TIPO_DOCUMENTAL, acta
from rcdesk.documents.acta.secciones import SECCIONES_ESTANDAR

__all__ = ["SECCIONES_ESTANDAR", "TIPO_DOCUMENTAL", "acta"]
