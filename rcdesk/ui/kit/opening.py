"""Asks for a file to read, in Spanish also where the system has no dialog of its own and Qt's speaks English."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

_LABEL = QFileDialog.DialogLabel
LABELS: Final = {
    _LABEL.LookIn: "Carpeta:",
    _LABEL.FileName: "Nombre:",
    _LABEL.FileType: "Tipo:",
    _LABEL.Reject: "Cancelar",
}
"""What Qt's own dialog calls its parts, to open and to save."""


def ask_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for one file that exists; None when going back. It begins where the last one was, or in the documents."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setObjectName("abrir_archivo_de")
    for label, words in LABELS.items():
        dialog.setLabelText(label, words)
    dialog.setLabelText(_LABEL.Accept, "Abrir")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if dialog.directory().absolutePath() == QDir.currentPath():
        # nothing was chosen yet, and where the program was started says nothing
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(documents if QDir(documents).exists() else QDir.homePath())
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
