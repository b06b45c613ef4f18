"""The style sheet: only what a palette cannot say. No fonts here; fonts come from `Look.font`."""

from __future__ import annotations

from collections.abc import Callable

from rcdesk.ui.kit import tokens
from rcdesk.ui.kit.tokens import Colors

Length = Callable[[float], int]


def style_sheet(c: Colors, px: Length, gap: Length) -> str:
    """Return the style sheet of a theme, with lengths that grow with the text (`px`) and between things (`gap`)."""
    return _fields(c, px, gap) + _lists(c, px, gap) + _bars(c)


def _fields(c: Colors, px: Length, gap: Length) -> str:
    return f"""
    QLineEdit, QTextEdit, QPlainTextEdit {{
        background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; border-radius: {tokens.RADIUS}px;
        placeholder-text-color: {c.ink3};
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QPlainTextEdit, QTextEdit {{ padding: 1px; }}
    QLineEdit {{ min-height: {px(36) - 2}px; max-height: {px(36) - 2}px; padding: 0 {gap(10)}px; }}
    QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c.sunken}; color: {c.ink2}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled {{
        background: {c.sunken}; color: {c.ink3}; border-color: {c.line}; }}
    QLineEdit:focus {{ border: 2px solid {c.accent}; padding: 0 {gap(10) - 1}px;
        min-height: {px(36) - 4}px; max-height: {px(36) - 4}px; }}
    QTextEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {c.accent}; padding: 0; }}
    QLineEdit[state="error"] {{ border: 2px solid {c.danger}; padding: 0 {gap(10) - 1}px;
        min-height: {px(36) - 4}px; max-height: {px(36) - 4}px; }}
    QPlainTextEdit[state="error"] {{ border: 2px solid {c.danger}; padding: 0; }}
    QLineEdit[bare="true"], QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"],
    QPlainTextEdit[bare="true"]:focus {{ border: none; background: transparent; padding: 0; }}
    """


def _lists(c: Colors, px: Length, gap: Length) -> str:
    return f"""
    QAbstractScrollArea {{ background: transparent; }}
    QScrollArea, QAbstractItemView {{ border: none; outline: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QHeaderView {{ background: transparent; border: none; }}
    QFileDialog QHeaderView {{ background: {c.surface}; color: {c.ink}; }}
    QComboBox QAbstractItemView {{
        background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; padding: 4px;
        selection-background-color: {c.select}; selection-color: {c.ink};
    }}
    QComboBox QAbstractItemView::item {{ min-height: {px(30)}px; padding: 0 {gap(8)}px; border: none; }}
    QComboBox QAbstractItemView::item:selected {{
        background: {c.select}; color: {c.ink}; border-left: 3px solid {c.accent}; }}
    QMenu {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; padding: 5px; }}
    QMenu::item {{ padding: {gap(6)}px {gap(28)}px {gap(6)}px {gap(12)}px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.select}; color: {c.ink}; }}
    QMenu::item:disabled {{ color: {c.ink3}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 6px; }}
    QToolTip {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; padding: 4px 8px; }}
    QDialog {{ background: {c.surface}; }}
    """


def _bars(c: Colors) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.edge}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
