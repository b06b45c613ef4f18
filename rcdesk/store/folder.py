"""What stands in the folder of a base, by name."""

from __future__ import annotations

from typing import Final

SUFFIX: Final = ".rcdesk"
DATABASE: Final = "datos.db"
EVIDENCE: Final = "evidencias"
COPIES: Final = "copias"
README: Final = "LEEME.txt"
LOCK: Final = "en-uso.txt"

README_TEXT: Final = """Esta carpeta es una base de rcdesk: no cambie, no mueva ni borre nada de adentro.

datos.db             la información (los archivos datos.db-wal y datos.db-shm son parte de ella)
bitacora-*.jsonl     lo mismo, como texto: de aquí se reconstruye la base si se daña
evidencias           los archivos adjuntos
copias               las copias de seguridad
en-uso.txt           quién la tiene abierta

Para llevarla a otro computador cierre rcdesk y copie la carpeta entera.
"""
