"""What Qt itself says (the menu of a text field, «Cortar», «Pegar»), in Spanish."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def speak_spanish(app: QApplication) -> bool:
    """Make Qt's own words and number formats Colombian Spanish; say whether its catalogue was found."""
    QLocale.setDefault(QLocale(QLocale.Language.Spanish, QLocale.Country.Colombia))
    translator = QTranslator(app)
    path = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load("qtbase_es", path) and app.installTranslator(translator)
