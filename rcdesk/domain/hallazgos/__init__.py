"""What a reviewer finds in the data: contradictions, likely mistakes and notices; never mended in silence."""

from rcdesk.domain.hallazgos.hallazgo import Gravedad, Hallazgo

__all__ = ["Gravedad", "Hallazgo"]
